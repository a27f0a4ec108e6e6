//! Whose file it is, before anything is done to it.

use super::fault;
use super::open::patiently;
use super::read_only::ONLY_READ;
use super::turn::Deadline;
use super::watch::beside;
use callout_core::error::{Door, Error};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// The application id of a Callout file: "Call" in ASCII.
pub const APPLICATION_ID: i32 = 0x4361_6C6C;

/// What stands in a file.
struct Marks {
    application_id: i32,
    user_version: i32,
    tables: u32,
    /// Callout's tables are there, perhaps beside those of a host.
    has_schema: bool,
}

fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i32> {
    connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
}

impl Marks {
    /// The id says all.
    const OURS: Marks =
        Marks { application_id: APPLICATION_ID, user_version: 0, tables: 0, has_schema: false };

    fn read(connection: &Connection) -> rusqlite::Result<Marks> {
        let application_id = number(connection, "application_id")?;
        if application_id == APPLICATION_ID {
            return Ok(Marks::OURS);
        }
        let sql = "SELECT count(*), coalesce(max(name = 'callout_schema'), 0) FROM sqlite_schema \
                   WHERE type = 'table'";
        let (tables, has_schema) =
            connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let user_version = number(connection, "user_version")?;
        Ok(Marks { application_id, user_version, tables, has_schema })
    }

    fn is_ours(&self) -> bool {
        self.application_id == APPLICATION_ID || self.has_schema
    }

    fn refusal(&self, name: &str) -> Error {
        let (id, version) = (self.application_id, self.user_version);
        let found = format!("application_id {id}, user_version {version}, tables {}", self.tables);
        Door::NotOurs { store: name.to_owned(), found }.into()
    }
}

/// Refuses a database of somebody else as it is.
pub(super) fn not_a_strangers(path: &Path, name: &str, deadline: Deadline) -> Result<(), Error> {
    let there = |file: std::fs::Metadata| file.is_file() && file.len() > 0;
    if !std::fs::metadata(path).is_ok_and(there) {
        return Ok(());
    }
    let mut tries = 0;
    loop {
        tries += 1;
        match alone(path) {
            Ok(marks) if marks.is_ours() => return Ok(()),
            Ok(marks) => return Err(marks.refusal(name)),
            // Another process may be bringing pages home at this moment.
            Err(_) if tries < 10 && !deadline.left().is_zero() => {
                std::thread::sleep(Duration::from_millis(2));
            }
            Err(error) => {
                let marks = with_its_log(path).unwrap_or(Err(error));
                let marks = marks.map_err(|error| fault::opening(name, &error))?;
                return if marks.is_ours() { Ok(()) } else { Err(marks.refusal(name)) };
            }
        }
    }
}

/// Leaves no trace: the file is looked at as if it could never change, for then SQLite makes no
/// file beside it and takes no lock. What counts stands in the file itself, never only in its log.
fn alone(path: &Path) -> rusqlite::Result<Marks> {
    let connection = Connection::open_with_flags(uri(path, "immutable=1"), LOOK)?;
    // Who is killed while he brings pages home leaves a file that is shorter than its header says.
    // Of such a one SQLite says nothing but this, and that only if it is told to bear it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    if number(&connection, "application_id")? == APPLICATION_ID {
        return Ok(Marks::OURS);
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false)?;
    Marks::read(&connection)
}

/// What only makes sense together with the log, where there is one: a host's database whose pages
/// were half brought home. It is read without changing either.
fn with_its_log(path: &Path) -> Option<rusqlite::Result<Marks>> {
    let log = std::fs::metadata(beside(path, "-wal")).ok()?;
    let read = || -> rusqlite::Result<Marks> {
        let connection = Connection::open_with_flags(path, ONLY_READ)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        Marks::read(&connection)
    };
    (log.len() > 0).then(read)
}

pub(super) const LOOK: OpenFlags = ONLY_READ.union(OpenFlags::SQLITE_OPEN_URI);

/// The name of a file as a URI, with how it is to be opened.
pub(super) fn uri(path: &Path, how: &str) -> String {
    let mut uri = "file:".to_owned();
    let path = path.as_os_str().as_encoded_bytes();
    if !path.starts_with(b"/") {
        uri.push('/');
    }
    for byte in path {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b':' => uri.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?" + how
}

/// Marks a new file as Callout's, as the first thing that is ever written to it: who is killed
/// leaves an empty file or one of ours. Of several who make one, the first does it.
pub(super) fn claim(
    path: &Path,
    name: &str,
    connection: &mut Connection,
    deadline: Deadline,
) -> Result<(), Error> {
    let mut claim = || -> rusqlite::Result<Option<Marks>> {
        let marks = Marks::read(connection)?;
        if marks.is_ours() {
            return Ok(None);
        }
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let marks = Marks::read(&tx)?;
        if marks.is_ours() {
            return Ok(None);
        }
        // With this lock nobody else writes: an empty file is one that was never written.
        if !std::fs::metadata(path).is_ok_and(|file| file.len() == 0) {
            return Ok(Some(marks));
        }
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.commit()?;
        Ok(None)
    };
    match patiently(deadline, &mut claim) {
        Ok(None) => Ok(()),
        Ok(Some(strange)) => Err(strange.refusal(name)),
        Err(error) => Err(fault::opening(name, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_path_whatever_stands_in_it() {
        assert_eq!(uri(Path::new("/a/b?c#d%.db"), "x=1"), "file:/a/b%3Fc%23d%25.db?x=1");
        assert_eq!(uri(Path::new("/š.db"), "x=1"), "file:/%C5%A1.db?x=1");
    }
}
