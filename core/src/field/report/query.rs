//! What may be read of reports: one whole, or the queue of pending lines (S50).

use super::{Content, Line, State, Status, Worked};
use crate::money::Exact;
use crate::noun::{Asked, row};
use crate::port::index::{
    Cell, Cond, Entry, Repeats, Shared, Table, Whose, among, flag, id, int, is, one_of, text,
};
use crate::schedule::Instant;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a line.
pub const TABLE: Table = Table {
    name: "report_line",
    columns: &[
        one_of("status", Status::VARIANTS),
        flag("pending"),
        id("customer"),
        int("at"),
        id("reported_by"),
        int("done_at"),
    ],
    indexes: &[
        &["status", "at"],
        &["pending", "at"],
        &["customer", "pending", "at"],
        &["reported_by", "pending", "at"],
        &["status", "done_at"],
        &["pending", "done_at"],
        &["customer", "pending", "done_at"],
        &["reported_by", "pending", "done_at"],
    ],
    ..Table::BARE
};

/// One row for each line and each technician on its activity.
pub const TECHNICIANS: Table = Table {
    name: "report_technician",
    columns: &[id("technician"), int("line"), flag("pending"), int("at"), int("done_at")],
    indexes: &[&["technician", "pending", "at"], &["technician", "pending", "done_at"]],
    repeats: Repeats {
        of: "report_line",
        columns: &["pending", "at", "done_at"],
        which: Some("line"),
    },
    shared: Some(Shared { by: "activity_technician", whose: Whose::Own }),
    ..Table::BARE
};

/// One row a reading of equipment, whatever activity it was taken on (E55).
pub const READINGS: Table = Table {
    name: "report_reading",
    columns: &[id("equipment"), text("parameter"), int("at")],
    indexes: &[&["equipment", "parameter", "at"]],
    ..Table::BARE
};

/// By what a list of reported lines is narrowed: all that is said must hold, and nothing said is
/// all.
///
/// ```
/// use callout_core::report::Filter;
/// // What a manager has to decide.
/// let waiting = Filter { pending: Some(true), ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Lines in one of these statuses; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// `true` for lines that wait for a decision of a manager (S50): reported, submitted or
    /// returned ones, and those with an open conflict. `false` for the others; both where it is
    /// missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<bool>,
    /// Lines of the activities of the customer with this id; of all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Lines that the technician with this id reported; anybody's, also those that nobody reported,
    /// where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
    /// Lines whose work was done at this moment or after it; all where it is missing. Together with
    /// `done_before` it gives the hours of a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_after: Option<Instant>,
    /// Lines whose work was done before this moment, not at it; all where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_before: Option<Instant>,
    /// Lines of the activity with this id; of all activities where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
}

/// By what a list of reported lines is ordered; equal ones by the ids of their activities, then as
/// they stand in the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the moment at which a quantity of the line was last said: what waits longest comes first.
    #[default]
    At,
    /// By the moment at which the work was done; what is not reported comes first.
    DoneAt,
}

/// What a list shows of one line of an activity's report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the activity whose report has the line.
    pub activity: Uuid,
    /// The number of that activity, `SA-2026-00017`; empty where the actor may not read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_number: String,
    /// The id of the customer whose activity it is.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The id of the line, by which reports and decisions name it.
    pub line: Uuid,
    /// The status in which the line is, from planned to released.
    pub status: Status,
    /// What was used or done: kind, code in the price list, name and unit.
    pub content: Content,
    /// The quantity that the manager planned, in the unit of the line; nothing where it was not
    /// planned.
    pub planned: Option<Exact>,
    /// The quantity that the technician reported, in the unit of the line; nothing before it is
    /// reported.
    pub reported: Option<Exact>,
    /// The id of the person who reported that; nothing before it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_by: Option<Uuid>,
    /// The name of that person where it is a technician; else empty, as where the actor may not
    /// read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub technician_name: String,
    /// When the work was done or the thing used: when its hours began, else when its visit did,
    /// else when it was reported; where another day was said, when that day begins by the
    /// company's clock. Nothing before it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Instant>,
    /// From when until when the work was done; nothing where it was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked: Option<Worked>,
    /// The local day on which it was used or done; nothing where it was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    /// The quantity that the manager approved, in the unit of the line; nothing before it is
    /// approved.
    pub approved: Option<Exact>,
    /// What the customer pays for the newest quantity by the price list of its day, without tax, in
    /// the company's currency, as it was when the line was last planned, reported or decided; 0
    /// where a warranty bears it. What is billed is said by the invoice. Missing where no list
    /// prices it, and for who sees no prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Exact>,
    /// The moment at which a quantity of it was last planned, reported or approved.
    pub at: Instant,
    /// Whether it was reported after the activity was closed or cancelled, by one taken off it, on
    /// a visit that was cancelled or given to somebody else, on a planned line that was taken out,
    /// or when somebody else had changed or decided the line (R3).
    pub late: bool,
    /// The quantities that were reported in conflict with the line, as somebody else had changed or
    /// decided it, and that no manager has resolved; in the unit of the line, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Exact>,
    /// The version of the report that the line is of when the page was read, from 1: a command that
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
    let lines = (0..).zip(&state.lines).map(|(n, line)| entry(owner, state.customer, n, line));
    let machine = (0..).zip(&state.readings).filter_map(|(n, reading)| {
        let equipment = reading.equipment.or(state.equipment)?;
        Some(Entry {
            table: &READINGS,
            n,
            cells: vec![
                Cell::Id(equipment),
                Cell::text(&reading.parameter),
                Cell::Int(reading.at.micros()),
            ],
            row: row(reading),
        })
    });
    lines.chain(machine).collect()
}

fn entry(activity: Uuid, customer: Uuid, n: u32, line: &Line) -> Entry {
    let conflicts = line.conflicts.iter().map(|conflict| &conflict.value);
    let values = [&line.approved, &line.reported, &line.planned].into_iter().flatten();
    let at = values.chain(conflicts).map(|value| value.at).max().unwrap_or_default();
    let quantity = |value: &Option<super::Value>| value.as_ref().map(|value| value.quantity);
    let shown = Row {
        activity,
        customer,
        line: line.id,
        status: line.status,
        content: line.content.clone(),
        planned: quantity(&line.planned),
        reported: quantity(&line.reported),
        reported_by: line.reported.as_ref().map(|said| said.by),
        done_at: line.done_at,
        worked: line.worked,
        done_on: line.done_on,
        approved: quantity(&line.approved),
        net: line.net,
        at,
        late: line.late,
        conflicts: line.unresolved().map(|conflict| conflict.value.quantity).collect(),
        ..Row::default()
    };
    let cells = vec![
        Cell::text(<&str>::from(line.status)),
        Cell::flag(line.is_pending()),
        Cell::Id(customer),
        Cell::Int(at.micros()),
        Cell::id(line.reported.as_ref().map(|said| said.by)),
        Cell::time(line.done_at),
    ];
    Entry { table: &TABLE, n, cells, row: row(&shown) }
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.pending.map(|pending| is("pending", Cell::flag(pending))));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.technician.map(|technician| is("reported_by", Cell::Id(technician))));
    conds.extend(filter.done_after.map(|at| Cond::AtLeast("done_at", Cell::Int(at.micros()))));
    conds.extend(filter.done_before.map(|at| Cond::Below("done_at", Cell::Int(at.micros()))));
    conds.extend(filter.activity.map(Cond::Owner));
    let column = match order {
        Order::At => "at",
        Order::DoneAt => "done_at",
    };
    Asked { table: &TABLE, conds, column }
}
