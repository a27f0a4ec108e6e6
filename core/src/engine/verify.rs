//! Proving that what is stored is what happened.

use super::desk::Fetch;
use super::nouns::{ForNoun, NAMES, by_name};
use super::{Engine, changes, replay};
use crate::access::Actor;
use crate::error::Error;
use crate::journal::{self, Event, Hash, Head};
use crate::port::index::{Entry, Found, Select};
use crate::port::store::{Stream, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What `verify` found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Events read.
    pub events: u64,
    /// Streams replayed and compared.
    pub streams: u64,
    /// What is wrong, the first wrong event first; empty when all is well.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// The first wrong event, where one is to blame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u64>,
    /// The noun.
    pub noun: String,
    /// The aggregate.
    pub id: Uuid,
    /// What does not fit.
    pub what: String,
}

/// After so many problems the rest says no more.
const MOST_PROBLEMS: usize = 100;

struct Check<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    report: Report,
    /// Version and last hash of each stream so far.
    streams: BTreeMap<(String, Uuid), (u64, Hash)>,
    /// Until which event nothing needs to be kept about whom.
    erased: BTreeMap<Uuid, u64>,
}

impl Engine {
    /// Recomputes every hash of a company's journal, replays every stream and compares it with
    /// the stored state and index rows. `kept` is a head that was kept elsewhere: a journal that
    /// is shorter, or another one, shows.
    ///
    /// # Errors
    /// `ACCESS-ROLE-01`; what is wrong with the journal is in the report, not an error.
    pub fn verify(
        &self,
        company: Uuid,
        actor: &Actor,
        kept: Option<Head>,
    ) -> Result<Report, Error> {
        let mut tx = self.store.read()?;
        changes::permitted(tx.as_mut(), company, actor, "company.verify")?;
        prove(tx.as_mut(), company, kept)
    }
}

/// Proves a company's books, whoever asks.
pub(super) fn prove(tx: &mut dyn Tx, company: Uuid, kept: Option<Head>) -> Result<Report, Error> {
    let (streams, erased) = (BTreeMap::new(), BTreeMap::new());
    let mut check = Check { tx, company, report: Report::default(), streams, erased };
    check.journal(kept)?;
    check.states()?;
    Ok(check.report)
}

impl Check<'_> {
    fn wrong(&mut self, sequence: Option<u64>, noun: &str, id: Uuid, what: &str) {
        if self.report.problems.len() < MOST_PROBLEMS {
            let (noun, what) = (noun.to_owned(), what.to_owned());
            self.report.problems.push(Problem { sequence, noun, id, what });
        }
    }

    fn journal(&mut self, kept: Option<Head>) -> Result<(), Error> {
        const PAGE: u32 = 1_000;
        let mut head = Head::default();
        let mut kept_met = kept.is_none_or(|kept| kept.count == 0);
        let mut last = 0;
        loop {
            let events = self.tx.feed(self.company, last, PAGE)?;
            for event in &events {
                self.event(event, head.count + 1);
                head = head.after(event.hash);
                kept_met |= kept == Some(head);
                last = event.sequence;
            }
            if events.len() < PAGE as usize {
                break;
            }
        }
        self.report.events = head.count;
        let (company, stored) = (self.company, self.tx.head(self.company)?);
        if stored != head {
            self.wrong(None, "company", company, "the head does not belong to this journal");
        }
        if !kept_met {
            self.wrong(
                None,
                "company",
                company,
                "the journal does not hold the head that was kept",
            );
        }
        Ok(())
    }

    fn event(&mut self, event: &Event, expected: u64) {
        let key = (event.noun.clone(), event.stream);
        let (version, previous) = self.streams.get(&key).copied().unwrap_or_default();
        let what = if event.sequence != expected {
            Some("the sequence has a gap")
        } else if event.computed_hash() != event.hash {
            Some("the event is not what was recorded")
        } else if event.version != version + 1 {
            Some("the stream has a gap")
        } else if event.previous != previous {
            Some("the event before is not the one it followed")
        } else {
            None
        };
        if let Some(what) = what {
            self.wrong(Some(event.sequence), &event.noun, event.stream, what);
        }
        self.streams.insert(key, (event.version, event.hash));
        if event.noun == "company" && event.kind == "person_erased" {
            let body: Result<crate::company::Event, _> = serde_json::from_slice(&event.body);
            if let Ok(crate::company::Event::PersonErased { person, .. }) = body {
                self.erased.insert(person, event.sequence);
            }
        }
    }

    fn states(&mut self) -> Result<(), Error> {
        const PAGE: u32 = 500;
        for noun in NAMES {
            let mut after = None;
            loop {
                let ids = self.tx.streams(self.company, noun, after, PAGE)?;
                for id in &ids {
                    self.report.streams += 1;
                    by_name(noun, StreamCheck { check: self, id: *id })?;
                }
                after = ids.last().copied();
                if ids.len() < PAGE as usize {
                    break;
                }
            }
        }
        let lost: Vec<(String, Uuid)> = self.streams.keys().cloned().collect();
        for (noun, id) in lost {
            self.wrong(None, &noun, id, "there is no state for this stream");
        }
        Ok(())
    }
}

