//! A page of a hundred rows costs the same memory in a small company and in a large one: rows are
//! taken one by one as they are found, and nothing that grows with the years is held.
//!
//! One test in a binary of its own, as both counters are the process's.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::Engine;
use callout::port::store::Store;
use rusqlite::ffi::{sqlite3_memory_highwater, sqlite3_memory_used};
use serde_json::{Value, json};
use std::alloc::{GlobalAlloc, Layout, System};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use support::{TestClock, engine_on, world};

/// Activities of the small and of the large company.
const SIZES: [usize; 2] = [1_000, 20_000];
/// What the rows themselves take may differ by a few longer numbers, in bytes of some 100,000.
const OURS: f64 = 1.10;
/// A larger tree is a level deeper, and SQLite keeps the pages on the way.
const SQLITE: f64 = 1.25;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: everything is left to the system's allocator; only sizes are counted beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let live = LIVE.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(live, Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn store(path: &Path) -> Arc<SqliteStore> {
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    Arc::new(SqliteStore::open(path, settings).expect("a store"))
}

fn engine(store: Arc<dyn Store>) -> Engine {
    engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"))
}

/// A file with so many activities of one customer, closed.
fn filled(path: &Path, size: usize) {
    let store = store(path);
    let engine = engine(Arc::<SqliteStore>::clone(&store));
    world::founded(&engine);
    let mut tx = store.write().expect("a writer");
    for n in 0..size {
        let draft = world::draft(&format!("Kompresor {n:06}"));
        engine.execute_in(tx.as_mut(), &draft).expect("drafted");
    }
    tx.commit().expect("committed");
}

/// What a question took at the most, beyond what was there: ours, and SQLite's own.
fn peak(path: &Path, ask: &dyn Fn(&Engine) -> usize) -> [usize; 2] {
    // A fresh file handle each time: a page that is in SQLite's cache would cost nothing.
    let engine = engine(store(path));
    let before = LIVE.load(Relaxed);
    PEAK.store(before, Relaxed);
    // SAFETY: both take no pointer and may be called at any time.
    let sqlite_before = unsafe {
        sqlite3_memory_highwater(1);
        sqlite3_memory_used()
    };
    let rows = ask(&engine);
    let ours = PEAK.load(Relaxed) - before;
    // SAFETY: as above.
    let sqlite = unsafe { sqlite3_memory_highwater(0) } - sqlite_before;
    assert_eq!(rows, 100);
    assert!(ours > 10_000 && sqlite > 10_000, "both are counted");
    [ours, usize::try_from(sqlite).expect("it grew")]
}

fn page(engine: &Engine, list: &Value) -> usize {
    let page = world::ask(engine, &world::manager(), &json!({"activity": {"list": list}}));
    page.expect("a page")["rows"].as_array().expect("rows").len()
}

fn timeline(engine: &Engine, after: u64) -> usize {
    let ask = json!({"timeline": {"context": world::customer(), "after": after, "limit": 100}});
    let page = world::ask(engine, &world::manager(), &ask).expect("a page");
    page["events"].as_array().expect("events").len()
}

fn changes(engine: &Engine, after: u64) -> usize {
    let page = engine.session(world::company(), world::manager()).changes(after, 100);
    page.expect("a page").changes.len()
}

type Ask<'a> = (&'a str, &'a dyn Fn(&Engine) -> usize);

#[test]
fn a_page_costs_the_same_memory_whatever_the_size_of_the_company() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = SIZES.map(|size| {
        let path = folder.path().join(format!("{size}.db"));
        filled(&path, size);
        path
    });
    let of = |list: Value| move |engine: &Engine| page(engine, &list);
    let (first, latest) = (of(json!({})), of(json!({"order": "reported_at", "descending": true})));
    let narrowed = of(json!({"filter": {"customer": world::customer(), "assigned": false}}));
    let words = of(json!({"filter": {"search": "kompresor"}}));
    let asks: [Ask<'_>; 8] = [
        ("activities, by number", &first),
        ("activities, latest first", &latest),
        ("activities of a customer without technician", &narrowed),
        ("activities with a word", &words),
        ("timeline, first page", &|engine| timeline(engine, 0)),
        ("timeline, later page", &|engine| timeline(engine, 1_000)),
        ("changes, first page", &|engine| changes(engine, 0)),
        ("changes, last page", &|engine| {
            changes(
                engine,
                engine.session(world::company(), world::manager()).head().expect("a head").count
                    - 100,
            )
        }),
    ];
    let [few, many] = SIZES;
    for (name, ask) in asks {
        let [small, large] = [peak(&files[0], ask), peak(&files[1], ask)];
        println!(
            "{name}: ours {} and {} bytes, SQLite {} and {} at {few} and {many}",
            small[0], large[0], small[1], large[1]
        );
        for (side, most) in [(0, OURS), (1, SQLITE)] {
            let ratio = large[side] as f64 / small[side] as f64;
            assert!(ratio <= most, "{name}: {ratio:.2} times as much, at most {most}");
        }
    }
}
