//! The one way from Python into Callout.

use crate::{clock, error::to_python};
use callout_core::error::{Door, Error};
use pyo3::prelude::*;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Works without the interpreter's lock, so that other threads of the host go on. A panic comes
/// out as `ENGINE-PANIC-01`: left alone it would be a `BaseException` that nobody catches.
pub fn call<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<T> {
    let done = py.detach(|| {
        catch_unwind(AssertUnwindSafe(work))
            .unwrap_or_else(|panic| Err(Door::Panicked { what: said(panic.as_ref()) }.into()))
    });
    // Ctrl-C while the engine worked is heard now.
    py.check_signals()?;
    if let Some(raised) = clock::raised() {
        return Err(raised);
    }
    done.map_err(|error| to_python(py, &error))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic without a text".to_owned())
}
