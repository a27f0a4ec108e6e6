//! Who a customer is: put together from what is known, what is proposed and what a register says.

use super::{Address, CompanyId, Contact, Proposal, Refusal, VatId};
use crate::correspondence::Mailbox;
use crate::document::Language;
use crate::error::Error;
use crate::journal::Personal;
use crate::port::registry::{CompanyStatus, RegistryEntry};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// What kind of customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A company, an authority, a sole trader: in a public register.
    #[default]
    Company,
    /// A private person (E5).
    Person,
}

/// A value that is public for a company and belongs to the person for a private one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", bound(deserialize = "T: DeserializeOwned"))]
pub enum Held<T> {
    /// Of a company.
    Public(T),
    /// Of a private person; the person's id is the customer's.
    Personal(Personal<T>),
}

impl<T: Clone> Held<T> {
    pub(super) fn new(kind: Kind, customer: Uuid, value: T) -> Held<T> {
        match kind {
            Kind::Company => Held::Public(value),
            Kind::Person => Held::Personal(Personal::of(customer, value)),
        }
    }

    /// The bare value, unless its person was forgotten; see [`Personal::reveal`].
    pub const fn reveal(&self) -> Option<&T> {
        match self {
            Held::Public(value) => Some(value),
            Held::Personal(value) => value.reveal(),
        }
    }

    /// The same value for a customer of a kind.
    pub(super) fn of_kind(&self, kind: Kind, customer: Uuid) -> Held<T> {
        match (self, kind) {
            (Held::Public(value), Kind::Person) => Held::new(kind, customer, value.clone()),
            (Held::Personal(held), Kind::Company) => {
                held.reveal().map_or_else(|| self.clone(), |value| Held::Public(value.clone()))
            }
            _ => self.clone(),
        }
    }
}

impl<T: Default> Default for Held<T> {
    fn default() -> Self {
        Held::Public(T::default())
    }
}

/// What a register said, and when: the evidence for what was taken over from it (S4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Register {
    /// Which register.
    pub registry: String,
    /// When it was taken over.
    pub looked_up_at: Instant,
    /// Whether the company lived then.
    pub status: CompanyStatus,
    /// Where it is entered, such as `C 912345/MSPH`.
    pub register_entry: Option<String>,
}

/// Who a customer is, on documents and to the tax office.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile {
    /// A company or a private person.
    pub kind: Kind,
    /// Name with legal form, or the person's name.
    pub name: Held<String>,
    /// IČO, eight digits; for a foreign company what its country uses.
    pub company_id: Option<String>,
    /// VAT id.
    pub vat_id: Option<String>,
    /// VAT id of the group that it belongs to; invoices then bear this one (E1).
    pub vat_group_id: Option<String>,
    /// Whether it pays VAT; nothing where nobody said.
    pub vat_payer: Option<bool>,
    /// What a register said.
    pub register: Option<Register>,
    /// Where invoices are made out to.
    pub address: Held<Address>,
    /// Where invoices are mailed to.
    pub emails: Vec<Personal<String>>,
    /// Of its documents; the company's own where nothing is said.
    pub language: Option<Language>,
}

impl Profile {
    /// The addresses for invoices and job sheets that were not forgotten since (E93).
    pub fn reachable(&self) -> Vec<Personal<String>> {
        self.emails.iter().filter(|email| !email.is_erased()).cloned().collect()
    }
}

/// What a profile is put together for.
pub(super) struct Making<'a> {
    pub(super) customer: Uuid,
    pub(super) now: Instant,
    pub(super) before: &'a Profile,
    pub(super) contacts: &'a [Contact],
    pub(super) proposal: &'a Proposal,
}

