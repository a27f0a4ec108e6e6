//! What may be read of invoices.

use super::{State, Status};
use crate::money::{Currency, Exact};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, id, int, is, one_of, text};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row an invoice.
pub const TABLE: Table = Table {
    name: "invoice",
    columns: &[
        one_of("status", Status::VARIANTS),
        text("number"),
        id("customer"),
        int("issued_on"),
    ],
    indexes: &[
        &["status", "number"],
        &["customer", "status", "number"],
        &["status", "issued_on"],
        &["customer", "status", "issued_on"],
    ],
    ..Table::BARE
};

/// By what a list of invoices is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::invoice::Filter;
/// let october = Filter {
///     issued_from: Some("2026-10-01".parse()?),
///     issued_until: Some("2026-10-31".parse()?),
///     ..Default::default()
/// };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Invoices in one of these states; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Invoices to the customer with this id; to all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Invoices issued on this day (BT-2) or after it; all, also drafts, where it is missing.
    /// Together with `issued_until` it gives those of a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_from: Option<NaiveDate>,
    /// Invoices issued on this day or before it; all, also drafts, where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_until: Option<NaiveDate>,
}

/// By what a list of invoices is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the number as text, `FV-2026-00017`; those without one, drafts and drafts that were
    /// thrown away, come first.
    #[default]
    Number,
    /// By the day of issue (BT-2); those without one come first.
    IssuedOn,
}

/// What a list shows of an invoice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the invoice, by which commands and other records name it.
    pub id: Uuid,
    /// The state in which it is: draft, issued or void.
    pub status: Status,
    /// The number (BT-1) by which people know it, `FV-2026-00017`; nothing before it is issued.
    pub number: Option<String>,
    /// The id of the customer to whom it is made out.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The ids of the activities whose work it bills.
    pub activities: Vec<Uuid>,
    /// Their numbers, in the order of the ids; empty for those that the actor may not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activity_numbers: Vec<String>,
    /// The day of issue (BT-2), local to the company; nothing before it is issued.
    pub issued_on: Option<NaiveDate>,
    /// The day until which it is to be paid (BT-9); nothing before it is issued.
    pub due_on: Option<NaiveDate>,
    /// The amount to be paid, tax included (BT-112, BT-115).
    pub total: Exact,
    /// The currency of the amount (BT-5).
    pub currency: Currency,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let issue = state.issue.as_ref();
    let number = issue.map(|issue| issue.number.text());
    let shown = Row {
        id: owner,
        status: state.status,
        number: number.clone(),
        customer: state.customer,
        activities: state.activities.clone(),
        issued_on: issue.map(|issue| issue.issued_on),
        due_on: issue.map(|issue| issue.due_on),
        total: state.content.total,
        currency: state.content.currency,
        ..Row::default()
    };
    let cells = vec![
        Cell::text(<&str>::from(state.status)),
        Cell::Text(number.unwrap_or_default()),
        Cell::Id(state.customer),
        issue.map_or(Cell::Null, |issue| day(issue.issued_on)),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

fn day(day: NaiveDate) -> Cell {
    Cell::Int(i64::from(day.num_days_from_ce()))
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    if !filter.statuses.is_empty() {
        let states = filter.statuses.iter().map(|state| Cell::text(<&str>::from(state))).collect();
        conds.push(Cond::In("status", states));
    }
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.issued_from.map(|from| Cond::AtLeast("issued_on", day(from))));
    conds.extend(filter.issued_until.and_then(|until| {
        let next = until.succ_opt()?;
        Some(Cond::Below("issued_on", day(next)))
    }));
    let column = match order {
        Order::Number => "number",
        Order::IssuedOn => "issued_on",
    };
    Asked { table: &TABLE, conds, column }
}
