//! A Rust host's short way: one company, one actor.

use crate::access::Actor;
use crate::engine::{
    Answer, Batch, BlobQuery, CalendarEntryQuery, Changes, ChangesQuery, Command, Delivered,
    Engine, File, HeadQuery, KeptPage, KeptQuery, Persons, PersonsQuery, Query, QueryRequest,
    Readable, Receipt, Received, Renewed, Request, Timeline, TimelineQuery, Tree, TreeQuery,
    Verification, VerifyQuery,
};
use crate::error::{Door, Error};
use crate::journal::{Hash, Head};
use crate::letter::ReadMail;
use crate::noun::{self, List, Page, ToAdd, ToChange, ToCreate, View};
use crate::port::mailer::Mailer;
use crate::port::store::Progress;
use crate::rendering;
use crate::visit::calendar_entry::CalendarEntry;
use std::collections::BTreeMap;
use uuid::Uuid;

/// An engine seen by one actor of one company.
#[derive(Clone)]
pub struct Session<'e> {
    engine: &'e Engine,
    company: Uuid,
    actor: Actor,
}

impl Engine {
    /// Seen by one actor of one company; commands get ids of their own.
    pub fn session(&self, company: Uuid, actor: Actor) -> Session<'_> {
        Session { engine: self, company, actor }
    }
}

