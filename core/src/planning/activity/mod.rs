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
mod requirements;
mod told;

pub use command::{
    AddFault, AddNote, Assign, Cancel, Close, Command, Complete, CorrectCustomer,
    CorrectReportedAt, Create, Join, Open, Reopen, Require, Resolve, Update, UpdateFault, Verb,
};
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{DUE, Filter, Order, Row, TABLE, TECHNICIANS, WORDS};
pub use refusal::Refusal;
pub use requirements::{
    Deadline, MAX_MINUTES, MAX_REQUIRED_SKILLS, MAX_WINDOWS, Priority, Requirements,
};

use crate::journal::FreeText;
use crate::noun::Number;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
use crate::port::index::{Cond, Link, is};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// The activity as a noun.
pub struct Activity;

/// The kind of an activity (S14). It sets defaults only: coverage decides line by line.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ActivityKind"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// One-off service (jednorázový), such as after a breakdown.
    #[default]
    OneOff,
    /// Recurring service (pravidelný): created by a plan.
    Recurring,
    /// Warranty service (záruční): work that a warranty may pay for.
    Warranty,
}

/// Which occurrence of which plan an activity is (R7).
///
/// ```
/// use callout_core::activity::Occurrence;
/// # let plan = uuid::Uuid::from_u128(1);
/// let occurrence = Occurrence { plan, original_date: "2027-07-15".parse()? };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Occurrence {
    /// The id of the plan.
    pub plan: Uuid,
    /// The local date that the rule gives it, whatever day it is moved to.
    pub original_date: chrono::NaiveDate,
}

/// A technical note (S18).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// The id of the note, under which the activity keeps it.
    pub id: Uuid,
    /// The note's text; empty once it was forgotten.
    pub text: FreeText,
    /// Whether it is kept from every paper that the customer sees (E65). A late note always is.
    pub internal: bool,
    /// The fault as a technician described it too late, or against what another had said: the note
    /// stands for that (R3). Nothing for a note of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Fault>,
    /// The id of the person who wrote it.
    pub by: Uuid,
    /// The moment at which it was written.
    pub at: Instant,
    /// Whether a technician wrote it after the activity was closed or cancelled or after being
    /// taken off it, or it stands for a fault that contradicts what another said (R3).
    #[serde(default)]
    pub late: bool,
}

/// A fault (S19, S33): the symptom is known first, the rest on site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault {
    /// The id of the fault, by which it is said better.
    pub id: Uuid,
    /// What the customer saw; empty once it was forgotten.
    pub symptom: FreeText,
    /// What caused it; nothing as long as nobody said.
    pub cause: Option<FreeText>,
    /// What was done about it; nothing as long as nobody said.
    pub remedy: Option<FreeText>,
    /// The id of the person who last described it.
    pub by: Uuid,
    /// The moment at which it was last described.
    pub at: Instant,
    /// Whether a technician described it after the activity was closed or cancelled, or after being
    /// taken off it (R3). A late fault stands on no job sheet.
    #[serde(default)]
    pub late: bool,
}

/// What names an activity's customer and equipment too, and comes along when those were the wrong
/// ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Followers {
    /// The ids of its visits.
    pub visits: Vec<Uuid>,
    /// The ids of the mails that are filed under it.
    pub mails: Vec<Uuid>,
    /// The ids of the open tasks about it.
    pub tasks: Vec<Uuid>,
    /// Whether it has a report.
    pub report: bool,
}

/// An activity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The state in which it is, from draft to closed or cancelled.
    pub status: Status,
    /// The number by which people know it, `SA-2026-00017`.
    pub number: Number,
    /// What sort of work it is: one-off, recurring or under warranty.
    pub kind: Kind,
    /// The id of the customer for whom the work is done.
    pub customer: Uuid,
    /// The id of the customer's site where the work is done; nothing where none was named.
    pub site: Option<Uuid>,
    /// The region in which that is, as the card of the customer or of the site said when the place
    /// was last named or the activity updated; missing where it said none (S26).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// The id of the equipment that is worked on; nothing where none was named.
    pub equipment: Option<Uuid>,
    /// What it is about, in one line; empty once it was forgotten.
    pub title: FreeText,
    /// What it is about at length, as the customer told it; empty where the title says all.
    pub description: FreeText,
    /// The moment at which the customer reported it; coverage is judged by its local day (R1).
    pub reported_at: Instant,
    /// The occurrence of a plan that it is; nothing for a call of its own.
    pub occurrence: Option<Occurrence>,
    /// Whether its work is construction or assembly work (CZ-CPA 41 to 43); as the card of the
    /// equipment says where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub construction: Option<bool>,
    /// What it asks of who plans it: how urgent it is, by when, who can do it, when the customer
    /// can (S29).
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub requirements: Requirements,
    /// The ids of the technicians who work on it; empty where nobody does.
    pub technicians: Vec<Uuid>,
    /// The id of the technician of them who leads; nothing where nobody is on it.
    pub lead: Option<Uuid>,
    /// The ids of the technicians who were on it before and are not now: what they did there, they
    /// may still report (R3).
    #[serde(default)]
    pub former: BTreeSet<Uuid>,
    /// Whether notes or faults came late that no manager has resolved (R3); until then it cannot be
    /// closed.
    #[serde(default)]
    pub unresolved: bool,
    /// The technical notes (S18), in the order in which they came.
    pub notes: Vec<Note>,
    /// The faults (S19), in the order in which they came.
    pub faults: Vec<Fault>,
    /// How often the place or the equipment of its work has changed, from 0: what calendar entries
    /// of its visits say with it (RFC 5546, 2.1.4).
    #[serde(default)]
    pub places: u32,
    /// Why it was cancelled, or closed before its work was done; nothing otherwise.
    pub reason: Option<FreeText>,
}

/// What may be asked next; what came late is resolved in any state.
fn next(status: Status, unresolved: bool) -> Vec<&'static str> {
    let resolve = unresolved.then_some("resolve");
    verbs(LIFECYCLE, status).into_iter().chain(resolve).collect()
}

impl Noun for Activity {
    doors!("activity", fold 3, tables [TABLE, TECHNICIANS, WORDS, DUE]);

    const PARTS: &'static [(&'static str, &'static str)] = &[
        ("note_added", "/note/id"),
        ("resolved", "/note/id"),
        ("fault_added", "/fault/id"),
        ("fault_updated", "/fault/id"),
    ];

    fn number(state: &State) -> Option<&Number> {
        Some(&state.number)
    }

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = next(row.status, row.unresolved);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn flagged(row: &mut Row, flag: &str, holds: bool) {
        if flag == "planned" {
            row.planned = holds;
        }
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let machine = row.equipment.map(|id| Named::name("equipment", id, &mut row.equipment_name));
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        let on = Named::names("technician", &row.technicians, &mut row.technician_names);
        let site =
            row.site.map(|site| Named::part("customer", row.customer, site, &mut row.site_name));
        machine.into_iter().chain(site).chain([customer]).chain(on).collect()
    }

    fn part(state: &State, part: Uuid) -> Option<String> {
        let fault = state.faults.iter().find(|fault| fault.id == part);
        fault.map(|fault| fault.symptom.words().to_owned())
    }

    fn links(id: Uuid, state: &State) -> Links {
        Links::to([Some(id), Some(state.customer), state.equipment])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        next(state.status, state.unresolved)
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
