//! What may be read of price lists.

use super::State;
use crate::money::Currency;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, int, is, text};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a price list.
pub const TABLE: Table = Table {
    name: "price_list",
    columns: &[text("currency"), int("valid_from")],
    indexes: &[&["valid_from"], &["currency", "valid_from"]],
    ..Table::BARE
};

/// By what a list of price lists is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::{price_list::Filter, money::Currency};
/// let currency = Some(Currency::Czk);
/// let of_the_day = Filter { currency, on: Some("2026-10-16".parse()?) };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Price lists in this currency; in any where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// Price lists that begin on this day or before it: the newest of a currency among them is the
    /// one that holds on the day, the others have held before. All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

/// By what a list of price lists is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the first day on which they hold.
    #[default]
    ValidFrom,
}

/// What a list shows of a price list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The price list's id.
    pub id: Uuid,
    /// The name by which people know it; it is quoted with every price that it gives.
    pub name: String,
    /// The currency of all its prices.
    pub currency: Currency,
    /// The first day of work for which it holds; it holds until another list of the same currency
    /// begins (R1).
    pub valid_from: NaiveDate,
    /// How many codes it has a price for.
    pub items: u32,
    /// The version of the price list when the page was read, from 1: a command that changes it
    /// gives it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

/// A day as it is indexed.
pub(crate) fn day(date: NaiveDate) -> Cell {
    Cell::Int(i64::from(date.num_days_from_ce()))
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        name: state.name.clone(),
        currency: state.currency,
        valid_from: state.valid_from,
        items: state.items.len() as u32,
        ..Row::default()
    };
    let cells = vec![Cell::text(state.currency.code()), day(state.valid_from)];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.currency.map(|currency| is("currency", Cell::text(currency.code()))));
    let next = filter.on.and_then(|on| on.succ_opt());
    conds.extend(next.map(|next| Cond::Below("valid_from", day(next))));
    Asked { table: &TABLE, conds, column: "valid_from" }
}
