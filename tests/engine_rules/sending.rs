//! What becomes of a message while somebody else decides about it (R8).

use super::support::{TestClock, engine_on, id_of, world};
use super::{clock, code, on_each, on_each_store};
use callout::adapters::system::SystemIds;
use callout::engine::Engine;
use callout::error::{Door, Error};
use callout::letter::{MailFault, OutgoingMail};
use callout::message::MAX_WORDS;
use callout::port::clock::Clock;
use callout::port::mailer::{Delivery, Mailer};
use callout::port::store::{OwnTx, Store};
use callout::schedule::Instant;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// A slow server: while it takes the message, somebody sees `unknown` and decides about it.
struct Slow<'e> {
    engine: &'e Engine,
    message: Uuid,
    /// What somebody decides.
    decides: Value,
    /// What the server says at last.
    says: Delivery,
    /// What another pump's server says meanwhile, if there is another pump.
    meanwhile: Option<Delivery>,
}

impl Mailer for Slow<'_> {
    fn id(&self) -> &str {
        "slow"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        let seen = world::get(self.engine, &world::manager(), "message", self.message)?;
        let version = seen["version"].as_u64();
        self.engine.execute(&world::request(Some(self.message), version, &self.decides))?;
        if let Some(says) = self.meanwhile.clone() {
            let other = Says(says);
            self.engine.deliver(world::company(), &world::manager(), &other, 10)?;
        }
        Ok(self.says.clone())
    }
}

struct Says(Delivery);

impl Mailer for Says {
    fn id(&self) -> &str {
        "says"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(self.0.clone())
    }
}

fn sent(detail: &str) -> Delivery {
    Delivery::Sent { detail: detail.to_owned() }
}

fn failed(reason: &str) -> Delivery {
    Delivery::Failed { permanent: false, reason: reason.to_owned() }
}

/// Queues two letters, the first of which a slow server takes; how both stand afterwards.
fn pumped(engine: &Engine, says: Delivery, meanwhile: Option<Delivery>) -> [Value; 2] {
    let retry = json!({"message": {"retry": {"reason": "zákazník nic nedostal"}}});
    pumped_while(engine, &retry, says, meanwhile)
}

fn pumped_while(
    engine: &Engine,
    decides: &Value,
    says: Delivery,
    meanwhile: Option<Delivery>,
) -> [Value; 2] {
    let letters = ["první", "druhá"].map(|name| (id_of(name), name));
    for (id, subject) in letters {
        let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
        let letter = json!({"purpose": "letter", "to": to, "subject": subject, "text": "B"});
        let queue = json!({"message": {"queue": letter}});
        engine.execute(&world::request(Some(id), None, &queue)).unwrap();
    }
    let decides = decides.clone();
    let slow = Slow { engine, message: letters[0].0, decides, says, meanwhile };
    engine.deliver(world::company(), &world::manager(), &slow, 1).unwrap();
    letters.map(|(id, _)| {
        world::get(engine, &world::manager(), "message", id).unwrap()["state"].clone()
    })
}

fn outcomes(state: &Value) -> Vec<&str> {
    let attempts = state["attempts"].as_array().unwrap();
    attempts
        .iter()
        .map(|attempt| attempt["outcome"]["detail"]["value"].as_str().unwrap_or(""))
        .collect()
}

#[test]
fn a_message_that_was_taken_after_all_is_not_sent_again() {
    on_each(|engine| {
        let [first, _] = pumped(engine, sent("250 OK"), None);
        assert_eq!((&first["status"], outcomes(&first)), (&json!("sent"), vec!["250 OK"]));
    });
}

#[test]
fn a_message_that_was_taken_after_all_is_not_sent_again_by_itself() {
    on_each(|engine| {
        let [first, _] = pumped(engine, sent("250 OK"), Some(failed("451 later")));
        assert_eq!((&first["status"], &first["next_try"]), (&json!("sent"), &Value::Null));
        assert_eq!(outcomes(&first), ["250 OK", "451 later"]);
        assert_eq!(first["attempts"][1]["outcome"]["result"], "not_now");
    });
}

#[test]
fn a_message_that_was_not_taken_goes_out_as_it_was_asked_to() {
    on_each(|engine| {
        let [first, _] = pumped(engine, failed("451 later"), None);
        assert_eq!((&first["status"], outcomes(&first)), (&json!("queued"), vec!["451 later"]));
    });
}

