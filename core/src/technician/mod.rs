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

pub use command::Command;
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use hours::{Absence, Hours, Weekday};
pub use lifecycle::{Lifecycle, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE, WORDS};
pub use refusal::Refusal;

use crate::journal::Personal;
use crate::noun::{Links, Manner, Noun, doors, verbs};
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
    /// Where mails and calendar entries go.
    pub email: Option<Personal<String>>,
    /// For calls.
    pub phone: Option<Personal<String>>,
}

/// A technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Working here, or left.
    pub lifecycle: Lifecycle,
    /// Who it is.
    pub person: Person,
    /// Where the working hours are kept by the clock.
    pub zone: Zone,
    /// When the technician works in a common week.
    pub hours: Vec<Hours>,
    /// When the technician is away.
    pub absences: Vec<Absence>,
}

impl State {
    /// Whether new work may be assigned.
    pub fn is_active(&self) -> bool {
        self.lifecycle == Lifecycle::Active
    }
}

impl Noun for Technician {
    doors!("technician", fold 1, tables [TABLE, WORDS]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::Enlist { .. } => Manner::Creates,
            Command::AddAbsence { .. } => Manner::Adds,
            _ => Manner::Changes,
        }
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.lifecycle)
    }

    fn is_own(id: Uuid, _: &State, technician: Uuid) -> bool {
        id == technician
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        vec![Cond::Owner(technician)]
    }
}
