//! No line is billed twice, and no ledger is overdrawn at any moment (R5, E75, E76).

use super::race::{Field, codes};
use crate::support::{id_of, work, world};
use callout::access::Actor;
use callout::engine::{Engine, Request};
use callout::ledger::{self, State};
use callout::money::Exact;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Drafts of each and of both, and hand-overs to the host, by two people.
fn wanted(pair: [Uuid; 2]) -> Vec<Request> {
    let [one, two] = pair;
    let mut wanted = Vec::new();
    for name in ["manager", "manager 2"] {
        let manager = Actor::manager(id_of(name));
        for activities in [vec![one], vec![two], vec![one, two], vec![two, one]] {
            let draft = json!({"invoice": {"draft": {"activities": activities}}});
            wanted.push(world::request_of(&manager, None, None, &draft));
        }
        for activity in pair {
            let reference = format!("SAP {name}");
            let over = json!({"ledger": {"hand_over": {"reference": reference}}});
            wanted.push(world::request_of(&manager, Some(activity), None, &over));
        }
    }
    wanted
}

/// Every moment of every ledger: what is free is never below zero.
fn ledgers(engine: &Engine) -> BTreeMap<Uuid, State> {
    let (mut ledgers, mut after) = (BTreeMap::<Uuid, State>::new(), 0);
    loop {
        let page =
            engine.session(world::company(), world::manager()).changes(after, 500).expect("a page");
        let Some(last) = page.changes.last() else { return ledgers };
        after = last.sequence;
        for change in page.changes.iter().filter(|change| change.noun == "ledger") {
            let event: ledger::Event =
                serde_json::from_value(change.body.clone()).expect("an event");
            let state = ledger::apply(ledgers.remove(&change.id).unwrap_or_default(), &event);
            for (.., account) in state.each() {
                let free = account.free().expect("a number");
                assert!(!free.is_negative(), "{}: {account:?}", change.sequence);
            }
            ledgers.insert(change.id, state);
        }
    }
}

#[test]
fn a_released_line_is_held_by_one_draft_or_one_hand_over() {
    let field = Field::new();
    let engine = &field.engine;
    work::begin(engine);
    let pairs: Vec<[Uuid; 2]> =
        (0..10).map(|_| [work::released(engine), work::released(engine)]).collect();
    let groups: Vec<Vec<Request>> = pairs.iter().map(|pair| wanted(*pair)).collect();
    let refused = field.race(&groups);
    let known = BTreeSet::from(["INVOICE-DRAFT-01", "LEDGER-HAND-01", "LEDGER-HAND-04"]);
    assert!(codes(&refused).is_subset(&known), "{:?}", codes(&refused));
    world::assert_clean(engine);
    let ledgers = ledgers(engine);
    assert_eq!(ledgers.len(), 20);
    for (.., account) in ledgers.values().flat_map(State::each) {
        let holders = account.reserved.len() + account.billed.len() + account.handed_over.len();
        assert_eq!((holders, account.free()), (1, Some(Exact::ZERO)), "{account:?}");
    }
    // Of each pair one or two are done: both alone, or both together.
    for group in &groups {
        assert!(matches!(field.done(group).len(), 1 | 2));
    }
}

#[test]
fn portions_of_a_line_are_handed_out_until_nothing_is_left() {
    let field = Field::new();
    let engine = &field.engine;
    work::begin(engine);
    let activities: Vec<Uuid> = (0..10).map(|_| work::released(engine)).collect();
    // Two hours are there, and eight want 0.75 of one each: two of them get it.
    let groups: Vec<Vec<Request>> = activities
        .iter()
        .map(|activity| {
            let line = work::lines(engine, *activity)[0];
            let portion = json!([{"line": line, "quantity": "0.75"}]);
            let over = |n| {
                json!({"ledger": {"hand_over":
                    {"portions": portion, "reference": format!("SAP {n}")}}})
            };
            (0..8).map(|n| world::request(Some(*activity), None, &over(n))).collect()
        })
        .collect();
    let refused = field.race(&groups);
    assert_eq!(codes(&refused), BTreeSet::from(["LEDGER-RESERVE-02"]));
    world::assert_clean(engine);
    ledgers(engine);
    for group in &groups {
        assert_eq!(field.done(group).len(), 2);
    }
}
