//! One stream, folded anew: its order, the values about persons, and all that is made from it.

use super::{Check, PAGE};
use crate::engine::desk::Fetch;
use crate::engine::nouns::ForNoun;
use crate::engine::replay::{self, Loaded};
use crate::engine::standing::Contexts;
use crate::engine::{rows, shared};
use crate::error::Error;
use crate::journal::{self, Event, Slot};
use crate::language::Language;
use crate::noun::{Noun, Record};
use crate::port::index::{Entry, Found, Select, Table};
use crate::port::store::Stream;
use crate::series::{self, Number, Series};
use strum::VariantArray;
use uuid::Uuid;

/// How many rows are as they should be, and how many are not, or are missing.
struct Compared {
    same: u64,
    other: u64,
}

pub(super) struct StreamCheck<'r, 'a> {
    pub(super) check: &'r mut Check<'a>,
    pub(super) id: Uuid,
}

impl ForNoun for StreamCheck<'_, '_> {
    type Out = ();
    fn run<N: Fetch>(self) -> Result<(), Error> {
        let StreamCheck { check, id } = self;
        let stream = Stream { company: check.company, noun: N::NAME, id };
        check.report.streams += 1;
        let Some((loaded, contexts)) = check.folded::<N>(&stream)? else { return Ok(()) };
        check.stored::<N>(&stream, &loaded)?;
        check.named::<N>(&stream, &loaded.record)?;
        let mut fits = true;
        for (context, sequence) in &contexts.standing {
            fits &= check.tx.in_context(check.company, *context, *sequence)?;
        }
        if fits {
            check.proved("timeline", contexts.standing.len() as u64);
        } else {
            check.wrong(None, N::NAME, id, "it is missing in a timeline that it belongs to");
        }
        Ok(())
    }
}

