//! The first page of the overview over 1,000,000 activities, beside the same question in SQL by
//! hand, before and after ANALYZE: what waits for a visit, what is late, a technician's, a region's
//! (S26 to S28). The SQL joins the names and reads the versions that the page shows; what may be asked
//! of each row, and whether the actor may read it, is Callout's alone. Run with
//! `cargo bench -p callout-benches --bench overview`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench fails where it cannot measure"
)]

#[path = "../tests/support/mod.rs"]
mod support;

#[path = "../tests/journal/story.rs"]
mod story;
#[path = "../tests/journal/teller.rs"]
mod teller;

use callout::engine::read;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Value, json};
use std::time::Instant;
use support::{crowd, id_of, sqlite, world};

const ACTIVITIES: usize = 1_000_000;
/// The bound of the project.
const BOUND: f64 = 1.5;
const RUNS: usize = 41;

/// A question, what of it stands in SQL, and the values there.
struct Asked {
    what: &'static str,
    list: Value,
    sql: &'static str,
    values: Vec<Sql>,
}

fn questions() -> Vec<Asked> {
    let id = |id: uuid::Uuid| Sql::Blob(id.as_bytes().to_vec());
    let text = |text: &str| Sql::Text(text.to_owned());
    let asked = |what, list, sql, values| Asked { what, list, sql, values };
    let due = 1_700_000_000_000_000 + 1_500_000_000 * (ACTIVITIES as i64 - 4_000);
    let moment = callout::schedule::Instant::from_micros(due).expect("a moment").to_string();
    let busy = id_of(crowd::BUSY);
    let customer = crowd::nth("customer", 0);
    vec![
        asked("all", json!({}), "a.company = ?1 ORDER BY a.number", vec![]),
        asked(
            "open, without a visit",
            json!({"filter": {"statuses": ["open"], "planned": false}, "order": "due"}),
            "a.company = ?1 AND a.status = 'open' AND a.planned = 0 ORDER BY a.due",
            vec![],
        ),
        asked(
            "open, without a technician",
            json!({"filter": {"statuses": ["open"], "assigned": false}}),
            "a.company = ?1 AND a.status = 'open' AND a.assigned = 0 ORDER BY a.number",
            vec![],
        ),
        asked(
            "open and late",
            json!({"filter": {"statuses": ["open"], "due_before": moment}, "order": "due"}),
            "a.company = ?1 AND a.status = 'open' AND a.due < ?2 ORDER BY a.due",
            vec![Sql::Integer(due)],
        ),
        asked(
            "open, of a region",
            json!({"filter": {"statuses": ["open"], "region": "region 2"}, "order": "due"}),
            "a.company = ?1 AND a.region = ?2 AND a.status = 'open' ORDER BY a.due",
            vec![text("region 2")],
        ),
        asked(
            "open and urgent",
            json!({"filter": {"statuses": ["open"], "priorities": ["urgent"]}, "order": "due"}),
            "a.company = ?1 AND a.priority = 'urgent' AND a.status = 'open' ORDER BY a.due",
            vec![],
        ),
        asked(
            "under warranty",
            json!({"filter": {"kinds": ["warranty"]}, "order": "reported_at"}),
            "a.company = ?1 AND a.kind = 'warranty' ORDER BY a.reported_at",
            vec![],
        ),
        asked(
            "open, of a customer",
            json!({"filter": {"statuses": ["open"], "customer": customer}}),
            "a.company = ?1 AND a.customer = ?2 AND a.status = 'open' ORDER BY a.number",
            vec![id(customer)],
        ),
        asked(
            "open, of a technician",
            json!({"filter": {"statuses": ["open"], "technician": busy}, "order": "due"}),
            "a.company = ?1 AND a.status = 'open' AND EXISTS (SELECT 1 FROM \
             callout_activity_technician w WHERE w.company = a.company AND w.owner = a.owner AND \
             w.technician = ?2) ORDER BY a.due",
            vec![id(busy)],
        ),
        asked(
            "words",
            json!({"filter": {"search": "sirena"}}),
            "a.company = ?1 AND a.owner IN (SELECT w.owner FROM callout_activity_word w WHERE \
             w.company = ?1 AND w.word = 'sirena') ORDER BY a.number",
            vec![],
        ),
    ]
}

