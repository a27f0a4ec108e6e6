//! Reading and proving a file that nothing is done to; `tests/damage/disk.rs` does it on a medium
//! that cannot be written.

use super::child::{Child, beside, everything, existing, open, open_with, refusal};
use crate::support::world;
use callout::adapters::store::sqlite::Settings;
use callout::error::Status;
use rusqlite::Connection;
use std::path::Path;

fn reading() -> Settings {
    Settings { read_only: true, ..Settings::default() }
}

#[test]
fn a_closed_file_is_read_and_nothing_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let before = everything(folder.path());
    let engine = open_with(&path, reading()).unwrap();
    world::assert_clean(&engine);
    let refused = engine.execute(&world::draft("Kompresor")).unwrap_err();
    assert_eq!((refused.code(), refused.status()), ("STORE-READ-01", Status::Refused));
    let refused = engine.put_blob(world::company(), &world::manager(), b"foto").unwrap_err();
    assert_eq!(refused.code(), "STORE-READ-01");
    drop(engine);
    assert_eq!(everything(folder.path()), before);
}

#[test]
fn what_others_write_meanwhile_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let reader = open_with(&path, reading()).unwrap();
    let count = || reader.session(world::company(), world::manager()).head().unwrap().count;
    let before = count();
    let writer = open(&path);
    writer.execute(&world::draft("Kompresor")).unwrap();
    assert!(count() > before);
    drop(writer);
    assert!(count() > before);
    // The last one to leave leaves the log as it is: bringing it home would be writing.
    let left = everything(folder.path());
    drop(reader);
    for file in [&path, &beside(&path, "-wal")] {
        assert_eq!(everything(folder.path())[file], left[file], "{}", file.display());
    }
    world::assert_clean(&open(&path));
}

#[test]
fn what_a_killed_process_left_in_its_log_is_seen_and_left_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let mut child = Child::on(&path);
    let (done, _) = child.execute(3);
    child.kill();
    let before = everything(folder.path());
    assert!(before[&beside(&path, "-wal")].0 > 0);
    let engine = open_with(&path, reading()).unwrap();
    for (_, receipt) in &done {
        world::get(&engine, &world::manager(), "activity", receipt.target).unwrap();
    }
    world::assert_clean(&engine);
    drop(engine);
    let after = everything(folder.path());
    for file in [&path, &beside(&path, "-wal")] {
        assert_eq!(after[file], before[file], "{}", file.display());
    }
}

/// The file of a host that works without a log, in a folder of its own.
fn without_a_log(folder: &Path) -> std::path::PathBuf {
    let path = existing(folder);
    Connection::open(&path).unwrap().execute_batch("PRAGMA journal_mode = DELETE").unwrap();
    path
}

/// A file and its journal as a process leaves them that was killed while it wrote.
fn half_written(path: &Path) -> [Vec<u8>; 2] {
    let copy = path.with_extension("half");
    std::fs::copy(path, &copy).unwrap();
    let file = Connection::open(&copy).unwrap();
    file.execute_batch(
        "PRAGMA cache_size = 5; BEGIN; UPDATE callout_event SET body = zeroblob(3000);
         CREATE TABLE own AS SELECT zeroblob(20000) AS n",
    )
    .unwrap();
    let both = [copy.clone(), beside(&copy, "-journal")].map(|file| std::fs::read(file).unwrap());
    assert_ne!(both[0], std::fs::read(path).unwrap());
    drop(file);
    std::fs::remove_file(&copy).unwrap();
    both
}

fn put(path: &Path, [file, journal]: &[Vec<u8>; 2]) {
    std::fs::write(path, file).unwrap();
    std::fs::write(beside(path, "-journal"), journal).unwrap();
}

/// To undo half a change is to write.
#[test]
fn what_a_killed_process_half_wrote_is_left_to_one_who_may_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = without_a_log(folder.path());
    let half = half_written(&path);
    // Killed while it wrote, and killed while it changed to a log.
    let changing = {
        let [mut file, journal] = half.clone();
        file[18..20].fill(2);
        [file, journal]
    };
    for (how, left) in [("writing", half), ("changing", changing)] {
        put(&path, &left);
        let before = everything(folder.path());
        let refused = open_with(&path, reading()).map(drop).unwrap_err();
        assert_eq!((refused.code(), refused.status()), ("STORE-READ-03", Status::Unavailable));
        assert_eq!(everything(folder.path()), before, "{how}");
        world::assert_clean(&open(&path));
        world::assert_clean(&open_with(&path, reading()).unwrap());
        Connection::open(&path).unwrap().execute_batch("PRAGMA journal_mode = DELETE").unwrap();
    }
}

#[test]
fn nor_is_it_undone_by_one_who_had_the_file_open_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = without_a_log(folder.path());
    let half = half_written(&path);
    let engine = open_with(&path, reading()).unwrap();
    world::assert_clean(&engine);
    put(&path, &half);
    let before = everything(folder.path());
    let refused = engine.session(world::company(), world::manager()).head().unwrap_err();
    assert_eq!(refused.code(), "STORE-READ-03");
    drop(engine);
    assert_eq!(everything(folder.path()), before);
}

/// A journal that undoes nothing is in nobody's way.
#[test]
fn beside_somebody_who_writes_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = without_a_log(folder.path());
    let host = Connection::open(&path).unwrap();
    for writing in
        ["BEGIN; CREATE TABLE own (n)", "COMMIT; PRAGMA journal_mode = PERSIST; DROP TABLE own"]
    {
        host.execute_batch(writing).unwrap();
        assert!(beside(&path, "-journal").exists(), "{writing}");
        let before = everything(folder.path());
        world::assert_clean(&open_with(&path, reading()).unwrap());
        assert_eq!(everything(folder.path()), before, "{writing}");
    }
}

#[test]
fn nothing_is_made_where_there_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(refusal(&folder.path().join("service.db"), reading()), "STORE-OPEN-03");
    std::fs::write(folder.path().join("empty.db"), b"").unwrap();
    assert_eq!(refusal(&folder.path().join("empty.db"), reading()), "STORE-OPEN-03");
    assert_eq!(everything(folder.path()).len(), 1);
}
