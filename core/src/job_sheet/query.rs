//! What may be read of job sheets.

use super::State;
use crate::activity;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Repeats, Shared, Table, flag, id, is, text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a job sheet.
pub const TABLE: Table = Table {
    name: "job_sheet",
    columns: &[
        text("number"),
        id("activity"),
        id("customer"),
        text("signature"),
        flag("confirmed"),
    ],
    indexes: &[
        &["confirmed", "number"],
        &["customer", "confirmed", "number"],
        &["activity", "number"],
    ],
    ..Table::BARE
};

/// One row for each technician on a job sheet's activity.
pub const TECHNICIANS: Table = Table {
    name: "job_sheet_technician",
    columns: &[id("technician"), flag("confirmed"), text("number")],
    indexes: &[&["technician", "confirmed", "number"]],
    repeats: Repeats { of: "job_sheet", columns: &["confirmed", "number"], which: None },
    shared: Some(Shared { by: &activity::TECHNICIANS, names: "activity" }),
    ..Table::BARE
};

/// Only those.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Of this activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Of this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Confirmed, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<bool>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By number.
    #[default]
    Number,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which.
    pub id: Uuid,
    /// For people.
    pub number: String,
    /// Of which activity.
    pub activity: Uuid,
    /// The newest version.
    pub version: u32,
    /// `pending`, `signed`, `signed_with_reservation`, `refused`, `absent`.
    pub signature: String,
    /// Confirmed.
    pub confirmed: bool,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let signature: &str = (&state.signature).into();
    let shown = Row {
        id: owner,
        number: state.number.text(),
        activity: state.activity,
        version: state.version,
        signature: signature.to_owned(),
        confirmed: state.confirmed.is_some(),
    };
    let cells = vec![
        Cell::text(&shown.number),
        Cell::Id(state.activity),
        Cell::Id(state.customer),
        Cell::text(signature),
        Cell::flag(shown.confirmed),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.activity.map(|activity| is("activity", Cell::Id(activity))));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.confirmed.map(|confirmed| is("confirmed", Cell::flag(confirmed))));
    Asked { table: &TABLE, conds, column: "number" }
}
