//! Several commands in one transaction, as a host in Rust writes them.

use crate::engine::execute::Origin;
use crate::engine::{Answer, Command, Engine, Query, Readable, Receipt, Request, Session, kept_in};
use crate::error::{Door, Error};
use crate::journal::Head;
use crate::noun::{self, ToAdd, ToChange, ToCreate, View};
use crate::port::store::OwnTx;
use serde_json::json;
use uuid::Uuid;

/// Commands and questions of one actor in one transaction, which nobody else sees before it is
/// committed: what [`Session::batch`] hands to its work.
///
/// Where persons are forgotten, what of them still waits to be deleted is not in the receipts of a
/// batch: its commit deletes it, as far as the file's readers let it. A renderer that checks the
/// picture of a signature is called within the transaction: it may not ask the engine then.
pub struct Batch<'s> {
    session: &'s Session<'s>,
    tx: Box<dyn OwnTx + 's>,
    head: Option<Head>,
    forgets: bool,
    /// How many commands it was asked.
    asked: u64,
}

impl<'s> Batch<'s> {
    pub(in crate::engine) fn run<T>(
        session: &'s Session<'s>,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let tx = session.engine().store.write()?;
        let mut batch = Batch { session, tx, head: None, forgets: false, asked: 0 };
        let done = work(&mut batch)?;
        let Batch { tx, head, forgets, .. } = batch;
        if forgets {
            tx.commit_and_scrub()?;
        } else {
            tx.commit()?;
        }
        session.engine().tell(session.company(), head);
        Ok(done)
    }

    /// Begins a record; its id is the receipt's `target`.
    ///
    /// # Errors
    /// As [`Session::create`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment, equipment::Card};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let equipment = session.batch(|batch| {
    ///     let card = Card { name: "Compressor".into(), ..Default::default() };
    ///     batch.create(equipment::Create { customer, card, ..Default::default() })
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer).unwrap();
    /// ```
    pub fn create<C: ToCreate>(&mut self, command: C) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.execute(&self.session.request(None, None, command.asked().into()))
    }

    /// Begins a record under an id that the host chooses.
    ///
    /// # Errors
    /// As [`Session::create_as`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, vrana: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// session.batch(|batch| {
    ///     let create = technician::Create { name: "Karel Vrána".into(), ..Default::default() };
    ///     batch.create_as(vrana, create)
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), callout_world::id()).unwrap();
    /// ```
    pub fn create_as<C: ToCreate>(&mut self, id: Uuid, command: C) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.execute(&self.session.request(Some(id), None, command.asked().into()))
    }

    /// Changes a record in the version that was seen.
    ///
    /// # Errors
    /// As [`Session::change`].
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, job: Uuid, version: u64) -> Done {
    /// session.batch(|batch| {
    ///     let done = batch.change(job, version, activity::Complete {})?;
    ///     batch.change(job, done.version, activity::Close { reason: None })
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.assigned();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    pub fn change<C: ToChange>(
        &mut self,
        target: Uuid,
        expected: u64,
        command: C,
    ) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.execute(&self.session.request(Some(target), Some(expected), command.asked().into()))
    }

    /// Adds to a record, whatever its version.
    ///
    /// # Errors
    /// As [`Session::add`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, job: Uuid, lines: Vec<Uuid>) -> Done {
    /// session.batch(|batch| {
    ///     for line in lines {
    ///         batch.add(job, report::Approve { line, ..Default::default() })?;
    ///     }
    ///     batch.add(job, report::Release::default())
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.reported();
    /// # ask(w.manager(), job, vec![line]).unwrap();
    /// ```
    pub fn add<C: ToAdd>(&mut self, target: Uuid, command: C) -> Result<Receipt, Error>
    where
        Command: From<C::Command>,
    {
        self.execute(&self.session.request(Some(target), None, command.asked().into()))
    }

    /// Executes a request of the host's own, with its id. The details of a refusal say in `batch`
    /// which command of the batch it is about, by its place among them and its id.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    ///
    /// ```
    /// # use callout_core::engine::{Request, Session};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, waiting: Vec<Request>) -> Done {
    /// session.batch(|batch| {
    ///     waiting.iter().map(|request| batch.execute(request)).collect::<Result<Vec<_>, _>>()
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), Vec::new()).unwrap();
    /// ```
    pub fn execute(&mut self, request: &Request) -> Result<Receipt, Error> {
        let which = json!({"index": self.asked, "command": request.id});
        self.asked += 1;
        self.done(request).map_err(|refusal| refusal.with("batch", which))
    }

    fn done(&mut self, request: &Request) -> Result<Receipt, Error> {
        let engine: &Engine = self.session.engine();
        let tx = self.tx.as_mut();
        let tried = engine.tried(request, |hash| tx.blob(request.company, hash))?;
        tx.mark()?;
        let origin = Origin::Host { expected: request.expected };
        let done = engine.perform(tx, request, origin, tried);
        let performed = kept_in(tx, done)?;
        self.head = performed.head.or(self.head);
        self.forgets |= performed.receipt.forgotten.is_some();
        Ok(performed.receipt)
    }

    /// Asks a question, which sees what the batch has done so far.
    ///
    /// # Errors
    /// As [`Engine::query`].
    ///
    /// ```
    /// # use callout_core::engine::{HeadQuery, Query, Session};
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let head = session.batch(|batch| batch.ask(Query::Head(HeadQuery {})))?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn ask(&mut self, query: Query) -> Result<Answer, Error> {
        let question = self.session.question(query);
        self.session.engine().query_in(self.tx.as_mut(), &question)
    }

    /// One record of a noun, as the batch has left it so far.
    ///
    /// # Errors
    /// As [`Engine::query`].
    ///
    /// ```
    /// # use callout_core::{activity::{Activity, Open}, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, jobs: Vec<Uuid>) -> Result<(), Box<dyn std::error::Error>> {
    /// session.batch(|batch| {
    ///     for job in jobs {
    ///         let seen = batch.get::<Activity>(job)?;
    ///         batch.change(job, seen.version, Open {})?;
    ///     }
    ///     Ok(())
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), vec![w.drafted().0, w.drafted().0]).unwrap();
    /// ```
    pub fn get<N: Readable>(&mut self, id: Uuid) -> Result<View<N::State>, Error> {
        match N::told(self.ask(N::question(noun::Query::Get { id }))?) {
            Some(noun::Answer::One(view)) => Ok(view),
            _ => Err(Door::Panicked { what: "the answer is about another noun".into() }.into()),
        }
    }
}
