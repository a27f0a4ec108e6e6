//! The same command and the same page in a company of 1,000 and of 100,000 activities: what
//! grows with a company's age is a fault. Run with `cargo bench -p callout-benches`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench fails where it cannot measure"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use callout::access::Actor;
use callout::activity::{self, TECHNICIANS};
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{Engine, Request};
use callout::port::index::{Cell, Entry, Select};
use callout::port::store::Store;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Instant;
use support::{TestClock, engine_on, id_of, world};
use uuid::Uuid;

type Work<'w> = (&'w str, &'w dyn Fn(&Sized));

const SIZES: [usize; 2] = [1_000, 100_000];

struct Sized {
    engine: Engine,
    store: Arc<SqliteStore>,
    activity: Uuid,
    _folder: tempfile::TempDir,
}

/// A company of a size, with one technician who is on ten activities only.
fn company_of(size: usize) -> Sized {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    let path = folder.path().join("service.db");
    let store = Arc::new(SqliteStore::open(path, settings).expect("a store"));
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = engine_on(Arc::<SqliteStore>::clone(&store), &clock);
    world::founded(&engine);
    let mut tx = store.write().expect("a writer");
    let mut activity = Uuid::nil();
    for n in 0..size {
        let draft = world::draft(&format!("Kompresor {n}"));
        activity = engine.execute_in(tx.as_mut(), &draft).expect("drafted").target;
        if n % (size / 10) == 0 {
            // As the activity's own row says.
            let own = Select::of_owner(&activity::TABLE, world::company(), activity);
            let own = tx.select(&own).expect("its row").pop().expect("its row");
            let said = |column: &str| {
                let at = activity::TABLE.position(column).expect("a column");
                own.cells[at].clone()
            };
            let said = TECHNICIANS.columns[1..].iter().map(|column| said(column.name));
            let cells = std::iter::once(Cell::Id(id_of("novak"))).chain(said).collect();
            let entry = Entry { table: &TECHNICIANS, n: 0, cells, row: Vec::new() };
            tx.put_entry(world::company(), activity, &entry).expect("assigned");
        }
    }
    tx.commit().expect("committed");
    Sized { engine, store, activity, _folder: folder }
}

fn list(sized: &Sized, actor: &Actor, list: &Value) -> usize {
    let page = world::ask(&sized.engine, actor, &json!({"activity": {"list": list}}));
    page.expect("a page")["rows"].as_array().expect("rows").len()
}

/// The median of some runs, in microseconds.
fn median(sized: &Sized, work: impl Fn(&Sized)) -> f64 {
    let mut times: Vec<f64> = (0..301)
        .map(|_| {
            let begun = Instant::now();
            work(sized);
            begun.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let [small, large] = SIZES.map(company_of);
    let novak = Actor::technician(id_of("novak"));
    let manager = world::manager();
    let page = json!({"limit": 100});
    let latest = json!({"limit": 100, "descending": true, "order": "reported_at"});
    let works: [Work<'_>; 6] = [
        ("activity.create", &|sized| drop(sized.engine.execute(&world::draft("x")).expect("done"))),
        ("activity.add_note", &|sized| {
            // The refused one reads and decides the same, and leaves the state as large as it was.
            let _ = sized.engine.execute(&world::note(sized.activity, " "));
        }),
        ("activity.get", &|sized| {
            drop(world::get(&sized.engine, &manager, "activity", sized.activity).expect("one"));
        }),
        ("page of 100, by number", &|sized| assert_eq!(list(sized, &manager, &page), 100)),
        ("page of 100, latest first", &|sized| assert_eq!(list(sized, &manager, &latest), 100)),
        ("a technician's own ten", &|sized| assert_eq!(list(sized, &novak, &page), 10)),
    ];
    for (name, work) in works {
        let (small, large) = (median(&small, work), median(&large, work));
        let [few, many] = SIZES;
        println!(
            "{name}: {small:.0} us at {few}, {large:.0} us at {many}, ratio {:.2}",
            large / small
        );
    }
    followed();
    released();
}

/// How long the release of a line takes, when few are released at once and when many are.
fn released() {
    let [few, many] = [50_u32, 800].map(|lines| {
        let sized = company_of(10);
        let say = |command: Value| {
            let command = json!({ "report": command });
            world::request_of(&world::manager(), Some(sized.activity), None, &command)
        };
        let content = json!({"kind": "fee", "code": "V", "name": "Výjezd", "unit": "piece"});
        let line = say(json!({"report_line": {"content": content, "quantity": "1"}}));
        let mut tx = sized.store.write().expect("a writer");
        for _ in 0..lines {
            let line = Request { id: Uuid::now_v7(), ..line.clone() };
            sized.engine.execute_in(tx.as_mut(), &line).expect("reported");
        }
        tx.commit().expect("committed");
        let settings = json!({"company": {"update": {"settings": {"four_eyes": false}}}});
        let settings = world::request(Some(world::company()), Some(1), &settings);
        sized.engine.execute(&settings).expect("changed");
        let report = world::get(&sized.engine, &world::manager(), "report", sized.activity);
        let mut tx = sized.store.write().expect("a writer");
        for line in report.expect("a report")["state"]["lines"].as_array().expect("lines") {
            let approve = say(json!({"approve": {"line": line["id"]}}));
            sized.engine.execute_in(tx.as_mut(), &approve).expect("approved");
        }
        tx.commit().expect("committed");
        let each = median(&sized, |sized| {
            // Rolled back, so that it is released again.
            let mut tx = sized.store.write().expect("a writer");
            let receipt = sized.engine.execute_in(tx.as_mut(), &say(json!({"release": {}})));
            assert_eq!(receipt.expect("released").events.len(), 2 * lines as usize);
        });
        each / f64::from(lines)
    });
    println!(
        "a line of a release: {few:.1} us of 50, {many:.1} us of 800, ratio {:.2}",
        many / few
    );
}

/// How long a follower takes for each change of one stream, when it has few and when it has many.
fn followed() {
    let [few, many] = [100_u32, 800].map(|changes| {
        let sized = company_of(10);
        for n in 0..changes {
            let note = world::note(sized.activity, &format!("Zápis {n}"));
            sized.engine.execute(&note).expect("noted");
        }
        let begun =
            sized.engine.session(world::company(), world::manager()).head().expect("a head");
        let after = begun.count - u64::from(changes);
        let each = median(&sized, |sized| {
            let manager = world::manager();
            let page =
                sized.engine.session(world::company(), manager.clone()).changes(after, 1_000);
            assert_eq!(page.expect("changes").changes.len(), changes as usize);
        });
        each / f64::from(changes)
    });
    println!(
        "a change in the feed of one stream: {few:.1} us of 100, {many:.1} us of 800, ratio {:.2}",
        many / few
    );
}