#[test]
fn each_attempt_keeps_its_own_outcome_and_the_newest_one_counts() {
    on_each(|engine| {
        let [first, _] = pumped(engine, failed("timed out"), Some(sent("250 OK")));
        assert_eq!(
            (&first["status"], outcomes(&first)),
            (&json!("sent"), vec!["timed out", "250 OK"])
        );
    });
}

#[test]
fn a_message_that_came_back_while_it_was_sent_keeps_what_the_server_said() {
    on_each(|engine| {
        let bounce = json!({"message": {"record_bounce": {"reason": "550 no such user"}}});
        let [first, _] = pumped_while(engine, &bounce, sent("250 OK"), None);
        assert_eq!((&first["status"], outcomes(&first)), (&json!("bounced"), vec!["250 OK"]));
        assert_eq!(first["attempts"][0]["bounced"]["code"], "550");
        assert_eq!(first["attempts"][0]["bounced"]["detail"]["value"], "550 no such user");
    });
}

#[test]
fn nobody_asked_for_nothing_is_sent() {
    on_each(|engine| {
        let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
        let letter = json!({"purpose": "letter", "to": to, "subject": "A", "text": "B"});
        let queue = json!({"message": {"queue": letter}});
        engine.execute(&world::request(Some(id_of("dopis")), None, &queue)).unwrap();
        let none = engine.deliver(world::company(), &world::manager(), &Says(sent("")), 0);
        assert_eq!(code(none), "REQUEST-PAGE-02");
        let state = world::get(engine, &world::manager(), "message", id_of("dopis")).unwrap();
        assert_eq!(state["state"]["status"], "queued");
    });
}

/// A server may answer at any length.
#[test]
fn of_what_a_server_says_the_beginning_is_kept() {
    for (said, kept) in [(MAX_WORDS, MAX_WORDS), (MAX_WORDS + 1, MAX_WORDS + 1)] {
        on_each(|engine| {
            let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
            let letter = json!({"purpose": "letter", "to": to, "subject": "A", "text": "B"});
            let queue = json!({"message": {"queue": letter}});
            engine.execute(&world::request(Some(id_of("dopis")), None, &queue)).unwrap();
            let says = Says(sent(&"ž".repeat(said)));
            engine.deliver(world::company(), &world::manager(), &says, 1).unwrap();
            let view = world::get(engine, &world::manager(), "message", id_of("dopis")).unwrap();
            let words = &view["state"]["attempts"][0]["outcome"]["detail"]["value"];
            let words = words.as_str().unwrap();
            assert_eq!(words.chars().count(), kept);
            assert_eq!(words.ends_with('…'), said > MAX_WORDS);
        });
    }
}

struct Kept(std::sync::Mutex<Vec<OutgoingMail>>);

impl Mailer for Kept {
    fn id(&self) -> &str {
        "kept"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        self.0.lock().unwrap().push(mail.clone());
        Ok(sent("250 OK"))
    }
}

#[test]
fn a_company_whose_domain_has_accents_sends_mails_too() {
    on_each(|engine| {
        let profile = json!({"name": "Modrý Klíč", "registration_number": "58000003",
            "address": {"street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00",
                "country": "CZ"}, "email": "servis@modrý-klíč.example"});
        let seen = world::get(engine, &world::manager(), "company", world::company()).unwrap();
        let change = json!({"company": {"update": {"profile": profile}}});
        let change = world::request(Some(world::company()), seen["version"].as_u64(), &change);
        engine.execute(&change).unwrap();
        let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
        let letter = json!({"purpose": "letter", "to": to, "subject": "A", "text": "B"});
        let queue = json!({"message": {"queue": letter}});
        engine.execute(&world::request(Some(id_of("dopis")), None, &queue)).unwrap();
        let kept = Kept(Default::default());
        engine.deliver(world::company(), &world::manager(), &kept, 1).unwrap();
        for mail in kept.0.into_inner().unwrap() {
            let composed = callout::adapters::mail::compose::compose(&mail);
            assert!(composed.is_ok(), "{:?}", composed.map(drop));
        }
    });
}

/// A clock that is set back after it was read so many times.
struct SetBack {
    clock: TestClock,
    reads: AtomicI64,
}

impl Clock for SetBack {
    fn now(&self) -> Result<Instant, Error> {
        if self.reads.fetch_sub(1, Ordering::SeqCst) == 0 {
            self.clock.set("2026-10-14T07:00:00+02:00");
        }
        self.clock.now()
    }
}

fn queued(engine: &Engine, name: &str) {
    let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
    let letter = json!({"purpose": "letter", "to": to, "subject": name, "text": "B"});
    let queue = json!({"message": {"queue": letter}});
    engine.execute(&world::request(Some(id_of(name)), None, &queue)).unwrap();
}

