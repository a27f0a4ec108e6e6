//! Billing: how much is billed to whom, and the paper that says so.

pub mod invoice;
pub mod ledger;
