//! A store in memory, for tests: the same answers as the others, nothing durable.

mod inspect;

use callout_core::error::Error;
use callout_core::journal::{Event, Hash, Head, Slot};
use callout_core::port::index::{Cell, Cond, Entry, Found, Link, Place, Select, Table};
use callout_core::port::store::{Answered, OwnTx, Quote, Store, Stored, Stream, Tx};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

type Key = (Uuid, String, Uuid);
type Rows = BTreeMap<(Uuid, Uuid, u32), Entry>;

#[derive(Clone, Default)]
struct Data {
    heads: BTreeMap<Uuid, Head>,
    events: BTreeMap<(Uuid, u64), Event>,
    streams: BTreeMap<(Key, u64), u64>,
    commands: BTreeSet<(Uuid, Uuid, u64)>,
    ended: BTreeMap<Uuid, u64>,
    states: BTreeMap<Key, Stored>,
    answered: BTreeMap<(Uuid, Uuid), Answered>,
    entries: BTreeMap<&'static str, Rows>,
    slots: BTreeMap<(Key, u64, u32), Slot>,
    external: BTreeMap<(Uuid, String, String, String), Uuid>,
    contexts: BTreeSet<(Uuid, Uuid, u64)>,
    blobs: BTreeMap<(Uuid, Hash), Vec<u8>>,
    uses: BTreeSet<(Uuid, Hash, String, Uuid)>,
    secrets: BTreeMap<Uuid, Hash>,
}

/// A store in memory.
#[derive(Default)]
pub struct MemoryStore {
    /// Held by the one who writes, all the while.
    writer: Mutex<()>,
    /// What is committed; held only to take or to put it, so that readers never wait.
    data: Mutex<Arc<Data>>,
}

impl MemoryStore {
    /// An empty one.
    pub fn new() -> MemoryStore {
        MemoryStore::default()
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Data>> {
        self.data.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn name(&self) -> String {
        "the memory store".to_owned()
    }

    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        let data = Arc::clone(&self.lock());
        Ok(Box::new(MemoryTx { store: self, writer: None, data, marks: Vec::new() }))
    }

    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        // A writer that panicked has changed its own copy only.
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let data = Arc::clone(&self.lock());
        Ok(Box::new(MemoryTx { store: self, writer: Some(writer), data, marks: Vec::new() }))
    }
}

struct MemoryTx<'a> {
    store: &'a MemoryStore,
    writer: Option<MutexGuard<'a, ()>>,
    data: Arc<Data>,
    marks: Vec<Arc<Data>>,
}

impl MemoryTx<'_> {
    fn change(&mut self) -> &mut Data {
        Arc::make_mut(&mut self.data)
    }
}

impl OwnTx for MemoryTx<'_> {
    fn commit(self: Box<Self>) -> Result<(), Error> {
        if self.writer.is_some() {
            *self.store.lock() = self.data;
        }
        Ok(())
    }
}

fn key(stream: &Stream) -> Key {
    (stream.company, stream.noun.to_owned(), stream.id)
}