fn state(engine: &Engine, name: &str) -> Value {
    let seen = world::get(engine, &world::manager(), "message", id_of(name)).unwrap();
    seen["state"].clone()
}

#[test]
fn nothing_is_handed_over_that_was_not_marked() {
    for reads in 1..6 {
        on_each_store(|store| {
            let clock = TestClock::at("2026-10-14T08:00:00+02:00");
            let set_back = SetBack { clock: clock.clone(), reads: AtomicI64::new(-1) };
            let set_back = Arc::new(set_back);
            let engine = Engine::new(store, set_back.clone(), Arc::new(SystemIds));
            world::founded(&engine);
            queued(&engine, "dopis");
            let later = Says(failed("451 later"));
            engine.deliver(world::company(), &world::manager(), &later, 1).unwrap();
            clock.set("2026-10-14T08:01:00+02:00");
            set_back.reads.store(reads, Ordering::SeqCst);
            let kept = Kept(Default::default());
            engine.deliver(world::company(), &world::manager(), &kept, 1).unwrap();
            let attempts = state(&engine, "dopis")["attempts"].as_array().unwrap().len();
            assert_eq!(attempts, 1 + kept.0.lock().unwrap().len(), "{reads}");
        });
    }
}

/// A store whose next changes fail.
struct Failing {
    inner: Arc<dyn Store>,
    fails: AtomicI64,
}

impl Store for Failing {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn read(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        self.inner.read()
    }

    fn write(&self) -> Result<Box<dyn OwnTx + '_>, Error> {
        if self.fails.fetch_sub(1, Ordering::SeqCst) > 0 {
            let (server, reason) = ("store".to_owned(), "busy".to_owned());
            return Err(MailFault::BadServer { server, reason }.into());
        }
        self.inner.write()
    }
}

/// A server that takes everything; with the second message the store begins to fail.
struct Taking<'s> {
    store: &'s Failing,
    fails: i64,
}

impl Mailer for Taking<'_> {
    fn id(&self) -> &str {
        "taking"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        let fails = if mail.subject == "b" { self.fails } else { 0 };
        self.store.fails.store(fails, Ordering::SeqCst);
        Ok(sent("250 OK"))
    }
}

#[test]
fn what_a_server_said_is_not_lost_with_the_store() {
    for (fails, status, told) in [(0, "sent", 3), (1, "sent", 3), (2, "unknown", 2)] {
        on_each_store(|store| {
            let store = Arc::new(Failing { inner: store, fails: AtomicI64::new(0) });
            let clock = clock();
            let engine = engine_on(store.clone(), &clock);
            world::founded(&engine);
            for (minute, name) in ["a", "b", "c"].iter().enumerate() {
                clock.set(&format!("2026-10-14T08:0{minute}:00+02:00"));
                queued(&engine, name);
            }
            let taking = Taking { store: &store, fails };
            let done = engine.deliver(world::company(), &world::manager(), &taking, 10).unwrap();
            assert_eq!(done.len(), told, "{fails}");
            assert_eq!((&*done[1].subject, &done[1].delivery), ("b", &sent("250 OK")));
            let unrecorded = done[1].unrecorded.as_deref().unwrap_or("");
            assert_eq!(unrecorded.contains("MAIL-SERVER-01"), fails > 1, "{unrecorded}");
            assert_eq!(state(&engine, "b")["status"], status);
        });
    }
}

/// A mailer that cannot hand anything over.
struct Cannot(fn() -> Error);

impl Mailer for Cannot {
    fn id(&self) -> &str {
        "cannot"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Err(self.0())
    }
}

/// A part that is missing here may be there tomorrow; a request that is wrong stays so.
#[test]
fn what_is_not_the_fault_of_a_message_is_tried_again() {
    let not_built = || Door::NotBuilt { what: "renderer".to_owned() }.into();
    let wrong = || MailFault::BadServer { server: String::new(), reason: String::new() }.into();
    type Fault = fn() -> Error;
    let cases: [(Fault, &str); 2] = [(not_built, "not_now"), (wrong, "never")];
    for (error, became) in cases {
        on_each(|engine| {
            queued(engine, "dopis");
            engine.deliver(world::company(), &world::manager(), &Cannot(error), 1).unwrap();
            let seen = state(engine, "dopis");
            assert_eq!(seen["attempts"][0]["outcome"]["result"], became, "{}", error());
        });
    }
}
