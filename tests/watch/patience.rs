//! A call waits as long as it was told, however many wait with it.

use super::child::{existing, open_with, refusal};
use crate::support::world;
use callout::adapters::store::sqlite::{Durability, Settings};
use rusqlite::Connection;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_millis(300);

fn patient() -> Settings {
    Settings { durability: Durability::Off, patience: PATIENCE, ..Settings::default() }
}

#[test]
fn eight_threads_give_up_after_one_patience_and_not_after_eight() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let engine = open_with(&path, patient()).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = Instant::now();
    std::thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| {
                let error = engine.execute(&world::draft("Kompresor")).unwrap_err();
                assert_eq!(error.code(), "STORE-BUSY-01");
            });
        }
    });
    let waited = begun.elapsed();
    assert!(waited >= PATIENCE / 2 && waited < 3 * PATIENCE, "{waited:?}");
    other.execute_batch("ROLLBACK").unwrap();
    engine.execute(&world::draft("Kompresor")).unwrap();
}

#[test]
fn opening_and_reading_wait_no_longer_either() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT").unwrap();
    let begun = Instant::now();
    assert_eq!(refusal(&path, patient()), "STORE-BUSY-01");
    let waited = begun.elapsed();
    assert!(waited >= PATIENCE / 2 && waited < 3 * PATIENCE, "{waited:?}");
}
