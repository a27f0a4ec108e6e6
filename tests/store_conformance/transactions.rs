//! All or nothing, one moment, marks.

use super::journal::append;
use super::rows::{entry, select};
use super::{JOB, Place, company, nth, on_each, stream};
use callout::adapters::store::sqlite::{Settings, SqliteStore};
use callout::journal::Hash;
use callout::port::index::Cell;
use callout::port::store::{Store, Tx};
use std::sync::Barrier;
use std::time::Duration;

fn put(tx: &mut dyn Tx, owner: u128) {
    let cells = vec![Cell::Int(1), Cell::Null, Cell::Null, Cell::Null, Cell::Null];
    tx.put_entry(company(), nth(owner), &entry(&JOB, 0, cells)).unwrap();
}

fn owners(tx: &mut dyn Tx) -> Vec<u128> {
    let found = tx.select(&select(&JOB, vec![])).unwrap();
    found.iter().map(|found| found.place.owner.as_u128()).collect()
}

#[test]
fn a_dropped_transaction_leaves_nothing() {
    on_each(|place| {
        let mut tx = place.write();
        append(tx.as_mut(), &[&stream(7)]);
        put(tx.as_mut(), 10);
        tx.put_external(&stream(7), "sap", "1").unwrap();
        tx.put_blob(company(), &Hash::of(b"x"), b"x").unwrap();
        drop(tx);
        let mut tx = place.read();
        assert_eq!(tx.head(company()).unwrap().count, 0);
        assert_eq!(tx.feed(company(), 0, 9).unwrap(), []);
        assert_eq!(owners(tx.as_mut()), []);
        assert_eq!(tx.external(company(), "activity", "sap", "1").unwrap(), None);
        assert_eq!(tx.blob(company(), &Hash::of(b"x")).unwrap(), None);
    });
}

#[test]
fn marks_nest_and_are_undone_or_kept_one_by_one() {
    on_each(|place| {
        let mut tx = place.write();
        put(tx.as_mut(), 1);
        tx.mark().unwrap();
        put(tx.as_mut(), 2);
        tx.mark().unwrap();
        put(tx.as_mut(), 3);
        tx.undo().unwrap();
        assert_eq!(owners(tx.as_mut()), [1, 2]);
        tx.mark().unwrap();
        put(tx.as_mut(), 4);
        tx.keep().unwrap();
        assert_eq!(owners(tx.as_mut()), [1, 2, 4]);
        tx.mark().unwrap();
        put(tx.as_mut(), 5);
        tx.keep().unwrap();
        // What was kept inside a mark goes with it.
        tx.undo().unwrap();
        assert_eq!(owners(tx.as_mut()), [1]);
        tx.commit().unwrap();
        assert_eq!(owners(place.read().as_mut()), [1]);
    });
}

#[test]
fn a_reader_sees_one_moment_while_a_writer_commits() {
    on_each(|place| {
        let mut reader = place.read();
        assert_eq!(owners(reader.as_mut()), []);
        let mut writer = place.write();
        put(writer.as_mut(), 1);
        assert_eq!(owners(reader.as_mut()), [], "not what is only begun");
        assert_eq!(owners(place.read().as_mut()), [], "nor does a new reader");
        writer.commit().unwrap();
        assert_eq!(owners(reader.as_mut()), [], "not what came after");
        assert_eq!(owners(place.read().as_mut()), [1]);
    });
}

#[test]
fn a_writer_may_be_waited_for_without_end() {
    let folder = tempfile::tempdir().unwrap();
    for patience in [Duration::from_millis(u32::MAX.into()), Duration::MAX] {
        let settings = Settings { patience, ..Settings::default() };
        let store = SqliteStore::open(folder.path().join("service.db"), settings).unwrap();
        store.write().unwrap().commit().unwrap();
        assert_eq!(store.read().unwrap().head(company()).unwrap().count, 0);
    }
}

#[test]
fn writers_follow_one_another() {
    on_each(|place: &Place| {
        let start = Barrier::new(4);
        std::thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| {
                    start.wait();
                    for _ in 0..25 {
                        let mut tx = place.write();
                        append(
                            tx.as_mut(),
                            &[&super::Stream { id: uuid::Uuid::now_v7(), ..stream(0) }],
                        );
                        tx.commit().unwrap();
                    }
                });
            }
        });
        let events = place.read().feed(company(), 0, 1_000).unwrap();
        let sequences: Vec<u64> = events.iter().map(|event| event.sequence).collect();
        assert_eq!(sequences, (1..=100).collect::<Vec<u64>>());
    });
}
