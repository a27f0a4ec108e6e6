//! The embedded store: one SQLite file in WAL mode, shared by threads and processes.
//!
//! All tables are named `callout_…`, so that the file may also be the host's own: install the
//! schema with [`install`] and execute inside the host's transaction with [`SqliteTx::within`].

mod cond;
mod fault;
mod inspect;
mod migrate;
mod row;
mod schema;
mod select;
mod tx;

pub use migrate::install;
pub use schema::ddl;
pub use tx::SqliteTx;

use callout_core::error::{Door, Error};
use callout_core::port::store::{OwnTx, Store};
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How much a commit survives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// A power cut: one sync a command. The default.
    #[default]
    Full,
    /// A crash of the process; a power cut may take the last commands, never the order.
    Normal,
    /// A crash of the process; a power cut may take the file. For imports and measurements.
    Off,
}

/// How the file is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How much a commit survives.
    pub durability: Durability,
    /// How long to wait for another writer before `STORE-BUSY-01`; [`Duration::MAX`] for as long
    /// as it takes.
    pub patience: Duration,
    /// The file grows to so many pages of 4 KiB at most; then `STORE-FULL-01`.
    pub most_pages: Option<u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            durability: Durability::Full,
            patience: Duration::from_secs(10),
            most_pages: None,
        }
    }
}

/// One SQLite file.
pub struct SqliteStore {
    path: PathBuf,
    settings: Settings,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

/// Readers kept open for the next question.
const MOST_IDLE_READERS: usize = 8;

/// SQLite counts milliseconds in an `i32`: 24 days, which nobody waits to the end.
const MOST_PATIENCE: Duration = Duration::from_millis(i32::MAX as u64);

/// How each connection opens the file; without names that are URIs, so that a path is a path.
const FLAGS: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
const CREATE: OpenFlags = OpenFlags::SQLITE_OPEN_CREATE;

impl SqliteStore {
    /// Opens the file, and makes it where there is none.
    ///
    /// # Errors
    /// `STORE-OPEN-01` for a file that is no database or was cut short, `STORE-OPEN-02` for one of
    /// a newer Callout, `STORE-OPEN-03` where it cannot be opened.
    pub fn open(path: impl AsRef<Path>, settings: Settings) -> Result<SqliteStore, Error> {
        let name = path.as_ref().display().to_string();
        let path = file_at(path.as_ref(), &name)?;
        let connect = || -> rusqlite::Result<Connection> {
            let connection = Connection::open_with_flags(&path, FLAGS | CREATE)?;
            prepare(&connection, &settings)?;
            Ok(connection)
        };
        stub(&path, &name)?;
        let mut writer =
            patiently(settings.patience, connect).map_err(|e| fault::opening(&name, &e))?;
        writable(&name, &writer)?;
        whole(&path, &name, &writer)?;
        migrate::install_named(&mut writer, &name)?;
        Ok(SqliteStore {
            path,
            settings,
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
        })
    }

    fn reader(&self) -> Result<Connection, Error> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(connection) = idle {
            return Ok(connection);
        }
        let connect = || -> rusqlite::Result<Connection> {
            let connection = Connection::open_with_flags(&self.path, FLAGS)?;
            prepare(&connection, &self.settings)?;
            connection.pragma_update(None, "query_only", true)?;
            Ok(connection)
        };
        connect().map_err(|reason| fault::opening(&self.name(), &reason))
    }

    fn put_back(&self, connection: Connection) {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < MOST_IDLE_READERS {
            readers.push(connection);
        }
    }

    fn writer(&self) -> MutexGuard<'_, Connection> {
        // A writer that panicked was rolled back when its transaction was dropped.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
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
fn patiently<T>(
    patience: Duration,
    mut attempt: impl FnMut() -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let began = std::time::Instant::now();
    loop {
        match attempt() {
            Err(error) if fault::is_busy(&error) && began.elapsed() < patience => {
                std::thread::sleep(Duration::from_millis(5));
            }
            outcome => return outcome,
        }
    }
}

fn prepare(connection: &Connection, settings: &Settings) -> rusqlite::Result<()> {
    connection.busy_timeout(settings.patience.min(MOST_PATIENCE))?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is erased about a person must not stay behind in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    let synchronous = match settings.durability {
        Durability::Full => "FULL",
        Durability::Normal => "NORMAL",
        Durability::Off => "OFF",
    };
    connection.pragma_update(None, "synchronous", synchronous)?;
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
        _ => Ok(()),
    }
}

/// SQLite opens a file that may only be read without a word, and the first command would fail.
fn writable(name: &str, connection: &Connection) -> Result<(), Error> {
    match connection.is_readonly(MAIN_DB) {
        Ok(true) => {
            let (store, reason) = (name.to_owned(), "it may only be read".to_owned());
            Err(Door::CannotOpen { store, reason }.into())
        }
        _ => Ok(()),
    }
}

/// A file that is shorter than its header says was cut.
fn whole(path: &Path, name: &str, connection: &Connection) -> Result<(), Error> {
    let wal = path.with_file_name(format!(
        "{}-wal",
        path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
    ));
    let waiting = std::fs::metadata(&wal).map(|wal| wal.len()).unwrap_or(0);
    let mut header = [0; 32];
    let read = std::fs::File::open(path)
        .and_then(|mut file| std::io::Read::read_exact(&mut file, &mut header));
    // The header first: another process may make the file longer in between.
    let length = std::fs::metadata(path).map(|file| file.len()).unwrap_or(0);
    if waiting > 0 || length == 0 {
        return Ok(());
    }
    if read.is_err() {
        return Err(broken(name, "it is shorter than a header".to_owned()));
    }
    let pages = u64::from(u32::from_be_bytes([header[28], header[29], header[30], header[31]]));
    let size: u64 = connection
        .query_row("PRAGMA page_size", [], |row| row.get(0))
        .map_err(|reason| fault::opening(name, &reason))?;
    if pages * size > length {
        return Err(broken(name, format!("{length} bytes of {} are there", pages * size)));
    }
    Ok(())
}

impl Store for SqliteStore {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        let pooled = Pooled { store: self, connection: Some(self.reader()?) };
        let tx = SqliteTx::begin(pooled, self.name(), "BEGIN")?;
        Ok(Box::new(tx))
    }

    fn scrub(&self) -> Result<Option<String>, Error> {
        let checkpoint = |row: &rusqlite::Row<'_>| row.get::<_, bool>(0);
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy = self.writer().query_row(sql, [], checkpoint);
        let busy = busy.map_err(|reason| fault::working(&self.name(), &reason))?;
        Ok(busy.then(|| {
            "somebody still reads an older state of the file: once that reading has ended, the \
             next checkpoint empties the log"
                .to_owned()
        }))
    }

    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        let tx = SqliteTx::begin(self.writer(), self.name(), "BEGIN IMMEDIATE")?;
        Ok(Box::new(tx))
    }
}

/// A reader that goes back to the others when it is done.
struct Pooled<'s> {
    store: &'s SqliteStore,
    connection: Option<Connection>,
}

impl Deref for Pooled<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        match &self.connection {
            Some(connection) => connection,
            None => unreachable!("the connection is taken only when this is dropped"),
        }
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.store.put_back(connection);
        }
    }
}
