//! A store that was damaged, is no store, is full or is busy, and input of which nothing can be
//! made: each is said with a code, and nothing is half-written.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

mod damage {
    pub mod disk;
    mod heap;
    mod input;
}

use callout::adapters::mail::eml;
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::Engine;
use callout::error::{Error, Status};
use rusqlite::{Connection, types::Value};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use support::{TestClock, engine_on, sqlite, world};

fn clock() -> TestClock {
    TestClock::at("2026-10-14T08:00:00+02:00")
}

/// A file with some work in it, closed.
fn worked(folder: &Path) -> PathBuf {
    let path = folder.join("service.db");
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    for n in 0..8 {
        let activity = world::open_activity(&engine);
        engine.execute(&world::note(activity, &format!("poznámka {n}"))).unwrap();
    }
    path
}

/// A small generator of our own, so that the seed says all.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

const COLUMNS: [&str; 14] = [
    "company", "sequence", "noun", "stream", "version", "kind", "format", "at", "actor", "role",
    "command", "body", "previous", "hash",
];

/// Changes one byte of a value, or one bit of a number.
fn changed(value: Value, dice: &mut Dice) -> Value {
    match value {
        Value::Integer(number) => Value::Integer(number ^ (1 << dice.below(63))),
        Value::Text(text) => {
            let mut letters: Vec<char> = text.chars().collect();
            let at = dice.below(letters.len());
            letters[at] = if letters[at] == 'x' { 'y' } else { 'x' };
            Value::Text(letters.into_iter().collect())
        }
        Value::Blob(mut bytes) => {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            Value::Blob(bytes)
        }
        other => other,
    }
}

#[test]
fn each_of_a_hundred_changed_bytes_of_the_journal_is_found() {
    const SEED: u64 = 0x5EED_CA11;
    println!("seed {SEED:#x}");
    let folder = tempfile::tempdir().unwrap();
    let path = worked(folder.path());
    let engine = engine_on(sqlite(&path), &clock());
    let file = Connection::open(&path).unwrap();
    let events = engine.session(world::company(), world::manager()).head().unwrap().count as usize;
    let (mut dice, mut missed, mut tried) = (Dice(SEED), Vec::new(), 0);
    while tried < 100 {
        let (column, sequence) = (COLUMNS[dice.below(14)], 1 + dice.below(events) as i64);
        let read = format!("SELECT {column} FROM callout_event WHERE sequence = ?1");
        let sound: Value = file.query_row(&read, [sequence], |row| row.get(0)).unwrap();
        let broken = changed(sound.clone(), &mut dice);
        let write = format!("UPDATE callout_event SET {column} = ?1 WHERE sequence = ?2");
        let put = |value: &Value, at: &Value| file.execute(&write, rusqlite::params![value, at]);
        let Ok(1) = put(&broken, &Value::Integer(sequence)) else { continue };
        tried += 1;
        let found = match engine.session(world::company(), world::manager()).verify(None) {
            Ok(report) => !report.clean,
            Err(error) => error.status() == Status::Data,
        };
        if !found {
            missed.push(format!("{column} of {sequence}: {sound:?} to {broken:?}"));
        }
        let at = if column == "sequence" { broken } else { Value::Integer(sequence) };
        assert_eq!(put(&sound, &at), Ok(1));
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    world::assert_clean(&engine);
}

#[test]
fn changed_bytes_of_a_mail_are_found_and_given_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let path = worked(folder.path());
    let engine = engine_on(sqlite(&path), &clock());
    let (company, manager) = (world::company(), world::manager());
    let mail = b"From: kos@kovo.example\r\n\r\nLis stoji";
    engine.receive(company, &manager, mail, eml::read(mail).unwrap()).unwrap();
    world::assert_clean(&engine);
    let file = Connection::open(&path).unwrap();
    let changed = file.execute("UPDATE callout_blob SET bytes = x'21'", []).unwrap();
    assert_eq!(changed, 1);
    let report = engine.session(company, manager.clone()).verify(None).unwrap();
    let what: Vec<&str> = report.problems.iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(what.len(), 1, "{what:?}");
    assert!(what[0].contains("are not the ones that were kept"), "{what:?}");
    let mail = world::ask(&engine, &manager, &json!({"mail": {"list": {}}})).unwrap();
    let id = serde_json::from_value(mail["rows"][0]["id"].clone()).unwrap();
    let mail = world::get(&engine, &manager, "mail", id).unwrap();
    let hash = serde_json::from_value(mail["state"]["content"]["value"].clone()).unwrap();
    let refused = engine.session(company, manager.clone()).blob(&hash).unwrap_err();
    assert_eq!(refused.status(), Status::Data);
}

/// What is run in processes whose disk is full or may not be written, by `damage/disk.rs`.
#[test]
#[ignore = "run by the tests of the disk, in a process of its own"]
fn child_on_a_bad_disk() {
    damage::disk::child();
}

fn open(path: &Path) -> Result<Engine, Error> {
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    Ok(engine_on(Arc::new(SqliteStore::open(path, settings)?), &clock()))
}

fn refusal(path: &Path) -> &'static str {
    open(path).map(drop).expect_err("a refusal").code()
}

