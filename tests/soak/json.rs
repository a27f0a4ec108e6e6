//! Requests and questions as JSON, put to an engine in whose store everything has happened.

use super::mutate::{Dice, bytes, tree};
use crate::journal::story;
use crate::support::world;
use callout::adapters::store::memory::MemoryStore;
use callout::engine::{Asked, Engine, QueryRequest, Request, read, read_asked};
use callout::error::{Error, Status};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

const WORDS: [&str; 10] =
    ["{", "}", "[", "\"", "\\u0000", "null", "1e999", "-0", "\"expected\":1,", "\\ud800"];
/// After so many the store is looked at and begun anew, so that verifying stays cheap.
const FRESH: usize = 2_000;

struct Place {
    engine: Engine,
    samples: Vec<Vec<u8>>,
}

impl Place {
    fn new() -> Place {
        let teller = story::tell(Arc::new(MemoryStore::new()));
        let asked = teller.asked.take();
        let samples =
            asked.iter().map(|request| serde_json::to_vec(request).expect("JSON")).collect();
        Place { engine: teller.engine, samples }
    }

    /// Questions about what the requests were for.
    fn questions(&self) -> Vec<Vec<u8>> {
        let mut questions = Vec::new();
        for request in &self.samples {
            let request: Value = serde_json::from_slice(request).expect("JSON");
            let noun = request["command"].as_object().and_then(|c| c.keys().next());
            let (Some(noun), target) = (noun, &request["target"]) else { continue };
            if noun == "record" {
                continue;
            }
            for query in [
                json!({noun: {"get": {"id": target}}}),
                json!({noun: {"list": {"filter": {}, "limit": 3, "descending": true}}}),
                json!({"timeline": {"context": target, "after": 0, "limit": 5}}),
                json!({"tree": {"customer": target}}),
                json!({"changes": {"after": 3, "limit": 2}}),
                json!({"head": {}}),
                json!({"blob": {"hash": "0".repeat(64)}}),
                json!({"calendar_entry": {"visit": target, "technician": target}}),
            ] {
                let question = json!({"company": world::company(), "actor": world::manager(),
                    "query": query});
                questions.push(question.to_string().into_bytes());
            }
        }
        questions
    }
}

fn broken(samples: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let sample = dice.of(samples);
    if dice.below(4) == 0 {
        return bytes(sample, samples, &WORDS, dice);
    }
    let mut value: Value = serde_json::from_slice(sample).expect("JSON");
    // A new command with the body changed: otherwise most would stop at their id.
    if value.get("id").is_some() {
        value["id"] = json!(Uuid::now_v7());
        if dice.below(4) > 0 {
            tree(&mut value["command"], dice);
        }
        // What was created is there, and what was changed has moved on.
        if dice.below(3) == 0 {
            value["target"] = json!(null);
        }
        if dice.below(3) > 0 {
            value["expected"] = json!(1 + dice.below(8));
        }
    } else {
        tree(&mut value["query"], dice);
    }
    if dice.below(16) == 0 {
        tree(&mut value, dice);
    }
    value.to_string().into_bytes()
}

fn coded<T>(answer: Result<T, Error>) -> Option<T> {
    answer.map_err(|error| assert_ne!(error.status(), Status::Internal, "{error:?}")).ok()
}

/// What is read has no faults by its schema; what is refused for its form has that fault among
/// them, whatever stands first in the bytes.
fn told<T: Asked>(json: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(json) else { return };
    let faults = T::faults(&value);
    // Serde reads a list in the place of an object, field by field.
    let in_place = |fault: &Error| fault.details().get("found").is_some_and(|it| it == "list");
    let as_list = faults.iter().any(in_place);
    // As JSON has it: of a name that stands twice only the last.
    let json = value.to_string();
    match (read::<T>(json.as_bytes()), read_asked::<T>(json.as_bytes())) {
        (Ok(_), _) => assert!(as_list || faults.is_empty(), "{value} is read, and has {faults:?}"),
        (Err(error), Err(whole)) => {
            let (code, path) = (error.code(), error.details().get("path"));
            let same = |fault: &Error| (fault.code(), fault.details().get("path")) == (code, path);
            let only_reading = ["REQUEST-FIELD-03", "REQUEST-JSON-01", "REQUEST-SIZE-01"];
            // Of very many the first are found, and what was met first is told all the same.
            let full = faults.len() == 50;
            let known = full || faults.iter().any(same) || only_reading.contains(&code);
            assert!(known || as_list, "{error:?} of {value} is not among {faults:?}");
            let told = whole.details().get("faults").and_then(Value::as_array);
            let is_it = |it: &Value| it["code"] == code && it.get("path") == path;
            let told = told.is_none_or(|all| all.iter().any(is_it));
            assert!(told, "{error:?} of {value} is not told: {whole:?}");
        }
        (Err(error), Ok(_)) => panic!("{error:?} of {value}, and then none"),
    }
}

#[test]
fn no_request_breaks_the_engine() {
    let mut place = Place::new();
    let samples = place.samples.clone();
    let (mut asked, mut done) = (0, 0);
    crate::soak(
        "request",
        |dice| broken(&samples, dice),
        |request| {
            told::<Request>(request);
            if let Some(receipt) = coded(place.engine.execute_json(request)) {
                done += 1;
                // What was done once is answered again.
                let again = place.engine.execute_json(request).expect("the first receipt");
                assert_eq!(again, receipt);
            }
            asked += 1;
            if asked % FRESH == 0 {
                world::assert_clean(&place.engine);
                place = Place::new();
            }
        },
    );
    world::assert_clean(&place.engine);
    assert!(done > asked / 50, "{done} of {asked} were commands that could be done");
}

#[test]
fn no_question_breaks_the_engine() {
    let place = Place::new();
    let questions = place.questions();
    crate::soak(
        "question",
        |dice| broken(&questions, dice),
        |question| {
            told::<QueryRequest>(question);
            drop(coded(place.engine.query_json(question, &mut |_| true)));
        },
    );
    world::assert_clean(&place.engine);
}
