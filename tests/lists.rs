//! No page of any list goes through more in a larger company. What SQLite does is counted in steps
//! of its machine, so that the test does not depend on how a plan is worded, nor on the machine.

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
use callout::engine::{Engine, read};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use support::{crowd, id_of, sqlite, world};

const SIZES: [usize; 2] = [2_000, 16_000];
/// So many steps are counted as one.
const STRIDE: i32 = 100;
/// What a page may do besides: to count some hundreds and to sort few takes 30,000 steps.
const LITTLE: usize = 300;

struct Counted {
    engine: Engine,
    file: Connection,
    strides: Arc<AtomicUsize>,
    _folder: tempfile::TempDir,
}

fn company_of(size: usize) -> Counted {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = story::tell(sqlite(&path)).engine;
    let mut file = Connection::open(&path).unwrap();
    crowd::grow(&mut file, size);
    let strides = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&strides);
    let count = move || {
        counted.fetch_add(1, Relaxed);
        false
    };
    file.progress_handler(STRIDE, Some(count)).unwrap();
    Counted { engine, file, strides, _folder: folder }
}

impl Counted {
    /// What a list takes, and how many rows it shows; nothing where the role may not read it.
    fn takes(&mut self, actor: &Actor, query: &Value) -> Option<(usize, usize)> {
        let question = json!({"company": world::company(), "actor": actor, "query": query});
        let question = read(question.to_string().as_bytes()).unwrap();
        let tx = self.file.transaction().unwrap();
        let before = self.strides.load(Relaxed);
        let answer = self.engine.query_in(&mut SqliteTx::within(&tx), &question).ok()?;
        let page = serde_json::to_value(answer).unwrap();
        let rows = page["rows"].as_array().map_or(0, Vec::len);
        Some((self.strides.load(Relaxed) - before, rows))
    }
}

#[test]
fn no_page_goes_through_more_in_a_larger_company() {
    let [mut small, mut large] = SIZES.map(company_of);
    let technician = |name: &str| Actor::technician(id_of(name));
    let actors = [
        ("manager", world::manager()),
        ("busy technician", technician(crowd::BUSY)),
        ("seldom technician", technician(crowd::SELDOM)),
        ("technician who left", technician(crowd::LEFT)),
    ];
    for analyzed in [false, true] {
        if analyzed {
            small.file.execute_batch("ANALYZE").unwrap();
            large.file.execute_batch("ANALYZE").unwrap();
        }
        let mut more = Vec::new();
        for (who, actor) in &actors {
            for (noun, filter, order) in crowd::questions::lists() {
                for descending in [false, true] {
                    let mut list = json!({"filter": filter, "order": order,
                        "descending": descending, "limit": 10});
                    let query = json!({noun: {"list": list}});
                    let Some((few, rows)) = small.takes(actor, &query) else { continue };
                    let (many, shown) = large.takes(actor, &query).unwrap();
                    let mut grows = many > 2 * few + LITTLE;
                    if !descending {
                        // What it takes to count beside the page.
                        list["count_up_to"] = json!(10);
                        let query = json!({noun: {"list": list}});
                        let (few_counted, _) = small.takes(actor, &query).unwrap();
                        let (many_counted, _) = large.takes(actor, &query).unwrap();
                        let (few, many) =
                            (few_counted.saturating_sub(few), many_counted.saturating_sub(many));
                        grows |= many > 2 * few + LITTLE;
                    }
                    if grows {
                        more.push(format!(
                            "{few} ({rows} rows), {many} ({shown}), {who}: {noun} {filter} by \
                             {order} {descending}"
                        ));
                    }
                }
            }
        }
        println!("analyzed: {analyzed}\n{}", more.join("\n"));
        assert!(more.is_empty());
    }
}
