//! Where everything is kept. The unit is a transaction, which may be the host's own.

use super::index::{Entry, Found, Select, Table};
use crate::error::{Door, Error};
use crate::journal::{Event, Hash, Head, Slot};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// One stream of events: an aggregate of a company.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stream {
    /// Whose.
    pub company: Uuid,
    /// Which kind of noun.
    pub noun: &'static str,
    /// Which one.
    pub id: Uuid,
}

/// The stored state of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// How many events it is folded from.
    pub version: u64,
    /// Which fold made it; another one is rebuilt from the journal.
    pub fold: u32,
    /// JSON.
    pub body: Vec<u8>,
    /// Hash of its last event, which the next one carries.
    pub last: Hash,
}

/// A command's first answer, kept so that the same command gives it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Of the whole request.
    pub request: Hash,
    /// JSON.
    pub receipt: Vec<u8>,
}

/// A reading or writing transaction. All reads see one moment.
pub trait Tx {
    /// How long a company's journal is, and the hash of its chain.
    fn head(&mut self, company: Uuid) -> Result<Head, Error>;
    /// Appends an event and moves the company's head to `head`.
    fn append(&mut self, event: &Event, head: &Head) -> Result<(), Error>;
    /// The events of a stream after a version, oldest first.
    fn stream(&mut self, stream: &Stream, after: u64, limit: u32) -> Result<Vec<Event>, Error>;
    /// The events of a company after a sequence number, in commit order.
    fn feed(&mut self, company: Uuid, after: u64, limit: u32) -> Result<Vec<Event>, Error>;

    /// A stream's state.
    fn state(&mut self, stream: &Stream) -> Result<Option<Stored>, Error>;
    /// Stores it.
    fn put_state(&mut self, stream: &Stream, stored: &Stored) -> Result<(), Error>;
    /// The streams of one noun after an id, in order of ids: for `verify` and rebuilding.
    fn streams(
        &mut self,
        company: Uuid,
        noun: &'static str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error>;
    /// The companies that are kept here.
    fn companies(&mut self) -> Result<Vec<Uuid>, Error>;

    /// A command's first answer.
    fn answered(&mut self, company: Uuid, command: Uuid) -> Result<Option<Answered>, Error>;
    /// Keeps it.
    fn put_answered(
        &mut self,
        company: Uuid,
        command: Uuid,
        answered: &Answered,
    ) -> Result<(), Error>;

    /// Writes an index row, in place of one with its key.
    fn put_entry(&mut self, company: Uuid, owner: Uuid, entry: &Entry) -> Result<(), Error>;
    /// Deletes an index row.
    fn drop_entry(
        &mut self,
        company: Uuid,
        owner: Uuid,
        table: &'static Table,
        n: u32,
    ) -> Result<(), Error>;
    /// Answers a question.
    fn select(&mut self, select: &Select) -> Result<Vec<Found>, Error>;

    /// Keeps a value about a person.
    fn put_slot(&mut self, stream: &Stream, slot: &Slot) -> Result<(), Error>;
    /// The values about persons that a stream quotes and that are still there.
    fn slots(&mut self, stream: &Stream) -> Result<Vec<Slot>, Error>;
    /// How many values about one person are there.
    fn quoted(&mut self, company: Uuid, person: Uuid) -> Result<u32, Error>;
    /// Deletes the values about one person; which streams quoted them.
    fn erase(&mut self, company: Uuid, person: Uuid) -> Result<Vec<(String, Uuid)>, Error>;

    /// Which record an outside id names.
    fn external(
        &mut self,
        company: Uuid,
        noun: &'static str,
        system: &str,
        value: &str,
    ) -> Result<Option<Uuid>, Error>;
    /// Links an outside id; the caller has looked that it is free.
    fn put_external(&mut self, stream: &Stream, system: &str, value: &str) -> Result<(), Error>;
    /// Unlinks one.
    fn drop_external(&mut self, stream: &Stream, system: &str) -> Result<(), Error>;

    /// Puts an event into the timeline of a customer, equipment or activity.
    fn put_context(&mut self, context: Uuid, stream: &Stream, sequence: u64) -> Result<(), Error>;
    /// Takes a stream's events out of a timeline, as when a mail is filed elsewhere.
    fn drop_context(&mut self, context: Uuid, stream: &Stream) -> Result<(), Error>;
    /// A timeline, oldest first.
    fn timeline(
        &mut self,
        company: Uuid,
        context: Uuid,
        after: u64,
        limit: u32,
    ) -> Result<Vec<Event>, Error>;

    /// Keeps bytes under their hash; twice is once.
    fn put_blob(&mut self, company: Uuid, hash: &Hash, bytes: &[u8]) -> Result<(), Error>;
    /// Reads them back.
    fn blob(&mut self, company: Uuid, hash: &Hash) -> Result<Option<Vec<u8>>, Error>;
    /// Deletes them for good, where a forgotten person is in them.
    fn drop_blob(&mut self, company: Uuid, hash: &Hash) -> Result<(), Error>;

    /// Sets a mark to come back to.
    fn mark(&mut self) -> Result<(), Error>;
    /// Undoes everything since the last mark, and forgets it.
    fn undo(&mut self) -> Result<(), Error>;
    /// Keeps everything since the last mark, and forgets it.
    fn keep(&mut self) -> Result<(), Error>;
}

/// A transaction that Callout itself began. Dropped without [`commit`](OwnTx::commit), it leaves
/// nothing behind.
pub trait OwnTx: Tx {
    /// Makes it durable.
    fn commit(self: Box<Self>) -> Result<(), Error>;
}

/// A place to keep things, shared by threads and processes: one writer, many readers.
pub trait Store: Send + Sync {
    /// For messages: the file, the server.
    fn name(&self) -> String;
    /// Begins to read one moment.
    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error>;
    /// Begins to write; waits for the writer before, at most as long as the store was told.
    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error>;
    /// Copies one moment of the store to a new file while others work on it. `progress` is told
    /// how far it is, and gives `false` to cancel.
    fn copy(
        &self,
        target: &Path,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Box<dyn Copied>, Error> {
        let _ = (target, progress);
        Err(Door::NotBuilt { what: format!("backup of {}", self.name()) }.into())
    }
}

/// A copy that was made and has no name yet. Dropped without [`keep`](Copied::keep), it leaves
/// nothing behind.
pub trait Copied {
    /// The copy as a store that can only be read, to be proven before it is kept.
    fn store(&self) -> Result<Arc<dyn Store>, Error>;
    /// Gives it its name, durably, unless something has it by now.
    fn keep(self: Box<Self>) -> Result<(), Error>;
}

/// How far a backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// So many pages or companies are done.
    pub done: u64,
    /// Of so many.
    pub total: u64,
}

/// What a backup does, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Copies the pages of one moment.
    Copy,
    /// Asks the store's own check of the copy.
    Check,
    /// Proves the books of each company in the copy.
    Verify,
}
