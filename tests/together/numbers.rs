//! No number of an invoice or job sheet is given twice, and none is left out (E85).

use super::race::{Field, codes};
use crate::support::{id_of, work, world};
use callout::access::Actor;
use callout::engine::{Engine, Request};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const ACTIVITIES: usize = 15;

/// What all want of one activity: its job sheet and its invoice, each several times, and a
/// mailing that is refused after the number was looked up, as there is no address.
fn wanted(engine: &Engine, activity: Uuid) -> Vec<Request> {
    let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
    let invoice = engine.execute(&world::request(None, None, &draft)).expect("drafted").target;
    let mut wanted = Vec::new();
    for name in ["manager", "manager 2"] {
        let manager = Actor::manager(id_of(name));
        for send in [true, false] {
            let issue = json!({"invoice": {"issue": {"format": "pdf", "send": send}}});
            wanted.push(world::request_of(&manager, Some(invoice), Some(1), &issue));
        }
        let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
        wanted.push(world::request_of(&manager, None, None, &generate));
    }
    wanted
}

/// The numbers of the documents that were begun or issued.
fn numbers(engine: &Engine, noun: &str, pointer: &str) -> Vec<u64> {
    let list = json!({noun: {"list": {"limit": 100}}});
    let page = world::ask(engine, &world::manager(), &list).expect("a page");
    let ids = page["rows"].as_array().expect("rows").iter();
    let ids = ids.map(|row| row["id"].as_str().unwrap().parse().expect("an id"));
    let mut numbers: Vec<u64> = ids
        .map(|id| {
            let state = world::get(engine, &world::manager(), noun, id).expect("a document");
            state.pointer(pointer).and_then(Value::as_u64).expect("a number")
        })
        .collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn no_invoice_and_no_job_sheet_shares_its_number() {
    let field = Field::new();
    let engine = &field.engine;
    work::begin(engine);
    let groups: Vec<Vec<Request>> =
        (0..ACTIVITIES).map(|_| wanted(engine, work::released(engine))).collect();
    let refused = field.race(&groups);
    let known = ["INVOICE-SEND-01", "JOBSHEET-GENERATE-03", "RECORD-VERSION-01"];
    assert!(codes(&refused).is_subset(&BTreeSet::from(known)), "{:?}", codes(&refused));
    world::assert_clean(engine);
    for group in &groups {
        let mut nouns: BTreeMap<String, usize> = BTreeMap::new();
        for receipt in field.done(group) {
            *nouns.entry(receipt.events[0].noun.clone()).or_default() += 1;
        }
        let once = BTreeMap::from([("invoice".to_owned(), 1), ("job_sheet".to_owned(), 1)]);
        assert_eq!(nouns, once, "each is made by one of them");
    }
    let all: Vec<u64> = (1..=ACTIVITIES as u64).collect();
    assert_eq!(numbers(engine, "invoice", "/state/issue/number/value"), all);
    assert_eq!(numbers(engine, "job_sheet", "/state/number/value"), all);
}
