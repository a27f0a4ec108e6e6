//! What may be read of equipment.

use super::{Card, State, Status};
use crate::journal::FreeText;
use crate::language::Language;
use crate::noun::{Asked, row};
use crate::port::index::{
    Cell, Cond, Entry, Repeats, Shared, Table, Whose, among, fold, id, int, is, one_of, text,
};
use crate::port::order::order_key;
use crate::port::{sought, spelled};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row for each piece of equipment.
pub const TABLE: Table = Table {
    name: "equipment",
    columns: &[
        one_of("status", Status::VARIANTS),
        text("number"),
        text("name"),
        id("customer"),
        id("site"),
        id("parent"),
        id("equipment_type"),
        text("plate"),
        int("warranty_end"),
    ],
    indexes: &[
        &["status", "number"],
        &["status", "name"],
        &["status", "warranty_end"],
        &["customer", "status", "number"],
        &["customer", "status", "name"],
        &["customer", "status", "warranty_end"],
        &["equipment_type", "status", "number"],
        &["equipment_type", "status", "name"],
        &["equipment_type", "status", "warranty_end"],
        &["site", "number"],
        &["parent", "number"],
        &["plate"],
    ],
    ..Table::BARE
};

/// One row for each technician who is on an activity about a piece of equipment.
pub const TECHNICIANS: Table = Table {
    name: "equipment_technician",
    columns: &[
        id("technician"),
        one_of("status", Status::VARIANTS),
        text("number"),
        text("name"),
        int("warranty_end"),
    ],
    indexes: &[
        &["technician", "status", "number"],
        &["technician", "status", "name"],
        &["technician", "status", "warranty_end"],
    ],
    repeats: Repeats {
        of: "equipment",
        columns: &["status", "number", "name", "warranty_end"],
        which: None,
    },
    shared: Some(Shared { by: "activity_technician", whose: Whose::Naming("equipment") }),
    ..Table::BARE
};

/// One row for each beginning of a word that a piece of equipment is found by.
pub const WORDS: Table = Table {
    name: "equipment_word",
    columns: &[text("word"), text("number"), text("name"), int("warranty_end")],
    indexes: &[&["word", "number"], &["word", "name"], &["word", "warranty_end"]],
    repeats: Repeats { of: "equipment", columns: &["number", "name", "warranty_end"], which: None },
    ..Table::BARE
};

/// By what a list of equipment is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::equipment::Filter;
/// // Whose warranty ends this year.
/// let before = "2027-01-01".parse()?;
/// let ending = Filter { warranty_ends_before: Some(before), ..Default::default() };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Equipment in one of these states; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Equipment of the customer with this id (S13), who owns it now; of all customers where it is
    /// missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Equipment that stands on the site with this id; anywhere where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Uuid>,
    /// Components of the equipment with this id (E15), those that name it as their whole
    /// themselves; wholes and components where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Uuid>,
    /// Equipment of the equipment type with this id; of any or none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment_type: Option<Uuid>,
    /// Equipment whose last day of warranty lies before this day; what has no known end is left out
    /// (E18). All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty_ends_before: Option<NaiveDate>,
    /// Equipment with these words in number, name, manufacturer, model or serial. Each may be the
    /// beginning of one; marks and case do not matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of equipment is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the number as text, `T-2026-00017`.
    #[default]
    Number,
    /// By the name, as the company's language sorts: letters first, then marks, then case.
    Name,
    /// By the last day of the warranty; those without a known end come last.
    WarrantyEnd,
}

/// What a list shows of a piece of equipment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the equipment, by which commands and other records name it.
    pub id: Uuid,
    /// The number by which people know it, `T-2026-00017`.
    pub number: String,
    /// The state in which it is: in use or scrapped.
    pub status: Status,
    /// The id of the customer who owns it now.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The id of the site of the customer on which it stands; nothing where the card names none.
    pub site: Option<Uuid>,
    /// The name of that site; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub site_name: String,
    /// The id of the equipment of which it is a component; nothing where it is none.
    pub parent: Option<Uuid>,
    /// The name of that equipment; empty where there is none, the actor may not read it, or it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub parent_name: String,
    /// The name by which people call it; empty once it was forgotten.
    pub name: String,
    /// Who made it; empty where nobody knows.
    pub manufacturer: String,
    /// What the manufacturer calls it; empty where nobody knows.
    pub model: String,
    /// The manufacturer's number of this piece; empty where nobody knows.
    pub serial: String,
    /// The last day of its warranty; nothing where there is none or it is unknown.
    pub warranty_ends: Option<NaiveDate>,
    /// The version of the equipment when the page was read, from 1: a command that changes it gives
    /// it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

/// Manufacturer and serial as they are compared, without case, blanks and hyphens; nothing where
/// one of them is unknown (E16).
pub(crate) fn plate(card: &Card) -> Option<String> {
    let plain = |text: &str| fold(text).chars().filter(|it| it.is_alphanumeric()).collect();
    let (manufacturer, serial): (String, String) =
        (plain(card.manufacturer.words()), plain(card.serial.words()));
    (!manufacturer.is_empty() && !serial.is_empty()).then(|| format!("{manufacturer}|{serial}"))
}

fn day(day: NaiveDate) -> Cell {
    Cell::Int(i64::from(day.num_days_from_ce()))
}

pub(super) fn entries(owner: Uuid, state: &State, language: Language) -> Vec<Entry> {
    let (number, card) = (state.number.text(), &state.card);
    let warranty_ends = state.warranty.and_then(|warranty| warranty.ends);
    let words = [&card.name, &card.manufacturer, &card.model, &card.serial].map(FreeText::words);
    let words = format!("{number} {}", words.join(" "));
    let cells = vec![
        Cell::text(<&str>::from(state.status)),
        Cell::text(&number),
        Cell::Text(order_key(card.name.words(), language)),
        Cell::Id(state.customer),
        Cell::id(card.site),
        Cell::id(card.parent),
        Cell::id(card.equipment_type),
        // The number of what is gone is free for who registers it anew (E14).
        plate(card).filter(|_| state.status == Status::InUse).map_or(Cell::Null, Cell::Text),
        warranty_ends.map_or(Cell::Int(i64::MAX), day),
    ];
    let shown = Row {
        id: owner,
        number,
        status: state.status,
        customer: state.customer,
        site: card.site,
        parent: card.parent,
        name: card.name.words().to_owned(),
        manufacturer: card.manufacturer.words().to_owned(),
        model: card.model.words().to_owned(),
        serial: card.serial.words().to_owned(),
        warranty_ends,
        ..Row::default()
    };
    let own = Entry { table: &TABLE, n: 0, cells, row: row(&shown) };
    let words = spelled(&WORDS, &words, &own);
    std::iter::once(own).chain(words).collect()
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.site.map(|site| is("site", Cell::Id(site))));
    conds.extend(filter.parent.map(|parent| is("parent", Cell::Id(parent))));
    conds.extend(filter.equipment_type.map(|kind| is("equipment_type", Cell::Id(kind))));
    conds.extend(filter.warranty_ends_before.map(|end| Cond::Below("warranty_end", day(end))));
    conds.extend(filter.search.iter().flat_map(|words| sought(&WORDS, words)));
    let column = match order {
        Order::Number => "number",
        Order::Name => "name",
        Order::WarrantyEnd => "warranty_end",
    };
    Asked { table: &TABLE, conds, column }
}
