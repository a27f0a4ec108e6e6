//! Tells a story to an engine whose ids and times follow from the story alone, so that the same
//! story gives the same journal.

use crate::support::{TestClock, id_of, world};
use callout::access::Actor;
use callout::engine::{Engine, Receipt, Request};
use callout::error::Error;
use callout::letter::OutgoingMail;
use callout::port::ids::Ids;
use callout::port::mailer::{Delivery, Mailer};
use callout::port::store::Store;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// One after the other.
struct Counting(AtomicU64);

impl Counting {
    fn next(&self) -> u128 {
        u128::from(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

impl Ids for Counting {
    fn id(&self) -> Uuid {
        Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + self.next())
    }

    fn salt(&self) -> [u8; 16] {
        Uuid::from_u128(self.next() << 64).into_bytes()
    }
}

/// Takes everything, or nothing.
struct Postbox(bool);

impl Mailer for Postbox {
    fn id(&self) -> &str {
        "postbox"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(match self.0 {
            true => Delivery::Sent { detail: "250 OK".to_owned() },
            false => Delivery::Failed { permanent: false, reason: "451 later".to_owned() },
        })
    }
}

pub struct Teller {
    pub engine: Engine,
    clock: TestClock,
    commands: RefCell<u64>,
    versions: RefCell<BTreeMap<(String, Uuid), u64>>,
    /// What was asked so far.
    pub asked: RefCell<Vec<Request>>,
    /// Each kind of event the first time that it happened: in English, and in Czech.
    pub heard: RefCell<BTreeMap<String, [String; 2]>>,
    heard_until: RefCell<u64>,
}

impl Teller {
    pub fn new(store: Arc<dyn Store>) -> Teller {
        let clock = TestClock::at("2026-10-01T08:00:00+02:00");
        let ids = Arc::new(Counting(AtomicU64::new(1)));
        let engine = callout::equipped(Engine::new(store, Arc::new(clock.clone()), ids));
        Teller {
            engine,
            clock,
            commands: RefCell::new(0),
            versions: RefCell::new(BTreeMap::new()),
            asked: RefCell::new(Vec::new()),
            heard: RefCell::default(),
            heard_until: RefCell::default(),
        }
    }

    pub fn at(&self, time: &str) {
        self.clock.set(time);
    }

    /// A manager says `noun.verb` to something with a name.
    pub fn tell(&self, command: &str, target: &str, body: Value) -> Receipt {
        self.tell_to(&world::manager(), command, id_of(target), body)
    }

    pub fn tell_to(&self, who: &Actor, command: &str, target: Uuid, body: Value) -> Receipt {
        let noun = command.split('.').next().expect("noun.verb");
        let whose = body.get("noun").and_then(Value::as_str).unwrap_or(noun).to_owned();
        let expected = self.versions.borrow().get(&(whose, target)).copied();
        self.ask(who, command, target, expected, body)
    }

    /// Somebody who saw only what there was at first.
    pub fn tell_late(&self, who: &Actor, command: &str, target: &str, body: Value) -> Receipt {
        self.ask(who, command, id_of(target), Some(1), body)
    }

    fn ask(
        &self,
        who: &Actor,
        command: &str,
        target: Uuid,
        expected: Option<u64>,
        body: Value,
    ) -> Receipt {
        let (noun, verb) = command.split_once('.').expect("noun.verb");
        let body = json!({noun: {verb: body}});
        let mut request = world::request_of(who, Some(target), expected, &body);
        *self.commands.borrow_mut() += 1;
        request.id = id_of(&format!("command {}", self.commands.borrow()));
        self.asked.borrow_mut().push(request.clone());
        let receipt = self.engine.execute(&request);
        let receipt = receipt.unwrap_or_else(|error| panic!("{command}: {error:?}"));
        self.seen(&receipt);
        self.listen();
        receipt
    }

    /// Has what happened since the last time told in sentences, before somebody is forgotten.
    fn listen(&self) {
        let after = *self.heard_until.borrow();
        let [en, cs] = ["en", "cs"].map(|language| {
            let ask = json!({"changes": {"after": after, "limit": 1000, "language": language}});
            world::ask(&self.engine, &world::manager(), &ask).expect("the feed")
        });
        *self.heard_until.borrow_mut() = en["next"].as_u64().expect("a sequence");
        let changes = |page: &Value| page["changes"].as_array().expect("events").clone();
        for (en, cs) in changes(&en).into_iter().zip(changes(&cs)) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let event = text(&en["event"]);
            let of_any = event.starts_with("record.");
            let kind = if of_any { event } else { format!("{}.{event}", text(&en["noun"])) };
            let about = |told: &Value| {
                let (called, who) = (text(&told["called"]), text(&told["actor_name"]));
                format!("{called} | {who} | {}", text(&told["text"]))
            };
            self.heard.borrow_mut().entry(kind).or_insert([about(&en), about(&cs)]);
        }
    }

    fn seen(&self, receipt: &Receipt) {
        for event in &receipt.events {
            self.versions.borrow_mut().insert((event.noun.clone(), event.id), event.version);
        }
    }

    /// What a place of a state says.
    pub fn see(&self, noun: &str, id: Uuid, pointer: &str) -> Value {
        let view = world::get(&self.engine, &world::manager(), noun, id).expect(noun);
        view["state"].pointer(pointer).unwrap_or_else(|| panic!("{pointer} of {view}")).clone()
    }

    pub fn see_id(&self, noun: &str, name: &str, pointer: &str) -> Uuid {
        serde_json::from_value(self.see(noun, id_of(name), pointer)).expect("an id")
    }

    pub fn blob(&self, bytes: &[u8]) -> Value {
        json!(self.engine.put_blob(world::company(), &world::manager(), bytes).expect("a blob"))
    }

    /// Pumps the outbox; the messages.
    pub fn deliver(&self, taken: bool) -> Vec<Uuid> {
        let manager = world::manager();
        let delivered =
            self.engine.deliver(world::company(), &manager, &Postbox(taken), 10).expect("a pump");
        let ids: Vec<Uuid> = delivered.iter().map(|one| one.message).collect();
        for id in &ids {
            let view = world::get(&self.engine, &manager, "message", *id).expect("a message");
            let version = view["version"].as_u64().expect("a version");
            self.versions.borrow_mut().insert(("message".to_owned(), *id), version);
        }
        self.listen();
        ids
    }

    pub fn receive(&self, bytes: &[u8]) -> Uuid {
        let read = callout::adapters::mail::eml::read(bytes).expect("a mail");
        let received =
            self.engine.receive(world::company(), &world::manager(), bytes, read).expect("taken");
        self.seen(&received.receipt);
        self.listen();
        received.receipt.target
    }
}