impl Check<'_> {
    /// The stream's fold, and where it stands; `None` where an event cannot be read.
    fn folded<N: Fetch>(
        &mut self,
        stream: &Stream,
    ) -> Result<Option<(Loaded<N>, Contexts)>, Error> {
        let (mut loaded, mut contexts) = (Loaded::<N>::new(), Contexts::default());
        loop {
            let events = self.tx.stream(stream, loaded.version, PAGE)?;
            let slots = replay::slots(self.tx, stream, &events)?;
            let mut named = 0;
            for event in &events {
                // The journal's own pass has begun after these.
                let before = event.sequence <= self.since;
                let what = if before && event.computed_hash() != event.hash {
                    Some("the event is not what was recorded")
                } else if event.version != loaded.version + 1 {
                    Some("the stream has a gap")
                } else if event.previous != loaded.last {
                    Some("the event before is not the one it followed")
                } else {
                    None
                };
                if let Some(what) = what {
                    self.wrong(Some(event.sequence), N::NAME, stream.id, what);
                }
                named += self.digests::<N>(event, &slots);
                let happened = match replay::read::<N>(event, &slots) {
                    Ok(happened) => happened,
                    Err(error) => {
                        self.wrong(Some(event.sequence), N::NAME, stream.id, &error.message());
                        return Ok(None);
                    }
                };
                loaded.record = happened.fold(loaded.record);
                loaded.version = event.version;
                loaded.last = event.hash;
                loaded.sequence = event.sequence;
                contexts.go(event.sequence, N::links(stream.id, &loaded.record.state).contexts);
            }
            if named == slots.len() {
                self.proved("slot", named as u64);
            } else {
                let what = "there is a value about a person that no event names";
                self.wrong(None, N::NAME, stream.id, what);
            }
            if events.len() < PAGE as usize {
                break;
            }
        }
        let past = self.tx.slots(stream, loaded.version + 1, u64::MAX)?;
        let before = self.tx.slots(stream, 0, 0)?;
        if !past.is_empty() || !before.is_empty() {
            let what = "there is a value about a person that no event names";
            self.wrong(None, N::NAME, stream.id, what);
        }
        Ok(Some((loaded, contexts)))
    }

    /// Each value about a person fits its digest, or its person was forgotten on the record. How
    /// many of the values are named.
    fn digests<N: Fetch>(&mut self, event: &Event, slots: &[Slot]) -> usize {
        let (_, refs) = journal::refs(|| replay::plain::<N>(event));
        let mut named = 0;
        for (n, person, digest) in refs {
            let slot = slots.iter().find(|s| s.version == event.version && s.n == n);
            named += usize::from(slot.is_some());
            let fits = |slot: &Slot| {
                slot.person == person && journal::digest(&slot.salt, &slot.value) == digest
            };
            let forgotten = self.is_forgotten(person, N::NAME, event.stream, event.sequence);
            let what = match slot {
                Some(_) if forgotten => Some("a value about a person who was forgotten is there"),
                Some(slot) if fits(slot) => None,
                None if forgotten => None,
                _ => Some("a value about a person is not what was recorded"),
            };
            if let Some(what) = what {
                self.wrong(Some(event.sequence), N::NAME, event.stream, what);
            }
        }
        named
    }

    /// State and index rows are what the fold says, or of an older form.
    fn stored<N: Fetch>(&mut self, stream: &Stream, loaded: &Loaded<N>) -> Result<(), Error> {
        if let Some(flaw) = N::flaw(&loaded.record.state) {
            self.wrong(None, N::NAME, stream.id, flaw);
        }
        let Some(stored) = self.tx.state(stream)? else {
            self.wrong(None, N::NAME, stream.id, "there is no state for this stream");
            return Ok(());
        };
        // What is sorted for another language is proven as what it is.
        let language = N::written_for(stored.rows).unwrap_or(self.language);
        let should = loaded.stored(stream, language)?;
        let (form, today) = ((stored.fold, stored.rows), (should.fold, should.rows));
        let newest = Language::VARIANTS.iter().map(|language| N::rows(*language)).max();
        let entries = N::entries(stream.id, &loaded.record.state, language);
        if form.0 > today.0 || Some(form.1) > newest {
            let what = "the state is of a form that this Callout does not know";
            self.wrong(None, N::NAME, stream.id, what);
        } else if form.0 == 0 || form.1 == 0 {
            let what = "the state is of a form that no Callout has ever written";
            self.wrong(None, N::NAME, stream.id, what);
        } else if form != today {
            // It is written anew, with its rows, by the next command or by `renew`.
            self.report.stale += 1;
            let place = (stored.version, stored.sequence, stored.last);
            // What another fold has made is never read; of today's it is, whatever its rows are.
            let body = stored.fold == should.fold && stored.body != should.body;
            if place != (should.version, should.sequence, should.last) || body {
                self.wrong(None, N::NAME, stream.id, "the state is not what its events say");
            }
            return self.older::<N>(stream, &entries);
        } else if stored != should {
            self.wrong(None, N::NAME, stream.id, "the state is not what its events say");
        } else {
            self.proved("state", 1);
            self.report.stale += u64::from(stored.rows != N::rows(self.language));
        }
        self.index::<N>(stream, &entries)
    }

    fn index<N: Noun>(&mut self, stream: &Stream, entries: &[Entry]) -> Result<(), Error> {
        for table in N::TABLES {
            let compared = self.compared(stream, table, entries)?;
            if compared.other == 0 {
                self.proved(table.name, compared.same);
            } else {
                self.wrong(None, N::NAME, stream.id, "an index row is not what its state says");
            }
        }
        Ok(())
    }

    /// Rows of an older form: those that are as they would be written today are proven all the
    /// same. Of the others nobody can say whether the form or somebody's hand made them so.
    fn older<N: Noun>(&mut self, stream: &Stream, entries: &[Entry]) -> Result<(), Error> {
        for table in N::TABLES {
            let compared = self.compared(stream, table, entries)?;
            self.proved(table.name, compared.same);
            if compared.other > 0 {
                *self.report.unproven.entry(table.name.to_owned()).or_default() += compared.other;
            }
        }
        Ok(())
    }

    /// The rows that a stream has in a table against those that it would have today.
    fn compared(
        &mut self,
        stream: &Stream,
        table: &'static Table,
        entries: &[Entry],
    ) -> Result<Compared, Error> {
        let found = self.tx.select(&Select::of_owner(table, stream.company, stream.id))?;
        let should = entries.iter().filter(|entry| entry.table == table);
        let should = should.map(|entry| rows::told(self.tx, stream, entry));
        let mut should = should.collect::<Result<Vec<_>, Error>>()?;
        should.extend(shared::rows(self.tx, stream, table, entries)?);
        let same = |row: &&Found| {
            let is = |entry: &Entry| {
                row.place.n == entry.n && row.cells == entry.cells && row.row == entry.row
            };
            should.iter().any(is)
        };
        let same = found.iter().filter(same).count();
        let other = found.len().max(should.len()) - same;
        Ok(Compared { same: same as u64, other: other as u64 })
    }

    /// What a record names is there: bytes, outside ids, its number.
    fn named<N: Noun>(&mut self, stream: &Stream, record: &Record<N::State>) -> Result<(), Error> {
        let (mut names, uses) = (N::blobs(&record.state), self.tx.used(stream)?);
        names.sort();
        names.dedup();
        if names == uses {
            self.proved("use", uses.len() as u64);
        } else {
            self.wrong(None, N::NAME, stream.id, "the bytes that it names are not noted as its");
        }
        for hash in names {
            if self.tx.blob_size(self.company, &hash)?.is_none() {
                self.wrong(None, N::NAME, stream.id, "bytes that it names are missing");
            }
        }
        for (system, value) in &record.external_ids {
            if self.tx.external(self.company, N::NAME, system, value)? == Some(stream.id) {
                self.proved("external", 1);
            } else {
                self.wrong(None, N::NAME, stream.id, "an outside id does not lead to it");
            }
        }
        match N::number(&record.state) {
            Some(number) if !self.holds(number, stream.id)? => {
                self.wrong(None, N::NAME, stream.id, "its number was given to something else");
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the series gave this number to this record: its n-th event is its n-th number.
    fn holds(&mut self, number: &Number, id: Uuid) -> Result<bool, Error> {
        let noun = Series::NAME;
        let stream = Stream { company: self.company, noun, id: number.series_id(self.company) };
        let taken = self.tx.stream(&stream, number.value.saturating_sub(1), 1)?;
        let taken = taken.first().map(|event| serde_json::from_slice(&event.body));
        Ok(taken.is_some_and(|taken| match taken {
            Ok(series::Event::Taken { number: given, holder }) => given == *number && holder == id,
            Err(_) => false,
        }))
    }
}
