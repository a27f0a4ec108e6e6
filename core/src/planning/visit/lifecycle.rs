//! Where a visit stands, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where a visit stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Offered to the customer.
    #[default]
    Proposed,
    /// In the technician's calendar.
    Planned,
    /// The technician has taken notice.
    Accepted,
    /// The technician is on the way.
    Travelling,
    /// The technician is at work.
    Working,
    /// The work is interrupted and goes on later.
    Paused,
    /// The visit is over, and everything was done.
    Done,
    /// Some is left to do.
    Partial,
    /// Nobody let the technician in.
    NoAccess,
    /// Will not take place.
    Cancelled,
}

use Status::{
    Accepted, Cancelled, Done, NoAccess, Partial, Paused, Planned, Proposed, Travelling, Working,
};

/// The table.
pub const TABLE: &[Step<Status>] = &[
    step(Proposed, "confirm", Planned),
    step(Proposed, "move", Proposed),
    step(Proposed, "decline", Proposed),
    step(Proposed, "suggest", Proposed),
    step(Proposed, "dismiss", Proposed),
    step(Proposed, "cancel", Cancelled),
    step(Planned, "accept", Accepted),
    step(Planned, "move", Planned),
    step(Planned, "decline", Planned),
    step(Planned, "suggest", Planned),
    step(Planned, "dismiss", Planned),
    step(Planned, "cancel", Cancelled),
    step(Planned, "travel", Travelling),
    step(Planned, "start", Working),
    step(Planned, "record_no_access", NoAccess),
    step(Accepted, "move", Planned),
    step(Accepted, "decline", Accepted),
    step(Accepted, "suggest", Accepted),
    step(Accepted, "dismiss", Accepted),
    step(Accepted, "cancel", Cancelled),
    step(Accepted, "travel", Travelling),
    step(Accepted, "start", Working),
    step(Accepted, "record_no_access", NoAccess),
    step(Travelling, "start", Working),
    step(Travelling, "record_no_access", NoAccess),
    step(Travelling, "cancel", Cancelled),
    step(Working, "pause", Paused),
    step(Working, "finish", Done),
    step(Working, "finish_partial", Partial),
    step(Paused, "resume", Working),
    step(Paused, "finish", Done),
    step(Paused, "finish_partial", Partial),
    // Work that was done although the visit had been cancelled: kept, and marked late (R3).
    step(Cancelled, "travel", Travelling),
    step(Cancelled, "start", Working),
    step(Cancelled, "record_no_access", NoAccess),
];

impl Status {
    /// Where a step of the day leads, whatever the visit has come to meanwhile: it is one state.
    pub(super) fn led_to(verb: &str) -> Option<Status> {
        TABLE.iter().find(|step| step.verb == verb).map(|step| step.to)
    }

    /// Whether something is still to come of it.
    pub const fn is_running(self) -> bool {
        matches!(self, Proposed | Planned | Accepted | Travelling | Working | Paused)
    }
}
