//! Opening a file: to work on it, or only to read it.

use super::log::Log;
use super::settings::Settings;
use super::turn::{Deadline, Turn};
use super::watch::{Watch, beside, moved, not_inherited};
use super::{SqliteStore, copies, fault, identify, lease, migrate, mounts, names, rewrite, wal};
use callout_core::error::{Door, Error};
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// How each connection opens the file; without names that are URIs, so that a path is a path.
pub(super) const FLAGS: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
const CREATE: OpenFlags = OpenFlags::SQLITE_OPEN_CREATE;

impl SqliteStore {
    /// Opens the file, and makes it where there is none.
    ///
    /// A database of somebody else is refused as it is. One's own is entered by
    /// [`install`](super::install) and [`SqliteTx::within`](super::SqliteTx::within).
    ///
    /// # Errors
    /// `STORE-OPEN-01` for a file that is no database or was cut short, and for a log whose file is
    /// gone, `STORE-OPEN-02` for one of a newer Callout, `STORE-OPEN-03` where it cannot be opened,
    /// `STORE-OPEN-04` for a database of somebody else, `STORE-LINK-02` for a file that is
    /// mounted by itself, `STORE-LINK-01` for a file with a second
    /// name, `STORE-COPY-01` where another copy of SQLite in this process has it open,
    /// `STORE-FORK-01` where the parent of this process had it open.
    ///
    /// ```
    /// # fn ask() -> Result<(), callout_core::error::Error> {
    /// use callout_adapters::store::sqlite::{Settings, SqliteStore};
    /// use callout_adapters::system::{SystemClock, SystemIds};
    /// use callout_core::engine::Engine;
    /// use std::sync::Arc;
    /// let store = Arc::new(SqliteStore::open("service.db", Settings::default())?);
    /// let engine = Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds));
    /// # Ok(()) }
    /// ```
    pub fn open(path: impl AsRef<Path>, settings: Settings) -> Result<SqliteStore, Error> {
        let name = path.as_ref().display().to_string();
        let path = file_at(path.as_ref(), &name)?;
        let deadline = Deadline::after(settings.patience);
        names::is_its_own(&path, &name)?;
        names::has_its_file(&path, &name)?;
        stub(&path, &name)?;
        not_inherited(&path)?;
        alone(&path, &name, deadline)?;
        identify::not_a_strangers(&path, &name, deadline)?;
        names::is_the_only_one(&path, &name)?;
        mounts::is_in_its_folder(&path, &name)?;
        if settings.read_only {
            return super::read_only::open(path, name, settings, deadline);
        }
        let opening = |error: rusqlite::Error| fault::opening(&name, &error);
        let mut writer = patiently(deadline, || {
            let connection = Connection::open_with_flags(&path, FLAGS | CREATE)?;
            connection.busy_timeout(deadline.left())?;
            Ok(connection)
        })
        .map_err(opening)?;
        writable(&name, &writer)?;
        identify::claim(&path, &name, &mut writer, deadline)?;
        patiently(deadline, || prepare(&writer, &settings, deadline)).map_err(opening)?;
        // Before anything is brought home of a log that is open elsewhere.
        if !Log::default().is_whole(&writer) {
            return Err(moved(&beside(&path, "-wal")));
        }
        whole(&path, &name, &writer)?;
        let made = migrate::install_named(&mut writer, &name)?;
        // Not everywhere: some file systems share no memory.
        let mode = writer.query_row("PRAGMA journal_mode", [], |row| row.get::<_, String>(0));
        let watch = Watch::begin(&path, mode.map_err(opening)? == "wal")?;
        if let Err(error) = watch.alone() {
            // A copy that came meanwhile: closing would drop its locks.
            if watch.check().is_ok() {
                lease::abandon(writer);
            }
            return Err(error);
        }
        watch.check()?;
        let waits = wal::bytes(&path) > 0;
        // Who was killed after an erasure may have left in the log what was deleted.
        let emptied = !(made || waits) || wal::empty(&writer, Duration::ZERO).map_err(opening)?;
        writer.busy_timeout(deadline.left()).map_err(opening)?;
        let home = emptied || patiently(deadline, || wal::bring_home(&writer)).map_err(opening)?;
        let founded = wal::has_company(&writer).map_err(opening)?;
        let store = SqliteStore {
            name,
            path,
            settings,
            watch,
            writer: Turn::new(writer),
            readers: Mutex::new(Vec::new()),
            founded: AtomicBool::new(founded && home),
            waited: AtomicBool::new(false),
            owes: AtomicBool::new(!emptied),
        };
        rewrite::catch_up(&store, deadline);
        Ok(store)
    }
}

