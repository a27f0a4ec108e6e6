//! No question of a command or a list walks the rows of a company: each plan is looked at, as
//! SQLite made it before it knew how many rows there are, and after (ANALYZE changes plans, not
//! always for the better). The company is as large and as uneven as statistics need to matter.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

#[path = "journal/story.rs"]
mod story;
#[path = "journal/teller.rs"]
mod teller;

use callout::access::Actor;
use callout::adapters::store::sqlite::SqliteTx;
use callout::engine::{Engine, QueryRequest, read};
use callout::journal::Hash;
use callout::port::index::Select;
use callout::port::store::{External, Inspect, Quote, Stream, Tx};
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use support::{Lines, crowd, id_of, sqlite, world};

const ACTIVITIES: usize = 2_000;

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
    let engine = story::tell(sqlite(&path)).engine;
    let mut file = Connection::open(&path).unwrap();
    crowd::grow(&mut file, ACTIVITIES);
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

    /// What is wrong with it: a table or an index is walked from end to end, the rows of a company
    /// are gone through to be sorted or because something is searched by the company alone.
    fn walks(&self) -> bool {
        if std::env::var_os("CALLOUT_PLANS").is_some() {
            println!("{}\n    {}", self.sql, self.steps.join("\n    "));
        }
        // What a narrower question has found already is no table.
        let found = |step: &str| {
            ["few", "(subquery", "CONSTANT", "json_each"].iter().any(|f| step[5..].starts_with(f))
        };
        let scans = self
            .steps
            .iter()
            .any(|step| step.starts_with("SCAN ") && !found(step) || step.contains("AUTOMATIC"));
        scans || self.steps.iter().any(|step| self.by_company_alone(step))
    }

    /// Searching by the company alone is how a page in order of an index is read, where nothing
    /// else is asked of it. Where something is, it goes through everything that does not fit.
    fn by_company_alone(&self, step: &str) -> bool {
        // A list by key, as `verify` reads one, and the company's own single row are found so too.
        let whole = step.ends_with("(company=?)") || step.ends_with("(ANY(company))");
        let sorts = self.steps.iter().any(|step| step.contains("TEMP B-TREE"));
        let inner = step.contains(" h1 ") || step.contains(" t1 ");
        whole && (sorts || inner || self.filters())
    }

    /// Whether more is asked of a row than whose it is and where the page goes on.
    fn filters(&self) -> bool {
        let asked = self.sql.split(" WHERE ").nth(1).unwrap_or_default();
        let asked = asked.split(" ORDER BY ").next().unwrap_or_default();
        asked.split(" AND ").skip(1).any(|cond| !cond.starts_with("(t0."))
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
            let create = json!({"customer": {"create": {"kind": "person", "name": "Petr Kos"}}});
            let create = world::request(None, None, &create);
            let person = engine.execute_in(tx, &create).unwrap().target;
            let ask =
                ask(&world::manager(), &json!({"company": {"get": {"id": world::company()}}}));
            let company = serde_json::to_value(engine.query_in(tx, &ask).unwrap()).unwrap();
            let erase = json!({"company": {"erase_persons":
                {"persons": [person], "reason": "x"}}});
            let seen = company["version"].as_u64();
            engine.execute_in(tx, &world::request(Some(world::company()), seen, &erase)).unwrap();
        })
    });
}

/// What `verify`, `renew` and erasing ask for, page by page.
#[test]
fn no_page_of_a_proof_walks_a_table() {
    check(|watched| {
        watched.plans(|_, tx| {
            let (company, id, noun) = (world::company(), id_of("some"), "activity");
            let stream = Stream { company, noun, id };
            let hash = Hash::of(b"x");
            let outside = External {
                noun: noun.to_owned(),
                system: "sap".to_owned(),
                value: "4711".to_owned(),
                id,
            };
            let quote = Quote { noun: noun.to_owned(), stream: id, version: 1, n: 1 };
            for after in [None, Some(id)] {
                tx.begun(company, noun, after, 9).unwrap();
                tx.answers(company, after, 9).unwrap();
                tx.quoting(company, noun, after, 9).unwrap();
                tx.streams(company, noun, after, 9).unwrap();
                tx.contexts(company, after.map(|id| (id, 1)), 9).unwrap();
                for table in callout::engine::tables() {
                    tx.owners(company, table, after, 9).unwrap();
                }
            }
            tx.externals(company, Some(&outside), 9).unwrap();
            tx.all_uses(company, Some(&(hash, noun.to_owned(), id)), 9).unwrap();
            tx.values(company, Some(&quote), 9).unwrap();
            tx.blobs(company, Some(hash), 9).unwrap();
            tx.stale(company, noun, (1, 1), 9).unwrap();
            tx.feed(company, 1, 9).unwrap();
            tx.stream(&stream, 1, 9).unwrap();
            tx.caused(company, id).unwrap();
            tx.slots(&stream, 1, 9).unwrap();
            tx.quotes(company, id).unwrap();
            tx.in_context(company, id, 1).unwrap();
            tx.used(&stream).unwrap();
            tx.uses(company, &hash).unwrap();
            tx.unprint_idle(company).unwrap();
            tx.erase(&stream, id).unwrap();
            tx.drop_externals(&stream).unwrap();
            tx.drop_context(id, &stream).unwrap();
        })
    });
}

