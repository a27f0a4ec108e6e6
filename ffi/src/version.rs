//! Which library this is.

use callout_adapters::plugin_host::types::callout_str;

/// The ABI of the functions in this header. A library serves all programs that were built for
/// its ABI version; inside one, things are only added.
pub const CALLOUT_ABI_VERSION: u32 = 1;

/// The version of the package with a NUL behind it.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");

/// The version of the library, such as `0.1.0`. A NUL stands behind it.
///
/// - returns [borrowed until the library is unloaded].
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub extern "C" fn callout_version() -> callout_str {
    callout_str { ptr: VERSION.as_ptr().cast(), len: VERSION.len() - 1 }
}

/// The version of the library as a number: 1,000,000 for each major, 1,000 for each minor, 1 for
/// each patch. Equal to `CALLOUT_VERSION_NUMBER` of the header that belongs to it.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub extern "C" fn callout_version_number() -> u32 {
    const fn digits(text: &str) -> u32 {
        let (bytes, mut at, mut value) = (text.as_bytes(), 0, 0);
        while at < bytes.len() {
            value = value * 10 + (bytes[at] - b'0') as u32;
            at += 1;
        }
        value
    }
    const MAJOR: u32 = digits(env!("CARGO_PKG_VERSION_MAJOR"));
    const MINOR: u32 = digits(env!("CARGO_PKG_VERSION_MINOR"));
    const PATCH: u32 = digits(env!("CARGO_PKG_VERSION_PATCH"));
    MAJOR * 1_000_000 + MINOR * 1_000 + PATCH
}

/// The ABI that a library loaded by hand speaks: compare it with `CALLOUT_ABI_VERSION`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub extern "C" fn callout_abi_version() -> u32 {
    CALLOUT_ABI_VERSION
}
