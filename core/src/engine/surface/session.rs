//! A Rust host's short way: one company, one actor.

use crate::access::Actor;
use crate::engine::{
    Batch, CalendarRound, Command, Delivered, Engine, File, Query, QueryRequest, Receipt, Received,
    Renewed, Request, SyncCalendarRequest,
};
use crate::error::Error;
use crate::journal::Hash;
use crate::letter::ReadMail;
use crate::noun::{ToAdd, ToChange, ToCreate};
use crate::port::calendar::CalendarServer;
use crate::port::mailer::Mailer;
use crate::rendering;
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
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, novak: Uuid, vrana: Uuid) -> Done {
    /// let manager = engine.session(company, Actor::manager(novak));
    /// let technician = engine.session(company, Actor::technician(vrana));
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine, w.company, w.company, w.vrana).unwrap();
    /// ```
    pub fn session(&self, company: Uuid, actor: Actor) -> Session<'_> {
        Session { engine: self, company, actor }
    }
}

impl Session<'_> {
    /// The company.
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// println!("of the company {}", session.company());
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn company(&self) -> Uuid {
        self.company
    }

    /// The actor.
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let own = session.actor().id;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Begins an aggregate; its id is the receipt's `target`.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let title = "The compressor stops".into();
    /// let begun = session.create(activity::Create { customer, title, ..Default::default() })?;
    /// session.change(begun.target, begun.version, activity::Open {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer).unwrap();
    /// ```
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
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, vrana: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let create = technician::Create { name: "Karel Vrána".into(), ..Default::default() };
    /// session.create_as(vrana, create)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), callout_world::id()).unwrap();
    /// ```
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
    ///
    /// ```
    /// # use callout_core::{activity::{Activity, Complete}, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let seen = session.get::<Activity>(job)?;
    /// match session.change(job, seen.version, Complete {}) {
    ///     Err(late) if late.code() == "RECORD-VERSION-01" => println!("somebody was faster: {late}"),
    ///     done => println!("now in version {}", done?.version),
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.assigned().0).unwrap();
    /// ```
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
    ///
    /// ```
    /// # use callout_core::{activity::AddNote, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let text = "The key is at the porter's".into();
    /// let added = session.add(job, AddNote { text, internal: true })?;
    /// println!("the note has the id {:?}", added.part);
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.opened().0).unwrap();
    /// ```
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
    /// ```
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
    /// # let w = callout_world::world();
    /// # called(w.manager(), w.customer).unwrap();
    /// ```
    pub fn batch<T>(
        &self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        Batch::run(self, work)
    }

    /// Builds anew what is read, where an update of Callout gave it another form; see
    /// [`Engine::renew`].
    ///
    /// # Errors
    /// As [`Engine::renew`].
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// while session.renew(1_000)?.more {}
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn renew(&self, limit: u32) -> Result<Renewed, Error> {
        self.engine.renew(self.company, &self.actor, limit)
    }

    /// Keeps bytes for commands to name.
    ///
    /// # Errors
    /// As [`Engine::put_blob`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment::AddPhoto};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, equipment: Uuid, jpeg: &[u8]) -> Done {
    /// let content = session.put_blob(jpeg)?;
    /// let (name, media_type) = ("plate.jpg".into(), "image/jpeg".into());
    /// session.add(equipment, AddPhoto { content, name, media_type })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.equipment, callout_world::JPEG).unwrap();
    /// ```
    pub fn put_blob(&self, bytes: &[u8]) -> Result<Hash, Error> {
        self.engine.put_blob(self.company, &self.actor, bytes)
    }

    /// Takes in a message that an adapter has read.
    ///
    /// # Errors
    /// As [`Engine::receive`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, letter::ReadMail};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, bytes: &[u8], read: ReadMail) -> Done {
    /// // What was read is what `callout_adapters::mail::eml::read` gave for the bytes.
    /// let received = session.receive(bytes, read)?;
    /// println!("{} is mail {}", received.mail.subject, received.receipt.target);
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (bytes, read) = w.read_mail();
    /// # ask(w.office(), bytes, read).unwrap();
    /// ```
    pub fn receive(&self, bytes: &[u8], read: ReadMail) -> Result<Received, Error> {
        self.engine.receive(self.company, &self.actor, bytes, read)
    }

    /// The file of a document.
    ///
    /// # Errors
    /// As [`Engine::render`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, port::renderer::Format, rendering::Page};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, invoice: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let file = session.render(&Page { document: invoice, version: 1, format: Format::Pdf })?;
    /// std::fs::write(&file.name, session.blob(&file.blob)?)?;
    /// # Ok(()) }
    /// ```
    pub fn render(&self, page: &rendering::Page) -> Result<File, Error> {
        self.engine.render(self.company, &self.actor, page)
    }

    /// Hands queued messages to a mailer.
    ///
    /// # Errors
    /// As [`Engine::deliver`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, port::mailer::Mailer};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, mailer: &dyn Mailer) -> Done {
    /// for delivered in session.deliver(mailer, 100)? {
    ///     println!("{}: {:?}", delivered.subject, delivered.delivery);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.letter();
    /// # ask(w.office(), &callout_world::Taking).unwrap();
    /// ```
    pub fn deliver(&self, mailer: &dyn Mailer, limit: u32) -> Result<Vec<Delivered>, Error> {
        self.engine.deliver(self.company, &self.actor, mailer, limit)
    }

    /// Keeps a technician's calendar on a server: reads what was done there by hand, writes what is
    /// planned.
    ///
    /// # Errors
    /// As [`Engine::sync_calendar`].
    ///
    /// ```
    /// # use callout_core::{engine::Session, port::calendar::CalendarServer};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, vrana: uuid::Uuid, server: &dyn CalendarServer) -> Done {
    /// let round = office.sync_calendar(vrana, "/calendars/vrana/visits/", server, 100)?;
    /// if let Some(why) = round.stopped {
    ///     println!("The next round goes on: {why}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn sync_calendar(
        &self,
        technician: Uuid,
        calendar: &str,
        server: &dyn CalendarServer,
        limit: u32,
    ) -> Result<CalendarRound, Error> {
        let (company, actor, calendar) = (self.company, self.actor.clone(), calendar.to_owned());
        let ask = SyncCalendarRequest { company, actor, technician, calendar, limit };
        self.engine.sync_calendar(&ask, server)
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
