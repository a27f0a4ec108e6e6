//! Two processes with four threads each ask the same commands of one file at the same moment.

use crate::support::{TestClock, engine_on};
use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{Engine, Receipt, Request};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Barrier};
use std::time::Duration;
use uuid::Uuid;

const WORK: &str = "CALLOUT_TOGETHER_WORK";
const THREADS: usize = 4;

/// A refused request and its code.
pub type Refused = (Uuid, String);

/// A file that many work on.
pub struct Field {
    folder: tempfile::TempDir,
    pub engine: Engine,
}

impl Field {
    pub fn new() -> Field {
        let folder = tempfile::tempdir().expect("a folder");
        let engine = open(&folder.path().join("service.db"));
        Field { folder, engine }
    }

    /// All ask all of it at once, each group in turn: what was refused, on both sides.
    pub fn race(&self, groups: &[Vec<Request>]) -> Vec<Refused> {
        let work = self.folder.path();
        write(&work.join("requests.json"), groups);
        let (ready, go) = (work.join("ready"), work.join("go"));
        let mut other = process(work);
        let engine = open(&work.join("service.db"));
        wait_for(&ready, &mut other);
        std::fs::write(&go, b"").expect("go");
        let mut refused = in_threads(&engine, groups, 0);
        assert!(other.wait().expect("its end").success());
        let there: Vec<Refused> = read(&work.join("refused.json"));
        refused.extend(there);
        for file in [ready, go] {
            std::fs::remove_file(file).expect("ready for another race");
        }
        refused
    }

    /// The receipts of those requests of a group that were done: asked again, they say so.
    pub fn done(&self, group: &[Request]) -> Vec<Receipt> {
        group.iter().filter_map(|request| self.engine.execute(request).ok()).collect()
    }
}

/// The codes of what was refused, each once.
pub fn codes(refused: &[Refused]) -> BTreeSet<&str> {
    refused.iter().map(|(_, code)| code.as_str()).collect()
}

fn open(path: &Path) -> Engine {
    let patience = Duration::from_secs(60);
    let settings = Settings { durability: Durability::Off, patience, ..Settings::default() };
    let store = SqliteStore::open(path, settings).expect("a store");
    engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00"))
}

/// What the other process does.
pub fn other_side() {
    let Some(work) = std::env::var_os(WORK).map(PathBuf::from) else { return };
    let groups: Vec<Vec<Request>> = read(&work.join("requests.json"));
    let engine = open(&work.join("service.db"));
    std::fs::write(work.join("ready"), b"").expect("ready");
    while !work.join("go").exists() {
        std::thread::sleep(Duration::from_micros(200));
    }
    write(&work.join("refused.json"), &in_threads(&engine, &groups, THREADS));
}

fn in_threads(engine: &Engine, groups: &[Vec<Request>], first: usize) -> Vec<Refused> {
    let start = Barrier::new(THREADS);
    let one = |n: usize| {
        start.wait();
        let mut refused = Vec::new();
        for group in groups {
            // Each begins elsewhere, so that every command is asked by all, at different times.
            let from = n * group.len() / (2 * THREADS);
            for request in group[from..].iter().chain(&group[..from]) {
                if let Err(error) = engine.execute(request) {
                    refused.push((request.id, error.code().to_owned()));
                }
            }
        }
        refused
    };
    std::thread::scope(|scope| {
        let (one, started) = (&one, first..first + THREADS);
        let started: Vec<_> = started.map(|n| scope.spawn(move || one(n))).collect();
        started.into_iter().flat_map(|thread| thread.join().expect("a thread")).collect()
    })
}

fn process(work: &Path) -> Child {
    Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "another_process", "--ignored"])
        .env(WORK, work)
        .stdout(Stdio::null())
        .spawn()
        .expect("another process")
}

fn wait_for(ready: &Path, other: &mut Child) {
    while !ready.exists() {
        assert!(other.try_wait().expect("its state").is_none(), "the other process ended early");
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn write(path: &Path, value: &(impl serde::Serialize + ?Sized)) {
    std::fs::write(path, serde_json::to_vec(value).expect("JSON")).expect("written");
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    serde_json::from_slice(&std::fs::read(path).expect("a file")).expect("JSON")
}
