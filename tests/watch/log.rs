//! Somebody goes on reading an old state, so that the log cannot be emptied.

use super::child::{beside, existing, open_with};
use crate::support::world;
use callout::adapters::store::sqlite::{Durability, Settings};
use callout::error::Status;
use rusqlite::Connection;
use std::time::Duration;

#[test]
fn the_log_is_bounded_and_who_reads_an_old_state_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let most = 1 << 20;
    let settings = Settings {
        durability: Durability::Off,
        patience: Duration::from_millis(100),
        most_wal_bytes: most,
        ..Settings::default()
    };
    let engine = open_with(&path, settings).unwrap();
    let slow = Connection::open(&path).unwrap();
    slow.execute_batch("BEGIN; SELECT count(*) FROM callout_event").unwrap();
    let refused = (0..500)
        .find_map(|n| engine.execute(&world::draft(&format!("Kompresor {n}"))).err())
        .expect("a log that is too long");
    assert_eq!((refused.code(), refused.status()), ("STORE-FULL-02", Status::Unavailable));
    let bytes = || std::fs::metadata(beside(&path, "-wal")).unwrap().len();
    // The command that crossed the line is the last one.
    assert!(bytes() < 2 * most, "{}", bytes());
    // Reading goes on.
    world::get(&engine, &world::manager(), "company", world::company()).unwrap();
    slow.execute_batch("COMMIT").unwrap();
    engine.execute(&world::draft("Kompresor")).unwrap();
    assert!(bytes() < most, "{}", bytes());
    world::assert_clean(&engine);
}
