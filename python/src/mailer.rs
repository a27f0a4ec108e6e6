//! A mailer of messages that is a Python object.

use callout_adapters::mail::compose::compose;
use callout_core::error::Error;
use callout_core::letter::{Envelope, OutgoingMail};
use callout_core::port::mailer::{Delivery, Mailer};
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::sync::{Mutex, PoisonError};

/// A Python object with `send(envelope, message)`.
pub struct PythonMailer {
    object: Py<PyAny>,
    /// What was raised that no mailer means: an interrupt, the end of the program.
    raised: Mutex<Option<PyErr>>,
}

impl PythonMailer {
    /// Takes it as it is: what it lacks shows when it is asked.
    pub fn new(object: Bound<'_, PyAny>) -> PythonMailer {
        PythonMailer { object: object.unbind(), raised: Mutex::new(None) }
    }

    /// What was raised inside and is to go on to the caller.
    pub fn raised(&self) -> Option<PyErr> {
        self.raised.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// `callout._mailer` reads what the object said or raised.
    fn hand_over(&self, py: Python<'_>, envelope: &str, message: &[u8]) -> PyResult<Vec<u8>> {
        let message = PyBytes::new(py, message);
        let said = py
            .import("callout._mailer")?
            .call_method1("hand_over", (self.object.bind(py), envelope, message))?;
        Ok(said.cast::<PyBytes>()?.as_bytes().to_vec())
    }
}

impl Mailer for PythonMailer {
    fn id(&self) -> &str {
        "host"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        let message = compose(mail)?;
        let envelope = Envelope::of(mail).json();
        let said = Python::attach(|py| {
            self.hand_over(py, &envelope, &message).map_err(|raised| {
                let words = raised.to_string();
                // The round ends with the message, then the caller hears of it.
                if !raised.is_instance_of::<PyException>(py) {
                    *self.raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(raised);
                }
                words
            })
        });
        // Whoever cannot say that it was not sent leaves it open: a person decides (R8).
        let delivery = said
            .and_then(|json| serde_json::from_slice(&json).map_err(|reason| reason.to_string()));
        Ok(delivery.unwrap_or_else(|reason| Delivery::Unknown { reason }))
    }
}
