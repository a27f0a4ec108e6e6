//! Answers of a register: broken as bytes and as trees, under every status.

use super::mutate::{Dice, bytes, tree};
use callout::adapters::registry::ares::RecordedRegistry;
use callout::port::registry::CompanyRegistry;
use serde_json::{Value, json};

const WORDS: [&str; 8] = ["{", "}", "null", "\"ico\":", "\"59610000\"", "\\u0000", "\\ud800", "[["];

/// Answers that were recorded, without their questions.
fn answers() -> Vec<Vec<u8>> {
    let mut recordings = crate::samples("registry/ares", "json");
    recordings.push(include_bytes!("../../examples/service_call/registry/59610000.json").to_vec());
    recordings.push(include_bytes!("../../examples/service_call/registry/59684381.json").to_vec());
    let answer = |bytes: &Vec<u8>| {
        let recording: Value = serde_json::from_slice(bytes).expect("a recording");
        let json = recording.pointer("/response/json")?;
        Some(json.to_string().into_bytes())
    };
    recordings.iter().filter_map(answer).collect()
}

fn broken(answers: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let answer = dice.of(answers);
    if dice.below(2) == 0 {
        return bytes(answer, answers, &WORDS, dice);
    }
    let mut answer: Value = serde_json::from_slice(answer).expect("JSON");
    tree(&mut answer, dice);
    answer.to_string().into_bytes()
}

#[test]
fn no_answer_breaks_the_register() {
    let answers = answers();
    let url = "https://ares.example/rest/ekonomicke-subjekty/59610000";
    let statuses = [200, 200, 200, 400, 404, 429, 500, 503];
    let mut n = 0;
    crate::soak(
        "register",
        |dice| broken(&answers, dice),
        |answer| {
            n += 1;
            let text = String::from_utf8_lossy(answer);
            let recording = json!({"request": {"method": "GET", "url": url}, "response":
                {"status": statuses[n % statuses.len()], "headers": {}, "text": text}});
            let found = RecordedRegistry::new([recording.to_string()])
                .and_then(|register| register.look_up("59610000"));
            match found {
                Ok(Some(entry)) => assert_eq!(entry.registration_number, "59610000"),
                Ok(None) => {}
                Err(error) => assert!(error.code().starts_with("REGISTRY-"), "{error}"),
            }
        },
    );
}

#[test]
fn no_recording_breaks_the_register() {
    let recordings = [
        include_bytes!("../../examples/service_call/registry/59610000.json").to_vec(),
        include_bytes!("../../examples/service_call/registry/59684381.json").to_vec(),
    ];
    crate::soak(
        "recording",
        |dice| broken(&recordings, dice),
        |recording| {
            let text = String::from_utf8_lossy(recording);
            if let Ok(register) = RecordedRegistry::new([text]) {
                let _ = register.look_up("59610000");
            }
        },
    );
}
