//! Visits: appointments of technicians.

pub mod calendar_entry;
