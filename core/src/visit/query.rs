//! What may be read of visits: calendars and lists.

use super::{Lifecycle, State};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, flag, id, int, is, one_of};
use crate::schedule::{Instant, Planned};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a visit.
pub const TABLE: Table = Table {
    name: "visit",
    columns: &[
        one_of("state", Lifecycle::VARIANTS),
        id("activity"),
        id("customer"),
        id("technician"),
        int("starts"),
        int("ends"),
        flag("cancelled"),
        flag("running"),
        flag("unsettled"),
    ],
    indexes: &[
        &["starts"],
        &["state", "unsettled", "starts"],
        &["technician", "state", "starts"],
        &["customer", "state", "starts"],
        &["activity", "starts"],
    ],
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
    /// On this activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// At this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// In this technician's calendar (S23, S37).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
    /// Where something came late that no manager has settled, or nothing did (R3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<bool>,
    /// Ending after this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending_after: Option<Instant>,
    /// Beginning before this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beginning_before: Option<Instant>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By when it begins.
    #[default]
    Starts,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which.
    pub id: Uuid,
    /// Where it stands.
    pub state: Lifecycle,
    /// On which activity.
    pub activity: Uuid,
    /// Whose.
    pub customer: Uuid,
    /// By whom.
    pub technician: Uuid,
    /// From when.
    pub starts: Planned,
    /// Until when.
    pub ends: Planned,
    /// Something came late.
    #[serde(default)]
    pub late: bool,
    /// And no manager has settled it.
    #[serde(default)]
    pub unsettled: bool,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        state: state.lifecycle,
        activity: state.activity,
        customer: state.customer,
        technician: state.technician,
        starts: state.starts,
        ends: state.ends,
        late: state.late,
        unsettled: state.unsettled,
    };
    let cells = vec![
        Cell::text(<&str>::from(state.lifecycle)),
        Cell::Id(state.activity),
        Cell::Id(state.customer),
        Cell::Id(state.technician),
        Cell::Int(state.starts.instant.micros()),
        Cell::Int(state.ends.instant.micros()),
        Cell::flag(state.lifecycle == Lifecycle::Cancelled),
        Cell::flag(state.lifecycle.is_running()),
        Cell::flag(state.unsettled),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| Cell::text(<&str>::from(state))).collect();
        conds.push(Cond::In("state", states));
    }
    conds.extend(filter.activity.map(|activity| is("activity", Cell::Id(activity))));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.technician.map(|technician| is("technician", Cell::Id(technician))));
    conds.extend(filter.unsettled.map(|unsettled| is("unsettled", Cell::flag(unsettled))));
    conds.extend(
        filter.ending_after.map(|after| Cond::AtLeast("ends", Cell::Int(after.micros() + 1))),
    );
    conds.extend(
        filter.beginning_before.map(|before| Cond::Below("starts", Cell::Int(before.micros()))),
    );
    // A visit is so long at most: the index need not be read from its beginning.
    let most = super::MOST_DAYS * 86_400_000_000;
    let first = filter.ending_after.map(|after| Cell::Int(after.micros() - most));
    conds.extend(first.map(|first| Cond::AtLeast("starts", first)));
    Asked { table: &TABLE, conds, column: "starts" }
}
