//! With full durability a command costs one sync: counted by strace, where there is one.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use support::{TestClock, engine_on, skip::skipped, world};

const FILE: &str = "CALLOUT_SYNCS_FILE";
const COMMANDS: usize = 20;

/// Some commands in a process of their own; between two names that strace shows.
#[test]
#[ignore = "run by the test below, under strace"]
fn child_that_executes_commands() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let settings = Settings { durability: Durability::Full, ..Settings::default() };
    let store = Arc::new(SqliteStore::open(Path::new(&path), settings).expect("a store"));
    let engine = engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
    world::founded(&engine);
    let activity = world::open_activity(&engine);
    let _ = std::fs::metadata("/callout-begins");
    for n in 0..COMMANDS {
        engine.execute(&world::note(activity, &format!("{n}"))).expect("noted");
    }
    let _ = std::fs::metadata("/callout-ends");
}

/// An erasure in a process of its own.
#[test]
#[ignore = "run by the test below, under strace"]
fn child_that_erases() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let store =
        Arc::new(SqliteStore::open(Path::new(&path), Settings::default()).expect("a store"));
    let engine = engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
    world::founded(&engine);
    for n in 0..COMMANDS {
        let drafted = engine.execute(&world::draft(&format!("{n}"))).expect("drafted");
        for _ in 0..15 {
            let note = world::note(drafted.target, &"slova ".repeat(3_000));
            engine.execute(&note).expect("noted");
        }
    }
    let erase = serde_json::json!({"company": {"erase_persons":
        {"persons": [world::customer()], "reason": "žádost osoby"}}});
    let erase = world::request(Some(world::company()), Some(1), &erase);
    let forgotten = engine.execute(&erase).expect("erased").forgotten.expect("what was forgotten");
    assert_eq!(forgotten.waiting, None);
}

/// The copy from which a file is written anew holds everybody's data: it lies in no folder that the
/// host did not choose.
#[test]
fn an_erasure_writes_beside_the_store_alone() {
    let (folder, temporary) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let log = folder.path().join("strace.log");
    let ran = Command::new("strace")
        .args(["-f", "-e", "trace=open,openat,creat", "-o"])
        .arg(&log)
        .arg(std::env::current_exe().expect("this test"))
        .args(["--exact", "child_that_erases", "--ignored"])
        .env(FILE, folder.path().join("service.db"))
        .env("SQLITE_TMPDIR", temporary.path())
        .stdout(Stdio::piped())
        .output();
    let Ok(ran) = ran else {
        skipped("an_erasure_writes_beside_the_store_alone", "there is no strace");
        return;
    };
    assert!(String::from_utf8_lossy(&ran.stdout).contains("1 passed"), "{ran:?}");
    let log = std::fs::read_to_string(log).expect("what strace saw");
    let made: Vec<&str> =
        log.lines().filter(|line| line.contains("O_CREAT") || line.contains("O_TMPFILE")).collect();
    assert!(made.iter().any(|line| line.contains("service.db-wal")), "{made:?}");
    let elsewhere = made.iter().filter(|line| !line.contains("/service.db"));
    assert_eq!(elsewhere.collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn a_command_is_one_sync() {
    let strace = Command::new("strace").arg("-V").stdout(Stdio::null()).status();
    if !strace.is_ok_and(|status| status.success()) {
        skipped("a_command_is_one_sync", "there is no strace");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("strace.log");
    let ran = Command::new("strace")
        .args([
            "-f",
            "-e",
            "trace=fsync,fdatasync,sync_file_range,msync,statx,stat,newfstatat,lstat",
        ])
        .arg("-o")
        .arg(&log)
        .arg(std::env::current_exe().expect("this test"))
        .args(["--exact", "child_that_executes_commands", "--ignored"])
        .env(FILE, folder.path().join("service.db"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("strace");
    let said = std::fs::read_to_string(&log).expect("what strace saw");
    let (Some(begin), Some(end)) = (said.find("/callout-begins"), said.find("/callout-ends"))
    else {
        assert!(!ran.success(), "the child said nothing:\n{said}");
        skipped("a_command_is_one_sync", "strace may not trace here");
        return;
    };
    let between = said[begin..end].lines();
    let syncs = between.filter(|line| line.contains("sync(") || line.contains("sync_")).count();
    assert_eq!(syncs, COMMANDS, "{}", &said[begin..end]);
}
