//! A copy of the store while others work on it.

use crate::engine::callout_engine;
use crate::error::callout_error;
use callout_adapters::plugin_host::types::{CALLOUT_OK, callout_status, callout_str};
use callout_core::engine;
use callout_core::port::store::Progress;
use std::ffi::c_void;

/// Told how far a backup or a proof is [borrowed until return], schema `progress`: `{"stage":
/// "copy", "done": 1024, "total": 5000}`. Anything but `CALLOUT_OK` ends it. [any-thread]
pub type callout_progress =
    Option<unsafe extern "C" fn(user_data: *mut c_void, progress: callout_str) -> callout_status>;

/// Copies one moment of the database into a new file while others work on it, and proves the copy
/// before it has its name. It is a whole database by itself; cancelled or failed, it leaves
/// nothing. A host never copies the file itself: closing it drops the engine's locks.
///
/// - `engine` [borrowed until return].
/// - `path` [copied]: the new file; `CALLOUT_CONFLICT` where there is something already.
/// - `progress`: what is told, or NULL.
/// - `user_data` [borrowed until return, nullable]: for `progress`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_backup(
    engine: *const callout_engine,
    path: callout_str,
    progress: callout_progress,
    user_data: *mut c_void,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; []; {
        // SAFETY: the caller's word.
        let path = unsafe { path.text("path") }?;
        // SAFETY: the host's function and what it wanted for it.
        shared.engine.backup(path, |now| unsafe { told(progress, user_data, &now) })
    })
}

/// Tells the host how far something is; whether it goes on.
///
/// # Safety
/// `progress` is the host's function, and `user_data` what it wants.
pub(crate) unsafe fn told(
    progress: callout_progress,
    user_data: *mut c_void,
    now: &Progress,
) -> bool {
    let Some(tell) = progress else { return true };
    let Ok(now) = engine::write(now) else { return true };
    let view = callout_str { ptr: now.as_ptr().cast(), len: now.len() };
    // SAFETY: the caller's word; the view lives that long.
    unsafe { tell(user_data, view) == CALLOUT_OK }
}
