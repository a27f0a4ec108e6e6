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
pub enum Event {
    /// The technician was taken on.
    Created {
        /// Name, address and telephone number of the technician.
        person: Person,
        /// The zone of the clock by which working hours and absences are meant.
        zone: Zone,
    },
    /// It was said better who the technician is, how to reach them, or by which clock they work.
    Updated {
        /// Name, address and telephone number from then on; all of it, also what stayed.
        person: Person,
        /// The zone of the clock by which working hours and absences are meant from then on.
        zone: Zone,
    },
    /// It was said when the technician works in a common week: all hours anew (E40).
    HoursSet {
        /// All working hours of a common week, in its order. Empty where there are none: then any
        /// time counts as one of work (E40).
        hours: Vec<Hours>,
    },
    /// A time away was added (S24).
    AbsenceAdded {
        /// The time away: its id, when it begins and ends, and why.
        absence: Absence,
    },
    /// A time away was taken back.
    AbsenceRemoved {
        /// The id of the absence that was taken back.
        absence: Uuid,
    },
    /// The technician works here no more; past work stays theirs (E38).
    Deactivated {},
    /// The technician works here again.
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
