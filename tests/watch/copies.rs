//! Connections of the host beside Callout's, of the same copy of SQLite.

use super::child::{beside, existing, open};
use crate::support::world;
use callout::adapters::store::sqlite::{Settings, SqliteStore};
use callout::error::Error;
use callout::journal::Hash;
use callout::port::store::Store;
use rusqlite::Connection;

/// A second copy is refused: `python/tests/test_store.py` and `tests/c/store.c` bring one.
#[test]
fn the_hosts_own_connections_of_the_same_copy_are_welcome() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let (engine, second) = (open(&path), open(&path));
    let hosts: Vec<Connection> = (0..3).map(|_| Connection::open(&path).unwrap()).collect();
    for host in &hosts {
        host.execute_batch("CREATE TABLE IF NOT EXISTS own (n); INSERT INTO own VALUES (1)")
            .unwrap();
        engine.execute(&world::draft("Kompresor")).unwrap();
        second.execute(&world::draft("Lis")).unwrap();
    }
    drop(hosts);
    engine.execute(&world::draft("Kompresor")).unwrap();
    world::assert_clean(&engine);
}

/// Stands in for one that was there first: our copy does not even look into the file.
#[test]
#[cfg(target_os = "linux")]
fn another_copy_that_was_there_first_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let index = std::fs::File::create(beside(&path, "-shm")).unwrap();
    let of_the_file = || {
        let all = std::fs::read_dir("/proc/self/fd").unwrap().flatten();
        all.filter(|it| std::fs::read_link(it.path()).is_ok_and(|to| to == path)).count()
    };
    for read_only in [false, true] {
        let settings = Settings { read_only, ..Settings::default() };
        for _ in 0..3 {
            let refused = SqliteStore::open(&path, settings.clone()).map(drop).unwrap_err();
            assert_eq!(refused.code(), "STORE-COPY-01");
            assert_eq!(of_the_file(), 1, "it is not closed, and asking again opens nothing more");
        }
    }
    assert!(!beside(&path, "-wal").exists());
    drop(index);
    let engine = open(&path);
    engine.execute(&world::draft("Kompresor")).unwrap();
    world::assert_clean(&engine);
}

/// Stands in for one: what is seen of another copy is its descriptor, and that it closed the file.
#[test]
#[cfg(target_os = "linux")]
fn another_copy_is_noticed_before_during_and_after_a_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let store = SqliteStore::open(&path, Settings::default()).unwrap();
    let index = || std::fs::File::open(beside(&path, "-shm")).unwrap();
    let begun = |n| {
        let mut tx = store.write().unwrap();
        tx.put_blob(world::company(), &Hash([n; 32]), b"foto").unwrap();
        tx
    };
    let code = |outcome: Result<(), Error>| outcome.unwrap_err().code();
    let there = index();
    assert_eq!(code(store.write().map(drop)), "STORE-COPY-01");
    assert_eq!(code(SqliteStore::open(&path, Settings::default()).map(drop)), "STORE-COPY-01");
    drop(there);
    // It came and went: nothing is written.
    let tx = begun(1);
    drop(std::fs::File::open(&path).unwrap());
    assert_eq!(code(tx.commit()), "STORE-COPY-01");
    // It dropped the lock of the one who writes.
    let tx = begun(2);
    drop(index());
    assert_eq!(code(tx.commit()), "STORE-COPY-01");
    // It came and stays: it may have written over what was written.
    let tx = begun(3);
    let there = index();
    assert_eq!(code(tx.commit()), "STORE-COPY-02");
    drop(there);
    begun(4).commit().unwrap();
    let mut tx = store.read().unwrap();
    let kept = |n| tx.blob(world::company(), &Hash([n; 32])).unwrap().is_some();
    assert_eq!([1, 2, 3, 4].map(kept), [false, false, true, true]);
}
