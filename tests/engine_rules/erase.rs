//! Forgetting a person (E93). That values leave states, rows and answers is a matter of the nouns
//! that hold some; here is what every store owes them.

use super::support::{engine_on, sqlite, world};
use super::{clock, code, on_each, on_each_store};
use callout::engine::read;
use callout::journal::Slot;
use callout::port::store::{Answered, Stream};
use serde_json::{Value, json};
use uuid::Uuid;

#[test]
fn a_person_about_whom_nothing_is_kept_cannot_be_erased() {
    on_each(|engine| {
        let erase = json!({"company": {"erase_persons":
            {"persons": [Uuid::from_u128(5)], "reason": "žádost"}}});
        let request = world::request(Some(world::company()), Some(1), &erase);
        assert_eq!(code(engine.execute(&request)), "COMPANY-ERASE-01");
    });
}

#[test]
fn an_erased_value_is_not_in_the_file_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let store = sqlite(&path);
    let person = Uuid::from_u128(5);
    let stream = Stream { company: world::company(), noun: "activity", id: Uuid::from_u128(7) };
    let name = "Jana Nezapomenutelná";
    let mut tx = store.write().unwrap();
    for n in 0..50 {
        let person = if n % 2 == 0 { person } else { Uuid::from_u128(6) };
        let value = if n % 2 == 0 { name.repeat(30) } else { "Petr".repeat(100) };
        let slot = Slot { version: 1, n, person, salt: [0; 16], value: value.into_bytes() };
        tx.put_slot(&stream, &slot).unwrap();
    }
    tx.commit().unwrap();
    let in_file = || {
        let file = rusqlite::Connection::open(&path).unwrap();
        file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        bytes.windows(name.len()).filter(|bytes| *bytes == name.as_bytes()).count()
    };
    assert!(in_file() > 0);
    let mut tx = store.write().unwrap();
    tx.wipe().unwrap();
    assert_eq!(tx.erase(&stream, person).unwrap(), 25);
    tx.commit().unwrap();
    assert_eq!(in_file(), 0, "nothing is left in free pages");
}

/// What the host calls a record, and hangs on it, may tell who it is and leads back to him.
#[test]
fn what_a_host_hangs_on_a_person_goes_with_him() {
    on_each(|engine| {
        let create = json!({"customer": {"create": {"kind": "person", "name": "Jana Nová"}}});
        let create = json!({"id": Uuid::now_v7(), "company": world::company(),
            "actor": world::manager(), "external_ids": {"crm": "jana@nova.example"},
            "command": create});
        let create = read(create.to_string().as_bytes()).unwrap();
        let jana = engine.execute(&create).unwrap().target;
        let hang = |command: &Value| {
            engine.execute(&world::request(Some(jana), None, &json!({"record": command}))).unwrap()
        };
        hang(&json!({"link": {"noun": "customer", "system": "pos", "value": "JN-1"}}));
        hang(&json!({"unlink": {"noun": "customer", "system": "pos"}}));
        hang(&json!({"extend": {"noun": "customer", "namespace": "crm",
            "json": r#"{"born": "1980-01-01"}"#}}));
        let find = json!({"record": {"noun": "customer", "system": "crm",
            "value": "jana@nova.example"}});
        let find = || world::ask(engine, &world::manager(), &find);
        assert!(find().is_ok());
        let erase = json!({"company": {"erase_persons": {"persons": [jana], "reason": "žádost"}}});
        engine.execute(&world::request(Some(world::company()), Some(1), &erase)).unwrap();
        assert_eq!(code(find()), "RECORD-FIND-01");
        let seen = world::get(engine, &world::manager(), "customer", jana).unwrap();
        assert_eq!((&seen["external_ids"], &seen["ext"]), (&json!({}), &json!({})));
        let changes = engine.session(world::company(), world::manager()).changes(0, 100).unwrap();
        let told = serde_json::to_string(&changes).unwrap();
        for gone in ["jana@nova.example", "JN-1", "1980-01-01"] {
            assert!(!told.contains(gone), "{gone}");
        }
        world::assert_clean(engine);
        // The fingerprint went with her; that it is another command shows all the same.
        for (name, value) in [
            ("command", json!({"technician": {"create": {"name": "Jiný"}}})),
            ("actor", json!({"id": Uuid::from_u128(9), "role": "manager"})),
            ("target", json!(Uuid::from_u128(9))),
        ] {
            let mut other = serde_json::to_value(&create).unwrap();
            other[name] = value;
            let other = read(other.to_string().as_bytes()).unwrap();
            assert_eq!(code(engine.execute(&other)), "COMMAND-ID-01", "{name}");
        }
        assert_eq!(engine.execute(&create).unwrap().target, jana);
        // In which role he asks is not what he asks.
        let mut again = create;
        again.actor.role = "back_office".to_owned();
        assert_eq!(engine.execute(&again).unwrap().target, jana);
    });
}

/// Nothing was done, so nothing is lost when it is asked anew; but who puts such a row there by
/// hand keeps no command from being executed.
#[test]
fn a_receipt_of_nothing_without_its_fingerprint_answers_nothing() {
    on_each_store(|store| {
        let engine = engine_on(store.clone(), &clock());
        world::founded(&engine);
        let draft = world::draft("Kompresor");
        let mut tx = store.write().unwrap();
        let (target, version) = (Uuid::from_u128(9), 1);
        let forged = Answered { print: None, target, version, events: 0 };
        tx.put_answered(world::company(), draft.id, &forged).unwrap();
        tx.commit().unwrap();
        let receipt = engine.execute(&draft).unwrap();
        assert!(receipt.target != target && !receipt.events.is_empty());
        world::assert_clean(&engine);
    });
}
