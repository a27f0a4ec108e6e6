//! Planning 1 and 2: the enquiry, the customer from the register, the machine (S2 to S12, S16).

use crate::story::{Story, get, heading, told};
use callout::adapters::mail::eml;
use callout::correspondence::enquiry::{EnquiryFacts, OwnAddresses, find_facts};
use callout::correspondence::{Mailbox, ReadMail};
use callout::customer::{self, Address, Proposal};
use callout::engine::Query;
use callout::equipment::{self, Card, Dates};
use callout::{equipment_type, mail};
use serde_json::json;
use std::error::Error;
use uuid::Uuid;

/// What the rest of the story hangs on.
pub struct Case {
    pub mail: Uuid,
    pub customer: Uuid,
    pub equipment: Uuid,
    pub subject: String,
}

pub fn take_in(story: &mut Story, bytes: &[u8]) -> Result<Case, Box<dyn Error>> {
    heading("An e-mail comes");
    let read = eml::read(bytes)?;
    let came = read.date.map_or("2026-10-12T06:00:00Z".parse(), Ok)?;
    story.at(came);
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
    let customer = customer(story, &read, &facts)?;
    let filed = mail::Command::File { under: mail::Context::Customer(customer) };
    told("filed under the customer", story.office().add(mail, filed))?;
    let equipment = equipment(story, &read, &facts, customer)?;
    Ok(Case { mail, customer, equipment, subject: read.subject })
}

fn show(read: &ReadMail, facts: &EnquiryFacts) {
    let values = |found: &[callout::correspondence::enquiry::Found]| {
        found.iter().map(|found| found.value.as_str()).collect::<Vec<_>>().join(", ")
    };
    println!("  subject:   {}", read.subject);
    if let Some(answer) = &facts.respond_to {
        println!("  answer to: {} <{}>", answer.name.as_deref().unwrap_or(""), answer.address);
    }
    println!("  company:   {}  IČO {}", values(&facts.companies), values(&facts.company_ids));
    println!("  phones:    {}  serial {}", values(&facts.phones), values(&facts.serials));
    for file in &read.attachments {
        let name = file.name.as_deref().unwrap_or("(unnamed)");
        println!("  file:      {name} ({}, {} bytes)", file.media_type, file.bytes.len());
    }
}

fn customer(
    story: &mut Story,
    read: &ReadMail,
    facts: &EnquiryFacts,
) -> Result<Uuid, Box<dyn Error>> {
    heading("The customer");
    story.later(5);
    let sender = facts.respond_to.clone().or_else(|| read.from.first().cloned());
    let sender = sender.ok_or("the mail has no sender")?;
    let proposal = proposal(story, facts, &sender);
    let office = story.office();
    let created = told("created", office.create(customer::Command::Create(proposal)))?;
    let customer = created.target;
    let contact = customer::Command::AddContact {
        name: sender.name.clone().unwrap_or_else(|| sender.address.clone()),
        email: Some(sender.address.clone()),
        phone: facts.phones.first().map(|phone| phone.value.clone()),
        role: "objednatel servisu".into(),
        person: None,
    };
    told("with a contact", office.change(customer, created.version, contact))?;
    Ok(customer)
}

/// From the register where the mail gives an IČO, from the sender where it does not.
fn proposal(story: &Story, facts: &EnquiryFacts, sender: &Mailbox) -> Proposal {
    let emails = Some(vec![sender.address.clone()]);
    for found in &facts.company_ids {
        match story.engine.look_up_company(&found.value) {
            Ok(Some(entry)) => {
                println!(
                    "  the register knows {}: {}, {}",
                    found.value, entry.name, entry.seat.city
                );
                return Proposal { registry: Some(entry), emails, ..Proposal::default() };
            }
            Ok(None) => println!("  the register does not know {}", found.value),
            Err(refusal) => println!("  the register cannot help: {refusal}"),
        }
    }
    println!("  no company found in a register: the sender becomes the customer");
    let company = facts.companies.first().map(|found| found.value.clone());
    let name = company.clone().or_else(|| sender.name.clone());
    Proposal {
        kind: Some(if company.is_some() {
            customer::Kind::Company
        } else {
            customer::Kind::Person
        }),
        name: Some(name.unwrap_or_else(|| sender.address.clone())),
        address: Some(Address { country: "CZ".into(), ..Address::default() }),
        emails,
        ..Proposal::default()
    }
}

fn equipment(
    story: &mut Story,
    read: &ReadMail,
    facts: &EnquiryFacts,
    customer: Uuid,
) -> Result<Uuid, Box<dyn Error>> {
    heading("The machine");
    story.later(5);
    let fields = json!([
        {"key": "power_kw", "label": "Příkon", "kind": "number", "unit": "kW"},
        {"key": "filter_class", "label": "Třída filtru", "kind": "choice", "choices": ["F7", "H13"]},
        {"key": "note", "label": "Umístění rozvaděče", "kind": "text"},
    ]);
    let define = equipment_type::Command::Define {
        name: "Stroj s filtrací".into(),
        fields: serde_json::from_value(fields)?,
    };
    let manager = story.manager();
    let kind = told("a type with fields of its own", manager.create(define))?.target;
    let card = Card {
        name: read.subject.chars().take(60).collect(),
        equipment_type: Some(kind),
        serial: facts.serials.first().map(|found| found.value.clone()).unwrap_or_default(),
        ..Card::default()
    };
    let dates: Dates = serde_json::from_value(json!({
        "manufactured": "2021-02-10", "sold": "2021-04-19", "commissioned": "2021-05-03"
    }))?;
    let create = equipment::Command::Create { customer, card, dates };
    let mut seen = told("its card, with three birthdays", manager.create(create))?;
    let machine = seen.target;
    let values = json!({"set_fields": {"values": {"power_kw": "2.2", "filter_class": "F7"}}});
    let warranty =
        json!({"set_warranty": {"terms": {"starts_from": "commissioned", "months": 24}}});
    for (what, body) in [("fields filled in", values), ("two years of warranty", warranty)] {
        let command: equipment::Command = serde_json::from_value(body)?;
        seen = told(what, manager.change(machine, seen.version, command))?;
    }
    photo(story, read, machine)?;
    Ok(machine)
}

fn photo(story: &Story, read: &ReadMail, machine: Uuid) -> Result<(), Box<dyn Error>> {
    let picture = read.attachments.iter().find(|file| file.media_type.starts_with("image/"));
    let (bytes, name, media_type) = match picture {
        Some(file) => {
            let name = file.name.clone().unwrap_or_else(|| "photo".into());
            (file.bytes.clone(), name, file.media_type.clone())
        }
        None => (include_bytes!("signature.png").to_vec(), "plate.png".into(), "image/png".into()),
    };
    let content = story.manager().put_blob(&bytes)?;
    let version = story.version(Query::Equipment(get(machine)))?;
    let command = equipment::Command::AddPhoto { content, name, media_type };
    told("a photograph", story.manager().change(machine, version, command))?;
    Ok(())
}
