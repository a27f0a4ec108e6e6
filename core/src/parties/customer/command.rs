//! What may be asked of a customer.

use super::{Address, Kind, Paper};
use crate::language::Language;
use crate::port::registry::RegistryEntry;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{EnumDiscriminants, IntoStaticStr, VariantArray, VariantNames};
use uuid::Uuid;

/// What may be asked of a customer.
#[derive(
    Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames, EnumDiscriminants,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[strum_discriminants(
    name(Verb),
    derive(IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case"),
    doc = "The name of a [`Command`], such as `create`.",
    allow(missing_docs)
)]
pub enum Command {
    /// Create one: from a register's entry (S4), or by hand for a private person or a foreign
    /// company (E5). It takes the next number of its year.
    Create(Proposal),
    /// Say better who it is; what is missing stays, an empty number is taken away.
    Update(Proposal),
    /// Add a place where its equipment stands (E3).
    AddSite {
        /// The name by which people call it: `Hala 2`; not empty (`CUSTOMER-SITE-01`).
        name: String,
        /// The address at which it is.
        address: Address,
    },
    /// Say better where a site is; what is missing stays.
    UpdateSite {
        /// The id of the site (`CUSTOMER-SITE-02` where the customer has none such).
        site: Uuid,
        /// The new name by which people call it; the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The new address, whole; the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<Address>,
    },
    /// Add somebody to talk to (S57).
    AddContact {
        /// What the person is called; not empty (`CUSTOMER-CONTACT-01`).
        name: String,
        /// The address to which mails go (`CUSTOMER-EMAIL-01` where none can go to it); none where
        /// it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// The telephone number, as people write it; none where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// What the person is to the customer: `vedoucí údržby`; unsaid where it is missing.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        role: String,
        /// The id under which values about the person are kept already, such as the sender of
        /// a mail: what is kept under one id is forgotten together. An id of its own where it is
        /// missing. One that another record has is refused (`RECORD-NEW-02`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<Uuid>,
        /// Which papers are mailed to this contact, instead of to the customer's own addresses;
        /// none where it is missing. It needs an address for that (`CUSTOMER-CONTACT-03`).
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        receives: BTreeSet<Paper>,
    },
    /// Say better how to reach a contact; what is missing stays, what is empty is taken away.
    UpdateContact {
        /// The id of the contact (`CUSTOMER-CONTACT-02` where the customer has none such).
        contact: Uuid,
        /// What the person is called; the old name stays where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The address to which mails go; the old one stays where it is missing, and is taken away
        /// where it is empty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// The telephone number; the old one stays where it is missing, and is taken away where it
        /// is empty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// What the person is to the customer; what was said stays where it is missing, and is
        /// taken away where it is empty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        /// Which papers are mailed to this contact, all of them; what was said stays where it is
        /// missing. It needs an address for that (`CUSTOMER-CONTACT-03`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        receives: Option<BTreeSet<Paper>>,
    },
}

/// Who the customer is to be. What is said here goes before what the register says; what neither
/// says stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Proposal {
    /// Whether it is a company (also a sole trader) or a private person; a company where a new
    /// customer leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Name with legal form, or a person's name. One of both, here or in the register's entry, is
    /// needed (`CUSTOMER-NAME-01`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The company number: an IČO, checked by its check digit unless `number_checked`; for
    /// a foreign company what its country uses. A private person has none (`CUSTOMER-NUMBER-03`),
    /// and no two customers have the same (`-02`). An empty one is taken away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_number: Option<String>,
    /// Whether somebody compared the numbers with a document and they stand there so, though they
    /// fail their check: a few old companies have such an IČO, and a DIČ of it. Otherwise they are
    /// refused as mistyped (`REGISTRY-NUMBER-02`, `REGISTRY-VAT-02`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub number_checked: bool,
    /// The VAT id: a DIČ, or another of the European Union, checked by the rule of its state, and
    /// no other customer's (`CUSTOMER-NUMBER-04`) unless `vat_id_shared`. An empty one is taken
    /// away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// Whether it is known that another customer has the same VAT id, as the members of a group or
    /// the branches of a company do; `false` where it is missing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub vat_id_shared: bool,
    /// Whether the customer pays VAT; unsaid where it is missing and no register says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_payer: Option<bool>,
    /// The address to which invoices are made out; the register's seat where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The addresses to which invoices are mailed (S55), all of them; those that are there stay
    /// where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    /// The language of its documents and mails (E64); the company's own where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The entry that a register answered with (S4); nothing where none was asked. One of a
    /// dissolved company is refused (`CUSTOMER-REGISTER-01`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registry: Option<RegistryEntry>,
}

impl Command {
    /// Creates one of what a register answered; without an answer the name is missing, and the
    /// command is refused with what to do.
    ///
    /// ```
    /// use callout_core::customer::Command;
    /// assert!(matches!(Command::registered(None), Command::Create(_)));
    /// ```
    pub fn registered(entry: Option<RegistryEntry>) -> Command {
        Command::Create(Proposal { registry: entry, ..Proposal::default() })
    }
}
