//! A Rust host's short way: one company, one actor.

use super::{Answer, Command, Engine, Query, Question, Receipt, Request};
use crate::access::Actor;
use crate::error::Error;
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
