//! A store in memory, for tests: the same answers as the others, nothing durable.

mod map;
mod rows;

use callout_core::error::Error;
use callout_core::journal::{Event, Hash, Head, Slot};
use callout_core::port::index::{Entry, Found, Select, Table};
use callout_core::port::store::{Answered, OwnTx, Store, Stored, Stream, Tx};
use map::Map;
use rows::Rows;
use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

type Name = Arc<str>;
type Key = (Uuid, Name, Uuid);

/// Everything. A copy shares all of it, and what is changed afterwards is changed in one of them.
#[derive(Clone, Default)]
struct Data {
    heads: Map<Uuid, Head>,
    events: Map<(Uuid, u64), Arc<Event>>,
    streams: Map<(Key, u64), u64>,
    states: Map<Key, Arc<Stored>>,
    answered: Map<(Uuid, Uuid), Arc<Answered>>,
    rows: Rows,
    slots: Map<(Key, u64, u32), Arc<Slot>>,
    /// The places of the slots about a person.
    persons: Map<(Uuid, Uuid, Key, u64, u32), ()>,
    external: Map<(Uuid, Name, Name, Name), Uuid>,
    /// What an id is called in a system.
    outside: Map<(Key, Name), Name>,
    contexts: Map<(Uuid, Uuid, u64), ()>,
    blobs: Map<(Uuid, Hash), Arc<[u8]>>,
}

/// A store in memory.
#[derive(Default)]
pub struct MemoryStore {
    /// Held by the one who writes, all the while.
    writer: Mutex<()>,
    /// What is committed; held only to take or to put it, so that readers never wait.
    data: Mutex<Data>,
}

impl MemoryStore {
    /// An empty one.
    pub fn new() -> MemoryStore {
        MemoryStore::default()
    }

    fn lock(&self) -> MutexGuard<'_, Data> {
        self.data.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn name(&self) -> String {
        "the memory store".to_owned()
    }

    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        let data = self.lock().clone();
        Ok(Box::new(MemoryTx { store: self, writer: None, data, marks: Vec::new() }))
    }

    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        // A writer that panicked has changed its own copy only.
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let data = self.lock().clone();
        Ok(Box::new(MemoryTx { store: self, writer: Some(writer), data, marks: Vec::new() }))
    }
}

struct MemoryTx<'a> {
    store: &'a MemoryStore,
    writer: Option<MutexGuard<'a, ()>>,
    data: Data,
    marks: Vec<Data>,
}

impl OwnTx for MemoryTx<'_> {
    fn commit(self: Box<Self>) -> Result<(), Error> {
        if self.writer.is_some() {
            // What stood before is let go when nobody is kept waiting by it.
            let before = std::mem::replace(&mut *self.store.lock(), self.data);
            drop(before);
        }
        Ok(())
    }
}

fn key(stream: &Stream) -> Key {
    (stream.company, stream.noun.into(), stream.id)
}

