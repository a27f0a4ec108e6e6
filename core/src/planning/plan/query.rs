//! What may be read of plans.

use super::{State, Status};
use crate::language::Language;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Table, among, id, is, one_of, text};
use crate::port::order::order_key;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a plan.
pub const TABLE: Table = Table {
    name: "plan",
    columns: &[text("title"), id("customer"), id("equipment"), one_of("status", Status::VARIANTS)],
    indexes: &[&["status", "title"], &["customer", "title"], &["equipment", "title"]],
    ..Table::BARE
};

/// By what a list of maintenance plans is narrowed: all that is said must hold, and nothing said is
/// all.
///
/// ```
/// use callout_core::plan::Filter;
/// # let equipment = uuid::Uuid::from_u128(1);
/// let of_the_compressor = Filter { equipment: Some(equipment), ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Plans for the customer with this id; for all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Plans for the equipment with this id; for any or none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// Plans in one of these states; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
}

/// By what a list of maintenance plans is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the title, as the company's language sorts: letters first, then marks, then case.
    #[default]
    Title,
}

/// What a list shows of a maintenance plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the plan, by which commands and activities name it.
    pub id: Uuid,
    /// The title that its activities get; empty once it was forgotten.
    pub title: String,
    /// The id of the customer for whom its activities are.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The id of the equipment that its activities are on; nothing where the plan names none.
    pub equipment: Option<Uuid>,
    /// The name of that equipment; empty where there is none, the actor may not read it, or it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub equipment_name: String,
    /// The rule by which it recurs (RFC 5545, 3.3.10), `FREQ=MONTHLY;INTERVAL=6`.
    pub rule: String,
    /// The original local date (R7) of the newest occurrence that has an activity; nothing before
    /// the first one.
    pub generated_until: Option<NaiveDate>,
    /// The state in which it is: active, paused or ended.
    pub status: Status,
    /// Whether it has occurrences that are left out.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub skips: bool,
    /// The version of the plan when the page was read, from 1: a command that changes it gives it
    /// in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State, language: Language) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        title: state.template.title.words().to_owned(),
        customer: state.template.customer,
        equipment: state.template.equipment,
        rule: state.rule.clone(),
        generated_until: state.generated_until,
        status: state.status(),
        skips: !state.skipped.is_empty(),
        ..Row::default()
    };
    let cells = vec![
        Cell::Text(order_key(&shown.title, language)),
        Cell::Id(shown.customer),
        Cell::id(shown.equipment),
        Cell::text(<&str>::from(state.status())),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.equipment.map(|equipment| is("equipment", Cell::Id(equipment))));
    conds.extend(among("status", &filter.statuses));
    Asked { table: &TABLE, conds, column: "title" }
}
