//! Technicians: who does the work, when they work and when they are away (S15, S24).
//!
//! A technician's id is the host's id of the person as an actor. Who left stays: past work
//! remains theirs (E38).

mod command;
mod decide;
mod event;
mod hours;
mod lifecycle;
mod query;
mod refusal;
mod told;

pub use command::{
    AddAbsence, Command, Create, Deactivate, Reactivate, RemoveAbsence, SetHours, Update, Verb,
};
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use hours::{Absence, Hours, Weekday};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE, WORDS};
pub use refusal::Refusal;

use crate::journal::Personal;
use crate::noun::{Links, Noun, Offered, doors, verbs};
use crate::port::index::Cond;
use crate::schedule::Zone;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The technician as a noun.
pub struct Technician;

/// How to name and reach a technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// What the person is called.
    pub name: Personal<String>,
    /// The address to which mails and calendar entries go; nothing where none is known.
    pub email: Option<Personal<String>>,
    /// The telephone number; nothing where none is known.
    pub phone: Option<Personal<String>>,
}

/// A technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Whether the technician works here or has left (E38).
    pub status: Status,
    /// Name, address and telephone number of the person.
    pub person: Person,
    /// The zone of the clock by which the working hours are meant.
    pub zone: Zone,
    /// The working hours of a common week, in its order. Empty where none were set: then any time
    /// counts as one of work (E40).
    pub hours: Vec<Hours>,
    /// The times at which the technician is away (S24), in the order in which they were added.
    pub absences: Vec<Absence>,
}

impl State {
    /// Whether new work may be assigned.
    pub fn is_active(&self) -> bool {
        self.status == Status::Active
    }
}

impl Noun for Technician {
    doors!("technician", fold 1, sorted, tables [TABLE, WORDS]);

    const PARTS: &'static [(&'static str, &'static str)] =
        &[("absence_added", "/absence/id"), ("absence_removed", "/absence")];

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = verbs(LIFECYCLE, row.status);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.status)
    }

    fn is_own(id: Uuid, _: &State, technician: Uuid) -> bool {
        id == technician
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        vec![Cond::Owner(technician)]
    }
}
