//! Following a company's journal, and proving it.

use crate::backup::{callout_progress, told};
use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use std::ffi::c_void;

/// What happened after a sequence number, in commit order. It answers at once, also with nothing:
/// a host that follows asks again, after its own commands or from time to time.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `changes_request` of `engine`:
///   `{"company", "actor", "after": 0, "limit": 100}`; `next` of the answer is the next `after`.
/// - `changes` [owned]: JSON, schema `changes`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_changes(
    engine: *const callout_engine,
    request: callout_str,
    changes: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [changes]; {
        // SAFETY: the caller's word.
        let ask = unsafe { request.text("request") }?;
        let found = shared.engine.changes_json(ask.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(changes, callout_bytes::own(found)) };
        Ok(())
    })
}

/// A company's head, `{"count", "hash"}`: kept outside the database, it lets `callout_verify` see
/// a journal that was cut or exchanged.
///
/// - `engine` [borrowed until return].
/// - `caller` [copied]: JSON, schema `caller` of `engine`: `{"company", "actor"}`.
/// - `head` [owned]: JSON; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_head(
    engine: *const callout_engine,
    caller: callout_str,
    head: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [head]; {
        // SAFETY: the caller's word.
        let caller = unsafe { caller.text("caller") }?;
        let found = shared.engine.head_json(caller.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(head, callout_bytes::own(found)) };
        Ok(())
    })
}

/// Proves a company's journal and all that is made from it: receipts, states, rows, timelines,
/// outside ids, numbers and bytes. It takes as long as that takes.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `verify_request` of `engine`: `{"company", "actor"}`,
///   `"head"` where one was kept, and `"since"` where only what came after it is to be proven.
/// - `progress`: is told how far it is, or NULL; any other answer than `CALLOUT_OK` stops it.
/// - `user_data` [borrowed until return, nullable]: for `progress`.
/// - `report` [owned]: JSON, schema `verification`; all is well where `problems` is empty, `stale`
///   is 0 and it was not `stopped`. What is wrong is in the report and no error. Release it with
///   `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_verify(
    engine: *const callout_engine,
    request: callout_str,
    progress: callout_progress,
    user_data: *mut c_void,
    report: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [report]; {
        // SAFETY: the caller's word.
        let ask = unsafe { request.text("request") }?;
        // SAFETY: the host's function and what it wanted for it.
        let mut tell = |now| unsafe { told(progress, user_data, &now) };
        let found = shared.engine.verify_json(ask.as_bytes(), &mut tell)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(report, callout_bytes::own(found)) };
        Ok(())
    })
}

/// Writes what an update of Callout reads in another form anew, some streams a call: answers
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
