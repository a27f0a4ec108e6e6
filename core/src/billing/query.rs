//! What may be read of ledgers: what is left to bill (billing basis, S1, S51).

use super::State;
use crate::money::Exact;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, flag, id, is};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a line's account.
pub const TABLE: Table = Table {
    name: "ledger_account",
    columns: &[id("line"), flag("free")],
    indexes: &[&["free", "line"]],
    ..Table::BARE
};

/// Only those.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Of which something is left to bill, or nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// Of this activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By line.
    #[default]
    Line,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Of which activity.
    pub activity: Uuid,
    /// Which line.
    pub line: Uuid,
    /// Released.
    pub approved: Exact,
    /// Left to bill.
    pub free: Exact,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let accounts = (0..).zip(&state.accounts);
    let entry = |(n, (line, account)): (u32, (&Uuid, &super::Account))| {
        let free = account.free().unwrap_or(Exact::ZERO);
        let shown = Row { activity: owner, line: *line, approved: account.approved, free };
        let cells = vec![Cell::Id(*line), Cell::flag(free.is_positive())];
        Entry { table: &TABLE, n, cells, row: row(&shown) }
    };
    accounts.map(entry).collect()
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.free.map(|free| is("free", Cell::flag(free))));
    conds.extend(filter.activity.map(Cond::Owner));
    Asked { table: &TABLE, conds, column: "line" }
}