impl Tx for MemoryTx<'_> {
    fn head(&mut self, company: Uuid) -> Result<Head, Error> {
        Ok(self.data.heads.get(&company).copied().unwrap_or_default())
    }

    fn append(&mut self, event: &Event, head: &Head) -> Result<(), Error> {
        let data = self.change();
        let key = (event.company, event.noun.clone(), event.stream);
        data.streams.insert((key, event.version), event.sequence);
        data.commands.insert((event.company, event.command, event.sequence));
        data.events.insert((event.company, event.sequence), event.clone());
        data.heads.insert(event.company, *head);
        Ok(())
    }

    fn stream(&mut self, stream: &Stream, after: u64, limit: u32) -> Result<Vec<Event>, Error> {
        let key = key(stream);
        let range = (Excluded((key.clone(), after)), Unbounded);
        let versions = self.data.streams.range(range).take_while(|((k, _), _)| *k == key);
        let sequences = versions.map(|(_, sequence)| (stream.company, *sequence));
        let events = sequences.filter_map(|at| self.data.events.get(&at)).cloned();
        Ok(events.take(limit as usize).collect())
    }

    fn feed(&mut self, company: Uuid, after: u64, limit: u32) -> Result<Vec<Event>, Error> {
        let range = (Excluded((company, after)), Unbounded);
        let events = self.data.events.range(range).take_while(|((c, _), _)| *c == company);
        Ok(events.map(|(_, event)| event.clone()).take(limit as usize).collect())
    }

    fn caused(&mut self, company: Uuid, command: Uuid) -> Result<Vec<Event>, Error> {
        let range = (company, command, 0)..=(company, command, u64::MAX);
        let sequences = self.data.commands.range(range).map(|(_, _, sequence)| *sequence);
        let events = sequences.filter_map(|at| self.data.events.get(&(company, at)));
        Ok(events.cloned().collect())
    }

    fn state(&mut self, stream: &Stream) -> Result<Option<Stored>, Error> {
        Ok(self.data.states.get(&key(stream)).cloned())
    }

    fn put_state(&mut self, stream: &Stream, stored: &Stored) -> Result<(), Error> {
        self.change().states.insert(key(stream), stored.clone());
        Ok(())
    }

    fn streams(
        &mut self,
        company: Uuid,
        noun: &'static str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let of_noun = self.data.states.keys().filter(|(c, n, _)| *c == company && n == noun);
        let ids = of_noun.map(|(_, _, id)| *id).filter(|id| after.is_none_or(|after| *id > after));
        Ok(ids.take(limit as usize).collect())
    }

    fn stale(
        &mut self,
        company: Uuid,
        noun: &'static str,
        form: (u32, u32),
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let of_noun = self.data.states.iter().filter(|((c, n, _), _)| *c == company && n == noun);
        let stale = of_noun.filter(|(_, stored)| (stored.fold, stored.rows) != form);
        Ok(stale.map(|((_, _, id), _)| *id).take(limit as usize).collect())
    }

    fn companies(&mut self) -> Result<Vec<Uuid>, Error> {
        Ok(self.data.heads.keys().copied().collect())
    }

    fn answered(&mut self, company: Uuid, command: Uuid) -> Result<Option<Answered>, Error> {
        Ok(self.data.answered.get(&(company, command)).cloned())
    }

    fn put_answered(
        &mut self,
        company: Uuid,
        command: Uuid,
        answered: &Answered,
    ) -> Result<(), Error> {
        self.change().answered.insert((company, command), answered.clone());
        Ok(())
    }

    fn drop_answered(&mut self, company: Uuid, command: Uuid) -> Result<(), Error> {
        self.change().answered.remove(&(company, command));
        Ok(())
    }

    fn unprint_idle(&mut self, company: Uuid) -> Result<(), Error> {
        let of_company = self.change().answered.iter_mut().filter(|((c, _), _)| *c == company);
        for (_, answered) in of_company.filter(|(_, answered)| answered.events == 0) {
            answered.print = None;
        }
        Ok(())
    }

    fn secret(&mut self, company: Uuid) -> Result<Hash, Error> {
        Ok(self.data.secrets.get(&company).copied().unwrap_or_default())
    }

    fn put_secret(&mut self, company: Uuid, secret: &Hash) -> Result<(), Error> {
        self.change().secrets.insert(company, *secret);
        Ok(())
    }

    fn ended(&mut self, company: Uuid) -> Result<u64, Error> {
        Ok(self.data.ended.get(&company).copied().unwrap_or(0))
    }

    fn put_ended(&mut self, company: Uuid, sequence: u64) -> Result<(), Error> {
        self.change().ended.insert(company, sequence);
        Ok(())
    }

    fn put_entry(&mut self, company: Uuid, owner: Uuid, entry: &Entry) -> Result<(), Error> {
        let rows = self.change().entries.entry(entry.table.name).or_default();
        rows.insert((company, owner, entry.n), entry.clone());
        Ok(())
    }

    fn drop_entry(
        &mut self,
        company: Uuid,
        owner: Uuid,
        table: &'static Table,
        n: u32,
    ) -> Result<(), Error> {
        if let Some(rows) = self.change().entries.get_mut(table.name) {
            rows.remove(&(company, owner, n));
        }
        Ok(())
    }

    fn select(&mut self, select: &Select) -> Result<Vec<Found>, Error> {
        Ok(self.data.select(select))
    }

    fn put_slot(&mut self, stream: &Stream, slot: &Slot) -> Result<(), Error> {
        self.change().slots.insert((key(stream), slot.version, slot.n), slot.clone());
        Ok(())
    }

    fn slots(&mut self, stream: &Stream, from: u64, to: u64) -> Result<Vec<Slot>, Error> {
        if from > to {
            return Ok(Vec::new());
        }
        let key = key(stream);
        let range = (key.clone(), from, 0)..=(key, to, u32::MAX);
        Ok(self.data.slots.range(range).map(|(_, slot)| slot.clone()).collect())
    }

    fn wipe(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn quotes(&mut self, company: Uuid, person: Uuid) -> Result<Vec<Quote>, Error> {
        let slots = self.data.slots.iter();
        let his = slots.filter(|(((c, ..), ..), slot)| *c == company && slot.person == person);
        let quote = |(((_, noun, stream), version, n), _): (&(Key, u64, u32), &Slot)| {
            let (noun, stream, version, n) = (noun.clone(), *stream, *version, *n);
            Quote { noun, stream, version, n }
        };
        Ok(his.map(quote).collect())
    }

    fn erase(&mut self, stream: &Stream, person: Uuid) -> Result<u32, Error> {
        let (key, slots) = (key(stream), &mut self.change().slots);
        let before = slots.len();
        slots.retain(|(of, ..), slot| *of != key || slot.person != person);
        Ok((before - slots.len()) as u32)
    }

    fn external(
        &mut self,
        company: Uuid,
        noun: &'static str,
        system: &str,
        value: &str,
    ) -> Result<Option<Uuid>, Error> {
        let key = (company, noun.to_owned(), system.to_owned(), value.to_owned());
        Ok(self.data.external.get(&key).copied())
    }

    fn put_external(&mut self, stream: &Stream, system: &str, value: &str) -> Result<(), Error> {
        self.drop_external(stream, system)?;
        let key = (stream.company, stream.noun.to_owned(), system.to_owned(), value.to_owned());
        self.change().external.insert(key, stream.id);
        Ok(())
    }

    fn drop_external(&mut self, stream: &Stream, system: &str) -> Result<(), Error> {
        self.change().external.retain(|(company, noun, known, _), id| {
            !(*company == stream.company
                && noun == stream.noun
                && known == system
                && *id == stream.id)
        });
        Ok(())
    }

    fn put_context(&mut self, context: Uuid, stream: &Stream, sequence: u64) -> Result<(), Error> {
        self.change().contexts.insert((stream.company, context, sequence));
        Ok(())
    }

    fn in_context(&mut self, company: Uuid, context: Uuid, sequence: u64) -> Result<bool, Error> {
        Ok(self.data.contexts.contains(&(company, context, sequence)))
    }

    fn drop_context(&mut self, context: Uuid, stream: &Stream) -> Result<(), Error> {
        let of_stream: Vec<u64> =
            self.stream(stream, 0, u32::MAX)?.iter().map(|event| event.sequence).collect();
        self.change().contexts.retain(|(company, known, sequence)| {
            !(*company == stream.company && *known == context && of_stream.contains(sequence))
        });
        Ok(())
    }

    fn timeline(
        &mut self,
        company: Uuid,
        context: Uuid,
        after: u64,
        limit: u32,
    ) -> Result<Vec<Event>, Error> {
        let range = (Excluded((company, context, after)), Unbounded);
        let places = self.data.contexts.range(range);
        let places = places.take_while(|(c, k, _)| *c == company && *k == context);
        let events = places.filter_map(|(c, _, s)| self.data.events.get(&(*c, *s))).cloned();
        Ok(events.take(limit as usize).collect())
    }

    fn put_blob(&mut self, company: Uuid, hash: &Hash, bytes: &[u8]) -> Result<(), Error> {
        self.change().blobs.insert((company, *hash), bytes.to_vec());
        Ok(())
    }

    fn put_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error> {
        let (company, noun, id) = key(stream);
        self.change().uses.insert((company, *hash, noun, id));
        Ok(())
    }

    fn drop_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error> {
        let (company, noun, id) = key(stream);
        self.change().uses.remove(&(company, *hash, noun, id));
        Ok(())
    }

    fn used(&mut self, stream: &Stream) -> Result<Vec<Hash>, Error> {
        let key = key(stream);
        let uses = self.data.uses.iter();
        let used = uses.filter(|(c, _, noun, id)| (c, noun, id) == (&key.0, &key.1, &key.2));
        Ok(used.map(|(_, hash, ..)| *hash).collect())
    }

    fn uses(&mut self, company: Uuid, hash: &Hash) -> Result<Vec<(String, Uuid)>, Error> {
        let uses = self.data.uses.iter().filter(|(c, h, ..)| *c == company && h == hash);
        Ok(uses.map(|(_, _, noun, id)| (noun.clone(), *id)).collect())
    }

    fn has_blob(&mut self, company: Uuid, hash: &Hash) -> Result<bool, Error> {
        Ok(self.data.blobs.contains_key(&(company, *hash)))
    }

    fn blob(&mut self, company: Uuid, hash: &Hash) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.data.blobs.get(&(company, *hash)).cloned())
    }

    fn drop_blob(&mut self, company: Uuid, hash: &Hash) -> Result<(), Error> {
        self.change().blobs.remove(&(company, *hash));
        Ok(())
    }

    fn mark(&mut self) -> Result<(), Error> {
        self.marks.push(Arc::clone(&self.data));
        Ok(())
    }

    fn undo(&mut self) -> Result<(), Error> {
        if let Some(before) = self.marks.pop() {
            self.data = before;
        }
        Ok(())
    }

    fn keep(&mut self) -> Result<(), Error> {
        self.marks.pop();
        Ok(())
    }
}

