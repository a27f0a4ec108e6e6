//! What happened to a technician.

use super::{Absence, Hours, Person, State, Status};
use crate::schedule::Zone;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a technician.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Created { person: Person, zone: Zone },
    Updated { person: Person, zone: Zone },
    HoursSet { hours: Vec<Hours> },
    AbsenceAdded { absence: Absence },
    AbsenceRemoved { absence: Uuid },
    Deactivated {},
    Reactivated {},
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { person, zone } => State { person, zone, ..State::default() },
        Event::Updated { person, zone } => State { person, zone, ..state },
        Event::HoursSet { hours } => State { hours, ..state },
        Event::AbsenceAdded { absence } => {
            state.absences.push(absence);
            state
        }
        Event::AbsenceRemoved { absence } => {
            state.absences.retain(|known| known.id != absence);
            state
        }
        Event::Deactivated {} => State { status: Status::Inactive, ..state },
        Event::Reactivated {} => State { status: Status::Active, ..state },
    }
}
