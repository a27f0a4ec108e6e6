//! `callout_bytes`: releasing what was given.

use crate::guard::quietly;
use callout_adapters::plugin_host::types::{Received, callout_bytes};

/// Releases bytes, whoever gave them: the same as calling `bytes->release(bytes)` where there is
/// one. What was released, or never filled, may be released again.
///
/// - `bytes` [owned, nullable]: the content is freed, the struct itself stays the caller's.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_bytes_release(bytes: *mut callout_bytes) {
    quietly((), || {
        // SAFETY: the caller's word.
        if let Some(bytes) = unsafe { bytes.as_mut() } {
            drop(Received(std::mem::replace(bytes, callout_bytes::EMPTY)));
        }
    });
}
