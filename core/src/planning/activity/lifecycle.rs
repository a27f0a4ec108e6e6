//! Where an activity stands, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where an activity stands. "Scheduled", "partly approved" and "invoiced" are computed from
/// visits, report and ledger, and never stored.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Being prepared; of the technicians those see it who are on it already.
    #[default]
    Draft,
    /// To be worked on.
    Open,
    /// The work is done; approval and billing follow.
    Done,
    /// Closed: nothing more follows, unless it is reopened.
    Closed,
    /// Given up before anything was reported (R10).
    Cancelled,
}

use Status::{Cancelled, Closed, Done, Draft, Open};

/// The table. Every verb that the state allows is here, also those that keep it.
pub const TABLE: &[Step<Status>] = &[
    step(Draft, "open", Open),
    step(Draft, "update", Draft),
    step(Draft, "require", Draft),
    step(Draft, "correct_reported_at", Draft),
    step(Draft, "correct_customer", Draft),
    step(Draft, "assign", Draft),
    step(Draft, "add_note", Draft),
    step(Draft, "add_fault", Draft),
    step(Draft, "update_fault", Draft),
    step(Draft, "cancel", Cancelled),
    step(Open, "update", Open),
    step(Open, "require", Open),
    step(Open, "correct_reported_at", Open),
    step(Open, "correct_customer", Open),
    step(Open, "assign", Open),
    step(Open, "add_note", Open),
    step(Open, "add_fault", Open),
    step(Open, "update_fault", Open),
    step(Open, "complete", Done),
    step(Open, "close", Closed),
    step(Open, "cancel", Cancelled),
    step(Done, "add_note", Done),
    step(Done, "add_fault", Done),
    step(Done, "update_fault", Done),
    step(Done, "correct_reported_at", Done),
    step(Done, "correct_customer", Done),
    step(Done, "reopen", Open),
    step(Done, "close", Closed),
    step(Closed, "reopen", Open),
    // What was found on site is taken in whenever it is told, and marked late (R3).
    step(Closed, "add_note", Closed),
    step(Closed, "add_fault", Closed),
    step(Closed, "update_fault", Closed),
    step(Cancelled, "reopen", Open),
    step(Cancelled, "add_note", Cancelled),
    step(Cancelled, "add_fault", Cancelled),
    step(Cancelled, "update_fault", Cancelled),
];
