//! A database of somebody else is refused as it is; a new file is marked as ours from its first
//! byte on.

use super::child::{beside, everything, open, refusal};
use crate::support::{onlooker::Onlooker, world};
use callout::adapters::store::sqlite::{APPLICATION_ID, Settings, install};
use rusqlite::Connection;

const STRANGERS: [&str; 6] = [
    "CREATE TABLE customers (id)",
    "PRAGMA application_id = 252006674; CREATE TABLE customers (id)",
    "PRAGMA user_version = 5",
    "PRAGMA application_id = 1",
    "PRAGMA journal_mode = WAL; CREATE TABLE customers (id)",
    "PRAGMA journal_mode = WAL",
];

#[test]
fn a_database_of_somebody_else_is_left_as_it_is() {
    for sql in STRANGERS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("erp.db");
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let before = everything(folder.path());
        for read_only in [false, true] {
            let settings = Settings { read_only, ..Settings::default() };
            assert_eq!(refusal(&path, settings), "STORE-OPEN-04", "{sql}");
            assert_eq!(everything(folder.path()), before, "{sql}");
        }
    }
}

/// While it is in use, with a log that is not brought home.
#[test]
fn so_is_one_that_is_in_use() {
    for onlooker in Onlooker::all("so_is_one_that_is_in_use") {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("erp.db");
        let host = Connection::open(&path).unwrap();
        host.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE customers (id)").unwrap();
        let before = everything(folder.path());
        assert_eq!(refusal(&path, Settings::default()), "STORE-OPEN-04");
        assert_eq!(everything(folder.path()), before);
        host.execute_batch("INSERT INTO customers VALUES (1)").unwrap();
        assert_eq!(onlooker.sees(&path, "SELECT count(*) FROM customers"), "1");
    }
}

#[test]
fn a_new_file_is_marked_and_a_hosts_own_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let id = |path: &std::path::Path| -> i32 {
        let file = Connection::open(path).unwrap();
        file.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap()
    };
    let (ours, hosts) = (folder.path().join("ours.db"), folder.path().join("host.db"));
    world::founded(&open(&ours));
    assert_eq!(id(&ours), APPLICATION_ID);
    assert_eq!(APPLICATION_ID.to_be_bytes(), *b"Call");
    let mut host = Connection::open(&hosts).unwrap();
    host.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE customers (id)").unwrap();
    assert_eq!(refusal(&hosts, Settings::default()), "STORE-OPEN-04");
    install(&mut host).unwrap();
    // The tables stand for the id, and are in the file at once.
    let copy = folder.path().join("copy.db");
    std::fs::copy(&hosts, &copy).unwrap();
    for path in [&hosts, &copy] {
        world::founded(&open(path));
    }
    assert_eq!(id(&hosts), 0);
    assert!(beside(&hosts, "-wal").exists(), "the host still has it open");
}
