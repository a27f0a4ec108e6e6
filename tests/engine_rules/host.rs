//! The transaction may be the host's own, on the host's own file (R12).

use super::support::{engine_on, sqlite, world};
use super::{clock, code};
use callout::access::Actor;
use callout::adapters::store::sqlite::{SqliteTx, install};
use callout::engine::{Engine, Request};
use rusqlite::{Connection, TransactionBehavior::Immediate};
use std::time::{Duration, Instant};

pub struct Host {
    file: Connection,
    pub engine: Engine,
    _folder: tempfile::TempDir,
}

pub fn host() -> Host {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("host.db");
    let mut file = Connection::open(&path).unwrap();
    file.execute_batch("CREATE TABLE task (name TEXT NOT NULL)").unwrap();
    install(&mut file).unwrap();
    install(&mut file).unwrap();
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    Host { file, engine, _folder: folder }
}

impl Host {
    fn counts(&self) -> (u64, u64) {
        let count = |sql| self.file.query_row(sql, [], |row| row.get::<_, u64>(0)).unwrap();
        (count("SELECT count(*) FROM task"), count("SELECT count(*) FROM callout_event"))
    }

    /// One row of the host's, then a command; the host commits or not.
    pub fn together(&mut self, request: &Request, commit: bool) {
        let tx = self.file.transaction_with_behavior(Immediate).unwrap();
        tx.execute("INSERT INTO task VALUES ('x')", []).unwrap();
        self.engine.execute_in(&mut SqliteTx::within(&tx), request).unwrap();
        if commit {
            tx.commit().unwrap();
        }
    }
}

#[test]
fn what_the_host_commits_is_there_with_its_own_rows() {
    let mut host = host();
    let draft = world::draft("Kompresor");
    host.together(&draft, true);
    assert_eq!(host.counts(), (1, world::FOUNDED + 2));
    world::assert_clean(&host.engine);
    // The engine on the file knows the command, and the host's transaction knows the engine's.
    let receipt = host.engine.execute(&draft).unwrap();
    host.together(&world::note(receipt.target, "x"), true);
    assert_eq!(host.counts(), (2, world::FOUNDED + 3));
}

#[test]
fn what_the_host_rolls_back_leaves_nothing() {
    let mut host = host();
    let draft = world::draft("Kompresor");
    host.together(&draft, false);
    assert_eq!(host.counts(), (0, world::FOUNDED));
    let receipt = host.engine.execute(&draft).unwrap();
    assert_eq!(world::number(&host.engine, receipt.target), 1);
    world::assert_clean(&host.engine);
}

#[test]
fn a_refused_command_leaves_the_hosts_own_writes() {
    let mut host = host();
    let taken = world::draft("Kompresor").id;
    let tx = host.file.transaction_with_behavior(Immediate).unwrap();
    tx.execute("INSERT INTO task VALUES ('before')", []).unwrap();
    let mut within = SqliteTx::within(&tx);
    let mut first = world::draft("Kompresor");
    first.external_ids.insert("sap".to_owned(), "1".to_owned());
    host.engine.execute_in(&mut within, &first).unwrap();
    // It has appended its events when the outside id is found taken.
    let mut second = world::draft("Jiný");
    second.id = taken;
    second.external_ids = first.external_ids.clone();
    let refused = host.engine.execute_in(&mut within, &second);
    assert_eq!(code(refused), "RECORD-EXTERNAL-01");
    drop(within);
    tx.execute("INSERT INTO task VALUES ('after')", []).unwrap();
    tx.commit().unwrap();
    assert_eq!(host.counts(), (2, world::FOUNDED + 3));
    world::assert_clean(&host.engine);
    second.external_ids.clear();
    let receipt = host.engine.execute(&second).unwrap();
    assert_eq!(world::number(&host.engine, receipt.target), 2, "it took no number");
}

