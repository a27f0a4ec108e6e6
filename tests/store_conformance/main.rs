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
use callout::port::index::{Kind, Repeats, Table, flag, id, int, one_of, text};
use callout::port::store::{OwnTx, Store, Stream};
use std::fmt::Write;
use uuid::Uuid;

/// A table of the suite's own, so that it does not change with the nouns.
static JOB: Table = Table {
    name: "probe_job",
    columns: &[int("rank"), text("state"), text("words"), id("customer"), int("due")],
    indexes: &[&["rank"], &["state", "rank"], &["customer", "due"]],
    ..Table::BARE
};

/// Rows that hang on jobs in all ways that a link knows.
static PART: Table = Table {
    name: "probe_part",
    columns: &[int("rank"), id("job"), text("state")],
    indexes: &[&["job"], &["state"]],
    ..Table::BARE
};

/// One row an owner, with columns of few values.
static CASE: Table = Table {
    name: "probe_case",
    columns: &[int("rank"), one_of("state", &["a", "b", "c"]), flag("planned"), int("due")],
    indexes: &[&["rank"], &["state", "planned", "rank"], &["due"]],
    ..Table::BARE
};

/// One row for each hand on a case, which says again what the case's row says.
static HAND: Table = Table {
    name: "probe_hand",
    columns: &[text("who"), one_of("state", &["a", "b", "c"]), int("rank")],
    indexes: &[&["who", "state", "rank"], &["who", "rank"]],
    repeats: Repeats { of: "probe_case", columns: &["state", "rank"], which: None },
    ..Table::BARE
};

/// Rows that no question lists two of, where they are one owner's.
static SPAN: Table = Table {
    name: "probe_span",
    columns: &[int("span"), int("rank"), one_of("state", &["a", "b", "c"])],
    indexes: &[&["span", "rank"], &["span", "state", "rank"]],
    repeats: Repeats { of: "probe_case", columns: &["rank", "state"], which: None },
    apart: true,
    ..Table::BARE
};

/// Several rows an owner.
static LINE: Table = Table {
    name: "probe_line",
    columns: &[int("rank"), flag("planned")],
    indexes: &[&["rank"], &["planned", "rank"]],
    ..Table::BARE
};

/// One row for each line and each hand that its owner has.
static WORK: Table = Table {
    name: "probe_work",
    columns: &[text("who"), int("line"), flag("planned"), int("rank")],
    indexes: &[&["who", "planned", "rank"]],
    repeats: Repeats { of: "probe_line", columns: &["planned", "rank"], which: Some("line") },
    ..Table::BARE
};

/// The tables as the schema of the nouns would have them.
fn ddl() -> String {
    let mut sql = String::new();
    for table in [&JOB, &PART, &CASE, &HAND, &SPAN, &LINE, &WORK] {
        let name = table.name;
        let _ = write!(sql, "CREATE TABLE callout_{name} (company BLOB, owner BLOB, n INTEGER, ");
        for column in table.columns {
            let kind = match column.kind {
                Kind::Id => "BLOB",
                Kind::Text => "TEXT",
                Kind::Int => "INTEGER",
            };
            let _ = write!(sql, "{} {kind}, ", column.name);
        }
        sql.push_str("\"row\" BLOB, PRIMARY KEY (company, owner, n)) STRICT, WITHOUT ROWID;");
        for index in table.indexes {
            let (called, columns) = (index.join("_"), index.join(", "));
            let _ = write!(
                sql,
                "CREATE INDEX callout_{name}_by_{called} ON callout_{name} \
                 (company, {columns}, owner, n);"
            );
        }
    }
    sql
}

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
    connection.execute_batch(&ddl()).expect("the suite's tables");
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
