//! What the engine promises for every command and question, whatever noun it is for.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

#[path = "../support/mod.rs"]
mod support;

mod access;
mod amounts;
mod attempts;
mod batch;
mod bounds;
mod bytes;
mod calendar;
mod calendars;
mod clock;
mod companies;
mod depth;
mod door;
mod erase;
mod evidence;
mod feed;
mod folds;
mod forget;
mod heads;
mod host;
mod once;
mod outside;
mod parts;
mod planning;
mod refusals;
mod sending;
mod texts;
mod told;
mod versions;

use callout::engine::Engine;
use callout::error::Error;
use callout::port::store::Store;
use std::sync::Arc;
use support::{TestClock, engine_on, stores, world};

/// Runs a rule on every store, on an engine with a founded company.
fn on_each(rule: impl Fn(&Engine)) {
    for (name, store, _folder) in stores() {
        println!("on {name}");
        let engine = engine_on(store, &clock());
        world::founded(&engine);
        rule(&engine);
        world::assert_clean(&engine);
    }
}

/// The same for a rule that brings its own engine.
fn on_each_store(rule: impl Fn(Arc<dyn Store>)) {
    for (name, store, _folder) in stores() {
        println!("on {name}");
        rule(store);
    }
}

fn clock() -> TestClock {
    TestClock::at("2026-10-14T08:00:00+02:00")
}

fn code<T: std::fmt::Debug>(answer: Result<T, Error>) -> &'static str {
    answer.expect_err("a refusal").code()
}
