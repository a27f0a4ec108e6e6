//! What names cost beside the same page without them, and what a batch costs beside its commands one
//! by one. The bounds of the project: 1.5 times, and half without syncing. Run with
//! `cargo bench -p callout-benches --bench answers`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench fails where it cannot measure"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{BatchRequest, Engine, QueryRequest, Request, read};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Instant;
use support::{TestClock, engine_on, world};
use uuid::Uuid;

const ROWS: usize = 100;

fn open(durability: Durability) -> (Engine, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { durability, ..Settings::default() };
    let path = folder.path().join("service.db");
    let store = Arc::new(SqliteStore::open(path, settings).expect("a store"));
    let engine = engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
    world::founded(&engine);
    (engine, folder)
}

/// The middle of some runs of both, by turns, in microseconds.
fn beside(mut one: impl FnMut(), mut other: impl FnMut(), runs: usize) -> [f64; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..runs {
        let begun = Instant::now();
        one();
        times[0].push(begun.elapsed().as_secs_f64() * 1e6);
        let begun = Instant::now();
        other();
        times[1].push(begun.elapsed().as_secs_f64() * 1e6);
    }
    times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    })
}

/// A hundred activities; each of a customer and on a machine of its own, or all of ten.
fn crowded(engine: &Engine, customers: usize) {
    let create = |command: &Value| {
        engine.execute(&world::request(None, None, command)).expect("created").target
    };
    let technicians: Vec<Uuid> = (0..5)
        .map(|n| create(&json!({"technician": {"create": {"name": format!("Technik {n}")}}})))
        .collect();
    let parties: Vec<(Uuid, Uuid)> = (0..customers)
        .map(|n| {
            let name = format!("Zákazník {n} s.r.o.");
            let customer = create(&json!({"customer": {"create": {"name": name}}}));
            let card = json!({"name": format!("Kompresor {n}")});
            let machine = json!({"equipment": {"create": {"customer": customer, "card": card}}});
            (customer, create(&machine))
        })
        .collect();
    for n in 0..ROWS {
        let (customer, equipment) = parties[n % customers];
        let job = create(&json!({"activity": {"create": {"kind": "one_off", "title": "Nehřeje",
            "customer": customer, "equipment": equipment}}}));
        let assign = json!({"activity": {"assign": {"technicians": [technicians[n % 5]]}}});
        engine.execute(&world::request(Some(job), Some(1), &assign)).expect("assigned");
    }
}

fn names() {
    for customers in [10, ROWS] {
        let (engine, _folder) = open(Durability::Off);
        crowded(&engine, customers);
        let asked = |names: bool| -> QueryRequest {
            let asked = json!({"company": world::company(), "actor": world::manager(),
                "query": {"activity": {"list": {"names": names, "limit": ROWS}}}});
            read(asked.to_string().as_bytes()).expect("asked")
        };
        let (bare, named) = (asked(false), asked(true));
        let page = |asked: &QueryRequest| {
            let answer = callout::engine::write(&engine.query(asked).expect("a page"));
            assert!(answer.expect("JSON").len() > 10_000);
        };
        let [without, with] = beside(|| page(&bare), || page(&named), 301);
        println!(
            "{ROWS} activities of {customers} customers: {without:.0} us bare, {with:.0} us with \
             names, ratio {:.2}",
            with / without
        );
    }
}

fn batches() {
    for (durability, name) in [(Durability::Off, "without syncing"), (Durability::Full, "synced")] {
        let (engine, _folder) = open(durability);
        let command = || json!({"task": {"create": {"title": "Zavolat"}}});
        let single = || {
            for _ in 0..ROWS {
                let request: Request = world::request(None, None, &command());
                engine.execute(&request).expect("created");
            }
        };
        let batch = || {
            let commands: Vec<Value> =
                (0..ROWS).map(|_| json!({"id": Uuid::now_v7(), "command": command()})).collect();
            let whole = json!({"company": world::company(), "actor": world::manager(),
                "commands": commands});
            let whole: BatchRequest = read(whole.to_string().as_bytes()).expect("a batch");
            assert_eq!(engine.batch(&whole).expect("done").outcomes.len(), ROWS);
        };
        let [single, batch] = beside(single, batch, 31);
        println!(
            "{ROWS} commands {name}: {single:.0} us one by one, {batch:.0} us in a batch, ratio \
             {:.2}",
            batch / single
        );
    }
}

fn main() {
    names();
    batches();
}
