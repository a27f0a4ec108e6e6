//! What README.md shows of Rust is what stands in `told`, and it runs; so does docs/heads.md.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test says what is wrong by failing, and so does the README"
)]

#[path = "readme/heads.rs"]
mod heads;

use callout::adapters::registry::ares::RecordedRegistry;
use callout::port::registry::CompanyRegistry;
use callout::{company, price_list, technician};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

type Done = Result<(), Box<dyn std::error::Error>>;

/// Written so that they are not what they name.
const BEGINS: &str = concat!("    // README", " begins\n");
const ENDS: &str = concat!("    // README", " ends\n");

/// What a host has before: the ids of its company, its manager, its technician.
#[derive(Clone, Copy)]
struct Ids {
    company: Uuid,
    me: Uuid,
    karel: Uuid,
}

/// The lines between the marks are those of the README, whatever their width.
#[rustfmt::skip]
fn told(path: &Path, ids: Ids, registry: Arc<dyn CompanyRegistry>) -> Done {
    let Ids { company, me, karel } = ids;
    let enquiry = include_bytes!("../examples/service_call/enquiry.eml");
    let labour: callout::report::Content = serde_json::from_str(
        r#"{"kind": "labour", "code": "labour", "name": "Labour", "unit": "hour"}"#,
    )?;
    // README begins
    use callout::adapters::mail::eml;
    use callout::{access::Actor, activity, customer, invoice, mail, report};
    use callout::{port::renderer::Format, rendering::Page};

    let engine = callout::open(path)?;                        // one file, durable
    let manager = engine.session(company, Actor::manager(me)); // the host has checked who it is
    let technician = engine.session(company, Actor::technician(karel));
    engine.register_registry(registry);                       // ARES, or one of your own
    let letter = manager.receive(enquiry, eml::read(enquiry)?)?.receipt.target;
    let entry = engine.look_up_company("58203117", false)?;          // a company register, by number
    let create = customer::Create { registry: entry, ..Default::default() };
    let customer = manager.create(create)?.target;
    let title = "It stops".to_owned();
    let job = manager.create(activity::Create { customer, title, ..Default::default() })?;
    let (id, filed) = (job.target, mail::Context::Activity(job.target));
    manager.add(letter, mail::File { under: filed })?;
    let open = manager.change(id, job.version, activity::Open {})?;
    let stale = manager.change(id, job.version, activity::Complete {});
    assert_eq!(stale.unwrap_err().code(), "RECORD-VERSION-01"); // and its details say what changed
    manager.change(id, open.version, activity::Assign { technicians: vec![karel], lead: None })?;
    let (content, quantity) = (Some(labour), Some("1.75".parse()?));
    technician.add(id, report::ReportLine { content, quantity, ..Default::default() })?;
    for line in manager.get::<report::Report>(id)?.state.lines {
        manager.add(id, report::Approve { line: line.id, ..Default::default() })?;
    }
    manager.add(id, report::Release::default())?;
    let draft = manager.create(invoice::Draft { activities: vec![id], language: None })?;
    let issue = invoice::Issue { format: Format::Pdf, send: false };
    manager.change(draft.target, draft.version, issue)?;
    let page = Page { document: draft.target, version: 1, format: Format::Pdf };
    let pdf = manager.blob(&manager.render(&page)?.blob)?;    // the same bytes from now on
    assert!(manager.verify(None)?.clean);
    // README ends
    assert!(pdf.starts_with(b"%PDF-1.7"));
    Ok(())
}

/// A company with prices and a technician.
fn furnished(path: &Path, ids: Ids) -> Done {
    let engine = callout::open(path)?;
    let manager = engine.session(ids.company, callout::access::Actor::manager(ids.me));
    let found = r#"{"profile": {"name": "Servis", "registration_number": "58100075",
        "address": {"street": "", "city": "", "postal_code": "", "country": "CZ"},
        "email": "servis@modry-klic.example"}, "settings": {"zone": "Europe/Prague"}}"#;
    let prices = r#"{"name": "Prices", "currency": "CZK", "valid_from": "2026-01-01",
        "items": {"labour": {"name": "Labour", "unit": "hour", "price": "890.00"}}}"#;
    manager.create_as(ids.company, serde_json::from_str::<company::Create>(found)?)?;
    manager.create(serde_json::from_str::<price_list::Publish>(prices)?)?;
    let name = "Karel Vrána".to_owned();
    manager.create_as(ids.karel, technician::Create { name, ..Default::default() })?;
    Ok(())
}

#[test]
fn what_the_readme_tells_happens() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("service.db");
    let ids = Ids { company: Uuid::now_v7(), me: Uuid::now_v7(), karel: Uuid::now_v7() };
    furnished(&path, ids).expect("a company");
    let recorded = include_str!("../examples/service_call/registry/58203117.json");
    let registry = RecordedRegistry::new([recorded]).expect("a register");
    told(&path, ids, Arc::new(registry)).expect("the story");
}

#[test]
fn the_readme_tells_just_that() {
    let told = between(include_str!("readme.rs"), BEGINS, ENDS);
    assert_eq!(shown(include_str!("../README.md")), told);
}

/// The Rust part of a page.
fn shown(page: &str) -> &str {
    let (_, after) = page.split_once("```rust,ignore\n").expect("a Rust part");
    after.split_once("```").expect("its end").0
}

/// The lines between two marks, as a page shows them.
fn between(source: &str, begins: &str, ends: &str) -> String {
    let (_, after) = source.split_once(begins).expect("where it begins");
    let (told, _) = after.split_once(ends).expect("where it ends");
    told.lines().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned() + "\n").collect()
}
