//! A store in memory, for tests: the same answers as the others, nothing durable.

mod along;
mod inspect;
mod map;
mod rows;

use callout_core::error::Error;
use callout_core::journal::{Event, Hash, Head, Slot};
use callout_core::port::index::{Entry, Found, Select, Table};
use callout_core::port::store::{
    Answered, Cursor, OwnTx, Quote, Remembered, Store, Stored, Stream, TimelinePage, Tx,
};
use map::Map;
use rows::Rows;
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

type Name = Arc<str>;
type Key = (Uuid, Name, Uuid);
/// Of a state, and of its rows.
type Form = (u32, u32);

/// Everything. A copy shares all of it, and what is changed afterwards is changed in one of them.
#[derive(Clone, Default)]
struct Data {
    heads: Map<Uuid, Head>,
    events: Map<(Uuid, u64), Arc<Event>>,
    streams: Map<(Key, u64), u64>,
    /// The events of a command.
    commands: Map<(Uuid, Uuid, u64), ()>,
    ended: Map<Uuid, u64>,
    secrets: Map<Uuid, Hash>,
    states: Map<Key, Arc<Stored>>,
    /// Streams by the form of their state and rows.
    forms: Map<(Uuid, Name, Form, Uuid), ()>,
    answered: Map<(Uuid, Uuid), Arc<Answered>>,
    rows: Rows,
    slots: Map<(Key, u64, u32), Arc<Slot>>,
    /// The places of the slots about a person.
    persons: Map<(Uuid, Uuid, Key, u64, u32), ()>,
    external: Map<(Uuid, Name, Name, Name), Uuid>,
    /// What an id is called in a system.
    outside: Map<(Key, Name), Name>,
    contexts: Map<(Uuid, Uuid, u64), ()>,
    /// What a connector remembers under a key.
    cursors: Map<(Uuid, Name, Name), Arc<[u8]>>,
    blobs: Map<(Uuid, Hash), Arc<[u8]>>,
    /// Who names bytes, and which bytes somebody names.
    uses: Map<(Uuid, Hash, Name, Uuid), ()>,
    used: Map<(Key, Hash), ()>,
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
    ///
    /// ```
    /// use callout_adapters::store::memory::MemoryStore;
    /// use callout_adapters::system::{SystemClock, SystemIds};
    /// use callout_core::engine::Engine;
    /// use std::sync::Arc;
    /// let store = Arc::new(MemoryStore::new());
    /// let engine = Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds));
    /// ```
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
        data.commands.insert((event.company, event.command, event.sequence), ());
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

    fn caused(&mut self, company: Uuid, command: Uuid) -> Result<Vec<Event>, Error> {
        let (from, to) = ((company, command, 0), (company, command, u64::MAX));
        let caused = self.data.commands.range(Included(from), Included(to));
        let events = caused.filter_map(|((_, _, at), ())| self.data.events.get(&(company, *at)));
        Ok(events.map(|event| Event::clone(event)).collect())
    }

    fn state(&mut self, stream: &Stream) -> Result<Option<Stored>, Error> {
        Ok(self.data.states.get(&key(stream)).map(|stored| Stored::clone(stored)))
    }

    fn versions(
        &mut self,
        company: Uuid,
        noun: &'static str,
        ids: &[Uuid],
        see: &mut dyn FnMut(Uuid, u64),
    ) -> Result<(), Error> {
        for id in ids {
            let stream = Stream { company, noun, id: *id };
            if let Some(stored) = self.data.states.get(&key(&stream)) {
                see(*id, stored.version);
            }
        }
        Ok(())
    }

