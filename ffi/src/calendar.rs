//! Calendars on servers of others.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::wire;

/// Keeps a technician's calendar on a server: reads what was done by hand, writes what is planned.
/// Call it every few minutes; what the server says is an outcome and no error.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `sync_calendar_request` of `engine`.
/// - `server` [copied]: JSON, schema `calendar_server` of `toolbox`: `{"caldav": {"url"}}`.
/// - `round` [owned]: JSON, schema `calendar_round`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_sync_calendar(
    engine: *const callout_engine,
    request: callout_str,
    server: callout_str,
    round: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [round]; {
        // SAFETY: the caller's word.
        let (ask, server) = unsafe { (request.text("request")?, server.text("server")?) };
        let server = wire::calendar_server(server.as_bytes())?;
        let done = shared.engine.sync_calendar_json(ask.as_bytes(), server.as_ref())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(round, callout_bytes::own(done)) };
        Ok(())
    })
}
