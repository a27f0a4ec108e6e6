//! What may be asked of a customer.

use super::{Address, Kind};
use crate::document::Language;
use crate::port::registry::RegistryEntry;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Create one: from a register's entry (S4), or by hand for a private person or a foreign
    /// company (E5). It takes the next number of its year.
    Create(Proposal),
    /// Say better who it is; what is missing stays, an empty number is taken away.
    Change(Proposal),
    /// Add a place where its equipment stands (E3).
    AddSite {
        /// How people call it.
        name: String,
        /// Where it is.
        address: Address,
    },
    /// Say better where a site is; what is missing stays.
    ChangeSite {
        /// Which.
        site: Uuid,
        /// How people call it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Where it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<Address>,
    },
    /// Add somebody to talk to (S57).
    AddContact {
        /// What the person is called.
        name: String,
        /// Where mails go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// For calls.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// What the person is to the customer.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        role: String,
        /// The id under which values about the person are kept already, such as the sender of
        /// a mail: what is kept under one id is forgotten together. An id of its own where it is
        /// missing. One that another record has is refused (`RECORD-NEW-02`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<Uuid>,
    },
    /// Say better how to reach a contact; what is missing stays, what is empty is taken away.
    ChangeContact {
        /// Which.
        contact: Uuid,
        /// What the person is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Where mails go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// For calls.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// What the person is to the customer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
    },
}

/// Who the customer is to be. What is said here goes before what the register says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Proposal {
    /// A company (also a sole trader) unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Name with legal form, or a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// IČO; for a foreign company what its country uses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_id: Option<String>,
    /// DIČ, or another VAT id of the European Union.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// Whether it pays VAT.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_payer: Option<bool>,
    /// Where invoices are made out to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Where invoices are mailed to (S55).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    /// Of its documents; the company's own where nothing is said (E64).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What a register answered.
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
