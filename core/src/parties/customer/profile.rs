//! Who a customer is: put together from what is known, what is proposed and what a register says.

use super::{Address, Contact, Create, Paper, Refusal, RegistrationNumber, State, Update, VatId};
use crate::Patch;
use crate::error::Error;
use crate::journal::Personal;
use crate::language::Language;
use crate::letter::Mailbox;
use crate::noun::Given;
use crate::port::registry::{CompanyStatus, RegistryEntry};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Whether a customer is a company or a private person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CustomerKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A company, an authority, a sole trader: in a public register.
    #[default]
    Company,
    /// A private person (E5).
    Person,
}

/// What a register said, and when: the evidence for what was taken over from it (S4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Register {
    /// The short name of the register, such as `ares`.
    pub registry: String,
    /// The moment at which its entry was taken over.
    pub looked_up_at: Instant,
    /// Whether the company could be dealt with then, as the register said.
    pub status: CompanyStatus,
    /// Where it is entered, such as `C 912345/MSPH`; nothing where the register did not say.
    pub register_entry: Option<String>,
}

/// Who a customer is, on documents and to the tax office.
///
/// All that names a customer is kept as a person's, also where it is a company: a sole trader is
/// both. The person's id is the customer's; only the addresses of mail may be somebody else's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CustomerProfile"))]
pub struct Profile {
    /// Whether it is a company (an authority and a sole trader, too) or a private person.
    pub kind: Kind,
    /// Name with legal form, or the person's name.
    pub name: Personal<String>,
    /// The company number: the IČO; for a foreign company what its country uses; nothing without.
    pub registration_number: Option<Personal<String>>,
    /// The VAT id (DIČ); that of a natural person holds the number of birth. Nothing where there is
    /// none.
    pub vat_id: Option<Personal<String>>,
    /// The VAT id of the group that it belongs to, which invoices then bear (E1); nothing where it
    /// belongs to none.
    pub vat_group_id: Option<Personal<String>>,
    /// Whether it pays VAT; nothing where nobody said.
    pub vat_payer: Option<bool>,
    /// What a register said; nothing where none was asked for the number that it has now.
    pub register: Option<Personal<Register>>,
    /// The address to which invoices are made out.
    pub address: Personal<Address>,
    /// The addresses to which invoices and job sheets are mailed, where no contact receives them
    /// (S44, S55). One that is also a contact's is the contact's; another one of a company is a
    /// person's of its own, who can be forgotten without it; one of a private customer is his.
    pub emails: Vec<Personal<String>>,
    /// The language of its documents and mails; the company's own where nothing is said.
    pub language: Option<Language>,
    /// The region of its address, in the company's own words (S26); nothing where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

impl State {
    /// The addresses to which papers of a kind are mailed, each once: those of the contacts who
    /// receive them, else the customer's own; without those that were forgotten since (E93).
    pub fn reachable(&self, paper: Paper) -> Vec<Personal<String>> {
        let contacts = self.contacts.iter().filter(|contact| contact.receives.contains(&paper));
        let emails = contacts.filter_map(|contact| contact.email.as_ref());
        let named: Vec<_> = emails.filter(|email| !email.is_erased()).collect();
        let own = self.profile.emails.iter().filter(|email| !email.is_erased()).collect();
        let mut known = BTreeSet::new();
        let all: Vec<_> = if named.is_empty() { own } else { named };
        let once = all.into_iter().filter(|email| known.insert(email.reveal_text().to_lowercase()));
        once.cloned().collect()
    }
}

/// What a command says of a customer. It goes before what a register says; what neither says stays.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proposal {
    kind: Option<Kind>,
    name: Option<String>,
    pub(crate) registration_number: Patch<String>,
    number_checked: bool,
    pub(crate) vat_id: Patch<String>,
    pub(crate) vat_id_shared: bool,
    vat_payer: Patch<bool>,
    address: Patch<Address>,
    emails: Patch<Vec<String>>,
    language: Patch<Language>,
    region: Patch<String>,
    pub(crate) registry: Option<RegistryEntry>,
}

impl From<&Create> for Proposal {
    fn from(create: &Create) -> Self {
        Proposal {
            kind: create.kind,
            name: create.name.clone(),
            registration_number: Patch::or_keep(create.registration_number.clone()),
            number_checked: create.number_checked,
            vat_id: Patch::or_keep(create.vat_id.clone()),
            vat_id_shared: create.vat_id_shared,
            vat_payer: Patch::or_keep(create.vat_payer),
            address: Patch::or_keep(create.address.clone()),
            emails: Patch::Set(create.emails.clone()),
            language: Patch::or_keep(create.language),
            region: Patch::or_keep(create.region.clone()),
            registry: create.registry.clone(),
        }
    }
}

