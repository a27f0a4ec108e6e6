//! SQLite's own files have the store's name with an ending: what stands there counts.

use super::child::{Child, are_there, beside, everything, existing, open, refusal};
use crate::support::world;
use callout::adapters::store::sqlite::{Settings, SqliteStore};

/// A file beside which SQLite keeps its own is deleted by the next who opens the other.
#[test]
fn a_store_has_no_name_that_sqlite_gives_to_its_own_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let before = everything(folder.path());
    for ending in ["-journal", "-wal", "-shm"] {
        assert_eq!(refusal(&beside(&path, ending), Settings::default()), "STORE-OPEN-03");
        let backup = open(&path).backup(beside(&path, ending), |_| true);
        assert_eq!(backup.unwrap_err().code(), "STORE-OPEN-03");
    }
    assert_eq!(everything(folder.path()), before);
}

/// Whoever makes a new file beside a log that is left has the log deleted, with its commands.
#[test]
fn a_log_whose_file_is_gone_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let mut child = Child::on(&path);
    let (done, _) = child.execute(5);
    child.kill();
    let log = std::fs::read(beside(&path, "-wal")).unwrap();
    assert!(!log.is_empty() && done.len() == 5);
    for emptied in [false, true] {
        let aside = path.with_extension("aside");
        std::fs::rename(&path, &aside).unwrap();
        if emptied {
            std::fs::write(&path, b"").unwrap();
        }
        for read_only in [false, true] {
            let settings = Settings { read_only, ..Settings::default() };
            assert_eq!(refusal(&path, settings), "STORE-OPEN-01");
        }
        assert_eq!(std::fs::read(beside(&path, "-wal")).unwrap(), log);
        std::fs::rename(&aside, &path).unwrap();
    }
    assert_eq!(are_there(&path, &done), 5);
}

/// A copy beside the log of an older file would be that older file, or none.
#[test]
fn a_backup_is_not_put_beside_what_another_file_left() {
    let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let engine = open(&existing(folder.path()));
    let target = safe.path().join("copy.db");
    for ending in ["-journal", "-wal", "-shm"] {
        let left = beside(&target, ending);
        std::fs::write(&left, b"older").unwrap();
        assert_eq!(engine.backup(&target, |_| true).unwrap_err().code(), "STORE-BACKUP-01");
        std::fs::remove_file(&left).unwrap();
        // Also where it comes while the copy is made.
        let late = engine.backup(&target, |_| std::fs::write(&left, b"older").is_ok());
        assert_eq!(late.unwrap_err().code(), "STORE-BACKUP-01");
        std::fs::remove_file(&left).unwrap();
        assert!(everything(safe.path()).is_empty());
    }
    engine.backup(&target, |_| true).unwrap();
    world::assert_clean(&open(&target));
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_no_store() {
    let refused = SqliteStore::open("/dev/null", Settings::default()).map(drop).unwrap_err();
    assert_eq!(refused.code(), "STORE-OPEN-03");
}
