//! What happened to a visit.

use super::{ConflictingStep, Obstacle, State, Status, Step, Suggestion};
use crate::journal::FreeText;
use crate::schedule::Planned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The visit was put into the technician's calendar (S25, S29), or offered to the customer.
    Planned {
        /// The id of the activity on which the visit is.
        activity: Uuid,
        /// The id of the customer whose activity that is.
        customer: Uuid,
        /// The id of the equipment that the activity is on; nothing where it names none.
        equipment: Option<Uuid>,
        /// The id of the technician whose visit it is.
        technician: Uuid,
        /// When it is planned to begin: local time with its zone, and the instant that it means
        /// (R2).
        starts: Planned,
        /// When it is planned to end: local time with its zone, and the instant that it means (R2).
        ends: Planned,
        /// Whether the visit was only offered to the customer so far.
        proposed: bool,
        /// The id of the activity on which the technician was put for it; missing where he was on
        /// it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        joins: Option<Uuid>,
        /// What may stand against the visit all the same; missing where nothing may.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        despite: BTreeSet<Obstacle>,
    },
    /// The customer agreed to what was proposed: the visit is planned.
    Confirmed {},
    /// The visit was moved to another time, or to another technician of the activity.
    Moved {
        /// The id of the technician whose visit it is from then on.
        technician: Uuid,
        /// When it is planned to begin from then on: local time with its zone, and the instant that
        /// it means (R2).
        starts: Planned,
        /// When it is planned to end from then on: local time with its zone, and the instant that
        /// it means (R2).
        ends: Planned,
        /// The id of the activity on which the technician was put for it; missing where he was on
        /// it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        joins: Option<Uuid>,
        /// What may stand against the visit all the same; missing where nothing may.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        despite: BTreeSet<Obstacle>,
    },
    /// The technician took notice of the visit.
    Accepted {},
    /// Who goes would rather come at another time, or not at all. Nothing of the visit is changed
    /// by that.
    Suggested {
        /// What would be better, who said so and where; in place of what was suggested before.
        suggestion: Suggestion,
    },
    /// The visit was left as it is, and what was suggested is not done: a manager decided so, or
    /// who had done it in the calendar undid it there.
    Dismissed {},
    /// A step of the day of service was done: the way, the work, an interruption, or the end of the
    /// visit.
    Stepped {
        /// The state to which the step led, when it happened and when Callout learned of it.
        step: Step,
        /// What was said about the step, in words: what was found, or what is left. Nothing where
        /// nothing was said.
        note: Option<FreeText>,
        /// Whether the step was reported after the activity was closed or cancelled, or after the
        /// visit was cancelled (R3).
        late: bool,
    },
    /// A step was reported when the visit had gone another way meanwhile, or was somebody else's:
    /// it is kept as a conflict and moves nothing (R3).
    StepConflicted {
        /// The state to which the step would have led, when it happened and when Callout learned of
        /// it.
        step: Step,
        /// What was said about the step, in words; nothing where nothing was said.
        note: Option<FreeText>,
        /// The id of the person who reported the step.
        by: Uuid,
    },
    /// A manager saw what came late and said what becomes of it (R3).
    Resolved {
        /// What becomes of it, in words.
        resolution: FreeText,
    },
    /// It was said that the visit will not take place.
    Cancelled {
        /// Why the visit will not take place, in words.
        reason: FreeText,
    },
    /// The activity of the visit has come to another customer or other equipment, and the visit
    /// came along.
    Followed {
        /// The id of the customer whose activity it is from then on.
        customer: Uuid,
        /// The id of the equipment that the activity is on from then on; nothing where it names
        /// none.
        equipment: Option<Uuid>,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Planned {
            activity,
            customer,
            equipment,
            technician,
            starts,
            ends,
            proposed,
            despite,
            ..
        } => {
            let status = if proposed { Status::Proposed } else { Status::Planned };
            State {
                status,
                activity,
                customer,
                equipment,
                technician,
                starts,
                ends,
                despite,
                ..State::default()
            }
        }
        Event::Confirmed {} => {
            let sequence = state.sequence + 1;
            State { status: Status::Planned, sequence, ..state }
        }
        Event::Followed { customer, equipment } => State { customer, equipment, ..state },
        Event::Moved { technician, starts, ends, despite, .. } => {
            let status = match state.status {
                Status::Proposed => Status::Proposed,
                _ => Status::Planned,
            };
            let sequence = state.sequence + 1;
            state.former.insert(state.technician);
            state.former.remove(&technician);
            let suggestion = None;
            State { status, technician, starts, ends, sequence, despite, suggestion, ..state }
        }
        Event::Accepted {} => State { status: Status::Accepted, suggestion: None, ..state },
        Event::Suggested { suggestion } => State { suggestion: Some(suggestion), ..state },
        Event::Dismissed {} => State { suggestion: None, sequence: state.sequence + 1, ..state },
        Event::Stepped { step, note, late } => {
            // What was called off stands again.
            state.sequence += u32::from(state.status == Status::Cancelled);
            state.status = step.to;
            state.steps.push(step);
            // Who goes has thought better of it.
            state.suggestion = None;
            state.note = note.or(state.note);
            state.late |= late;
            state.unresolved |= late;
            state
        }
        Event::StepConflicted { step, note, by } => {
            state.conflicts.push(ConflictingStep { by, step, note });
            State { late: true, unresolved: true, ..state }
        }
        Event::Resolved { resolution } => {
            State { unresolved: false, resolution: Some(resolution), ..state }
        }
        Event::Cancelled { reason } => {
            let (status, sequence) = (Status::Cancelled, state.sequence + 1);
            State { status, sequence, note: Some(reason), suggestion: None, ..state }
        }
    }
}
