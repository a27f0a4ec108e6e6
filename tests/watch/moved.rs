//! The file, or its log, is taken away under the engine.

use super::child::{Child, are_there, beside, existing, open};
use crate::support::world;
use callout::adapters::store::sqlite::{Settings, SqliteStore};
use callout::engine::Engine;
use callout::journal::Hash;
use callout::port::store::Store;
use std::path::Path;

/// What somebody does to a file that is open.
type Taking = fn(&Path);

const TAKINGS: [(&str, Taking); 5] = [
    ("unlinked", |path| std::fs::remove_file(path).unwrap()),
    ("renamed", |path| std::fs::rename(path, path.with_extension("old")).unwrap()),
    ("replaced", |path| {
        let other = path.with_extension("other");
        world::founded(&open(&other));
        std::fs::rename(other, path).unwrap();
    }),
    ("log unlinked", |path| std::fs::remove_file(beside(path, "-wal")).unwrap()),
    ("log replaced", |path| {
        std::fs::remove_file(beside(path, "-wal")).unwrap();
        std::fs::write(beside(path, "-wal"), b"").unwrap();
    }),
];

fn code<T>(outcome: Result<T, callout::error::Error>) -> Option<&'static str> {
    outcome.err().map(|error| error.code())
}

#[test]
fn no_command_is_answered_once_the_file_is_gone() {
    for (how, take) in TAKINGS {
        let folder = tempfile::tempdir().unwrap();
        let path = existing(folder.path());
        let engine = open(&path);
        engine.execute(&world::draft("Lis")).unwrap();
        take(&path);
        let moved = Some("STORE-MOVED-01");
        assert_eq!(code(engine.execute(&world::draft("Kompresor"))), moved, "{how}");
        assert_eq!(code(engine.session(world::company(), world::manager()).head()), moved, "{how}");
        // It stays so, also when something stands under the name again.
        let _ = std::fs::copy(path.with_extension("old"), &path);
        assert_eq!(code(engine.execute(&world::draft("Kompresor"))), moved, "{how}");
    }
}

#[test]
fn what_is_taken_away_while_it_is_written_is_not_acknowledged() {
    for (how, take) in TAKINGS {
        let folder = tempfile::tempdir().unwrap();
        let path = existing(folder.path());
        let store = SqliteStore::open(&path, Settings::default()).unwrap();
        let mut tx = store.write().unwrap();
        tx.put_blob(world::company(), &Hash([7; 32]), b"foto").unwrap();
        take(&path);
        assert_eq!(code(tx.commit()), Some("STORE-MOVED-01"), "{how}");
    }
}

#[test]
fn closing_does_not_harm_what_has_the_name_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let engine = open(&path);
    let lost = world::draft("Lis");
    engine.execute(&lost).unwrap();
    std::fs::remove_file(beside(&path, "-wal")).unwrap();
    std::fs::remove_file(beside(&path, "-shm")).unwrap();
    // Another process goes on with what there is, and is killed with a full log.
    let mut other = Child::on(&path);
    let (done, refused) = other.execute(5);
    assert_eq!((done.len(), refused.len()), (5, 0));
    other.kill();
    assert_eq!(code(engine.execute(&lost)), Some("STORE-MOVED-01"));
    drop(engine);
    assert_eq!(are_there(&path, &done), 5);
}

#[test]
fn while_an_engine_of_the_process_has_the_old_file_the_new_one_is_not_worked_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let first = open(&path);
    std::fs::remove_file(beside(&path, "-wal")).unwrap();
    std::fs::remove_file(beside(&path, "-shm")).unwrap();
    let again = SqliteStore::open(&path, Settings::default()).map(drop);
    assert_eq!(code(again), cfg!(target_os = "linux").then_some("STORE-MOVED-01"));
    drop::<Engine>(first);
    open(&path).execute(&world::draft("Kompresor")).unwrap();
}

/// SQLite takes an emptied file for a new one, and deletes the log beside it.
#[test]
fn an_emptied_file_is_noticed_before_anybody_opens_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let engine = open(&path);
    engine.execute(&world::draft("Kompresor")).unwrap();
    // By the system: a descriptor of this process would take SQLite's locks away.
    let emptied = std::process::Command::new("truncate").args(["-s", "0"]).arg(&path).status();
    assert!(emptied.unwrap().success());
    let log = std::fs::metadata(beside(&path, "-wal")).unwrap().len();
    assert!(log > 0);
    let refused = engine.execute(&world::draft("Lis")).unwrap_err();
    assert_eq!(refused.code(), "STORE-MOVED-01");
    let asked = world::get(&engine, &world::manager(), "company", world::company());
    assert_eq!(asked.unwrap_err().code(), "STORE-MOVED-01");
    assert_eq!(std::fs::metadata(beside(&path, "-wal")).unwrap().len(), log);
}