#[test]
fn several_commands_share_one_transaction() {
    let mut host = host();
    let tx = host.file.transaction_with_behavior(Immediate).unwrap();
    let mut within = SqliteTx::within(&tx);
    let drafted = host.engine.execute_in(&mut within, &world::draft("Kompresor")).unwrap();
    host.engine.execute_in(&mut within, &world::open(drafted.target)).unwrap();
    host.engine.execute_in(&mut within, &world::note(drafted.target, "x")).unwrap();
    drop(within);
    tx.commit().unwrap();
    world::assert_clean(&host.engine);
    assert_eq!(host.counts(), (0, world::FOUNDED + 4));
}

/// What would wait for its own transaction, or see nothing of it, says so at once; and everything
/// that a host needs can be done within.
#[test]
fn a_call_that_would_wait_for_itself_is_refused_at_once() {
    const WITHIN: &str = "STORE-BUSY-02";
    let mut host = host();
    let (company, manager) = (world::company(), world::manager());
    let began = Instant::now();
    let tx = host.file.transaction_with_behavior(Immediate).unwrap();
    let mut within = SqliteTx::within(&tx);
    let engine = &host.engine;
    assert_eq!(code(engine.execute(&world::draft("Kompresor"))), WITHIN);
    assert_eq!(code(engine.put_blob(company, &manager, b"podpis")), WITHIN);
    assert_eq!(code(engine.receive(company, &manager, MAIL, read())), WITHIN);
    let blob = engine.put_blob_in(&mut within, company, &manager, b"podpis").unwrap();
    let received = engine.receive_in(&mut within, company, &manager, MAIL, read()).unwrap();
    assert_eq!(received.receipt.version, 1);
    // A question beside it would not know of the mail.
    assert_eq!(code(engine.session(company, manager.clone()).blob(&blob)), WITHIN);
    assert_eq!(code(engine.session(company, manager.clone()).changes(0, 1)), WITHIN);
    // Another thread waits as everybody does, and other files are nobody's business here.
    let elsewhere = callout::open_memory();
    world::founded(&elsewhere);
    std::thread::scope(|scope| {
        let read = scope.spawn(|| engine.session(company, manager.clone()).changes(0, 1).is_ok());
        assert!(read.join().unwrap());
    });
    drop(within);
    tx.commit().unwrap();
    assert!(began.elapsed() < Duration::from_secs(5), "nobody waited");
    let kept = host.engine.session(company, manager.clone()).blob(&blob).unwrap();
    assert_eq!(kept, b"podpis");
    world::assert_clean(&host.engine);
}

#[test]
fn what_is_put_and_received_within_goes_with_the_hosts_rollback() {
    let mut host = host();
    let (company, manager) = (world::company(), world::manager());
    let tx = host.file.transaction_with_behavior(Immediate).unwrap();
    let mut within = SqliteTx::within(&tx);
    let engine = &host.engine;
    let blob = engine.put_blob_in(&mut within, company, &manager, b"podpis").unwrap();
    engine.receive_in(&mut within, company, &manager, MAIL, read()).unwrap();
    let nobody = Actor { role: "reader".to_owned(), ..manager.clone() };
    let refused = engine.receive_in(&mut within, company, &nobody, MAIL, read());
    assert_eq!(code(refused), "ACCESS-ROLE-01");
    let large = vec![0; callout::engine::MAX_BLOB_BYTES as usize + 1];
    let refused = engine.put_blob_in(&mut within, company, &manager, &large);
    assert_eq!(code(refused), "BLOB-SIZE-01");
    drop(within);
    tx.rollback().unwrap();
    assert_eq!(code(host.engine.session(company, manager.clone()).blob(&blob)), "BLOB-FIND-01");
    assert_eq!(host.counts(), (0, world::FOUNDED));
}

const MAIL: &[u8] =
    b"From: Jana <jana@kovo.example>\r\nSubject: Kompresor\r\n\r\nNeb\xc4\x9b\xc5\xbe\xc3\xad.\r\n";

fn read() -> callout::letter::ReadMail {
    callout::adapters::mail::eml::read(MAIL).unwrap()
}
