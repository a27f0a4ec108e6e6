//! What may be read of customers.

use super::profile::{plain, shown};
use super::{Kind, State};
use crate::language::Language;
use crate::noun::{Asked, PartName, row};
use crate::port::index::{Cell, Cond, Entry, Link, Repeats, Shared, Table, Whose, id, is, text};
use crate::port::order::order_key;
use crate::port::{sought, spelled};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a customer.
pub const TABLE: Table = Table {
    name: "customer",
    columns: &[text("number"), text("name"), text("registration_number"), text("vat_id")],
    indexes: &[&["number"], &["name"], &["registration_number"], &["vat_id"]],
    ..Table::BARE
};

/// One row for each address of a customer and its contacts; several customers may share one (E10).
pub const EMAILS: Table = Table {
    name: "customer_email",
    columns: &[text("email")],
    indexes: &[&["email"]],
    ..Table::BARE
};

/// One row for each technician who is on an activity of a customer.
pub const TECHNICIANS: Table = Table {
    name: "customer_technician",
    columns: &[id("technician"), text("name"), text("number")],
    indexes: &[&["technician", "name"], &["technician", "number"]],
    repeats: Repeats { of: "customer", columns: &["name", "number"], which: None },
    shared: Some(Shared { by: "activity_technician", whose: Whose::Naming("customer") }),
    ..Table::BARE
};

/// One row for each beginning of a word that a customer is found by.
pub const WORDS: Table = Table {
    name: "customer_word",
    columns: &[text("word"), text("name"), text("number")],
    indexes: &[&["word", "name"], &["word", "number"]],
    repeats: Repeats { of: "customer", columns: &["name", "number"], which: None },
    ..Table::BARE
};

/// One row for each site of a customer, by which other nouns' rows say its name.
pub const SITES: Table =
    Table { name: "customer_site", columns: &[id("part")], indexes: &[&["part"]], ..Table::BARE };

/// By what a list of customers is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::customer::Filter;
/// let number = Filter { registration_number: Some("596 10 000".into()), ..Default::default() };
/// let words = Filter { search: Some("kovo hru".into()), ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Customers with this company number (IČO): compared as a whole, without blanks, hyphens and
    /// case, a Czech one with leading zeros filled in. All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_number: Option<String>,
    /// Customers with this e-mail address, their own or a contact's; compared as a whole, and case
    /// does not matter (E10). All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Customers with these words in number, name or company number. Each may be the beginning of
    /// one; marks and case do not matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of customers is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the name, as the company's language sorts: letters first, then marks, then case.
    #[default]
    Name,
    /// By the number as text, `ZK-2026-00017`.
    Number,
}

/// What a list shows of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the customer, by which commands and other records name it.
    pub id: Uuid,
    /// The number by which people know the customer, `ZK-2026-00017`.
    pub number: String,
    /// Whether it is a company (an authority and a sole trader, too) or a private person.
    pub kind: Kind,
    /// Name with legal form, or the person's name; empty once the person was forgotten.
    pub name: String,
    /// The company number: the IČO, of a foreign company what its country uses. Nothing where there
    /// is none, or once the person was forgotten.
    pub registration_number: Option<String>,
    /// The VAT id (DIČ). Nothing where there is none, or once the person was forgotten.
    pub vat_id: Option<String>,
    /// The city of the billing address; empty where none was given, or once the person was
    /// forgotten.
    pub city: String,
    /// The version of the customer when the page was read, from 1: a command that changes it gives
    /// it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State, language: Language) -> Vec<Entry> {
    let (number, profile) = (state.number.text(), &state.profile);
    let name = profile.name.reveal().cloned().unwrap_or_default();
    let registration_number = shown(&profile.registration_number).cloned();
    let words = format!("{number} {name} {}", registration_number.as_deref().unwrap_or_default());
    let cells = vec![
        Cell::text(&number),
        Cell::Text(order_key(&name, language)),
        registration_number.as_deref().map_or(Cell::Null, |id| Cell::Text(plain(id))),
        shown(&profile.vat_id).map_or(Cell::Null, |id| Cell::Text(plain(id))),
    ];
    let shown = Row {
        id: owner,
        number,
        kind: profile.kind,
        name,
        registration_number,
        vat_id: shown(&profile.vat_id).cloned(),
        city: profile.address.reveal().map(|address| address.city.clone()).unwrap_or_default(),
        ..Row::default()
    };
    let mut entries = vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }];
    entries.extend((0..).zip(emails(state)).map(|(n, email)| Entry {
        table: &EMAILS,
        n,
        cells: vec![Cell::Text(email)],
        row: Vec::new(),
    }));
    entries.extend((0..).zip(&state.sites).map(|(n, site)| {
        let name = site.name.reveal_text().to_owned();
        let cells = vec![Cell::Id(site.id)];
        Entry { table: &SITES, n, cells, row: row(&PartName { part: site.id, name }) }
    }));
    entries.extend(spelled(&WORDS, &words, &entries[0]).collect::<Vec<_>>());
    entries
}

fn emails(state: &State) -> Vec<String> {
    let contacts = state.contacts.iter().filter_map(|contact| contact.email.as_ref());
    let all = state.profile.emails.iter().chain(contacts);
    let mut emails: Vec<String> =
        all.filter_map(|email| email.reveal()).map(|email| email.to_lowercase()).collect();
    emails.sort();
    emails.dedup();
    emails
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(
        filter
            .registration_number
            .as_ref()
            .map(|id| is("registration_number", Cell::Text(plain(id)))),
    );
    conds.extend(filter.email.as_ref().map(|email| {
        let email = Cell::Text(email.trim().to_lowercase());
        Cond::Has(&EMAILS, Link::SameOwner, vec![is("email", email)])
    }));
    conds.extend(filter.search.iter().flat_map(|words| sought(&WORDS, words)));
    let column = match order {
        Order::Name => "name",
        Order::Number => "number",
    };
    Asked { table: &TABLE, conds, column }
}
