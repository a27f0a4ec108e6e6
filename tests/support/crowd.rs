//! A company of a size: rows of every overview written beside those that the engine wrote, of the
//! same form, and every question that a list can be asked (`questions`).
//!
//! What is asked for first is rare or stands last: most activities are long closed, a few are
//! open, and as few as fill a page have no visit, whatever the size. One customer has a tenth of
//! everything and others have little; one technician has a twentieth, another fifty things, and
//! one who left has the oldest six hundred.

pub mod questions;

use super::{id_of, world};
use callout::engine::tables;
use callout::port::index::{Column, Domain, Kind, Table};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is rare has as many, whatever the size.
const RARE: usize = 60;

/// So many are new, whatever the size.
const NEW: usize = 1_000;

/// The technician who has a twentieth of the work.
pub const BUSY: &str = "busy";
/// The technician who has a page of it.
pub const SELDOM: &str = "seldom";

/// The technician who had all of the oldest work, and none since.
pub const LEFT: &str = "left";
/// So much of it, whatever the size: more than few.
const OLDEST: usize = 600;

/// Ids that grow with their number, as ids made one after another do.
pub fn nth(noun: &str, n: usize) -> Uuid {
    let mut bytes = *id_of(noun).as_bytes();
    bytes[..6].copy_from_slice(&(n as u64 + 1_000_000).to_be_bytes()[2..]);
    Uuid::from_bytes(bytes)
}

/// The same every time, and as mixed as need be.
fn mixed(seed: usize) -> usize {
    let mut x = (seed as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) >> 1) as usize
}

/// The beginnings of its words: one that all have, one of its own, and a rare one or one in fifty.
fn words(i: usize, of: usize) -> BTreeSet<String> {
    let own = format!("n{i:07}");
    let third = if rare(i, of) { "sirena".to_owned() } else { format!("dil{:02}", mixed(i) % 50) };
    let words = ["kompresor".to_owned(), own, third];
    words.iter().flat_map(|word| (1..=word.len()).map(|end| word[..end].to_owned())).collect()
}

/// The day of a moment and the greater spans that it lies in.
fn spans(micros: i64) -> impl Iterator<Item = i64> {
    (0..6).map(move |level| (level << 32) | (micros / 86_400_000_000) >> (3 * level))
}

/// How many rows a table has in a company with so many activities.
fn rows(table: &str, size: usize) -> usize {
    if let Some(noun) = table.strip_suffix("_word") {
        return rows(noun, size);
    }
    let of = match table {
        "visit" | "mail" | "mail_address" | "mail_reference" | "mail_technician" | "task"
        | "task_due" | "activity_due" => size,
        "activity" | "activity_technician" => size,
        "report_line" | "report_technician" | "ledger_account" | "report_reading" => size * 2,
        "equipment" => size / 20,
        "customer" | "customer_email" => size / 20,
        "job_sheet" | "job_sheet_technician" | "invoice" | "message" | "rendering" => size / 2,
        "plan" => size / 50,
        "technician" | "equipment_type" | "price_list" | "series" => size / 200,
        _ => return 0,
    };
    // A page is full in the smallest company too.
    of.max(600)
}

/// Whose row the `i`th is: of one owner several where several belong together.
fn owner(table: &str, i: usize) -> (Uuid, usize) {
    if let Some(noun) = table.strip_suffix("_word") {
        return (nth(noun, i), 0);
    }
    match table {
        "activity_technician" => (nth("activity", i), 0),
        "report_line" | "report_technician" | "ledger_account" | "report_reading" => {
            (nth("activity", i / 2), i % 2)
        }
        "job_sheet_technician" => (nth("job_sheet", i), 0),
        "mail_address" | "mail_reference" | "mail_technician" => (nth("mail", i), 0),
        "customer_email" => (nth("customer", i), 0),
        "task_due" => (nth("task", i), 0),
        "activity_due" => (nth("activity", i), 0),
        _ => (nth(table, i), 0),
    }
}

/// Whether the `i`th of so many is one of the few.
fn rare(i: usize, of: usize) -> bool {
    i.is_multiple_of((of / RARE).max(1))
}

fn one_of(noun: &str, i: usize, of: usize) -> Uuid {
    match noun {
        "technician" if rare(i, of) => id_of(SELDOM),
        "technician" if i < OLDEST && of > OLDEST => id_of(LEFT),
        "technician" if mixed(i).is_multiple_of(20) => id_of(BUSY),
        "technician" => nth(noun, mixed(i) % 50),
        // One of them has a tenth.
        _ if mixed(i).is_multiple_of(10) => nth(noun, 0),
        _ => nth(noun, 1 + mixed(i) / 10 % (of / 10).max(1)),
    }
}

