//! Forgetting a person (E93). That values leave states, rows and answers is a matter of the nouns
//! that hold some; here is what every store owes them.

use super::support::{sqlite, world};
use super::{code, on_each};
use callout::journal::Slot;
use callout::port::store::Stream;
use serde_json::json;
use uuid::Uuid;

#[test]
fn a_person_about_whom_nothing_is_kept_cannot_be_erased() {
    on_each(|engine| {
        let erase = json!({"company": {"erase_persons":
            {"persons": [Uuid::from_u128(5)], "ground": "žádost"}}});
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
