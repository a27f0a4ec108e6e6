//! Where a reported line stands, and what each status allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where a line stands. How much of it is billed is read from the ledger.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Planned by the manager, preliminary (S22).
    #[default]
    Planned,
    /// Reported by the technician, still being worked on.
    Reported,
    /// Handed to the manager, who is to decide.
    Submitted,
    /// Approved, wholly or in part.
    Approved,
    /// Will not be billed.
    Rejected,
    /// Back with the technician.
    Returned,
    /// Handed to invoicing: an invoice or the host bills it.
    Released,
    /// Taken out: only planned, or reported by mistake. It stands in no list.
    Removed,
}

use Status::{Approved, Planned, Rejected, Released, Removed, Reported, Returned, Submitted};

/// The table, of one line. Every verb that the status allows is here, also those that keep it.
/// Where a verb leads to several, `resolve` hangs on whether the late report is taken over.
pub const TABLE: &[Step<Status>] = &[
    step(Planned, "report_line", Reported),
    step(Planned, "remove_line", Removed),
    step(Reported, "report_line", Reported),
    step(Reported, "remove_line", Removed),
    step(Reported, "submit", Submitted),
    step(Reported, "approve", Approved),
    step(Reported, "reject", Rejected),
    step(Reported, "return", Returned),
    step(Reported, "resolve", Reported),
    step(Submitted, "report_line", Reported),
    step(Submitted, "approve", Approved),
    step(Submitted, "reject", Rejected),
    step(Submitted, "return", Returned),
    step(Submitted, "resolve", Submitted),
    step(Submitted, "resolve", Reported),
    // Its technician may never answer.
    step(Returned, "report_line", Reported),
    step(Returned, "remove_line", Removed),
    step(Returned, "approve", Approved),
    step(Returned, "reject", Rejected),
    step(Returned, "resolve", Returned),
    step(Returned, "resolve", Reported),
    step(Approved, "withdraw", Submitted),
    step(Approved, "release", Released),
    step(Approved, "resolve", Approved),
    step(Rejected, "withdraw", Submitted),
    step(Rejected, "resolve", Rejected),
    step(Rejected, "resolve", Reported),
    // The ledger has the last word.
    step(Released, "withdraw", Submitted),
    step(Released, "resolve", Released),
    // Who did not know that it was taken out reports on it all the same (R3).
    step(Removed, "report_line", Reported),
];
