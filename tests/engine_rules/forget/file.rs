//! The file after an erasure: written anew, at once or when it is opened, and the host's own rows.

use super::life::Life;
use crate::clock;
use crate::support::{engine_on, sqlite, world};

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
