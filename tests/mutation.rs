//! `verify` is believed because it deserves it: a file in which everything has happened is changed
//! in every way, one change at a time (every column of the first, a middle and the last row of
//! every table; rows deleted, copied under another key, and swapped; what SQLite itself hangs on a
//! table), and each change is found. The one thing that nothing binds is the receipt of a command
//! that changed nothing: there is no such command here.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

#[path = "damage/structure.rs"]
mod structure;

mod journal {
    pub mod story;
    pub mod teller;
}

use callout::adapters::store::sqlite::SqliteTx;
use callout::engine::{Answer, Engine, Query, QueryRequest, Verification, VerifyQuery};
use callout::journal::Head;
use callout::port::store::Progress;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};
use std::collections::BTreeMap;
use support::{TestClock, engine_on, sqlite, world};

struct Table {
    name: String,
    columns: Vec<String>,
    key: Vec<usize>,
    rows: Vec<Vec<Value>>,
}

impl Table {
    fn read(file: &Connection, name: &str) -> Table {
        let mut info = file.prepare(&format!("PRAGMA table_info({name})")).unwrap();
        let columns: Vec<(String, u32)> = info
            .query_map([], |row| Ok((row.get(1)?, row.get(5)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut key: Vec<usize> = (0..columns.len()).filter(|n| columns[*n].1 > 0).collect();
        if key.is_empty() {
            // Bytes are known by company and hash; the schema has one row.
            key = (0..columns.len().min(2)).collect();
        }
        let columns: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
        let mut all = file.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let width = columns.len();
        let rows = all
            .query_map([], |row| (0..width).map(|n| row.get(n)).collect())
            .unwrap()
            .map(Result::unwrap)
            .collect();
        Table { name: name.to_owned(), columns, key, rows }
    }

    /// The first, a middle and the last row.
    fn chosen(&self) -> Vec<usize> {
        let last = self.rows.len().saturating_sub(1);
        let mut chosen = vec![0, last / 2, last];
        chosen.dedup();
        chosen.retain(|n| *n < self.rows.len());
        chosen
    }

    fn wherever(&self) -> String {
        let is = |n: &usize| format!("\"{}\" IS ?", self.columns[*n]);
        self.key.iter().map(is).collect::<Vec<_>>().join(" AND ")
    }

    fn key_of(&self, row: usize) -> Vec<Value> {
        self.key.iter().map(|n| self.rows[row][*n].clone()).collect()
    }
}

/// Other values of the same kind.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => vec![Value::Integer(1), Value::Blob(vec![7; 16]), Value::Blob(vec![7; 32])],
        Value::Integer(number) => {
            vec![Value::Integer(number ^ 1), Value::Integer(number.wrapping_add(1 << 20))]
        }
        Value::Text(text) => vec![Value::Text(format!("{text}x"))],
        Value::Blob(bytes) => {
            let mut first = bytes.clone();
            let mut last = bytes.clone();
            if let (Some(a), Some(b)) = (first.first_mut(), last.last_mut()) {
                *a ^= 1;
                *b ^= 0x10;
                vec![Value::Blob(first), Value::Blob(last), Value::Null]
            } else {
                vec![Value::Blob(vec![1])]
            }
        }
        other => vec![other.clone()],
    }
}

type Change = (String, String, Vec<Value>);

fn flips(table: &Table) -> Vec<Change> {
    let mut changes = Vec::new();
    for row in table.chosen() {
        for (n, column) in table.columns.iter().enumerate() {
            for other in others(&table.rows[row][n]) {
                let sql = format!(
                    "UPDATE {} SET \"{column}\" = ? WHERE {}",
                    table.name,
                    table.wherever()
                );
                let values = std::iter::once(other).chain(table.key_of(row)).collect();
                changes.push((format!("{column} of row {row}"), sql, values));
            }
        }
    }
    changes
}

fn deletions(table: &Table) -> Vec<Change> {
    let one = |row: usize| {
        let sql = format!("DELETE FROM {} WHERE {}", table.name, table.wherever());
        (format!("row {row} deleted"), sql, table.key_of(row))
    };
    let all = ("all rows deleted".to_owned(), format!("DELETE FROM {}", table.name), Vec::new());
    table.chosen().into_iter().map(one).chain([all]).collect()
}

/// A row once more under each key that is like its own but for one part, in the same company.
fn copies(table: &Table) -> Vec<Change> {
    let mut changes = Vec::new();
    for row in table.chosen() {
        for part in table.key.iter().filter(|n| table.columns[**n] != "company") {
            let mut copy = table.rows[row].clone();
            copy[*part] = others(&copy[*part]).remove(0);
            let places = vec!["?"; copy.len()].join(", ");
            let sql = format!("INSERT INTO {} VALUES ({places})", table.name);
            changes.push((
                format!("row {row} copied to another {}", table.columns[*part]),
                sql,
                copy,
            ));
        }
    }
    changes
}

/// Two rows with each other's values.
fn swap(tx: &Transaction<'_>, table: &Table) -> bool {
    let (Some(last), values) = (table.rows.len().checked_sub(1), |row: usize| {
        let plain = (0..table.columns.len()).filter(|n| !table.key.contains(n));
        plain.map(|n| table.rows[row][n].clone()).collect::<Vec<_>>()
    }) else {
        return false;
    };
    let plain: Vec<String> = (0..table.columns.len())
        .filter(|n| !table.key.contains(n))
        .map(|n| format!("\"{}\" = ?", table.columns[n]))
        .collect();
    if last == 0 || plain.is_empty() || values(0) == values(last) {
        return false;
    }
    let sql = format!("UPDATE {} SET {} WHERE {}", table.name, plain.join(", "), table.wherever());
    [(0, last), (last, 0)].iter().all(|(to, from)| {
        let bound = values(*from).into_iter().chain(table.key_of(*to));
        tx.execute(&sql, params_from_iter(bound)).is_ok()
    })
}

struct Proof {
    engine: Engine,
    file: Connection,
    _folder: tempfile::TempDir,
}

impl Proof {
    fn new() -> Proof {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("service.db");
        drop(journal::story::tell(sqlite(&path)));
        let engine = engine_on(sqlite(&path), &TestClock::at("2037-01-04T08:00:00+01:00"));
        world::assert_clean(&engine);
        Proof { engine, file: Connection::open(&path).unwrap(), _folder: folder }
    }

