//! Mail: taking in what came, delivering what is queued.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::tables::{callout_mailer, copied, tail_is_zero};
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::wire;
use callout_core::error::Error;
use callout_core::port::mailer::Mailer;

/// Takes in an e-mail: its bytes and files are kept as evidence, to be filed under customer,
/// equipment or activity. The same bytes twice are one mail; the second receipt has no events.
///
/// - `engine` [borrowed until return].
/// - `caller` [copied]: JSON, schema `caller` of `engine`: `{"company", "actor"}`.
/// - `message` [copied]: the message as a mail server keeps it (RFC 5322); 25 MiB at the most.
/// - `receipt` [owned]: JSON, schema `receipt`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `MAIL-READ-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_receive(
    engine: *const callout_engine,
    caller: callout_str,
    message: callout_str,
    receipt: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [receipt]; {
        // SAFETY: the caller's word.
        let (caller, message) = unsafe { (caller.text("caller")?, message.bytes("message")?) };
        let done = wire::receive(&shared.engine, caller.as_bytes(), message)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(receipt, callout_bytes::own(done)) };
        Ok(())
    })
}

/// Delivers queued messages through a mailer that Callout brings: call it every minute. Due again
/// by itself (`retry_after`) is what no attempt can have brought and may be taken later.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `deliver_request` of `engine`: `{"company", "actor"}`.
/// - `mailer` [copied]: JSON, schema `mailer` of `toolbox`: `{"folder": {"path"}}` or
///   `{"smtp": {"host", "port", "hello"}}`. What it says is an outcome and no error.
/// - `delivered` [owned]: JSON, schema `deliveries`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_deliver(
    engine: *const callout_engine,
    request: callout_str,
    mailer: callout_str,
    delivered: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [delivered]; {
        // SAFETY: the caller's word.
        let (ask, mailer) = unsafe { (request.text("request")?, mailer.text("mailer")?) };
        let mailer = wire::mailer(mailer.as_bytes())?;
        let done = shared.engine.deliver_json(ask.as_bytes(), mailer.as_ref())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(delivered, callout_bytes::own(done)) };
        Ok(())
    })
}

/// The same through a mailer of the host's own; see `callout/ext/mailer.h`.
///
/// - `engine` [borrowed until return].
/// - `request` [copied]: JSON, schema `deliver_request` of `engine`.
/// - `mailer` [borrowed until return]: the table.
/// - `delivered` [owned]: JSON, schema `deliveries`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_deliver_through(
    engine: *const callout_engine,
    request: callout_str,
    mailer: *const callout_mailer,
    delivered: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [delivered]; {
        // SAFETY: the caller's word.
        let (ask, mailer) = unsafe { (request.text("request")?, host_mailer(mailer)?) };
        let done = shared.engine.deliver_json(ask.as_bytes(), mailer.as_ref())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(delivered, callout_bytes::own(done)) };
        Ok(())
    })
}

/// # Safety
/// NULL, or a table as the header demands, for as long as what comes back lives.
unsafe fn host_mailer(mailer: *const callout_mailer) -> Result<Box<dyn Mailer>, Error> {
    // SAFETY: the caller's word.
    let table = unsafe {
        let table = copied(mailer, "mailer")?;
        tail_is_zero(mailer, "mailer")?;
        table
    };
    #[cfg(feature = "eml")]
    {
        use callout_adapters::plugin_host::TableMailer;
        // SAFETY: the caller's word.
        Ok(Box::new(unsafe { TableMailer::new(table) }?))
    }
    #[cfg(not(feature = "eml"))]
    {
        let _ = table;
        let what = "mail composer".to_owned();
        Err(callout_core::error::Door::NotBuilt { what }.into())
    }
}
