//! The engine: one way in for commands, one for questions.
//!
//! A command reads its facts inside the write transaction, so that two managers at the same
//! moment cannot book one technician twice (E39). Nothing is replayed on the way to a decision:
//! the stored state is read, the events are appended, the new state and the index rows written,
//! all in one transaction.

mod command;
mod edge;
mod nouns;
mod query;
mod state;
mod surface;
mod verify;

// A file is named without its floor.
use command::{batch, bounds, desk, erasing, execute, facts, outside, receipt, request, texts};
use edge::{after_commit, blobs, calendars, intake, outbox, papers, ports};
use query::{
    answer, availability, board, bytes, calendar, changes, clashes, cursor, forecast, kept, names,
    persons, question, slots, telling, timeline, tree,
};
use state::{identity, own, renew, replay, rows, shared, standing};
#[cfg(feature = "schema")]
use surface::schema;
use surface::{questions, room, session, together, tools, wire};

pub use crate::nouns::{Command, RecordCommand, RecordEvent};
use crate::nouns::{Happened, record};
pub use availability::{Availability, AvailabilityQuery, BusyTime, TechnicianTimes};
pub use batch::{
    BatchCommand, BatchMode, BatchOutcome, BatchReceipt, BatchRequest, MAX_BATCH, Refused,
};
pub use blobs::MAX_BLOB_BYTES;
pub use board::{Board, BoardClash, BoardCounts, BoardQuery};
pub use bounds::{MAX_LONG_RECORD, MAX_REACTIONS, MAX_RECORD, ROOM_TO_END};
pub use bytes::BlobQuery;
pub use calendar::{CalendarEntryQuery, CalendarFeedQuery};
pub use calendars::{CalendarRound, RefusedEntry, SyncCalendarRequest};
pub use changes::{Change, Changes, ChangesQuery, HeadQuery};
pub use clashes::{Clashes, ClashesQuery, Clashing};
pub use erasing::Forgotten;
pub use forecast::{DayFate, Forecast, ForecastDay, ForecastQuery, OtherRule};
pub use intake::Received;
pub use kept::{KeptPage, KeptQuery};
pub use nouns::{Answer, FindRecord, FoundRecord, Query, Readable, tables};
#[cfg(feature = "schema")]
pub use nouns::{SCHEMAS, contracts};
pub use outbox::{DeliverRequest, Delivered, Deliveries};
pub use papers::{AskedPage, File, RenderRequest};
pub use persons::{PersonFound, PersonPlace, Persons, PersonsQuery};
pub use question::{Caller, QueryRequest};
pub use renew::{RenewRequest, Renewed};
pub use request::{Receipt, Recorded, Request};
pub use room::{MAIL_COPIES, room_for};
#[cfg(feature = "schema")]
pub use schema::{Contract, SchemaMaker, Schemas, schemas_json};
pub use session::Session;
pub use slots::{LeftOutTechnician, ProposedSlot, ProposedSlots, ProposedVisit, SlotsQuery};
pub use timeline::{Timeline, TimelineQuery};
pub use together::Batch;
pub use tools::{TOOLS, tool};
pub use tree::{Branch, Tree, TreeQuery};
pub use verify::{Problem, Verification, VerifyQuery};
pub use wire::{Asked, MAX_BYTES, read, read_asked, write};

use crate::error::{Error, Status};
use crate::port::clock::Clock;
use crate::port::ids::Ids;
use crate::port::store::{Progress, Store, Tx};
use execute::{Origin, Performed};
use std::sync::Arc;

/// Callout itself: `Send + Sync`, one for all threads of a host.
pub struct Engine {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    ports: ports::Ports,
}

/// What a host whose transaction it is has to do itself.
const IN_THE_HOSTS_LOG: &str = "the transaction is the host's: after its commit the deleted bytes \
    are in its write-ahead log until that is checkpointed (PRAGMA wal_checkpoint(TRUNCATE)), and \
    parts may stay in gaps of the file's pages until VACUUM does away with them";

impl Engine {
    /// On a store, with the host's clock and source of ids.
    ///
    /// ```
    /// # use callout_core::{engine::Engine, port::{clock::Clock, ids::Ids, store::Store}};
    /// # use std::sync::Arc;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(store: Arc<dyn Store>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Done {
    /// // Of `callout_adapters`: a `SqliteStore`, the `SystemClock` and the `SystemIds`.
    /// let engine = Engine::new(store, clock, ids);
    /// # Ok(()) }
    /// ```
    pub fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Engine {
        Engine { store, clock, ids, ports: ports::Ports::default() }
    }

    /// Executes a command: all of it, durably, or nothing.
    ///
    /// # Errors
    /// Every refusal has a code; see the registry. The same command again gives the first
    /// receipt again (R12).
    ///
    /// ```
    /// # use callout_core::{engine::Engine, engine::read};
    /// # fn ask(engine: &Engine, json: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = read(json)?;
    /// match engine.execute(&request) {
    ///     Ok(receipt) => println!("{} is in version {}", receipt.target, receipt.version),
    ///     Err(refusal) => println!("{}: {refusal}", refusal.code()),
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # w.named();
    /// # ask(&w.engine, callout_world::OPEN).unwrap();
    /// ```
    pub fn execute(&self, request: &Request) -> Result<Receipt, Error> {
        let tried = self.tried(request, |hash| self.store.read()?.blob(request.company, hash))?;
        let mut tx = self.store.write()?;
        let origin = Origin::Host { expected: request.expected };
        let Performed { mut receipt, head } = self.perform(tx.as_mut(), request, origin, tried)?;
        match &mut receipt.forgotten {
            Some(forgotten) => forgotten.waiting = tx.commit_and_scrub()?,
            None => tx.commit()?,
        }
        self.tell(request.company, head);
        Ok(receipt)
    }

