//! One command, with all the reactions that it causes, in one transaction.

use super::desk::{Desk, Fetch};
use super::nouns::{ForNoun, by_name};
use super::ports::Tried;
use super::replay::{self, Happening, Loaded, broken};
use super::{
    Engine, Happened, Receipt, RecordCommand, RecordEvent, Recorded, Request, intake, own, record,
    rows,
};
use crate::access::Reach;
use crate::company::{self, Company};
use crate::error::{Door, Error};
use crate::journal::{self, Event, Hash, Head, Sealing};
use crate::mail::Mail;
use crate::noun::{Given, Manner, Noun, Seen};
use crate::port::ids::Fresh;
use crate::port::store::{Answered, Stream, Tx};
use crate::schedule::Instant;
use crate::workflow::{self, Ask};
use std::collections::VecDeque;
use uuid::Uuid;

/// Who asks: the host's user, or a reaction of Callout itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Host { expected: Option<u64> },
    Workflow,
}

impl Origin {
    fn seen(self, newest: u64) -> Seen {
        match self {
            Origin::Host { expected: Some(version) } if version < newest => Seen::Older(version),
            Origin::Host { expected } if expected != Some(newest) => Seen::Unsaid,
            Origin::Host { .. } | Origin::Workflow => Seen::Newest,
        }
    }
}

/// The work of one command.
pub(super) struct Run<'a> {
    tried: Tried,
    tx: &'a mut dyn Tx,
    request: &'a Request,
    company: company::State,
    now: Instant,
    seed: Uuid,
    salt: [u8; 16],
    head: Head,
    asked: u32,
    recorded: Vec<Recorded>,
    queue: VecDeque<Ask>,
}

const MOST_REACTIONS: u32 = 1_000;

impl Engine {
    pub(super) fn perform(
        &self,
        tx: &mut dyn Tx,
        request: &Request,
        origin: Origin,
        tried: Tried,
    ) -> Result<Receipt, Error> {
        let fingerprint = request.fingerprint()?;
        if let Some(answered) = tx.answered(request.company, request.id)? {
            return first_answer(request, &fingerprint, &answered);
        }
        let mut run = Run::new(self, tx, request, tried)?;
        let follows = || request.command.own_target(request.company);
        let target = request.target.or_else(follows).unwrap_or_else(|| run.fresh().id(u32::MAX));
        let version = run.ask(target, &request.command, origin)?;
        run.react()?;
        let receipt = Receipt {
            command: request.id,
            target,
            version,
            events: std::mem::take(&mut run.recorded),
        };
        let body = serde_json::to_vec(&receipt).map_err(|reason| internal(&reason))?;
        let answered = Answered { request: fingerprint, receipt: body };
        tx.put_answered(request.company, request.id, &answered)?;
        Ok(receipt)
    }
}

fn first_answer(
    request: &Request,
    fingerprint: &Hash,
    answered: &Answered,
) -> Result<Receipt, Error> {
    if answered.request != *fingerprint {
        return Err(Door::OtherBody { command: request.id.to_string() }.into());
    }
    serde_json::from_slice(&answered.receipt).map_err(|reason| internal(&reason))
}

fn internal(reason: &dyn std::fmt::Display) -> Error {
    Door::Panicked { what: reason.to_string() }.into()
}

