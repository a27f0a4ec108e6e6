//! What may be read of types of equipment.

use super::State;
use crate::language::Language;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Repeats, Table, text};
use crate::port::order::order_key;
use crate::port::{sought, spelled};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a type.
pub const TABLE: Table = Table {
    name: "equipment_type",
    columns: &[text("name")],
    indexes: &[&["name"]],
    ..Table::BARE
};

/// One row for each beginning of a word that a type is found by.
pub const WORDS: Table = Table {
    name: "equipment_type_word",
    columns: &[text("word"), text("name")],
    indexes: &[&["word", "name"]],
    repeats: Repeats { of: "equipment_type", columns: &["name"], which: None },
    ..Table::BARE
};

/// By what a list of types of equipment is narrowed: all that is said must hold, and nothing said
/// is all.
///
/// ```
/// use callout_core::equipment_type::Filter;
/// let found = Filter { search: Some("compressor".into()) };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Types with these words in the name. Each may be the beginning of one; marks and case do not
    /// matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of types of equipment is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the name, as the company's language sorts: letters first, then marks, then case.
    #[default]
    Name,
}

/// What a list shows of a type of equipment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the type, by which the cards of equipment name it.
    pub id: Uuid,
    /// The name by which people know it; two types may have one.
    pub name: String,
    /// How many fields the cards of its equipment have.
    pub fields: u32,
    /// The version of the type when the page was read, from 1: a command that changes it gives it
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
    let fields = u32::try_from(state.fields.len()).unwrap_or(u32::MAX);
    let shown = Row { id: owner, name: state.name.clone(), fields, ..Row::default() };
    let cells = vec![Cell::Text(order_key(&state.name, language))];
    let own = Entry { table: &TABLE, n: 0, cells, row: row(&shown) };
    let words = spelled(&WORDS, &state.name, &own);
    std::iter::once(own).chain(words).collect()
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let conds = filter.search.iter().flat_map(|words| sought(&WORDS, words)).collect();
    let column = match order {
        Order::Name => "name",
    };
    Asked { table: &TABLE, conds, column }
}
