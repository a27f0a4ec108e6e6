//! What happened to a visit.

use super::{ConflictingStep, State, Status, Step};
use crate::journal::FreeText;
use crate::schedule::Planned;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Planned {
        activity: Uuid,
        customer: Uuid,
        equipment: Option<Uuid>,
        technician: Uuid,
        starts: Planned,
        ends: Planned,
        proposed: bool,
    },
    Confirmed {},
    Moved {
        technician: Uuid,
        starts: Planned,
        ends: Planned,
    },
    Accepted {},
    /// The technician did a step.
    Stepped {
        step: Step,
        note: Option<FreeText>,
        late: bool,
    },
    /// The same, when the visit had gone another way meanwhile: it moves nothing.
    StepConflicted {
        step: Step,
        note: Option<FreeText>,
        by: Uuid,
    },
    Resolved {
        resolution: FreeText,
    },
    Cancelled {
        reason: FreeText,
    },
    /// Its activity turned out to be another customer's.
    Followed {
        customer: Uuid,
        equipment: Option<Uuid>,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Planned { activity, customer, equipment, technician, starts, ends, proposed } => {
            let status = if proposed { Status::Proposed } else { Status::Planned };
            State {
                status,
                activity,
                customer,
                equipment,
                technician,
                starts,
                ends,
                ..State::default()
            }
        }
        Event::Confirmed {} => {
            State { status: Status::Planned, sequence: state.sequence + 1, ..state }
        }
        Event::Followed { customer, equipment } => State { customer, equipment, ..state },
        Event::Moved { technician, starts, ends } => {
            let status = match state.status {
                Status::Proposed => Status::Proposed,
                _ => Status::Planned,
            };
            let sequence = state.sequence + 1;
            state.former.insert(state.technician);
            state.former.remove(&technician);
            State { status, technician, starts, ends, sequence, ..state }
        }
        Event::Accepted {} => State { status: Status::Accepted, ..state },
        Event::Stepped { step, note, late } => {
            // What was called off stands again.
            state.sequence += u32::from(state.status == Status::Cancelled);
            state.status = step.to;
            state.steps.push(step);
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
        Event::Cancelled { reason } => State {
            status: Status::Cancelled,
            sequence: state.sequence + 1,
            note: Some(reason),
            ..state
        },
    }
}
