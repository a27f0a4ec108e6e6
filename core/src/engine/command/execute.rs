//! One command, with all the reactions that it causes, in one transaction.

use crate::access::{Reach, WORKFLOW};
use crate::company::{self, Company};
use crate::engine::bounds;
use crate::engine::desk::{Desk, Fetch};
use crate::engine::identity;
use crate::engine::nouns::ForNoun;
use crate::engine::ports::Tried;
use crate::engine::receipt::{self, Keeping, recorded};
use crate::engine::renew::Rebuild;
use crate::engine::replay::{self, Happening, Loaded, broken};
use crate::engine::standing::use_bytes;
use crate::engine::{
    Engine, Happened, Receipt, RecordCommand, Recorded, Request, erasing, names, outside, own,
    record, rows,
};
use crate::error::{Door, Error};
use crate::journal::{self, Event, Hash, Head, Sealing};
use crate::noun::{Given, Manner, Noun, Seen};
use crate::port::ids::Fresh;
use crate::port::store::{Stream, Tx};
use crate::schedule::Instant;
use crate::workflow::{self, Ask};
use std::collections::VecDeque;
use uuid::Uuid;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Origin {
    /// The host's user, with the version that he saw.
    Host { expected: Option<u64> },
    /// A door of the engine, for the host's user: nobody else can give its command, or again.
    Door,
    /// A reaction of Callout itself.
    Workflow,
}

impl Origin {
    const fn is_hosts(self) -> bool {
        matches!(self, Origin::Host { .. })
    }

    fn seen(self, newest: u64) -> Seen {
        match self {
            Origin::Host { expected: Some(version) } if version < newest => Seen::Older(version),
            Origin::Host { expected } if expected != Some(newest) => Seen::Unsaid,
            Origin::Host { .. } | Origin::Door | Origin::Workflow => Seen::Newest,
        }
    }
}

/// The work of one command.
pub(in crate::engine) struct Run<'a> {
    engine: &'a Engine,
    tried: Tried,
    tx: &'a mut dyn Tx,
    request: &'a Request,
    company: company::State,
    now: Instant,
    seed: Uuid,
    salt: [u8; 16],
    keeping: Option<Keeping>,
    head: Head,
    asked: u32,
    recorded: Vec<Recorded>,
    queue: VecDeque<Ask>,
}

/// What a command did in its transaction, before that is committed.
pub(in crate::engine) struct Performed {
    pub(in crate::engine) receipt: Receipt,
    /// Where the journal ends then; nothing where the command appended no event.
    pub(in crate::engine) head: Option<Head>,
}

impl Engine {
    pub(in crate::engine) fn perform(
        &self,
        tx: &mut dyn Tx,
        request: &Request,
        origin: Origin,
        tried: Tried,
    ) -> Result<Performed, Error> {
        let performed = self.performed(tx, request, origin, tried);
        performed.or_else(|refusal| Err(names::named(tx, request, refusal)?))
    }

    fn performed(
        &self,
        tx: &mut dyn Tx,
        request: &Request,
        origin: Origin,
        tried: Tried,
    ) -> Result<Performed, Error> {
        let kept = origin.is_hosts();
        let said = if kept { request.said()? } else { Vec::new() };
        // What Callout asks by itself has an id that nobody else can know.
        if kept && let Some(mut receipt) = receipt::first(tx, request, &said)? {
            erasing::tell(tx, request.company, &mut receipt)?;
            return Ok(Performed { receipt, head: None });
        }
        let mut run = Run::new(self, tx, request, tried)?;
        let target = request.target.unwrap_or_else(|| run.fresh().id(u32::MAX));
        run.keeping = kept.then(|| Keeping::new(&said, &run.salt, target));
        let version = run.ask(target, &request.command, origin)?;
        run.react()?;
        let events = std::mem::take(&mut run.recorded);
        let head = (!events.is_empty()).then_some(run.head);
        let (command, part) = (request.id, receipt::part(target, &events));
        let mut receipt = Receipt { command, target, version, part, events, forgotten: None };
        let (keeping, settings, now) = (run.keeping, run.company.settings.clone(), run.now);
        if let Some(keeping) = keeping {
            keeping.keep(tx, request.company, &receipt)?;
            // At a time that the journal knows, so that it can be proven.
            if head.is_some() {
                receipt::end_old(tx, request.company, &settings, now)?;
            }
        }
        erasing::tell(tx, request.company, &mut receipt)?;
        Ok(Performed { receipt, head })
    }
}

