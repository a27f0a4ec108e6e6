//! Where a task stands, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where a task stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// It is still to be done.
    #[default]
    Open,
    /// It was said to be done.
    Done,
    /// It need not be done any more.
    Cancelled,
}

use Status::{Cancelled, Done, Open};

/// The table. Every verb that the state allows is here, also those that keep it.
pub const TABLE: &[Step<Status>] = &[
    step(Open, "update", Open),
    step(Open, "complete", Done),
    step(Open, "cancel", Cancelled),
    step(Done, "reopen", Open),
    step(Cancelled, "reopen", Open),
];
