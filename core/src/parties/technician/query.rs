//! What may be read of technicians.

use super::{State, Status};
use crate::language::Language;
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Repeats, Table, among, one_of, text};
use crate::port::order::order_key;
use crate::port::{sought, spelled};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a technician.
pub const TABLE: Table = Table {
    name: "technician",
    columns: &[text("name"), one_of("status", Status::VARIANTS)],
    indexes: &[&["status", "name"]],
    ..Table::BARE
};

/// One row for each beginning of a word that a technician is found by.
pub const WORDS: Table = Table {
    name: "technician_word",
    columns: &[text("word"), text("name")],
    indexes: &[&["word", "name"]],
    repeats: Repeats { of: "technician", columns: &["name"], which: None },
    ..Table::BARE
};

/// By what a list of technicians is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::technician::{Filter, Status};
/// let here = Filter { statuses: vec![Status::Active], ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Technicians in one of these states: who works here is active, who left is inactive (E38); in
    /// any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Technicians with these words in the name. Each may be the beginning of one; marks and case
    /// do not matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of technicians is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the name, as the company's language sorts: letters first, then marks, then case.
    #[default]
    Name,
}

/// What a list shows of a technician. What is known about the person is missing once the person was
/// forgotten.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The technician's id: the one under which the person acts.
    pub id: Uuid,
    /// What the person is called; empty once the person was forgotten.
    pub name: String,
    /// The address to which mails and calendar entries go; nothing where none is known.
    pub email: Option<String>,
    /// The telephone number; nothing where none is known.
    pub phone: Option<String>,
    /// Whether the technician works here or has left.
    pub status: Status,
    /// The version of the technician when the page was read, from 1: a command that changes it
    /// gives it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State, language: Language) -> Vec<Entry> {
    let person = &state.person;
    let shown = Row {
        id: owner,
        name: person.name.reveal_text().to_owned(),
        email: person.email.as_ref().and_then(|email| email.reveal().cloned()),
        phone: person.phone.as_ref().and_then(|phone| phone.reveal().cloned()),
        status: state.status,
        ..Row::default()
    };
    let name = order_key(&shown.name, language);
    let cells = vec![Cell::Text(name), Cell::text(<&str>::from(state.status))];
    let own = Entry { table: &TABLE, n: 0, cells, row: row(&shown) };
    let words = spelled(&WORDS, &shown.name, &own);
    std::iter::once(own).chain(words).collect()
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.search.iter().flat_map(|words| sought(&WORDS, words)));
    let column = match order {
        Order::Name => "name",
    };
    Asked { table: &TABLE, conds, column }
}
