//! A company register that is a Python object.

use crate::error::again;
use callout_core::customer::RegistryFault;
use callout_core::error::Error;
use callout_core::port::registry::{CompanyRegistry, RegistryEntry};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// A Python object with `id` and `look_up(registration_number)`.
pub struct PythonRegistry {
    id: String,
    object: Py<PyAny>,
}

impl PythonRegistry {
    /// Reads the object's `id` once.
    ///
    /// # Errors
    /// What reading it raises.
    pub fn new(object: Bound<'_, PyAny>) -> PyResult<PythonRegistry> {
        let id = object.getattr("id")?.extract()?;
        Ok(PythonRegistry { id, object: object.unbind() })
    }

    /// What the object answered, as JSON; `None` when it knows no such company.
    fn ask(&self, py: Python<'_>, registration_number: &str) -> PyResult<Option<Vec<u8>>> {
        let answer = self.object.bind(py).call_method1("look_up", (registration_number,))?;
        if answer.is_none() {
            return Ok(None);
        }
        let json = py.import("callout._plain")?.call_method1("answer_json", (answer,))?;
        Ok(Some(json.cast::<PyBytes>()?.as_bytes().to_vec()))
    }

    /// A coded exception keeps its code; any other becomes `REGISTRY-DOWN-01`, and so does an
    /// interrupt: whoever asks goes on without this register. The traceback is in the details.
    fn fault(&self, py: Python<'_>, raised: &PyErr) -> Error {
        let told = || -> PyResult<(Option<String>, Vec<u8>, String, String)> {
            let value = raised.value(py);
            if let Some(traceback) = raised.traceback(py) {
                value.setattr("__traceback__", traceback)?;
            }
            py.import("callout._errors")?.call_method1("to_engine", (value,))?.extract()
        };
        let down = |reason: String| RegistryFault::Down { registry: self.id.clone(), reason };
        match told() {
            Ok((Some(code), details, _, traceback)) => {
                let details = serde_json::from_slice(&details).unwrap_or_default();
                again(&code, details).with("traceback", traceback)
            }
            Ok((None, _, reason, traceback)) => {
                Error::from(down(reason)).with("traceback", traceback)
            }
            Err(fault) => down(fault.to_string()).into(),
        }
    }
}

impl CompanyRegistry for PythonRegistry {
    fn id(&self) -> &str {
        &self.id
    }

    fn look_up(&self, registration_number: &str) -> Result<Option<RegistryEntry>, Error> {
        let answer = Python::attach(|py| {
            self.ask(py, registration_number).map_err(|raised| self.fault(py, &raised))
        })?;
        let Some(json) = answer else { return Ok(None) };
        let entry = callout_core::engine::read::<RegistryEntry>(&json).map_err(|error| {
            let reason = error.message();
            let unreadable = RegistryFault::Unreadable { registry: self.id.clone(), reason };
            Error::from(unreadable).with("path", error.details().get("path"))
        })?;
        Ok(Some(entry))
    }
}
