//! A carrier of messages that is a Python object.

use callout_adapters::mail::compose::compose;
use callout_core::correspondence::{Envelope, OutgoingMail};
use callout_core::error::Error;
use callout_core::port::mailer::{Delivery, Mailer};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// A Python object with `send(envelope, message)`.
pub struct PythonMailer {
    object: Py<PyAny>,
}

impl PythonMailer {
    /// Takes it as it is: what it lacks shows when it is asked.
    pub fn new(object: Bound<'_, PyAny>) -> PythonMailer {
        PythonMailer { object: object.unbind() }
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
            self.hand_over(py, &envelope, &message).map_err(|raised| raised.to_string())
        });
        // Whoever cannot say that it was not sent leaves it open: a person decides (R8).
        let delivery = said
            .and_then(|json| serde_json::from_slice(&json).map_err(|reason| reason.to_string()));
        Ok(delivery.unwrap_or_else(|reason| Delivery::Unknown { reason }))
    }
}
