//! Customers: whose equipment is serviced, and who pays (S4, S5, S57).
//!
//! A customer's number and its IČO are unique within a company (E2); e-mail addresses are not
//! (E10). What a register said is kept with the day it said so, and nothing here is ever read by
//! documents that were issued before (E4).

mod buyer;
mod command;
mod decide;
mod event;
mod profile;
mod query;
mod refusal;
mod registration_number;
mod registry_fault;
mod told;
mod vat_id;

pub use crate::address::Address;
pub use buyer::Buyer;
pub use command::{AddContact, AddSite, Command, Create, Update, UpdateContact, UpdateSite, Verb};
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use profile::{Kind, Profile, Register};
pub(crate) use profile::{Proposal, country, holders, plain, shown};
pub use query::{EMAILS, Filter, Order, Row, SITES, TABLE, TECHNICIANS, WORDS};
pub use refusal::Refusal;
pub use registration_number::RegistrationNumber;
pub use registry_fault::RegistryFault;
pub use vat_id::{VatId, czech_number_holds, german_number_holds, slovak_number_holds};

use crate::journal::Personal;
use crate::noun::Number;
use crate::noun::{Links, Noun, Offered, doors};
use crate::port::index::{Cell, Cond, Link, Table, is};
use crate::schedule::WorkingTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The customer as a noun.
pub struct Customer;

/// A place where the customer's equipment stands; often not the seat (E3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Site {
    /// The id of the site, by which equipment, activities and commands name it.
    pub id: Uuid,
    /// The name by which people call it: `Hala 2`.
    pub name: Personal<String>,
    /// The address at which it is.
    pub address: Personal<Address>,
    /// When it is open; at any time where it is missing (S29).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<WorkingTime>,
    /// The region in which it lies, in the company's own words (S26); that of the customer where it
    /// is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// Somebody to talk to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// The contact's id. What is kept about the person stands under the same id, or under the one
    /// that was given as `person`.
    pub id: Uuid,
    /// What the person is called.
    pub name: Personal<String>,
    /// The address to which mails go; nothing where none is known.
    pub email: Option<Personal<String>>,
    /// The telephone number; nothing where none is known.
    pub phone: Option<Personal<String>>,
    /// What the person is to the customer: `vedoucí údržby`; nothing where nobody said.
    pub role: Option<Personal<String>>,
    /// Which papers are mailed to this contact, instead of to the customer's own addresses; empty
    /// where none is.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub receives: BTreeSet<Paper>,
}

/// A kind of paper that is mailed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Confirmed job sheets (S44).
    JobSheets,
    /// Invoices that were issued and are mailed (S55).
    Invoices,
}

/// A customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The number by which people know the customer, `ZK-2026-00017`.
    pub number: Number,
    /// Who the customer is, on documents and to the tax office.
    pub profile: Profile,
    /// The places where the customer's equipment stands, in the order in which they were added.
    pub sites: Vec<Site>,
    /// The people to talk to, in the order in which they were added.
    pub contacts: Vec<Contact>,
}

impl Noun for Customer {
    const THROUGH: Option<&'static str> = Some("customer");
    doors!("customer", fold 1, sorted, tables [TABLE, EMAILS, WORDS, TECHNICIANS, SITES]);
    const PART_NAMES: Option<&'static Table> = Some(&SITES);

    const PARTS: &'static [(&'static str, &'static str)] = &[
        ("site_added", "/site/id"),
        ("site_updated", "/site/id"),
        ("contact_added", "/contact/id"),
        ("contact_updated", "/contact/id"),
    ];

    fn own(technician: Uuid) -> Vec<Cond> {
        let mine = is("technician", Cell::Id(technician));
        vec![Cond::Has(&TECHNICIANS, Link::SameOwner, vec![mine])]
    }

    fn number(state: &State) -> Option<&Number> {
        Some(&state.number)
    }

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = Self::available_verbs(&State::default());
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn part(state: &State, part: Uuid) -> Option<String> {
        let site = state.sites.iter().find(|site| site.id == part);
        let contact = || state.contacts.iter().find(|contact| contact.id == part);
        let site = site.map(|site| site.name.reveal_text().to_owned());
        site.or_else(|| contact().map(|contact| contact.name.reveal_text().to_owned()))
    }

    fn links(id: Uuid, _: &State) -> Links {
        Links::to([Some(id)])
    }
}
