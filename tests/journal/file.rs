//! A journal as a file of lines: events with their hashes, then the values about persons.

use callout::journal::{Event, Hash, Slot};
use callout::port::store::{Store, Stream};
use callout::schedule::Instant;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Room and event. What a host hangs on any noun is of the room `record`.
pub type Kind = (String, String);

/// A journal, with the values that were not erased.
pub struct Kept {
    pub events: Vec<Event>,
    pub slots: Vec<(Stream, Slot)>,
    pub blobs: Vec<Vec<u8>>,
    pub secret: Hash,
}

impl Kept {
    /// Of the one company in a store.
    pub fn of(store: &dyn Store) -> Kept {
        let mut tx = store.read().unwrap();
        let company = tx.companies().unwrap()[0];
        let events = tx.feed(company, 0, 100_000).unwrap();
        let hashes = tx.blobs(company, None, 10_000).unwrap();
        let blobs = hashes.iter().map(|hash| tx.blob(company, hash).unwrap().unwrap()).collect();
        let secret = tx.secret(company).unwrap();
        let mut kept = Kept { events, slots: Vec::new(), blobs, secret };
        for (stream, ..) in kept.streams() {
            let slots = tx.slots(&stream, 0, u64::MAX).unwrap();
            kept.slots.extend(slots.into_iter().map(|slot| (stream.clone(), slot)));
        }
        kept
    }

    pub fn company(&self) -> Uuid {
        self.events[0].company
    }

    /// Each stream with its version and last hash, in the order in which they began.
    pub fn streams(&self) -> Vec<(Stream, u64, Hash)> {
        let mut order = Vec::new();
        let mut newest = BTreeMap::new();
        for event in &self.events {
            let stream = stream(event.company, &event.noun, event.stream);
            if newest.insert(stream.clone(), (event.version, event.hash)).is_none() {
                order.push(stream);
            }
        }
        order
            .into_iter()
            .map(|stream| {
                let (version, last) = newest[&stream];
                (stream, version, last)
            })
            .collect()
    }

    pub fn kinds(&self) -> BTreeSet<Kind> {
        let kind = |event: &Event| match event.kind.split_once('.') {
            Some((room, kind)) => (room.to_owned(), kind.to_owned()),
            None => (event.noun.clone(), event.kind.clone()),
        };
        self.events.iter().map(kind).collect()
    }

    pub fn text(&self) -> String {
        let events = self.events.iter().map(line_of_event);
        let slots = self.slots.iter().map(|(stream, slot)| line_of_slot(stream, slot));
        let blobs = self.blobs.iter().map(|bytes| json!({"blob": hex(bytes)}));
        let secret = std::iter::once(json!({"secret": self.secret}));
        events.chain(slots).chain(blobs).chain(secret).map(|line| format!("{line}\n")).collect()
    }

    pub fn read(text: &str) -> Kept {
        let (events, slots, blobs) = (Vec::new(), Vec::new(), Vec::new());
        let mut kept = Kept { events, slots, blobs, secret: Hash::default() };
        for line in text.lines() {
            let line: Value = serde_json::from_str(line).expect("a line of JSON");
            if let Some(blob) = line["blob"].as_str() {
                kept.blobs.push(bytes(blob));
            } else if line.get("secret").is_some() {
                kept.secret = of(&line, "secret");
            } else if line.get("salt").is_some() {
                kept.slots.push(slot(&line));
            } else {
                kept.events.push(event(&line));
            }
        }
        kept
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let pair = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
    (0..hex.len()).step_by(2).map(pair).collect()
}

fn stream(company: Uuid, noun: &str, id: Uuid) -> Stream {
    // A store's streams are named by constants; here they come from a file.
    Stream { company, noun: Box::leak(noun.to_owned().into_boxed_str()), id }
}

fn line_of_event(event: &Event) -> Value {
    json!({
        "company": event.company, "sequence": event.sequence, "noun": event.noun,
        "stream": event.stream, "version": event.version, "kind": event.kind,
        "format": event.format, "at": event.at.micros(), "actor": event.actor,
        "role": event.role, "command": event.command, "device": event.device,
        "cause": event.cause, "receipt": event.receipt,
        "body": String::from_utf8(event.body.clone()).expect("JSON"),
        "previous": event.previous, "hash": event.hash,
    })
}

fn line_of_slot(stream: &Stream, slot: &Slot) -> Value {
    json!({
        "company": stream.company, "noun": stream.noun, "stream": stream.id,
        "version": slot.version, "n": slot.n, "person": slot.person,
        "salt": Uuid::from_bytes(slot.salt),
        "value": String::from_utf8(slot.value.clone()).expect("JSON"),
    })
}

fn of<T: serde::de::DeserializeOwned>(line: &Value, name: &str) -> T {
    serde_json::from_value(line[name].clone()).unwrap_or_else(|why| panic!("{name}: {why}"))
}

fn event(line: &Value) -> Event {
    Event {
        company: of(line, "company"),
        sequence: of(line, "sequence"),
        noun: of(line, "noun"),
        stream: of(line, "stream"),
        version: of(line, "version"),
        kind: of(line, "kind"),
        format: of(line, "format"),
        at: Instant::from_micros(of(line, "at")).expect("a time"),
        actor: of(line, "actor"),
        role: of(line, "role"),
        command: of(line, "command"),
        device: of(line, "device"),
        cause: of(line, "cause"),
        receipt: of(line, "receipt"),
        body: of::<String>(line, "body").into_bytes(),
        previous: of(line, "previous"),
        hash: of(line, "hash"),
    }
}

fn slot(line: &Value) -> (Stream, Slot) {
    let noun: String = of(line, "noun");
    let slot = Slot {
        version: of(line, "version"),
        n: of(line, "n"),
        person: of(line, "person"),
        salt: of::<Uuid>(line, "salt").into_bytes(),
        value: of::<String>(line, "value").into_bytes(),
    };
    (stream(of(line, "company"), &noun, of(line, "stream")), slot)
}
