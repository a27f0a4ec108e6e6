//! A clock that is a Python function.

use callout_core::error::{Door, Error};
use callout_core::port::clock::Clock;
use callout_core::schedule::Instant;
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use std::cell::RefCell;

/// A Python function without arguments that gives an aware `datetime`.
pub struct PythonClock {
    clock: Py<PyAny>,
}

thread_local! {
    // The clocks that are asked on this thread: one that asks its own engine would never end.
    static ASKED: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    // What was raised that no clock means: an interrupt, the end of the program.
    static RAISED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
}

/// What a clock raised on this thread and is to go on to the caller.
pub fn raised() -> Option<PyErr> {
    RAISED.take()
}

impl PythonClock {
    /// Takes a function.
    ///
    /// # Errors
    /// A `TypeError` for what cannot be called.
    pub fn new(clock: Bound<'_, PyAny>) -> PyResult<PythonClock> {
        if !clock.is_callable() {
            return Err(PyTypeError::new_err("the clock is neither None nor can it be called"));
        }
        Ok(PythonClock { clock: clock.unbind() })
    }

    /// `callout._clock` reads what it gives, in microseconds since 1970.
    fn ask(&self, py: Python<'_>) -> PyResult<i64> {
        py.import("callout._clock")?.call_method1("ask", (self.clock.bind(py),))?.extract()
    }
}

impl Clock for PythonClock {
    fn now(&self) -> Result<Instant, Error> {
        let clock = std::ptr::from_ref(self).addr();
        if ASKED.with_borrow(|asked| asked.contains(&clock)) {
            return Err(down("it calls the engine whose clock it is"));
        }
        ASKED.with_borrow_mut(|asked| asked.push(clock));
        let micros = Python::attach(|py| self.ask(py).map_err(|raised| fault(py, raised)));
        ASKED.with_borrow_mut(Vec::pop);
        Instant::from_micros(micros?).ok_or_else(|| down("it is out of range"))
    }
}

fn down(reason: impl ToString) -> Error {
    Door::ClockDown { reason: reason.to_string() }.into()
}

/// What is raised becomes `ENGINE-CLOCK-01`, with the traceback in the details.
fn fault(py: Python<'_>, raised: PyErr) -> Error {
    let told = || -> PyResult<(String, String)> {
        let value = raised.value(py);
        if let Some(traceback) = raised.traceback(py) {
            value.setattr("__traceback__", traceback)?;
        }
        py.import("callout._clock")?.call_method1("told", (value,))?.extract()
    };
    let error = match told() {
        Ok((reason, traceback)) => down(reason).with("traceback", traceback),
        Err(fault) => down(fault),
    };
    if !raised.is_instance_of::<PyException>(py) {
        RAISED.set(Some(raised));
    }
    error
}
