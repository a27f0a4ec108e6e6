//! The feed of changes: events in commit order, readable.

use crate::access::Actor;
use crate::engine::answer::{Asking, within_page};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, NAMES, by_name};
use crate::engine::replay::Happening;
use crate::engine::{answer, own, replay, telling};
use crate::error::{Door, Error};
use crate::journal::{Device, Event, Head};
use crate::language::Language;
use crate::port::store::{Stream, Tx};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One event, as a host reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Where it stands in the company's journal, from 1: what the next call gives in `after`.
    pub sequence: u64,
    /// The moment at which it was recorded.
    pub at: Instant,
    /// The id of the person who asked for it.
    pub actor: Uuid,
    /// The role in which it was asked; `workflow` where a reaction of Callout asked.
    pub role: String,
    /// The id of the command that it came of.
    pub command: Uuid,
    /// The device on which the command was given, where that was not the host itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// What the command followed from, as the host said with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Uuid>,
    /// The noun of the record: `activity`.
    pub noun: String,
    /// The id of the record.
    pub id: Uuid,
    /// The version of the record after it.
    pub version: u64,
    /// The name of the event: `assigned`.
    pub event: String,
    /// The event with its values: `{"assigned": {...}}`. What was forgotten is missing in it, and
    /// so are prices for those who see none.
    pub body: serde_json::Value,
    /// What happened, in a sentence: `Assigned: Karel Vrána`. Told where a language was asked for,
    /// and missing otherwise. What the actor may not read, or was forgotten, is said as `…`
    /// or left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The name of the technician who asked for it. Told with `text`; empty otherwise, and for who
    /// is no technician: the host knows its users.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub actor_name: String,
    /// What people call the record: the number of an activity, job sheet or invoice, the name or
    /// title of another. Told with `text`; empty otherwise, and for what has neither.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
}

/// A page of changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Changes {
    /// The events, in the order of commits. Events of what the role may not read are left out: of
    /// whole nouns, and of what is somebody else's.
    pub changes: Vec<Change>,
    /// What the next call gives in `after`: the sequence number up to which this one read. The same
    /// as was given where nothing has happened since.
    pub next: u64,
    /// The company's head when they were read: keep it elsewhere, and a cut tail shows.
    pub head: Head,
}

/// What happened after a sequence number?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangesQuery {
    /// The sequence number of the event that was seen last; 0, also where it is missing, is the
    /// beginning.
    #[serde(default)]
    pub after: u64,
    /// How many events come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it is
    /// missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
    /// The language in which each event is told as a sentence, in `text`; none is where it is
    /// missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// Where does the company's journal end?
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HeadQuery {}

impl Asking<'_> {
    pub(in crate::engine) fn changes(&mut self, ask: &ChangesQuery) -> Result<Changes, Error> {
        within_page(ask.limit)?;
        self.reach("company.feed")?;
        let (company, actor) = (self.question.company, &self.question.actor);
        let (tx, books) = (&mut *self.tx, &self.company);
        let events = tx.feed(company, ask.after, ask.limit)?;
        let next = events.last().map_or(ask.after, |last| last.sequence);
        let mut changes = Vec::with_capacity(events.len());
        for event in &events {
            // What this Callout does not know is no answer to leave out.
            let known = NAMES.contains(&event.noun.as_str());
            if !known || own::sees(tx, (company, books), actor, &event.noun, event.stream)? {
                let prices = own::sees_prices(books, &actor.role, &event.noun);
                changes.push(readable(tx, event, prices)?);
            }
        }
        let head = tx.head(company)?;
        if let Some(language) = ask.language {
            telling::tell(&mut self.reader(), language, &mut changes)?;
        }
        Ok(Changes { changes, next, head })
    }

    pub(in crate::engine) fn head(&mut self) -> Result<Head, Error> {
        self.reach("company.read")?;
        self.tx.head(self.question.company)
    }
}

pub(in crate::engine) fn permitted(
    tx: &mut dyn Tx,
    company: Uuid,
    actor: &Actor,
    verb: &str,
) -> Result<(), Error> {
    let known = answer::company_of(tx, company)?;
    if known.reach(&actor.role, verb) > crate::access::Reach::No {
        return Ok(());
    }
    Err(Door::Forbidden { role: actor.role.clone(), verb: verb.to_owned() }.into())
}

/// An event with the values about persons that are still there, and with prices for those who
/// may see them (A10).
pub(in crate::engine) fn readable(
    tx: &mut dyn Tx,
    event: &Event,
    prices: bool,
) -> Result<Change, Error> {
    if !NAMES.contains(&event.noun.as_str()) {
        let (noun, kind) = (event.noun.clone(), event.kind.clone());
        let version = u32::from(event.format);
        return Err(Door::NewerEvent { noun, event: kind, version }.into());
    }
    let body = by_name(&event.noun, Reading { tx, event, prices })?;
    Ok(Change {
        sequence: event.sequence,
        at: event.at,
        actor: event.actor,
        role: event.role.clone(),
        command: event.command,
        device: event.device,
        cause: event.cause,
        noun: event.noun.clone(),
        id: event.stream,
        version: event.version,
        event: event.kind.clone(),
        body,
        text: None,
        actor_name: String::new(),
        called: String::new(),
    })
}

struct Reading<'a> {
    tx: &'a mut dyn Tx,
    event: &'a Event,
    prices: bool,
}

impl ForNoun for Reading<'_> {
    type Out = serde_json::Value;
    fn run<N: Fetch>(self) -> Result<serde_json::Value, Error> {
        let event = self.event;
        let stream = Stream { company: event.company, noun: N::NAME, id: event.stream };
        let slots = self.tx.slots(&stream, event.version, event.version)?;
        let mut happened = replay::read::<N>(event, &slots)?;
        if let Happening::Room(event) = &mut happened
            && !self.prices
        {
            N::hide_event_prices(event);
        }
        let body = happened.body();
        let body = body.and_then(|body| serde_json::from_slice(&body));
        body.map_err(|reason| replay::broken(&stream, &reason))
    }
}
