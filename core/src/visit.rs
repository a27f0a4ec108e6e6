//! Visits.
use crate::port::index::*;
/// T
pub const TABLE: Table =
    Table { name: "visit", columns: &[id("activity"), int("cancelled")], indexes: &[] };
