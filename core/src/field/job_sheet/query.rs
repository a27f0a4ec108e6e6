//! What may be read of job sheets.

use super::{State, Status};
use crate::noun::{Asked, row};
use crate::port::index::{
    Cell, Cond, Entry, Link, Repeats, Shared, Table, Whose, among, id, is, one_of, text,
};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a job sheet.
pub const TABLE: Table = Table {
    name: "job_sheet",
    columns: &[text("number"), id("activity"), id("customer"), one_of("status", Status::VARIANTS)],
    indexes: &[&["status", "number"], &["customer", "status", "number"], &["activity", "number"]],
    ..Table::BARE
};

/// One row for each technician on a job sheet's activity.
pub const TECHNICIANS: Table = Table {
    name: "job_sheet_technician",
    columns: &[id("technician"), one_of("status", Status::VARIANTS), text("number")],
    indexes: &[&["technician", "status", "number"]],
    repeats: Repeats { of: "job_sheet", columns: &["status", "number"], which: None },
    shared: Some(Shared { by: "activity_technician", whose: Whose::Named("activity") }),
    ..Table::BARE
};

/// By what a list of job sheets is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::job_sheet::{Filter, Status};
/// let unsigned = Filter { statuses: vec![Status::Pending], ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Job sheets of the activity with this id; of all activities where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Job sheets of the customer with this id; of all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Job sheets of activities on which the technician with this id is now; of all where it is
    /// missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
    /// Job sheets whose newest version is in one of these states; in any where the list is empty.
    /// All but `confirmed` are those that wait for somebody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
}

/// By what a list of job sheets is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the number as text, `ZL-2026-00017`.
    #[default]
    Number,
}

/// What a list shows of a job sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The job sheet's id.
    pub id: Uuid,
    /// The number by which people know it, `ZL-2026-00017`; the same for all its versions.
    pub number: String,
    /// The id of the activity of which it was made.
    pub activity: Uuid,
    /// The number of that activity, `SA-2026-00017`; empty where the actor may not read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_number: String,
    /// The id of the customer whose activity that is.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The newest version of the sheet, from 1; what the row says is about this one.
    pub sheet_version: u32,
    /// What the customer did with the newest version: `pending`, `signed`,
    /// `signed_with_reservation`, `refused` or `absent`.
    pub signature: String,
    /// Where the newest version stands: pending, signed, refused, absent or confirmed (S43).
    pub status: Status,
    /// The version of the record when the page was read, from 1: a command that changes it gives it
    /// in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let signature: &str = (&state.signature).into();
    let shown = Row {
        id: owner,
        number: state.number.text(),
        activity: state.activity,
        customer: state.customer,
        sheet_version: state.version,
        signature: signature.to_owned(),
        status: state.status(),
        ..Row::default()
    };
    let cells = vec![
        Cell::text(&shown.number),
        Cell::Id(state.activity),
        Cell::Id(state.customer),
        Cell::text(<&str>::from(shown.status)),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.activity.map(|activity| is("activity", Cell::Id(activity))));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    if let Some(technician) = filter.technician {
        let on_it = vec![is("technician", Cell::Id(technician))];
        conds.push(Cond::Has(&TECHNICIANS, Link::SameOwner, on_it));
    }
    conds.extend(among("status", &filter.statuses));
    Asked { table: &TABLE, conds, column: "number" }
}