    /// Nothing where it cannot be read at all.
    fn report(&self, tx: &Transaction<'_>) -> Option<Verification> {
        self.proven(tx, &VerifyQuery::default())
    }

    /// The same of some events only, or against a head.
    fn proven(&self, tx: &Transaction<'_>, ask: &VerifyQuery) -> Option<Verification> {
        let query = Query::Verify(ask.clone());
        let question = QueryRequest { company: world::company(), actor: world::manager(), query };
        match self.engine.query_in(&mut SqliteTx::within(tx), &question).ok()? {
            Answer::Verification(found) => Some(found),
            other => panic!("{other:?}"),
        }
    }

    /// Does a change, looks, and takes it back; nothing where the store does not let it be done.
    fn tried(&mut self, change: impl FnOnce(&Transaction<'_>) -> bool) -> Option<bool> {
        self.looked_at(change, |report| !report.clean)
    }

    fn looked_at(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> bool,
        found: impl FnOnce(&Verification) -> bool,
    ) -> Option<bool> {
        let proof = &*self;
        let tx = proof.file.unchecked_transaction().unwrap();
        tx.execute_batch("PRAGMA defer_foreign_keys = ON").unwrap();
        let found = change(&tx).then(|| proof.report(&tx).is_none_or(|report| found(&report)));
        tx.rollback().unwrap();
        found
    }
}

#[test]
fn every_change_of_the_file_is_found() {
    let mut proof = Proof::new();
    let names: Vec<String> = proof
        .file
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'callout_%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let tables: Vec<Table> = names.iter().map(|name| Table::read(&proof.file, name)).collect();
    let (mut made, mut found, mut missed) = (0, 0, Vec::new());
    let mut by_table: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for table in &tables {
        let mut note = |what: &str, outcome: Option<bool>| {
            let Some(seen) = outcome else { return };
            made += 1;
            found += u32::from(seen);
            let counted = by_table.entry(&table.name).or_default();
            counted.0 += 1;
            counted.1 += u32::from(seen);
            if !seen {
                missed.push(format!("{}: {what}", table.name));
            }
        };
        let changes = flips(table).into_iter().chain(deletions(table)).chain(copies(table));
        for (what, sql, values) in changes {
            let outcome = proof
                .tried(|tx| tx.execute(&sql, params_from_iter(values)).is_ok_and(|rows| rows > 0));
            note(&what, outcome);
        }
        note("first and last row swapped", proof.tried(|tx| swap(tx, table)));
    }
    let rows: Vec<String> =
        by_table.iter().map(|(name, (made, found))| format!("{name} {found}/{made}")).collect();
    println!("{made} changes, {found} found: {}", rows.join(", "));
    assert!(made > 900, "{made}");
    missed.dedup();
    assert_eq!(missed, [CHORE], "{} missed", missed.len());
}

/// That the file is still to be written anew says nothing about the books: forged, it costs a
/// rewriting, or leaves gaps of pages as they are.
const CHORE: &str = "callout_schema: owes of row 0";

/// The index tables of the nouns whose fold has been another one before.
const REFOLDED: [&str; 9] = [
    "callout_activity",
    "callout_activity_technician",
    "callout_invoice",
    "callout_report_line",
    "callout_report_reading",
    "callout_technician",
    "callout_visit",
    "callout_ledger_account",
    "callout_message",
];

/// Calling a state older is no hiding place: its rows are counted apart unless they are as they
/// would be written today. Of a noun that has only ever had one form, none is older.
#[test]
fn what_is_changed_behind_an_older_form_stands_out() {
    let mut proof = Proof::new();
    let older = |tx: &Transaction<'_>| {
        tx.execute("UPDATE callout_state SET fold = fold - 1 WHERE fold > 1", []).is_ok()
    };
    let named = |report: &Verification| !report.problems.is_empty() || !report.unproven.is_empty();
    assert_eq!(proof.looked_at(older, named), Some(false), "an update alone accuses nobody");
    assert_eq!(proof.tried(older), Some(true), "nor is it called clean");
    let (mut made, mut missed) = (0, Vec::new());
    for table in REFOLDED.map(|name| Table::read(&proof.file, name)) {
        let changes = flips(&table).into_iter().chain(deletions(&table)).chain(copies(&table));
        for (what, sql, values) in changes {
            let change = |tx: &Transaction<'_>| {
                let changed = tx.execute(&sql, params_from_iter(values));
                older(tx) && changed.is_ok_and(|rows| rows > 0)
            };
            let Some(found) = proof.looked_at(change, named) else { continue };
            made += 1;
            if !found {
                missed.push(format!("{}: {what}", table.name));
            }
        }
    }
    println!("{made} changes");
    assert!(made > 300, "{made}");
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
    let accused = |report: &Verification| !report.problems.is_empty();
    for never in ["fold = 0", "fold = fold - 1", "rows = 0", "rows = rows - 1, body = X'7b7d'"] {
        let sql = format!("UPDATE callout_state SET {never} WHERE noun = 'customer'");
        let found = proof.looked_at(|tx| tx.execute(&sql, []).is_ok(), accused);
        assert_eq!(found, Some(true), "{never}");
    }
}