/// The page by hand: rows with names and versions, taken apart as a host takes them.
fn by_hand(file: &Connection, asked: &Asked) -> (f64, usize) {
    let sql = format!(
        "SELECT a.\"row\", c.\"row\", t.\"row\", e.\"row\", s.version FROM callout_activity a \
         LEFT JOIN callout_customer c ON c.company = a.company AND c.owner = a.customer AND c.n = 0 \
         LEFT JOIN callout_technician t ON t.company = a.company AND t.owner = a.lead AND t.n = 0 \
         LEFT JOIN callout_equipment e ON e.company = a.company AND e.owner = a.equipment AND e.n = 0 \
         LEFT JOIN callout_state s ON s.company = a.company AND s.noun = 'activity' AND s.id = a.owner \
         WHERE {}, a.owner LIMIT 100",
        asked.sql
    );
    let company = Sql::Blob(world::company().as_bytes().to_vec());
    let values: Vec<Sql> = std::iter::once(company).chain(asked.values.clone()).collect();
    let begun = Instant::now();
    let mut statement = file.prepare_cached(&sql).expect("SQL");
    let mut rows = statement.query(params_from_iter(&values)).expect("asked");
    let mut all: Vec<Value> = Vec::new();
    while let Some(row) = rows.next().expect("a row") {
        let mut shown: Value =
            serde_json::from_slice(row.get_ref(0).unwrap().as_blob().unwrap()).expect("JSON");
        for (at, name) in [(1, "customer_name"), (2, "technician_name"), (3, "equipment_name")] {
            if let Ok(named) = row.get_ref(at).unwrap().as_blob() {
                let named: Value = serde_json::from_slice(named).expect("JSON");
                shown[name] = named["name"].clone();
            }
        }
        shown["version"] = json!(row.get::<_, Option<i64>>(4).unwrap());
        all.push(shown);
    }
    let page = serde_json::to_vec(&all).expect("JSON");
    (begun.elapsed().as_secs_f64() * 1e6, page.len().min(all.len()))
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("service.db");
    let engine = story::tell(sqlite(&path)).engine;
    let mut file = Connection::open(&path).expect("a connection");
    let begun = Instant::now();
    let around = ["customer", "technician", "equipment"];
    crowd::grow_some(&mut file, ACTIVITIES, |table| {
        table.starts_with("activity") || around.contains(&table)
    });
    // Each row is of a record; what its state says no list reads.
    file.execute_batch(
        "INSERT OR IGNORE INTO callout_state \
         SELECT a.company, 'activity', a.owner, 1, s.fold, s.rows, 1, x'7b7d', zeroblob(32) \
         FROM callout_activity a, \
         (SELECT fold, rows FROM callout_state WHERE noun = 'activity' LIMIT 1) s",
    )
    .expect("states");
    let bytes = std::fs::metadata(&path).expect("a file").len();
    println!("{ACTIVITIES} activities: {bytes} bytes, {:?}", begun.elapsed());
    for when in ["before ANALYZE", "after ANALYZE"] {
        if when.starts_with("after") {
            file.execute_batch("ANALYZE").expect("analyzed");
        }
        for asked in questions() {
            let question = json!({"company": world::company(), "actor": world::manager(),
                "query": {"activity": {"list": asked.list}}});
            let question = read(question.to_string().as_bytes()).expect("a question");
            let (mut ours, mut plain, mut rows, mut plain_rows) = (vec![], vec![], 0, 0);
            for _ in 0..RUNS {
                let begun = Instant::now();
                let answer = engine.query(&question).expect("a page");
                let page = serde_json::to_vec(&answer).expect("JSON");
                ours.push(begun.elapsed().as_secs_f64() * 1e6);
                let page: Value = serde_json::from_slice(&page).expect("JSON");
                rows = page["rows"].as_array().map_or(0, Vec::len);
                let (time, found) = by_hand(&file, &asked);
                plain.push(time);
                plain_rows = found;
                // Once is enough for what takes long.
                if time > 500_000.0 && ours.len() > 2 {
                    break;
                }
            }
            assert_eq!(rows, plain_rows, "{}: both show the same", asked.what);
            let (ours, plain) = (middle(ours), middle(plain));
            let over = if ours / plain > BOUND { " OVER THE BOUND" } else { "" };
            println!(
                "{when}, {}: {rows} rows, {ours:.0} us, by hand {plain:.0} us, ratio {:.2}{over}",
                asked.what,
                ours / plain
            );
        }
    }
}