impl Session<'_> {
    /// The company.
    pub fn company(&self) -> Uuid {
        self.company
    }

    /// The actor.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Begins an aggregate; its id is the receipt's `target`.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    pub fn create<C: ToCreate>(&self, command: C) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.engine.execute(&self.request(None, None, command.asked().into()))
    }

    /// Begins an aggregate under an id that the host chooses: that of a company, or the one under
    /// which a technician acts.
    ///
    /// # Errors
    /// As [`Engine::execute`]; `RECORD-NEW-01` where the id is taken.
    pub fn create_as<C: ToCreate>(&self, id: Uuid, command: C) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.engine.execute(&self.request(Some(id), None, command.asked().into()))
    }

    /// Changes an aggregate whose version the actor saw.
    ///
    /// # Errors
    /// As [`Engine::execute`]; `RECORD-VERSION-01` where somebody was faster.
    pub fn change<C: ToChange>(
        &self,
        target: Uuid,
        expected: u64,
        command: C,
    ) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        let command = command.asked().into();
        self.engine.execute(&self.request(Some(target), Some(expected), command))
    }

    /// Adds to an aggregate, whatever its version; or begins the one with this id.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    pub fn add<C: ToAdd>(&self, target: Uuid, command: C) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.engine.execute(&self.request(Some(target), None, command.asked().into()))
    }

    /// Does several things in one transaction: what `work` does through what it is given is
    /// committed together where it gives `Ok`, and undone where it gives an error. A command that
    /// is refused changes nothing; `work` may go on after it, or give the refusal back.
    ///
    /// # Errors
    /// What `work` gives, and what the store says.
    ///
    /// ```no_run
    /// # fn called(session: callout_core::engine::Session<'_>, customer: uuid::Uuid)
    /// #     -> Result<(), callout_core::error::Error> {
    /// use callout_core::activity;
    /// let job = session.batch(|batch| {
    ///     let title = "The compressor stops".to_owned();
    ///     let job = batch.create(activity::Create { customer, title, ..Default::default() })?;
    ///     batch.change(job.target, job.version, activity::Open {})
    /// })?;
    /// println!("open in version {}", job.version);
    /// # Ok(()) }
    /// ```
    pub fn batch<T>(
        &self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        Batch::run(self, work)
    }

    /// Asks a question.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn ask(&self, query: Query) -> Result<Answer, Error> {
        self.engine.query(&self.question(query))
    }

    /// One of a noun, as it is now.
    ///
    /// # Errors
    /// As [`Engine::query`].
    ///
    /// ```no_run
    /// # fn shown(session: callout_core::engine::Session<'_>, job: uuid::Uuid)
    /// #     -> Result<(), callout_core::error::Error> {
    /// use callout_core::activity::Activity;
    /// let view = session.get::<Activity>(job)?;
    /// println!("{} in version {}", view.state.title.words(), view.version);
    /// # Ok(()) }
    /// ```
    pub fn get<N: Readable>(&self, id: Uuid) -> Result<View<N::State>, Error> {
        match N::told(self.ask(N::question(noun::Query::Get { id }))?) {
            Some(noun::Answer::One(view)) => Ok(view),
            _ => Err(about_another(N::NAME)),
        }
    }

    /// A page of a noun.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn list<N: Readable>(
        &self,
        list: List<N::Filter, N::Order>,
    ) -> Result<Page<N::Row>, Error> {
        match N::told(self.ask(N::question(noun::Query::List(list)))?) {
            Some(noun::Answer::Page(page)) => Ok(page),
            _ => Err(about_another(N::NAME)),
        }
    }

    /// What happened around a customer, machine or activity.
    ///
    /// # Errors
    /// As [`Engine::query`].
    ///
    /// ```no_run
    /// # fn shown(session: callout_core::engine::Session<'_>, job: uuid::Uuid)
    /// #     -> Result<(), callout_core::error::Error> {
    /// use callout_core::engine::TimelineQuery;
    /// let newest = TimelineQuery { descending: true, limit: 20, ..TimelineQuery::of(job) };
    /// println!("{} events", session.timeline(newest)?.events.len());
    /// # Ok(()) }
    /// ```
    pub fn timeline(&self, query: TimelineQuery) -> Result<Timeline, Error> {
        match self.ask(Query::Timeline(query))? {
            Answer::Timeline(timeline) => Ok(timeline),
            _ => Err(about_another("the timeline")),
        }
    }

    /// A customer with his equipment and its activities.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn tree(&self, customer: Uuid) -> Result<Tree, Error> {
        match self.ask(Query::Tree(TreeQuery { customer }))? {
            Answer::Tree(tree) => Ok(*tree),
            _ => Err(about_another("the tree")),
        }
    }

    /// About whom something is kept that holds these words, this address or this number.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn persons(&self, search: &str) -> Result<Persons, Error> {
        let ask = PersonsQuery { search: search.to_owned(), limit: 1_000 };
        match self.ask(Query::Persons(ask))? {
            Answer::Persons(persons) => Ok(persons),
            _ => Err(about_another("persons")),
        }
    }

    /// What the law keeps of persons who were forgotten, and until when.
    ///
    /// # Errors
    /// As [`Engine::query`], `REQUEST-PAGE-02`.
    pub fn kept(&self, ask: KeptQuery) -> Result<KeptPage, Error> {
        match self.ask(Query::Kept(ask))? {
            Answer::Kept(page) => Ok(page),
            _ => Err(about_another("what is kept")),
        }
    }

    /// Builds anew what is read, where an update of Callout gave it another form; see
    /// [`Engine::renew`].
    ///
    /// # Errors
    /// As [`Engine::renew`].
    pub fn renew(&self, limit: u32) -> Result<Renewed, Error> {
        self.engine.renew(self.company, &self.actor, limit)
    }

    /// Keeps bytes for commands to name.
    ///
    /// # Errors
    /// As [`Engine::put_blob`].
    pub fn put_blob(&self, bytes: &[u8]) -> Result<Hash, Error> {
        self.engine.put_blob(self.company, &self.actor, bytes)
    }

    /// Reads bytes back.
    ///
    /// # Errors
    /// As [`Engine::query`]; `BLOB-FIND-01` where there are none that the actor may read.
    pub fn blob(&self, hash: &Hash) -> Result<Vec<u8>, Error> {
        match self.ask(Query::Blob(BlobQuery { hash: *hash }))? {
            Answer::Blob(bytes) => Ok(bytes),
            _ => Err(about_another("bytes")),
        }
    }

    /// Takes in a message that an adapter has read.
    ///
    /// # Errors
    /// As [`Engine::receive`].
    pub fn receive(&self, bytes: &[u8], read: ReadMail) -> Result<Received, Error> {
        self.engine.receive(self.company, &self.actor, bytes, read)
    }

    /// The file of a document.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub fn render(&self, page: &rendering::Page) -> Result<File, Error> {
        self.engine.render(self.company, &self.actor, page)
    }

    /// A visit as an entry for the calendar of the one whose visit it is, or of the technician who
    /// is named; see [`CalendarEntryQuery`].
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn calendar_entry(
        &self,
        visit: Uuid,
        technician: Option<Uuid>,
    ) -> Result<CalendarEntry, Error> {
        match self.ask(Query::CalendarEntry(CalendarEntryQuery { visit, technician }))? {
            Answer::CalendarEntry(entry) => Ok(*entry),
            _ => Err(about_another("a visit")),
        }
    }

    /// Hands queued messages to a mailer.
    ///
    /// # Errors
    /// As [`Engine::deliver`].
    pub fn deliver(&self, mailer: &dyn Mailer, limit: u32) -> Result<Vec<Delivered>, Error> {
        self.engine.deliver(self.company, &self.actor, mailer, limit)
    }

    /// What happened after a sequence number.
    ///
    /// # Errors
    /// As [`Engine::query`]; `REQUEST-PAGE-02` for a limit of 0 or more than 1,000.
    pub fn changes(&self, after: u64, limit: u32) -> Result<Changes, Error> {
        match self.ask(Query::Changes(ChangesQuery { after, limit }))? {
            Answer::Changes(changes) => Ok(changes),
            _ => Err(about_another("changes")),
        }
    }

    /// The company's head, to be kept elsewhere.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn head(&self) -> Result<Head, Error> {
        match self.ask(Query::Head(HeadQuery {}))? {
            Answer::Head(head) => Ok(head),
            _ => Err(about_another("the head")),
        }
    }

    /// Whether what is stored is what happened. `kept` is a head that was kept elsewhere: a journal
    /// that is shorter, or another one, shows. What is wrong stands in the answer and is no error.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn verify(&self, kept: Option<Head>) -> Result<Verification, Error> {
        self.verify_with_progress(VerifyQuery { head: kept, since: None }, &mut |_| true)
    }

    /// The same, or only what came after a head that was kept; told all the while how far it has
    /// come. Where that answers `false`, the answer holds what was found so far.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn verify_with_progress(
        &self,
        query: VerifyQuery,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Verification, Error> {
        let question = self.question(Query::Verify(query));
        match self.engine.query_with_progress(&question, progress)? {
            Answer::Verification(found) => Ok(found),
            _ => Err(about_another("a proof")),
        }
    }

    pub(in crate::engine) fn question(&self, query: Query) -> QueryRequest {
        QueryRequest { company: self.company, actor: self.actor.clone(), query }
    }

    pub(in crate::engine) fn engine(&self) -> &Engine {
        self.engine
    }

    pub(in crate::engine) fn request(
        &self,
        target: Option<Uuid>,
        expected: Option<u64>,
        command: Command,
    ) -> Request {
        Request {
            id: self.engine.ids.id(),
            company: self.company,
            actor: self.actor.clone(),
            target,
            expected,
            external_ids: BTreeMap::new(),
            device: None,
            cause: None,
            command,
        }
    }
}

/// What the engine answers is about what was asked: anything else is a fault of its own.
fn about_another(what: &str) -> Error {
    Door::Panicked { what: format!("the answer is not about {what}") }.into()
}
