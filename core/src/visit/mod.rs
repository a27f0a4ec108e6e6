//! The visit: one technician's appointment on an activity (S23 to S25, S29, S37).
//!
//! Two technicians on one job have two visits (E37). What is planned is local wall time; what
//! happened is instants; the two never share a field. The event in a calendar is a projection.

pub mod calendar_entry;
mod command;
mod decide;
mod event;
mod lifecycle;
mod query;
mod refusal;

pub use command::Command;
pub use decide::{Clash, Facts, MOST_DAYS, OnActivity, decide};
pub use event::{Event, apply};
pub use lifecycle::{Lifecycle, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;

use crate::journal::FreeText;
use crate::noun::{Links, Manner, Noun, doors, verbs};
use crate::port::index::{Cell, Cond, is};
use crate::schedule::{Instant, Planned};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The visit as a noun.
pub struct Visit;

/// One step of the day of service, as it happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Into which state.
    pub to: Lifecycle,
    /// When, as the technician's device says.
    pub at: Instant,
    /// When Callout learned of it.
    pub recorded_at: Instant,
}

/// A step that was reported when the visit had gone another way meanwhile (R3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Beside {
    /// By whom.
    pub by: Uuid,
    /// What was done.
    pub step: Step,
    /// What there was to say.
    pub note: Option<FreeText>,
}

/// A visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Where it stands.
    pub lifecycle: Lifecycle,
    /// On which activity.
    pub activity: Uuid,
    /// Whose activity that is.
    pub customer: Uuid,
    /// On what.
    pub equipment: Option<Uuid>,
    /// By whom.
    pub technician: Uuid,
    /// From when it is planned.
    pub starts: Planned,
    /// Until when.
    pub ends: Planned,
    /// How often the plan was changed: the calendar entry's sequence (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// What happened, in order.
    pub steps: Vec<Step>,
    /// What there is to say about how it ended.
    pub note: Option<FreeText>,
    /// Whose it was before; what he did then, he may still report (R3).
    #[serde(default)]
    pub former: BTreeSet<Uuid>,
    /// What was reported although somebody had changed the visit meanwhile: it moved nothing.
    #[serde(default)]
    pub beside: Vec<Beside>,
    /// Reported after the activity was closed, the visit cancelled or given away (R3).
    pub late: bool,
    /// No manager has settled yet what came late.
    #[serde(default)]
    pub unsettled: bool,
    /// What a manager last said about it.
    #[serde(default)]
    pub settled: Option<FreeText>,
}

impl State {
    /// When the first work on it began.
    pub fn began(&self) -> Option<Instant> {
        self.steps.iter().find(|step| step.to == Lifecycle::Working).map(|step| step.at)
    }

    /// When it was over; nothing while something is still to come of it.
    pub fn ended(&self) -> Option<Instant> {
        self.steps.last().filter(|_| !self.lifecycle.is_running()).map(|step| step.at)
    }
}

impl Noun for Visit {
    doors!("visit", fold 2, tables [TABLE]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::Plan { .. } => Manner::Creates,
            Command::Move { .. }
            | Command::Cancel { .. }
            | Command::Confirm {}
            | Command::Accept {}
            | Command::Settle { .. } => Manner::Changes,
            // What was done is never refused for being late or stale.
            _ => Manner::Adds,
        }
    }

    fn links(_: Uuid, state: &State) -> Links {
        Links::to([Some(state.activity), Some(state.customer), state.equipment])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        let settle = state.unsettled.then_some("settle");
        verbs(LIFECYCLE, state.lifecycle).into_iter().chain(settle).collect()
    }

    fn is_own(_: Uuid, state: &State, technician: Uuid) -> bool {
        state.technician == technician
    }

    fn was_own(state: &State, technician: Uuid) -> bool {
        state.former.contains(&technician)
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        vec![is("technician", Cell::Id(technician))]
    }
}
