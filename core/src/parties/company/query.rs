//! What may be read of a company.

use super::State;
use crate::noun::Asked;
use crate::port::index::{Cell, Entry, Table, text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a company.
pub const TABLE: Table =
    Table { name: "company", columns: &[text("name")], indexes: &[&["name"]], ..Table::BARE };

/// Nothing to narrow by: a request sees its own company only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Filter {}

/// By what a list of companies is ordered. A request sees its own company only, so a list has one
/// row at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the business name.
    #[default]
    Name,
}

/// What a list shows of the company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The business name (BT-27), as it stands on documents.
    pub name: String,
}

pub(super) fn entries(_: Uuid, state: &State) -> Vec<Entry> {
    let row = Row { name: state.profile.name.clone() };
    let cells = vec![Cell::text(&row.name)];
    vec![Entry { table: &TABLE, n: 0, cells, row: crate::noun::row(&row) }]
}

pub(super) fn ask(_: &Filter, order: &Order) -> Asked {
    let column = match order {
        Order::Name => "name",
    };
    Asked { table: &TABLE, conds: Vec::new(), column }
}
