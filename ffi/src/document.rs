//! Documents as files: job sheets and invoices.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};

/// Renders a version of a job sheet or invoice as PDF or Word. What was signed or issued is made
/// once: later calls give the same bytes.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `render_request` of `engine`: `{"company", "actor", "page"}`.
/// - `file` [owned]: JSON, schema `file`: `{"name", "media_type", "blob", ...}`, whose bytes the
///   query `blob` reads. Release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_render(
    engine: *const callout_engine,
    request: callout_str,
    file: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [file]; {
        // SAFETY: the caller's word.
        let ask = unsafe { request.text("request") }?;
        let painted = shared.engine.render_json(ask.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(file, callout_bytes::own(painted)) };
        Ok(())
    })
}
