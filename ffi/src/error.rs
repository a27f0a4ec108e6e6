//! `callout_error`: why not, in a form for programs and one for people.

use crate::guard::quietly;
use crate::handle::Handle;
use callout_adapters::plugin_host::types::{CALLOUT_OK, callout_status, callout_str, number};
use callout_core::error::Error;

/// Why something was not done. Owned by whoever asked for it through the last parameter of a
/// function; never changes, so any thread may read it.
pub struct callout_error {
    status: callout_status,
    code: String,
    message: String,
    message_cs: String,
    details: String,
    page: String,
}

impl Handle for callout_error {}

impl callout_error {
    pub(crate) fn new(why: &Error) -> callout_error {
        // C programs print what they get: each text has a NUL behind it.
        let ended = |text: String| text + "\0";
        callout_error {
            status: number(why.status()),
            code: ended(why.code().to_owned()),
            message: ended(why.message()),
            message_cs: ended(why.message_cs()),
            page: ended(why.page()),
            details: ended(
                serde_json::to_string(why.details()).unwrap_or_else(|_| "{}".to_owned()),
            ),
        }
    }
}

/// A text that has a NUL behind it, without the NUL.
fn shown(text: &str) -> callout_str {
    callout_str::of(text.strip_suffix('\0').unwrap_or(text))
}

/// # Safety
/// `error` is NULL or not freed yet.
unsafe fn part(error: *const callout_error, which: fn(&callout_error) -> &str) -> callout_str {
    quietly(shown("\0"), || {
        // SAFETY: the caller's word.
        shown(unsafe { error.as_ref() }.map_or("\0", which))
    })
}

/// The status that the function returned; `CALLOUT_OK` for no error.
///
/// - `error` [borrowed until return, nullable]: the error.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_status(error: *const callout_error) -> callout_status {
    quietly(CALLOUT_OK, || {
        // SAFETY: the caller's word.
        unsafe { error.as_ref() }.map_or(CALLOUT_OK, |error| error.status)
    })
}

/// The stable code, such as `RECORD-VERSION-01`: for programs. All codes are in
/// `callout_codes`. A NUL stands behind it; it is empty for no error.
///
/// - `error` [borrowed until return, nullable]: the error.
/// - returns [borrowed until `error` is freed].
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_code(error: *const callout_error) -> callout_str {
    // SAFETY: the caller's word.
    unsafe { part(error, |error| &error.code) }
}

/// A sentence in English: what is wrong and what to do next. A NUL stands behind it.
///
/// - `error` [borrowed until return, nullable]: the error.
/// - returns [borrowed until `error` is freed].
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_message(error: *const callout_error) -> callout_str {
    // SAFETY: the caller's word.
    unsafe { part(error, |error| &error.message) }
}

/// The same sentence in Czech. A NUL stands behind it.
///
/// - `error` [borrowed until return, nullable]: the error.
/// - returns [borrowed until `error` is freed].
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_message_cs(error: *const callout_error) -> callout_str {
    // SAFETY: the caller's word.
    unsafe { part(error, |error| &error.message_cs) }
}

/// A JSON object with the values of the sentence, and more: `path` says where a request does not
/// fit, `faults` all such places, `changed` what happened since the version that was seen. A NUL
/// stands behind it.
///
/// - `error` [borrowed until return, nullable]: the error.
/// - returns [borrowed until `error` is freed].
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_details(error: *const callout_error) -> callout_str {
    // SAFETY: the caller's word.
    unsafe { part(error, |error| &error.details) }
}

/// The page about the code, from the folder of the documentation: `codes/RECORD-VERSION-01.md`. A
/// NUL stands behind it.
///
/// - `error` [borrowed until return, nullable]: the error.
/// - returns [borrowed until `error` is freed].
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_page(error: *const callout_error) -> callout_str {
    // SAFETY: the caller's word.
    unsafe { part(error, |error| &error.page) }
}

/// Frees an error and the texts that were borrowed from it.
///
/// - `error` [owned, nullable]: the error; NULL does nothing.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_error_free(error: *mut callout_error) {
    // SAFETY: the caller's word.
    quietly((), || unsafe { Handle::end(error) });
}