impl<'a> Run<'a> {
    fn new(
        engine: &Engine,
        tx: &'a mut dyn Tx,
        request: &'a Request,
        tried: Tried,
    ) -> Result<Run<'a>, Error> {
        let (now, seed, salt) = (engine.clock.now(), engine.ids.id(), engine.ids.salt());
        let stream = Stream { company: request.company, noun: Company::NAME, id: request.company };
        let founds =
            matches!(request.command, super::Command::Company(company::Command::Found { .. }));
        let company = match replay::load::<Company>(tx, &stream)? {
            Some(loaded) => loaded.record.state,
            None if founds => company::State::default(),
            None => {
                let company = request.company.to_string();
                return Err(company::Refusal::NotFounded { company }.into());
            }
        };
        let head = tx.head(request.company)?;
        let (recorded, queue) = (Vec::new(), VecDeque::new());
        Ok(Run { tried, tx, request, company, now, seed, salt, head, asked: 0, recorded, queue })
    }

    fn fresh(&self) -> Fresh {
        // Each decision of the command draws from a seed of its own.
        Fresh::new(Fresh::new(self.seed).id(self.asked))
    }

    fn react(&mut self) -> Result<(), Error> {
        while let Some(ask) = self.queue.pop_front() {
            if self.asked > MOST_REACTIONS {
                return Err(Door::TooDeep { depth: self.asked }.into());
            }
            self.ask(ask.target, &ask.command, Origin::Workflow)?;
        }
        Ok(())
    }

    pub(super) fn ask_noun<N: Fetch>(
        &mut self,
        target: Uuid,
        command: &N::Command,
        origin: Origin,
    ) -> Result<u64, Error>
    where
        for<'e> Happened<'e>: From<&'e N::Event>,
    {
        let verb = format!("{}.{}", N::NAME, N::verb(command));
        let reach = self.reach(&verb, origin)?;
        let stream = Stream { company: self.request.company, noun: N::NAME, id: target };
        let loaded = replay::load::<N>(self.tx, &stream)?;
        // Before anything else is said: a refusal tells something about the aggregate too.
        let manner = N::manner(command);
        if let Some(loaded) = &loaded {
            self.own::<N>(reach, &verb, target, &loaded.record.state, manner)?;
        }
        let before = self.meet::<N>(&stream, loaded, manner, origin)?;
        let given = Given {
            id: target,
            now: self.now,
            actor: self.request.actor.id,
            seen: origin.seen(before.version),
            fresh: self.fresh(),
        };
        self.asked += 1;
        let mut desk = Desk {
            tried: self.tried,
            tx: &mut *self.tx,
            company_id: self.request.company,
            company: &self.company,
            given,
            reach,
        };
        let facts = N::fetch(&mut desk, &before.record.state, command)?;
        let events = N::decide(&before.record.state, command, &facts)?;
        if before.version == 0 {
            let begun = events.iter().fold(N::State::default(), N::apply);
            self.own::<N>(reach, &verb, target, &begun, manner)?;
        }
        let asks: Vec<Ask> = events
            .iter()
            .flat_map(|event| workflow::react(self.request.company, target, &Happened::from(event)))
            .collect();
        // What follows from this event comes before what was asked for earlier: the next draft of
        // the same command must find the number taken that this one used.
        for ask in asks.into_iter().rev() {
            self.queue.push_front(ask);
        }
        let mut happened: Vec<Happening<N>> = events.into_iter().map(Happening::Room).collect();
        if let Origin::Host { .. } = origin {
            happened.extend(self.links::<N>(target, &before, &happened)?);
        }
        self.write(&stream, before, happened, origin)
    }

    pub(super) fn ask_record<N: Fetch>(
        &mut self,
        target: Uuid,
        command: &RecordCommand,
        origin: Origin,
    ) -> Result<u64, Error> {
        let verb: &'static str = command.into();
        let verb = format!("record.{verb}");
        let reach = self.reach(&verb, origin)?;
        let stream = Stream { company: self.request.company, noun: N::NAME, id: target };
        let loaded = replay::load::<N>(self.tx, &stream)?;
        if let Some(loaded) = &loaded {
            self.own::<N>(reach, &verb, target, &loaded.record.state, Manner::Changes)?;
        }
        let before = self.meet::<N>(&stream, loaded, Manner::Adds, origin)?;
        let events = record::decide(&before.record, command)?;
        let mut happened: Vec<_> = events.into_iter().map(Happening::Record).collect();
        happened.extend(self.links::<N>(target, &before, &happened)?);
        self.write(&stream, before, happened, origin)
    }

    /// The outside ids that the request links in the same breath: a right of its own.
    fn links<N: Noun>(
        &mut self,
        target: Uuid,
        before: &Loaded<N>,
        said: &[Happening<N>],
    ) -> Result<Vec<Happening<N>>, Error> {
        let mut happened = Vec::new();
        if self.request.external_ids.is_empty() {
            return Ok(happened);
        }
        let reach = self.reach("record.link", Origin::Host { expected: None })?;
        let after = said.iter().fold(before.record.clone(), |record, said| said.fold(record));
        self.own::<N>(reach, "record.link", target, &after.state, Manner::Changes)?;
        for (system, value) in &self.request.external_ids {
            let (system, value) = (system.clone(), value.clone());
            let link = RecordCommand::Link { noun: N::NAME.to_owned(), system, value };
            let events = record::decide(&before.record, &link)?;
            happened.extend(events.into_iter().map(Happening::Record));
        }
        Ok(happened)
    }

    fn reach(&self, verb: &str, origin: Origin) -> Result<Reach, Error> {
        if origin == Origin::Workflow {
            return Ok(Reach::All);
        }
        let role = &self.request.actor.role;
        match self.company.reach(role, verb) {
            Reach::No => Err(Door::Forbidden { role: role.clone(), verb: verb.to_owned() }.into()),
            reach => Ok(reach),
        }
    }

    fn own<N: Noun>(
        &mut self,
        reach: Reach,
        verb: &str,
        id: Uuid,
        state: &N::State,
        manner: Manner,
    ) -> Result<(), Error> {
        let (company, actor) = (self.request.company, self.request.actor.id);
        if reach == Reach::All || own::is_own::<N>(self.tx, company, id, state, actor)? {
            return Ok(());
        }
        if manner == Manner::Adds && N::was_own(state, actor) {
            return Ok(());
        }
        let role = self.request.actor.role.clone();
        Err(Door::NotOwn { role, verb: verb.to_owned() }.into())
    }

    /// Checks that the aggregate is there, or is not, and that the caller saw its newest version.
    fn meet<N: Noun>(
        &mut self,
        stream: &Stream,
        loaded: Option<Loaded<N>>,
        manner: Manner,
        origin: Origin,
    ) -> Result<Loaded<N>, Error> {
        let noun = || N::NAME.to_owned();
        let expected = match origin {
            Origin::Host { expected } => expected,
            Origin::Workflow => loaded.as_ref().map(|loaded| loaded.version),
        };
        match (loaded, manner) {
            (Some(_), Manner::Creates) => {
                Err(Door::Exists { noun: noun(), id: stream.id.to_string() }.into())
            }
            (None, Manner::Creates | Manner::Joins) => Ok(Loaded::new()),
            (None, _) if self.request.target.is_none() && origin != Origin::Workflow => {
                Err(Door::TargetMissing { noun: noun() }.into())
            }
            (None, _) => Err(Door::NotFound { noun: noun(), id: stream.id.to_string() }.into()),
            (Some(loaded), Manner::Changes | Manner::Judges) => match expected {
                None if manner == Manner::Judges => Ok(loaded),
                None => Err(Door::VersionMissing { noun: noun() }.into()),
                Some(seen) if seen == loaded.version => Ok(loaded),
                Some(seen) => Err(self.stale(stream, seen, loaded.version)?),
            },
            (Some(loaded), Manner::Adds | Manner::Joins) => Ok(loaded),
        }
    }

    /// The conflict, with what happened since the caller looked.
    fn stale(&mut self, stream: &Stream, seen: u64, actual: u64) -> Result<Error, Error> {
        let changed: Vec<serde_json::Value> = self
            .tx
            .stream(stream, seen, 20)?
            .iter()
            .map(|event| {
                serde_json::json!({
                    "version": event.version, "event": event.kind, "at": event.at,
                    "actor": event.actor, "role": event.role,
                })
            })
            .collect();
        let noun = stream.noun.to_owned();
        let error: Error = Door::Stale { noun, expected: seen, actual }.into();
        Ok(error.with("changed", changed))
    }

    fn write<N: Fetch>(
        &mut self,
        stream: &Stream,
        before: Loaded<N>,
        happened: Vec<Happening<N>>,
        origin: Origin,
    ) -> Result<u64, Error> {
        if happened.is_empty() {
            return Ok(before.version);
        }
        let known = before.version;
        let first = self.head.count + 1;
        let mut after = Loaded::<N> { record: before.record.clone(), ..before };
        for happening in &happened {
            after.version += 1;
            after.last = self.append(stream, after.version, happening, after.last, origin)?;
            after.record = happening.fold(after.record);
            self.external(stream, happening)?;
        }
        self.tx.put_state(stream, &after.stored(stream)?)?;
        let (then, now) = (&before.record.state, &after.record.state);
        if before.refolded {
            // The rows are of the older fold too.
            rows::unindex::<N>(self.tx, stream)?;
        }
        let indexed = known > 0 && !before.refolded;
        let old = if indexed { N::entries(stream.id, then) } else { Vec::new() };
        rows::index(self.tx, stream, &old, &N::entries(stream.id, now), known == 0)?;
        self.timelines::<N>(stream, known, first, then, now)?;
        self.company_changed(stream, &happened)?;
        Ok(after.version)
    }

    fn append<N: Noun>(
        &mut self,
        stream: &Stream,
        version: u64,
        happening: &Happening<N>,
        previous: Hash,
        origin: Origin,
    ) -> Result<Hash, Error> {
        let kind = happening.kind();
        let seed = Fresh::new(Uuid::from_bytes(self.salt)).id(self.recorded.len() as u32);
        let sealing = Sealing { version, seed: seed.into_bytes(), slots: Vec::new() };
        let (body, slots) = journal::seal(sealing, || happening.body());
        let role = match origin {
            Origin::Host { .. } => self.request.actor.role.clone(),
            Origin::Workflow => "workflow".to_owned(),
        };
        let mut event = Event {
            company: stream.company,
            sequence: self.head.count + 1,
            noun: stream.noun.to_owned(),
            stream: stream.id,
            version,
            kind: kind.to_owned(),
            format: N::format(kind),
            at: self.now,
            actor: self.request.actor.id,
            role,
            command: self.request.id,
            body: body.map_err(|reason| broken(stream, &reason))?,
            previous,
            hash: Hash::default(),
        };
        event.hash = event.computed_hash();
        self.head = self.head.after(event.hash);
        self.tx.append(&event, &self.head)?;
        for slot in &slots {
            self.tx.put_slot(stream, slot)?;
        }
        self.recorded.push(Recorded {
            sequence: event.sequence,
            noun: event.noun,
            id: event.stream,
            version,
            event: event.kind,
        });
        Ok(event.hash)
    }

    fn external<N: Noun>(
        &mut self,
        stream: &Stream,
        happening: &Happening<N>,
    ) -> Result<(), Error> {
        match happening {
            Happening::Record(RecordEvent::ExternalLinked { system, value }) => {
                let holder = self.tx.external(stream.company, stream.noun, system, value)?;
                if let Some(holder) = holder.filter(|holder| *holder != stream.id) {
                    let (system, value) = (system.clone(), value.clone());
                    let holder = holder.to_string();
                    return Err(Door::ExternalTaken { system, value, holder }.into());
                }
                self.tx.put_external(stream, system, value)
            }
            Happening::Record(RecordEvent::ExternalUnlinked { system }) => {
                self.tx.drop_external(stream, system)
            }
            _ => Ok(()),
        }
    }

    /// Puts the new events into the timelines they belong to. A stream that comes under another
    /// customer, equipment or activity takes its earlier events along; the one it left keeps the
    /// event that says so.
    fn timelines<N: Noun>(
        &mut self,
        stream: &Stream,
        known: u64,
        first: u64,
        before: &N::State,
        after: &N::State,
    ) -> Result<(), Error> {
        let then = if known > 0 { N::links(stream.id, before).contexts } else { Vec::new() };
        let now = N::links(stream.id, after).contexts;
        let last = self.head.count;
        for context in &now {
            if known > 0 && !then.contains(context) {
                for event in self.tx.stream(stream, 0, known as u32)? {
                    self.tx.put_context(*context, stream, event.sequence)?;
                }
            }
            for sequence in first..=last {
                self.tx.put_context(*context, stream, sequence)?;
            }
        }
        for context in then.iter().filter(|context| !now.contains(context)) {
            self.tx.drop_context(*context, stream)?;
            self.tx.put_context(*context, stream, last)?;
        }
        Ok(())
    }

    /// A change of the company is a fact for the reactions that follow; a forgotten person is
    /// taken out of every state that quotes him.
    fn company_changed<N: Noun>(
        &mut self,
        stream: &Stream,
        happened: &[Happening<N>],
    ) -> Result<(), Error> {
        if stream.noun != Company::NAME {
            return Ok(());
        }
        if let Some(loaded) = replay::load::<Company>(self.tx, stream)? {
            self.company = loaded.record.state;
        }
        let erases = happened.iter().any(|happening| happening.kind() == "person_erased");
        match &self.request.command {
            super::Command::Company(company::Command::ErasePerson { person, .. }) if erases => {
                for (noun, id) in self.tx.erase(stream.company, *person)? {
                    let rebuild = Rebuild { tx: &mut *self.tx, company: stream.company, id };
                    by_name(&noun, rebuild)?;
                    if noun == Mail::NAME {
                        intake::forget(self.tx, stream.company, id)?;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Folds a stream anew and writes state and rows as they come out now.
pub(super) struct Rebuild<'a> {
    pub(super) tx: &'a mut dyn Tx,
    pub(super) company: Uuid,
    pub(super) id: Uuid,
}

impl ForNoun for Rebuild<'_> {
    type Out = ();
    fn run<N: Fetch>(self) -> Result<(), Error> {
        let stream = Stream { company: self.company, noun: N::NAME, id: self.id };
        let new = replay::replay::<N>(self.tx, &stream)?;
        rows::unindex::<N>(self.tx, &stream)?;
        rows::index(self.tx, &stream, &[], &N::entries(self.id, &new.record.state), false)?;
        self.tx.put_state(&stream, &new.stored(&stream)?)
    }
}
