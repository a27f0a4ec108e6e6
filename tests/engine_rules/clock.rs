//! A clock that shows no time: what asked is refused, and no other time is taken.

use super::support::{TestClock, id_of, world};
use super::{code, on_each_store};
use callout::adapters::system::SystemIds;
use callout::engine::{BatchRequest, Engine, read};
use callout::error::{Door, Error};
use callout::letter::OutgoingMail;
use callout::port::clock::Clock;
use callout::port::mailer::{Delivery, Mailer};
use callout::schedule::Instant;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stops after it was read so many times.
struct Stopping {
    clock: TestClock,
    left: AtomicI64,
}

impl Clock for Stopping {
    fn now(&self) -> Result<Instant, Error> {
        if self.left.fetch_sub(1, Ordering::SeqCst) <= 0 {
            return Err(Door::ClockDown { reason: "stopped".to_owned() }.into());
        }
        self.clock.now()
    }
}

struct Takes(AtomicI64);

impl Mailer for Takes {
    fn id(&self) -> &str {
        "takes"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(Delivery::Sent { detail: "250 OK".to_owned() })
    }
}

fn on_each_stopping(rule: impl Fn(&Engine, &Stopping)) {
    on_each_store(|store| {
        let clock = TestClock::at("2026-10-14T08:00:00+02:00");
        let clock = Arc::new(Stopping { clock, left: AtomicI64::new(1_000_000) });
        let engine = Engine::new(store, clock.clone(), Arc::new(SystemIds));
        world::founded(&engine);
        rule(&engine, &clock);
        clock.left.store(1_000_000, Ordering::SeqCst);
        world::assert_clean(&engine);
    });
}

fn events(engine: &Engine) -> u64 {
    engine.session(world::company(), world::manager()).head().unwrap().count
}

#[test]
fn nothing_is_done_without_a_time() {
    on_each_stopping(|engine, clock| {
        let before = events(engine);
        let task = json!({"task": {"create": {"title": "Call"}}});
        let command = world::request(None, None, &task);
        clock.left.store(0, Ordering::SeqCst);
        assert_eq!(code(engine.execute(&command)), "ENGINE-CLOCK-01");
        let list = json!({"task": {"list": {}}});
        assert_eq!(code(world::ask(engine, &world::manager(), &list)), "ENGINE-CLOCK-01");
        let commands: Vec<Value> =
            (1..=2).map(|n| json!({"id": id_of(&n.to_string()), "command": task})).collect();
        let batch = json!({"company": world::company(), "actor": world::manager(),
            "mode": "each", "commands": commands});
        let batch: BatchRequest = read(batch.to_string().as_bytes()).unwrap();
        clock.left.store(1, Ordering::SeqCst);
        assert_eq!(code(engine.batch(&batch)), "ENGINE-CLOCK-01", "not even the first");
        clock.left.store(1_000_000, Ordering::SeqCst);
        assert_eq!(events(engine), before);
        engine.execute(&command).unwrap();
    });
}

#[test]
fn nothing_is_sent_without_a_time() {
    on_each_stopping(|engine, clock| {
        let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
        let letter = json!({"purpose": "letter", "to": to, "subject": "A", "text": "B"});
        let queue = json!({"message": {"queue": letter}});
        engine.execute(&world::request(Some(id_of("dopis")), None, &queue)).unwrap();
        let status = || {
            let seen = world::get(engine, &world::manager(), "message", id_of("dopis"));
            seen.unwrap()["state"]["status"].clone()
        };
        let takes = Takes(AtomicI64::new(0));
        let deliver = |reads| {
            clock.left.store(reads, Ordering::SeqCst);
            let round = engine.deliver(world::company(), &world::manager(), &takes, 1);
            clock.left.store(1_000_000, Ordering::SeqCst);
            round
        };
        for reads in 0..3 {
            assert_eq!(code(deliver(reads)), "ENGINE-CLOCK-01", "{reads}");
            assert_eq!((status(), takes.0.load(Ordering::SeqCst)), (json!("queued"), 0));
        }
        // It was sent, and what the server said could not be stamped.
        let round = deliver(3).unwrap();
        assert!(round[0].unrecorded.as_deref().is_some_and(|it| it.contains("ENGINE-CLOCK-01")));
        assert_eq!((status(), takes.0.load(Ordering::SeqCst)), (json!("unknown"), 1));
    });
}