fn cell(table: &Table, column: &Column, i: usize, of: usize) -> Sql {
    let line = i % 2;
    // What belongs to an activity says what the activity says.
    let (i, of) = match table.name {
        "report_line" | "report_technician" | "ledger_account" | "report_reading" => {
            (i / 2, of / 2)
        }
        _ => (i, of),
    };
    let bytes = |id: Uuid| Sql::Blob(id.as_bytes().to_vec());
    match (column.domain, column.kind, column.name) {
        (Domain::Names(names), ..) => {
            // The newest are in all states, all others in the last but one.
            let old = i + NEW.min(of / 2) < of && !rare(i, of);
            let at = if old { names.len().saturating_sub(2) } else { mixed(i) % names.len() };
            Sql::Text(names[at].to_owned())
        }
        (Domain::Flag, _, "planned" | "active" | "filed" | "confirmed" | "assigned" | "sender") => {
            Sql::Integer(i64::from(!rare(i, of)))
        }
        (Domain::Flag, ..) => Sql::Integer(i64::from(rare(i, of))),
        (_, Kind::Id, "activity") => bytes(nth("activity", i % of)),
        (_, Kind::Id, "technician" | "holder" | "lead") => bytes(one_of("technician", i, of)),
        (_, Kind::Id, "document") => bytes(nth("job_sheet", i)),
        (_, Kind::Id, "parent") if !rare(i, of) => Sql::Null,
        (_, Kind::Id, "parent") => bytes(nth("equipment", 1)),
        (_, Kind::Id, "site") => bytes(nth("site", mixed(i) % (of / 4).max(1))),
        (_, Kind::Id, "equipment_type") => bytes(nth("equipment_type", mixed(i) % 5)),
        (_, Kind::Id, name) => bytes(one_of(name, i, of)),
        (_, Kind::Int, "line") => Sql::Integer(line as i64),
        (_, Kind::Int, "warranty_end") => Sql::Integer(if rare(i, of) { 1_000 } else { 740_000 }),
        (_, Kind::Int, _) => Sql::Integer(1_700_000_000_000_000 + i as i64 * 1_500_000_000),
        (_, Kind::Text, "address" | "email") => {
            Sql::Text(format!("a{}@b.example", i % (of / 5).max(1)))
        }
        (_, Kind::Text, "message_id") => Sql::Text(format!("<{}@b.example>", i / 2)),
        (_, Kind::Text, "region") if rare(i, of) => Sql::Text("far away".to_owned()),
        (_, Kind::Text, "region") => Sql::Text(format!("region {}", mixed(i) % 3)),
        (_, Kind::Text, "currency") => Sql::Text("CZK".to_owned()),
        (_, Kind::Text, name) => Sql::Text(format!("{name} {i:07}")),
    }
}

/// Writes the rows. A row shows what a row that the engine wrote shows; its cells are its own.
pub fn grow(file: &mut Connection, size: usize) {
    grow_some(file, size, |_| true);
}

/// Writes the rows of some tables.
pub fn grow_some(file: &mut Connection, size: usize, which: impl Fn(&str) -> bool) {
    let company = Sql::Blob(world::company().as_bytes().to_vec());
    file.execute_batch("PRAGMA cache_size = -200000").expect("memory");
    let tx = file.transaction().expect("a transaction");
    for table in tables().into_iter().filter(|table| which(table.name)) {
        let name = table.name;
        // In order of the key: indexes are built when all is there, as fast as a sort is.
        let mut read = tx
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql NOT NULL")
            .expect("indexes");
        let indexes: Vec<(String, String)> = read
            .query_map([format!("callout_{name}")], |row| Ok((row.get(0)?, row.get(1)?)))
            .and_then(Iterator::collect)
            .expect("indexes");
        for (index, _) in &indexes {
            tx.execute(&format!("DROP INDEX {index}"), []).expect("dropped");
        }
        let shown: Vec<u8> = tx
            .query_row(&format!("SELECT \"row\" FROM callout_{name} LIMIT 1"), [], |row| row.get(0))
            .unwrap_or_default();
        let places: Vec<String> = (1..=table.columns.len() + 4).map(|n| format!("?{n}")).collect();
        let sql = format!("INSERT INTO callout_{name} VALUES ({})", places.join(", "));
        let mut insert = tx.prepare(&sql).expect("a statement");
        let of = rows(name, size);
        for i in 0..of {
            let (owner, n) = owner(name, i);
            let mut values = vec![company.clone(), Sql::Blob(owner.as_bytes().to_vec())];
            values.push(Sql::Integer(n as i64));
            values.extend(table.columns.iter().map(|column| cell(table, column, i, of)));
            values.push(Sql::Blob(shown.clone()));
            // What its owner has several rows of.
            let each: Vec<Sql> = match &values[3] {
                _ if name.ends_with("_word") => words(i, of).into_iter().map(Sql::Text).collect(),
                Sql::Integer(due) if name.ends_with("_due") => {
                    spans(*due).map(Sql::Integer).collect()
                }
                first => vec![first.clone()],
            };
            for (more, first) in (0..).zip(each) {
                (values[2], values[3]) = (Sql::Integer(n as i64 + more), first);
                insert.execute(params_from_iter(&values)).expect("a row");
            }
        }
        for (_, sql) in &indexes {
            tx.execute(sql, []).expect("an index");
        }
    }
    tx.commit().expect("committed");
}