fn ask(actor: &Actor, query: &Value) -> QueryRequest {
    let question = json!({"company": world::company(), "actor": actor, "query": query});
    read(question.to_string().as_bytes()).unwrap()
}

#[test]
fn no_page_of_any_list_walks_a_company() {
    check(|watched| {
        watched.plans(|engine, tx| {
            let technician = |name: &str| Actor::technician(id_of(name));
            for actor in [world::manager(), technician(crowd::BUSY), technician(crowd::SELDOM)] {
                for (noun, filter, order) in crowd::questions::lists() {
                    for descending in [false, true] {
                        let mut list = json!({"filter": filter, "order": order,
                            "descending": descending, "limit": 10, "count_up_to": 10});
                        let asked = ask(&actor, &json!({noun: {"list": list}}));
                        // What the role may not read is no question to a table.
                        let Ok(answer) = engine.query_in(tx, &asked) else { continue };
                        let page = serde_json::to_value(&answer).unwrap();
                        let Some(next) = page.get("next") else { continue };
                        list["after"] = next.clone();
                        let asked = ask(&actor, &json!({noun: {"list": list}}));
                        engine.query_in(tx, &asked).unwrap();
                    }
                }
            }
        })
    });
}

/// Every filter of every noun is asked for: a new one that is forgotten here is told.
#[test]
fn no_filter_and_no_order_is_left_out() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("include/schema");
    let (mut left_out, mut nouns) = (Vec::new(), 0);
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let noun = path.file_stem().unwrap().to_string_lossy().into_owned();
        let schema: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let Some(filter) = schema.pointer("/query/$defs/Filter") else { continue };
        // A board is narrowed as a list of activities is.
        let Some(orders) = schema.pointer("/query/$defs/Order") else { continue };
        nouns += 1;
        let lists: Vec<crowd::questions::List> =
            crowd::questions::lists().into_iter().filter(|(known, ..)| *known == noun).collect();
        let filters = filter["properties"].as_object().into_iter().flatten();
        for (name, _) in filters {
            let alone = |filter: &Value| filter.as_object().unwrap().keys().eq([name]);
            if !lists.iter().any(|(_, filter, _)| alone(filter)) {
                left_out.push(format!("{noun} {name}"));
            }
        }
        let orders = orders.to_string();
        let known: BTreeSet<&str> = lists.iter().map(|(_, _, order)| *order).collect();
        assert!(known.iter().all(|order| orders.contains(order)), "{noun}: {known:?}");
        if known.len() != orders.matches("\"const\"").count() {
            left_out.push(format!("{noun}: only the orders {known:?}"));
        }
    }
    assert_eq!(left_out, [""; 0]);
    assert!(nouns > 15);
}

/// What these tests are there to see, as it once was: all visits of a company, for each activity.
#[test]
fn a_search_by_the_company_alone_is_seen() {
    let watched = watched();
    let seen = [
        "SELECT t0.owner FROM callout_activity t0 WHERE t0.company = x'01' AND NOT EXISTS \
         (SELECT 1 FROM callout_visit t1 WHERE t1.company = t0.company \
         AND t1.activity = t0.owner AND t1.cancelled IN (0)) \
         ORDER BY t0.number, t0.owner, t0.n LIMIT 51",
        "SELECT t0.owner FROM callout_activity t0 WHERE t0.company = x'01' AND t0.lead IN (x'02') \
         ORDER BY t0.number, t0.owner, t0.n LIMIT 51",
        "SELECT t0.owner FROM callout_activity t0 WHERE t0.company = x'01' \
         ORDER BY t0.lead, t0.owner, t0.n LIMIT 51",
        "SELECT body FROM callout_event WHERE company = x'01' AND command = x'02' \
         ORDER BY sequence",
        "UPDATE callout_answered SET salt = NULL WHERE company = x'01' AND version = 0",
    ];
    for sql in seen {
        let plan = Plan::of(&watched.file, sql.to_owned());
        assert!(plan.walks(), "{sql}\n    {}", plan.steps.join("\n    "));
    }
}

#[test]
fn no_timeline_and_no_look_up_walks_a_table() {
    check(|watched| {
        watched.plans(|engine, tx| {
            for query in [
                json!({"timeline": {"context": world::customer(), "limit": 10}}),
                json!({"tree": {"customer": world::customer()}}),
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
