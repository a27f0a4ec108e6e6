//! The company that does the service: who it is on documents, what it has decided once for all.

mod command;
mod decide;
mod event;
mod query;
mod refusal;
mod settings;

pub use command::Command;
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;
pub use settings::{Profile, Settings, SettingsChange};

use crate::access::Reach;
use crate::error::Error;
use crate::noun::{Asked, Links, Manner, Noun};
use crate::port::index::{Entry, Table};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The company as a noun.
pub struct Company;

/// A company. Its id leads every key: two companies in one store never see each other (E98).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct State {
    /// Who it is on documents.
    pub profile: Profile,
    /// What it has decided once for all.
    pub settings: Settings,
    /// Roles of its own: role to verb to reach.
    pub roles: BTreeMap<String, BTreeMap<String, Reach>>,
}

impl State {
    /// How far a verb reaches for a role of this company, built in or its own.
    pub fn reach(&self, role: &str, verb: &str) -> Reach {
        crate::access::reach(role, verb).unwrap_or_else(|| {
            let own = self.roles.get(role).and_then(|verbs| verbs.get(verb));
            own.copied().unwrap_or(Reach::No)
        })
    }
}

impl Noun for Company {
    const NAME: &'static str = "company";
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
            Command::Found { .. } => Manner::Creates,
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

    fn entries(_: Uuid, state: &State) -> Vec<Entry> {
        query::entries(state)
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }

    fn ask(filter: &Filter, order: &Order) -> Result<Asked, Error> {
        Ok(query::ask(filter, order))
    }
}
