//! Registers of companies that the host brings, and asking them.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use crate::toolbox::json;
use callout_adapters::plugin_host::TableRegistry;
use callout_adapters::plugin_host::tables::{callout_registry, copied, tail_is_zero};
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::wire;
use callout_core::error::{Border, Error};
use std::cell::Cell;
use std::sync::Arc;

/// Plugs in a register of companies; the last one plugged in is asked first. See
/// `callout/ext/registry.h` for what its functions must do.
///
/// - `engine` [borrowed until return].
/// - `id` [copied]: its name, such as `ares`: lower case letters, digits, `-`, `_` and dots.
/// - `registry` [copied]: the table. `destroy` runs exactly once: with the engine (`callout_free`),
///   or before this returns where it fails. NULL, or a wrong `struct_size`: nothing is called.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_registry_register(
    engine: *const callout_engine,
    id: callout_str,
    registry: *const callout_registry,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; []; {
        // The table is taken over first: whatever fails from here on, it is destroyed once.
        // SAFETY: the caller's word.
        let taken = unsafe {
            let table = copied(registry, "registry")?;
            let taken = TableRegistry::new(id.text("id").unwrap_or_default(), table);
            tail_is_zero(registry, "registry")?;
            id.text("id")?;
            taken
        };
        taken.check()?;
        // SAFETY: the caller's word.
        let shared = unsafe { crate::engine::shared(engine) }?;
        crate::guard::watch(&shared, || {
            shared.engine.register_registry(Arc::new(taken));
            Ok(())
        })
    })
}

/// Plugs in one of the registers that Callout brings; the last one plugged in is asked first.
///
/// - `engine` [borrowed until return].
/// - `settings` [copied]: JSON, schema `registry` of `toolbox`: `{"ares": {}}`, or
///   `{"recorded": {"exchanges": [...]}}` for work without a network.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_registry_open(
    engine: *const callout_engine,
    settings: callout_str,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; []; {
        // SAFETY: the caller's word.
        let settings = unsafe { settings.text("settings") }?;
        shared.engine.register_registry(wire::registry(settings.as_bytes())?);
        Ok(())
    })
}

thread_local! {
    /// Whether this thread is asking registers: one of them must not ask them again.
    static ASKING: Cell<bool> = const { Cell::new(false) };
}

/// Ends the asking, also on a panic.
struct Asking;

impl Asking {
    fn begin() -> Result<Asking, Error> {
        if ASKING.replace(true) {
            let function = "callout_look_up_company".to_owned();
            return Err(Border::InsideCallback { function }.into());
        }
        Ok(Asking)
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        ASKING.set(false);
    }
}

/// Looks a company up in the registers that are plugged in. Nothing is stored: what comes back is
/// a proposal to put into a command. Inside the `look_up` of a register it gives `CALLOUT_BUSY`.
///
/// - `engine` [borrowed until return].
/// - `registration_number` [copied]: the number as people write it, such as `596 10 000`.
/// - `number_checked`: 1 where one that fails its check was compared with a paper; else 0.
/// - `entry` [owned]: JSON, schema `registry_entry` of `toolbox`, or `null` where the
///   register that answered knows no such company. Release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. `CALLOUT_UNSUPPORTED` without a
///   register, `CALLOUT_UNAVAILABLE` where none answers, `CALLOUT_DATA` for what cannot be used.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_look_up_company(
    engine: *const callout_engine,
    registration_number: callout_str,
    number_checked: i32,
    entry: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [entry]; {
        // SAFETY: the caller's word.
        let registration_number = unsafe { registration_number.text("registration_number") }?;
        let _asking = Asking::begin()?;
        let number_checked = number_checked != 0;
        let found = json(&shared.engine.look_up_company(registration_number, number_checked)?)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(entry, found) };
        Ok(())
    })
}
