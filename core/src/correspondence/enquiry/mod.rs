//! What an enquiry says: the facts that a careful reader would underline.
//!
//! Nothing here decides. Every fact comes with the words it was read from, so that a person can
//! compare; what cannot be told is left out rather than guessed. Quoted history and our own
//! company's data are not the customer's and are never taken.

mod address;
mod beside;
mod company;
mod fold;
mod ids;
mod label;
mod numbers;
mod phone;
mod serial;
mod sources;
mod tone;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;

use crate::letter::{Mailbox, ReadMail};
use fold::{key, same_key};
use serde::{Deserialize, Serialize};
use sources::Source;

/// Our own data: what must never be taken for the customer's.
///
/// ```
/// use callout_core::enquiry::OwnAddresses;
/// let own = OwnAddresses {
///     domains: vec!["modry-klic.example".into()],
///     registration_numbers: vec!["58100075".into()],
///     ..Default::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct OwnAddresses {
    /// The e-mail addresses that are ours outside our domains; none where it is missing.
    pub addresses: Vec<String>,
    /// The mail domains that are ours; their subdomains belong to us too. None where it is missing.
    pub domains: Vec<String>,
    /// The company numbers (IČO) that are ours, with or without spaces; none where it is missing.
    pub registration_numbers: Vec<String>,
    /// The VAT ids that are ours: `CZ59610000`; none where it is missing.
    pub vat_ids: Vec<String>,
    /// The telephone numbers that are ours, in E.164: `+420700000111`; none where it is missing.
    pub phones: Vec<String>,
    /// The names that are ours, with or without legal form; none where it is missing.
    pub names: Vec<String>,
}

impl OwnAddresses {
    /// Whether mail to this address comes to us.
    pub fn owns(&self, mailbox: &Mailbox) -> bool {
        let domain = mailbox.domain();
        let ours = |own: &String| {
            let own = own.to_lowercase();
            domain == own || domain.ends_with(&format!(".{own}"))
        };
        self.addresses.iter().any(|own| own.eq_ignore_ascii_case(&mailbox.address))
            || self.domains.iter().any(ours)
    }

    fn has_name(&self, name: &str) -> bool {
        let name = key(name);
        self.names.iter().map(|own| key(own)).any(|own| !own.is_empty() && name.contains(&own))
    }
}

/// Where in the message something was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In what the sender wrote.
    Text,
    /// In a message that was forwarded, in the text or as an attachment.
    Forwarded,
    /// In the subject of the message.
    Subject,
    /// In the headers of the message.
    Header,
}

/// The words that a fact was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "FactEvidence"))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The part of the message in which the line stands.
    pub place: Place,
    /// The number of the line in that part, from 1.
    pub line: u32,
    /// The line, cut to 200 characters.
    pub quote: String,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// The value in its normal form: `59610000`, `+420700000111`.
    pub value: String,
    /// Where in the message the value stands, with the line that was read.
    pub evidence: Evidence,
}

/// The language of the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", schemars(rename = "SenderLanguage"))]
pub enum Language {
    /// The sender wrote in Czech.
    Cs,
    /// The sender wrote in Slovak.
    Sk,
    /// The sender wrote in German.
    De,
    /// The sender wrote in English.
    En,
}

/// What an enquiry says. In every list the likeliest stands first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EnquiryFacts {
    /// Whom to answer: never a machine or ourselves where a person is named. Nothing where no
    /// address is.
    pub respond_to: Option<Mailbox>,
    /// Who wrote what was forwarded; nothing where nothing was, or nobody is named.
    pub original_sender: Option<Mailbox>,
    /// The person named in a signature or in a field "contact"; nothing where none is.
    pub contact: Option<Found>,
    /// The names of the companies that the message names, as they are written.
    pub companies: Vec<Found>,
    /// Company numbers (IČO) with a sound check digit.
    pub registration_numbers: Vec<Found>,
    /// VAT ids that follow the rule of their state.
    pub vat_ids: Vec<Found>,
    /// The telephone numbers in E.164, `+420700000111`, without fax.
    pub phones: Vec<Found>,
    /// The e-mail addresses that stand in the text.
    pub emails: Vec<Found>,
    /// The serial numbers of equipment, as they are written.
    pub serials: Vec<Found>,
    /// Postal addresses as written, on one line.
    pub addresses: Vec<Found>,
    /// The language of the sender; nothing where none is clear.
    pub language: Option<Language>,
    /// The words that ask for haste; nothing where there are none.
    pub urgent: Option<Found>,
    /// What looked like a fact and failed its check, in English.
    pub doubts: Vec<String>,
}

/// Reads the facts of a message.
///
/// ```
/// use callout_core::letter::ReadMail;
/// use callout_core::enquiry::{OwnAddresses, find_facts};
/// let mail = ReadMail {
///     text: "Kompresor stojí, výr. č. API 612 345.\nKOVO Hruška s.r.o.\nIČO: 596 10 000".into(),
///     ..ReadMail::default()
/// };
/// let facts = find_facts(&mail, &OwnAddresses::default());
/// assert_eq!(facts.registration_numbers[0].value, "59610000");
/// assert_eq!(facts.companies[0].value, "KOVO Hruška s.r.o.");
/// assert_eq!(facts.serials[0].value, "API 612 345");
/// ```
pub fn find_facts(mail: &ReadMail, own: &OwnAddresses) -> EnquiryFacts {
    let sources = sources::of(mail);
    let mut facts = EnquiryFacts::default();
    for source in &sources {
        ids::find(source, own, &mut facts);
        serial::find(source, &mut facts);
        address::find(source, &mut facts);
        numbers::emails(source, own, &mut facts);
    }
    let country = phone::home_country(&sources, &facts);
    for source in &sources {
        phone::find(source, country, own, &mut facts);
        company::find(source, own, &mut facts);
        beside::find(source, own, &mut facts);
    }
    company::nearest_to_an_id_first(&mut facts);
    facts.language = tone::language(&sources);
    facts.urgent = tone::urgency(mail, &sources);
    facts.contact = company::contact(mail, &sources);
    facts.original_sender = sources::original_sender(mail, &sources);
    facts.respond_to = respond_to(mail, own, &facts);
    facts
}

/// A person before a machine, a stranger before ourselves.
fn respond_to(mail: &ReadMail, own: &OwnAddresses, facts: &EnquiryFacts) -> Option<Mailbox> {
    let outside = |mailbox: &&Mailbox| {
        mailbox.is_deliverable() && !mailbox.is_no_reply() && !own.owns(mailbox)
    };
    let headers = mail.reply_to.iter().chain(&mail.from);
    let named = headers.chain(&facts.original_sender).find(outside).cloned();
    let written = || {
        let address = facts.emails.first()?.value.clone();
        let name = facts.contact.as_ref().map(|contact| contact.value.clone());
        Some(Mailbox { name, address })
    };
    named.or_else(written).or_else(|| mail.respond_to().cloned())
}

/// The most facts of a kind, and the most bytes of one: longer ones are only made to be long.
const MAX_FACTS: usize = 100;
const MAX_BYTES: usize = 1000;

/// Adds a fact unless the same value is known already.
fn note(list: &mut Vec<Found>, value: String, source: &Source, at: usize) {
    let room = list.len() < MAX_FACTS && value.len() <= MAX_BYTES;
    if room && !list.iter().any(|found| same_key(&found.value, &value)) {
        list.push(Found { value, evidence: source.evidence(at) });
    }
}
