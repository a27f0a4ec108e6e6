//! What may be read of series.

use super::State;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Table, int, is, text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a series and year.
pub const TABLE: Table = Table {
    name: "series",
    columns: &[text("name"), int("year")],
    indexes: &[&["name"]],
    ..Table::BARE
};

/// By what a list of series is narrowed: all that is said must hold, and nothing said is all. A
/// series is of one name and year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Series of this name, all their years: `activity`, `customer`, `equipment`, `job_sheet` or
    /// `invoice`. All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// By what a list of series is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the name of the series.
    #[default]
    Name,
}

/// What a list shows of a series of one name and year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The name of the series: `activity`, `customer`, `equipment`, `job_sheet` or `invoice`.
    pub name: String,
    /// The year of the series, local to the company.
    pub year: i32,
    /// The last number that was taken; the next one is greater by 1.
    pub last: u64,
}

pub(super) fn entries(_: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row { name: state.name.clone(), year: state.year, last: state.last };
    let cells = vec![Cell::text(&state.name), Cell::Int(i64::from(state.year))];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let conds = filter.name.iter().map(|name| is("name", Cell::text(name))).collect();
    Asked { table: &TABLE, conds, column: "name" }
}
