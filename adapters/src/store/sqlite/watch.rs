//! Whether the files with the names are still the ones that SQLite writes.
//!
//! SQLite writes on into a file that was deleted or replaced, and into a log that another program
//! deleted because it saw no lock, or cut short. Nothing here opens a file: closing any descriptor
//! of one drops all locks that the process has on it.

use super::copies::{Company, Copies};
use super::log::Log;
use callout_core::error::{Door, Error};
use rusqlite::Connection;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, TryLockError};
use std::time::{Duration, Instant};

/// Which file it is, whatever its name. While SQLite has it open no other can get the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    #[cfg(unix)]
    pub(super) fn of(file: &std::fs::Metadata) -> Identity {
        use std::os::unix::fs::MetadataExt;
        Identity::told(file.dev(), file.ino())
    }

    #[cfg(unix)]
    pub(super) fn told(device: u64, inode: u64) -> Identity {
        Identity { device, inode }
    }

    /// Elsewhere an open file can be neither deleted nor replaced.
    #[cfg(not(unix))]
    pub(super) fn of(_file: &std::fs::Metadata) -> Identity {
        Identity { device: 0, inode: 0 }
    }
}

/// The files of an open store.
pub(super) struct Watch {
    /// As the host named it: a link may point elsewhere now.
    path: PathBuf,
    database: Identity,
    wal: Option<(PathBuf, Identity)>,
    log: Log,
    copies: Copies,
    process: u32,
    /// Seen once, it stays so: what was written since then is nowhere.
    lost: AtomicBool,
}

/// The name of a file that SQLite keeps beside the database.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    // SQLite follows links, and puts its files beside what they point to.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push(ending);
    path.with_file_name(name)
}

impl Watch {
    /// Of files that have just been opened, and read once.
    pub(super) fn begin(path: &Path, with_wal: bool) -> Result<Watch, Error> {
        let moved = |_| moved(path);
        let database = Identity::of(&std::fs::metadata(path).map_err(moved)?);
        let wal = match with_wal {
            true => {
                let path = beside(path, "-wal");
                let file = std::fs::metadata(&path).map_err(moved)?;
                Some((path, Identity::of(&file)))
            }
            false => None,
        };
        enter(database, path)?;
        Ok(Watch {
            path: path.to_owned(),
            database,
            wal,
            log: Log::default(),
            copies: Copies::of(database, beside(path, "-shm")),
            process: std::process::id(),
            lost: AtomicBool::new(false),
        })
    }

    /// Whether this is a child of the process that opened the files.
    pub(super) fn is_forked(&self) -> bool {
        std::process::id() != self.process
    }

    /// A child has the memory of its parent, but none of its locks.
    pub(super) fn same_process(&self) -> Result<(), Error> {
        if self.is_forked() { Err(forked(&self.path)) } else { Ok(()) }
    }

    /// Whether the names still name what is written; how long the log is.
    pub(super) fn check(&self) -> Result<u64, Error> {
        self.same_process()?;
        if self.lost.load(Ordering::Relaxed) {
            return Err(moved(&self.path));
        }
        self.still_there().map_err(|path| {
            self.lost.store(true, Ordering::Relaxed);
            moved(path)
        })
    }

    fn still_there(&self) -> Result<u64, &Path> {
        let is = |path: &Path, known: Identity| {
            let file = std::fs::metadata(path).ok();
            file.filter(|file| Identity::of(file) == known).map(|file| file.len())
        };
        // SQLite takes an emptied file for a new one, and deletes the log beside it.
        is(&self.path, self.database).filter(|length| *length > 0).ok_or(&*self.path)?;
        match &self.wal {
            Some((path, known)) => is(path, *known).ok_or(path),
            None => Ok(0),
        }
    }

    /// Whether the log is still what it was: nobody cut it short or wrote over it.
    pub(super) fn whole(&self, connection: &Connection) -> Result<(), Error> {
        match &self.wal {
            Some((path, _)) if !self.log.is_whole(connection) => Err(self.give_up(path)),
            _ => Ok(()),
        }
    }

