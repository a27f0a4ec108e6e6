//! What may be read of plans.

use super::State;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Table, flag, id, is, text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a plan.
pub const TABLE: Table = Table {
    name: "plan",
    columns: &[text("title"), id("customer"), id("equipment"), flag("active")],
    indexes: &[&["active", "title"], &["customer", "title"], &["equipment", "title"]],
    ..Table::BARE
};

/// By what a list of maintenance plans is narrowed: all that is said must hold, and nothing said is
/// all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Plans for the customer with this id; for all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Plans for the machine with this id; for any or none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// `true` for plans that are neither paused nor ended, `false` for those that are; both where
    /// it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// By what a list of maintenance plans is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the title as it is written: capitals come before small letters.
    #[default]
    Title,
}

/// What a list shows of a maintenance plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the plan, by which commands and activities name it.
    pub id: Uuid,
    /// The title that its activities get; empty once it was forgotten.
    pub title: String,
    /// The id of the customer for whom its activities are.
    pub customer: Uuid,
    /// The id of the machine that its activities are on; nothing where the plan names none.
    pub equipment: Option<Uuid>,
    /// The rule by which it recurs (RFC 5545, 3.3.10), `FREQ=MONTHLY;INTERVAL=6`.
    pub rule: String,
    /// The original local date (R7) of the newest occurrence that has an activity; nothing before
    /// the first one.
    pub generated_until: Option<NaiveDate>,
    /// Whether it is neither paused nor ended, so that it creates activities.
    pub active: bool,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let active = !state.paused && !state.ended;
    let shown = Row {
        id: owner,
        title: state.template.title.words().to_owned(),
        customer: state.template.customer,
        equipment: state.template.equipment,
        rule: state.rule.clone(),
        generated_until: state.generated_until,
        active,
    };
    let cells = vec![
        Cell::text(&shown.title),
        Cell::Id(shown.customer),
        Cell::id(shown.equipment),
        Cell::flag(active),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.equipment.map(|equipment| is("equipment", Cell::Id(equipment))));
    conds.extend(filter.active.map(|active| is("active", Cell::flag(active))));
    Asked { table: &TABLE, conds, column: "title" }
}
