//! A process that is killed loses nothing that it acknowledged (E90).
//!
//! The test runs itself again as a child that executes commands and prints each once its receipt
//! is there; the parent kills it at a random moment, opens the file and looks.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{Engine, Receipt, Request};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use support::{TestClock, engine_on, world};

const FILE: &str = "CALLOUT_KILL_FILE";
/// Kills, unless `CALLOUT_KILLS` says another number.
const ROUNDS: u64 = 100;
const SEED: u64 = 0x0C0F_FEE5;

fn open(path: &Path) -> Engine {
    let settings = Settings { durability: Durability::Full, ..Settings::default() };
    let store = SqliteStore::open(path, settings).expect("a store");
    engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00"))
}

/// The child: works until it is killed.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn child_that_works_until_it_is_killed() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let engine = open(Path::new(&path));
    let mut out = std::io::stdout();
    let mut done = |request: &Request| {
        let receipt = engine.execute(request).expect("a receipt");
        let pair = serde_json::to_string(&(request, &receipt)).expect("JSON");
        writeln!(out, "\nACK {pair}").and_then(|()| out.flush()).expect("a parent");
        receipt.target
    };
    loop {
        let activity = done(&world::draft("Kompresor neběží"));
        done(&world::open(activity));
        for n in 0..3 {
            done(&world::note(activity, &format!("poznámka {n}")));
        }
    }
}

/// Kills a child after a while; what it had acknowledged.
fn killed_after(path: &Path, moment: Duration) -> Vec<(Request, Receipt)> {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "child_that_works_until_it_is_killed", "--ignored", "--nocapture"])
        .args(["--test-threads", "1"])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let out = child.stdout.take().expect("its output");
    let reader = std::thread::spawn(move || {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let acks = lines.filter_map(|line| line.strip_prefix("ACK ").map(str::to_owned));
        // The last line may be cut: then nobody was told.
        acks.filter_map(|pair| serde_json::from_str(&pair).ok()).collect()
    });
    std::thread::sleep(moment);
    child.kill().expect("killed");
    child.wait().expect("ended");
    reader.join().expect("what it said")
}

#[test]
fn what_was_acknowledged_is_there_after_each_of_a_hundred_kills() {
    println!("seed {SEED:#x}");
    let folder = tempfile::tempdir().expect("a folder");
    let mut path = folder.path().join("service.db");
    let (begun, mut dice, mut acknowledged) = (Instant::now(), SEED, 0);
    let asked = std::env::var("CALLOUT_KILLS").ok().and_then(|kills| kills.parse().ok());
    for round in 0..asked.unwrap_or(ROUNDS) {
        // Journals stay short, so that each can be verified.
        if round % 10 == 0 {
            path = folder.path().join(format!("service-{round}.db"));
            world::founded(&open(&path));
        }
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        // From before the file is open to some twenty commands later.
        let moment = Duration::from_micros(3_000 + (dice >> 33) % 200_000);
        let acks = killed_after(&path, moment);
        acknowledged += acks.len();
        let engine = open(&path);
        for (request, receipt) in &acks {
            let again = engine.execute(request).expect("the first receipt");
            assert_eq!(again, *receipt, "round {round}");
        }
        world::assert_clean(&engine);
    }
    println!("{acknowledged} commands acknowledged in {:?}", begun.elapsed());
    assert!(acknowledged > 200, "the children did work: {acknowledged}");
}