    /// No other copy of SQLite in this process has the file open, and ours has its locks.
    pub(super) fn alone(&self) -> Result<(), Error> {
        match self.copies.look() {
            // Without a log there is no index of it either.
            Company::Lost if self.wal.is_some() => Err(self.give_up(&self.path)),
            Company::Other => Err(self.other_copy()),
            _ => Ok(()),
        }
    }

    fn other_copy(&self) -> Error {
        Door::OtherCopy { store: self.path.display().to_string() }.into()
    }

    /// The last moment at which nothing is written: nobody closed the file since then.
    pub(super) fn undisturbed(&self) -> Result<(), Error> {
        self.same_process()?;
        let calm = self.wal.is_none() || self.copies.undisturbed(true);
        if calm { Ok(()) } else { Err(self.other_copy()) }
    }

    /// It is written: nobody was there meanwhile, and it is in the files that have the names.
    pub(super) fn written(&self) -> Result<(), Error> {
        let calm = self.wal.is_none() || self.copies.undisturbed(false);
        self.check()?;
        if calm && self.copies.look() != Company::Other {
            return Ok(());
        }
        Err(Door::Disturbed { store: self.path.display().to_string() }.into())
    }

    /// Before the connections are closed.
    pub(super) fn before_closing(&self) {
        let entry = (self.process, self.database);
        let last = listed(|open| open.iter().filter(|known| **known == entry).count() <= 1);
        if last == Some(true) {
            self.copies.let_go();
        }
    }

    /// What SQLite works with here is nobody's any more.
    fn give_up(&self, file: &Path) -> Error {
        self.lost.store(true, Ordering::Relaxed);
        moved(file)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if !self.is_forked() {
            leave(self.database);
        }
    }
}

pub(super) fn moved(path: &Path) -> Error {
    Door::Moved { file: path.display().to_string() }.into()
}

fn forked(path: &Path) -> Error {
    Door::Forked { store: path.display().to_string() }.into()
}

/// The files that are open, and in which process they were opened. A child inherits the list, and
/// SQLite's own: it would take its parent's locks for its own, and take none itself.
static OPEN: Mutex<Vec<(u32, Identity)>> = Mutex::new(Vec::new());

fn enter(file: Identity, path: &Path) -> Result<(), Error> {
    let process = std::process::id();
    listed(|open| {
        if open.iter().any(|(opener, known)| *opener != process && *known == file) {
            return Err(forked(path));
        }
        open.push((process, file));
        Ok(())
    })
    .unwrap_or_else(|| Err(forked(path)))
}

/// Refuses a file that the parent of this process had open when the process was forked.
pub(super) fn not_inherited(path: &Path) -> Result<(), Error> {
    let Ok(file) = std::fs::metadata(path) else { return Ok(()) };
    let (file, process) = (Identity::of(&file), std::process::id());
    let inherited = listed(|open| {
        open.iter().any(|(opener, known)| cfg!(unix) && *opener != process && *known == file)
    });
    if inherited.unwrap_or(true) { Err(forked(path)) } else { Ok(()) }
}

fn leave(file: Identity) {
    let process = std::process::id();
    listed(|open| {
        if let Some(at) = open.iter().position(|entry| *entry == (process, file)) {
            open.swap_remove(at);
        }
    });
}

/// Works on the list. It is held for a moment only: who cannot have it for a second was forked
/// while another thread had it, and nobody will ever give it back.
fn listed<T>(work: impl FnOnce(&mut Vec<(u32, Identity)>) -> T) -> Option<T> {
    let begun = Instant::now();
    loop {
        match OPEN.try_lock() {
            Ok(mut open) => return Some(work(&mut open)),
            Err(TryLockError::Poisoned(open)) => return Some(work(&mut open.into_inner())),
            Err(TryLockError::WouldBlock) if begun.elapsed() > Duration::from_secs(1) => {
                return None;
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_micros(50)),
        }
    }
}
