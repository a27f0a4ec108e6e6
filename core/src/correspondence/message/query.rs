//! What may be read of messages.

use super::conclude::may_come_back;
use super::{Enclosed, Purpose, State, Status};
use crate::journal::Personal;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Link, Repeats, Table, among, id, int, is, one_of};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// The `due_at` of a message that waits for no later try: no clock that goes back may hold it.
pub(crate) const AT_ONCE: i64 = 0;

/// One row a message.
pub const TABLE: Table = Table {
    name: "message",
    columns: &[one_of("status", Status::VARIANTS), int("queued_at"), int("due_at"), id("customer")],
    indexes: &[
        &["status", "queued_at"],
        &["status", "due_at"],
        &["status", "due_at", "queued_at"],
        &["customer", "status", "queued_at"],
    ],
    ..Table::BARE
};

/// One row for each activity that a message is filed under.
pub const ACTIVITIES: Table = Table {
    name: "message_activity",
    columns: &[id("activity"), int("queued_at")],
    indexes: &[&["activity", "queued_at"]],
    repeats: Repeats { of: "message", columns: &["queued_at"], which: None },
    ..Table::BARE
};

/// By what a list of outgoing messages is narrowed: all that is said must hold, and nothing said is
/// all.
///
/// ```
/// use callout_core::message::{Filter, Status};
/// let unclear = vec![Status::Unknown, Status::Failed, Status::Bounced];
/// let to_look_at = Filter { statuses: unclear, ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Messages in one of these statuses; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Messages that are filed under the activity with this id; all where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Messages to the customer with this id; to anybody where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
}

/// By what a list of outgoing messages is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the moment at which it was queued.
    #[default]
    QueuedAt,
}

/// What a list shows of an outgoing message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the message, by which commands name it.
    pub id: Uuid,
    /// The status in which it is: queued, sent, failed, unknown, bounced or withdrawn.
    pub status: Status,
    /// Why it goes out: with a job sheet, with an invoice, or as a letter.
    pub purpose: Purpose,
    /// The subject of the mail; empty once its only recipient was forgotten.
    pub subject: String,
    /// The addresses to which it goes; without those that were forgotten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// The id of the customer to whom it goes; nothing where it goes to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// The name of that customer; empty where there is none, the actor may not read it, or it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The document that goes along as a file; nothing where none does.
    pub enclosed: Option<Enclosed>,
    /// The moment at which it was queued.
    pub queued_at: Instant,
    /// From when on it is tried again by itself; nothing where it waits for no such try.
    pub next_try: Option<Instant>,
    /// Whether it may still be said that it came back: some attempt may have been taken.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub may_bounce: bool,
    /// The version of the message when the page was read, from 1: a command that changes it gives
    /// it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        status: state.status,
        purpose: state.purpose,
        subject: state.subject.reveal_text().to_owned(),
        to: state.to.iter().filter_map(Personal::reveal).cloned().collect(),
        customer: state.customer,
        may_bounce: may_come_back(state).is_some(),
        enclosed: state.enclosed,
        queued_at: state.queued_at,
        next_try: state.next_try,
        ..Row::default()
    };
    let status: &str = state.status.into();
    let queued_at = Cell::Int(state.queued_at.micros());
    let due_at = Cell::Int(state.next_try.map_or(AT_ONCE, |at| at.micros()));
    let cells = vec![Cell::text(status), queued_at.clone(), due_at, Cell::id(state.customer)];
    let own = Entry { table: &TABLE, n: 0, cells, row: row(&shown) };
    let filed = (0..).zip(&state.activities).map(|(n, activity)| Entry {
        table: &ACTIVITIES,
        n,
        cells: vec![Cell::Id(*activity), queued_at.clone()],
        row: Vec::new(),
    });
    std::iter::once(own).chain(filed).collect()
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.activity.map(|activity| {
        Cond::Has(&ACTIVITIES, Link::SameOwner, vec![is("activity", Cell::Id(activity))])
    }));
    Asked { table: &TABLE, conds, column: "queued_at" }
}
