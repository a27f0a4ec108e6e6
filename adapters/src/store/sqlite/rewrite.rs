//! Bytes that were deleted leave the file and its log. SQLite blanks what is deleted, but not what
//! it left behind when it moved rows from page to page: that stands in gaps of pages that are in
//! use, until the file is written anew.

use super::lease::Lease;
use super::turn::Deadline;
use super::{SqliteStore, fault, names, wal};
use callout_core::error::Error;
use rusqlite::{Connection, OptionalExtension};
use std::sync::atomic::Ordering;

/// So many steps of SQLite's machine between two looks at the clock.
const STEPS: i32 = 10_000;

/// A host's table whose rows VACUUM may number anew: a full-text index, or what else keeps these
/// numbers, would name other rows.
const NUMBERED: &str = "SELECT name FROM pragma_table_list AS it WHERE schema = 'main' AND wr = 0 \
    AND type IN ('table', 'shadow') AND name NOT LIKE 'callout\\_%' ESCAPE '\\' \
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND 1 <> (SELECT \
    sum(CASE WHEN pk = 1 AND upper(type) = 'INTEGER' THEN 1 WHEN pk > 0 THEN 2 ELSE 0 END) \
    FROM pragma_table_info(it.name)) LIMIT 1";

/// Lets them leave while there is time; who or what stands in the way, in words. What was committed
/// stays so whatever becomes of this.
pub(super) fn scrub(
    store: &SqliteStore,
    connection: &mut Connection,
    deadline: Deadline,
) -> Option<String> {
    // Until it is empty: the next command tries again.
    store.owes.store(true, Ordering::Relaxed);
    let empty = |connection: &Connection| match wal::empty(connection, deadline.left()) {
        Ok(true) => None,
        Ok(false) => Some(in_the_log("somebody still reads an older state of the file")),
        Err(reason) => Some(in_the_log(&reason.to_string())),
    };
    let mut waiting = empty(connection);
    let mut gaps = None;
    if waiting.is_none() {
        gaps = rewrite(store, connection, deadline).err();
        waiting = empty(connection);
    }
    store.owes.store(waiting.is_some(), Ordering::Relaxed);
    waiting.or(gaps)
}

/// On opening: what somebody who was killed after an erasure left behind leaves as well. Nobody is
/// told where it cannot yet.
pub(super) fn catch_up(store: &SqliteStore, deadline: Deadline) {
    let Some(connection) = store.writer.take(deadline) else { return };
    let mut lease = Lease::of_writer(store, connection, deadline);
    let owes = lease.query_row("SELECT owes FROM callout_schema", [], |row| row.get::<_, bool>(0));
    if owes.unwrap_or(false) {
        let _waiting = scrub(store, &mut lease, deadline);
    }
}

/// Writes the file anew; why it could not, in words. All of it goes through the log, and nothing
/// may make that longer than it is to be.
fn rewrite(
    store: &SqliteStore,
    connection: &mut Connection,
    deadline: Deadline,
) -> Result<(), String> {
    let most = store.settings.most_wal_bytes;
    let bytes = std::fs::metadata(&store.path).map_or(u64::MAX, |file| file.len());
    if bytes > most {
        return Err(in_gaps(&format!("it has {bytes} bytes, and its log may have {most}")));
    }
    let said = |error: Error| in_gaps(&error.to_string());
    let failed = |error: rusqlite::Error| said(fault::working(&store.name, &error));
    let numbered = connection.query_row(NUMBERED, [], |row| row.get::<_, String>(0));
    if let Some(table) = numbered.optional().map_err(failed)? {
        return Err(in_gaps(&format!("the rows of {table} have no INTEGER PRIMARY KEY")));
    }
    store.watch.alone().map_err(said)?;
    names::is_the_only_one(&store.path, &store.name).map_err(said)?;
    let late = move || deadline.left().is_zero();
    let mut rewritten = || {
        connection.busy_timeout(deadline.left())?;
        connection.progress_handler(STEPS, Some(late))?;
        // The copy that it makes on its way holds all that is in the store: it stays in memory, for
        // a temporary file would lie on another disk, and its blocks are blanked by nobody.
        connection
            .execute_batch("PRAGMA temp_store = MEMORY; VACUUM; UPDATE callout_schema SET owes = 0")
    };
    let outcome = rewritten();
    // Whatever became of it, nothing else is broken off.
    let restored = connection
        .progress_handler(STEPS, None::<fn() -> bool>)
        .and_then(|()| connection.execute_batch("PRAGMA temp_store = DEFAULT"));
    outcome.and(restored).map_err(failed)?;
    store.watch.written().map_err(said)
}

fn in_the_log(reason: &str) -> String {
    format!(
        "the log could not be emptied ({reason}): the deleted bytes stay in it until the next \
         command empties it; parts may stay in gaps of the file's pages until VACUUM does away \
         with them"
    )
}

fn in_gaps(reason: &str) -> String {
    format!(
        "the file could not be written anew ({reason}): parts of what was deleted may stay in gaps \
         of its pages until VACUUM does away with them"
    )
}
