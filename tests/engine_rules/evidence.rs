//! What was signed and issued is checked without Callout: from the bytes that are kept, with
//! `sha256sum` and a reader of JSON alone (R6).

use super::forget::life::Life;
use super::support::{skip::skipped, world};
use callout::journal::Hash;
use serde_json::Value;
use std::process::Command;
use uuid::Uuid;

/// The bytes that a record's hash is over, as a host reads them.
fn sworn(life: &Life, hash: &Value) -> Vec<u8> {
    let hash: Hash = serde_json::from_value(hash.clone()).unwrap();
    life.engine.session(world::company(), world::manager()).blob(&hash).unwrap()
}

fn state(life: &Life, noun: &str, id: Uuid) -> Value {
    world::get(&life.engine, &world::manager(), noun, id).unwrap()["state"].clone()
}

#[test]
fn a_signed_sheet_is_checked_with_standard_tools() {
    let life = Life::lived();
    let sheet = state(&life, "job_sheet", life.sheet);
    let bytes = sworn(&life, &sheet["content_hash"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.json");
    std::fs::write(&file, &bytes).unwrap();
    match Command::new("sha256sum").arg(&file).output() {
        Ok(said) => {
            let said = String::from_utf8(said.stdout).unwrap();
            let hash = said.split_whitespace().next().unwrap();
            assert_eq!(sheet["content_hash"], hash);
        }
        Err(_) => skipped("sha256sum", "there is none"),
    }
    let read: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(read["salt"].as_str().map(str::len), Some(32), "sixteen bytes that nobody guesses");
    assert_eq!(read["content"], sheet["content"], "what was signed is what is shown");
    let lines = read["content"]["lines"].as_array().unwrap();
    assert_eq!((lines.len(), &lines[0]["quantity"]), (3, &serde_json::json!("2")));
}

#[test]
fn an_issued_invoice_is_checked_with_its_number_and_days() {
    let life = Life::lived();
    let list = serde_json::json!({"invoice": {"list": {}}});
    let rows = world::ask(&life.engine, &world::manager(), &list).unwrap();
    let id = serde_json::from_value(rows["rows"][0]["id"].clone()).unwrap();
    let invoice = state(&life, "invoice", id);
    let bytes = sworn(&life, &invoice["issue"]["evidence"]["hash"]);
    assert_eq!(invoice["issue"]["evidence"]["hash"], Hash::of(&bytes).to_string());
    let read: Value = serde_json::from_slice(&bytes).unwrap();
    for (sworn, shown) in [
        ("/content/number/text", &invoice["issue"]["number"]["text"]),
        ("/content/issued_on", &invoice["issue"]["issued_on"]),
        ("/content/total", &invoice["content"]["total"]),
        ("/content/buyer/value/name", &invoice["content"]["buyer"]["value"]["name"]),
    ] {
        assert_eq!(read.pointer(sworn), Some(shown), "{sworn}");
    }
}

/// The same content on two sheets has two hashes: from neither can anybody guess who is named.
#[test]
fn the_same_words_are_never_sworn_alike() {
    let (one, other) = (Life::without_invoice(), Life::without_invoice());
    let hash = |life: &Life| state(life, "job_sheet", life.sheet)["content_hash"].clone();
    assert_ne!(hash(&one), hash(&other));
}
