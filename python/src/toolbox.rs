//! What needs no engine.

use crate::call::call;
use crate::error::to_python;
use callout_adapters::system::SystemIds;
use callout_adapters::wire;
use callout_core::codebook;
use callout_core::customer::RegistrationNumber;
use callout_core::engine::{schemas_json, write};
use callout_core::port::ids::Ids;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// The IČO in its eight digits.
#[pyfunction]
pub fn check_registration_number(py: Python<'_>, registration_number: &str) -> PyResult<String> {
    let checked =
        RegistrationNumber::parse(registration_number).map_err(|error| to_python(py, &error))?;
    Ok(checked.to_string())
}

/// Every code with its sentences, as `include/schema/codes.json` has them.
#[pyfunction]
pub fn codes(py: Python<'_>) -> PyResult<Bound<'_, PyBytes>> {
    write(&codebook::codes())
        .map(|codes| PyBytes::new(py, &codes))
        .map_err(|error| to_python(py, &error))
}

/// Every reason with its sentences, as `include/schema/reasons.json` has them.
#[pyfunction]
pub fn reasons(py: Python<'_>) -> PyResult<Bound<'_, PyBytes>> {
    let reasons = write(&callout_core::reason::registry());
    reasons.map(|reasons| PyBytes::new(py, &reasons)).map_err(|error| to_python(py, &error))
}

/// The labels of nouns, statuses and verbs, as `include/schema/labels.json` has them.
#[pyfunction]
pub fn labels(py: Python<'_>) -> PyResult<Bound<'_, PyBytes>> {
    let labels = write(&codebook::labels());
    labels.map(|labels| PyBytes::new(py, &labels)).map_err(|error| to_python(py, &error))
}

/// A reason in a language, both asked as JSON.
#[pyfunction]
pub fn say(py: Python<'_>, asked: &[u8]) -> PyResult<String> {
    wire::say(asked).map_err(|error| to_python(py, &error))
}

/// The JSON Schemas of a noun, of `engine` or of `toolbox`.
#[pyfunction]
pub fn schema<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyBytes>> {
    let schemas = schemas_json(name).map_err(|error| to_python(py, &error))?;
    Ok(PyBytes::new(py, &schemas))
}

/// What a tool answers, asked by its name with JSON.
#[pyfunction]
pub fn tool<'py>(py: Python<'py>, name: &str, asked: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || callout_core::engine::tool(name, asked)).map(|answer| PyBytes::new(py, &answer))
}

/// A new id, ordered by time (UUIDv7).
#[pyfunction]
pub fn new_id() -> String {
    SystemIds.id().to_string()
}

/// What an e-mail says, as JSON.
#[pyfunction]
pub fn read_email<'py>(py: Python<'py>, message: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || wire::read_email(message)).map(|mail| PyBytes::new(py, &mail))
}

/// The facts of an enquiry, as JSON.
#[pyfunction]
pub fn find_facts<'py>(
    py: Python<'py>,
    message: &[u8],
    own: &[u8],
) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || wire::find_facts(message, own)).map(|facts| PyBytes::new(py, &facts))
}

/// An entry for a calendar as a file, both asked as JSON.
#[pyfunction]
pub fn calendar_file<'py>(py: Python<'py>, asked: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || wire::calendar_file(asked)).map(|file| PyBytes::new(py, &file))
}

/// A feed of a technician's visits as a file, asked as JSON.
#[pyfunction]
pub fn calendar_feed<'py>(py: Python<'py>, asked: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || wire::calendar_feed(asked)).map(|file| PyBytes::new(py, &file))
}

/// Busy times as a file, asked as JSON.
#[pyfunction]
pub fn busy_file<'py>(py: Python<'py>, asked: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || wire::busy_file(asked)).map(|file| PyBytes::new(py, &file))
}

/// What a calendar file says, as JSON.
#[pyfunction]
pub fn read_calendar<'py>(py: Python<'py>, file: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    call(py, || wire::read_calendar(file)).map(|read| PyBytes::new(py, &read))
}
