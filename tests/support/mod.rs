//! What several suites need: a company on a store, a clock that stands still until it is moved.
#![allow(dead_code, reason = "each suite takes what it needs")]
#![allow(clippy::expect_used, reason = "a test says what is wrong by failing")]

pub mod crowd;
pub mod onlooker;
pub mod shelf;
pub mod skip;
pub mod tables;
pub mod work;
pub mod world;

use callout::adapters::store::memory::MemoryStore;
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::adapters::system::SystemIds;
use callout::engine::Engine;
use callout::error::Error;
use callout::port::clock::Clock;
use callout::port::store::Store;
use callout::schedule::Instant;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// A clock that is set by hand.
#[derive(Clone, Default)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    pub fn at(time: &str) -> TestClock {
        let clock = TestClock::default();
        clock.set(time);
        clock
    }

    pub fn set(&self, time: &str) {
        let at: Instant = serde_json::from_str(&format!("\"{time}\"")).expect("a time");
        self.0.store(at.micros(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Result<Instant, Error> {
        Ok(Instant::from_micros(self.0.load(Ordering::SeqCst)).expect("a time"))
    }
}

pub fn sqlite(path: &Path) -> Arc<dyn Store> {
    let settings = Settings { durability: Durability::Off, ..Settings::default() };
    Arc::new(SqliteStore::open(path, settings).expect("a store"))
}

pub fn engine_on(store: Arc<dyn Store>, clock: &TestClock) -> Engine {
    Engine::new(store, Arc::new(clock.clone()), Arc::new(SystemIds))
}

/// Both stores, with the folder that the file lives in.
pub fn stores() -> Vec<(&'static str, Arc<dyn Store>, Option<tempfile::TempDir>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = sqlite(&folder.path().join("service.db"));
    vec![("memory", Arc::new(MemoryStore::new()), None), ("sqlite", file, Some(folder))]
}

/// The same id for the same name, so that tables can use names.
pub fn id_of(name: &str) -> Uuid {
    let mut bytes = *callout::port::ids::named(Uuid::nil(), name).as_bytes();
    // Of the version that hosts draw: those that follow from names are Callout's.
    bytes[6] = 0x40 | (bytes[6] & 0x0f);
    Uuid::from_bytes(bytes)
}

/// What was printed to a list instead of the screen.
pub type Lines = Arc<Mutex<Vec<String>>>;
