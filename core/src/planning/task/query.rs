//! What may be read of tasks.

use super::{About, State, Status};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Repeats, Table, among, id, int, is, one_of, text};
use crate::port::{by_day_of, sought, spanned, spelled};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a task.
pub const TABLE: Table = Table {
    name: "task",
    columns: &[
        one_of("status", Status::VARIANTS),
        id("holder"),
        int("due"),
        int("created_at"),
        id("customer"),
        id("equipment"),
        id("activity"),
    ],
    indexes: &[
        &["status", "due"],
        &["status", "created_at"],
        &["holder", "status", "due"],
        &["holder", "status", "created_at"],
        &["customer", "status", "due"],
        &["customer", "status", "created_at"],
        &["equipment", "due"],
        &["activity", "due"],
    ],
    ..Table::BARE
};

/// One row for each beginning of a word that a task is found by.
pub const WORDS: Table = Table {
    name: "task_word",
    columns: &[text("word"), int("due"), int("created_at")],
    indexes: &[&["word", "due"], &["word", "created_at"]],
    repeats: Repeats { of: "task", columns: &["due", "created_at"], which: None },
    ..Table::BARE
};

/// The days and greater spans of days in which a task is due, for lists in another order.
pub const DUE: Table = Table {
    name: "task_due",
    columns: &[int("span"), id("holder"), int("created_at")],
    indexes: &[&["span", "created_at"], &["span", "holder", "created_at"]],
    repeats: Repeats { of: "task", columns: &["holder", "created_at"], which: None },
    apart: true,
    ..Table::BARE
};

/// By what a list of tasks is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::task::{Filter, Status};
/// # let karel = uuid::Uuid::from_u128(1);
/// let own = Filter { holder: Some(karel), statuses: vec![Status::Open], ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Tasks in one of these states; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Tasks of the person with this id, who added them; of anybody where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Uuid>,
    /// Tasks about the customer with this id, also through a piece of equipment or an activity of
    /// his; about anything where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Tasks about the equipment with this id, also through an activity on it; about anything where
    /// it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// Tasks about the activity with this id; about anything where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Tasks that are due before this moment; those without a due time are left out. All where it
    /// is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_before: Option<Instant>,
    /// Tasks with these words in title or note. Each may be the beginning of one; marks and case do
    /// not matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of tasks is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the moment until which it is due; those without one come last.
    #[default]
    Due,
    /// By the moment at which it was added.
    CreatedAt,
}

/// What a list shows of a task.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the task, by which commands name it.
    pub id: Uuid,
    /// The state in which it is: open, done or cancelled.
    pub status: Status,
    /// The id of the person whose task it is: who added it.
    pub holder: Uuid,
    /// The name of that person where it is a technician; else empty, as where the actor may not
    /// read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub holder_name: String,
    /// What is to be done, in one line; empty once it was forgotten.
    pub title: String,
    /// The moment until which it is to be done; nothing where it has no due time.
    pub due: Option<Instant>,
    /// The customer, equipment and activity that it is about.
    pub about: About,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The name of that equipment; empty where there is none, the actor may not read it, or it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub equipment_name: String,
    /// The number of that activity, `SA-2026-00017`; empty where the actor may not read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_number: String,
    /// The version of the task when the page was read, from 1: a command that changes it gives it
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
    let shown = Row {
        id: owner,
        status: state.status,
        holder: state.holder,
        title: state.title.words().to_owned(),
        due: state.due,
        about: state.about,
        ..Row::default()
    };
    let cells = vec![
        Cell::text(<&str>::from(state.status)),
        Cell::Id(state.holder),
        Cell::Int(state.due.map_or(i64::MAX, Instant::micros)),
        Cell::Int(state.created_at.micros()),
        Cell::id(state.about.customer),
        Cell::id(state.about.equipment),
        Cell::id(state.about.activity),
    ];
    let words = format!("{} {}", state.title.words(), state.note.words());
    let own = Entry { table: &TABLE, n: 0, cells, row: row(&shown) };
    let words = spelled(&WORDS, &words, &own);
    let due = state.due.map(|due| spanned(&DUE, due.micros(), &own));
    let due = due.into_iter().flatten().collect::<Vec<_>>();
    std::iter::once(own).chain(words).chain(due).collect()
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.holder.map(|holder| is("holder", Cell::Id(holder))));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.equipment.map(|equipment| is("equipment", Cell::Id(equipment))));
    conds.extend(filter.activity.map(|activity| is("activity", Cell::Id(activity))));
    conds.extend(filter.due_before.map(|due| Cond::Below("due", Cell::Int(due.micros()))));
    if let (Some(due), Order::CreatedAt) = (filter.due_before, order) {
        conds.push(by_day_of(&DUE, due.micros()));
    }
    conds.extend(filter.search.iter().flat_map(|words| sought(&WORDS, words)));
    let column = match order {
        Order::Due => "due",
        Order::CreatedAt => "created_at",
    };
    Asked { table: &TABLE, conds, column }
}
