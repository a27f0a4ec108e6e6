//! A disk that is really full, files that may not grow, folders and files that may not be written.
//!
//! The child does the work in a process of its own, whose disk is made small or read-only before
//! it begins: by mounts of its own where the machine allows them, and by a limit of the shell.

use crate::support::{TestClock, engine_on, skip::skipped, world};
use callout::adapters::mail::eml;
use callout::adapters::store::sqlite::{Settings, SqliteStore};
use callout::engine::{Engine, Receipt, Request};
use callout::error::Error;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

pub const FOLDER: &str = "CALLOUT_DAMAGE_FOLDER";
pub const WORK: &str = "CALLOUT_DAMAGE_WORK";
/// Said by the shell where a mount is not allowed.
const NO_MOUNT: i32 = 77;

pub fn opened(path: &Path) -> Result<Engine, Error> {
    let store = SqliteStore::open(path, Settings::default())?;
    Ok(engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00")))
}

/// What the other process does.
pub fn child() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    match std::env::var(WORK).as_deref() {
        Ok("fill") => fill(&folder, "STORE-FULL-01"),
        Ok("memory") => without_memory(&folder),
        Ok("heap") => super::heap::without(&folder),
        Ok("limit") => fill(&folder, "STORE-FAULT-01"),
        Ok("file") => write_nothing(&folder, &["service.db"]),
        Ok("read") => read(&folder),
        _ => write_nothing(&folder, &["service.db", "new.db"]),
    }
}

/// Works until there is no room; then all that was acknowledged is there, and nothing else.
fn fill(folder: &Path, wanted: &str) {
    let path = folder.join("service.db");
    let engine = opened(&path).unwrap();
    world::founded(&engine);
    let ballast = folder.join("ballast");
    let mut acknowledged: Vec<(Request, Receipt)> = Vec::new();
    let refused = loop {
        let draft = world::draft(&"Kompresor ".repeat(20));
        match engine.execute(&draft) {
            Ok(receipt) => acknowledged.push((draft, receipt)),
            Err(error) => {
                assert_eq!(error.code(), wanted, "{error}");
                break draft;
            }
        }
        assert!(acknowledged.len() < 5_000, "it never was full");
    };
    assert!(acknowledged.len() > 10, "{} acknowledged", acknowledged.len());
    let count = world::FOUNDED + 2 * acknowledged.len() as u64;
    // Reading goes on, and so does saying no.
    assert_eq!(engine.execute(&refused).unwrap_err().code(), wanted);
    assert_eq!(engine.session(world::company(), world::manager()).head().unwrap().count, count);
    world::assert_clean(&engine);
    if std::fs::remove_file(&ballast).is_ok() {
        let receipt = engine.execute(&refused).unwrap();
        assert_eq!(world::number(&engine, receipt.target), 1 + acknowledged.len() as u64);
        world::assert_clean(&engine);
    }
    // Who comes afterwards finds the same.
    let engine = opened(&path).unwrap();
    for (request, receipt) in &acknowledged {
        assert_eq!(engine.execute(request).unwrap(), *receipt);
    }
}

fn write_nothing(folder: &Path, names: &[&str]) {
    for name in names {
        let error = opened(&folder.join(name)).map(drop).unwrap_err();
        assert_eq!(error.code(), "STORE-OPEN-03", "{name}");
        let there = *name == "service.db";
        assert_eq!(error.message().contains("read_only"), there, "{error}");
    }
    assert!(!folder.join("new.db").exists(), "nothing was begun");
    world::assert_clean(&reading(&folder.join("service.db")).unwrap());
}

