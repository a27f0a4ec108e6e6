//! What may be read of ledgers: what is left to bill (billing basis, S1, S51).

use super::{Account, State};
use crate::coverage::Payer;
use crate::money::Exact;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, flag, id, is, one_of};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row an account: a line and a payer.
pub const TABLE: Table = Table {
    name: "ledger_account",
    columns: &[id("line"), one_of("payer", Payer::VARIANTS), flag("free")],
    indexes: &[&["payer", "free", "line"]],
    ..Table::BARE
};

/// By what a list of ledger accounts is narrowed: all that is said must hold, and nothing said is
/// all. An account is a released line and one payer of it.
///
/// ```
/// use callout_core::ledger::Filter;
/// let to_bill = Filter { free: Some(true), ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// `true` for accounts of which some quantity is left to bill or to hand over, `false` for
    /// those of which nothing is; both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// Accounts of the lines of the activity with this id; of all activities where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Accounts that this payer bears, the customer or the warranty; of both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<Payer>,
}

/// By what a list of ledger accounts is ordered; equal ones by the ids of their activities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the id of the reported line.
    #[default]
    Line,
}

/// What a list shows of a ledger account: a released line and one payer of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the activity.
    pub activity: Uuid,
    /// The number of that activity, `SA-2026-00017`; empty where the actor may not read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_number: String,
    /// The id of the reported line.
    pub line: Uuid,
    /// Who bears this part of the line: the customer, or the warranty.
    pub payer: Payer,
    /// The quantity that was released for this payer, in the unit of the line.
    pub approved: Exact,
    /// The quantity that is left to bill or to hand over, in the unit of the line.
    pub free: Exact,
    /// The version of the ledger that the line is of when the page was read, from 1: a command that
    /// changes it gives it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let entry = |(n, (line, payer, account)): (u32, (Uuid, Payer, &Account))| {
        let free = account.free().unwrap_or(Exact::ZERO);
        let shown = Row {
            activity: owner,
            line,
            payer,
            approved: account.approved,
            free,
            ..Row::default()
        };
        let payer = Cell::text(<&str>::from(payer));
        let cells = vec![Cell::Id(line), payer, Cell::flag(free.is_positive())];
        Entry { table: &TABLE, n, cells, row: row(&shown) }
    };
    (0..).zip(state.each()).map(entry).collect()
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.free.map(|free| is("free", Cell::flag(free))));
    conds.extend(filter.payer.map(|payer| is("payer", Cell::text(<&str>::from(payer)))));
    conds.extend(filter.activity.map(Cond::Owner));
    Asked { table: &TABLE, conds, column: "line" }
}
