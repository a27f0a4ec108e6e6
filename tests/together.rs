//! Many at once on one file: two processes, eight threads.
//!
//! Races for one thing (the same technician at the same time, the same line billed twice) belong
//! here too: [`race`] lets two processes ask at the same moment.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{Engine, Request};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Barrier};
use std::time::Duration;
use support::{TestClock, engine_on, world};
use uuid::Uuid;

const WORK: &str = "CALLOUT_TOGETHER_WORK";

fn open(path: &Path) -> Engine {
    let patience = Duration::from_secs(60);
    let settings = Settings { durability: Durability::Off, patience, ..Settings::default() };
    let store = SqliteStore::open(path, settings).expect("a store");
    engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00"))
}

/// Another process executes the requests of a file, in as many threads, with the same ones
/// asked by each.
#[test]
#[ignore = "run by the tests below, in a process of its own"]
fn another_process() {
    let Some(work) = std::env::var_os(WORK) else { return };
    let work = Path::new(&work);
    let requests: Vec<Request> =
        serde_json::from_slice(&std::fs::read(work.join("requests.json")).expect("work"))
            .expect("requests");
    let engine = open(&work.join("service.db"));
    in_threads(&engine, &requests, 4);
}

fn in_threads(engine: &Engine, requests: &[Request], threads: usize) -> Vec<String> {
    let start = Barrier::new(threads);
    let one = |n: usize| {
        start.wait();
        // Each begins elsewhere, so that every command is asked by all, at different times.
        let from = n * requests.len() / threads;
        let all = requests[from..].iter().chain(&requests[..from]);
        all.filter_map(|request| engine.execute(request).err().map(|e| e.to_string()))
            .collect::<Vec<String>>()
    };
    std::thread::scope(|scope| {
        let (one, started) = (&one, 0..threads);
        let started: Vec<_> = started.map(|n| scope.spawn(move || one(n))).collect();
        started.into_iter().flat_map(|thread| thread.join().expect("a thread")).collect()
    })
}

fn process(work: &Path) -> Child {
    Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "another_process", "--ignored"])
        .env(WORK, work)
        .stdout(Stdio::null())
        .spawn()
        .expect("another process")
}

/// Two processes with four threads each ask all of it, all at once; what was refused here.
fn race(work: &Path, requests: &[Request]) -> Vec<String> {
    let json = serde_json::to_vec(requests).expect("JSON");
    std::fs::write(work.join("requests.json"), json).expect("work");
    let mut other = process(work);
    let refused = in_threads(&open(&work.join("service.db")), requests, 4);
    assert!(other.wait().expect("its end").success());
    refused
}

#[test]
fn numbers_have_no_gaps_and_each_command_is_executed_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let engine = open(&folder.path().join("service.db"));
    world::founded(&engine);
    let requests: Vec<Request> = (0..100).map(|n| world::draft(&format!("{n}"))).collect();
    assert_eq!(race(folder.path(), &requests), Vec::<String>::new());
    world::assert_clean(&engine);
    assert_eq!(
        engine.head(world::company(), &world::manager()).expect("a head").count,
        world::FOUNDED + 200
    );
    let targets: BTreeSet<Uuid> = requests
        .iter()
        .map(|request| engine.execute(request).expect("the first receipt").target)
        .collect();
    let numbers: BTreeSet<u64> = targets.iter().map(|id| world::number(&engine, *id)).collect();
    assert_eq!(numbers, (1..=100).collect());
}

#[test]
fn of_those_who_saw_one_version_one_changes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let engine = open(&folder.path().join("service.db"));
    world::founded(&engine);
    let activities: Vec<Uuid> = (0..20)
        .map(|n| engine.execute(&world::draft(&format!("{n}"))).expect("drafted").target)
        .collect();
    // Two ask the same with two ids, and only one of them is first.
    let requests: Vec<Request> =
        activities.iter().flat_map(|id| [world::open(*id), world::open(*id)]).collect();
    race(folder.path(), &requests);
    world::assert_clean(&engine);
    for pair in requests.chunks(2) {
        let opened = pair.iter().filter(|request| engine.execute(request).is_ok()).count();
        assert_eq!(opened, 1);
    }
}
