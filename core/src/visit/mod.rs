//! Visits: appointments of technicians.

pub mod calendar_entry;

use crate::port::index::{Table, id, int};

/// Filled in by the visit's own room.
pub const TABLE: Table =
    Table { name: "visit", columns: &[id("activity"), int("cancelled")], indexes: &[] };
