//! The first page of every list in a company of 2,000 and of 200,000 activities, before and after
//! ANALYZE: what grows with a company is a fault, and hosts never run ANALYZE. Where the small
//! company has too few rows for a page, a page of as many is asked of both. Run with
//! `cargo bench -p callout-benches --bench lists`.

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

use callout::access::Actor;
use callout::engine::{Engine, QueryRequest};
use rusqlite::Connection;
use serde_json::json;
use std::time::Instant;
use support::{crowd, id_of, sqlite, world};

const SIZES: [usize; 2] = [2_000, 200_000];
/// The bound of the project.
const BOUND: f64 = 2.0;
const PAGE: u32 = 50;

struct Sized {
    engine: Engine,
    file: Connection,
    _folder: tempfile::TempDir,
}

fn company_of(size: usize) -> Sized {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("service.db");
    let engine = story::tell(sqlite(&path)).engine;
    let mut file = Connection::open(&path).expect("a connection");
    let begun = Instant::now();
    crowd::grow(&mut file, size);
    let bytes = std::fs::metadata(&path).expect("a file").len();
    println!("{size} activities and what is around them: {bytes} bytes, {:?}", begun.elapsed());
    Sized { engine, file, _folder: folder }
}

/// The middle of some runs in microseconds, and how many rows came.
fn page(sized: &Sized, question: &QueryRequest) -> (f64, usize) {
    let mut rows = 0;
    let mut runs = 0;
    let mut times = Vec::new();
    while runs < 15 {
        let begun = Instant::now();
        let answer = sized.engine.query(question).expect("a page");
        times.push(begun.elapsed().as_secs_f64() * 1e6);
        runs += if times[times.len() - 1] > 50_000.0 { 5 } else { 1 };
        let page = serde_json::to_value(answer).expect("JSON");
        rows = page["rows"].as_array().map_or(0, Vec::len);
    }
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], rows)
}

fn main() {
    let [small, large] = SIZES.map(company_of);
    let actors = [
        ("manager", world::manager()),
        ("busy technician", Actor::technician(id_of(crowd::BUSY))),
        ("seldom technician", Actor::technician(id_of(crowd::SELDOM))),
        ("technician who left", Actor::technician(id_of(crowd::LEFT))),
    ];
    for analyzed in [false, true] {
        if analyzed {
            for sized in [&small, &large] {
                sized.file.execute_batch("ANALYZE").expect("analyzed");
            }
        }
        let mut all = Vec::new();
        for (who, actor) in &actors {
            for (noun, filter, order) in crowd::questions::lists() {
                for descending in [false, true] {
                    let asked = |limit: u32| {
                        let list = json!({"filter": filter, "order": order,
                            "descending": descending, "limit": limit});
                        let asked = json!({"company": world::company(), "actor": actor,
                            "query": {noun: {"list": list}}});
                        callout::engine::read(asked.to_string().as_bytes()).expect("asked")
                    };
                    // What a role may not read at all costs nothing.
                    if small.engine.query(&asked(PAGE)).is_err() {
                        continue;
                    }
                    let alike = asked(PAGE.min(page(&small, &asked(PAGE)).1.max(1) as u32));
                    let ((few, rows), (many, more)) = (page(&small, &alike), page(&large, &alike));
                    let way = if descending { " descending" } else { "" };
                    let name = format!("{who}: {noun} {filter} by {order}{way}");
                    all.push((many / few, few, many, rows, more, name));
                }
            }
        }
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        let when = if analyzed { "after ANALYZE" } else { "before ANALYZE" };
        let over = all.iter().filter(|(ratio, ..)| *ratio > BOUND).count();
        println!("{when}: {} lists, {over} above {BOUND}; the worst:", all.len());
        for (ratio, few, many, rows, more, name) in all.iter().take(over.max(12)) {
            println!(
                "  ratio {ratio:.2}: {few:.0} us ({rows} rows), {many:.0} us ({more}), {name}"
            );
        }
        all.sort_by(|a, b| b.2.total_cmp(&a.2));
        println!("{when}, the longest:");
        for (ratio, _, many, _, more, name) in all.iter().take(8) {
            println!("  {many:.0} us ({more} rows), ratio {ratio:.2}, {name}");
        }
    }
}
