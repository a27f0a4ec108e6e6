//! From any older schema to today's, step by step, in one transaction.

use super::{fault, wal};
use callout_core::error::{Door, Error};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::cmp::Ordering;

/// One step a released schema; a step that has been released is never edited.
const STEPS: &[&str] = &[include_str!("schema/0001.sql")];

/// The schema that is known today.
pub(super) const KNOWN: u32 = STEPS.len() as u32;

/// Makes Callout's tables in a file of the host, or brings them up to date.
///
/// # Errors
/// As [`SqliteStore::open`](super::SqliteStore::open).
///
/// ```
/// use callout_adapters::store::sqlite::install;
/// let mut host = rusqlite::Connection::open_in_memory()?;
/// host.execute_batch("CREATE TABLE my_table (done INTEGER)")?;
/// install(&mut host)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn install(connection: &mut Connection) -> Result<(), Error> {
    let name = "the host's database";
    if install_named(connection, name)? {
        // `open` knows the file by what stands in it, not in its log.
        wal::bring_home(connection).map_err(|reason| fault::opening(name, &reason))?;
    }
    Ok(())
}

/// Whether anything had to be made.
pub(super) fn install_named(connection: &mut Connection, name: &str) -> Result<bool, Error> {
    let known = KNOWN;
    let found = version(connection).map_err(|reason| fault::opening(name, &reason))?;
    if found == known {
        return Ok(false);
    }
    if found > known {
        return Err(Door::NewerStore { store: name.to_owned(), found, known }.into());
    }
    step_up(connection).map_err(|reason| fault::opening(name, &reason))?;
    Ok(true)
}

/// Refuses another schema where nothing may be changed.
pub(super) fn is_todays(connection: &Connection, name: &str) -> Result<(), Error> {
    let known = KNOWN;
    let found = version(connection).map_err(|reason| fault::opening(name, &reason))?;
    let store = name.to_owned();
    match found.cmp(&known) {
        Ordering::Equal => Ok(()),
        Ordering::Greater => Err(Door::NewerStore { store, found, known }.into()),
        Ordering::Less => {
            let reason = format!("its schema is {found}, and reading alone cannot raise it");
            Err(Door::CannotOpen { store, reason }.into())
        }
    }
}

fn version(connection: &Connection) -> rusqlite::Result<u32> {
    let there: Option<u32> = connection
        .query_row(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'callout_schema'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    match there {
        Some(_) => connection.query_row("SELECT version FROM callout_schema", [], |row| row.get(0)),
        None => Ok(0),
    }
}

fn step_up(connection: &mut Connection) -> rusqlite::Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been faster while this one waited.
    let found = version(&tx)? as usize;
    if found == 0 {
        tx.execute_batch(
            "CREATE TABLE callout_schema (
                version INTEGER NOT NULL,
                -- Something was erased, and the file is not written anew yet.
                owes INTEGER NOT NULL
             ) STRICT;
             INSERT INTO callout_schema VALUES (0, 0);",
        )?;
    }
    for step in STEPS.iter().skip(found) {
        tx.execute_batch(step)?;
    }
    tx.execute("UPDATE callout_schema SET version = ?1", [STEPS.len() as u32])?;
    tx.commit()
}
