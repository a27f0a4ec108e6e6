//! A technician's calendar, kept by an engine over a line on which one request in five goes wrong,
//! with a process that dies in the middle now and then, while somebody changes entries by hand:
//! nothing is lost, nothing is there twice, and each change by hand is seen once (S25).

use super::proxy::{Fault, Proxy};
use super::servers::{Kind, Server};
use crate::support::{TestClock, engine_on, id_of, sqlite, world};
use callout::adapters::format::ics::{self, Ics};
use callout::engine::{CalendarRound, Engine, SyncCalendarRequest};
use callout::error::Error;
use callout::port::calendar::{CalendarServer, Changes, Put, Removed, ServerCalendar, ServerEntry};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Instant;
use uuid::Uuid;

/// A server on whose writes the process dies, each so many.
struct Deadly<'s> {
    server: &'s dyn CalendarServer,
    writes: AtomicUsize,
    every: usize,
}

impl Deadly<'_> {
    fn die(&self) {
        let writes = self.writes.fetch_add(1, SeqCst) + 1;
        assert!(!writes.is_multiple_of(self.every), "killed after write {writes}");
    }
}

impl CalendarServer for Deadly<'_> {
    fn id(&self) -> &str {
        self.server.id()
    }
    fn calendars(&self) -> Result<Vec<ServerCalendar>, Error> {
        self.server.calendars()
    }
    fn put(&self, at: &str, name: &str, file: &[u8], known: Option<&str>) -> Result<Put, Error> {
        let put = self.server.put(at, name, file, known);
        self.die();
        put
    }
    fn remove(&self, at: &str, name: &str, known: Option<&str>) -> Result<Removed, Error> {
        let removed = self.server.remove(at, name, known);
        self.die();
        removed
    }
    fn read(&self, at: &str, name: &str) -> Result<Option<ServerEntry>, Error> {
        self.server.read(at, name)
    }
    fn changes(&self, at: &str, since: Option<&str>) -> Result<Changes, Error> {
        self.server.changes(at, since)
    }
}

fn equipped(path: &Path) -> Engine {
    let engine = engine_on(sqlite(path), &TestClock::at("2026-10-01T08:00:00+02:00"));
    engine.register_calendar_files(Arc::new(Ics));
    engine
}

/// Visits of one technician, ten a day.
fn planned(engine: &Engine, count: usize) -> Vec<Uuid> {
    world::founded(engine);
    let vrana = id_of("vrana");
    let create = json!({"technician": {"create": {"name": "Vrána", "holidays": null}}});
    engine.execute(&world::request(Some(vrana), None, &create)).unwrap();
    let mut visits = Vec::new();
    let mut activity = Uuid::nil();
    for n in 0..count {
        if n.is_multiple_of(400) {
            activity = world::open_activity(engine);
        }
        let plan = json!({"visit": {"plan": {"activity": activity, "technician": vrana,
            "assign": true, "starts": at(n, 0), "ends": at(n, 1)}}});
        visits.push(engine.execute(&world::request(None, None, &plan)).unwrap().target);
    }
    visits
}

/// When the nth visit begins, so many half hours later.
fn at(n: usize, later: usize) -> Value {
    let day: chrono::NaiveDate = "2026-10-05".parse().unwrap();
    let day = day + chrono::Days::new(n as u64 / 10);
    let minutes = 6 * 60 + n % 10 * 60 + later * 30;
    let local = format!("{day}T{:02}:{:02}:00", minutes / 60, minutes % 60);
    json!({"local": local, "zone": "Europe/Prague"})
}

fn change(engine: &Engine, visit: Uuid, command: &Value) {
    let version =
        world::get(engine, &world::manager(), "visit", visit).unwrap()["version"].as_u64();
    let command = json!({"visit": command});
    engine.execute(&world::request(Some(visit), version, &command)).unwrap();
}

/// Rounds until nothing is left to do. A process that died goes on with a new one.
fn rest(engine: &mut Option<Engine>, path: &Path, server: &dyn CalendarServer, at: &str) -> usize {
    let mut deaths = 0;
    for _ in 0..400 {
        let ask = SyncCalendarRequest {
            company: world::company(),
            actor: world::manager(),
            technician: id_of("vrana"),
            calendar: at.to_owned(),
            limit: 200,
        };
        let known = engine.as_ref().unwrap();
        let round = catch_unwind(AssertUnwindSafe(|| known.sync_calendar(&ask, server).unwrap()));
        let Ok(round) = round else {
            deaths += 1;
            // Its file is opened anew, as a process does that is started again.
            drop(engine.take());
            *engine = Some(equipped(path));
            continue;
        };
        assert!(round.refused.is_empty() && round.unread == 0, "{round:?}");
        if round == CalendarRound::default() {
            return deaths;
        }
    }
    panic!("it does not come to rest");
}

/// Name and beginning of each entry.
fn there(server: &dyn CalendarServer, at: &str) -> BTreeMap<String, String> {
    let mut all = server.changes(at, None).unwrap();
    while all.more {
        let next = server.changes(at, Some(&all.token)).unwrap();
        all.changed.extend(next.changed);
        (all.token, all.more) = (next.token, next.more);
    }
    let begins = |file: &[u8]| {
        let read = ics::read(file).unwrap();
        assert_eq!(read.events.len(), 1);
        let starts = read.events[0].start.unwrap().instant.unwrap();
        let zone = callout::schedule::Zone::new("Europe/Prague".parse().unwrap());
        zone.wall(starts).to_string().replace(' ', "T")
    };
    all.changed.iter().map(|entry| (entry.name.clone(), begins(&entry.file))).collect()
}

