//! Planning 1 and 2: the enquiry, the customer from the register, the equipment (S2 to S12, S16).

use crate::story::{Story, heading, told};
use callout::adapters::mail::eml;
use callout::customer::{self, Address};
use callout::enquiry::{EnquiryFacts, OwnAddresses, find_facts};
use callout::equipment::{self, Card, Dates, Equipment};
use callout::file::is_picture;
use callout::letter::{Mailbox, ReadMail};
use callout::port::registry::{CompanyStatus, RegistryEntry};
use callout::{equipment_type, mail};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use std::collections::BTreeSet;
use std::error::Error;
use uuid::Uuid;

/// What the rest of the story hangs on.
pub struct Case {
    pub mail: Uuid,
    pub customer: Uuid,
    pub equipment: Uuid,
    /// What it is about, in a line.
    pub subject: String,
    /// There is an address to mail to.
    pub reachable: bool,
}

pub fn take_in(story: &mut Story, bytes: &[u8]) -> Result<Case, Box<dyn Error>> {
    heading("An e-mail comes");
    let read = eml::read(bytes)?;
    came(story, read.date)?;
    story.later(10);
    let office = story.office();
    let received = office.receive(bytes, read)?;
    let mail = received.receipt.target;
    told("kept as evidence", Ok(received.receipt))?;
    let again = office.receive(bytes, eml::read(bytes)?)?;
    println!("  the same mail once more: {} new events", again.receipt.events.len());
    let read = received.mail;
    let own = OwnAddresses {
        domains: vec!["modry-klic.example".into()],
        names: vec!["Servis Modrý Klíč s.r.o.".into()],
        ..OwnAddresses::default()
    };
    let facts = find_facts(&read, &own);
    show(&read, &facts);
    let sender = facts.respond_to.clone().or_else(|| read.from.first().cloned());
    let sender = sender.filter(Mailbox::is_deliverable);
    let customer = customer(story, sender.as_ref(), &facts)?;
    let filed = mail::File { under: mail::Context::Customer(customer) };
    told("filed under the customer", story.office().add(mail, filed))?;
    let subject = about(&read.subject);
    let equipment = equipment(story, &read, &facts, customer)?;
    Ok(Case { mail, customer, equipment, subject, reachable: sender.is_some() })
}

/// The story goes on when the mail was written, unless a sender's clock was years off or the mail
/// is older than the company: then it is taken in on a day of ours.
fn came(story: &mut Story, written: Option<DateTime<Utc>>) -> Result<(), Box<dyn Error>> {
    let now = story.now().utc();
    let ours: DateTime<Utc> = "2026-10-12T06:00:00Z".parse()?;
    let plausible = |date: &DateTime<Utc>| now <= *date && *date < now + Duration::days(366);
    if let Some(date) = written.filter(|date| !plausible(date)) {
        println!("  dated {}, taken in on {}", date.date_naive(), ours.date_naive());
    }
    story.at(written.filter(plausible).unwrap_or(ours));
    Ok(())
}

/// A subject on one line; a mail without one still needs a title.
fn about(subject: &str) -> String {
    let words: Vec<&str> = subject.split_whitespace().collect();
    if words.is_empty() { "Poptávka bez předmětu".into() } else { words.join(" ") }
}

fn show(read: &ReadMail, facts: &EnquiryFacts) {
    let values = |found: &[callout::enquiry::Found]| {
        found.iter().map(|found| found.value.as_str()).collect::<Vec<_>>().join(", ")
    };
    println!("  subject:   {}", read.subject);
    if let Some(answer) = &facts.respond_to {
        println!("  answer to: {} <{}>", answer.name.as_deref().unwrap_or(""), answer.address);
    }
    println!(
        "  company:   {}  IČO {}",
        values(&facts.companies),
        values(&facts.registration_numbers)
    );
    println!("  phones:    {}  serial {}", values(&facts.phones), values(&facts.serials));
    for file in &read.attachments {
        let name = file.name.as_deref().unwrap_or("(unnamed)");
        println!("  file:      {name} ({}, {} bytes)", file.media_type, file.bytes.len());
    }
}

fn customer(
    story: &mut Story,
    sender: Option<&Mailbox>,
    facts: &EnquiryFacts,
) -> Result<Uuid, Box<dyn Error>> {
    heading("The customer");
    story.later(5);
    let create = match registered(story, facts) {
        Some(entry) => customer::Create { registry: Some(entry), ..Default::default() },
        None => unregistered(sender, facts),
    };
    let emails = sender.iter().map(|sender| sender.address.clone()).collect();
    let office = story.office();
    let created = told("created", office.create(customer::Create { emails, ..create }))?;
    let customer = created.target;
    let Some(sender) = sender else {
        println!("  the mail names nobody to answer to: somebody must find out whom to ask");
        return Ok(customer);
    };
    let contact = customer::AddContact {
        name: called(sender),
        email: Some(sender.address.clone()),
        phone: facts.phones.first().map(|phone| phone.value.clone()),
        role: "objednatel servisu".into(),
        person: None,
        receives: BTreeSet::new(),
    };
    told("with a contact", office.change(customer, created.version, contact))?;
    Ok(customer)
}

