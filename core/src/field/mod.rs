//! The field: what was done, and what the customer signed for.

pub mod job_sheet;
pub mod report;
