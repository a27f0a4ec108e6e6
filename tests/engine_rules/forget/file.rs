//! The file after an erasure: written anew, at once or when it is opened, and the host's own rows.

use super::life::Life;
use super::look::Look;
use crate::clock;
use crate::support::{engine_on, sqlite, world};
use callout::adapters::mail::eml;

/// A full-text index of the host names his rows by their numbers, which writing the file anew would
/// change where no column holds them.
#[test]
fn the_numbers_of_a_hosts_rows_stay() {
    let told = |own: &str| {
        let life = Life::lived();
        let file = rusqlite::Connection::open(&life.path).unwrap();
        file.execute_batch(own).unwrap();
        let waiting = life.erase(&life.persons()).waiting;
        let mut numbers = file.prepare("SELECT rowid FROM own ORDER BY n").unwrap();
        let numbers = numbers.query_map([], |row| row.get::<_, i64>(0)).unwrap();
        (numbers.map(Result::unwrap).collect::<Vec<_>>(), waiting)
    };
    let rows = "INSERT INTO own (n) VALUES (1), (2), (3), (4); DELETE FROM own WHERE n IN (1, 3)";
    let (numbers, waiting) = told(&format!("CREATE TABLE own (n); {rows}"));
    assert_eq!(numbers, [2, 4]);
    assert!(waiting.unwrap().contains("the rows of own have no INTEGER PRIMARY KEY"));
    let (numbers, waiting) = told(&format!("CREATE TABLE own (id INTEGER PRIMARY KEY, n); {rows}"));
    assert_eq!((numbers, waiting), (vec![2, 4], None));
}

/// A large mail spills into the log before it is known that it was there, and what is taken back
/// would stay in it.
#[test]
fn a_large_mail_that_was_forgotten_is_not_written_again() {
    let life = Life::lived();
    let mail = format!(
        "From: Mourek <mourek@postbox.example>\r\nSubject: x\r\n\r\n{}",
        "kocourkovo tajemstvi ".repeat(200_000)
    );
    life.receive(&mail);
    let found = world::ask(
        &life.engine,
        &world::manager(),
        &serde_json::json!({"persons": {"search": "mourek@postbox"}}),
    );
    let person = found.unwrap()["persons"][0]["person"].as_str().unwrap().parse().unwrap();
    assert_eq!(life.erase(&[person]).waiting, None);
    for _ in 0..3 {
        life.receive(&mail);
    }
    let look = Look::at(&life);
    for mark in ["kocourkovo tajemstvi", "mourek@postbox.example"] {
        assert!(!look.holds(mark), "{}", look.says(mark));
    }
}

/// Each who stands in a mail is looked for: a stranger's mail may not hold up everybody.
#[test]
fn a_mail_may_name_so_many() {
    let life = Life::lived();
    let received = |named: usize| {
        let to =
            (1..named).map(|n| format!("a{n}@jiny.example")).collect::<Vec<_>>().join(",\r\n ");
        let mail = format!("From: petr@jiny.example\r\nTo: {to}\r\nSubject: x\r\n\r\ny\r\n");
        let read = eml::read(mail.as_bytes()).unwrap();
        life.engine.receive(world::company(), &world::manager(), mail.as_bytes(), read)
    };
    received(2_000).unwrap();
    assert_eq!(received(2_001).unwrap_err().code(), "MAIL-RECEIVE-01");
    world::assert_clean(&life.engine);
}

/// Who was killed after an erasure has not written the file anew: the next to open it does.
#[test]
fn what_an_erasure_owes_the_file_is_done_when_it_is_opened() {
    let life = Life::lived();
    let owes = || -> bool {
        let file = rusqlite::Connection::open(&life.path).unwrap();
        file.query_row("SELECT owes FROM callout_schema", [], |row| row.get(0)).unwrap()
    };
    assert!(!owes());
    life.erase(&life.persons());
    assert!(!owes(), "it was done at once");
    let file = rusqlite::Connection::open(&life.path).unwrap();
    file.execute_batch("UPDATE callout_schema SET owes = 1").unwrap();
    drop(file);
    let engine = engine_on(sqlite(&life.path), &clock());
    assert!(!owes(), "and would be done later");
    world::assert_clean(&engine);
}
