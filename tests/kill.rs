//! A process that is killed loses nothing that it acknowledged (E90), however many work on the file
//! and whoever looks in meanwhile.
//!
//! The test runs itself again as children that execute commands and print each once its receipt is
//! there; the parent kills them at random moments, opens the file and looks. In half of the rounds
//! another program with a SQLite of its own opens the file, reads, writes a table of its own and
//! leaves, again and again; in some, somebody holds the lock for a while.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

use callout::adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout::engine::{Engine, Receipt, Request};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use support::{TestClock, engine_on, onlooker::Onlooker, world};

const FILE: &str = "CALLOUT_KILL_FILE";
/// Rounds, unless `CALLOUT_KILLS` says another number.
const ROUNDS: u64 = 30;
/// Who works at once.
const PROCESSES: usize = 3;
/// A file is begun anew after so many, so that each journal can be verified.
const ROUNDS_A_FILE: u64 = 5;
const SEED: u64 = 0x0C0F_FEE5;

fn open(path: &Path) -> Engine {
    let settings = Settings { durability: Durability::Full, ..Settings::default() };
    let store = SqliteStore::open(path, settings).expect("a store");
    engine_on(Arc::new(store), &TestClock::at("2026-10-14T08:00:00+02:00"))
}

/// The child: works until it is killed.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn child_that_works_until_it_is_killed() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let engine = open(Path::new(&path));
    // Where the file is new, whoever is first founds the company.
    for begin in [world::found(), world::create_customer()] {
        let _ = engine.execute(&begin);
    }
    let mut out = std::io::stdout();
    let mut done = |request: &Request| {
        let receipt = engine.execute(request).expect("a receipt");
        let pair = serde_json::to_string(&(request, &receipt)).expect("JSON");
        writeln!(out, "\nACK {pair}").and_then(|()| out.flush()).expect("a parent");
        receipt.target
    };
    loop {
        let activity = done(&world::draft("Kompresor neběží"));
        done(&world::open(activity));
        for n in 0..3 {
            done(&world::note(activity, &format!("poznámka {n}")));
        }
    }
}

type Acknowledged = Vec<(Request, Receipt)>;

/// Somebody at work, and what he says.
struct Worker<T> {
    process: Child,
    said: JoinHandle<T>,
}

impl<T: Send + 'static> Worker<T> {
    fn of(
        mut command: Command,
        read: impl FnOnce(Box<dyn Read + Send>) -> T + Send + 'static,
    ) -> Worker<T> {
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a process");
        let out = Box::new(process.stdout.take().expect("its output"));
        Worker { process, said: std::thread::spawn(move || read(out)) }
    }

    fn kill(mut self) -> T {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
        self.said.join().expect("what it said")
    }
}

fn child(path: &Path) -> Worker<Acknowledged> {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command
        .args(["--exact", "child_that_works_until_it_is_killed", "--ignored", "--nocapture"])
        .args(["--test-threads", "1"])
        .env(FILE, path);
    Worker::of(command, |out| {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let acks = lines.filter_map(|line| line.strip_prefix("ACK ").map(str::to_owned));
        // The last line may be cut: then nobody was told.
        acks.filter_map(|pair| serde_json::from_str(&pair).ok()).collect()
    })
}

/// Opens, reads, writes, leaves, and says how many rows it wrote. It has begun before those start
/// who are killed, however busy the machine is.
fn onlooker(path: &Path) -> Worker<u64> {
    let (say, begun) = std::sync::mpsc::channel();
    let worker = Worker::of(Onlooker::Python.again_and_again(path), move |out| {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let rows = lines.filter_map(|line| line.parse().ok());
        // Nobody listens any more after the first.
        rows.inspect(|_| _ = say.send(())).last().unwrap_or(0)
    });
    // Where none comes, the end of the test says so.
    let _ = begun.recv_timeout(Duration::from_secs(20));
    worker
}

/// Holds the lock for a moment: whoever works waits, and is not refused.
fn hold(path: &Path, moment: Duration) {
    let file = rusqlite::Connection::open(path).expect("a connection");
    file.busy_timeout(Duration::from_secs(20)).expect("told");
    if file.execute_batch("BEGIN IMMEDIATE").is_ok() {
        std::thread::sleep(moment);
        file.execute_batch("ROLLBACK").expect("rolled back");
    }
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % most
    }
}

/// One round: what was acknowledged, and how many rows the onlooker wrote.
fn round(path: &Path, looked_at: bool, held: bool, dice: &mut Dice) -> (Acknowledged, u64) {
    let onlooker = looked_at.then(|| onlooker(path));
    let children: Vec<_> = (0..PROCESSES).map(|_| child(path)).collect();
    // From before the file is open to some dozens of commands later.
    std::thread::sleep(Duration::from_micros(3_000 + dice.below(250_000)));
    if held && path.exists() {
        hold(path, Duration::from_micros(dice.below(50_000)));
    }
    let mut acknowledged = Vec::new();
    for child in children {
        acknowledged.extend(child.kill());
        std::thread::sleep(Duration::from_micros(dice.below(20_000)));
    }
    (acknowledged, onlooker.map_or(0, Worker::kill))
}

fn number(path: &Path, sql: &str) -> u64 {
    let file = rusqlite::Connection::open(path).expect("a connection");
    file.query_row(sql, [], |row| row.get(0)).expect("a number")
}

#[test]
fn what_was_acknowledged_is_there_after_every_kill() {
    println!("seed {SEED:#x}");
    let folder = tempfile::tempdir().expect("a folder");
    let looks = Onlooker::all("onlookers of the kill test").contains(&Onlooker::Python);
    let mut path = folder.path().join("service.db");
    let (begun, mut dice) = (Instant::now(), Dice(SEED));
    let (mut acknowledged, mut written, mut own) = (0, 0, 0);
    let asked = std::env::var("CALLOUT_KILLS").ok().and_then(|kills| kills.parse().ok());
    for n in 0..asked.unwrap_or(ROUNDS) {
        if n % ROUNDS_A_FILE == 0 {
            path = folder.path().join(format!("service-{n}.db"));
            own = 0;
            // Every other file is made by those who are killed.
            if n % (2 * ROUNDS_A_FILE) == 0 {
                world::founded(&open(&path));
            }
        }
        let looked_at = looks && n % 2 == 1 && path.exists();
        let (acks, rows) = round(&path, looked_at, n % 3 == 2, &mut dice);
        acknowledged += acks.len();
        written += rows;
        own += rows;
        let engine = open(&path);
        for (request, receipt) in &acks {
            let again = engine.execute(request).expect("the first receipt");
            assert_eq!(again, *receipt, "round {n}");
        }
        if engine
            .session(world::company(), world::manager())
            .head()
            .is_ok_and(|head| head.count > 0)
        {
            world::assert_clean(&engine);
        }
        drop(engine);
        let sound = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
        assert_eq!(number(&path, sound), 0, "round {n}");
        if own > 0 {
            assert!(number(&path, "SELECT count(*) FROM own") >= own, "round {n}");
        }
    }
    println!(
        "{acknowledged} commands acknowledged, {written} rows of onlookers in {:?}",
        begun.elapsed()
    );
    assert!(acknowledged > 200, "the children did work: {acknowledged}");
    assert!(!looks || written > 0, "so did the onlookers: {written}");
}
