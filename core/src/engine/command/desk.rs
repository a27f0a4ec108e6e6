//! Where a decision's facts are gathered: reading only, inside the command's transaction.

use crate::access::Reach;
use crate::company;
use crate::document::Document;
use crate::engine::ports::Tried;
use crate::engine::replay;
use crate::engine::{identity, own};
use crate::error::{Door, Error};
use crate::journal::Hash;
use crate::noun::{Given, Holder, Noun, Seen};
use crate::port::index::{Cond, Found, Order, Select, Table};
use crate::port::renderer::Format;
use crate::port::store::{Stream, Tx};
use crate::rendering::Page;
use crate::series::{self, Number};
use chrono::Datelike;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A noun whose facts the engine knows how to gather.
pub(in crate::engine) trait Fetch: Noun {
    /// Reads just what the decision needs.
    fn fetch(
        desk: &mut Desk<'_>,
        state: &Self::State,
        command: &Self::Command,
    ) -> Result<Self::Facts, Error>;

    /// The page of a document that these bytes of it show, or are the evidence of: read by who may
    /// read that.
    fn page(_id: Uuid, _state: &Self::State, _bytes: &Hash) -> Option<Page> {
        None
    }

    /// What is on paper once the state is this, and in which formats it will be painted; nothing
    /// where there is no paper, or none yet.
    fn paper(_: &Self::State) -> Option<(Document, Vec<Format>)> {
        None
    }
}

/// The transaction, seen by who gathers facts.
pub(in crate::engine) struct Desk<'a> {
    pub(in crate::engine) tried: Tried,
    pub(in crate::engine) tx: &'a mut dyn Tx,
    pub(in crate::engine) tenant: Uuid,
    pub(in crate::engine) company: &'a company::State,
    pub(in crate::engine) given: Given,
    /// How far the actor's right to this command reaches.
    pub(in crate::engine) reach: Reach,
    /// In which role the actor asks.
    pub(in crate::engine) role: &'a str,
}

impl Desk<'_> {
    /// Now, who, which.
    pub(in crate::engine) fn given(&self) -> Given {
        self.given.clone()
    }

    /// Refuses an activity that is not the actor's own, or not there, where his right to a verb
    /// reaches no further.
    pub(in crate::engine) fn own_activity(&mut self, id: Uuid, verb: &str) -> Result<(), Error> {
        let actor = self.given.actor;
        match self.company.reach(self.role, verb) {
            Reach::All => Ok(()),
            Reach::Own if own::is_on(self.tx, self.tenant, id, actor)? => Ok(()),
            Reach::Own => Err(self.not_own(verb)),
            Reach::No => Err(self.forbidden(verb)),
        }
    }

    /// The state of an aggregate that the command names. Who may ask the command of his own only
    /// names what he may read: of what is hidden from him he is told as much as of what is not
    /// there.
    pub(in crate::engine) fn named<N: Noun>(
        &mut self,
        id: Uuid,
    ) -> Result<Option<N::State>, Error> {
        let state = self.state::<N>(id)?;
        if self.reach == Reach::All {
            return Ok(state);
        }
        let (verb, actor) = (format!("{}.read", N::NAME), self.given.actor);
        let reach = self.company.reach(self.role, &verb);
        let own =
            |desk: &mut Self| own::is_own::<N>(desk.tx, desk.tenant, id, state.as_ref(), actor);
        match reach {
            Reach::All => Ok(state),
            Reach::Own if own(self)? => Ok(state),
            Reach::Own => Err(self.not_own(&verb)),
            Reach::No => Err(self.forbidden(&verb)),
        }
    }

    /// Whether the actor may read an aggregate that a refusal would name.
    pub(in crate::engine) fn sees<N: Noun>(&mut self, id: Uuid) -> Result<bool, Error> {
        let reach = self.company.reach(self.role, &format!("{}.read", N::NAME));
        if reach != Reach::Own {
            return Ok(reach == Reach::All);
        }
        let (state, actor) = (self.state::<N>(id)?, self.given.actor);
        own::is_own::<N>(self.tx, self.tenant, id, state.as_ref(), actor)
    }

    /// Another aggregate as a refusal may tell of it.
    pub(in crate::engine) fn holder<N: Noun>(&mut self, id: Uuid) -> Result<Holder, Error> {
        Ok(if self.sees::<N>(id)? { Holder::Known(id) } else { Holder::Hidden })
    }

    fn forbidden(&self, verb: &str) -> Error {
        Door::Forbidden { role: self.role.to_owned(), verb: verb.to_owned() }.into()
    }

    /// What who sees only his own is told of what is somebody else's, and of what is not there.
    pub(in crate::engine) fn not_own(&self, verb: &str) -> Error {
        Door::NotOwn { role: self.role.to_owned(), verb: verb.to_owned() }.into()
    }

    /// Another aggregate's state.
    pub(in crate::engine) fn state<N: Noun>(
        &mut self,
        id: Uuid,
    ) -> Result<Option<N::State>, Error> {
        let stream = Stream { company: self.tenant, noun: N::NAME, id };
        Ok(replay::load::<N>(self.tx, &stream)?.map(|loaded| loaded.record.state))
    }

    /// What others did to the command's aggregate since the actor saw it: all that they did, where
    /// he does not say.
    pub(in crate::engine) fn by_others_since<N: Noun>(&mut self) -> Result<Vec<N::Event>, Error> {
        let seen = match self.given.seen {
            Seen::Newest => return Ok(Vec::new()),
            Seen::Older(seen) => seen,
            Seen::Unsaid => 0,
        };
        let stream = Stream { company: self.tenant, noun: N::NAME, id: self.given.id };
        replay::since::<N>(self.tx, &stream, seen, self.given.actor)
    }

    /// Refuses an id under which nobody can be kept, since a record has it that is no human.
    pub(in crate::engine) fn human(&mut self, person: Uuid) -> Result<(), Error> {
        identity::human(self.tx, self.tenant, person)
    }

    /// The next number of a series in the company's local year (E85).
    pub(in crate::engine) fn next_number(&mut self, name: &str) -> Result<Number, Error> {
        let year = self.company.settings.zone.wall(self.given.now).year();
        let last = self.state::<series::Series>(series::id(self.tenant, name, year))?;
        let value = last.map_or(0, |series| series.last) + 1;
        Ok(series::number(name, year, value))
    }

    /// The first rows of a table that meet all conditions.
    pub(in crate::engine) fn rows(
        &mut self,
        table: &'static Table,
        conds: Vec<Cond>,
        column: &'static str,
        limit: u32,
    ) -> Result<Vec<Found>, Error> {
        let order = Order { column, descending: false };
        let company = self.tenant;
        self.tx.select(&Select { table, company, conds, order, after: None, limit })
    }

    /// The last row of a table that meets all conditions.
    pub(in crate::engine) fn newest(
        &mut self,
        table: &'static Table,
        conds: Vec<Cond>,
        column: &'static str,
    ) -> Result<Option<Found>, Error> {
        let order = Order { column, descending: true };
        let company = self.tenant;
        let select = Select { table, company, conds, order, after: None, limit: 1 };
        Ok(self.tx.select(&select)?.pop())
    }

    /// What a row shows.
    pub(in crate::engine) fn row<R: DeserializeOwned>(&self, found: &Found) -> Result<R, Error> {
        serde_json::from_slice(&found.row).map_err(|reason| {
            let (noun, id) = ("index row".to_owned(), found.place.owner.to_string());
            Door::BrokenRecord { noun, id, reason: reason.to_string() }.into()
        })
    }
}
