//! The store in memory beside the file without syncing, as a company grows: the store that host
//! test suites are given must not be the slow one. Run with
//! `cargo bench -p callout-benches --bench stores`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench fails where it cannot measure"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use callout::adapters::store::memory::MemoryStore;
use callout::engine::{Engine, Request};
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;
use support::{TestClock, engine_on, sqlite, world};
use uuid::Uuid;

const SPANS: [(usize, usize); 3] = [(0, 1_000), (3_000, 4_000), (7_000, 8_000)];

struct Side {
    engine: Engine,
    activities: Vec<Uuid>,
    times: Vec<f64>,
}

impl Side {
    fn on(store: Arc<dyn callout::port::store::Store>) -> Side {
        let engine = engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
        world::founded(&engine);
        Side { engine, activities: Vec::new(), times: Vec::new() }
    }

    fn run(&mut self, nth: usize, command: Command) {
        let request = command(self, nth);
        let begun = Instant::now();
        let receipt = self.engine.execute(&request).expect("done");
        self.times.push(begun.elapsed().as_secs_f64() * 1e6);
        if receipt.version == 1 {
            self.activities.push(receipt.target);
        }
    }

    /// The middle one of a span, in microseconds.
    fn median(&self, (from, to): (usize, usize)) -> f64 {
        let mut times = self.times[from..to].to_vec();
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    }
}

type Command = fn(&Side, usize) -> Request;

fn task(_: &Side, nth: usize) -> Request {
    let add = json!({"title": format!("Vzít filtr {nth}")});
    world::request(None, None, &json!({"task": {"create": add}}))
}

fn draft(_: &Side, nth: usize) -> Request {
    world::draft(&format!("Kompresor {nth}"))
}

/// Eight on each activity, so that states are of a usual size.
fn note(side: &Side, nth: usize) -> Request {
    match side.activities.last() {
        Some(last) if !nth.is_multiple_of(8) => world::note(*last, "Vyměněn řemen."),
        _ => world::draft("Kompresor"),
    }
}

fn main() {
    let commands: [(&str, Command); 3] =
        [("task.create", task), ("activity.create", draft), ("activity.add_note", note)];
    for (name, command) in commands {
        let folder = tempfile::tempdir().expect("a folder");
        let mut memory = Side::on(Arc::new(MemoryStore::new()));
        let mut file = Side::on(sqlite(&folder.path().join("service.db")));
        // In turns, so that a busy machine hurts both alike.
        for nth in 0..SPANS[2].1 {
            memory.run(nth, command);
            file.run(nth, command);
        }
        for span in SPANS {
            let (ours, theirs) = (memory.median(span), file.median(span));
            println!(
                "{name}, commands {} to {}: memory {ours:.0} us, file {theirs:.0} us, ratio {:.2}",
                span.0,
                span.1,
                ours / theirs
            );
        }
        println!(
            "{name}: the last thousand beside the first, in memory: {:.2}",
            memory.median(SPANS[2]) / memory.median(SPANS[0])
        );
    }
}