/// By name, or by address where there is none.
fn called(sender: &Mailbox) -> String {
    let name = sender.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    name.unwrap_or(&sender.address).to_owned()
}

/// The register's entry, where the mail gives an IČO of a company that is still there.
fn registered(story: &Story, facts: &EnquiryFacts) -> Option<RegistryEntry> {
    for found in &facts.registration_numbers {
        match story.engine.look_up_company(&found.value, false) {
            Ok(Some(entry)) if entry.status == CompanyStatus::Dissolved => {
                println!("  the register says that {} was dissolved", entry.name);
            }
            Ok(Some(entry)) => {
                let city = &entry.seat.city;
                println!("  the register knows {}: {}, {city}", found.value, entry.name);
                return Some(entry);
            }
            Ok(None) => println!("  the register does not know {}", found.value),
            Err(refusal) => println!("  the register cannot help: {refusal}"),
        }
    }
    None
}

/// From what the mail says itself.
fn unregistered(sender: Option<&Mailbox>, facts: &EnquiryFacts) -> customer::Create {
    println!("  no company found in a register: the customer is who the mail says");
    let company = facts.companies.first().map(|found| found.value.clone());
    let kind = if company.is_some() { customer::Kind::Company } else { customer::Kind::Person };
    let name = company.or_else(|| sender.map(called));
    customer::Create {
        kind: Some(kind),
        name: Some(name.unwrap_or_else(|| "Neznámý odesílatel".into())),
        address: Some(Address { country: "CZ".into(), ..Address::default() }),
        ..Default::default()
    }
}

fn equipment(
    story: &mut Story,
    read: &ReadMail,
    facts: &EnquiryFacts,
    customer: Uuid,
) -> Result<Uuid, Box<dyn Error>> {
    heading("The equipment");
    story.later(5);
    let fields = json!([
        {"key": "power_kw", "label": "Příkon", "kind": "number", "unit": "kW"},
        {"key": "filter_class", "label": "Třída filtru", "kind": "choice", "choices": ["F7", "H13"]},
        {"key": "note", "label": "Umístění rozvaděče", "kind": "text"},
    ]);
    let name = "Stroj s filtrací";
    let define =
        equipment_type::Create { name: name.into(), fields: serde_json::from_value(fields)? };
    let manager = story.manager();
    let kind = told("a type with fields of its own", manager.create(define))?.target;
    let card = Card {
        name: name.into(),
        equipment_type: Some(kind),
        serial: facts.serials.first().map(|found| found.value.as_str().into()).unwrap_or_default(),
        ..Card::default()
    };
    let dates: Dates = serde_json::from_value(json!({
        "manufactured": "2021-02-10", "sold": "2021-04-19", "commissioned": "2021-05-03"
    }))?;
    let create = equipment::Create { customer, card, dates };
    let mut seen = told("its card, with three birthdays", manager.create(create))?;
    let equipment = seen.target;
    let values = [("power_kw", "2.2"), ("filter_class", "F7")];
    let values = values.map(|(key, value)| (key.to_owned(), Some(value.to_owned()))).into();
    let fields = equipment::SetFields { values };
    seen = told("fields filled in", manager.change(equipment, seen.version, fields))?;
    let terms = serde_json::from_value(json!({"starts_from": "commissioned", "months": 24}))?;
    let warranty = equipment::SetWarranty { terms };
    told("two years of warranty", manager.change(equipment, seen.version, warranty))?;
    photo(story, read, equipment)?;
    Ok(equipment)
}

fn photo(story: &Story, read: &ReadMail, equipment: Uuid) -> Result<(), Box<dyn Error>> {
    let picture = read.attachments.iter().find(|file| is_picture(&file.bytes, &file.media_type));
    let (bytes, name, media_type) = match picture {
        Some(file) => {
            let name = file.name.clone().unwrap_or_else(|| "photo".into());
            (file.bytes.clone(), name, file.media_type.clone())
        }
        None => (include_bytes!("signature.png").to_vec(), "plate.png".into(), "image/png".into()),
    };
    let content = story.manager().put_blob(&bytes)?;
    let version = story.version::<Equipment>(equipment)?;
    let command = equipment::AddPhoto { content, name, media_type };
    told("a photograph", story.manager().change(equipment, version, command))?;
    Ok(())
}