    /// The same inside a transaction of the host, which commits or rolls back itself. A refused
    /// command leaves the transaction as it was. Blobs, mails and questions have
    /// [`put_blob_in`](Self::put_blob_in), [`receive_in`](Self::receive_in) and
    /// [`query_in`](Self::query_in). What is registered with
    /// [`after_commit`](Self::after_commit) is not told: after its commit the host asks
    /// [`Query::Head`].
    ///
    /// # Errors
    /// As [`execute`](Self::execute).
    ///
    /// ```
    /// # use callout_core::{engine::{Engine, Request}, port::store::Tx};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, tx: &mut dyn Tx, request: &Request) -> Done {
    /// let receipt = engine.execute_in(tx, request)?;
    /// // The host writes its own tables in `tx`, and commits.
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # w.named(); let open = callout_core::engine::read(callout_world::OPEN).unwrap();
    /// # use callout_core::port::store::Store; let mut tx = w.store.write().unwrap();
    /// # ask(&w.engine, tx.as_mut(), &open).unwrap();
    /// ```
    pub fn execute_in(&self, tx: &mut dyn Tx, request: &Request) -> Result<Receipt, Error> {
        let tried = self.tried(request, |hash| tx.blob(request.company, hash))?;
        tx.mark()?;
        let origin = Origin::Host { expected: request.expected };
        let done = self.perform(tx, request, origin, tried);
        let Performed { mut receipt, .. } = kept_in(tx, done)?;
        if let Some(forgotten) = &mut receipt.forgotten {
            forgotten.waiting = Some(IN_THE_HOSTS_LOG.to_owned());
        }
        Ok(receipt)
    }

    /// Answers a question from one moment.
    ///
    /// # Errors
    /// `ACCESS-ROLE-01` where the role may not ask, `RECORD-FIND-01` where there is nothing.
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::{Engine, Query, QueryRequest, TreeQuery}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, actor: Actor, customer: Uuid) -> Done {
    /// let query = Query::Tree(TreeQuery { customer });
    /// let answer = engine.query(&QueryRequest { company, actor, query })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine, w.company, w.manager().actor().clone(), w.customer).unwrap();
    /// ```
    pub fn query(&self, question: &QueryRequest) -> Result<Answer, Error> {
        self.query_with_progress(question, &mut |_| true)
    }

    /// The same, told all the while how far it is. What takes long, as a proof does, ends where
    /// `progress` gives `false`; its answer says so. Other questions are too short to tell.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::{Engine, Query, QueryRequest, VerifyQuery}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, actor: Actor) -> Done {
    /// let query = Query::Verify(VerifyQuery::default());
    /// let proof = QueryRequest { company, actor, query };
    /// let begun = std::time::Instant::now();
    /// // A minute at most.
    /// let found = engine.query_with_progress(&proof, &mut |_| begun.elapsed().as_secs() < 60)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine, w.company, w.manager().actor().clone()).unwrap();
    /// ```
    pub fn query_with_progress(
        &self,
        question: &QueryRequest,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Answer, Error> {
        question.fits()?;
        let mut tx = self.store.read()?;
        answer::answer(tx.as_mut(), self.clock.now()?, question, progress)
    }

    /// The same inside a transaction of the host.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    ///
    /// ```
    /// # use callout_core::{engine::{Engine, QueryRequest}, port::store::Tx};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, tx: &mut dyn Tx, question: &QueryRequest) -> Done {
    /// let answer = engine.query_in(tx, question)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # use callout_core::engine::{HeadQuery, Query};
    /// # let (company, actor) = (w.company, w.manager().actor().clone());
    /// # let head = QueryRequest { company, actor, query: Query::Head(HeadQuery {}) };
    /// # use callout_core::port::store::Store; let mut tx = w.store.write().unwrap();
    /// # ask(&w.engine, tx.as_mut(), &head).unwrap();
    /// ```
    pub fn query_in(&self, tx: &mut dyn Tx, question: &QueryRequest) -> Result<Answer, Error> {
        question.fits()?;
        answer::answer(tx, self.clock.now()?, question, &mut |_| true)
    }
}

/// Keeps what was done in the host's transaction since its mark, or undoes it.
fn kept_in<T>(tx: &mut dyn Tx, done: Result<T, Error>) -> Result<T, Error> {
    let error = match done {
        Ok(done) => return tx.keep().map(|()| done),
        Err(error) => error,
    };
    // Where the store failed, it may have undone everything by itself: what it said first is what
    // the host must hear.
    match tx.undo() {
        Err(fault) if !matches!(error.status(), Status::Unavailable | Status::Data) => Err(fault),
        _ => Err(error),
    }
}
