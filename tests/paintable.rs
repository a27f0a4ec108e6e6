//! What no renderer could paint is refused before it has a number or a signature: what is frozen
//! then could never be mended (R6).

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::document::{self, Document};
use callout::engine::Engine;
use callout::error::Error;
use callout::port::renderer::{Format, Renderer};
use callout::rendering::Page;
use serde_json::{Value, json};
use std::sync::Arc;
use support::{TestClock, engine_on, work, world};
use uuid::Uuid;

fn engine() -> Engine {
    let store = Arc::new(callout::adapters::store::memory::MemoryStore::new());
    let engine = callout::equipped(engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00")));
    work::begin(&engine);
    engine
}

fn tell(
    engine: &Engine,
    target: Option<Uuid>,
    seen: Option<u64>,
    what: &Value,
) -> Result<Uuid, Error> {
    engine.execute(&world::request(target, seen, what)).map(|done| done.target)
}

fn state(engine: &Engine, noun: &str, id: Uuid) -> Value {
    world::get(engine, &world::manager(), noun, id).expect("it is there")
}

fn named(engine: &Engine, name: &str) {
    let seen = state(engine, "customer", world::customer())["version"].as_u64();
    let change = json!({"customer": {"update": {"name": name}}});
    tell(engine, Some(world::customer()), seen, &change).expect("named");
}

fn generate(engine: &Engine, activity: Uuid) -> Result<Uuid, Error> {
    tell(engine, None, None, &json!({"job_sheet": {"generate": {"activity": activity}}}))
}

fn note(engine: &Engine, activity: Uuid, text: &str) {
    engine.execute(&world::note(activity, text)).expect("noted");
}

#[test]
fn an_invoice_whose_letters_the_chosen_file_lacks_takes_no_number() {
    let engine = engine();
    let activity = work::released(&engine);
    named(&engine, "北京服务公司");
    let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
    let invoice = tell(&engine, None, None, &draft).expect("a draft");
    let issue = |format: &str| {
        let issue = json!({"invoice": {"issue": {"format": format, "send": false}}});
        tell(&engine, Some(invoice), Some(1), &issue)
    };
    let refusal = issue("pdf").expect_err("no such letters");
    assert_eq!(refusal.code(), "DOCUMENT-LETTER-01");
    assert_eq!(serde_json::to_value(refusal.details()).unwrap()["code"], "U+5317");
    issue("docx").expect("Word has them");
    assert_eq!(state(&engine, "invoice", invoice)["state"]["issue"]["number"]["value"], 1);
    let page = |format| Page { document: invoice, version: 1, format };
    let render = |format| engine.render(world::company(), &world::manager(), &page(format));
    assert!(render(Format::Docx).is_ok());
    assert_eq!(render(Format::Pdf).unwrap_err().code(), "DOCUMENT-LETTER-01");
    world::assert_clean(&engine);
}

#[test]
fn a_sheet_that_could_not_be_painted_is_not_generated() {
    let lines = "a\n".repeat(10_000);
    for (said, times, code) in
        [("vyměněno 服", 1, "DOCUMENT-LETTER-01"), (lines.as_str(), 6, "DOCUMENT-SIZE-02")]
    {
        let engine = engine();
        let activity = work::assigned(&engine);
        work::reported(&engine, activity);
        (0..times).for_each(|_| note(&engine, activity, said));
        assert_eq!(generate(&engine, activity).expect_err("unpaintable").code(), code);
        let other = work::assigned(&engine);
        work::reported(&engine, other);
        let sheet = generate(&engine, other).expect("another has the number");
        assert_eq!(state(&engine, "job_sheet", sheet)["state"]["number"]["value"], 1);
    }
}

#[test]
fn what_is_said_at_the_signature_must_be_paintable_too() {
    let engine = engine();
    let activity = work::assigned(&engine);
    work::reported(&engine, activity);
    let sheet = generate(&engine, activity).expect("a sheet");
    let refuse = |reason: &str| {
        let refuse = json!({"job_sheet": {"record_refusal": {"reason": reason}}});
        tell(&engine, Some(sheet), Some(1), &refuse)
    };
    assert_eq!(refuse("不同意").unwrap_err().code(), "DOCUMENT-LETTER-01");
    refuse("nesouhlasí").expect("refused in letters that are there");
}

/// As many notes of the greatest length as an activity holds: a sheet of them is painted in seconds
/// (measured in a build without optimisation, which is some twenty times as slow).
#[test]
fn a_sheet_of_all_that_an_activity_holds_is_painted() {
    let engine = engine();
    let activity = work::assigned(&engine);
    work::reported(&engine, activity);
    let text = "Vyměněn filtr a doplněn olej. ".repeat(660);
    let mut notes = 0;
    while engine.execute(&world::note(activity, &text)).is_ok() {
        notes += 1;
    }
    assert!(notes > 40, "{notes}");
    let sheet = generate(&engine, activity).expect("generated");
    let began = std::time::Instant::now();
    let page = Page { document: sheet, version: 1, format: Format::Pdf };
    let file = engine.render(world::company(), &world::manager(), &page).expect("painted");
    println!("{notes} notes, {} bytes, {:?}", file.size, began.elapsed());
    assert!(began.elapsed() < std::time::Duration::from_secs(120));
}

/// Would paint nothing that it is shown.
struct Blind;

impl Renderer for Blind {
    fn format(&self) -> Format {
        Format::Pdf
    }

    fn name(&self) -> String {
        "blind".to_owned()
    }

    fn check(&self, _: &Document) -> Result<(), Error> {
        let (renderer, reason) = (self.name(), "blind".to_owned());
        Err(document::Refusal::Renderer { renderer, reason }.into())
    }

    fn render(&self, document: &Document) -> Result<Vec<u8>, Error> {
        self.check(document).map(|()| Vec::new())
    }
}

#[test]
fn an_invoice_is_paid_although_nobody_could_paint_it_any_more() {
    let engine = engine();
    let draft = json!({"invoice": {"draft": {"activities": [work::released(&engine)]}}});
    let invoice = tell(&engine, None, None, &draft).expect("a draft");
    let issue = json!({"invoice": {"issue": {"format": "pdf"}}});
    tell(&engine, Some(invoice), Some(1), &issue).expect("issued");
    engine.register_renderer(Arc::new(Blind));
    let other = json!({"invoice": {"draft": {"activities": [work::released(&engine)]}}});
    let other = tell(&engine, None, None, &other).expect("a draft");
    let refusal = tell(&engine, Some(other), Some(1), &issue).expect_err("unpaintable");
    assert_eq!(refusal.code(), "DOCUMENT-RENDER-01");
    let paid = json!({"invoice": {"record_payment": {"paid_on": "2026-10-14", "amount": "1.00"}}});
    tell(&engine, Some(invoice), None, &paid).expect("paid");
    world::assert_clean(&engine);
}
