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
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;

use crate::error::Error;
use crate::journal::Personal;
use crate::noun::{Asked, Links, Manner, Noun, verbs};
use crate::port::index::{Cond, Entry, Table};
use crate::schedule::Zone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The technician as a noun.
pub struct Technician;

/// How to name and reach a technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// What the person is called.
    pub name: Personal<String>,
    /// Where mails and calendar entries go.
    pub email: Option<Personal<String>>,
    /// For calls.
    pub phone: Option<Personal<String>>,
}

/// A technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    const NAME: &'static str = "technician";
    const FOLD: u32 = 1;
    const TABLES: &'static [&'static Table] = &[&TABLE];
    type State = State;
    type Command = Command;
    type Event = Event;
    type Facts = Facts;
    type Filter = Filter;
    type Order = Order;
    type Row = Row;

    fn verb(command: &Command) -> &'static str {
        command.into()
    }

    fn manner(command: &Command) -> Manner {
        match command {
            Command::Enlist { .. } => Manner::Creates,
            Command::AddAbsence { .. } => Manner::Adds,
            _ => Manner::Changes,
        }
    }

    fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Error> {
        decide(state, command, facts).map_err(Error::from)
    }

    fn apply(state: State, event: &Event) -> State {
        apply(state, event)
    }

    fn kind(event: &Event) -> &'static str {
        event.into()
    }

    fn entries(id: Uuid, state: &State) -> Vec<Entry> {
        query::entries(id, state)
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.lifecycle)
    }

    fn ask(filter: &Filter, order: &Order) -> Result<Asked, Error> {
        Ok(query::ask(filter, order))
    }

    fn is_own(id: Uuid, _: &State, technician: Uuid) -> bool {
        id == technician
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        vec![Cond::Owner(technician)]
    }
}
