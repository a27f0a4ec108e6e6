//! What happened to a visit.

use super::{ConflictingStep, Lifecycle, State, Step};
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
            let lifecycle = if proposed { Lifecycle::Proposed } else { Lifecycle::Planned };
            State {
                lifecycle,
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
            State { lifecycle: Lifecycle::Planned, sequence: state.sequence + 1, ..state }
        }
        Event::Followed { customer, equipment } => State { customer, equipment, ..state },
        Event::Moved { technician, starts, ends } => {
            let lifecycle = match state.lifecycle {
                Lifecycle::Proposed => Lifecycle::Proposed,
                _ => Lifecycle::Planned,
            };
            let sequence = state.sequence + 1;
            state.former.insert(state.technician);
            state.former.remove(&technician);
            State { lifecycle, technician, starts, ends, sequence, ..state }
        }
        Event::Accepted {} => State { lifecycle: Lifecycle::Accepted, ..state },
        Event::Stepped { step, note, late } => {
            // What was called off stands again.
            state.sequence += u32::from(state.lifecycle == Lifecycle::Cancelled);
            state.lifecycle = step.to;
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
            lifecycle: Lifecycle::Cancelled,
            sequence: state.sequence + 1,
            note: Some(reason),
            ..state
        },
    }
}
