//! Where everything is kept. The unit is a transaction, which may be the host's own.

use super::index::{Entry, Found, Select, Table};
pub use super::progress::{Progress, Stage};
use crate::error::{Door, Error};
use crate::journal::{Event, Hash, Head, Slot};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// One stream of events: an aggregate of a company.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stream {
    /// The id of the company whose stream it is.
    pub company: Uuid,
    /// The noun of the aggregate: `activity`.
    pub noun: &'static str,
    /// The id of the aggregate.
    pub id: Uuid,
}

/// The stored state of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// How many events it is folded from.
    pub version: u64,
    /// The number of the fold that made it; a state of another one is rebuilt from the journal.
    pub fold: u32,
    /// The number of the form that its index rows have; those of another one are written anew.
    pub rows: u32,
    /// Where its last event stands in the company's journal.
    pub sequence: u64,
    /// The state with what the host hangs on it, as JSON.
    pub body: Vec<u8>,
    /// Hash of its last event, which the next one carries.
    pub last: Hash,
}

/// What is kept of a command that was executed, so that the same command gives its first receipt
/// again. The receipt itself is read from the command's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The fingerprint of the request; nothing where it went with a person that the request told
    /// of.
    pub print: Option<Print>,
    /// The id of the aggregate that it was for.
    pub target: Uuid,
    /// The version of the aggregate afterwards.
    pub version: u64,
    /// How many events the command caused.
    pub events: u32,
}

/// A salted fingerprint of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// The number of the form of request that was hashed; one of another form is not compared.
    pub form: u8,
    /// Sixteen bytes that nobody can guess, so that nobody guesses a person in the request.
    pub salt: [u8; 16],
    /// The hash of salt and request.
    pub hash: Hash,
}

/// Where a value about a person stands: in which event, and which of its values it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// The noun of the stream that has the event.
    pub noun: String,
    /// The id of the aggregate whose stream that is.
    pub stream: Uuid,
    /// The version of the event in its stream.
    pub version: u64,
    /// Which of the event's values it is, from 0.
    pub n: u32,
}

/// An id that a record has in an outside system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct External {
    /// The noun of the record: `activity`.
    pub noun: String,
    /// The name of the outside system: `sap`.
    pub system: String,
    /// The id that the record has there.
    pub value: String,
    /// The id of the record in Callout.
    pub id: Uuid,
}

