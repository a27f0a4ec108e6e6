//! A Rust host's short way: one company, one actor.

use super::{
    Answer, Changes, Command, Delivered, Engine, File, Query, Question, Receipt, Received, Report,
    Request,
};
use crate::access::Actor;
use crate::correspondence::ReadMail;
use crate::error::Error;
use crate::journal::{Hash, Head};
use crate::port::mailer::Mailer;
use crate::rendering::Page;
use crate::visit::calendar_entry::CalendarEntry;
use std::collections::BTreeMap;
use uuid::Uuid;

/// An engine seen by one actor of one company.
#[derive(Clone)]
pub struct Acting<'e> {
    engine: &'e Engine,
    company: Uuid,
    actor: Actor,
}

impl Engine {
    /// Seen by one actor of one company; commands get ids of their own.
    pub fn acting(&self, company: Uuid, actor: Actor) -> Acting<'_> {
        Acting { engine: self, company, actor }
    }
}

impl Acting<'_> {
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
    pub fn create(&self, command: impl Into<Command>) -> Result<Receipt, Error> {
        self.engine.execute(&self.request(None, None, command.into()))
    }

    /// Changes an aggregate whose version the actor saw.
    ///
    /// # Errors
    /// As [`Engine::execute`]; `RECORD-VERSION-01` where somebody was faster.
    pub fn change(
        &self,
        target: Uuid,
        expected: u64,
        command: impl Into<Command>,
    ) -> Result<Receipt, Error> {
        self.engine.execute(&self.request(Some(target), Some(expected), command.into()))
    }

    /// Adds to an aggregate, whatever its version; or begins the one with this id.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    pub fn add(&self, target: Uuid, command: impl Into<Command>) -> Result<Receipt, Error> {
        self.engine.execute(&self.request(Some(target), None, command.into()))
    }

    /// Asks a question.
    ///
    /// # Errors
    /// As [`Engine::query`].
    pub fn ask(&self, query: Query) -> Result<Answer, Error> {
        let (company, actor) = (self.company, self.actor.clone());
        self.engine.query(&Question { company, actor, query })
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
    /// As [`Engine::blob`].
    pub fn blob(&self, hash: &Hash) -> Result<Vec<u8>, Error> {
        self.engine.blob(self.company, &self.actor, hash)
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
    pub fn render(&self, page: &Page) -> Result<File, Error> {
        self.engine.render(self.company, &self.actor, page)
    }

    /// A visit as a calendar entry.
    ///
    /// # Errors
    /// As [`Engine::calendar_entry`].
    pub fn calendar_entry(&self, visit: Uuid) -> Result<CalendarEntry, Error> {
        self.engine.calendar_entry(self.company, &self.actor, visit)
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
    /// As [`Engine::changes`].
    pub fn changes(&self, after: u64, limit: u32) -> Result<Changes, Error> {
        self.engine.changes(self.company, &self.actor, after, limit)
    }

    /// The company's head, to be kept elsewhere.
    ///
    /// # Errors
    /// As [`Engine::head`].
    pub fn head(&self) -> Result<Head, Error> {
        self.engine.head(self.company, &self.actor)
    }

    /// Whether what is stored is what happened.
    ///
    /// # Errors
    /// As [`Engine::verify`].
    pub fn verify(&self, kept: Option<Head>) -> Result<Report, Error> {
        self.engine.verify(self.company, &self.actor, kept)
    }

    fn request(&self, target: Option<Uuid>, expected: Option<u64>, command: Command) -> Request {
        Request {
            id: self.engine.ids.id(),
            company: self.company,
            actor: self.actor.clone(),
            target,
            expected,
            external_ids: BTreeMap::new(),
            command,
        }
    }
}
