//! A hook after each commit that is a Python function.

use crate::error::to_python;
use callout_core::engine::write;
use callout_core::journal::Head;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// A Python function of a company and its head.
pub struct PythonHook {
    hook: Py<PyAny>,
}

impl PythonHook {
    /// Takes a function.
    ///
    /// # Errors
    /// A `TypeError` for what cannot be called.
    pub fn new(hook: Bound<'_, PyAny>) -> PyResult<PythonHook> {
        if !hook.is_callable() {
            return Err(PyTypeError::new_err("the hook is neither None nor can it be called"));
        }
        Ok(PythonHook { hook: hook.unbind() })
    }

    /// Tells where a company's journal ends. The command is done: what is raised goes to
    /// `sys.unraisablehook`, and no further.
    pub fn tell(&self, company: &str, head: &Head) {
        Python::attach(|py| {
            let hook = self.hook.bind(py);
            if let Err(raised) = told(hook, company, head) {
                raised.write_unraisable(py, Some(hook));
            }
        });
    }
}

/// `callout._hook` makes the types of the package.
fn told(hook: &Bound<'_, PyAny>, company: &str, head: &Head) -> PyResult<()> {
    let py = hook.py();
    let head = write(head).map_err(|error| to_python(py, &error))?;
    let tell = py.import("callout._hook")?.getattr("tell")?;
    tell.call1((hook, company, PyBytes::new(py, &head))).map(drop)
}
