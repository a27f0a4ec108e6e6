//! Somebody lays hands on the log while it is open: it stays the same file with other bytes in it.

use super::child::{Child, beside, existing, open};
use crate::support::world;
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::Engine;
use callout::journal::Hash;
use callout::port::store::Store;
use rusqlite::Connection;
use std::fs::OpenOptions;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

fn cut(path: &Path, length: impl FnOnce(u64) -> u64) {
    let log = OpenOptions::new().write(true).open(beside(path, "-wal")).unwrap();
    let is = log.metadata().unwrap().len();
    log.set_len(length(is)).unwrap();
}

/// What is done to the log; before that, it was kept at half its length.
type Hands = fn(&Path, &[u8]);

const HANDS: [(&str, Hands); 7] = [
    ("emptied", |path, _| cut(path, |_| 0)),
    ("cut to its head", |path, _| cut(path, |_| 32)),
    ("cut in the middle", |path, _| cut(path, |is| is / 2)),
    ("short of a byte", |path, _| cut(path, |is| is - 1)),
    ("all zeros", |path, _| {
        cut(path, |_| 0);
        cut(path, |_| 1 << 20);
    }),
    ("an older one", |path, kept| std::fs::write(beside(path, "-wal"), kept).unwrap()),
    ("that of another file", |path, _| {
        let other = path.with_extension("other");
        let engine = opened(&other);
        world::founded(&engine);
        (0..9).for_each(|_| drop(engine.execute(&world::draft("Lis")).unwrap()));
        let bytes = std::fs::read(beside(&other, "-wal")).unwrap();
        std::fs::write(beside(path, "-wal"), bytes).unwrap();
    }),
];

fn opened(path: &Path) -> Engine {
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    super::child::open_with(path, settings).unwrap()
}

fn code<T>(outcome: Result<T, callout::error::Error>) -> Option<&'static str> {
    outcome.err().map(|error| error.code())
}

/// Writes a log with commands in it; how it was when it had half of them.
fn worked(path: &Path, engine: &Engine) -> Vec<u8> {
    engine.execute(&world::draft("Kompresor")).unwrap();
    let kept = std::fs::read(beside(path, "-wal")).unwrap();
    engine.execute(&world::draft("Kompresor")).unwrap();
    kept
}

#[test]
fn no_receipt_is_given_for_what_would_stand_behind_a_hole() {
    for (how, hands) in HANDS {
        let folder = tempfile::tempdir().unwrap();
        let path = existing(folder.path());
        let engine = opened(&path);
        let kept = worked(&path, &engine);
        let head = engine.session(world::company(), world::manager()).head().unwrap();
        hands(&path, &kept);
        let moved = Some("STORE-MOVED-01");
        // Who opens it meanwhile is refused as well, by what he happens to read first.
        assert!(SqliteStore::open(&path, Settings::default()).is_err(), "{how}");
        assert_eq!(code(engine.execute(&world::draft("Lis"))), moved, "{how}");
        assert_eq!(code(engine.session(world::company(), world::manager()).head()), moved, "{how}");
        drop(engine);
        // What came home before is there, and a head that was kept tells what is not.
        let report = super::child::open_with(&path, Settings::default())
            .and_then(|left| left.session(world::company(), world::manager()).verify(Some(head)));
        assert!(report.is_err() || report.is_ok_and(|report| !report.clean), "{how}");
    }
}

#[test]
fn what_is_done_to_it_while_a_command_is_written_is_noticed_too() {
    for (how, hands) in HANDS {
        let folder = tempfile::tempdir().unwrap();
        let path = existing(folder.path());
        let kept = worked(&path, &opened(&path));
        let store = SqliteStore::open(&path, Settings::default()).unwrap();
        for n in 0..2 {
            let mut tx = store.write().unwrap();
            tx.put_blob(world::company(), &Hash([n; 32]), &[7; 50_000]).unwrap();
            if n == 1 {
                hands(&path, &kept);
                assert_eq!(code(tx.commit()), Some("STORE-MOVED-01"), "{how}");
            } else {
                tx.commit().unwrap();
            }
        }
    }
}

