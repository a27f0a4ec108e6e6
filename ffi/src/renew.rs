//! Writing what an update of Callout reads in another form.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};

/// Writes what an update of Callout reads in another form anew, and sorts anew what lists show by a
/// name or title after another language of the company, some streams a call: answers
/// `{"renewed", "more"}`; call it until `more` is false. Others work on meanwhile.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `renew_request` of `engine`.
/// - `renewed` [owned]: JSON; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_renew(
    engine: *const callout_engine,
    request: callout_str,
    renewed: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [renewed]; {
        // SAFETY: the caller's word.
        let ask = unsafe { request.text("request") }?;
        let done = shared.engine.renew_json(ask.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(renewed, callout_bytes::own(done)) };
        Ok(())
    })
}
