//! Callout for Python: the private module `_callout`.
//!
//! Bytes in, bytes out: what crosses is the JSON of the committed schemas. The package `callout`
//! puts types on top; nothing is decided here.

mod call;
mod clock;
mod engine;
mod error;
mod hook;
mod mailer;
mod registry;
mod toolbox;

use pyo3::prelude::*;

/// The engine and what is needed around it; use the package `callout`.
#[pymodule]
mod _callout {
    #[pymodule_export]
    use super::engine::Engine;
    #[pymodule_export]
    use super::error::coded;
    #[pymodule_export]
    use super::toolbox::{
        busy_file, calendar_feed, calendar_file, check_registration_number, codes, find_facts,
        labels, new_id, read_calendar, read_email, reasons, say, schema, tool,
    };
}
