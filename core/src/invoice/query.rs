//! What may be read of invoices.

use super::{Lifecycle, State};
use crate::money::{Currency, Exact};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, id, is, one_of, text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row an invoice.
pub const TABLE: Table = Table {
    name: "invoice",
    columns: &[one_of("state", Lifecycle::VARIANTS), text("number"), id("customer")],
    indexes: &[&["state", "number"], &["customer", "state", "number"]],
    ..Table::BARE
};

/// Only those.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// In one of these states; all where empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<Lifecycle>,
    /// To this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By number; drafts first.
    #[default]
    Number,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which.
    pub id: Uuid,
    /// Where it stands.
    pub state: Lifecycle,
    /// Its number, once it is issued.
    pub number: Option<String>,
    /// To whom.
    pub customer: Uuid,
    /// For the work on these.
    pub activities: Vec<Uuid>,
    /// When it was issued.
    pub issued_on: Option<NaiveDate>,
    /// When it is to be paid.
    pub due_on: Option<NaiveDate>,
    /// To be paid.
    pub total: Exact,
    /// Of the total.
    pub currency: Currency,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let issue = state.issue.as_ref();
    let number = issue.map(|issue| issue.number.text());
    let shown = Row {
        id: owner,
        state: state.lifecycle,
        number: number.clone(),
        customer: state.customer,
        activities: state.activities.clone(),
        issued_on: issue.map(|issue| issue.issued_on),
        due_on: issue.map(|issue| issue.due_on),
        total: state.content.total,
        currency: state.content.currency,
    };
    let cells = vec![
        Cell::text(<&str>::from(state.lifecycle)),
        Cell::Text(number.unwrap_or_default()),
        Cell::Id(state.customer),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| Cell::text(<&str>::from(state))).collect();
        conds.push(Cond::In("state", states));
    }
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    Asked { table: &TABLE, conds, column: "number" }
}
