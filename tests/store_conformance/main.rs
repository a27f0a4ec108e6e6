//! One suite for every store, against the port alone: what the engine may rely on.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

#[path = "../support/mod.rs"]
mod support;

mod journal;
mod model;
mod rows;
mod things;
mod transactions;

use callout::adapters::store::memory::MemoryStore;
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::port::index::{Table, id, int, text};
use callout::port::store::{OwnTx, Store, Stream};
use uuid::Uuid;

/// A table of the suite's own, so that it does not change with the nouns.
static JOB: Table = Table {
    name: "probe_job",
    columns: &[int("rank"), text("state"), text("words"), id("customer"), int("due")],
    indexes: &[&["rank"], &["state", "rank"]],
};

/// Rows that hang on jobs in all ways that a link knows.
static PART: Table = Table {
    name: "probe_part",
    columns: &[int("rank"), id("job"), text("state")],
    indexes: &[&["job"]],
};

const DDL: &str = r#"
    CREATE TABLE IF NOT EXISTS callout_probe_job (company BLOB NOT NULL, owner BLOB NOT NULL,
        n INTEGER NOT NULL, rank INTEGER, state TEXT, words TEXT, customer BLOB, due INTEGER,
        "row" BLOB NOT NULL, PRIMARY KEY (company, owner, n)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS callout_probe_part (company BLOB NOT NULL, owner BLOB NOT NULL,
        n INTEGER NOT NULL, rank INTEGER, job BLOB, state TEXT,
        "row" BLOB NOT NULL, PRIMARY KEY (company, owner, n)) STRICT, WITHOUT ROWID;
"#;

/// A store with the folder that it lives in.
struct Place {
    name: &'static str,
    store: Box<dyn Store>,
    _folder: Option<tempfile::TempDir>,
}

impl Place {
    fn write(&self) -> Box<dyn OwnTx + '_> {
        self.store.write().expect("a writer")
    }

    fn read(&self) -> Box<dyn OwnTx + '_> {
        self.store.read().expect("a reader")
    }
}

fn memory() -> Place {
    Place { name: "memory", store: Box::new(MemoryStore::new()), _folder: None }
}

fn sqlite() -> Place {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("service.db");
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    let store = SqliteStore::open(&path, settings).expect("a store");
    let connection = rusqlite::Connection::open(&path).expect("a connection");
    connection.execute_batch(DDL).expect("the suite's tables");
    Place { name: "sqlite", store: Box::new(store), _folder: Some(folder) }
}

/// Runs a rule on every store, each new.
fn on_each(rule: impl Fn(&Place)) {
    for place in [memory(), sqlite()] {
        println!("on {}", place.name);
        rule(&place);
    }
}

/// Ids in order of their number.
fn nth(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn company() -> Uuid {
    nth(1)
}

fn stream(n: u128) -> Stream {
    Stream { company: company(), noun: "activity", id: nth(n) }
}
