//! Forgetting somebody who is everywhere (E93): customer, contact, sender of a mail, signer of a
//! sheet, receiver of an invoice. Nothing of her is left in states, rows, feeds, or the file; the
//! papers that were painted, and the record of the erasure, are.

use super::support::{TestClock, engine_on, id_of, sqlite, work, world};
use callout::adapters::mail::eml;
use callout::engine::Engine;
use callout::journal::Hash;
use callout::mail;
use callout::port::renderer::Format;
use callout::rendering::Page;
use serde_json::{Value, json};
use std::path::Path;
use uuid::Uuid;

/// Words that are in nothing else.
const WORDS: [&str; 6] = [
    "Xantipa",
    "Nezapomenutelná",
    "Zapadlákova",
    "xantipa@postbox.example",
    "777123987",
    "mourovatá kočka",
];

const MAIL: &str = "From: Xantipa Nezapomenutelná <xantipa@postbox.example>\r\n\
    To: servis@modry-klic.example\r\nSubject: Xantipa píše\r\nMessage-ID: <1@postbox.example>\r\n\
    Date: Wed, 14 Oct 2026 07:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
    Kotel nehřeje, volejte +420777123987. Doma je mourovatá kočka.\r\n";

struct Case {
    engine: Engine,
    customer: Uuid,
    activity: Uuid,
    mail: Uuid,
    sheet: Uuid,
    invoice: Uuid,
}

fn told(case: &Engine, target: Uuid, expected: Option<u64>, command: &Value) -> Uuid {
    work::told(case, target, expected, command).target
}

/// All that she had to do with the company.
fn lived(path: &Path) -> Case {
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = callout::equipped(engine_on(sqlite(path), &clock));
    work::begin(&engine);
    let customer = id_of("xantipa");
    let address = json!({"street": "Zapadlákova 7", "city": "Brno", "postal_code": "602 00",
        "country": "CZ"});
    let create = json!({"customer": {"create": {"kind": "person", "address": address,
        "name": "Xantipa Nezapomenutelná", "emails": ["xantipa@postbox.example"]}}});
    told(&engine, customer, None, &create);
    let contact = json!({"customer": {"add_contact": {"name": "Xantipa", "person": customer,
        "email": "xantipa@postbox.example", "phone": "+420777123987"}}});
    told(&engine, customer, Some(1), &contact);
    let site = json!({"customer": {"add_site": {"name": "Chata", "address": address}}});
    told(&engine, customer, Some(2), &site);
    let read = eml::read(MAIL.as_bytes()).unwrap();
    let received = engine.receive(world::company(), &world::manager(), MAIL.as_bytes(), read);
    let mail = received.unwrap().receipt.target;
    let draft = json!({"activity": {"draft":
        {"kind": "one_off", "customer": customer, "title": "Kotel nehřeje"}}});
    let activity = told(&engine, Uuid::now_v7(), None, &draft);
    engine.execute(&world::open(activity)).unwrap();
    told(&engine, mail, None, &json!({"mail": {"file": {"under": {"activity": activity}}}}));
    let assign = json!({"activity": {"assign": {"technicians": [work::technician()]}}});
    told(&engine, activity, Some(2), &assign);
    for line in work::reported(&engine, activity) {
        told(&engine, activity, None, &json!({"report": {"approve": {"line": line}}}));
    }
    told(&engine, activity, None, &json!({"report": {"release": {}}}));
    let sheet = signed(&engine, activity);
    let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
    let invoice = told(&engine, Uuid::now_v7(), None, &draft);
    let issue = json!({"invoice": {"issue": {"format": "pdf", "send": true}}});
    told(&engine, invoice, Some(1), &issue);
    Case { engine, customer, activity, mail, sheet, invoice }
}

fn signed(engine: &Engine, activity: Uuid) -> Uuid {
    let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
    let sheet = told(engine, Uuid::now_v7(), None, &generate);
    let picture = include_bytes!("../../examples/service_call/signature.png");
    let picture = engine.put_blob(world::company(), &world::manager(), picture).unwrap();
    let state = get(engine, "job_sheet", sheet);
    let sign = json!({"job_sheet": {"sign": {"name": "Xantipa Nezapomenutelná",
        "picture": picture, "content_hash": state["content_hash"]}}});
    told(engine, sheet, Some(1), &sign);
    told(engine, sheet, Some(2), &json!({"job_sheet": {"confirm": {}}}));
    sheet
}

