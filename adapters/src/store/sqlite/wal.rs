//! The log beside the file: when it is brought home, and how long it may grow.

use super::turn::Deadline;
use super::watch::beside;
use super::{SqliteStore, fault};
use callout_core::error::{Door, Error};
use rusqlite::Connection;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// What SQLite cuts the log to when it begins it anew; it cut nothing before.
pub(super) const KEPT_WAL_BYTES: u64 = 16 << 20;

/// How long the log is, by its name.
pub(super) fn bytes(path: &Path) -> u64 {
    std::fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len())
}

/// Brings home what nobody reads any more in its old state, without waiting; whether that was all.
pub(super) fn bring_home(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
        let (log, home): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok(log == home)
    })
}

/// Brings all of it home and empties the log; whether it could.
pub(super) fn empty(connection: &Connection, patience: Duration) -> rusqlite::Result<bool> {
    connection.busy_timeout(patience)?;
    let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
    match connection.query_row(sql, [], |row| row.get::<_, i64>(0)) {
        Ok(busy) => Ok(busy == 0),
        Err(error) if fault::is_busy(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Before a write: a log that is too long is emptied, or nothing is added to it.
pub(super) fn bounded(
    store: &SqliteStore,
    connection: &Connection,
    bytes: u64,
    deadline: Deadline,
) -> Result<(), Error> {
    let most = store.settings.most_wal_bytes;
    if bytes <= most {
        return Ok(());
    }
    let emptied = empty(connection, deadline.left());
    if emptied.map_err(|error| fault::working(&store.name, &error))? {
        return Ok(());
    }
    Err(Door::LongLog { store: store.name.clone(), bytes, most }.into())
}

/// A first company stands in the file itself before its receipt is given: a copy of the file
/// without its log is old then, but never an empty store that nobody wonders about.
pub(super) fn keep_founding(
    store: &SqliteStore,
    connection: &Connection,
    deadline: Deadline,
) -> Result<(), Error> {
    if store.founded.load(Ordering::Relaxed) {
        return Ok(());
    }
    let kept = || -> rusqlite::Result<bool> {
        // A reader of an old state is waited for once; the command itself is durable by now.
        let founded = has_company(connection)?;
        let first = founded && !store.waited.swap(true, Ordering::Relaxed);
        let patience = if first { deadline.left() } else { Duration::ZERO };
        Ok(founded && empty(connection, patience)?)
    };
    match kept() {
        Ok(kept) => {
            store.founded.store(kept, Ordering::Relaxed);
            Ok(())
        }
        // What was committed is in the log: no fault of this may take back a receipt.
        Err(_) => Ok(()),
    }
}

/// What was to leave the log and could not, because somebody read an older state, leaves it as soon
/// as he has gone. No receipt waits for that, and no fault of it takes one back.
pub(super) fn keep_emptying(store: &SqliteStore, connection: &Connection) {
    if store.owes.load(Ordering::Relaxed) {
        let emptied = empty(connection, Duration::ZERO).unwrap_or(false);
        store.owes.store(!emptied, Ordering::Relaxed);
    }
}

/// Whether the store keeps anybody's books.
pub(super) fn has_company(connection: &Connection) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM callout_head)")?
        .query_row([], |row| row.get(0))
}