    fn put_state(&mut self, stream: &Stream, stored: &Stored) -> Result<(), Error> {
        let (company, noun, id) = key(stream);
        let of = |stored: &Stored| (company, Arc::clone(&noun), (stored.fold, stored.rows), id);
        let before = self.data.states.get(&key(stream)).map(|before| of(before));
        if before.as_ref() != Some(&of(stored)) {
            before.map(|before| self.data.forms.remove(&before));
            self.data.forms.insert(of(stored), ());
        }
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

    fn stale(
        &mut self,
        company: Uuid,
        noun: &'static str,
        form: (u32, u32),
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let noun: Name = noun.into();
        let at = |form: Form, id: Uuid| (company, Arc::clone(&noun), form, id);
        let older = (Included(at((0, 0), Uuid::nil())), Excluded(at(form, Uuid::nil())));
        let newest = (u32::MAX, u32::MAX);
        let newer = (Excluded(at(form, Uuid::max())), Included(at(newest, Uuid::max())));
        let forms = &self.data.forms;
        let found = forms.range(older.0, older.1).chain(forms.range(newer.0, newer.1));
        Ok(found.map(|((.., id), ())| *id).take(limit as usize).collect())
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

    fn drop_answered(&mut self, company: Uuid, command: Uuid) -> Result<(), Error> {
        self.data.answered.remove(&(company, command));
        Ok(())
    }

    fn unprint_idle(&mut self, company: Uuid) -> Result<(), Error> {
        let (from, to) = ((company, Uuid::nil()), (company, Uuid::max()));
        let all = self.data.answered.range(Included(from), Included(to));
        let idle = all.filter(|(_, answered)| answered.events == 0 && answered.print.is_some());
        let unprinted: Vec<_> =
            idle.map(|(at, it)| (*at, Answered { print: None, ..Answered::clone(it) })).collect();
        for (at, answered) in unprinted {
            self.data.answered.insert(at, Arc::new(answered));
        }
        Ok(())
    }

    fn secret(&mut self, company: Uuid) -> Result<Hash, Error> {
        Ok(self.data.secrets.get(&company).copied().unwrap_or_default())
    }

    fn put_secret(&mut self, company: Uuid, secret: &Hash) -> Result<(), Error> {
        self.data.secrets.insert(company, *secret);
        Ok(())
    }

    fn ended(&mut self, company: Uuid) -> Result<u64, Error> {
        Ok(self.data.ended.get(&company).copied().unwrap_or(0))
    }

    fn put_ended(&mut self, company: Uuid, sequence: u64) -> Result<(), Error> {
        self.data.ended.insert(company, sequence);
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

    fn first_rows(
        &mut self,
        company: Uuid,
        table: &'static Table,
        owners: &[Uuid],
        see: &mut dyn FnMut(Uuid, &[u8]),
    ) -> Result<(), Error> {
        for owner in owners {
            if let Some(entry) = self.data.rows.rows.get(&(table.name, company, *owner, 0)) {
                see(*owner, &entry.row);
            }
        }
        Ok(())
    }

    fn select(&mut self, select: &Select) -> Result<Vec<Found>, Error> {
        Ok(self.data.rows.select(select))
    }

    fn count(&mut self, select: &Select) -> Result<u32, Error> {
        Ok(self.data.rows.select(&Select { after: None, ..select.clone() }).len() as u32)
    }

    fn remembered(&mut self, company: Uuid, connector: &str) -> Result<Remembered, Error> {
        let from = Included((company, connector.into(), Name::from("")));
        let all = self.data.cursors.range(from, Unbounded);
        let its = all.take_while(|((of, by, _), _)| *of == company && &**by == connector);
        Ok(its.map(|((.., key), value)| (key.to_string(), value.to_vec())).collect())
    }

    fn remember(&mut self, cursor: &Cursor<'_>, value: Option<&[u8]>) -> Result<(), Error> {
        let place = (cursor.company, cursor.connector.into(), cursor.key.into());
        match value {
            Some(value) => self.data.cursors.insert(place, value.into()),
            None => drop(self.data.cursors.remove(&place)),
        }
        Ok(())
    }

    fn put_slot(&mut self, stream: &Stream, slot: &Slot) -> Result<(), Error> {
        let (key, at) = (key(stream), (slot.version, slot.n));
        let person = (stream.company, slot.person, key.clone(), at.0, at.1);
        self.data.persons.insert(person, ());
        self.data.slots.insert((key, at.0, at.1), Arc::new(slot.clone()));
        Ok(())
    }

    fn slots(&mut self, stream: &Stream, from: u64, to: u64) -> Result<Vec<Slot>, Error> {
        if from > to {
            return Ok(Vec::new());
        }
        let (from, to) = ((key(stream), from, 0), (key(stream), to, u32::MAX));
        let slots = self.data.slots.range(Included(from), Included(to));
        Ok(slots.map(|(_, slot)| Slot::clone(slot)).collect())
    }

    fn wipe(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn quotes(&mut self, company: Uuid, person: Uuid) -> Result<Vec<Quote>, Error> {
        let quote = |(_, _, (_, noun, stream), version, n): (Uuid, Uuid, Key, u64, u32)| Quote {
            noun: noun.to_string(),
            stream,
            version,
            n,
        };
        Ok(self.data.about(company, person).into_iter().map(quote).collect())
    }

    fn erase(&mut self, stream: &Stream, person: Uuid) -> Result<u32, Error> {
        let mut count = 0;
        let about = self.data.about(stream.company, person);
        for at in about.into_iter().filter(|at| at.2 == key(stream)) {
            self.data.persons.remove(&at);
            let (_, _, key, version, n) = at;
            self.data.slots.remove(&(key, version, n));
            count += 1;
        }
        Ok(count)
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

    fn drop_externals(&mut self, stream: &Stream) -> Result<(), Error> {
        let key = key(stream);
        let from = Included((key.clone(), Name::from("")));
        let held = self.data.outside.range(from, Unbounded);
        let held = held.take_while(|((owner, _), _)| *owner == key);
        let systems: Vec<Name> = held.map(|((_, system), _)| Arc::clone(system)).collect();
        systems.iter().try_for_each(|system| self.drop_external(stream, system))
    }

    fn put_context(&mut self, context: Uuid, stream: &Stream, sequence: u64) -> Result<(), Error> {
        self.data.contexts.insert((stream.company, context, sequence), ());
        Ok(())
    }

    fn in_context(&mut self, company: Uuid, context: Uuid, sequence: u64) -> Result<bool, Error> {
        Ok(self.data.contexts.get(&(company, context, sequence)).is_some())
    }

    fn drop_context(&mut self, context: Uuid, stream: &Stream) -> Result<(), Error> {
        for event in self.stream(stream, 0, u32::MAX)? {
            self.data.contexts.remove(&(stream.company, context, event.sequence));
        }
        Ok(())
    }

    fn timeline(&mut self, page: &TimelinePage<'_>) -> Result<Vec<Event>, Error> {
        let at = |sequence| (page.company, page.context, sequence);
        let (from, to) = match (page.descending, page.after) {
            (false, after) => (Excluded(at(after)), Included(at(u64::MAX))),
            (true, 0) => (Included(at(0)), Included(at(u64::MAX))),
            (true, before) => (Included(at(0)), Excluded(at(before))),
        };
        let places = self.data.contexts.range(from, to);
        let mut events: Vec<_> =
            places.filter_map(|((c, _, s), ())| self.data.events.get(&(*c, *s))).collect();
        events.retain(|event| page.nouns.is_empty() || page.nouns.contains(&event.noun));
        if page.descending {
            events.reverse();
        }
        Ok(events.into_iter().take(page.limit as usize).map(|event| Event::clone(event)).collect())
    }

    fn put_blob(&mut self, company: Uuid, hash: &Hash, bytes: &[u8]) -> Result<(), Error> {
        self.data.blobs.insert((company, *hash), bytes.into());
        Ok(())
    }

    fn put_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error> {
        let key = key(stream);
        self.data.uses.insert((key.0, *hash, Arc::clone(&key.1), key.2), ());
        self.data.used.insert((key, *hash), ());
        Ok(())
    }

    fn drop_use(&mut self, stream: &Stream, hash: &Hash) -> Result<(), Error> {
        let key = key(stream);
        self.data.uses.remove(&(key.0, *hash, Arc::clone(&key.1), key.2));
        self.data.used.remove(&(key, *hash));
        Ok(())
    }

    fn used(&mut self, stream: &Stream) -> Result<Vec<Hash>, Error> {
        let key = key(stream);
        let used = self.data.used.range(Included((key.clone(), Hash([0; 32]))), Unbounded);
        let used = used.map(|(at, ())| at).take_while(|(of, _)| *of == key);
        Ok(used.map(|(_, hash)| *hash).collect())
    }

    fn uses(&mut self, company: Uuid, hash: &Hash) -> Result<Vec<(String, Uuid)>, Error> {
        let first = (company, *hash, Name::from(""), Uuid::nil());
        let uses = self.data.uses.range(Included(first), Unbounded).map(|(at, ())| at);
        let uses = uses.take_while(|at| (at.0, at.1) == (company, *hash));
        Ok(uses.map(|(_, _, noun, id)| (noun.to_string(), *id)).collect())
    }

    fn blob_size(&mut self, company: Uuid, hash: &Hash) -> Result<Option<u64>, Error> {
        Ok(self.data.blobs.get(&(company, *hash)).map(|bytes| bytes.len() as u64))
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
