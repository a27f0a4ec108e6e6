//! Reading a file that nothing is done to: evidence, a copy on a medium that cannot be written.

use super::identify::LOOK;
use super::open::{FLAGS, whole};
use super::raw::File;
use super::settings::Settings;
use super::turn::{Deadline, Turn};
use super::watch::{Watch, beside};
use super::{SqliteStore, fault, identify, migrate};
use callout_core::error::{Door, Error};
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

pub(super) const ONLY_READ: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

pub(super) fn open(
    path: PathBuf,
    name: String,
    settings: Settings,
    deadline: Deadline,
) -> Result<SqliteStore, Error> {
    // Who writes makes a store of an empty file; who only reads was promised one.
    let empty = |path: &Path| std::fs::metadata(path).map_or(true, |file| file.len() == 0);
    if path.is_file() && empty(&path) && empty(&beside(&path, "-wal")) {
        let reason = "the file is empty, and no store".to_owned();
        return Err(Door::CannotOpen { store: name, reason }.into());
    }
    let connection = connect(&path, &name, deadline)?;
    whole(&path, &name, &connection)?;
    migrate::is_todays(&connection, &name)?;
    let watch = Watch::begin(&path, false)?;
    watch.alone()?;
    Ok(SqliteStore {
        name,
        path,
        settings,
        watch,
        writer: Turn::nothing(),
        readers: Mutex::new(vec![connection]),
        founded: AtomicBool::new(true),
        waited: AtomicBool::new(true),
        owes: AtomicBool::new(false),
    })
}

/// A connection that changes nothing, in the way that the place allows.
pub(super) fn connect(path: &Path, name: &str, deadline: Deadline) -> Result<Connection, Error> {
    let opening = |error: rusqlite::Error| fault::opening(name, &error);
    settled(path, name)?;
    let log = std::fs::metadata(beside(path, "-wal")).ok().map(|log| log.len());
    let Some(log) = log else {
        // Nobody works on it. SQLite falls back to reading where it may not write.
        let connection = Connection::open_with_flags(path, FLAGS).map_err(opening)?;
        let outcome = if connection.is_readonly(MAIN_DB).map_err(opening)? {
            // Where nobody can write, SQLite could not make the files that others would look at.
            never_changing(path, deadline)
        } else if has_a_log(&connection) {
            // As one who may write: the last to leave then takes along what he put beside the file.
            read(connection, deadline)
        } else {
            // Whoever could write would undo what the next one to be killed leaves half.
            Connection::open_with_flags(path, ONLY_READ).and_then(|file| read(file, deadline))
        };
        return outcome.map_err(opening);
    };
    let connection = Connection::open_with_flags(path, ONLY_READ).map_err(opening)?;
    match read(connection, deadline) {
        Err(error) if fault::is_closed(&error) && log == 0 && !beside(path, "-shm").exists() => {
            never_changing(path, deadline).map_err(opening)
        }
        Err(error) if fault::is_closed(&error) => {
            Err(Door::UnreadableLog { store: name.to_owned() }.into())
        }
        outcome => outcome.map_err(opening),
    }
}

/// Whether the file says that it is worked on with a log: its head names the form that one needs
/// to write it, and to read it.
fn has_a_log(connection: &Connection) -> bool {
    const WITH_A_LOG: [u8; 2] = [2, 2];
    File::database(connection).and_then(|file| file.read(18)) == Some(WITH_A_LOG)
}

/// Refuses a file in which half a change stands: undoing it is writing. SQLite says so to one who
/// may only read, before it looks at anything else; without locks it then stops at the log, and
/// makes no file for one.
fn settled(path: &Path, name: &str) -> Result<(), Error> {
    let bytes = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
    // Beside an empty file SQLite deletes a journal, as one that was left of another.
    if bytes(&beside(path, "-journal")) == 0 || bytes(path) == 0 {
        return Ok(());
    }
    let look = || -> rusqlite::Result<()> {
        let connection = Connection::open_with_flags(identify::uri(path, "nolock=1"), LOOK)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
    };
    match look() {
        Err(error) if fault::is_half_written(&error) => Err(fault::opening(name, &error)),
        _ => Ok(()),
    }
}

/// Reads the file as one that nobody can change, which takes no lock and needs no file beside it.
fn never_changing(path: &Path, deadline: Deadline) -> rusqlite::Result<Connection> {
    read(Connection::open_with_flags(identify::uri(path, "immutable=1"), LOOK)?, deadline)
}

fn read(connection: Connection, deadline: Deadline) -> rusqlite::Result<Connection> {
    connection.busy_timeout(deadline.left())?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "query_only", true)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}
