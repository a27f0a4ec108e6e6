//! Reading and proving a file that nothing is done to; `tests/damage/disk.rs` does it on a medium
//! that cannot be written.

use super::child::{Child, beside, everything, existing, open, open_with, refusal};
use crate::support::world;
use callout::adapters::store::sqlite::Settings;
use callout::error::Status;

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
    let count = || reader.head(world::company(), &world::manager()).unwrap().count;
    let before = count();
    let writer = open(&path);
    writer.execute(&world::draft("Kompresor")).unwrap();
    assert!(count() > before);
    drop(writer);
    assert!(count() > before);
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

#[test]
fn nothing_is_made_where_there_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(refusal(&folder.path().join("service.db"), reading()), "STORE-OPEN-03");
    std::fs::write(folder.path().join("empty.db"), b"").unwrap();
    assert_eq!(refusal(&folder.path().join("empty.db"), reading()), "STORE-OPEN-03");
    assert_eq!(everything(folder.path()).len(), 1);
}