impl Making<'_> {
    /// The profile, or what is wrong with the proposal.
    pub(super) fn profile(&self) -> Result<Profile, Error> {
        let (before, entry) = (self.before, self.proposal.registry.as_ref());
        if let Some(entry) = entry.filter(|entry| entry.status == CompanyStatus::Dissolved) {
            let (company_id, name) = (entry.company_id.clone(), entry.name.clone());
            return Err(Refusal::Dissolved { company_id, name }.into());
        }
        let kind = self.proposal.kind.unwrap_or(before.kind);
        let address = self.address(kind)?;
        let country = address.reveal().map(|a| a.country.clone()).unwrap_or_default();
        let company_id = self.company_id(kind, &country)?;
        let register = match entry {
            Some(entry) => Some(self.register(entry)),
            None if company_id != before.company_id => None,
            None => before.register.clone(),
        };
        Ok(Profile {
            kind,
            name: self.name(kind)?,
            vat_id: self.vat_id()?,
            vat_group_id: entry.map_or(&before.vat_group_id, |e| &e.vat_group_id).clone(),
            vat_payer: self
                .proposal
                .vat_payer
                .or_else(|| entry.map_or(before.vat_payer, |entry| entry.vat_payer)),
            company_id,
            register,
            address,
            emails: self.emails()?,
            language: self.proposal.language.or(before.language),
        })
    }

    fn register(&self, entry: &RegistryEntry) -> Register {
        Register {
            registry: entry.registry.clone(),
            looked_up_at: self.now,
            status: entry.status,
            register_entry: entry.register_entry.clone(),
        }
    }

    fn name(&self, kind: Kind) -> Result<Held<String>, Refusal> {
        let said = self.proposal.name.as_ref();
        let name = match said.or_else(|| self.proposal.registry.as_ref().map(|e| &e.name)) {
            Some(name) => Held::new(kind, self.customer, name.trim().to_owned()),
            None => self.before.name.of_kind(kind, self.customer),
        };
        // A forgotten person's name is missing for good; it is no reason to refuse a change.
        if name.reveal().is_some_and(String::is_empty) {
            return Err(Refusal::NameMissing {});
        }
        Ok(name)
    }

    fn address(&self, kind: Kind) -> Result<Held<Address>, Refusal> {
        let said = self.proposal.address.as_ref();
        match said.or_else(|| self.proposal.registry.as_ref().map(|entry| &entry.seat)) {
            Some(address) => Ok(Held::new(kind, self.customer, sound(address)?.clone())),
            None => Ok(self.before.address.of_kind(kind, self.customer)),
        }
    }

    fn company_id(&self, kind: Kind, country: &str) -> Result<Option<String>, Error> {
        let typed = self.proposal.company_id.as_deref().map(str::trim);
        let found = self.proposal.registry.as_ref().map(|entry| plain(&entry.company_id));
        let company_id = match (typed, found) {
            (Some(typed), Some(found)) if plain(typed) != found => {
                let company_id = typed.to_owned();
                return Err(Refusal::OtherNumber { company_id, registry_says: found }.into());
            }
            // The register is believed, also where an old number fails its check digit.
            (_, Some(found)) => Some(found),
            (Some(""), None) => None,
            (Some(typed), None) if self.before.company_id.as_deref() == Some(&*plain(typed)) => {
                self.before.company_id.clone()
            }
            (Some(typed), None) if matches!(country, "CZ" | "SK" | "") => {
                Some(CompanyId::parse(typed)?.into())
            }
            (Some(typed), None) => Some(typed.to_owned()),
            (None, None) => self.before.company_id.clone(),
        };
        match company_id {
            Some(company_id) if kind == Kind::Person => {
                Err(Refusal::PersonWithNumber { company_id }.into())
            }
            company_id => Ok(company_id),
        }
    }

    fn vat_id(&self) -> Result<Option<String>, Error> {
        match (self.proposal.vat_id.as_deref().map(str::trim), &self.proposal.registry) {
            (Some(""), _) => Ok(None),
            (Some(typed), _) => Ok(Some(VatId::parse(typed)?.into())),
            (None, Some(entry)) => Ok(entry.vat_id.clone()),
            (None, None) => Ok(self.before.vat_id.clone()),
        }
    }

    fn emails(&self) -> Result<Vec<Personal<String>>, Refusal> {
        let Some(said) = &self.proposal.emails else { return Ok(self.before.emails.clone()) };
        let mut emails = Vec::<Personal<String>>::new();
        for said in said {
            let email = deliverable(said)?;
            if !emails.iter().any(|known| same(known.reveal_text(), &email)) {
                emails.push(Personal::of(self.person(&email), email));
            }
        }
        Ok(emails)
    }

    /// A contact's address is forgotten with the contact, also where it gets the invoices.
    fn person(&self, email: &str) -> Uuid {
        let theirs = |contact: &&Contact| {
            contact.email.as_ref().is_some_and(|known| same(known.reveal_text(), email))
        };
        let contact = self.contacts.iter().find(theirs);
        contact.map_or(self.customer, |contact| contact.name.person())
    }
}

/// The country that gave a company its number; Czechia where no address says otherwise.
pub(crate) fn country<'a>(profile: &'a Profile, proposal: &'a Proposal) -> &'a str {
    let seat = proposal.registry.as_ref().map(|entry| &entry.seat);
    let address = proposal.address.as_ref().or(seat).or(profile.address.reveal());
    match address.map(|address| address.country.as_str()) {
        None | Some("") => "CZ",
        Some(country) => country,
    }
}

/// A company number in the form in which it is compared: digits padded to eight, or as it is.
pub(crate) fn plain(company_id: &str) -> String {
    CompanyId::digits(company_id).unwrap_or_else(|_| company_id.trim().to_owned())
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// An address that a mail can go to.
pub(super) fn deliverable(email: &str) -> Result<String, Refusal> {
    let mailbox = Mailbox { name: None, address: email.trim().to_owned() };
    if mailbox.is_deliverable() {
        return Ok(mailbox.address);
    }
    Err(Refusal::BadEmail { value: email.to_owned() })
}

/// An address whose country is known to the tax tables.
pub(super) fn sound(address: &Address) -> Result<&Address, Refusal> {
    let country = &address.country;
    if country.len() == 2 && country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Ok(address);
    }
    Err(Refusal::CountryForm { country: country.clone() })
}