#[test]
fn a_file_that_was_cut_short_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = worked(folder.path());
    let whole = std::fs::read(&path).unwrap();
    for length in [1, 15, 16, 99, 100, 511, 4_095, 4_096, 8_192, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).unwrap();
        let code = open(&path).map(drop).map_err(|error| error.code());
        assert_eq!(code, Err("STORE-OPEN-01"), "{length} of {} bytes", whole.len());
    }
    std::fs::write(&path, &whole).unwrap();
    world::assert_clean(&open(&path).unwrap());
}

#[test]
fn what_is_no_store_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "Není to databáze. ".repeat(500)).unwrap();
    let before = std::fs::read(&text).unwrap();
    assert_eq!(refusal(&text), "STORE-OPEN-01");
    assert_eq!(std::fs::read(&text).unwrap(), before);
    assert_eq!(refusal(folder.path()), "STORE-OPEN-03");
    assert_eq!(refusal(&folder.path().join("none/service.db")), "STORE-OPEN-03");
    // Also for one who may write anywhere.
    assert_eq!(refusal(Path::new("/proc/service.db")), "STORE-OPEN-03");
}

#[test]
fn an_empty_file_becomes_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    std::fs::write(&path, b"").unwrap();
    world::founded(&open(&path).unwrap());
}

#[test]
fn a_store_of_a_newer_callout_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = worked(folder.path());
    let file = Connection::open(&path).unwrap();
    file.execute_batch("UPDATE callout_schema SET version = 4711").unwrap();
    let error = open(&path).map(drop).unwrap_err();
    assert_eq!((error.code(), error.status()), ("STORE-OPEN-02", Status::Unsupported));
}

#[test]
fn a_full_store_says_so_and_works_again_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    world::founded(&open(&path).unwrap());
    let pages: u32 = {
        let file = Connection::open(&path).unwrap();
        file.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap()
    };
    let settings = Settings {
        durability: Durability::Off,
        most_pages: Some(pages + 20),
        ..Settings::default()
    };
    let store = Arc::new(SqliteStore::open(&path, settings).unwrap());
    let engine = engine_on(store, &clock());
    let mut acknowledged = Vec::new();
    let (refused, error) = loop {
        let draft = world::draft(&"Kompresor ".repeat(20));
        match engine.execute(&draft) {
            Ok(receipt) => acknowledged.push((draft, receipt)),
            Err(error) => break (draft, error),
        }
        assert!(acknowledged.len() < 1_000);
    };
    assert_eq!((error.code(), error.status()), ("STORE-FULL-01", Status::Unavailable));
    world::assert_clean(&engine);
    assert_eq!(
        engine.put_blob(world::company(), &world::manager(), &[0; 200_000]).unwrap_err().code(),
        "STORE-FULL-01"
    );
    let head = engine.session(world::company(), world::manager()).head().unwrap();
    assert_eq!(head.count, world::FOUNDED + 2 * acknowledged.len() as u64, "nothing half-written");
    drop(engine);
    let engine = open(&path).unwrap();
    for (draft, receipt) in &acknowledged {
        assert_eq!(engine.execute(draft).unwrap(), *receipt);
    }
    let receipt = engine.execute(&refused).unwrap();
    assert_eq!(world::number(&engine, receipt.target), 1 + acknowledged.len() as u64);
    world::assert_clean(&engine);
}

#[test]
fn a_full_file_of_the_host_says_so_inside_its_transaction_too() {
    use callout::adapters::store::sqlite::SqliteTx;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = open(&path).unwrap();
    world::founded(&engine);
    let mut file = Connection::open(&path).unwrap();
    let pages: u32 = file.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    file.pragma_update(None, "max_page_count", pages + 2).unwrap();
    let tx = file.transaction().unwrap();
    let mut within = SqliteTx::within(&tx);
    let error = (0..1_000)
        .find_map(|_| {
            let draft = world::draft(&"Kompresor ".repeat(50));
            engine.execute_in(&mut within, &draft).err()
        })
        .expect("a full file");
    assert_eq!(error.code(), "STORE-FULL-01");
    drop(within);
    drop(tx);
    world::assert_clean(&engine);
}

#[test]
fn who_waited_too_long_for_another_writer_is_told_to_try_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let patience = Duration::from_millis(200);
    let settings = Settings { durability: Durability::Off, patience, ..Settings::default() };
    let engine = engine_on(Arc::new(SqliteStore::open(&path, settings).unwrap()), &clock());
    world::founded(&engine);
    let draft = world::draft("Kompresor");
    let file = Connection::open(&path).unwrap();
    file.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = Instant::now();
    let error = engine.execute(&draft).unwrap_err();
    assert_eq!((error.code(), error.status()), ("STORE-BUSY-01", Status::Busy));
    assert!(begun.elapsed() >= patience / 2, "it waited");
    // Readers do not wait.
    world::get(&engine, &world::manager(), "company", world::company()).unwrap();
    file.execute_batch("ROLLBACK").unwrap();
    engine.execute(&draft).unwrap();
    world::assert_clean(&engine);
}

#[test]
fn one_file_may_be_opened_and_made_by_many_at_once() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("service.db");
        std::thread::scope(|threads| {
            let opened: Vec<_> = (0..8).map(|_| threads.spawn(|| open(&path).map(drop))).collect();
            for opened in opened {
                opened.join().unwrap().expect("a store");
            }
        });
    }
}
