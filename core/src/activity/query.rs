//! What may be read of activities: the overview of S26 to S28.

use super::{Kind, Lifecycle, State};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Link, Table, fold, id, int, is, text};
use crate::schedule::Instant;
use crate::visit;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row an activity.
pub const TABLE: Table = Table {
    name: "activity",
    columns: &[
        text("state"),
        text("number"),
        int("reported_at"),
        id("customer"),
        id("equipment"),
        id("lead"),
        id("plan"),
        text("words"),
        int("unsettled"),
    ],
    indexes: &[
        &["number"],
        &["reported_at"],
        &["state", "number"],
        &["state", "reported_at"],
        &["customer", "number"],
        &["equipment", "number"],
        &["plan", "reported_at"],
        &["unsettled", "number"],
    ],
};

/// One row for each technician on an activity.
pub const TECHNICIANS: Table = Table {
    name: "activity_technician",
    columns: &[id("technician")],
    indexes: &[&["technician"]],
};

/// Only those.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// In one of these states; all where empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<Lifecycle>,
    /// Of this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// On this equipment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// Created by this plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Uuid>,
    /// With this technician.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
    /// With a technician, or without one (S27).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<bool>,
    /// With a visit that is planned, under way or done, or without one (S26, S28). A cancelled
    /// visit does not count (E46).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<bool>,
    /// Where notes or faults came late that no manager has settled, or none did (R3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<bool>,
    /// With these words in number or title; marks and case do not matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By number.
    #[default]
    Number,
    /// By when it was reported.
    ReportedAt,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which.
    pub id: Uuid,
    /// For people.
    pub number: String,
    /// Where it stands.
    pub state: Lifecycle,
    /// One-off, recurring, warranty.
    pub kind: Kind,
    /// Whose.
    pub customer: Uuid,
    /// On what.
    pub equipment: Option<Uuid>,
    /// In a line.
    pub title: String,
    /// When it was reported.
    pub reported_at: Instant,
    /// Who works on it.
    pub technicians: Vec<Uuid>,
    /// Who leads.
    pub lead: Option<Uuid>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let number = state.number.text();
    let shown = Row {
        id: owner,
        number: number.clone(),
        state: state.lifecycle,
        kind: state.kind,
        customer: state.customer,
        equipment: state.equipment,
        title: state.title.clone(),
        reported_at: state.reported_at,
        technicians: state.technicians.clone(),
        lead: state.lead,
    };
    let words = fold(&format!("{number} {}", state.title));
    let cells = vec![
        Cell::text(<&str>::from(state.lifecycle)),
        Cell::Text(number),
        Cell::Int(state.reported_at.micros()),
        Cell::Id(state.customer),
        Cell::id(state.equipment),
        Cell::id(state.lead),
        Cell::id(state.occurrence.map(|occurrence| occurrence.plan)),
        Cell::Text(words),
        Cell::flag(state.unsettled),
    ];
    let mut entries = vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }];
    entries.extend((0..).zip(&state.technicians).map(|(n, technician)| Entry {
        table: &TECHNICIANS,
        n,
        cells: vec![Cell::Id(*technician)],
        row: Vec::new(),
    }));
    entries
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.unsettled.map(|unsettled| is("unsettled", Cell::flag(unsettled))));
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| Cell::text(<&str>::from(state))).collect();
        conds.push(Cond::In("state", states));
    }
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.equipment.map(|equipment| is("equipment", Cell::Id(equipment))));
    conds.extend(filter.plan.map(|plan| is("plan", Cell::Id(plan))));
    conds.extend(filter.technician.map(|technician| {
        Cond::Has(&TECHNICIANS, Link::SameOwner, vec![is("technician", Cell::Id(technician))])
    }));
    conds.extend(filter.assigned.map(|assigned| whether(assigned, has_technician())));
    conds.extend(filter.planned.map(|planned| whether(planned, has_visit())));
    conds.extend(filter.words.as_ref().map(|words| Cond::Holds("words", fold(words))));
    let column = match order {
        Order::Number => "number",
        Order::ReportedAt => "reported_at",
    };
    Asked { table: &TABLE, conds, column }
}

fn whether(yes: bool, cond: Cond) -> Cond {
    if yes { cond } else { Cond::Not(Box::new(cond)) }
}

fn has_technician() -> Cond {
    Cond::Has(&TECHNICIANS, Link::SameOwner, Vec::new())
}

fn has_visit() -> Cond {
    Cond::Has(&visit::TABLE, Link::Names("activity"), vec![is("cancelled", Cell::flag(false))])
}
