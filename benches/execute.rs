//! What a command costs beside its bare rows: the same inserts and bytes, by prepared statements
//! in one transaction, without deciding, hashing or reading. Both with `synchronous = OFF`, so
//! that the disk does not hide the work. The bound of the project is 2.5.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench fails where it cannot measure"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{Engine, Request};
use criterion::Criterion;
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior::Immediate, params_from_iter};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use support::{TestClock, engine_on, world};
use uuid::Uuid;

fn open(path: &Path) -> Engine {
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    let store = Arc::new(SqliteStore::open(path, settings).expect("a store"));
    engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"))
}

/// The statements that leave the rows which a command left, with their values.
struct Replay {
    statements: Vec<(String, Vec<Value>)>,
}

/// Tables with what changes and what stays: rows are told apart by `rowid`-less keys, so the rows
/// that are new or other after a command are found by comparing whole tables.
fn dump(file: &Connection) -> Vec<(String, Vec<String>, Vec<Vec<Value>>)> {
    let mut names = file
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'callout_%'")
        .expect("tables");
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).expect("names").map(|n| n.expect("a name")).collect();
    names
        .into_iter()
        .map(|name| {
            let mut all = file.prepare(&format!("SELECT * FROM {name}")).expect("a table");
            let columns: Vec<String> = all.column_names().map(str::to_owned).collect();
            let width = columns.len();
            let rows = all.query_map([], |row| (0..width).map(|n| row.get(n)).collect());
            let rows = rows.expect("rows").map(|row| row.expect("a row")).collect();
            (name, columns, rows)
        })
        .collect()
}

/// What a command wrote, as bare statements.
fn written(file: &Connection, work: impl FnOnce()) -> Replay {
    let before = dump(file);
    work();
    let mut statements = Vec::new();
    for ((name, columns, after), (_, _, before)) in dump(file).into_iter().zip(before) {
        for row in after.into_iter().filter(|row| !before.contains(row)) {
            let names: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
            let places: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
            let sql = format!(
                "INSERT OR REPLACE INTO {name} ({}) VALUES ({})",
                names.join(", "),
                places.join(", ")
            );
            statements.push((sql, row));
        }
    }
    Replay { statements }
}

impl Replay {
    /// Once more, with keys of its own, so that nothing is replaced that the command added.
    fn again(&mut self, file: &mut Connection, nth: i64) {
        let tx = file.transaction_with_behavior(Immediate).expect("a transaction");
        for (sql, row) in &mut self.statements {
            let added = !sql.contains("callout_head") && !sql.contains("callout_series");
            for value in row.iter_mut().filter(|_| added) {
                // Sequences and versions go up, ids of the aggregate and command change.
                if let Value::Blob(bytes) = value
                    && bytes.len() == 16
                    && bytes[6] >> 4 == 7
                {
                    bytes[8..].copy_from_slice(&nth.to_be_bytes());
                }
            }
            if sql.contains("callout_event") || sql.contains("callout_timeline") {
                let sequence = if sql.contains("callout_event") { 1 } else { 2 };
                if let Value::Integer(number) = &mut row[sequence] {
                    *number += 10;
                }
            }
            if sql.contains("callout_event")
                && let Value::Integer(version) = &mut row[4]
            {
                *version += 10;
            }
            let mut statement = tx.prepare_cached(sql).expect("a statement");
            statement.execute(params_from_iter(row.iter())).expect("a row");
        }
        tx.commit().expect("committed");
    }
}

const ROUNDS: i64 = 1_500;

/// The middle one: a busy machine makes some of them long.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn measure(name: &str, mut command: impl FnMut(&Engine) -> Request) {
    let folder = tempfile::tempdir().expect("a folder");
    let (ours, bare) = (folder.path().join("ours.db"), folder.path().join("bare.db"));
    let engine = open(&ours);
    world::founded(&engine);
    for n in 0..200 {
        engine.execute(&world::draft(&format!("Kompresor {n}"))).expect("drafted");
    }
    let file = Connection::open(&ours).expect("a connection");
    let first = command(&engine);
    engine.execute(&first).expect("done");
    let request = command(&engine);
    let mut replay = written(&file, || drop(engine.execute(&request).expect("done")));
    file.execute("VACUUM INTO ?1", [bare.to_str().expect("a path")]).expect("a copy");
    let mut raw = Connection::open(&bare).expect("a connection");
    raw.pragma_update(None, "journal_mode", "WAL").expect("WAL");
    raw.pragma_update(None, "synchronous", "OFF").expect("OFF");
    raw.set_prepared_statement_cache_capacity(256);
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    // In turns, so that a busy machine hurts both alike.
    for nth in 0..ROUNDS {
        let request = command(&engine);
        let begun = Instant::now();
        engine.execute(&request).expect("done");
        ours.push(begun.elapsed());
        let begun = Instant::now();
        replay.again(&mut raw, nth);
        bare.push(begun.elapsed());
    }
    let (ours, bare) = (median(ours), median(bare));
    println!(
        "{name}: {} rows, execute {ours:?}, raw {bare:?}, ratio execute/raw: {:.2}",
        replay.statements.len(),
        ours.as_secs_f64() / bare.as_secs_f64()
    );
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    let folder = tempfile::tempdir().expect("a folder");
    let engine = open(&folder.path().join("service.db"));
    world::founded(&engine);
    let activity = world::open_activity(&engine);
    criterion.bench_function("execute activity.create", |bencher| {
        bencher.iter(|| engine.execute(&world::draft("Kompresor")).expect("drafted"));
    });
    criterion.bench_function("read activity.get", |bencher| {
        bencher.iter(|| world::get(&engine, &world::manager(), "activity", activity));
    });
    criterion.final_summary();
    measure("activity.create", |_| world::draft("Kompresor neběží, tlak klesá"));
    let mut activities: Vec<Uuid> = Vec::new();
    measure("activity.add_note", |engine| {
        // A new one every few notes: states of a usual size.
        if activities.len().is_multiple_of(8) {
            activities.push(world::open_activity(engine));
        } else if let Some(last) = activities.last().copied() {
            activities.push(last);
        }
        world::note(*activities.last().expect("one"), "Vyměněn řemen, čeká se na filtr.")
    });
}
