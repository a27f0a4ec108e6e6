//! A technician's calendar on a server: what is planned is written into it, and what is done there
//! by hand is learned (S25). The host calls, Callout starts no thread.

mod busy;
mod inward;
mod known;
mod outward;

use crate::access::Actor;
use crate::calendar::ServerFault;
use crate::engine::answer::{self, Asking, within_page};
use crate::engine::execute::Origin;
use crate::engine::ports::Tried;
use crate::engine::{
    CalendarEntryQuery, CalendarFeedQuery, Command, Engine, Query, QueryRequest, changes, replay,
};
use crate::error::Error;
use crate::journal::{Hash, Head};
use crate::noun::Noun;
use crate::port::calendar::CalendarServer;
use crate::port::store::{Stream, Tx};
use crate::schedule::{Instant, Period};
use crate::technician::Technician;
use crate::visit::Visit;
use crate::visit::calendar_entry::{CalendarEntry, CalendarFiles};
use known::{Known, Sent};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, PoisonError};
use uuid::Uuid;

/// Visits that are over for so long are left to the calendar.
const BEHIND_DAYS: i64 = 1;

/// Visits are written so far ahead.
const AHEAD_DAYS: i64 = 400;

/// Which calendar is to be synchronised?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyncCalendarRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// The id of the technician whose calendar it is; `RECORD-FIND-01` where there is none such.
    pub technician: Uuid,
    /// The calendar as the server names it: with CalDAV a path such as `/calendars/kolar/visits/`.
    /// What was remembered of another one is forgotten; what was written there stays.
    pub calendar: String,
    /// How many entries are written or taken away at most, 1 to 1,000 (`REQUEST-PAGE-02`
    /// otherwise); 100 where it is missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

/// A visit whose entry the server did not take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RefusedEntry {
    /// The id of the visit.
    pub visit: Uuid,
    /// Why not, in words with their code.
    pub reason: String,
}

/// What became of a round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarRound {
    /// The ids of the visits whose entries were written.
    pub written: Vec<Uuid>,
    /// The ids of the visits whose entries were taken away: they were cancelled, or somebody else
    /// goes.
    pub removed: Vec<Uuid>,
    /// The ids of the visits that were moved or taken away in the calendar by hand: that stands
    /// beside them as a suggestion until a manager decides.
    pub suggested: Vec<Uuid>,
    /// How many periods the technician is busy by the other entries of the calendar.
    pub busy: u32,
    /// How many entries of others could not be read, or are too large: they keep nobody busy.
    pub unread: u32,
    /// The visits whose entries the server did not take.
    pub refused: Vec<RefusedEntry>,
    /// Whether there is more to do at once: call again.
    pub more: bool,
    /// Why the round ended early, in words with their code: the server was not reached, or nobody
    /// knows whether it wrote. The next round goes on from there. Missing where it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<String>,
}

/// A round under way.
struct Round<'a> {
    engine: &'a Engine,
    ask: &'a SyncCalendarRequest,
    server: &'a dyn CalendarServer,
    files: Arc<dyn CalendarFiles>,
    known: Known,
    now: Instant,
    left: u32,
    done: CalendarRound,
}

/// An entry as it should stand.
struct Wanted {
    visit: Uuid,
    entry: CalendarEntry,
    sent: Sent,
}

impl Engine {
    /// Plugs in what writes and reads the files of calendars.
    ///
    /// ```
    /// # use callout_core::{engine::Engine, visit::calendar_entry::CalendarFiles};
    /// # use std::sync::Arc;
    /// # fn ask(engine: &Engine, files: Arc<dyn CalendarFiles>) {
    /// engine.register_calendar_files(files);
    /// # }
    /// ```
    pub fn register_calendar_files(&self, files: Arc<dyn CalendarFiles>) {
        let lock = &self.ports.calendar_files;
        *lock.write().unwrap_or_else(PoisonError::into_inner) = Some(files);
    }

    /// Synchronises a technician's calendar on a server (S25). What others did there is read first:
    /// a visit that was moved or taken away by hand becomes a suggestion beside the visit, and what
    /// else stands there keeps the technician busy, by times alone. Then the visits from yesterday
    /// to 400 days ahead are written, those that were cancelled or given to somebody else are taken
    /// away, and what has not changed is not written again.
    ///
    /// Technicians may share a calendar: each round looks after the visits of its own.
    ///
    /// A host calls this again and again, every few minutes for example, and that is all. A write
    /// of which nobody knows whether it was done is looked up before it is done again, so nothing
    /// stands there twice, and a version that somebody else made is never written over unread.
    ///
    /// # Errors
    /// `ACCESS-ROLE-01`, `RECORD-FIND-01`, `REQUEST-PAGE-02`, `CALENDAR-SERVER-16` where nothing
    /// writes calendar files, or the store's. What the server says is an outcome, not an error.
    ///
    /// ```
    /// # use callout_core::engine::{Engine, SyncCalendarRequest};
    /// # use callout_core::{access::Actor, port::calendar::CalendarServer};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, server: &dyn CalendarServer, office: Actor) -> Done {
    /// # let (company, technician) = (Uuid::nil(), Uuid::nil());
    /// let ask = SyncCalendarRequest {
    ///     company,
    ///     actor: office,
    ///     technician,
    ///     calendar: "/calendars/kolar/visits/".into(),
    ///     limit: 100,
    /// };
    /// let round = engine.sync_calendar(&ask, server)?;
    /// println!("{} written, {} changed by hand", round.written.len(), round.suggested.len());
    /// # Ok(()) }
    /// ```
    pub fn sync_calendar(
        &self,
        ask: &SyncCalendarRequest,
        server: &dyn CalendarServer,
    ) -> Result<CalendarRound, Error> {
        within_page(ask.limit)?;
        let plugged = self.ports.calendar_files.read().unwrap_or_else(PoisonError::into_inner);
        let files = plugged.clone().ok_or(ServerFault::NoFiles {})?;
        drop(plugged);
        let mut tx = self.store.write()?;
        changes::permitted(tx.as_mut(), ask.company, &ask.actor, "technician.sync_calendar")?;
        let of = Stream { company: ask.company, noun: Technician::NAME, id: ask.technician };
        if replay::load::<Technician>(tx.as_mut(), &of)?.is_none() {
            return Err(answer::no_such(Technician::NAME, ask.technician));
        }
        let whose = (server.id(), ask.technician);
        let known = Known::load(tx.as_mut(), ask.company, whose, &ask.calendar)?;
        tx.commit()?;
        let (now, done) = (self.clock.now()?, CalendarRound::default());
        let mut round =
            Round { engine: self, ask, server, files, known, now, left: ask.limit, done };
        let ended = round.read().and_then(|()| round.write());
        match ended {
            Err(error) if error.code().starts_with("CALENDAR-SERVER-") => {
                round.done.stopped = Some(error.to_string());
            }
            ended => ended?,
        }
        Ok(round.done)
    }
}

