//! Backups: made while others work, killed in the middle, cancelled, restored.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::adapters::store::memory::MemoryStore;
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::Engine;
use callout::error::{Error, Status};
use callout::port::store::{Progress, Stage};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use support::{TestClock, engine_on, world};

fn clock() -> TestClock {
    TestClock::at("2026-10-14T08:00:00+02:00")
}

fn open_with(path: &Path, settings: Settings) -> Result<Engine, Error> {
    Ok(engine_on(Arc::new(SqliteStore::open(path, settings)?), &clock()))
}

fn open(path: &Path) -> Engine {
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    open_with(path, settings).expect("a store")
}

fn go_on(_: Progress) -> bool {
    true
}

/// What is in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> =
        files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A store with some activities, open.
fn worked(folder: &Path, activities: usize) -> (PathBuf, Engine) {
    let path = folder.join("service.db");
    let engine = open(&path);
    world::founded(&engine);
    for _ in 0..activities {
        world::open_activity(&engine);
    }
    (path, engine)
}

#[test]
fn a_copy_is_a_whole_store_by_itself() {
    let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (_, engine) = worked(folder.path(), 5);
    let head = engine.session(world::company(), world::manager()).head().unwrap();
    let (target, mut told) = (safe.path().join("copy.db"), Vec::new());
    engine
        .backup(&target, |progress| {
            told.push(progress);
            true
        })
        .unwrap();
    let mut stages: Vec<Stage> = told.iter().map(|progress| progress.stage).collect();
    stages.dedup();
    assert_eq!(stages, [Stage::Copy, Stage::Check, Stage::Verify]);
    let steps: Vec<(u64, u64)> = told[2..].iter().map(|it| (it.done, it.total)).collect();
    assert!(steps.len() > 10, "told while the copy is proven: {steps:?}");
    assert_eq!((told[0].done, steps.last()), (told[0].total, Some(&(1, 1))));
    assert_eq!(names(safe.path()), ["copy.db"]);
    let copy = open(&target);
    assert_eq!(copy.session(world::company(), world::manager()).head().unwrap(), head);
    world::assert_clean(&copy);
    // Both go on by themselves.
    copy.execute(&world::draft("Lis")).unwrap();
    engine.execute(&world::draft("Kompresor")).unwrap();
}

#[test]
fn what_has_the_name_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (path, engine) = worked(folder.path(), 1);
    let notes = folder.path().join("notes.txt");
    std::fs::write(&notes, "Zavolat Novákovi").unwrap();
    for taken in [&notes, &path, &folder.path().to_owned()] {
        let error = engine.backup(taken, go_on).unwrap_err();
        assert_eq!((error.code(), error.status()), ("STORE-BACKUP-01", Status::Conflict));
    }
    // Also where it comes while the copy is made.
    let late = folder.path().join("late.db");
    let error = engine.backup(&late, |_| std::fs::write(&late, "mine").is_ok()).unwrap_err();
    assert_eq!(error.code(), "STORE-BACKUP-01");
    assert_eq!(std::fs::read(&late).unwrap(), b"mine");
    assert_eq!(std::fs::read_to_string(&notes).unwrap(), "Zavolat Novákovi");
    let nowhere = engine.backup(folder.path().join("none/copy.db"), go_on).unwrap_err();
    assert_eq!(nowhere.code(), "STORE-OPEN-03");
}

#[test]
fn a_cancelled_one_leaves_nothing() {
    for stage in [Stage::Copy, Stage::Check, Stage::Verify] {
        let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (_, engine) = worked(folder.path(), 1);
        let error = engine
            .backup(safe.path().join("copy.db"), |progress| progress.stage != stage)
            .unwrap_err();
        assert_eq!((error.code(), error.status()), ("STORE-BACKUP-02", Status::Refused));
        assert_eq!(names(safe.path()), [""; 0], "{stage:?}");
    }
}

#[test]
fn books_that_cannot_be_proven_are_not_kept() {
    let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (path, engine) = worked(folder.path(), 1);
    let file = rusqlite::Connection::open(path).unwrap();
    file.execute("UPDATE callout_event SET at = at + 1 WHERE sequence = 2", []).unwrap();
    let error = engine.backup(safe.path().join("copy.db"), go_on).unwrap_err();
    assert_eq!((error.code(), error.status()), ("STORE-BACKUP-03", Status::Data));
    assert_eq!(names(safe.path()), [""; 0]);
}