/// A file of yesterday is a sound file: only a head that was kept elsewhere tells that it is old.
#[test]
fn a_file_of_yesterday_shows_by_a_head_that_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (path, old) = (folder.path().join("service.db"), folder.path().join("yesterday.db"));
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = engine_on(sqlite(&path), &clock);
    world::founded(&engine);
    engine.backup(&old, |_| true).unwrap();
    world::open_activity(&engine);
    let kept: Head = engine.session(world::company(), world::manager()).head().unwrap();
    drop(engine);
    let engine = engine_on(sqlite(&old), &clock);
    world::assert_clean(&engine);
    let report = engine.session(world::company(), world::manager()).verify(Some(kept)).unwrap();
    let told = report.problems.iter().any(|p| p.what.contains("the head that was kept"));
    assert!(told, "{report:?}");
}

/// What came after a head is proven without proving what came before once more.
#[test]
fn a_proof_goes_on_from_a_head_that_was_kept() {
    let proof = Proof::new();
    let (company, actor) = (world::company(), world::manager());
    let whole = proof.engine.session(company, actor.clone()).verify(None).unwrap();
    let since = Some(whole.head);
    let ask = VerifyQuery { head: since, since };
    let proven = |ask: &VerifyQuery, progress: &mut dyn FnMut(Progress) -> bool| {
        let session = proof.engine.session(company, actor.clone());
        session.verify_with_progress(ask.clone(), progress).unwrap()
    };
    let nothing = proven(&ask, &mut |_| true);
    assert_eq!((nothing.events, nothing.streams, nothing.clean), (0, 0, true));
    let note = world::note(support::id_of("refused"), "Po letech.");
    proof.engine.execute(&note).unwrap();
    let mut stages = Vec::new();
    let after = proven(&ask, &mut |progress| {
        stages.push(progress.stage);
        true
    });
    assert_eq!((after.events, after.streams, after.clean), (1, 1, true), "{after:?}");
    assert_eq!(after.head.count, whole.head.count + 1);
    assert!(!stages.is_empty());
    // What is made from the journal does not say what is to be proven, and what was before the head
    // is read once more where its stream went on.
    for forged in [
        "DELETE FROM callout_state WHERE sequence = ?1",
        "UPDATE callout_state SET sequence = 1, body = CAST('{}' AS BLOB) WHERE sequence = ?1",
        "UPDATE callout_event SET body = CAST(body || ' ' AS BLOB) WHERE version = 1 AND stream = \
         (SELECT stream FROM callout_event WHERE sequence = ?1)",
    ] {
        let tx = proof.file.unchecked_transaction().unwrap();
        assert!(tx.execute(forged, [after.head.count]).unwrap() > 0, "{forged}");
        let report = proof.proven(&tx, &ask);
        assert!(!report.unwrap().clean, "{forged}");
    }
    // A journal of the same length under the head that was kept.
    let tx = proof.file.unchecked_transaction().unwrap();
    tx.execute("UPDATE callout_event SET hash = zeroblob(32) WHERE sequence = 5", []).unwrap();
    let report = proof.proven(&tx, &ask).unwrap();
    let told = report.problems.iter().filter(|problem| problem.what.contains("does not hold"));
    assert_eq!(told.count(), 2, "neither where it goes on, nor where it was kept: {report:?}");
    drop(tx);
    // What is forged since is found; another head is not this journal's.
    let forged = "UPDATE callout_event SET body = CAST(body || ' ' AS BLOB) WHERE sequence = ?1";
    proof.file.execute(forged, [after.head.count]).unwrap();
    assert!(!proven(&ask, &mut |_| true).clean);
    let other = Head { hash: callout::journal::Hash::of(b"other"), ..whole.head };
    let ask = VerifyQuery { head: None, since: Some(other) };
    assert!(!proven(&ask, &mut |_| true).clean);
    let report = proven(&VerifyQuery::default(), &mut |_| false);
    // What nobody looked at counts as proven nowhere.
    assert_eq!((report.stopped, report.head), (true, Head::default()));
}
