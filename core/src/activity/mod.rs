//! The service activity: the piece of service work that all the rest hangs on (S1, S13, S14).
//!
//! It belongs to a customer and mostly to a piece of equipment. When and by whom it is worked on
//! is said by its visits, what was done by its report, what is billed by the ledger; none of
//! that is copied here.

mod command;
mod decide;
mod event;
mod lifecycle;
mod query;
mod refusal;

pub use command::Command;
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use lifecycle::{Lifecycle, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE, TECHNICIANS, WORDS};
pub use refusal::Refusal;

use crate::journal::FreeText;
use crate::noun::{Links, Manner, Noun, doors, verbs};
use crate::port::index::{Cond, Link, is};
use crate::schedule::Instant;
use crate::series::Number;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The activity as a noun.
pub struct Activity;

/// The kind of an activity (S14). It sets defaults only: coverage decides line by line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One-off service (jednorázový).
    #[default]
    OneOff,
    /// Recurring service (pravidelný): created by a plan.
    Recurring,
    /// Warranty service (záruční).
    Warranty,
}

/// Which occurrence of which plan an activity is (R7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Occurrence {
    /// The plan.
    pub plan: Uuid,
    /// The date that the rule gave it, whatever it was moved to.
    pub original_date: chrono::NaiveDate,
}

/// A technical note (S18).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Its id.
    pub id: Uuid,
    /// What it says.
    pub text: FreeText,
    /// Never printed for the customer (E65).
    pub internal: bool,
    /// The fault as it was described too late, or against what another said: where the note stands
    /// for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Fault>,
    /// Who wrote it.
    pub by: Uuid,
    /// When.
    pub at: Instant,
    /// After the activity was closed or cancelled, or by one taken off it (R3).
    #[serde(default)]
    pub late: bool,
}

/// A fault (S19, S33): the symptom is known first, the rest on site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault {
    /// Its id.
    pub id: Uuid,
    /// What the customer saw.
    pub symptom: FreeText,
    /// What caused it.
    pub cause: Option<FreeText>,
    /// What was done about it.
    pub remedy: Option<FreeText>,
    /// Who last said so.
    pub by: Uuid,
    /// When.
    pub at: Instant,
    /// After the activity was closed or cancelled, or by one taken off it (R3).
    #[serde(default)]
    pub late: bool,
}

/// An activity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Where it stands.
    pub lifecycle: Lifecycle,
    /// For people.
    pub number: Number,
    /// One-off, recurring, warranty.
    pub kind: Kind,
    /// Whose.
    pub customer: Uuid,
    /// Where; one of the customer's sites.
    pub site: Option<Uuid>,
    /// On what.
    pub equipment: Option<Uuid>,
    /// In a line.
    pub title: FreeText,
    /// At length.
    pub description: FreeText,
    /// When the customer reported it: the day that coverage is judged by (R1).
    pub reported_at: Instant,
    /// Which occurrence of which plan it is, for a recurring one.
    pub occurrence: Option<Occurrence>,
    /// Who works on it.
    pub technicians: Vec<Uuid>,
    /// Who of them leads.
    pub lead: Option<Uuid>,
    /// Who was on it before: what they did there is still reported (R3).
    #[serde(default)]
    pub former: BTreeSet<Uuid>,
    /// Notes or faults came late, and no manager has settled them (R3).
    #[serde(default)]
    pub unsettled: bool,
    /// In order of time.
    pub notes: Vec<Note>,
    /// In order of time.
    pub faults: Vec<Fault>,
    /// Why it was cancelled, or closed before its work was done.
    pub reason: Option<FreeText>,
}

impl Noun for Activity {
    doors!("activity", fold 3, tables [TABLE, TECHNICIANS, WORDS]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::Draft { .. } => Manner::Creates,
            Command::AddNote { .. } | Command::AddFault { .. } | Command::RefineFault { .. } => {
                Manner::Adds
            }
            _ => Manner::Changes,
        }
    }

    fn number(state: &State) -> Option<&Number> {
        Some(&state.number)
    }

    fn links(id: Uuid, state: &State) -> Links {
        Links::to([Some(id), Some(state.customer), state.equipment])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        let settle = state.unsettled.then_some("settle");
        verbs(LIFECYCLE, state.lifecycle).into_iter().chain(settle).collect()
    }

    fn is_own(_: Uuid, state: &State, technician: Uuid) -> bool {
        state.technicians.contains(&technician)
    }

    fn was_own(state: &State, technician: Uuid) -> bool {
        state.former.contains(&technician)
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        let mine = is("technician", crate::port::index::Cell::Id(technician));
        vec![Cond::Has(&TECHNICIANS, Link::SameOwner, vec![mine])]
    }
}
