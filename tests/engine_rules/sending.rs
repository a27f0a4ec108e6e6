//! What becomes of a message while somebody else decides about it (R8).

use super::on_each;
use super::support::{id_of, world};
use callout::correspondence::OutgoingMail;
use callout::engine::Engine;
use callout::error::Error;
use callout::port::mailer::{Delivery, Mailer};
use serde_json::{Value, json};
use uuid::Uuid;

/// A slow server: while it takes the message, somebody sees `unknown` and sends it again.
struct Slow<'e> {
    engine: &'e Engine,
    message: Uuid,
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
        let retry = json!({"message": {"retry": {"why": "zákazník nic nedostal"}}});
        let seen = world::get(self.engine, &world::manager(), "message", self.message)?;
        let version = seen["version"].as_u64();
        self.engine.execute(&world::request(Some(self.message), version, &retry))?;
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
    let letters = ["první", "druhá"].map(|name| (id_of(name), name));
    for (id, subject) in letters {
        let to = json!([{"of": id_of("kos"), "value": "kos@kovo.example"}]);
        let letter = json!({"purpose": "letter", "to": to, "subject": subject, "text": "B"});
        let queue = json!({"message": {"queue": letter}});
        engine.execute(&world::request(Some(id), None, &queue)).unwrap();
    }
    let slow = Slow { engine, message: letters[0].0, says, meanwhile };
    engine.deliver(world::company(), &world::manager(), &slow, 1).unwrap();
    letters.map(|(id, _)| {
        world::get(engine, &world::manager(), "message", id).unwrap()["state"].clone()
    })
}

fn outcomes(state: &Value) -> Vec<&str> {
    let attempts = state["attempts"].as_array().unwrap();
    attempts.iter().map(|attempt| attempt["outcome"].as_str().unwrap_or("")).collect()
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
