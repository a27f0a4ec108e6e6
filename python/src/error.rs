//! Callout's errors as Python exceptions, and back.

use callout_core::codebook::codes;
use callout_core::error::{Code, Coded, Door, Error};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde_json::{Map, Value};

/// The exception of the error's class. The classes are Python's own: `callout._errors`.
pub fn to_python(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).map_or_else(|fault| fault, |exception| PyErr::from_value(exception))
}

fn exception<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyAny>> {
    let status = serde_json::to_value(error.status()).unwrap_or(Value::Null);
    let details = Value::Object(error.details().clone()).to_string();
    py.import("callout._errors")?.getattr("from_engine")?.call1((
        status.as_str().unwrap_or("internal"),
        error.code(),
        error.message(),
        error.message_cs(),
        PyBytes::new(py, details.as_bytes()),
    ))
}

/// The exception of a declared code, for what the Python layer refuses before it crosses:
/// the same code, the same sentence.
#[pyfunction]
pub fn coded<'py>(py: Python<'py>, code: &str, details: &[u8]) -> PyResult<Bound<'py, PyAny>> {
    let details = serde_json::from_slice(details).unwrap_or_default();
    exception(py, &again(code, details))
}

/// An error of a code that came back from Python.
pub fn again(code: &str, parameters: Map<String, Value>) -> Error {
    match codes().into_iter().find(|known| known.code == code) {
        Some(code) => {
            let error = Error::new(&Again { code, parameters: &parameters });
            parameters.iter().fold(error, |error, (name, value)| error.with(name, value))
        }
        None => Door::Panicked { what: format!("there is no code {code}") }.into(),
    }
}

struct Again<'a> {
    code: &'static Code,
    parameters: &'a Map<String, Value>,
}

impl Coded for Again<'_> {
    fn code(&self) -> &'static Code {
        self.code
    }

    fn parameters(&self) -> Map<String, Value> {
        self.parameters.clone()
    }
}

/// A value of a call that cannot be read.
pub fn unreadable(path: &str, reason: impl ToString) -> Error {
    Door::Unreadable { path: path.to_owned(), reason: reason.to_string() }.into()
}