impl<'a> Run<'a> {
    fn new(
        engine: &'a Engine,
        tx: &'a mut dyn Tx,
        request: &'a Request,
        tried: Tried,
    ) -> Result<Run<'a>, Error> {
        let (now, seed, salt) = (engine.clock.now()?, engine.ids.id(), engine.ids.salt());
        let stream = Stream { company: request.company, noun: Company::NAME, id: request.company };
        let founds =
            matches!(request.command, crate::engine::Command::Company(company::Command::Create(_)));
        let company = match replay::load::<Company>(tx, &stream)? {
            Some(loaded) => loaded.record.state,
            None if founds => company::State::default(),
            None => {
                let company = request.company.to_string();
                return Err(company::Refusal::NotCreated { company }.into());
            }
        };
        let head = tx.head(request.company)?;
        Ok(Run {
            engine,
            tried,
            tx,
            request,
            company,
            now,
            seed,
            salt,
            keeping: None,
            head,
            asked: 0,
            recorded: Vec::new(),
            queue: VecDeque::new(),
        })
    }

    fn fresh(&self) -> Fresh {
        // Each decision of the command draws from a seed of its own.
        Fresh::new(Fresh::new(self.seed).id(self.asked))
    }

    /// Sixteen bytes of the command's salt for one purpose and decision: one leads to no other.
    fn drawn(&self, purpose: &[u8]) -> [u8; 16] {
        Hash::of_parts(&[purpose, &self.salt, &self.asked.to_be_bytes()]).half()
    }

    fn react(&mut self) -> Result<(), Error> {
        while let Some(ask) = self.queue.pop_front() {
            bounds::deeper(self.asked)?;
            self.ask(ask.target, &ask.command, Origin::Workflow)?;
        }
        Ok(())
    }

    pub(in crate::engine) fn ask_noun<N: Fetch>(
        &mut self,
        target: Uuid,
        command: &N::Command,
        origin: Origin,
    ) -> Result<u64, Error>
    where
        for<'e> Happened<'e>: From<&'e N::Event>,
    {
        let asked = N::Verb::from(command);
        let short: &'static str = asked.into();
        let verb = format!("{}.{short}", N::NAME);
        let reach = self.reach(&verb, origin)?;
        let stream = Stream { company: self.request.company, noun: N::NAME, id: target };
        let loaded = replay::load::<N>(self.tx, &stream)?;
        // Before anything else is said: a refusal tells something about the aggregate too.
        let manner = N::manner(asked);
        self.permit(reach, &verb, target, loaded.as_ref(), manner)?;
        let before = self.meet::<N>(&stream, loaded, manner, origin)?;
        if before.version == 0 && self.request.target == Some(target) && origin != Origin::Workflow
        {
            identity::vacant::<N>(self.tx, self.request.company, target)?;
        }
        let given = Given {
            id: target,
            now: self.now,
            actor: self.request.actor.id,
            seen: origin.seen(before.version),
            fresh: self.fresh(),
            salt: self.drawn(b"evidence"),
        };
        self.asked += 1;
        let mut desk = Desk {
            tried: self.tried,
            tx: &mut *self.tx,
            tenant: self.request.company,
            company: &self.company,
            given,
            reach,
            role: &self.request.actor.role,
        };
        let facts = N::fetch(&mut desk, &before.record.state, command)?;
        let events = N::decide(&before.record.state, command, &facts)?;
        let (events, after) = happened(&before, events);
        for evidence in events.iter().filter_map(N::evidence) {
            if evidence.bytes().is_empty() {
                return Err(Door::Panicked { what: "a paper has no form in JSON".into() }.into());
            }
            self.tx.put_blob(self.request.company, &evidence.hash, evidence.bytes())?;
        }
        if before.version == 0 {
            self.acts::<N>(reach, &verb, target, Some(&after), manner)?;
        }
        if !events.is_empty() {
            self.engine.paintable::<N>(&before.record.state, &after)?;
        }
        let told: Vec<Happened<'_>> = events.iter().map(Happened::from).collect();
        let asks = workflow::react(self.request.company, target, &told);
        // What follows from these events comes before what was asked for earlier: the next draft of
        // the same command must find the number taken that this one used.
        for ask in asks.into_iter().rev() {
            self.queue.push_front(ask);
        }
        let mut happened: Vec<Happening<N>> = events.into_iter().map(Happening::Room).collect();
        if origin.is_hosts() {
            happened.extend(self.links::<N>(target, &before, &happened)?);
        }
        let most = bounds::most(N::NAME, short, manner).filter(|_| origin.is_hosts());
        self.write(&stream, before, happened, origin, most)
    }

    pub(in crate::engine) fn ask_record<N: Fetch>(
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
        let state = loaded.as_ref().map(|loaded| &loaded.record.state);
        self.own::<N>(reach, &verb, target, state)?;
        let before = self.meet::<N>(&stream, loaded, Manner::Adds, origin)?;
        let events = record::decide(target, &before.record, command)?;
        let mut happened: Vec<_> = events.into_iter().map(Happening::Record).collect();
        happened.extend(self.links::<N>(target, &before, &happened)?);
        let most = bounds::most(N::NAME, &verb, Manner::Adds);
        self.write(&stream, before, happened, origin, most)
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
        self.own::<N>(reach, "record.link", target, Some(&after.state))?;
        for (system, value) in &self.request.external_ids {
            let (system, value) = (system.clone(), value.clone());
            let link = record::Link { noun: N::NAME.to_owned(), system, value };
            let events = record::decide(target, &before.record, &link.into())?;
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

    /// The same of one that may not be there.
    fn permit<N: Noun>(
        &mut self,
        reach: Reach,
        verb: &str,
        id: Uuid,
        loaded: Option<&Loaded<N>>,
        manner: Manner,
    ) -> Result<(), Error> {
        let begins = matches!(manner, Manner::Creates | Manner::Joins);
        if loaded.is_none() && begins && N::judged_by(id).is_none() {
            return Ok(());
        }
        self.acts::<N>(reach, verb, id, loaded.map(|loaded| &loaded.record.state), manner)
    }

    /// Whether the actor may ask this of the aggregate.
    fn acts<N: Noun>(
        &mut self,
        reach: Reach,
        verb: &str,
        id: Uuid,
        state: Option<&N::State>,
        manner: Manner,
    ) -> Result<(), Error> {
        let (company, actor) = (self.request.company, self.request.actor.id);
        if reach == Reach::All
            || own::acts::<N>(self.tx, company, id, state, actor, (verb, manner))?
        {
            return Ok(());
        }
        self.nobodys(reach, verb)
    }

    /// Whether the aggregate is the actor's own, as far as his right reaches.
    fn own<N: Noun>(
        &mut self,
        reach: Reach,
        verb: &str,
        id: Uuid,
        state: Option<&N::State>,
    ) -> Result<(), Error> {
        let (company, actor) = (self.request.company, self.request.actor.id);
        if reach == Reach::All || own::is_own::<N>(self.tx, company, id, state, actor)? {
            return Ok(());
        }
        self.nobodys(reach, verb)
    }

    /// What is not there is nobody's own: who sees only his own is told the same as of what is
    /// somebody else's.
    fn nobodys(&self, reach: Reach, verb: &str) -> Result<(), Error> {
        if reach == Reach::All {
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
            Origin::Door | Origin::Workflow => loaded.as_ref().map(|loaded| loaded.version),
        };
        match (loaded, manner) {
            (Some(_), Manner::Creates) => {
                Err(Door::Exists { noun: noun(), id: stream.id.to_string() }.into())
            }
            (None, Manner::Creates) if expected.is_some() => {
                Err(Door::VersionTooEarly { noun: noun() }.into())
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
        most: Option<u64>,
    ) -> Result<u64, Error> {
        if happened.is_empty() {
            return Ok(before.version);
        }
        let known = before.version;
        let mut after = Loaded::<N> { record: before.record.clone(), ..before };
        let contexts = |after: &Loaded<N>| N::links(stream.id, &after.record.state).contexts;
        let mut then = if known > 0 { contexts(&after) } else { Vec::new() };
        for happening in &happened {
            after.version += 1;
            after.last = self.append(stream, after.version, happening, after.last, origin)?;
            after.sequence = self.head.count;
            after.record = happening.fold(after.record);
            let by = (self.request, &self.company);
            outside::happened(self.tx, by, stream, happening)?;
            let now = contexts(&after);
            self.timelines(stream, after.version, &then, &now)?;
            then = now;
        }
        let language = self.company.settings.language;
        let stored = after.stored(stream, language)?;
        if let Some(most) = most {
            bounds::grows(stream, &before.record, &stored, most)?;
        }
        if known > 0 && before.written_for.is_none() {
            // Its rows, outside ids and places in timelines are of the older form too.
            let (company, id) = (stream.company, stream.id);
            Rebuild { tx: &mut *self.tx, company, language, id }.run::<N>()?;
        } else {
            self.tx.put_state(stream, &stored)?;
            let (then, now) = (&before.record.state, &after.record.state);
            let old = before.written_for.map(|language| N::entries(stream.id, then, language));
            let new = N::entries(stream.id, now, language);
            rows::index(self.tx, stream, &old.unwrap_or_default(), &new, known == 0)?;
            let old = if known > 0 { N::blobs(then) } else { Vec::new() };
            use_bytes(self.tx, stream, &old, &N::blobs(now))?;
        }
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
        let (id, seed) = (stream.id, seed.into_bytes());
        let sealing = Sealing { stream: id, version, seed, slots: Vec::new() };
        let (body, slots) = journal::seal(sealing, || happening.body());
        let role = match origin {
            Origin::Host { .. } | Origin::Door => self.request.actor.role.clone(),
            Origin::Workflow => WORKFLOW.to_owned(),
        };
        let mut event = Event {
            company: stream.company,
            sequence: self.head.count + 1,
            noun: stream.noun.to_owned(),
            stream: stream.id,
            version,
            kind: kind.to_owned(),
            format: happening.format(),
            at: self.now,
            actor: self.request.actor.id,
            role,
            command: self.request.id,
            device: self.request.device,
            cause: self.request.cause,
            receipt: self.keeping.filter(|_| self.recorded.is_empty()).map(|it| it.bond()),
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
        self.recorded.push(recorded(&event));
        Ok(event.hash)
    }

    /// Puts the newest event into the timelines it belongs to. A stream that comes under another
    /// customer, equipment or activity takes its earlier events along; the one it left keeps the
    /// event that says so. [`Contexts`](crate::engine::standing::Contexts) says the same, for who
    /// proves
    /// it.
    fn timelines(
        &mut self,
        stream: &Stream,
        version: u64,
        then: &[Uuid],
        now: &[Uuid],
    ) -> Result<(), Error> {
        let newest = self.head.count;
        for context in now {
            if version > 1 && !then.contains(context) {
                for event in self.tx.stream(stream, 0, (version - 1) as u32)? {
                    self.tx.put_context(*context, stream, event.sequence)?;
                }
            }
            self.tx.put_context(*context, stream, newest)?;
        }
        for context in then.iter().filter(|context| !now.contains(context)) {
            self.tx.drop_context(*context, stream)?;
            self.tx.put_context(*context, stream, newest)?;
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
        for happening in happened {
            happening
                .secret()
                .map_or(Ok(()), |secret| self.tx.put_secret(stream.company, secret))?;
        }
        for happening in happened {
            if let Some(erasure) = erasing::of(happening) {
                let language = self.company.settings.language;
                erasing::forget(self.tx, (stream.company, language), &erasure)?;
            }
        }
        Ok(())
    }
}

/// The events that change something, with the state after them: what leaves a record as it is did
/// not happen.
fn happened<N: Noun>(before: &Loaded<N>, events: Vec<N::Event>) -> (Vec<N::Event>, N::State) {
    let after = events.iter().fold(before.record.state.clone(), N::apply);
    let idle = before.version > 0 && after == before.record.state;
    if idle && !events.iter().any(N::reaches_further) {
        return (Vec::new(), after);
    }
    (events, after)
}