impl From<&Update> for Proposal {
    fn from(update: &Update) -> Self {
        Proposal {
            kind: update.kind,
            name: update.name.clone(),
            registration_number: update.registration_number.clone(),
            number_checked: update.number_checked,
            vat_id: update.vat_id.clone(),
            vat_id_shared: update.vat_id_shared,
            vat_payer: update.vat_payer,
            address: update.address.clone(),
            emails: update.emails.clone(),
            language: update.language,
            region: update.region.clone(),
            registry: update.registry.clone(),
        }
    }
}

/// What a profile is put together for.
pub(super) struct Making<'a> {
    pub(super) given: &'a Given,
    pub(super) before: &'a Profile,
    pub(super) proposal: &'a Proposal,
}

impl Making<'_> {
    /// The profile, or what is wrong with the proposal.
    pub(super) fn profile(&self) -> Result<Profile, Error> {
        let (before, entry) = (self.before, self.proposal.registry.as_ref());
        if let Some(entry) = entry.filter(|entry| entry.status == CompanyStatus::Dissolved) {
            let (registration_number, name) =
                (entry.registration_number.clone(), entry.name.clone());
            return Err(Refusal::Dissolved { registration_number, name }.into());
        }
        let kind = self.proposal.kind.unwrap_or(before.kind);
        let address = self.address()?;
        let country = address.reveal().map(|a| a.country.clone()).unwrap_or_default();
        let registration_number = self.registration_number(kind, &country)?;
        let register = match entry {
            Some(entry) => Some(self.own(self.register(entry))),
            None if registration_number != before.registration_number => None,
            None => before.register.clone(),
        };
        Ok(Profile {
            kind,
            name: self.name()?,
            vat_id: self.vat_id()?,
            vat_group_id: match entry {
                Some(entry) => entry.vat_group_id.clone().map(|id| self.own(id)),
                None => before.vat_group_id.clone(),
            },
            vat_payer: self
                .proposal
                .vat_payer
                .onto(entry.map_or(before.vat_payer, |entry| entry.vat_payer)),
            registration_number,
            register,
            address,
            emails: self.emails(kind)?,
            language: self.proposal.language.onto(before.language),
            region: super::decide::region(&self.proposal.region, before.region.clone()),
        })
    }

    fn register(&self, entry: &RegistryEntry) -> Register {
        Register {
            registry: entry.registry.clone(),
            looked_up_at: self.given.now,
            status: entry.status,
            register_entry: entry.register_entry.clone(),
        }
    }

    fn own<T>(&self, value: T) -> Personal<T> {
        Personal::of(self.given.id, value)
    }

    /// What was there; of a customer that is just made, something empty.
    fn before<T: Clone + Default>(&self, value: &Personal<T>) -> Personal<T> {
        if value.person().is_nil() { self.own(T::default()) } else { value.clone() }
    }

    fn name(&self) -> Result<Personal<String>, Refusal> {
        let said = self.proposal.name.as_ref();
        let name = match said.or_else(|| self.proposal.registry.as_ref().map(|e| &e.name)) {
            Some(name) => self.own(name.trim().to_owned()),
            None => self.before(&self.before.name),
        };
        // A forgotten person's name is missing for good; it is no reason to refuse a change.
        if name.reveal().is_some_and(String::is_empty) {
            return Err(Refusal::NameMissing {});
        }
        Ok(name)
    }

    fn address(&self) -> Result<Personal<Address>, Refusal> {
        let seat = self.proposal.registry.as_ref().map(|entry| &entry.seat);
        match (&self.proposal.address, seat) {
            (Patch::Set(address), _) | (Patch::Keep, Some(address)) => {
                Ok(self.own(sound(address)?.clone()))
            }
            (Patch::Clear, _) => Ok(self.own(Address::default())),
            (Patch::Keep, None) => Ok(self.before(&self.before.address)),
        }
    }

    fn registration_number(
        &self,
        kind: Kind,
        country: &str,
    ) -> Result<Option<Personal<String>>, Error> {
        let typed = said(&self.proposal.registration_number);
        let found = self.proposal.registry.as_ref().map(|entry| kept(&entry.registration_number));
        let before = &self.before.registration_number;
        let is_known =
            |typed: &str| shown(before).is_some_and(|known| plain(known) == plain(typed));
        let registration_number = match (typed, found) {
            (Some(typed), Some(found)) if plain(typed) != plain(&found) => {
                let registration_number = typed.to_owned();
                return Err(
                    Refusal::OtherNumber { registration_number, registry_says: found }.into()
                );
            }
            // The register is believed, also where an old number fails its check digit.
            (_, Some(found)) => Some(self.own(found)),
            (Some(""), None) => None,
            (Some(typed), None) if is_known(typed) => before.clone(),
            (Some(typed), None) if matches!(country, "CZ" | "SK" | "") => {
                Some(self.own(match self.proposal.number_checked {
                    true => RegistrationNumber::digits(typed)?,
                    false => RegistrationNumber::parse(typed)?.into(),
                }))
            }
            (Some(typed), None) => Some(self.own(typed.to_owned())),
            (None, None) => before.clone(),
        };
        match shown(&registration_number) {
            Some(registration_number) if kind == Kind::Person => {
                Err(Refusal::PersonWithNumber { registration_number: registration_number.clone() }
                    .into())
            }
            _ => Ok(registration_number),
        }
    }

    fn vat_id(&self) -> Result<Option<Personal<String>>, Error> {
        let known = &self.before.vat_id;
        match (said(&self.proposal.vat_id), &self.proposal.registry) {
            (Some(""), _) => Ok(None),
            // It was compared once, and is said again with something else that changes.
            (Some(typed), _)
                if shown(known)
                    .is_some_and(|id| VatId::as_it_is(typed).ok().as_ref() == Some(id)) =>
            {
                Ok(known.clone())
            }
            (Some(typed), _) => Ok(Some(self.own(match self.proposal.number_checked {
                true => VatId::as_it_is(typed)?,
                false => VatId::parse(typed)?.into(),
            }))),
            (None, Some(entry)) => Ok(entry.vat_id.clone().map(|id| self.own(id))),
            (None, None) => Ok(self.before.vat_id.clone()),
        }
    }

    fn emails(&self, kind: Kind) -> Result<Vec<Personal<String>>, Refusal> {
        let said: &[String] = match &self.proposal.emails {
            Patch::Keep => return Ok(self.before.emails.clone()),
            Patch::Clear => &[],
            Patch::Set(said) => said,
        };
        let mut emails = Vec::<Personal<String>>::new();
        for (n, said) in (0..).zip(said) {
            let email = deliverable(said)?;
            if !emails.iter().any(|known| has(known, &email)) {
                let new = match kind {
                    Kind::Company => self.given.fresh.id(n),
                    Kind::Person => self.given.id,
                };
                let kept = self.before.emails.iter().find(|kept| has(kept, &email));
                let of = kept.map(Personal::person);
                emails.push(Personal::of(of.unwrap_or(new), email));
            }
        }
        Ok(emails)
    }
}

