//! Blobs: photos, signatures, mails, documents, named by the hash of their bytes.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::feed::id;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_core::engine::read;
use callout_core::journal::Hash;

/// Keeps bytes for commands to name. The same bytes twice are kept once.
///
/// - `engine` [borrowed until return].
/// - `company` [copied]: the company's id.
/// - `content` [copied]: any bytes, not only text; 32 MiB at the most.
/// - `hash` [owned]: their name, 64 hexadecimal digits; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_blob_put(
    engine: *const callout_engine,
    company: callout_str,
    content: callout_str,
    hash: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [hash]; {
        // SAFETY: the caller's word.
        let (company, content) = unsafe { (id(company, "company")?, content.bytes("content")?) };
        let name = shared.engine.put_blob(company, content)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(hash, callout_bytes::own(name.to_string().into_bytes())) };
        Ok(())
    })
}

/// Reads bytes back.
///
/// - `engine` [borrowed until return].
/// - `company` [copied]: the company's id.
/// - `hash` [copied]: the name that `callout_blob_put` gave.
/// - `content` [owned]: the bytes; release them with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_blob_get(
    engine: *const callout_engine,
    company: callout_str,
    hash: callout_str,
    content: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [content]; {
        // SAFETY: the caller's word.
        let (company, hash) = unsafe { (id(company, "company")?, hash.text("hash")?) };
        let quoted = serde_json::Value::from(hash).to_string();
        let hash: Hash = read(quoted.as_bytes()).map_err(|error| error.with("argument", "hash"))?;
        let found = shared.engine.blob(company, &hash)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(content, callout_bytes::own(found)) };
        Ok(())
    })
}
