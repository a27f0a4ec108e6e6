//! The setting-up of test data, in one place: when a command needs more, it is added here.

use super::id_of;
use callout::access::Actor;
use callout::engine::{Engine, Receipt, Request, read};
use serde_json::{Value, json};
use uuid::Uuid;

/// The company of most suites.
pub fn company() -> Uuid {
    id_of("servis")
}

/// The one who may do everything.
pub fn manager() -> Actor {
    Actor::manager(id_of("manager"))
}

/// A command of the manager, with an id of its own.
pub fn request(target: Option<Uuid>, expected: Option<u64>, command: &Value) -> Request {
    request_of(&manager(), target, expected, command)
}

/// A command of somebody.
pub fn request_of(
    actor: &Actor,
    target: Option<Uuid>,
    expected: Option<u64>,
    command: &Value,
) -> Request {
    let request = json!({
        "id": Uuid::now_v7(), "company": company(), "actor": actor,
        "target": target, "expected": expected, "command": command,
    });
    read(request.to_string().as_bytes()).expect("a request")
}

/// Founds the company.
pub fn found() -> Request {
    let address =
        json!({"street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00", "country": "CZ"});
    let profile = json!({
        "name": "Servis", "registration_number": "58000003", "address": address,
        "email": "servis@modry-klic.example",
    });
    let settings = json!({"zone": "Europe/Prague"});
    let command = json!({"company": {"create": {"profile": profile, "settings": settings}}});
    request(Some(company()), None, &command)
}

/// A customer that activities may name, set up once for a store.
pub fn customer() -> Uuid {
    id_of("kovo")
}

/// Creates the customer.
pub fn create_customer() -> Request {
    let address =
        json!({"street": "Krátká 2", "city": "Brno", "postal_code": "602 00", "country": "CZ"});
    let proposal = json!({"name": "KOVO Hruška s.r.o.", "address": address});
    request(Some(customer()), None, &json!({"customer": {"create": proposal}}))
}

/// Events of a company that [`founded`] has set up: itself, its customer, the customer's number.
pub const FOUNDED: u64 = 3;

/// A founded company with all that an activity needs; the receipt is the founding's.
pub fn founded(engine: &Engine) -> Receipt {
    let receipt = engine.execute(&found()).expect("founded");
    engine.execute(&create_customer()).expect("a customer");
    receipt
}

/// Drafts an activity.
pub fn draft(title: &str) -> Request {
    let draft = json!({"kind": "one_off", "customer": customer(), "title": title});
    request(None, None, &json!({"activity": {"create": draft}}))
}

/// Opens an activity that was only drafted.
pub fn open(activity: Uuid) -> Request {
    request(Some(activity), Some(1), &json!({"activity": {"open": {}}}))
}

/// Adds a note.
pub fn note(activity: Uuid, text: &str) -> Request {
    request(Some(activity), None, &json!({"activity": {"add_note": {"text": text}}}))
}

/// An activity that is open, at version 2.
pub fn open_activity(engine: &Engine) -> Uuid {
    let activity = engine.execute(&draft("Kompresor neběží")).expect("drafted").target;
    engine.execute(&open(activity)).expect("opened");
    activity
}

/// The number that an activity took.
pub fn number(engine: &Engine, activity: Uuid) -> u64 {
    let state = get(engine, &manager(), "activity", activity).expect("an activity");
    state["state"]["number"]["value"].as_u64().expect("a number")
}

/// Reads one aggregate, as JSON.
pub fn get(
    engine: &Engine,
    actor: &Actor,
    noun: &str,
    id: Uuid,
) -> Result<Value, callout::error::Error> {
    ask(engine, actor, &json!({noun: {"get": {"id": id}}}))
}

/// Asks a question, as JSON.
pub fn ask(engine: &Engine, actor: &Actor, query: &Value) -> Result<Value, callout::error::Error> {
    let question = json!({"company": company(), "actor": actor, "query": query});
    let answer = engine.query_json(question.to_string().as_bytes(), &mut |_| true)?;
    Ok(serde_json::from_slice(&answer).expect("JSON"))
}

/// Nothing is wrong with the journal, the states and the index rows.
pub fn assert_clean(engine: &Engine) {
    let report = engine.session(company(), manager()).verify(None).expect("a report");
    assert!(report.clean, "{:?}", report.problems);
}
