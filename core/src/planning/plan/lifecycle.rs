//! Where a plan stands, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where a plan stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// It creates the activities of its occurrences.
    #[default]
    Active,
    /// It creates nothing until it is resumed.
    Paused,
    /// It creates nothing any more, unless it is reopened.
    Ended,
}

use Status::{Active, Ended, Paused};

/// The table. Every verb that the state allows is here, also those that keep it. One that was
/// paused when it ended is paused again once it is reopened.
pub const TABLE: &[Step<Status>] = &[
    step(Active, "generate_due", Active),
    step(Active, "set_rule", Active),
    step(Active, "skip", Active),
    step(Active, "unskip", Active),
    step(Active, "pause", Paused),
    step(Active, "end", Ended),
    step(Paused, "set_rule", Paused),
    step(Paused, "skip", Paused),
    step(Paused, "unskip", Paused),
    step(Paused, "resume", Active),
    step(Paused, "end", Ended),
    step(Ended, "reopen", Active),
];