#[test]
fn a_store_in_memory_has_none() {
    let engine = engine_on(Arc::new(MemoryStore::new()), &clock());
    let error = engine.backup("copy.db", go_on).unwrap_err();
    assert_eq!((error.code(), error.status()), ("BUILD-FEATURE-01", Status::Unsupported));
}

#[test]
fn four_who_write_neither_wait_for_it_nor_make_it_begin_again() {
    let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (_, engine) = worked(folder.path(), 50);
    let (stop, written) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|threads| {
        for _ in 0..4 {
            threads.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    engine.execute(&world::draft("Kompresor")).unwrap();
                    written.fetch_add(1, Ordering::Relaxed);
                    // Few enough to be proven in a moment.
                    std::thread::sleep(Duration::from_millis(10));
                }
            });
        }
        for n in 0..3 {
            let (target, before) =
                (safe.path().join(format!("{n}.db")), written.load(Ordering::Relaxed));
            let least = engine.session(world::company(), world::manager()).head().unwrap().count;
            engine.backup(&target, go_on).unwrap();
            // Somebody wrote meanwhile, if the machine let him.
            println!("{} commands meanwhile", written.load(Ordering::Relaxed) - before);
            let copy = open(&target);
            assert!(
                copy.session(world::company(), world::manager()).head().unwrap().count >= least
            );
            world::assert_clean(&copy);
        }
        stop.store(true, Ordering::Relaxed);
    });
    world::assert_clean(&engine);
    assert!(written.load(Ordering::Relaxed) > 0);
}

/// As [docs/backup.md](../docs/backup.md) tells it.
#[test]
fn a_copy_is_put_back_and_what_it_lacks_shows() {
    let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (path, engine) = worked(folder.path(), 2);
    let target = safe.path().join("copy.db");
    let kept = engine.session(world::company(), world::manager()).head().unwrap();
    engine.backup(&target, go_on).unwrap();
    engine.execute(&world::draft("Lis")).unwrap();
    let newer = engine.session(world::company(), world::manager()).head().unwrap();
    drop(engine);
    // The disk dies. The copy stays where it is, and a copy of it is put back.
    for name in names(folder.path()) {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    std::fs::copy(&target, &path).unwrap();
    let engine = open(&path);
    let verify =
        |head| engine.session(world::company(), world::manager()).verify(Some(head)).unwrap();
    assert!(verify(kept).clean);
    let what: Vec<String> = verify(newer).problems.into_iter().map(|p| p.what).collect();
    assert_eq!(what, ["the journal does not hold the head that was kept"]);
    engine.execute(&world::draft("Lis")).unwrap();
    world::assert_clean(&engine);
}

const FROM: &str = "CALLOUT_BACKUP_FROM";
const TO: &str = "CALLOUT_BACKUP_TO";

#[test]
#[ignore = "run by the test below, in a process of its own"]
fn child_that_makes_a_backup() {
    let (Some(from), Some(to)) = (std::env::var_os(FROM), std::env::var_os(TO)) else { return };
    let engine = open(Path::new(&from));
    for n in 0.. {
        let target = Path::new(&to).join(format!("{n}.db"));
        engine.backup(target, go_on).expect("a backup");
        engine.execute(&world::draft("Kompresor")).expect("drafted");
    }
}

#[test]
fn killed_in_the_middle_it_leaves_no_half_file_under_the_name() {
    const ROUNDS: u64 = 15;
    let folder = tempfile::tempdir().unwrap();
    let (path, engine) = worked(folder.path(), 20);
    let (mut whole, mut unfinished) = (0, 0);
    for round in 0..ROUNDS {
        let safe = tempfile::tempdir().unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_makes_a_backup", "--ignored"])
            .envs([(FROM, path.as_path()), (TO, safe.path())])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // In every other round it has made one and is at the next, however slow the machine is.
        let begun = Instant::now();
        while round % 2 == 0 && !safe.path().join("0.db").exists() {
            assert!(begun.elapsed() < Duration::from_secs(60), "it makes one");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(5 + 23 * round % 160));
        child.kill().unwrap();
        child.wait().unwrap();
        for name in names(safe.path()) {
            if name.ends_with(".db") {
                world::assert_clean(&open(&safe.path().join(name)));
                whole += 1;
            } else {
                assert!(name.contains(".db.") && name.contains(".unfinished"), "{name}");
                unfinished += 1;
            }
        }
        world::assert_clean(&engine);
    }
    println!("{whole} whole, {unfinished} unfinished");
    assert!(whole > 0 && unfinished > 0, "{whole} whole, {unfinished} unfinished");
}