/// Refuses a file that another copy of SQLite in this process has open.
fn alone(path: &Path, name: &str, deadline: Deadline) -> Result<(), Error> {
    match copies::is_open_elsewhere(path, deadline) {
        Ok(false) => Ok(()),
        Ok(true) => Err(Door::OtherCopy { store: name.to_owned() }.into()),
        Err(error) => Err(fault::opening(name, &error)),
    }
}

/// The file that a path means, from the root: SQLite takes no name for a database that is lost when
/// it is closed, `:memory:` for one in memory, and readers come later, when the process may stand
/// elsewhere.
fn file_at(path: &Path, name: &str) -> Result<PathBuf, Error> {
    let refused = |reason: String| {
        Error::from(Door::CannotOpen { store: name.replace('\0', "\u{fffd}"), reason })
    };
    if name.contains('\0') {
        return Err(refused("a path holds no NUL".to_owned()));
    }
    std::path::absolute(path).map_err(|reason| refused(reason.to_string()))
}

/// Tries again while somebody else has the file. SQLite itself does not wait where waiting could
/// lock both out for ever, as when many change a new file to WAL mode at once.
pub(super) fn patiently<T>(
    deadline: Deadline,
    mut attempt: impl FnMut() -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    loop {
        match attempt() {
            Err(error) if fault::is_busy(&error) && !deadline.left().is_zero() => {
                std::thread::sleep(Duration::from_millis(5));
            }
            outcome => return outcome,
        }
    }
}

/// What each connection that works on the file is told.
pub(super) fn prepare(
    connection: &Connection,
    settings: &Settings,
    deadline: Deadline,
) -> rusqlite::Result<()> {
    connection.busy_timeout(deadline.left())?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is erased about a person must not stay behind in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "synchronous", settings.durability.synchronous())?;
    let kept = wal::KEPT_WAL_BYTES.min(settings.most_wal_bytes);
    connection.pragma_update(None, "journal_size_limit", kept)?;
    if let Some(most) = settings.most_pages {
        connection.pragma_update(None, "max_page_count", most)?;
    }
    Ok(())
}

fn broken(name: &str, reason: String) -> Error {
    Door::BrokenStore { store: name.to_owned(), reason }.into()
}

/// SQLite takes a file of a few bytes for an empty one and writes over it: somebody's file, or
/// what is left of a store.
fn stub(path: &Path, name: &str) -> Result<(), Error> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_file() && (1..100).contains(&file.len()) => {
            Err(broken(name, "it is shorter than a header".to_owned()))
        }
        Ok(file) if !file.is_file() => {
            let reason = "it is no file".to_owned();
            Err(Door::CannotOpen { store: name.to_owned(), reason }.into())
        }
        _ => Ok(()),
    }
}

/// SQLite opens a file that may only be read without a word, and the first command would fail.
fn writable(name: &str, connection: &Connection) -> Result<(), Error> {
    match connection.is_readonly(MAIN_DB) {
        Ok(true) => {
            let reason = "it may only be read, for which there is the setting read_only".to_owned();
            Err(Door::CannotOpen { store: name.to_owned(), reason }.into())
        }
        _ => Ok(()),
    }
}

/// A file that is shorter than SQLite takes it for was cut. It is not opened to look: closing it
/// would drop all locks of this process on it.
pub(super) fn whole(path: &Path, name: &str, connection: &Connection) -> Result<(), Error> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, u64>(0));
    let sized = || -> rusqlite::Result<u64> {
        Ok(number("PRAGMA page_count")? * number("PRAGMA page_size")?)
    };
    let wanted = sized().map_err(|reason| fault::opening(name, &reason))?;
    // Afterwards: another process may make the file longer in between, and never shorter.
    let length = |path: &Path| std::fs::metadata(path).map(|file| file.len()).unwrap_or(0);
    if length(&beside(path, "-wal")) > 0 || length(path) >= wanted {
        return Ok(());
    }
    Err(broken(name, format!("{} bytes of {wanted} are there", length(path))))
}
