//! What may be read of messages.

use super::{Enclosed, Purpose, State, Status};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, int, one_of};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a message.
pub const TABLE: Table = Table {
    name: "message",
    columns: &[one_of("status", Status::VARIANTS), int("queued_at")],
    indexes: &[&["status", "queued_at"]],
    ..Table::BARE
};

/// Only those.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// In one of these statuses; all where empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By when it was queued.
    #[default]
    QueuedAt,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which.
    pub id: Uuid,
    /// Where it stands.
    pub status: Status,
    /// Why it goes out.
    pub purpose: Purpose,
    /// What it is about.
    pub subject: String,
    /// What goes along.
    pub enclosed: Option<Enclosed>,
    /// When it was queued.
    pub queued_at: Instant,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        status: state.status,
        purpose: state.purpose,
        subject: state.subject.reveal_text().to_owned(),
        enclosed: state.enclosed,
        queued_at: state.queued_at,
    };
    let status: &str = state.status.into();
    let cells = vec![Cell::text(status), Cell::Int(state.queued_at.micros())];
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
