//! What happened to an activity.

use super::{Fault, Followers, Kind, Note, Occurrence, State, Status};
use crate::journal::FreeText;
use crate::noun::Number;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to an activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Created {
        number: Number,
        kind: Kind,
        customer: Uuid,
        site: Option<Uuid>,
        equipment: Option<Uuid>,
        title: FreeText,
        description: FreeText,
        reported_at: Instant,
        occurrence: Option<Occurrence>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        construction: Option<bool>,
    },
    Updated {
        title: FreeText,
        description: FreeText,
        equipment: Option<Uuid>,
        site: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        construction: Option<bool>,
        /// What names the machine too, where it is another one.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        followers: Followers,
    },
    ReportedAtCorrected {
        reported_at: Instant,
        reason: FreeText,
    },
    CustomerCorrected {
        customer: Uuid,
        site: Option<Uuid>,
        equipment: Option<Uuid>,
        reason: FreeText,
        /// What comes along.
        followers: Followers,
    },
    Opened {},
    Assigned {
        technicians: Vec<Uuid>,
        lead: Option<Uuid>,
    },
    NoteAdded {
        note: Note,
    },
    /// What came late was looked at, and this is what a manager says about it.
    Resolved {
        note: Note,
    },
    FaultAdded {
        fault: Fault,
    },
    FaultUpdated {
        fault: Fault,
    },
    Completed {},
    Reopened {
        reason: FreeText,
    },
    Closed {
        reason: Option<FreeText>,
    },
    Cancelled {
        reason: FreeText,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created {
            number,
            kind,
            customer,
            site,
            equipment,
            title,
            description,
            reported_at,
            occurrence,
            construction,
        } => State {
            number,
            kind,
            customer,
            site,
            equipment,
            title,
            description,
            reported_at,
            occurrence,
            construction,
            ..State::default()
        },
        Event::Updated { title, description, equipment, site, construction, .. } => {
            let other = (site, equipment) != (state.site, state.equipment);
            let places = state.places + u32::from(other);
            State { title, description, equipment, site, construction, places, ..state }
        }
        Event::CustomerCorrected { customer, site, equipment, .. } => {
            State { customer, site, equipment, places: state.places + 1, ..state }
        }
        Event::ReportedAtCorrected { reported_at, .. } => State { reported_at, ..state },
        Event::Opened {} => State { status: Status::Open, ..state },
        Event::Assigned { technicians, lead } => {
            state.former.extend(state.technicians);
            state.former.retain(|before| !technicians.contains(before));
            State { technicians, lead, ..state }
        }
        Event::NoteAdded { note } => {
            state.unresolved |= note.late;
            state.notes.push(note);
            state
        }
        Event::Resolved { note } => {
            state.unresolved = false;
            state.notes.push(note);
            state
        }
        Event::FaultAdded { fault } => {
            state.unresolved |= fault.late;
            state.faults.push(fault);
            state
        }
        Event::FaultUpdated { fault } => {
            if let Some(known) = state.faults.iter_mut().find(|known| known.id == fault.id) {
                *known = fault;
            }
            state
        }
        Event::Completed {} => State { status: Status::Done, ..state },
        Event::Reopened { .. } => State { status: Status::Open, reason: None, ..state },
        Event::Closed { reason } => State { status: Status::Closed, reason, ..state },
        Event::Cancelled { reason } => {
            State { status: Status::Cancelled, reason: Some(reason), ..state }
        }
    }
}