/// It was made good again by somebody who wrote more: our own last commit is what is missed.
#[test]
fn a_hole_behind_which_another_process_went_on_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let engine = opened(&path);
    worked(&path, &engine);
    cut(&path, |is| is - 8_000);
    let host = Connection::open(&path).unwrap();
    host.execute_batch("CREATE TABLE own (n)").unwrap();
    assert_eq!(code(engine.execute(&world::draft("Lis"))), Some("STORE-MOVED-01"));
}

const HOW: [&str; 3] = ["TRUNCATE", "RESTART", "PASSIVE"];

/// Emptied, begun anew, cut to its limit: whoever does it as SQLite does is welcome.
#[test]
fn whoever_tends_the_log_by_the_rules_raises_no_alarm() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let (first, second) = (opened(&path), opened(&path));
    let done = AtomicBool::new(false);
    let tend = &|how: &str| {
        let host = Connection::open(&path).unwrap();
        host.busy_timeout(Duration::from_secs(20)).unwrap();
        host.execute_batch("CREATE TABLE IF NOT EXISTS own (n); PRAGMA journal_size_limit = 0")
            .unwrap();
        let sql = format!("INSERT INTO own VALUES (zeroblob(9000)); PRAGMA wal_checkpoint({how})");
        // Who has his turn only at the very end had it all the same.
        for times in 1.. {
            host.execute_batch(&sql).unwrap();
            if done.load(Ordering::Relaxed) {
                return times;
            }
            // So that others have their turn.
            std::thread::sleep(Duration::from_micros(500));
        }
        0
    };
    let work = &|engine: &Engine| {
        for _ in 0..150 {
            engine.execute(&world::draft("Kompresor")).unwrap();
            engine.session(world::company(), world::manager()).head().unwrap();
        }
    };
    std::thread::scope(|threads| {
        let tending = HOW.map(|how| threads.spawn(move || tend(how)));
        let working = [&first, &second].map(|engine| threads.spawn(move || work(engine)));
        let worked = working.map(|work| work.join());
        done.store(true, Ordering::Relaxed);
        let tended = tending.map(|tended| tended.join().unwrap());
        println!("{HOW:?}: {tended:?} times");
        assert!(worked.iter().all(Result::is_ok) && tended.iter().all(|times| *times > 0));
    });
    world::assert_clean(&first);
}

/// The middle of the log is nowhere looked at: that would take the longer the longer it is. Brought
/// home, it is found by `verify`; after a crash the log ends where it was changed, and a head that
/// was kept tells.
#[test]
fn what_is_changed_in_the_middle_is_found_by_verify_or_by_a_head() {
    const FRAME: usize = 24 + 4_096;
    for killed in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let path = existing(folder.path());
        let mut child = Child::on(&path);
        let engine = open(&path);
        child.execute(60);
        let head = engine.session(world::company(), world::manager()).head().unwrap();
        drop(engine);
        let log = std::fs::read(beside(&path, "-wal")).unwrap();
        let file = OpenOptions::new().write(true).open(beside(&path, "-wal")).unwrap();
        // A byte at the end of each page but the last, where rows are.
        for frame in 0..(log.len() - 32) / FRAME - 1 {
            let at = 32 + frame * FRAME + 4_024;
            file.write_all_at(&[log[at] ^ 1], at as u64).unwrap();
        }
        assert_eq!(child.execute(1).0.len(), 1, "not seen by a look");
        if killed {
            child.kill()
        } else {
            child.end()
        }
        let report = super::child::open_with(&path, Settings::default())
            .and_then(|left| left.session(world::company(), world::manager()).verify(Some(head)));
        let what: Vec<String> = match report {
            Ok(report) => report.problems.into_iter().map(|it| it.what).collect(),
            // So much that SQLite itself sees it.
            Err(error) => vec![error.code().to_owned()],
        };
        let older = what.iter().any(|what| what.contains("the head that was kept"));
        // Of a record, or of an index that lost one.
        let other = ["not what was recorded", "missing from index", "STORE-OPEN-01"];
        let other = what.iter().any(|what| other.iter().any(|it| what.contains(it)));
        assert_eq!((older, other), (killed, !killed), "{what:?}");
    }
}
