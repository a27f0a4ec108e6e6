//! What becomes of a message while somebody else decides about it (R8).

use super::support::{id_of, world};
use super::{code, on_each};
use callout::correspondence::OutgoingMail;
use callout::engine::Engine;
use callout::error::Error;
use callout::message::MOST_WORDS;
use callout::port::mailer::{Delivery, Mailer};
use serde_json::{Value, json};
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
    let retry = json!({"message": {"retry": {"why": "zákazník nic nedostal"}}});
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
        let to = json!([{"of": id_of("kos"), "value": "kos@kovo.example"}]);
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
        .map(|attempt| attempt["outcome"]["words"]["value"].as_str().unwrap_or(""))
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
        let bounce = json!({"message": {"bounce": {"reason": "550 no such user"}}});
        let [first, _] = pumped_while(engine, &bounce, sent("250 OK"), None);
        assert_eq!((&first["status"], outcomes(&first)), (&json!("bounced"), vec!["250 OK"]));
        assert_eq!(first["attempts"][0]["bounced"]["code"], "550");
        assert_eq!(first["attempts"][0]["bounced"]["words"]["value"], "550 no such user");
    });
}

#[test]
fn nobody_asked_for_nothing_is_sent() {
    on_each(|engine| {
        let to = json!([{"of": id_of("kos"), "value": "kos@kovo.example"}]);
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
    for (said, kept) in [(MOST_WORDS, MOST_WORDS), (MOST_WORDS + 1, MOST_WORDS + 1)] {
        on_each(|engine| {
            let to = json!([{"of": id_of("kos"), "value": "kos@kovo.example"}]);
            let letter = json!({"purpose": "letter", "to": to, "subject": "A", "text": "B"});
            let queue = json!({"message": {"queue": letter}});
            engine.execute(&world::request(Some(id_of("dopis")), None, &queue)).unwrap();
            let says = Says(sent(&"ž".repeat(said)));
            engine.deliver(world::company(), &world::manager(), &says, 1).unwrap();
            let view = world::get(engine, &world::manager(), "message", id_of("dopis")).unwrap();
            let words = &view["state"]["attempts"][0]["outcome"]["words"]["value"];
            let words = words.as_str().unwrap();
            assert_eq!(words.chars().count(), kept);
            assert_eq!(words.ends_with('…'), said > MOST_WORDS);
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
        let profile = json!({"name": "Modrý Klíč", "company_id": "58000003",
            "address": {"street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00",
                "country": "CZ"}, "email": "servis@modrý-klíč.example"});
        let seen = world::get(engine, &world::manager(), "company", world::company()).unwrap();
        let change = json!({"company": {"change": {"profile": profile}}});
        let change = world::request(Some(world::company()), seen["version"].as_u64(), &change);
        engine.execute(&change).unwrap();
        let to = json!([{"of": id_of("kos"), "value": "kos@kovo.example"}]);
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
