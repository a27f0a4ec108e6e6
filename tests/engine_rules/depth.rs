//! The command that causes the most reactions, an invoice of many activities, is carried out.

use super::support::{engine_on, id_of, world};
use super::{clock, code};
use callout::access::Actor;
use callout::adapters::store::memory::MemoryStore;
use callout::adapters::store::sqlite::{SqliteTx, install};
use callout::engine::{Engine, MAX_REACTIONS, Receipt, Request, read};
use callout::error::Error;
use callout::invoice::MAX_ACTIVITIES;
use rusqlite::{Connection, TransactionBehavior::Immediate};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Everything in one transaction of the host: thousands of commands take a moment so.
struct Work<'a> {
    engine: Engine,
    tx: SqliteTx<&'a Connection>,
}

impl Work<'_> {
    fn ask(&mut self, request: &Request) -> Result<Receipt, Error> {
        self.engine.execute_in(&mut self.tx, request)
    }

    fn line_of(&mut self, activity: Uuid) -> Value {
        let query = json!({"report": {"get": {"id": activity}}});
        let question =
            json!({"company": world::company(), "actor": world::manager(), "query": query});
        let question = read(question.to_string().as_bytes()).unwrap();
        let report = self.engine.query_in(&mut self.tx, &question).unwrap();
        serde_json::to_value(report).unwrap()["state"]["lines"][0]["id"].clone()
    }

    /// An activity with one line that is released for billing.
    fn released(&mut self) -> Uuid {
        let activity = self.ask(&world::draft("Kontrola")).unwrap().target;
        let say = |work: &mut Self, actor: &Actor, command: Value| {
            work.ask(&world::request_of(actor, Some(activity), None, &command)).unwrap();
        };
        let content = json!({"kind": "fee", "code": "V", "name": "Výjezd", "unit": "piece"});
        let line = json!({"report": {"report_line": {"content": content, "quantity": "1"}}});
        say(self, &Actor::manager(id_of("novak")), line);
        let line = self.line_of(activity);
        say(self, &world::manager(), json!({"report": {"approve": {"line": line}}}));
        say(self, &world::manager(), json!({"report": {"release": {}}}));
        activity
    }
}

#[test]
fn an_invoice_of_the_most_activities_is_drafted_and_issued() {
    let mut file = Connection::open_in_memory().unwrap();
    install(&mut file).unwrap();
    let tx = file.transaction_with_behavior(Immediate).unwrap();
    let engine = engine_on(Arc::new(MemoryStore::new()), &clock());
    let mut work = Work { engine, tx: SqliteTx::within(&tx) };
    work.ask(&world::found()).unwrap();
    work.ask(&world::create_customer()).unwrap();
    let items = json!({"V": {"name": "Výjezd", "unit": "piece", "price": "1.00"}});
    let list = json!({"price_list": {"publish": {"name": "Ceník", "currency": "CZK",
        "valid_from": "2026-01-01", "items": items}}});
    work.ask(&world::request(None, None, &list)).unwrap();
    let activities: Vec<Uuid> = (0..=MAX_ACTIVITIES).map(|_| work.released()).collect();
    let draft = |activities: &[Uuid]| {
        world::request(None, None, &json!({"invoice": {"draft": {"activities": activities}}}))
    };
    assert_eq!(code(work.ask(&draft(&activities))), "INVOICE-DRAFT-06");
    // Each activity's ledger is asked to reserve, and again to consume.
    let drafted = work.ask(&draft(&activities[1..])).unwrap();
    assert_eq!(drafted.events.len(), MAX_ACTIVITIES + 1);
    let issue = json!({"invoice": {"issue": {"format": "pdf"}}});
    let issued = work.ask(&world::request(Some(drafted.target), Some(1), &issue)).unwrap();
    assert!(issued.events.len() > MAX_ACTIVITIES);
    assert_eq!(work.ask(&draft(&activities[..1])).unwrap().events.len(), 2);
}

/// Each activity is one reaction of the draft's, and one of the issue's.
const _: () = assert!(MAX_ACTIVITIES as u32 + 100 < MAX_REACTIONS);
