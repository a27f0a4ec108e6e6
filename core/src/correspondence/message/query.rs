//! What may be read of messages.

use super::{Enclosed, Purpose, State, Status};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, int, one_of};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// The `due_at` of a message that waits for no later try: no clock that goes back may hold it.
pub(crate) const AT_ONCE: i64 = 0;

/// One row a message.
pub const TABLE: Table = Table {
    name: "message",
    columns: &[one_of("status", Status::VARIANTS), int("queued_at"), int("due_at")],
    indexes: &[&["status", "queued_at"], &["status", "due_at"], &["status", "due_at", "queued_at"]],
    ..Table::BARE
};

/// By what a list of outgoing messages is narrowed: all that is said must hold, and nothing said is
/// all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Messages in one of these statuses; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// The document that goes along as a file; nothing where none does.
    pub enclosed: Option<Enclosed>,
    /// The moment at which it was queued.
    pub queued_at: Instant,
    /// From when on it is tried again by itself; nothing where it waits for no such try.
    pub next_try: Option<Instant>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        status: state.status,
        purpose: state.purpose,
        subject: state.subject.reveal_text().to_owned(),
        enclosed: state.enclosed,
        queued_at: state.queued_at,
        next_try: state.next_try,
    };
    let status: &str = state.status.into();
    let queued_at = Cell::Int(state.queued_at.micros());
    let due_at = Cell::Int(state.next_try.map_or(AT_ONCE, |at| at.micros()));
    let cells = vec![Cell::text(status), queued_at, due_at];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    if !filter.statuses.is_empty() {
        let statuses = filter.statuses.iter().map(|status| Cell::text(<&str>::from(status)));
        conds.push(Cond::In("status", statuses.collect()));
    }
    Asked { table: &TABLE, conds, column: "queued_at" }
}