fn storm(kind: Kind, count: usize, seed: u64) {
    let Some(server) = Server::start(kind, "a_calendar_is_kept") else { return };
    let begun = Instant::now();
    let at_server = server.calendar;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let mut engine = Some(equipped(&path));
    let visits = planned(engine.as_ref().unwrap(), count);
    let proxy = Proxy::to(server.port, seed, 20);
    let (line, hand) = (server.client(proxy.port), server.client(server.port));
    let deadly = Deadly { server: &line, writes: AtomicUsize::new(0), every: 61 };
    let mut deaths = rest(&mut engine, &path, &deadly, at_server);
    let name = |n: usize| format!("{}.ics", visits[n]);
    let begins = |n: usize, later: usize| at(n, later)["local"].as_str().unwrap().to_owned();
    let mut expected: BTreeMap<String, String> =
        (0..count).map(|n| (name(n), begins(n, 0))).collect();
    assert_eq!(there(&hand, at_server), expected, "{kind:?}: all of it is there, once");
    // Somebody drags one in ten by half an hour, and takes one in twenty away; the company moves
    // one in twenty, and cancels one in twenty.
    let (mut moved, mut gone) = (Vec::new(), Vec::new());
    for (n, visit) in visits.iter().enumerate() {
        match n % 20 {
            3 | 13 => {
                let there = hand.read(at_server, &name(n)).unwrap().unwrap();
                let text = String::from_utf8(there.file).unwrap();
                let (zone, event) = text.split_at(text.find("BEGIN:VEVENT").unwrap());
                let plain = |at: &Value| at["local"].as_str().unwrap().replace(['-', ':'], "");
                // From its end on, so that none is dragged twice.
                let event = event
                    .replace(&plain(&at(n, 1)), &plain(&at(n, 2)))
                    .replace(&plain(&at(n, 0)), &plain(&at(n, 1)));
                let file = format!("{zone}{event}");
                let put = hand.put(at_server, &name(n), file.as_bytes(), there.tag.as_deref());
                assert!(matches!(put, Ok(Put::Written { .. })), "{put:?}");
                expected.insert(name(n), begins(n, 1));
                moved.push(n);
            }
            7 => {
                assert_eq!(hand.remove(at_server, &name(n), None).unwrap(), Removed::Gone);
                expected.remove(&name(n));
                gone.push(n);
            }
            11 => {
                let command = json!({"move": {"starts": at(n, 1), "ends": at(n, 2)}});
                change(engine.as_ref().unwrap(), *visit, &command);
                expected.insert(name(n), begins(n, 1));
            }
            17 => {
                let cancel = json!({"cancel": {"reason": "Běží."}});
                change(engine.as_ref().unwrap(), *visit, &cancel);
                expected.remove(&name(n));
            }
            _ => {}
        }
    }
    deaths += rest(&mut engine, &path, &deadly, at_server);
    let engine = engine.unwrap();
    assert_eq!(there(&hand, at_server), expected, "{kind:?}: it is what there should be");
    let told = told(&engine);
    for (n, visit) in visits.iter().enumerate() {
        let by_hand = usize::from(moved.contains(&n) || gone.contains(&n));
        assert_eq!(told.get(visit).copied().unwrap_or(0), by_hand, "{kind:?}: visit {n}");
    }
    world::assert_clean(&engine);
    let counts = proxy.counts();
    assert!(counts[&Fault::AnswerLost] > 0 && counts.len() == 6, "every fault came: {counts:?}");
    assert!(deaths > 0);
    println!(
        "{kind:?}: {count} visits, {} moved and {} taken away by hand, faults {counts:?}, {deaths} deaths, {:?}",
        moved.len(),
        gone.len(),
        begun.elapsed()
    );
}

/// How often something was suggested for each visit.
fn told(engine: &Engine) -> BTreeMap<Uuid, usize> {
    let mut told = BTreeMap::new();
    let mut after = 0;
    loop {
        let ask = json!({"changes": {"after": after, "limit": 1000}});
        let page = world::ask(engine, &world::manager(), &ask).unwrap();
        let changes = page["changes"].as_array().unwrap();
        let Some(last) = changes.last() else { return told };
        after = last["sequence"].as_u64().unwrap();
        for change in changes.iter().filter(|change| change["event"] == "suggested") {
            let visit = change["id"].as_str().unwrap().parse().unwrap();
            *told.entry(visit).or_default() += 1;
        }
    }
}

#[test]
fn a_calendar_is_kept_through_faults_and_deaths() {
    storm(Kind::Radicale, 200, 7);
}

#[test]
fn a_calendar_of_another_server_is_kept_too() {
    storm(Kind::Xandikos, 120, 11);
}

#[test]
#[ignore = "takes minutes: the long suite runs it"]
fn a_calendar_of_a_thousand_visits_is_kept() {
    storm(Kind::Radicale, 1_000, 23);
}
