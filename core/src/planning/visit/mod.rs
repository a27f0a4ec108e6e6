//! The visit: one technician's appointment on an activity (S23 to S25, S29, S37).
//!
//! Two technicians on one job have two visits (E37). What is planned is local wall time; what
//! happened is instants; the two never share a field. The event in a calendar is a projection.

pub mod calendar_entry;
mod command;
mod decide;
mod event;
mod lifecycle;
mod obstacle;
mod query;
mod refusal;
mod suggestion;
mod told;

pub use command::{
    Accept, Cancel, Command, Confirm, Decline, Dismiss, Finish, FinishPartial, Follow, Move, Pause,
    Plan, RecordNoAccess, Resolve, Resume, Start, Suggest, Travel, Verb,
};
pub use decide::{Clash, Facts, MAX_DAYS, MAX_VISITS, OnActivity, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use obstacle::Obstacle;
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;
pub use suggestion::{Suggestion, Wish};

use crate::journal::FreeText;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
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
    /// The state to which it led.
    pub to: Status,
    /// The moment at which it happened, as the technician's device says.
    pub at: Instant,
    /// The moment at which Callout learned of it.
    pub recorded_at: Instant,
}

/// A step that was reported when the visit had gone another way meanwhile (R3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictingStep {
    /// The id of the technician who reported it.
    pub by: Uuid,
    /// What was done, and when.
    pub step: Step,
    /// What the technician said about it, in words; nothing where there was nothing to say.
    pub note: Option<FreeText>,
}

/// A visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The state in which it is, from proposed to done, partial, without access or cancelled.
    pub status: Status,
    /// The id of the activity on which it is.
    pub activity: Uuid,
    /// The id of the customer whose activity that is.
    pub customer: Uuid,
    /// The id of the equipment that the activity is on; nothing where it names none.
    pub equipment: Option<Uuid>,
    /// The id of the technician whose visit it is now.
    pub technician: Uuid,
    /// When it is planned to begin: local time with its zone, and the instant that it means (R2).
    pub starts: Planned,
    /// When it is planned to end: local time with its zone, and the instant that it means (R2).
    pub ends: Planned,
    /// What may stand against it all the same, as was said when it was last planned or moved;
    /// nothing where it is missing.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub despite: BTreeSet<Obstacle>,
    /// What whoever goes would rather, as long as nobody has decided about it; missing where nobody
    /// said anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// How often it was confirmed, moved, left as it is, cancelled or taken up again, from 0. With
    /// that of its activity's place it is the calendar entry's sequence (RFC 5545, 3.8.7.4; RFC
    /// 5546, 2.1.4).
    pub sequence: u32,
    /// The steps that happened, in order.
    pub steps: Vec<Step>,
    /// What was last said about it, in words: what was found, what is left, or why it was
    /// cancelled. Nothing where nothing was said.
    pub note: Option<FreeText>,
    /// The ids of the technicians whose visit it was before: what they did then, they may still
    /// report (R3).
    #[serde(default)]
    pub former: BTreeSet<Uuid>,
    /// The steps that were reported although somebody had changed the visit meanwhile: they moved
    /// nothing (R3).
    #[serde(default)]
    pub conflicts: Vec<ConflictingStep>,
    /// Whether something about it was reported after the activity was closed or cancelled, or after
    /// the visit was cancelled, changed or given to somebody else (R3).
    pub late: bool,
    /// Whether something came late that no manager has resolved yet; until then the activity cannot
    /// be closed (`ACTIVITY-CLOSE-03`).
    #[serde(default)]
    pub unresolved: bool,
    /// What a manager last said about what came late; nothing where nobody did.
    #[serde(default)]
    pub resolution: Option<FreeText>,
}

impl State {
    /// When the first work on it began.
    pub fn began(&self) -> Option<Instant> {
        self.steps.iter().find(|step| step.to == Status::Working).map(|step| step.at)
    }

    /// When it was over; nothing while something is still to come of it.
    pub fn ended(&self) -> Option<Instant> {
        self.steps.last().filter(|_| !self.status.is_running()).map(|step| step.at)
    }
}

/// What may be asked next; what came late is resolved in any state, and what nobody suggested is
/// not dismissed.
fn next(status: Status, unresolved: bool, suggested: bool) -> Vec<&'static str> {
    let resolve = unresolved.then_some("resolve");
    let steps = verbs(LIFECYCLE, status).into_iter();
    steps.filter(|verb| suggested || *verb != "dismiss").chain(resolve).collect()
}

impl Noun for Visit {
    doors!("visit", fold 2, tables [TABLE]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = next(row.status, row.unresolved, row.wish.is_some());
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let activity = Named {
            noun: "activity",
            id: row.activity,
            name: Some(&mut row.activity_title),
            number: Some(&mut row.activity_number),
            part: None,
        };
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        let technician = Named::name("technician", row.technician, &mut row.technician_name);
        vec![activity, customer, technician]
    }

    fn links(_: Uuid, state: &State) -> Links {
        Links::to([Some(state.activity), Some(state.customer), state.equipment])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        next(state.status, state.unresolved, state.suggestion.is_some())
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
