//! A process of its own that has the file open and does as it is told, line by line.

use crate::support::{TestClock, engine_on, world};
use callout::adapters::store::sqlite::{Settings, SqliteStore};
use callout::engine::{Engine, Receipt, Request};
use callout::error::Error;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

const FILE: &str = "CALLOUT_WATCH_FILE";
const SAYS: &str = "\nSAYS ";

pub fn open(path: &Path) -> Engine {
    open_with(path, Settings::default()).expect("a store")
}

pub fn open_with(path: &Path, settings: Settings) -> Result<Engine, Error> {
    let store = SqliteStore::open(path, settings)?;
    Ok(engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00")))
}

/// Why it is not opened.
pub fn refusal(path: &Path, settings: Settings) -> &'static str {
    open_with(path, settings).map(drop).expect_err("a refusal").code()
}

/// The files of a folder: how long each is, and a hash of its bytes.
pub fn everything(folder: &Path) -> BTreeMap<PathBuf, (usize, u64)> {
    let files = std::fs::read_dir(folder).expect("a folder").flatten();
    let seen = |bytes: Vec<u8>| {
        let mut hasher = std::hash::DefaultHasher::new();
        bytes.hash(&mut hasher);
        (bytes.len(), hasher.finish())
    };
    files.map(|file| (file.path(), seen(std::fs::read(file.path()).expect("a file")))).collect()
}

/// The name of a file that SQLite keeps beside.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push(ending);
    PathBuf::from(name)
}

/// A file with a company in it, closed.
pub fn existing(folder: &Path) -> PathBuf {
    let path = folder.join("service.db");
    world::founded(&open(&path));
    path
}

/// How many of the commands are in the file: asked again, they give their first receipt.
pub fn are_there(path: &Path, done: &[(Request, Receipt)]) -> usize {
    let engine = open(path);
    let events =
        || engine.session(world::company(), world::manager()).head().expect("a head").count;
    let there = |(request, receipt): &&(Request, Receipt)| {
        let before = events();
        engine.execute(request).is_ok_and(|again| again == *receipt) && events() == before
    };
    let count = done.iter().filter(there).count();
    world::assert_clean(&engine);
    count
}

/// What the child does.
pub fn obey() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let engine = open(Path::new(&path));
    let mut out = std::io::stdout();
    let mut say = |what: String| {
        writeln!(out, "{SAYS}{what}").and_then(|()| out.flush()).expect("a parent");
    };
    say("open".to_owned());
    for order in std::io::stdin().lines().map_while(Result::ok) {
        if order == "peek" {
            // Whoever copies the file himself does this: closing it drops all locks.
            drop(std::fs::File::open(&path).expect("the file"));
            drop(std::fs::File::open(beside(Path::new(&path), "-shm")).expect("the index"));
            say("peeked".to_owned());
            continue;
        }
        let commands: usize = order.parse().expect("a number of commands");
        for n in 0..commands {
            let draft = world::draft(&format!("Kompresor {n}"));
            match engine.execute(&draft) {
                Ok(receipt) => say(serde_json::to_string(&(&draft, &receipt)).expect("JSON")),
                Err(error) => say(error.code().to_owned()),
            }
        }
    }
}

/// The child, seen by its parent.
pub struct Child {
    process: std::process::Child,
    lines: Box<dyn Iterator<Item = String>>,
}

impl Child {
    /// Has the file open when this returns.
    pub fn on(path: &Path) -> Child {
        let mut process = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "child_that_does_as_it_is_told", "--ignored", "--nocapture"])
            .env(FILE, path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a child");
        let out = BufReader::new(process.stdout.take().expect("its output"));
        let lines = out.lines().map_while(Result::ok);
        let said = lines.filter_map(|line| line.strip_prefix(SAYS.trim_start()).map(str::to_owned));
        let mut child = Child { process, lines: Box::new(said) };
        assert_eq!(child.lines.next().as_deref(), Some("open"));
        child
    }

    /// Lets it execute commands; what was acknowledged, and the codes of what was refused.
    pub fn execute(&mut self, commands: usize) -> (Vec<(Request, Receipt)>, Vec<String>) {
        let stdin = self.process.stdin.as_mut().expect("its input");
        writeln!(stdin, "{commands}").expect("an order");
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        for said in self.lines.by_ref().take(commands) {
            match serde_json::from_str(&said) {
                Ok(pair) => done.push(pair),
                Err(_) => refused.push(said),
            }
        }
        (done, refused)
    }

    /// Lets it open and close the file by other means, which drops its locks.
    pub fn peek(&mut self) {
        let stdin = self.process.stdin.as_mut().expect("its input");
        writeln!(stdin, "peek").expect("an order");
        assert_eq!(self.lines.next().as_deref(), Some("peeked"));
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Kills it, as a crash would.
    pub fn kill(mut self) {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
    }

    /// Lets it close the file and end.
    pub fn end(mut self) {
        drop(self.process.stdin.take());
        self.process.wait().expect("ended");
    }
}