fn reading(path: &Path) -> Result<Engine, Error> {
    let store = SqliteStore::open(path, Settings { read_only: true, ..Settings::default() })?;
    Ok(engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00")))
}

/// Reads what [`left`] left, on a medium that cannot be written.
fn read(folder: &Path) {
    let count = |name: &str| {
        let engine = reading(&folder.join(name).join("service.db"))?;
        world::assert_clean(&engine);
        assert_eq!(engine.execute(&world::draft("Lis")).unwrap_err().code(), "STORE-READ-01");
        engine.session(world::company(), world::manager()).head().map(|head| head.count)
    };
    assert_eq!(count("closed").unwrap(), world::FOUNDED);
    assert_eq!(count("empty log").unwrap(), world::FOUNDED);
    assert_eq!(count("with all").unwrap(), world::FOUNDED + 2);
    // A log is never overlooked.
    assert_eq!(count("without index").unwrap_err().code(), "STORE-READ-02");
    // Nor is half a change shown for the whole.
    assert_eq!(count("half written").unwrap_err().code(), "STORE-READ-03");
}

/// A store as a killed process leaves it, and other states of it, in a folder each.
fn left(folder: &Path) {
    let path = folder.join("service.db");
    let engine = opened(&path).unwrap();
    world::founded(&engine);
    drop(engine);
    let copy = |name: &str, endings: &[&str]| {
        std::fs::create_dir(folder.join(name)).unwrap();
        for ending in endings {
            let file = format!("service.db{ending}");
            std::fs::copy(folder.join(&file), folder.join(name).join(&file)).unwrap();
        }
    };
    copy("closed", &[""]);
    copy("empty log", &[""]);
    std::fs::write(folder.join("empty log/service.db-wal"), b"").unwrap();
    let host = rusqlite::Connection::open(&path).unwrap();
    let half = "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 5; BEGIN;
        CREATE TABLE own AS SELECT zeroblob(200000) AS n";
    host.execute_batch(half).unwrap();
    copy("half written", &["", "-journal"]);
    drop(host);
    let engine = opened(&path).unwrap();
    engine.execute(&world::draft("Kompresor")).unwrap();
    copy("with all", &["", "-wal", "-shm"]);
    copy("without index", &["", "-wal"]);
}

#[test]
fn what_cannot_be_written_is_read_and_proven() {
    let folder = tempfile::tempdir().unwrap();
    left(folder.path());
    let bind =
        format!("mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit {NO_MOUNT}");
    with_mounts(&bind, folder.path(), "read");
    // Where files may be made, the log is read.
    let engine = reading(&folder.path().join("without index/service.db")).unwrap();
    let head = engine.session(world::company(), world::manager()).head().unwrap();
    assert_eq!(head.count, world::FOUNDED + 2);
}

/// What is of the host's size and has no room is refused, and the process works on.
fn without_memory(folder: &Path) {
    const BLOB: usize = 30 << 20;
    let engine = opened(&folder.join("service.db")).unwrap();
    world::founded(&engine);
    let (company, manager) = (world::company(), world::manager());
    let photo = vec![7; BLOB];
    let mut mail = b"From: jana@kovo.example\r\nSubject: Fotky\r\n\r\n".to_vec();
    mail.resize(20 << 20, b'x');
    let mut ballast: Vec<Vec<u8>> = Vec::new();
    let room = |bytes: usize| Vec::<u8>::new().try_reserve_exact(bytes).is_ok();
    while room(2 * BLOB) {
        let mut more = Vec::new();
        if more.try_reserve_exact(8 << 20).is_err() {
            break;
        }
        ballast.push(more);
    }
    let refused = engine.put_blob(company, &manager, &photo).unwrap_err();
    assert_eq!(refused.code(), "ENGINE-MEMORY-01", "{refused}");
    let refused = eml::read(&mail).unwrap_err();
    assert_eq!(refused.code(), "ENGINE-MEMORY-01", "{refused}");
    world::open_activity(&engine);
    drop(ballast);
    assert!(eml::read(&mail).is_ok());
    let hash = engine.put_blob(company, &manager, &photo).unwrap();
    assert_eq!(engine.session(company, manager.clone()).blob(&hash).unwrap(), photo);
    world::assert_clean(&engine);
}

/// Runs the child by a shell that first does something to the folder, `$1`.
fn in_shell(shell: &[&str], before: &str, folder: &Path, work: &str) -> Output {
    let script = format!("{before}\nshift; exec \"$@\"");
    Command::new(shell[0])
        .args(&shell[1..])
        .args(["-c", &script, "sh"])
        .arg(folder)
        .arg(std::env::current_exe().expect("this test"))
        .args(["--exact", "child_on_a_bad_disk", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .env(WORK, work)
        .output()
        .expect("a shell")
}

/// With mounts that nobody else sees; `false`, and says so, where there are none.
fn with_mounts(before: &str, folder: &Path, work: &str) -> bool {
    let allowed = ["--user", "--map-root-user", "--mount"];
    let probe = Command::new("unshare").args(allowed).arg("true").output();
    if !probe.is_ok_and(|output| output.status.success()) {
        skipped(work, "this machine lets nobody mount");
        return false;
    }
    let shell = ["unshare", allowed[0], allowed[1], allowed[2], "sh"];
    let output = in_shell(&shell, before, folder, work);
    if output.status.code() == Some(NO_MOUNT) {
        skipped(work, "this machine lets nobody mount");
        return false;
    }
    assert_done(&output);
    true
}

pub fn assert_done(output: &Output) {
    let said = String::from_utf8_lossy(&output.stdout);
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{why}");
}

#[test]
fn a_full_disk_says_so_and_works_again_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let mount = format!(
        "mount -t tmpfs -o size=4m callout \"$1\" || exit {NO_MOUNT}
         head -c 500000 /dev/zero > \"$1/ballast\""
    );
    with_mounts(&mount, folder.path(), "fill");
}

#[test]
fn a_file_that_may_not_grow_says_so_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    // Without the trap the system ends the process. In blocks of 1 KiB.
    let limit = "trap '' XFSZ; ulimit -f 3000";
    match Command::new("bash").arg("--version").output() {
        Ok(_) => assert_done(&in_shell(&["bash"], limit, folder.path(), "limit")),
        Err(_) => skipped("limit", "there is no bash"),
    }
    let engine = opened(&folder.path().join("service.db")).unwrap();
    world::assert_clean(&engine);
}

#[test]
fn what_has_no_room_in_memory_is_refused_and_the_process_lives() {
    let folder = tempfile::tempdir().unwrap();
    // In blocks of 1 KiB, for all that the process may address.
    let limit = "ulimit -v 1200000";
    match Command::new("bash").arg("--version").output() {
        Ok(_) => assert_done(&in_shell(&["bash"], limit, folder.path(), "memory")),
        Err(_) => skipped("memory", "there is no bash"),
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = crate::worked(folder.path());
    let before = std::fs::read(&path).unwrap();
    let bind =
        format!("mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit {NO_MOUNT}");
    with_mounts(&bind, folder.path(), "folder");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    world::assert_clean(&opened(&path).unwrap());
}

#[test]
fn a_file_that_may_not_be_written_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = crate::worked(folder.path());
    let before = std::fs::read(&path).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    // In a space where it is nobody's, and not even root's.
    match Command::new("unshare").args(["--user", "true"]).output() {
        Ok(probe) if probe.status.success() => {
            assert_done(&in_shell(&["unshare", "--user", "sh"], "", folder.path(), "file"));
        }
        _ => skipped("file", "this machine has no spaces of users"),
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    world::assert_clean(&opened(&path).unwrap());
}
