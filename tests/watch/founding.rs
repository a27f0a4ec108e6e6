//! A copy of the file without its log is an older state, and never an empty store.

use super::child::{beside, open};
use crate::support::world;
use rusqlite::Connection;

#[test]
fn a_copy_without_its_log_has_the_company_from_the_first_receipt_on() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("service.db"), folder.path().join("copy.db"));
    let engine = open(&path);
    engine.execute(&world::found()).unwrap();
    let head = engine.session(world::company(), world::manager()).head().unwrap();
    std::fs::copy(&path, &copy).unwrap();
    let seen = open(&copy);
    assert_eq!(seen.session(world::company(), world::manager()).head().unwrap(), head);
    world::assert_clean(&seen);
    // What comes later is in the log, and only a head that was kept shows that it is missing.
    engine.execute(&world::create_customer()).unwrap();
    let newer = engine.session(world::company(), world::manager()).head().unwrap();
    std::fs::copy(&path, &copy).unwrap();
    drop(seen);
    let old = open(&copy);
    world::assert_clean(&old);
    let report = old.session(world::company(), world::manager()).verify(Some(newer)).unwrap();
    assert!(!report.clean);
}

#[test]
fn a_new_file_without_its_log_has_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("service.db"), folder.path().join("copy.db"));
    let engine = open(&path);
    std::fs::copy(&path, &copy).unwrap();
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'callout_%'";
    let count = |path| -> u32 {
        Connection::open(path).unwrap().query_row(tables, [], |row| row.get(0)).unwrap()
    };
    assert!(count(&copy) > 10);
    drop(engine);
    assert!(!beside(&path, "-wal").exists(), "the last one to leave takes the log along");
}
