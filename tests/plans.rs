//! No question of a command or a list walks a table: each plan is looked at, as SQLite made it
//! before it knew how many rows there are, and after (ANALYZE changes plans, not always for the
//! better).

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::access::Actor;
use callout::adapters::store::sqlite::SqliteTx;
use callout::engine::{Engine, Question, read};
use callout::port::index::Select;
use callout::port::store::Tx;
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use support::{Lines, TestClock, engine_on, id_of, sqlite, world};

const ACTIVITIES: usize = 300;

struct Watched {
    file: Connection,
    engine: Engine,
    said: Lines,
    _folder: tempfile::TempDir,
}

/// A host's own connection, on which every statement of Callout can be listened to.
fn watched() -> Watched {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &TestClock::at("2026-10-14T08:00:00+02:00"));
    world::founded(&engine);
    let mut file = Connection::open(&path).unwrap();
    let tx = file.transaction().unwrap();
    let mut within = SqliteTx::within(&tx);
    for n in 0..ACTIVITIES {
        engine.execute_in(&mut within, &world::draft(&format!("Kompresor {n}"))).unwrap();
    }
    drop(within);
    tx.commit().unwrap();
    let said: Lines = Arc::new(Mutex::new(Vec::new()));
    let ear = Arc::clone(&said);
    let listen = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            ear.lock().unwrap().push(statement.sql().into_owned());
        }
    };
    file.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(listen)).unwrap();
    Watched { file, engine, said, _folder: folder }
}

impl Watched {
    /// The statements that some work runs, each once, with its plan.
    fn plans(&mut self, work: impl FnOnce(&Engine, &mut SqliteTx<&Connection>)) -> Vec<Plan> {
        self.said.lock().unwrap().clear();
        let tx = self.file.transaction().unwrap();
        let mut within = SqliteTx::within(&tx);
        work(&self.engine, &mut within);
        drop(within);
        tx.commit().unwrap();
        let said: BTreeSet<String> = self.said.lock().unwrap().iter().cloned().collect();
        let asks =
            |sql: &String| ["SELECT", "UPDATE", "DELETE"].iter().any(|word| sql.starts_with(word));
        said.into_iter().filter(asks).map(|sql| Plan::of(&self.file, sql)).collect()
    }
}

struct Plan {
    sql: String,
    steps: Vec<String>,
}

impl Plan {
    fn of(file: &Connection, sql: String) -> Plan {
        let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = explain.raw_query().mapped(|row| row.get(3)).map(Result::unwrap).collect();
        Plan { sql, steps }
    }

    /// Whether it walks a table, an index, or all rows of a company to sort them.
    fn walks(&self) -> bool {
        // What a narrower question has found already is no table.
        let found =
            |step: &str| ["few", "(subquery", "CONSTANT"].iter().any(|f| step[5..].starts_with(f));
        let scans = self
            .steps
            .iter()
            .any(|step| step.starts_with("SCAN ") && !found(step) || step.contains("AUTOMATIC"));
        if std::env::var_os("CALLOUT_PLANS").is_some() {
            println!("{}\n    {}", self.sql, self.steps.join("\n    "));
        }
        let sorts = self.steps.iter().any(|step| step.contains("TEMP B-TREE"));
        let whole = self.steps.iter().any(|step| step.ends_with("(company=?)"));
        scans || (sorts && whole)
    }
}

fn check(before_and_after: impl Fn(&mut Watched) -> Vec<Plan>) {
    let mut watched = watched();
    for analyzed in [false, true] {
        if analyzed {
            watched.file.execute_batch("ANALYZE").unwrap();
        }
        let plans = before_and_after(&mut watched);
        assert!(plans.len() > 1, "something was listened to");
        let walks: Vec<String> = plans
            .iter()
            .filter(|plan| plan.walks())
            .map(|plan| format!("{}\n    {}", plan.sql, plan.steps.join("\n    ")))
            .collect();
        assert!(walks.is_empty(), "analyzed: {analyzed}\n{}", walks.join("\n"));
    }
}

#[test]
fn no_command_walks_a_table() {
    check(|watched| {
        watched.plans(|engine, tx| {
            let mut draft = world::draft("Kompresor");
            draft.external_ids.insert("sap".to_owned(), draft.id.to_string());
            let activity = engine.execute_in(tx, &draft).unwrap().target;
            let mut open = world::open(activity);
            open.expected = Some(2);
            engine.execute_in(tx, &open).unwrap();
            engine.execute_in(tx, &world::note(activity, "x")).unwrap();
            engine.execute_in(tx, &draft).unwrap();
            let late = world::open(activity);
            assert!(engine.execute_in(tx, &late).is_err());
            let unlink = json!({"record": {"unlink": {"noun": "activity", "system": "sap"}}});
            engine.execute_in(tx, &world::request(Some(activity), None, &unlink)).unwrap();
            let erase = json!({"company": {"erase_persons":
                {"persons": [id_of("nobody")], "ground": "x"}}});
            let erase = world::request(Some(world::company()), Some(1), &erase);
            assert!(engine.execute_in(tx, &erase).is_err());
        })
    });
}

fn ask(actor: &Actor, query: &Value) -> Question {
    let question = json!({"company": world::company(), "actor": actor, "query": query});
    read(question.to_string().as_bytes()).unwrap()
}

/// Every way to narrow and order the overview.
fn lists() -> Vec<Value> {
    let some = id_of("some");
    let filters = [
        json!({}),
        json!({"states": ["open"]}),
        json!({"states": ["open", "draft"]}),
        json!({"customer": world::customer()}),
        json!({"equipment": some}),
        json!({"plan": some}),
        json!({"technician": some}),
        json!({"assigned": true}),
        json!({"assigned": false}),
        json!({"words": "kompresor"}),
        json!({"states": ["open"], "customer": world::customer(), "assigned": false}),
    ];
    let mut lists = Vec::new();
    for filter in filters {
        for order in ["number", "reported_at"] {
            for descending in [false, true] {
                lists.push(json!({"filter": filter, "order": order, "descending": descending,
                    "limit": 10}));
            }
        }
    }
    lists
}

#[test]
fn no_page_of_the_overview_walks_a_table() {
    check(|watched| {
        watched.plans(|engine, tx| {
            for actor in [world::manager(), Actor::technician(id_of("novak"))] {
                for mut list in lists() {
                    let asked = ask(&actor, &json!({"activity": {"list": list}}));
                    let answer = engine.query_in(tx, &asked).unwrap();
                    let page = serde_json::to_value(&answer).unwrap();
                    let Some(next) = page.get("next") else { continue };
                    list["after"] = next.clone();
                    let asked = ask(&actor, &json!({"activity": {"list": list}}));
                    engine.query_in(tx, &asked).unwrap();
                }
            }
        })
    });
}

#[test]
fn no_timeline_and_no_look_up_walks_a_table() {
    check(|watched| {
        watched.plans(|engine, tx| {
            for query in [
                json!({"timeline": {"context": world::customer(), "limit": 10}}),
                json!({"record": {"noun": "activity", "system": "sap", "value": "4711"}}),
                json!({"activity": {"get": {"id": id_of("some")}}}),
            ] {
                let _ = engine.query_in(tx, &ask(&world::manager(), &query));
            }
            // What verify and rebuilding ask of every aggregate.
            for table in callout::engine::tables() {
                tx.select(&Select::of_owner(table, world::company(), id_of("some"))).unwrap();
            }
        })
    });
}
