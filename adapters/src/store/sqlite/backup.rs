//! A copy of the store while others work on it.

use super::open::FLAGS;
use super::settings::{Durability, Settings};
use super::{SqliteStore, fault, integrity, names, rename};
use callout_core::error::{Door, Error};
use callout_core::port::store::{Copied, Progress, Stage, Store};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Pages at a time: some ten milliseconds of a disk, so that a host can cancel.
const PAGES: i32 = 1_024;

/// Company, count and hash of each journal.
type Heads = Vec<(Vec<u8>, i64, Vec<u8>)>;

/// A file that is not under its name yet; dropped, it leaves nothing.
struct Unfinished {
    file: PathBuf,
    target: PathBuf,
}

pub(super) fn copy(
    store: &SqliteStore,
    target: &Path,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Box<dyn Copied>, Error> {
    let name = target.display().to_string();
    let unfinished = Unfinished::beside(target, &name)?;
    // One moment: whoever writes meanwhile neither waits nor makes the copy begin again.
    let tx = store.reading()?;
    let before = heads(tx.connection()).map_err(|error| fault::working(&store.name, &error))?;
    let faulty = |error: rusqlite::Error| fault::opening(&name, &error);
    let flags = FLAGS | OpenFlags::SQLITE_OPEN_CREATE;
    let mut copy = Connection::open_with_flags(&unfinished.file, flags).map_err(faulty)?;
    as_closed_as(&store.path, &unfinished.file).map_err(|reason| {
        Error::from(Door::CannotOpen { store: name.clone(), reason: reason.to_string() })
    })?;
    pages(tx.connection(), &mut copy, &name, progress)?;
    // Where the file was taken away, this may be half of one and half of another.
    store.watch.check()?;
    drop(tx);
    tell(progress, &name, Progress { stage: Stage::Check, done: 0, total: 1 })?;
    if let Some(flaw) = integrity::flaws(&copy, None).map_err(faulty)?.into_iter().next() {
        return Err(spoilt(&name, flaw));
    }
    if heads(&copy).map_err(faulty)? != before {
        return Err(spoilt(&name, "its heads are not those of the store".to_owned()));
    }
    drop(copy);
    Ok(Box::new(unfinished))
}

/// Who may not read the store may not read its copy; SQLite gives what it puts beside a file the
/// same rights. Nothing is in it yet.
#[cfg(unix)]
fn as_closed_as(store: &Path, copy: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(store)?.permissions().mode();
    // Its owner may write it, also where the store is kept from being changed.
    std::fs::set_permissions(copy, PermissionsExt::from_mode(mode & 0o777 | 0o600))
}

/// Elsewhere the folder says it.
#[cfg(not(unix))]
fn as_closed_as(_store: &Path, _copy: &Path) -> std::io::Result<()> {
    Ok(())
}

fn pages(
    from: &Connection,
    to: &mut Connection,
    name: &str,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<(), Error> {
    let faulty = |error: rusqlite::Error| fault::working(name, &error);
    let backup = Backup::new(from, to).map_err(faulty)?;
    loop {
        let step = backup.step(PAGES).map_err(faulty)?;
        let (total, left) = (backup.progress().pagecount, backup.progress().remaining);
        let [total, left] = [total, left].map(|pages| u64::try_from(pages).unwrap_or(0));
        let done = total.saturating_sub(left);
        tell(progress, name, Progress { stage: Stage::Copy, done, total })?;
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            // Somebody has the new file: a virus scanner, an indexer.
            _ => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn tell(
    progress: &mut dyn FnMut(Progress) -> bool,
    name: &str,
    now: Progress,
) -> Result<(), Error> {
    if progress(now) {
        return Ok(());
    }
    Err(Door::BackupCancelled { target: name.to_owned() }.into())
}

fn spoilt(name: &str, reason: String) -> Error {
    Door::BackupSpoilt { target: name.to_owned(), reason }.into()
}

fn heads(connection: &Connection) -> rusqlite::Result<Heads> {
    let sql = "SELECT company, count, hash FROM callout_head ORDER BY company";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

/// Nothing has the name, and no log of an older file stands beside it: that would spoil the copy.
fn free(target: &Path, name: &str) -> Result<(), Error> {
    if std::fs::symlink_metadata(target).is_ok() {
        return Err(Door::BackupExists { target: name.to_owned() }.into());
    }
    match names::left_beside(target) {
        Some(ending) => Err(Door::BackupExists { target: format!("{name}{ending}") }.into()),
        None => Ok(()),
    }
}

impl Unfinished {
    fn beside(target: &Path, name: &str) -> Result<Unfinished, Error> {
        let refused = |reason: String| Door::CannotOpen { store: name.to_owned(), reason };
        let target = std::path::absolute(target).map_err(|reason| refused(reason.to_string()))?;
        names::is_its_own(&target, name)?;
        free(&target, name)?;
        let Some(file_name) = target.file_name() else {
            return Err(refused("it names no file".to_owned()).into());
        };
        let mut file = OsString::from(file_name);
        file.push(format!(".{}.unfinished", uuid::Uuid::now_v7()));
        Ok(Unfinished { file: target.with_file_name(file), target })
    }

    fn name(&self) -> String {
        self.target.display().to_string()
    }
}

impl Copied for Unfinished {
    fn store(&self) -> Result<Arc<dyn Store>, Error> {
        let settings = Settings { read_only: true, durability: Durability::Full, ..<_>::default() };
        Ok(Arc::new(SqliteStore::open(&self.file, settings)?))
    }

    fn keep(self: Box<Self>) -> Result<(), Error> {
        let faulty = |reason: std::io::Error| {
            let (store, reason) = (self.name(), reason.to_string());
            Error::from(Door::CannotOpen { store, reason })
        };
        free(&self.target, &self.name())?;
        match rename::to_a_free_name(&self.file, &self.target) {
            Err(taken) if taken.kind() == ErrorKind::AlreadyExists => {
                return Err(Door::BackupExists { target: self.name() }.into());
            }
            given => given.map_err(faulty)?,
        }
        sync_folder(&self.target).map_err(faulty)
    }
}

/// The bytes were synced by SQLite; their name must survive a power cut too.
fn sync_folder(file: &Path) -> std::io::Result<()> {
    match file.parent() {
        Some(folder) if cfg!(unix) => std::fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        for ending in ["", "-journal", "-wal", "-shm"] {
            let mut file = self.file.clone().into_os_string();
            file.push(ending);
            let _ = std::fs::remove_file(file);
        }
    }
}