impl Data {
    fn rows<'a>(
        &'a self,
        table: &Table,
        company: Uuid,
    ) -> impl Iterator<Item = (Uuid, &'a Entry)> + use<'a> {
        let rows = self.entries.get(table.name).into_iter().flatten();
        rows.filter(move |((c, _, _), _)| *c == company).map(|((_, owner, _), e)| (*owner, e))
    }

    fn select(&self, select: &Select) -> Vec<Found> {
        let Select { table, company, conds, order, after, limit } = select;
        let mut found: Vec<Found> = self
            .rows(table, *company)
            .filter(|(owner, entry)| {
                conds.iter().all(|cond| self.meets(*company, *owner, entry, cond))
            })
            .map(|(owner, entry)| Found {
                place: Place { cell: cell(entry, order.column).clone(), owner, n: entry.n },
                cells: entry.cells.clone(),
                row: entry.row.clone(),
            })
            .collect();
        found.sort_by(|a, b| rank(&a.place).cmp(&rank(&b.place)));
        if order.descending {
            found.reverse();
        }
        let past = |found: &Found| match after {
            Some(after) if order.descending => rank(&found.place) < rank(after),
            Some(after) => rank(&found.place) > rank(after),
            None => true,
        };
        found.into_iter().filter(past).take(*limit as usize).collect()
    }

    fn meets(&self, company: Uuid, owner: Uuid, entry: &Entry, cond: &Cond) -> bool {
        match cond {
            Cond::In(column, cells) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && cells.contains(cell)
            }
            Cond::Below(column, limit) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && *limit != Cell::Null && cell < limit
            }
            Cond::AtLeast(column, limit) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && *limit != Cell::Null && cell >= limit
            }
            Cond::Holds(column, words) => {
                matches!(cell(entry, column), Cell::Text(text) if text.contains(words.as_str()))
            }
            Cond::Owner(id) => owner == *id,
            Cond::Not(cond) => !self.meets(company, owner, entry, cond),
            Cond::Any(conds) => conds.iter().any(|c| self.meets(company, owner, entry, c)),
            Cond::Has(table, link, conds) => self
                .rows(table, company)
                .filter(|(other, linked)| match link {
                    Link::SameOwner => *other == owner,
                    Link::Names(column) => *cell(linked, column) == Cell::Id(owner),
                    Link::NamedBy(column) => *cell(entry, column) == Cell::Id(*other),
                })
                .any(|(other, linked)| conds.iter().all(|c| self.meets(company, other, linked, c))),
        }
    }
}

fn rank(place: &Place) -> (&Cell, Uuid, u32) {
    (&place.cell, place.owner, place.n)
}

fn cell<'a>(entry: &'a Entry, column: &str) -> &'a Cell {
    let position = entry.table.position(column);
    position.and_then(|position| entry.cells.get(position)).unwrap_or(&Cell::Null)
}
