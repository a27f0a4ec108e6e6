//! Blobs: photos, signatures, mails, documents, named by the hash of their bytes.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_core::engine::{Caller, read};

/// Keeps bytes for commands to name, the same bytes once; the query `blob` reads them back.
///
/// - `engine` [borrowed until return].
/// - `caller` [copied]: JSON, schema `caller` of `engine`: `{"company", "actor"}`.
/// - `content` [copied]: any bytes, not only text; 32 MiB at the most.
/// - `hash` [owned]: their name, 64 hexadecimal digits; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_blob_put(
    engine: *const callout_engine,
    caller: callout_str,
    content: callout_str,
    hash: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [hash]; {
        // SAFETY: the caller's word.
        let (caller, content) = unsafe { (caller.text("caller")?, content.bytes("content")?) };
        let Caller { company, actor } = read(caller.as_bytes())?;
        let name = shared.engine.put_blob(company, &actor, content)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(hash, callout_bytes::own(name.to_string().into_bytes())) };
        Ok(())
    })
}