impl Tx for MemoryTx<'_> {
    fn head(&mut self, company: Uuid) -> Result<Head, Error> {
        Ok(self.data.heads.get(&company).copied().unwrap_or_default())
    }

    fn append(&mut self, event: &Event, head: &Head) -> Result<(), Error> {
        let data = &mut self.data;
        let key = (event.company, event.noun.as_str().into(), event.stream);
        data.streams.insert((key, event.version), event.sequence);
        data.events.insert((event.company, event.sequence), Arc::new(event.clone()));
        data.heads.insert(event.company, *head);
        Ok(())
    }

    fn stream(&mut self, stream: &Stream, after: u64, limit: u32) -> Result<Vec<Event>, Error> {
        let key = key(stream);
        let range = (Excluded((key.clone(), after)), Included((key, u64::MAX)));
        let versions = self.data.streams.range(range.0, range.1);
        let sequences = versions.map(|(_, sequence)| (stream.company, *sequence));
        let events = sequences.filter_map(|at| self.data.events.get(&at));
        Ok(events.map(|event| Event::clone(event)).take(limit as usize).collect())
    }

    fn feed(&mut self, company: Uuid, after: u64, limit: u32) -> Result<Vec<Event>, Error> {
        let events =
            self.data.events.range(Excluded((company, after)), Included((company, u64::MAX)));
        Ok(events.map(|(_, event)| Event::clone(event)).take(limit as usize).collect())
    }

    fn state(&mut self, stream: &Stream) -> Result<Option<Stored>, Error> {
        Ok(self.data.states.get(&key(stream)).map(|stored| Stored::clone(stored)))
    }

    fn put_state(&mut self, stream: &Stream, stored: &Stored) -> Result<(), Error> {
        self.data.states.insert(key(stream), Arc::new(stored.clone()));
        Ok(())
    }

    fn streams(
        &mut self,
        company: Uuid,
        noun: &'static str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let noun: Name = noun.into();
        let from = match after {
            Some(after) => Excluded((company, Arc::clone(&noun), after)),
            None => Included((company, Arc::clone(&noun), Uuid::nil())),
        };
        let states = self.data.states.range(from, Included((company, noun, Uuid::max())));
        Ok(states.map(|((_, _, id), _)| *id).take(limit as usize).collect())
    }

    fn companies(&mut self) -> Result<Vec<Uuid>, Error> {
        Ok(self.data.heads.iter().map(|(company, _)| *company).collect())
    }

    fn answered(&mut self, company: Uuid, command: Uuid) -> Result<Option<Answered>, Error> {
        let answered = self.data.answered.get(&(company, command));
        Ok(answered.map(|answered| Answered::clone(answered)))
    }

    fn put_answered(
        &mut self,
        company: Uuid,
        command: Uuid,
        answered: &Answered,
    ) -> Result<(), Error> {
        self.data.answered.insert((company, command), Arc::new(answered.clone()));
        Ok(())
    }

    fn put_entry(&mut self, company: Uuid, owner: Uuid, entry: &Entry) -> Result<(), Error> {
        self.data.rows.put(company, owner, entry);
        Ok(())
    }

    fn drop_entry(
        &mut self,
        company: Uuid,
        owner: Uuid,
        table: &'static Table,
        n: u32,
    ) -> Result<(), Error> {
        self.data.rows.drop(company, owner, table, n);
        Ok(())
    }

    fn select(&mut self, select: &Select) -> Result<Vec<Found>, Error> {
        Ok(self.data.rows.select(select))
    }

    fn put_slot(&mut self, stream: &Stream, slot: &Slot) -> Result<(), Error> {
        let (key, at) = (key(stream), (slot.version, slot.n));
        let person = (stream.company, slot.person, key.clone(), at.0, at.1);
        self.data.persons.insert(person, ());
        self.data.slots.insert((key, at.0, at.1), Arc::new(slot.clone()));
        Ok(())
    }

    fn slots(&mut self, stream: &Stream) -> Result<Vec<Slot>, Error> {
        let (from, to) = ((key(stream), 0, 0), (key(stream), u64::MAX, u32::MAX));
        let slots = self.data.slots.range(Included(from), Included(to));
        Ok(slots.map(|(_, slot)| Slot::clone(slot)).collect())
    }

    fn quoted(&mut self, company: Uuid, person: Uuid) -> Result<u32, Error> {
        Ok(self.data.about(company, person).len() as u32)
    }

    fn erase(&mut self, company: Uuid, person: Uuid) -> Result<Vec<(String, Uuid)>, Error> {
        let mut streams = BTreeSet::new();
        for at in self.data.about(company, person) {
            let (_, _, key, version, n) = at.clone();
            self.data.persons.remove(&at);
            streams.insert((key.1.to_string(), key.2));
            self.data.slots.remove(&(key, version, n));
        }
        Ok(streams.into_iter().collect())
    }

    fn external(
        &mut self,
        company: Uuid,
        noun: &'static str,
        system: &str,
        value: &str,
    ) -> Result<Option<Uuid>, Error> {
        let key = (company, noun.into(), system.into(), value.into());
        Ok(self.data.external.get(&key).copied())
    }

    fn put_external(&mut self, stream: &Stream, system: &str, value: &str) -> Result<(), Error> {
        self.drop_external(stream, system)?;
        let (company, noun, id) = key(stream);
        let (system, value): (Name, Name) = (system.into(), value.into());
        let outside = (company, Arc::clone(&noun), Arc::clone(&system), Arc::clone(&value));
        self.data.external.insert(outside, id);
        self.data.outside.insert(((company, noun, id), system), value);
        Ok(())
    }

    fn drop_external(&mut self, stream: &Stream, system: &str) -> Result<(), Error> {
        let (company, noun, id) = key(stream);
        let system: Name = system.into();
        let called = ((company, Arc::clone(&noun), id), Arc::clone(&system));
        if let Some(value) = self.data.outside.remove(&called) {
            self.data.external.remove(&(company, noun, system, value));
        }
        Ok(())
    }

    fn put_context(&mut self, context: Uuid, stream: &Stream, sequence: u64) -> Result<(), Error> {
        self.data.contexts.insert((stream.company, context, sequence), ());
        Ok(())
    }

    fn drop_context(&mut self, context: Uuid, stream: &Stream) -> Result<(), Error> {
        for event in self.stream(stream, 0, u32::MAX)? {
            self.data.contexts.remove(&(stream.company, context, event.sequence));
        }
        Ok(())
    }

    fn timeline(
        &mut self,
        company: Uuid,
        context: Uuid,
        after: u64,
        limit: u32,
    ) -> Result<Vec<Event>, Error> {
        let from = Excluded((company, context, after));
        let places = self.data.contexts.range(from, Included((company, context, u64::MAX)));
        let events = places.filter_map(|((c, _, s), ())| self.data.events.get(&(*c, *s)));
        Ok(events.map(|event| Event::clone(event)).take(limit as usize).collect())
    }

    fn put_blob(&mut self, company: Uuid, hash: &Hash, bytes: &[u8]) -> Result<(), Error> {
        self.data.blobs.insert((company, *hash), bytes.into());
        Ok(())
    }

    fn blob(&mut self, company: Uuid, hash: &Hash) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.data.blobs.get(&(company, *hash)).map(|bytes| bytes.to_vec()))
    }

    fn drop_blob(&mut self, company: Uuid, hash: &Hash) -> Result<(), Error> {
        self.data.blobs.remove(&(company, *hash));
        Ok(())
    }

    fn mark(&mut self) -> Result<(), Error> {
        self.marks.push(self.data.clone());
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
    /// Where values about a person are.
    fn about(&self, company: Uuid, person: Uuid) -> Vec<(Uuid, Uuid, Key, u64, u32)> {
        let first = (company, person, (Uuid::nil(), "".into(), Uuid::nil()), 0, 0);
        let about = self.persons.range(Included(first), Unbounded).map(|(at, ())| at.clone());
        about.take_while(|at| (at.0, at.1) == (company, person)).collect()
    }
}
