//! A connection for the length of a transaction.

use super::turn::Deadline;
use super::{SqliteStore, rewrite, wal};
use callout_core::error::Error;
use rusqlite::Connection;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

/// What a child inherited and may not close: it would let go of what its parent works with, or
/// bring home a log that is somebody else's by now. The end of the process frees it.
static INHERITED: Mutex<Vec<Connection>> = Mutex::new(Vec::new());

pub(super) fn abandon(connection: Connection) {
    INHERITED.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
}

/// Goes back to where it came from when it is done.
pub struct Lease<'s> {
    store: &'s SqliteStore,
    connection: Option<Connection>,
    /// For the writer: until when it may wait.
    writer: Option<Deadline>,
}

impl<'s> Lease<'s> {
    pub(super) fn of_reader(store: &'s SqliteStore, connection: Connection) -> Lease<'s> {
        Lease { store, connection: Some(connection), writer: None }
    }

    pub(super) fn of_writer(
        store: &'s SqliteStore,
        connection: Connection,
        deadline: Deadline,
    ) -> Lease<'s> {
        Lease { store, connection: Some(connection), writer: Some(deadline) }
    }

    /// The last moment at which nothing is written.
    pub(super) fn commits(&self) -> Result<(), Error> {
        match self.writer {
            Some(_) => {
                self.store.watch.whole(self)?;
                self.store.watch.undisturbed()
            }
            None => self.store.watch.same_process(),
        }
    }

    /// Only now may it be answered: what was written is in the file that has the name.
    pub(super) fn committed(&self) -> Result<(), Error> {
        let Some(deadline) = self.writer else { return Ok(()) };
        self.store.watch.written()?;
        self.store.watch.whole(self)?;
        wal::keep_emptying(self.store, self);
        wal::keep_founding(self.store, self, deadline)
    }

    /// After a commit that is to leave nothing of what it deleted.
    pub(super) fn scrub(&mut self) -> Option<String> {
        let (store, deadline) = (self.store, self.writer?);
        rewrite::scrub(store, self, deadline)
    }
}

impl Deref for Lease<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        match &self.connection {
            Some(connection) => connection,
            None => unreachable!("the connection is taken only when this is dropped"),
        }
    }
}

impl DerefMut for Lease<'_> {
    fn deref_mut(&mut self) -> &mut Connection {
        match &mut self.connection {
            Some(connection) => connection,
            None => unreachable!("the connection is taken only when this is dropped"),
        }
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if self.store.watch.is_forked() {
            abandon(connection);
        } else if self.writer.is_some() {
            self.store.writer.give_back(connection);
        } else {
            self.store.put_back(connection);
        }
    }
}
