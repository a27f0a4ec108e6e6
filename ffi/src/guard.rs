//! The one way through which each function of the header goes.

use crate::engine::Shared;
use crate::error::callout_error;
use crate::handle::{Handle, put};
use callout_adapters::plugin_host::types::{CALLOUT_OK, callout_status, number};
use callout_core::error::{Door, Error};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The body of a function that may fail: empties `[outputs]`, refuses missing ones, catches
/// panics, fills `error`. With `engine => shared` it looks the engine up, and a panic poisons it.
macro_rules! entry {
    ($error:ident; [$($out:ident),*]; $body:block) => {{
        // SAFETY: the header demands NULL or a place of this type.
        unsafe {
            $( $crate::handle::clear($out); )*
            $crate::handle::clear($error);
        }
        let status = $crate::guard::run(|| {
            $( $crate::handle::present($out, stringify!($out))?; )*
            $body
        });
        // SAFETY: as above.
        unsafe { $crate::guard::finish(status, $error) }
    }};
    ($engine:ident => $shared:ident; $error:ident; [$($out:ident),*]; $body:block) => {
        entry!($error; [$($out),*]; {
            // SAFETY: the header demands NULL or an engine that is not freed yet.
            let $shared = unsafe { $crate::engine::shared($engine) }?;
            $crate::guard::watch(&$shared, || $body)
        })
    };
}

/// Runs a body; a panic becomes `ENGINE-PANIC-01`.
pub(crate) fn run(body: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| Err(panicked(&*panic)))
}

/// Runs a body on an engine; a panic poisons it.
pub(crate) fn watch(
    shared: &Shared,
    body: impl FnOnce() -> Result<(), Error>,
) -> Result<(), Error> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| {
        shared.poison();
        Err(panicked(&*panic))
    })
}

/// Runs a body that cannot fail; a panic gives the neutral value.
pub(crate) fn quietly<T>(neutral: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(neutral)
}

/// Turns the outcome into a status, and puts the error where the caller wants it.
///
/// # Safety
/// `error` is NULL or a place for a pointer.
pub(crate) unsafe fn finish(
    outcome: Result<(), Error>,
    error: *mut *mut callout_error,
) -> callout_status {
    match outcome {
        Ok(()) => CALLOUT_OK,
        Err(why) => {
            let status = number(why.status());
            if !error.is_null() {
                // SAFETY: the caller's word.
                unsafe { put(error, callout_error::new(&why).give()) };
            }
            status
        }
    }
}

fn panicked(panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    Door::Panicked { what: text.unwrap_or_else(|| "a panic without a text".to_owned()) }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{callout_engine, callout_free, callout_open_memory};
    use crate::error::{callout_error_code, callout_error_free};
    use callout_adapters::plugin_host::types::CALLOUT_INTERNAL;
    use std::ptr;

    fn breaks(engine: *const callout_engine, error: *mut *mut callout_error) -> callout_status {
        entry!(engine => _shared; error; []; { panic!("a fault of our own") })
    }

    #[test]
    fn a_panic_is_caught_and_poisons_the_engine() {
        let (mut engine, mut error) = (ptr::null_mut(), ptr::null_mut());
        // SAFETY: places of this test.
        assert_eq!(unsafe { callout_open_memory(&raw mut engine, &raw mut error) }, CALLOUT_OK);
        for code in ["ENGINE-PANIC-01", "ENGINE-POISON-01"] {
            assert_eq!(breaks(engine, &raw mut error), CALLOUT_INTERNAL);
            // SAFETY: the error was just given, and is freed once.
            unsafe {
                assert_eq!(callout_error_code(error).text("code").unwrap(), code);
                callout_error_free(error);
            }
        }
        assert_eq!(breaks(engine, ptr::null_mut()), CALLOUT_INTERNAL);
        // SAFETY: opened above, freed once.
        unsafe { callout_free(engine) };
    }
}
