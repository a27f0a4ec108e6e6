//! A database of somebody else is refused as it is; a new file is marked as ours from its first
//! byte on.

use super::child::{beside, everything, open, open_with, refusal};
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

/// A process was killed in the middle of bringing its log home: the header says more pages than the
/// file has, and the log has them all.
fn half_brought_home(path: &std::path::Path, more: impl FnOnce(&Connection)) {
    let file = Connection::open(path).unwrap();
    file.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0",
    )
    .unwrap();
    let begun = std::fs::metadata(path).unwrap().len();
    more(&file);
    let log = std::fs::read(beside(path, "-wal")).unwrap();
    file.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(file);
    let home = std::fs::read(path).unwrap();
    assert!(home.len() as u64 > begun, "it grew");
    std::fs::write(path, &home[..usize::try_from(begun).unwrap()]).unwrap();
    std::fs::write(beside(path, "-wal"), log).unwrap();
}

const MANY: &str = "WITH n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 100)
    INSERT INTO own SELECT randomblob(1000) FROM n";

/// Whoever's it is, opening it goes on where the killed one stopped, or refuses it as it is.
#[test]
fn a_file_whose_log_was_half_brought_home_is_known_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let own = |file: &Connection| {
        file.execute_batch("CREATE TABLE own (n)").unwrap();
        file.execute_batch(MANY).unwrap();
    };
    let (ours, hosts) = (folder.path().join("ours.db"), folder.path().join("host.db"));
    world::founded(&open(&ours));
    let mut host = Connection::open(&hosts).unwrap();
    install(&mut host).unwrap();
    drop(host);
    world::founded(&open(&hosts));
    for path in [&ours, &hosts] {
        half_brought_home(path, own);
        for read_only in [true, false] {
            let settings = Settings { read_only, ..Settings::default() };
            world::assert_clean(&open_with(path, settings).unwrap());
        }
        let file = Connection::open(path).unwrap();
        let rows: u32 = file.query_row("SELECT count(*) FROM own", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 100);
    }
    let erp = folder.path().join("erp.db");
    Connection::open(&erp).unwrap().execute_batch("CREATE TABLE customers (id)").unwrap();
    half_brought_home(&erp, own);
    let left = || [std::fs::read(&erp).unwrap(), std::fs::read(beside(&erp, "-wal")).unwrap()];
    let before = left();
    for read_only in [true, false] {
        let settings = Settings { read_only, ..Settings::default() };
        assert_eq!(refusal(&erp, settings), "STORE-OPEN-04");
        assert_eq!(left(), before);
    }
}