/// The name of a visit's file.
fn name(visit: Uuid) -> String {
    format!("{visit}.ics")
}

/// The visit whose file has a name.
fn visit_of(name: &str) -> Option<Uuid> {
    name.strip_suffix(".ics").and_then(|id| id.parse().ok())
}

impl Round<'_> {
    /// Works in a transaction of the store; what was learned is kept in the same.
    fn within<T>(
        &mut self,
        work: impl FnOnce(&mut Self, &mut dyn Tx) -> Result<(T, Option<Head>), Error>,
    ) -> Result<T, Error> {
        let engine = self.engine;
        let mut tx = engine.store.write()?;
        let (out, head) = work(self, tx.as_mut())?;
        self.known.keep(tx.as_mut())?;
        tx.commit()?;
        engine.tell(self.ask.company, head);
        Ok(out)
    }

    fn load<N: Noun>(&self, tx: &mut dyn Tx, id: Uuid) -> Result<Option<N::State>, Error> {
        let stream = Stream { company: self.ask.company, noun: N::NAME, id };
        Ok(replay::load::<N>(tx, &stream)?.map(|loaded| loaded.record.state))
    }

    fn visit(&self, tx: &mut dyn Tx, id: Uuid) -> Result<Option<crate::visit::State>, Error> {
        self.load::<Visit>(tx, id)
    }

    /// Has the engine do what follows from what was read.
    fn perform(
        &self,
        tx: &mut dyn Tx,
        (actor, target): (&Actor, Uuid),
        command: Command,
    ) -> Result<Option<Head>, Error> {
        let request = self.engine.own_request(self.ask.company, actor, target, command);
        Ok(self.engine.perform(tx, &request, Origin::Workflow, Tried::default())?.head)
    }

    /// The entries as they should stand.
    fn wanted(&self, tx: &mut dyn Tx) -> Result<Vec<Wanted>, Error> {
        let days = |days: i64| Instant::from_micros(self.now.micros() + days * 86_400_000_000);
        let (from, to) = (days(-BEHIND_DAYS), days(AHEAD_DAYS));
        let within = Period { from: from.unwrap_or(self.now), to: to.unwrap_or(self.now) };
        let technician = self.ask.technician;
        let ask = CalendarFeedQuery { technician, within, refresh_minutes: None };
        let feed = Query::CalendarFeed(ask.clone());
        let entries = self.asking(tx, feed, |asking| asking.calendar_feed(&ask))?.entries;
        entries.into_iter().filter_map(|entry| wanted(entry).transpose()).collect()
    }

    /// The entry of one visit, as it should stand.
    fn wanted_of(&self, tx: &mut dyn Tx, visit: Uuid) -> Result<Option<Wanted>, Error> {
        let ask = CalendarEntryQuery { visit, technician: None };
        let entry = Query::CalendarEntry(ask.clone());
        wanted(self.asking(tx, entry, |asking| asking.calendar_entry(&ask))?)
    }

    /// Asks as the actor does.
    fn asking<T>(
        &self,
        tx: &mut dyn Tx,
        query: Query,
        ask: impl FnOnce(&mut Asking<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (company, actor) = (self.ask.company, self.ask.actor.clone());
        let question = QueryRequest { company, actor, query };
        let company = answer::company_of(tx, company)?;
        let progress = &mut |_| true;
        ask(&mut Asking { tx, now: self.now, question: &question, company, progress })
    }
}

/// An entry as it stands in his own calendar: nobody invites and nobody is invited (RFC 4791, 4.1).
fn wanted(entry: CalendarEntry) -> Result<Option<Wanted>, Error> {
    let visit = entry.uid.strip_suffix("@callout").and_then(|id| id.parse().ok());
    let Some(visit) = visit else { return Ok(None) };
    let entry = CalendarEntry { organizer: None, attendees: Vec::new(), ..entry };
    let (starts, ends) = entry.times()?;
    let period = Period { from: starts.instant, to: ends.instant };
    // When it was written is no change of what it says.
    let said = CalendarEntry { created: chrono::DateTime::UNIX_EPOCH, ..entry.clone() };
    let hash = Hash::of(&serde_json::to_vec(&said).unwrap_or_default()).to_string();
    Ok(Some(Wanted { visit, entry, sent: Sent { hash, period } }))
}
