//! What may be read of invoices.

use super::{State, Status};
use crate::money::{Currency, Exact};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, id, int, is, one_of, text};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray, VariantNames};
use uuid::Uuid;

/// One row an invoice.
pub const TABLE: Table = Table {
    name: "invoice",
    columns: &[
        one_of("standing", <Standing as VariantNames>::VARIANTS),
        text("number"),
        id("customer"),
        int("issued_on"),
        int("due_on"),
    ],
    indexes: &[
        &["standing", "number"],
        &["customer", "standing", "number"],
        &["standing", "issued_on"],
        &["customer", "standing", "issued_on"],
        &["standing", "due_on"],
        &["customer", "standing", "due_on"],
    ],
    ..Table::BARE
};

/// The status, and of what is issued whether it is paid: one column, as an index that it leads
/// serves who asks for either.
#[derive(Clone, Copy, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
enum Standing {
    Draft,
    Unpaid,
    Paid,
    Void,
}

impl Standing {
    fn of(state: &State) -> Standing {
        match (state.status, state.outstanding) {
            (Status::Draft, _) => Standing::Draft,
            (Status::Issued, Some(owed)) if !owed.is_positive() => Standing::Paid,
            (Status::Issued, _) => Standing::Unpaid,
            (Status::Void, _) => Standing::Void,
        }
    }

    fn is_asked(self, filter: &Filter) -> bool {
        let (status, paid) = match self {
            Standing::Draft => (Status::Draft, None),
            Standing::Unpaid => (Status::Issued, Some(false)),
            Standing::Paid => (Status::Issued, Some(true)),
            Standing::Void => (Status::Void, None),
        };
        let known = filter.statuses.is_empty() || filter.statuses.contains(&status);
        let owed = filter.overdue_on.is_none() || paid == Some(false);
        known && owed && (filter.paid.is_none() || filter.paid == paid)
    }
}

/// By what a list of invoices is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::invoice::Filter;
/// let october = Filter {
///     issued_from: Some("2026-10-01".parse()?),
///     issued_until: Some("2026-10-31".parse()?),
///     ..Default::default()
/// };
/// // What is overdue on the first of November.
/// let overdue = Filter { overdue_on: Some("2026-11-01".parse()?), ..Default::default() };
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
    /// `true` for issued invoices of which nothing is owed any more, `false` for those of which
    /// something is; drafts and drafts that were thrown away are neither. All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<bool>,
    /// Invoices to be paid by this day (BT-9) or a later one; all, also drafts, where it is
    /// missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_from: Option<NaiveDate>,
    /// Invoices to be paid by this day or an earlier one; all, also drafts, where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_until: Option<NaiveDate>,
    /// Issued invoices that were to be paid before this day, and of which something is owed: what
    /// is overdue on it, today as a rule. All, also drafts, where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue_on: Option<NaiveDate>,
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
    /// By the day until which it is to be paid (BT-9); those without one come first.
    DueOn,
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
    /// What was paid of it until now, the sum of its payments; nothing before it is issued. The
    /// paper was issued before and does not say it (BT-113).
    pub paid: Option<Exact>,
    /// What is still owed, the total less what was paid: below zero where more was paid, nothing
    /// before it is issued, since nobody owes a draft.
    pub outstanding: Option<Exact>,
    /// The currency of the amounts (BT-5).
    pub currency: Currency,
    /// The version of the invoice when the page was read, from 1: a command that changes it gives
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
        paid: state.paid,
        outstanding: state.outstanding,
        currency: state.content.currency,
        ..Row::default()
    };
    let cells = vec![
        Cell::text(<&str>::from(Standing::of(state))),
        Cell::Text(number.unwrap_or_default()),
        Cell::Id(state.customer),
        issue.map_or(Cell::Null, |issue| day(issue.issued_on)),
        issue.map_or(Cell::Null, |issue| day(issue.due_on)),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

fn day(day: NaiveDate) -> Cell {
    Cell::Int(i64::from(day.num_days_from_ce()))
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    let standings = <Standing as VariantArray>::VARIANTS;
    let asked: Vec<_> = standings.iter().filter(|standing| standing.is_asked(filter)).collect();
    if asked.len() < standings.len() {
        let asked = asked.into_iter().map(|standing| Cell::text(<&str>::from(standing)));
        conds.push(Cond::In("standing", asked.collect()));
    }
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    let after = |until: Option<NaiveDate>| until.and_then(|until| until.succ_opt());
    let late = [after(filter.due_until), filter.overdue_on].into_iter().flatten().min();
    for (column, from, before) in [
        ("issued_on", filter.issued_from, after(filter.issued_until)),
        ("due_on", filter.due_from, late),
    ] {
        conds.extend(from.map(|from| Cond::AtLeast(column, day(from))));
        conds.extend(before.map(|before| Cond::Below(column, day(before))));
    }
    let column = match order {
        Order::Number => "number",
        Order::IssuedOn => "issued_on",
        Order::DueOn => "due_on",
    };
    Asked { table: &TABLE, conds, column }
}
