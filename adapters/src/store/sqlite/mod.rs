//! The embedded store: one SQLite file in WAL mode, shared by threads and processes.
//!
//! All tables are named `callout_…`, so that the file may also be the host's own: install the
//! schema with [`install`] and execute inside the host's transaction with [`SqliteTx::within`].
//!
//! One copy of SQLite a file and process: a program whose SQLite is another than the one that
//! Callout was linked with reads the file in a process of its own, or a copy that was made by
//! `Engine::backup`. No file of a store is ever opened here but by SQLite, and what is asked of
//! the system needs no descriptor: closing one drops every lock that the process has on the file.

mod backup;
mod cond;
mod copies;
mod cursor;
mod fault;
mod find;
mod held;
mod identify;
mod inspect;
mod integrity;
mod lease;
mod log;
mod migrate;
mod mounts;
mod names;
mod open;
mod own;
mod raw;
mod read_only;
mod rename;
mod rewrite;
mod row;
mod schema;
mod select;
mod settings;
mod slot;
mod turn;
mod tx;
mod wal;
mod watch;

pub use identify::APPLICATION_ID;
pub use migrate::install;
pub use schema::ddl;
pub use settings::{Durability, Settings};
pub use tx::SqliteTx;

use callout_core::error::{Door, Error};
use callout_core::port::store::{Copied, OwnTx, Progress, Store};
use held::{Held, Whose};
use lease::Lease;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};
use turn::{Deadline, Turn};
use watch::Watch;

/// One SQLite file.
pub struct SqliteStore {
    /// As the host gave it, for messages.
    name: String,
    path: PathBuf,
    settings: Settings,
    watch: Watch,
    writer: Turn<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// A company stands in the file itself, not only in its log.
    founded: AtomicBool,
    /// For the readers of an old state, once, to bring that home.
    waited: AtomicBool,
    /// The log may hold what was deleted, and is to be emptied.
    owes: AtomicBool,
}

/// Readers kept open for the next question.
const MAX_IDLE_READERS: usize = 8;

impl SqliteStore {
    fn busy(&self) -> Error {
        Door::Busy { store: self.name.clone() }.into()
    }

    fn reader(&self, deadline: Deadline) -> Result<Connection, Error> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let opening = |error: rusqlite::Error| fault::opening(&self.name, &error);
        if let Some(connection) = idle {
            connection.busy_timeout(deadline.left()).map_err(opening)?;
            return Ok(connection);
        }
        if self.settings.read_only {
            return read_only::connect(&self.path, &self.name, deadline);
        }
        let connection = Connection::open_with_flags(&self.path, open::FLAGS).map_err(opening)?;
        let prepare = || {
            open::prepare(&connection, &self.settings, deadline)?;
            connection.pragma_update(None, "query_only", true)
        };
        match open::patiently(deadline, prepare) {
            Ok(()) => Ok(connection),
            Err(error) => Err(self.watch.whole(&connection).err().unwrap_or(opening(error))),
        }
    }

    fn put_back(&self, connection: Connection) {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < MAX_IDLE_READERS {
            readers.push(connection);
        }
    }

    /// What went wrong, or that the files are not the ones any more, which says more.
    fn blame(&self, error: Error) -> Error {
        self.watch.check().err().unwrap_or(error)
    }

    fn reading(&self) -> Result<SqliteTx<Lease<'_>>, Error> {
        held::may_read(&self.path, &self.name)?;
        let deadline = Deadline::after(self.settings.patience);
        self.watch.check()?;
        let lease = Lease::of_reader(self, self.reader(deadline)?);
        self.watch.whole(&lease)?;
        SqliteTx::begin(lease, self.name.clone(), "BEGIN").map_err(|error| self.blame(error))
    }

    fn writing(&self) -> Result<SqliteTx<Lease<'_>>, Error> {
        let deadline = Deadline::after(self.settings.patience);
        self.watch.same_process()?;
        if self.settings.read_only {
            return Err(Door::OnlyRead { store: self.name.clone() }.into());
        }
        held::may_write(&self.path, &self.name)?;
        let connection = self.writer.take(deadline).ok_or_else(|| self.busy())?;
        let lease = Lease::of_writer(self, connection, deadline);
        let log = self.watch.check()?;
        self.watch.whole(&lease)?;
        wal::bounded(self, &lease, log, deadline)?;
        lease.busy_timeout(deadline.left()).map_err(|error| fault::working(&self.name, &error))?;
        let mut tx = SqliteTx::begin(lease, self.name.clone(), "BEGIN IMMEDIATE")
            .map_err(|error| self.blame(error))?;
        tx.held = Held::on(Some(&self.path), Whose::Ours);
        // Waiting took its time: what counts is how it is now that nobody else writes. First the
        // locks: with them, nobody can delete the log after it was looked at.
        self.watch.alone()?;
        self.watch.check()?;
        names::is_the_only_one(&self.path, &self.name)?;
        Ok(tx)
    }
}

impl Store for SqliteStore {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        Ok(Box::new(self.reading()?))
    }

    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        Ok(Box::new(self.writing()?))
    }

    fn copy(
        &self,
        target: &Path,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Box<dyn Copied>, Error> {
        backup::copy(self, target, progress)
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        let readers = self.readers.get_mut().unwrap_or_else(PoisonError::into_inner);
        let connections: Vec<Connection> =
            readers.drain(..).chain(self.writer.take_out()).collect();
        let whole = |connection| self.watch.whole(connection).is_ok();
        if self.watch.is_forked() {
            connections.into_iter().for_each(lease::abandon);
        } else if self.watch.check().is_err()
            || !connections.iter().all(whole)
            || (self.settings.read_only && wal::bytes(&self.path) > 0)
        {
            // Closing must not bring a log home into a file that it does not belong to, or that was
            // only to be read.
            for connection in connections {
                let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
            }
        } else {
            self.watch.before_closing();
        }
    }
}