fn get(engine: &Engine, noun: &str, id: Uuid) -> Value {
    world::get(engine, &world::manager(), noun, id).unwrap()["state"].clone()
}

impl Case {
    fn painted(&self, document: Uuid) -> Vec<u8> {
        let page = Page { document, version: 1, format: Format::Pdf };
        let file = self.engine.render(world::company(), &world::manager(), &page).unwrap();
        self.engine.blob(world::company(), &world::manager(), &file.blob).unwrap()
    }

    /// All that can be read of her: states, lists, timeline and feed.
    fn readable(&self) -> String {
        let manager = world::manager();
        let mut all = Vec::new();
        for (noun, id) in [
            ("customer", self.customer),
            ("mail", self.mail),
            ("job_sheet", self.sheet),
            ("invoice", self.invoice),
        ] {
            all.push(get(&self.engine, noun, id));
        }
        for noun in ["customer", "mail", "message", "activity", "job_sheet", "invoice"] {
            let list = json!({noun: {"list": {}}});
            all.push(world::ask(&self.engine, &manager, &list).unwrap());
        }
        for context in [self.customer, self.activity] {
            let ask = json!({"timeline": {"context": context, "limit": 500}});
            all.push(world::ask(&self.engine, &manager, &ask).unwrap());
        }
        let feed = self.engine.changes(world::company(), &manager, 0, 1_000).unwrap();
        all.push(serde_json::to_value(feed).unwrap());
        json!(all).to_string()
    }

    fn erase(&self, person: Uuid) {
        let company = world::get(&self.engine, &world::manager(), "company", world::company());
        let version = company.unwrap()["version"].as_u64();
        let erase = json!({"company": {"erase_person":
            {"person": person, "ground": "žádost osoby"}}});
        told(&self.engine, world::company(), version, &erase);
    }
}

/// Which words are in the file or in what waits beside it.
fn in_file(path: &Path) -> Vec<&'static str> {
    let file = rusqlite::Connection::open(path).unwrap();
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let mut bytes = std::fs::read(path).unwrap();
    bytes.extend(std::fs::read(path.with_extension("db-wal")).unwrap_or_default());
    let holds = |word: &&str| bytes.windows(word.len()).any(|piece| piece == word.as_bytes());
    WORDS.into_iter().filter(holds).collect()
}

#[test]
fn a_forgotten_person_is_nowhere_and_the_papers_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let case = lived(&path);
    let before = [case.painted(case.sheet), case.painted(case.invoice)];
    let read = case.readable();
    assert!(WORDS.iter().all(|word| read.contains(word)), "she is there");
    assert_eq!(in_file(&path), WORDS, "and in the file");

    let signer = get(&case.engine, "job_sheet", case.sheet)["signature"]["signed"]["name"]["of"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("a signer");
    let sender = mail::sender_id(world::company(), "xantipa@postbox.example");
    for person in [case.customer, signer, sender] {
        case.erase(person);
        world::assert_clean(&case.engine);
    }
    let read = case.readable();
    let left: Vec<&&str> = WORDS.iter().filter(|word| read.contains(**word)).collect();
    assert!(left.is_empty(), "{left:?} in what can be read");
    assert_eq!(in_file(&path), Vec::<&str>::new(), "in the file");

    // The papers are evidence, and the erasure is on record: who, how much, on what ground.
    assert_eq!(before, [case.painted(case.sheet), case.painted(case.invoice)]);
    assert_eq!(read.matches("person_erased").count(), 2 * 3, "event and body of each");
    assert_eq!(read.matches("žádost osoby").count(), 3);

    // Sent in again, the mail does not bring her back.
    let again = eml::read(MAIL.as_bytes()).unwrap();
    let bytes = MAIL.as_bytes();
    case.engine.receive(world::company(), &world::manager(), bytes, again).unwrap();
    assert_eq!(in_file(&path), Vec::<&str>::new(), "after the mail came again");
    let raw = case.engine.blob(world::company(), &world::manager(), &Hash::of(bytes));
    assert_eq!(raw.unwrap_err().code(), "BLOB-FIND-01");
    world::assert_clean(&case.engine);
}