/// A transaction, seen by who proves what is stored: each table page by page in the order of its
/// keys, so that what belongs to nothing is found too.
pub trait Inspect {
    /// What is wrong with the store's own structure: a table that lacks an index, a foreign
    /// trigger, a row that an index does not know. In words, for people.
    fn flaws(&mut self) -> Result<Vec<String>, Error>;
    /// The streams of one noun that have events, after an id.
    fn begun(
        &mut self,
        company: Uuid,
        noun: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error>;
    /// The nouns of a company that have events, states or values about persons.
    fn nouns(&mut self, company: Uuid) -> Result<Vec<String>, Error>;
    /// What is kept of commands, after an id.
    fn answers(
        &mut self,
        company: Uuid,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<(Uuid, Answered)>, Error>;
    /// Who owns rows of a table, after an id.
    fn owners(
        &mut self,
        company: Uuid,
        table: &'static Table,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error>;
    /// Streams of a noun that have values about persons, after an id.
    fn quoting(
        &mut self,
        company: Uuid,
        noun: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error>;
    /// Outside ids, after one.
    fn externals(
        &mut self,
        company: Uuid,
        after: Option<&External>,
        limit: u32,
    ) -> Result<Vec<External>, Error>;
    /// What stands in timelines, after a context and sequence number.
    fn contexts(
        &mut self,
        company: Uuid,
        after: Option<(Uuid, u64)>,
        limit: u32,
    ) -> Result<Vec<(Uuid, u64)>, Error>;
    /// Which streams name which bytes, after one of them: hash, noun, stream.
    fn all_uses(
        &mut self,
        company: Uuid,
        after: Option<&(Hash, String, Uuid)>,
        limit: u32,
    ) -> Result<Vec<(Hash, String, Uuid)>, Error>;
    /// Values about persons with the streams that quote them, after one.
    fn values(
        &mut self,
        company: Uuid,
        after: Option<&Quote>,
        limit: u32,
    ) -> Result<Vec<(Quote, Slot)>, Error>;
    /// The hashes under which bytes are kept, after one.
    fn blobs(&mut self, company: Uuid, after: Option<Hash>, limit: u32)
    -> Result<Vec<Hash>, Error>;
}

/// Which part of a timeline is read.
#[derive(Clone, Copy, Debug)]
pub struct TimelinePage<'a> {
    /// The id of the company whose timeline it is.
    pub company: Uuid,
    /// The id of the customer, equipment or activity whose timeline it is.
    pub context: Uuid,
    /// The sequence number after which it begins, in the order in which it is read; 0 for the
    /// beginning.
    pub after: u64,
    /// Whether the newest events come first.
    pub descending: bool,
    /// Events of records of these nouns; of all where it is empty.
    pub nouns: &'a [String],
    /// How many events come at most.
    pub limit: u32,
}

/// Keys of a connector with what is remembered under them.
pub type Remembered = Vec<(String, Vec<u8>)>;

/// A place in the memory of a connector to the outside: a mailbox, a calendar on a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor<'c> {
    /// The id of the company.
    pub company: Uuid,
    /// Which connector, by a name that it gives itself.
    pub connector: &'c str,
    /// Under which of its keys.
    pub key: &'c str,
}

/// A reading or writing transaction. All reads see one moment.
pub trait Tx: Inspect {
    /// How long a company's journal is, and the hash of its chain.
    fn head(&mut self, company: Uuid) -> Result<Head, Error>;
    /// Appends an event and moves the company's head to `head`.
    fn append(&mut self, event: &Event, head: &Head) -> Result<(), Error>;
    /// The events of a stream after a version, oldest first.
    fn stream(&mut self, stream: &Stream, after: u64, limit: u32) -> Result<Vec<Event>, Error>;
    /// The events of a company after a sequence number, in commit order.
    fn feed(&mut self, company: Uuid, after: u64, limit: u32) -> Result<Vec<Event>, Error>;
    /// The events that one command caused, in commit order.
    fn caused(&mut self, company: Uuid, command: Uuid) -> Result<Vec<Event>, Error>;

    /// A stream's state.
    fn state(&mut self, stream: &Stream) -> Result<Option<Stored>, Error>;
    /// Stores a stream's state, in place of the one before.
    fn put_state(&mut self, stream: &Stream, stored: &Stored) -> Result<(), Error>;
    /// Shows the version of each of these streams of one noun; one that was never written is passed
    /// over.
    fn versions(
        &mut self,
        company: Uuid,
        noun: &'static str,
        ids: &[Uuid],
        see: &mut dyn FnMut(Uuid, u64),
    ) -> Result<(), Error>;
    /// The streams of one noun after an id, in order of ids: for `verify` and rebuilding.
    fn streams(
        &mut self,
        company: Uuid,
        noun: &'static str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error>;
    /// The streams of one noun whose state is of another fold, or whose rows are of another form.
    fn stale(
        &mut self,
        company: Uuid,
        noun: &'static str,
        form: (u32, u32),
        limit: u32,
    ) -> Result<Vec<Uuid>, Error>;
    /// The companies that are kept here.
    fn companies(&mut self) -> Result<Vec<Uuid>, Error>;

    /// What is kept of a command that was executed.
    fn answered(&mut self, company: Uuid, command: Uuid) -> Result<Option<Answered>, Error>;
    /// Keeps what is said of a command that was executed, in place of what was kept.
    fn put_answered(
        &mut self,
        company: Uuid,
        command: Uuid,
        answered: &Answered,
    ) -> Result<(), Error>;
    /// Ends what is kept of a command.
    fn drop_answered(&mut self, company: Uuid, command: Uuid) -> Result<(), Error>;
    /// Takes the fingerprints away from all commands that caused no event.
    fn unprint_idle(&mut self, company: Uuid) -> Result<(), Error>;
    /// What a company keeps to itself: zeros before it is created. Some ids follow from it, and it
    /// stands in no journal.
    fn secret(&mut self, company: Uuid) -> Result<Hash, Error>;
    /// Keeps a company's secret, once its first event is there.
    fn put_secret(&mut self, company: Uuid, secret: &Hash) -> Result<(), Error>;
    /// Up to which event the receipts of a company have ended.
    fn ended(&mut self, company: Uuid) -> Result<u64, Error>;
    /// Says up to which event the receipts of a company have ended.
    fn put_ended(&mut self, company: Uuid, sequence: u64) -> Result<(), Error>;

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
    /// Shows the first row that each of these aggregates has in a table, as JSON; who has none is
    /// passed over.
    fn first_rows(
        &mut self,
        company: Uuid,
        table: &'static Table,
        owners: &[Uuid],
        see: &mut dyn FnMut(Uuid, &[u8]),
    ) -> Result<(), Error>;
    /// Answers a question to one table of index rows.
    fn select(&mut self, select: &Select) -> Result<Vec<Found>, Error>;
    /// How many rows meet a question's conditions, counted to its limit; its page does not matter.
    fn count(&mut self, select: &Select) -> Result<u32, Error>;

    /// What a connector to the outside remembers, under all its keys in their order.
    fn remembered(&mut self, company: Uuid, connector: &str) -> Result<Remembered, Error>;
    /// Has a connector remember something in place of what was there; nothing takes it away. No
    /// journal tells it: it is what the outside said last, and can be asked there again.
    fn remember(&mut self, cursor: &Cursor<'_>, value: Option<&[u8]>) -> Result<(), Error>;

    /// Keeps a value about a person.
    fn put_slot(&mut self, stream: &Stream, slot: &Slot) -> Result<(), Error>;
    /// The values about persons that are still there, of a stream's events from one version to
    /// another, both included.
    fn slots(&mut self, stream: &Stream, from: u64, to: u64) -> Result<Vec<Slot>, Error>;
    /// From here on, what is deleted is overwritten.
    fn wipe(&mut self) -> Result<(), Error>;
    /// Which values about one person are there, in order.
    fn quotes(&mut self, company: Uuid, person: Uuid) -> Result<Vec<Quote>, Error>;
    /// Deletes the values about one person that a stream's events quote; how many they were.
    fn erase(&mut self, stream: &Stream, person: Uuid) -> Result<u32, Error>;

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
    /// Unlinks the id that a record has in an outside system.
    fn drop_external(&mut self, stream: &Stream, system: &str) -> Result<(), Error>;
    /// Unlinks all outside ids that a record has.
    fn drop_externals(&mut self, stream: &Stream) -> Result<(), Error>;

    /// Puts an event into the timeline of a customer, equipment or activity.
    fn put_context(&mut self, context: Uuid, stream: &Stream, sequence: u64) -> Result<(), Error>;
    /// Whether an event stands in a timeline.
    fn in_context(&mut self, company: Uuid, context: Uuid, sequence: u64) -> Result<bool, Error>;
    /// Takes a stream's events out of a timeline, as when a mail is filed elsewhere.
    fn drop_context(&mut self, context: Uuid, stream: &Stream) -> Result<(), Error>;
    /// A page of a timeline.
    fn timeline(&mut self, page: &TimelinePage<'_>) -> Result<Vec<Event>, Error>;

    /// Keeps bytes under their hash; twice is once.
    fn put_blob(&mut self, company: Uuid, hash: &Hash, bytes: &[u8]) -> Result<(), Error>;
    /// Says that a stream names bytes.
    fn put_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error>;
    /// Says that a stream does not name bytes any more.
    fn drop_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error>;
    /// The bytes that a stream names, in order.
    fn used(&mut self, stream: &Stream) -> Result<Vec<Hash>, Error>;
    /// Which streams name bytes, in order.
    fn uses(&mut self, company: Uuid, hash: &Hash) -> Result<Vec<(String, Uuid)>, Error>;
    /// How many bytes there are under a hash.
    fn blob_size(&mut self, company: Uuid, hash: &Hash) -> Result<Option<u64>, Error>;
    /// Reads the bytes under a hash back; nothing where there are none.
    fn blob(&mut self, company: Uuid, hash: &Hash) -> Result<Option<Vec<u8>>, Error>;
    /// Deletes the bytes under a hash for good, where a forgotten person is in them.
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
    /// Makes what was written durable.
    fn commit(self: Box<Self>) -> Result<(), Error>;
    /// Makes what was written durable, and lets the bytes that were deleted leave the file and what
    /// waits beside it. It says in words who or what stands in the way of that; nothing where they
    /// have left.
    fn commit_and_scrub(self: Box<Self>) -> Result<Option<String>, Error> {
        self.commit().map(|()| None)
    }
}

/// A place to keep things, shared by threads and processes: one writer, many readers.
pub trait Store: Send + Sync {
    /// The name of the store for messages: the file, or the server.
    fn name(&self) -> String;
    /// Begins a transaction that reads one moment.
    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error>;
    /// Begins a transaction that writes; it waits for the writer before, at most as long as the
    /// store was told.
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
    /// Gives the copy its name, durably, unless something has that name by now (`STORE-BACKUP-01`).
    fn keep(self: Box<Self>) -> Result<(), Error>;
}