/// What is said of a number: nothing in particular, that there is none, or the number.
fn said(number: &Patch<String>) -> Option<&str> {
    match number {
        Patch::Keep => None,
        Patch::Clear => Some(""),
        Patch::Set(number) => Some(number.trim()),
    }
}

/// The value, unless there is none or its person was forgotten.
pub(crate) fn shown<T>(value: &Option<Personal<T>>) -> Option<&T> {
    value.as_ref().and_then(Personal::reveal)
}

/// Whose an address is: the contacts' who have it; where none has, the one's under whose id it
/// stands among the customer's own. Several share the address of an office, or of a family.
pub(crate) fn holders(
    emails: &[Personal<String>],
    contacts: &[Contact],
    email: &str,
) -> BTreeSet<Uuid> {
    let has = |it: &&Personal<String>| has(it, email);
    let theirs = contacts.iter().filter_map(|contact| contact.email.as_ref());
    let theirs: BTreeSet<Uuid> = theirs.filter(has).map(Personal::person).collect();
    if theirs.is_empty() {
        emails.iter().filter(has).map(Personal::person).collect()
    } else {
        theirs
    }
}

/// The country that gave a company its number; Czechia where no address says otherwise.
pub(crate) fn country<'a>(profile: &'a Profile, proposal: &'a Proposal) -> &'a str {
    let seat = proposal.registry.as_ref().map(|entry| &entry.seat);
    let address = proposal.address.set().or(seat).or(profile.address.reveal());
    match address.map(|address| address.country.as_str()) {
        None | Some("") => "CZ",
        Some(country) => country,
    }
}

/// A company number in the form in which it is kept: digits padded to eight, or as it is said.
fn kept(registration_number: &str) -> String {
    RegistrationNumber::digits(registration_number)
        .unwrap_or_else(|_| registration_number.trim().to_owned())
}

/// A company number in the form in which it is compared: a foreign one without the spaces, hyphens
/// and case in which one writes it so and another so (`FN 123456a`).
pub(crate) fn plain(registration_number: &str) -> String {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect()
    };
    RegistrationNumber::digits(registration_number).unwrap_or_else(|_| bare(registration_number))
}

/// Whether it is that address, and not forgotten.
pub(crate) fn has(kept: &Personal<String>, email: &str) -> bool {
    kept.reveal().is_some_and(|kept| kept.to_lowercase() == email.to_lowercase())
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
