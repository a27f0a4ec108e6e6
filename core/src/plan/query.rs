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

/// Only those.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// For this customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// On this equipment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// Neither paused nor ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By title.
    #[default]
    Title,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which.
    pub id: Uuid,
    /// Title of its activities.
    pub title: String,
    /// Whose.
    pub customer: Uuid,
    /// On what.
    pub equipment: Option<Uuid>,
    /// The rule.
    pub rule: String,
    /// The last original date that has an activity.
    pub created_until: Option<NaiveDate>,
    /// Neither paused nor ended.
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
        created_until: state.created_until,
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