struct StreamCheck<'r, 'a> {
    check: &'r mut Check<'a>,
    id: Uuid,
}

impl ForNoun for StreamCheck<'_, '_> {
    type Out = ();
    fn run<N: Fetch>(self) -> Result<(), Error> {
        let StreamCheck { check, id } = self;
        let stream = Stream { company: check.company, noun: N::NAME, id };
        check.streams.remove(&(N::NAME.to_owned(), id));
        check.digests::<N>(&stream)?;
        let replayed = match replay::replay::<N>(check.tx, &stream) {
            Ok(replayed) => replayed,
            Err(error) => {
                check.wrong(None, N::NAME, id, &error.message());
                return Ok(());
            }
        };
        let state = &replayed.record.state;
        if let Some(flaw) = N::flaw(state) {
            check.wrong(None, N::NAME, id, flaw);
        }
        for hash in N::blobs(state) {
            let kept = check.tx.blob(check.company, &hash)?;
            // Missing bytes were deleted with the person in them.
            if kept.is_some_and(|bytes| Hash::of(&bytes) != hash) {
                check.wrong(None, N::NAME, id, "its bytes are not the ones that were kept");
            }
        }
        let stored = check.tx.state(&stream)?;
        let should = replayed.stored(&stream)?;
        // A state of an older fold is rebuilt when it is next read; it is not wrong.
        // Nor are its rows.
        if stored.as_ref().is_some_and(|stored| stored.fold != N::FOLD) {
            return Ok(());
        }
        if stored.is_some_and(|stored| stored != should) {
            check.wrong(None, N::NAME, id, "the state is not what its events say");
        }
        check.rows::<N>(&stream, &N::entries(id, &replayed.record.state))
    }
}

impl Check<'_> {
    /// Each value about a person fits its digest, or its person was forgotten on the record.
    fn digests<N: Fetch>(&mut self, stream: &Stream) -> Result<(), Error> {
        const PAGE: u32 = 500;
        let slots = self.tx.slots(stream)?;
        let mut last = 0;
        loop {
            let events = self.tx.stream(stream, last, PAGE)?;
            for event in &events {
                last = event.version;
                let (read, refs) = journal::refs(|| replay::plain::<N>(event));
                if let Err(error) = read {
                    self.wrong(Some(event.sequence), N::NAME, stream.id, &error.message());
                }
                for (n, person, digest) in refs {
                    let slot = slots.iter().find(|s| s.version == event.version && s.n == n);
                    let sound = match slot {
                        Some(slot) => {
                            slot.person == person
                                && journal::digest(&slot.salt, &slot.value) == digest
                        }
                        // What was said about a person who came back is there again.
                        None => self.erased.get(&person).is_some_and(|at| event.sequence < *at),
                    };
                    if !sound {
                        let what = "a value about a person is not what was recorded";
                        self.wrong(Some(event.sequence), N::NAME, stream.id, what);
                    }
                }
            }
            if events.len() < PAGE as usize {
                return Ok(());
            }
        }
    }

    fn rows<N: Fetch>(&mut self, stream: &Stream, entries: &[Entry]) -> Result<(), Error> {
        for table in N::TABLES {
            let found = self.tx.select(&Select::of_owner(table, stream.company, stream.id))?;
            let should: Vec<&Entry> = entries.iter().filter(|e| e.table == *table).collect();
            let same = |row: &Found, entry: &Entry| {
                row.place.n == entry.n && row.cells == entry.cells && row.row == entry.row
            };
            let each = should.iter().all(|entry| found.iter().any(|row| same(row, entry)));
            if !each || found.len() != should.len() {
                self.wrong(None, N::NAME, stream.id, "an index row is not what its state says");
            }
        }
        Ok(())
    }
}
