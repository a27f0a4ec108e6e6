//! A technician's calendar on a server: what is planned is there, once; what is done there by hand
//! stands beside the visit, once; and nothing is lost on the way (S25).

mod busy;
mod storm;

use crate::support::shelf::Shelf;
use crate::support::{TestClock, engine_on, id_of, sqlite, stores, world};
use callout::adapters::format::ics::Ics;
use callout::engine::{CalendarRound, Engine, SyncCalendarRequest};
use callout::port::store::Store;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

const WALL: &str = "Europe/Prague";

fn equipped(store: Arc<dyn Store>, clock: &TestClock) -> Engine {
    let engine = engine_on(store, clock);
    engine.register_calendar_files(Arc::new(Ics));
    engine
}

/// A company with two technicians on an open activity.
fn set_up(engine: &Engine) -> Uuid {
    world::founded(engine);
    for name in ["vrana", "kolar"] {
        let create = json!({"technician": {"create": {"name": name, "holidays": null}}});
        engine.execute(&world::request(Some(id_of(name)), None, &create)).unwrap();
    }
    let activity = world::open_activity(engine);
    let assign = json!({"activity": {"assign": {"technicians": [id_of("vrana"), id_of("kolar")],
        "lead": id_of("vrana")}}});
    engine.execute(&world::request(Some(activity), Some(2), &assign)).unwrap();
    activity
}

fn on_each(rule: impl Fn(&Engine, &Shelf, Uuid)) {
    for (name, store, _folder) in stores() {
        println!("on {name}");
        let engine = equipped(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
        let activity = set_up(&engine);
        rule(&engine, &Shelf::default(), activity);
        world::assert_clean(&engine);
    }
}

fn sync(engine: &Engine, shelf: &Shelf) -> CalendarRound {
    sync_of(engine, shelf, "vrana", "/visits/")
}

fn sync_of(engine: &Engine, shelf: &Shelf, technician: &str, calendar: &str) -> CalendarRound {
    let ask = SyncCalendarRequest {
        company: world::company(),
        actor: world::manager(),
        technician: id_of(technician),
        calendar: calendar.to_owned(),
        limit: 100,
    };
    engine.sync_calendar(&ask, shelf).unwrap()
}

/// An hour of a day of October.
fn hour(day: u32, hour: u32) -> (Value, Value) {
    let at =
        |hour: u32| json!({"local": format!("2026-10-{day:02}T{hour:02}:00:00"), "zone": WALL});
    (at(hour), at(hour + 1))
}

fn plan(engine: &Engine, activity: Uuid, day: u32, at: u32) -> Uuid {
    let (starts, ends) = hour(day, at);
    let plan = json!({"visit": {"plan": {"activity": activity, "technician": id_of("vrana"),
        "starts": starts, "ends": ends}}});
    engine.execute(&world::request(None, None, &plan)).unwrap().target
}

fn change(engine: &Engine, visit: Uuid, command: &Value) -> Result<(), callout::error::Error> {
    super::bounds::change(engine, "visit", visit, command.clone())
}

fn state(engine: &Engine, visit: Uuid) -> Value {
    world::get(engine, &world::manager(), "visit", visit).unwrap()["state"].clone()
}

fn name(visit: Uuid) -> String {
    format!("{visit}.ics")
}

/// When the entry of a file takes place, by the clock in Prague.
fn starts(file: &[u8]) -> String {
    let read = callout::adapters::format::ics::read(file).unwrap();
    read.events[0].start.unwrap().local.to_string()
}

/// The same entry at another hour, as somebody drags it there.
fn dragged(file: &[u8], day: u32, at: u32) -> Vec<u8> {
    let text = String::from_utf8(file.to_vec()).unwrap();
    let line = |line: &str| {
        let time = |key: &str, at: u32| {
            line.starts_with(key).then(|| format!("{key};TZID={WALL}:202610{day:02}T{at:02}0000"))
        };
        time("DTSTART", at).or_else(|| time("DTEND", at + 1)).unwrap_or_else(|| line.to_owned())
    };
    // Those of the zone's own rules stay.
    let (zone, event) = text.split_at(text.find("BEGIN:VEVENT").unwrap());
    let event: Vec<String> = event.lines().map(line).collect();
    format!("{zone}{}\r\n", event.join("\r\n")).into_bytes()
}

#[test]
fn what_is_planned_is_written_moved_and_taken_away() {
    on_each(|engine, shelf, activity| {
        let (one, two) = (plan(engine, activity, 15, 10), plan(engine, activity, 16, 10));
        let round = sync(engine, shelf);
        assert_eq!((round.written.len(), round.stopped, round.more), (2, None, false));
        let files = shelf.files();
        assert_eq!(files.len(), 2);
        assert_eq!(starts(&files[&name(one)]), "2026-10-15 10:00:00");
        assert!(!String::from_utf8_lossy(&files[&name(one)]).contains("METHOD"), "RFC 4791, 4.1");
        // Nothing changed, nothing is written.
        let writes = shelf.writes();
        assert_eq!(sync(engine, shelf), CalendarRound::default());
        assert_eq!(shelf.writes(), writes);
        let (starts_at, ends) = hour(17, 12);
        change(engine, one, &json!({"move": {"starts": starts_at, "ends": ends}})).unwrap();
        change(engine, two, &json!({"cancel": {"reason": "Běží."}})).unwrap();
        let round = sync(engine, shelf);
        assert_eq!((round.written, round.removed), (vec![one], vec![two]));
        assert_eq!(starts(&shelf.files()[&name(one)]), "2026-10-17 12:00:00");
        // Who loses it has it no more, and who gets it has it.
        let give = json!({"move": {"starts": hour(17, 12).0, "ends": hour(17, 12).1,
            "technician": id_of("kolar")}});
        change(engine, one, &give).unwrap();
        assert_eq!(sync(engine, shelf).removed, [one]);
        assert!(shelf.files().is_empty());
        let other = Shelf::default();
        assert_eq!(sync_of(engine, &other, "kolar", "/kolar/").written, [one]);
    });
}

#[test]
fn what_is_done_by_hand_stands_beside_the_visit() {
    on_each(|engine, shelf, activity| {
        let (one, two) = (plan(engine, activity, 15, 10), plan(engine, activity, 16, 10));
        sync(engine, shelf);
        let files = shelf.files();
        shelf.by_hand(&name(one), Some(&dragged(&files[&name(one)], 15, 14)));
        shelf.by_hand(&name(two), None);
        let round = sync(engine, shelf);
        assert_eq!((round.suggested.len(), round.written.len()), (2, 0));
        let moved = state(engine, one);
        assert_eq!(moved["starts"]["local"], "2026-10-15T10:00:00", "it stays as planned");
        assert_eq!(moved["suggestion"]["wish"]["move"]["starts"]["local"], "2026-10-15T14:00:00");
        assert_eq!(moved["suggestion"]["calendar"], "shelf");
        assert_eq!(state(engine, two)["suggestion"]["wish"], json!({"decline": {}}));
        // Once, and what he did stays until somebody decides.
        let round = sync(engine, shelf);
        assert_eq!((round.suggested.len(), round.written.len()), (0, 0));
        assert_eq!(starts(&shelf.files()[&name(one)]), "2026-10-15 14:00:00");
        // It is taken: nothing is left to write but the version.
        let (starts_at, ends) = hour(15, 14);
        change(engine, one, &json!({"move": {"starts": starts_at, "ends": ends}})).unwrap();
        // It is not taken: it stands there as planned again.
        change(engine, two, &json!({"dismiss": {}})).unwrap();
        sync(engine, shelf);
        let files = shelf.files();
        assert_eq!(starts(&files[&name(one)]), "2026-10-15 14:00:00");
        assert_eq!(starts(&files[&name(two)]), "2026-10-16 10:00:00");
        assert_eq!(sync(engine, shelf), CalendarRound::default());
        // What he notes there is his own, until the visit changes.
        let noted = String::from_utf8(files[&name(one)].clone()).unwrap();
        let noted = noted.replace("SUMMARY:", "SUMMARY:(klíče!) ");
        shelf.by_hand(&name(one), Some(noted.as_bytes()));
        assert_eq!(sync(engine, shelf), CalendarRound::default());
        assert!(String::from_utf8_lossy(&shelf.files()[&name(one)]).contains("(klíče!)"));
    });
}

/// What is undone there by hand is no wish any more.
#[test]
fn who_drags_a_visit_back_wishes_for_nothing() {
    on_each(|engine, shelf, activity| {
        let one = plan(engine, activity, 15, 10);
        sync(engine, shelf);
        let as_planned = shelf.files()[&name(one)].clone();
        for by_hand in [Some(dragged(&as_planned, 15, 14)), None] {
            shelf.by_hand(&name(one), by_hand.as_deref());
            assert_eq!(sync(engine, shelf).suggested, [one]);
            shelf.by_hand(&name(one), Some(&as_planned));
            sync(engine, shelf);
            assert!(state(engine, one)["suggestion"].is_null());
            assert_eq!(starts(&shelf.files()[&name(one)]), "2026-10-15 10:00:00");
            assert_eq!(sync(engine, shelf), CalendarRound::default());
        }
        // What he said to Callout is not taken back by a calendar.
        change(engine, one, &json!({"decline": {}})).unwrap();
        let noted = String::from_utf8(shelf.files()[&name(one)].clone()).unwrap();
        shelf.by_hand(&name(one), Some(noted.replace("SUMMARY:", "SUMMARY:! ").as_bytes()));
        sync(engine, shelf);
        assert!(!state(engine, one)["suggestion"].is_null());
    });
}

#[test]
fn who_moves_what_a_manager_moves_is_told_of_too() {
    on_each(|engine, shelf, activity| {
        let one = plan(engine, activity, 15, 10);
        sync(engine, shelf);
        shelf.by_hand(&name(one), Some(&dragged(&shelf.files()[&name(one)], 15, 14)));
        let (starts_at, ends) = hour(16, 9);
        change(engine, one, &json!({"move": {"starts": starts_at, "ends": ends}})).unwrap();
        let round = sync(engine, shelf);
        assert_eq!((round.suggested, round.written), (vec![one], vec![one]));
        let now = state(engine, one);
        assert_eq!(now["suggestion"]["wish"]["move"]["starts"]["local"], "2026-10-15T14:00:00");
        assert_eq!(starts(&shelf.files()[&name(one)]), "2026-10-16 09:00:00", "the plan counts");
        assert_eq!(sync(engine, shelf), CalendarRound::default());
    });
}

/// A server that gives no tags: nothing is written over that nobody can tell apart, and it is said.
#[test]
fn without_tags_nothing_is_replaced() {
    on_each(|engine, shelf, activity| {
        let one = plan(engine, activity, 15, 10);
        shelf.tagless(true);
        sync(engine, shelf);
        let (starts_at, ends) = hour(16, 9);
        change(engine, one, &json!({"move": {"starts": starts_at, "ends": ends}})).unwrap();
        let round = sync(engine, shelf);
        assert_eq!((round.written.len(), round.refused.len(), round.more), (0, 1, false));
        assert!(round.refused[0].reason.starts_with("CALENDAR-SERVER-13"));
        shelf.tagless(false);
        for _ in 0..3 {
            sync(engine, shelf);
        }
        assert_eq!(starts(&shelf.files()[&name(one)]), "2026-10-16 09:00:00");
        assert!(state(engine, one)["suggestion"].is_null(), "nobody moved it by hand");
    });
}

/// A visit goes from one to another who has the same calendar, whoever is looked after first.
#[test]
fn technicians_share_a_calendar() {
    for order in [["vrana", "kolar"], ["kolar", "vrana"]] {
        on_each(|engine, shelf, activity| {
            let one = plan(engine, activity, 15, 10);
            let round = |who: &str| sync_of(engine, shelf, who, "/team/");
            order.iter().for_each(|who| drop(round(who)));
            let before = shelf.files();
            assert_eq!(before.len(), 1);
            for (technician, at) in [("kolar", 10), ("vrana", 12), ("kolar", 12)] {
                let give = json!({"move": {"starts": hour(15, at).0, "ends": hour(15, at).1,
                    "technician": id_of(technician)}});
                change(engine, one, &give).unwrap();
                for _ in 0..2 {
                    for who in order {
                        let done = round(who);
                        assert_eq!((done.suggested.len(), done.stopped), (0, None), "{order:?}");
                    }
                }
                assert_eq!(starts(&shelf.files()[&name(one)]), format!("2026-10-15 {at}:00:00"));
                assert_eq!(shelf.files().len(), 1);
            }
            change(engine, one, &json!({"cancel": {"reason": "Běží."}})).unwrap();
            order.iter().for_each(|who| drop(round(who)));
            assert!(shelf.files().is_empty());
            assert!(state(engine, one)["suggestion"].is_null());
        });
    }
}

/// A server that never comes to an end, and a technician who has as many calendars as he may.
#[test]
fn what_cannot_be_taken_in_keeps_nothing_from_being_written() {
    on_each(|engine, shelf, activity| {
        let one = plan(engine, activity, 15, 10);
        shelf.never_ends(true);
        let round = sync(engine, shelf);
        assert_eq!((round.written, round.more), (vec![one], true));
        shelf.never_ends(false);
        assert_eq!(sync(engine, shelf), CalendarRound::default());
        for n in 0..10 {
            let busy = json!({"technician": {"set_busy": {"calendar": format!("k{n}"), "busy": [
                {"from": "2026-10-20T08:00:00Z", "to": "2026-10-20T09:00:00Z"}]}}});
            engine.execute(&world::request(Some(id_of("vrana")), None, &busy)).unwrap();
        }
        let two = plan(engine, activity, 16, 10);
        let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:z\r\n\
                    DTSTART:20261015T060000Z\r\nDTEND:20261015T070000Z\r\nEND:VEVENT\r\n\
                    END:VCALENDAR\r\n";
        shelf.by_hand("z.ics", Some(file.as_bytes()));
        let round = sync(engine, shelf);
        assert_eq!(round.written, [two]);
        assert!(round.stopped.unwrap().starts_with("TECHNICIAN-BUSY-01"));
    });
}

#[test]
fn a_round_is_asked_rightly() {
    on_each(|engine, shelf, activity| {
        let ask =
            |technician: Uuid, limit: u32, actor: callout::access::Actor| SyncCalendarRequest {
                company: world::company(),
                actor,
                technician,
                calendar: "/visits/".to_owned(),
                limit,
            };
        let vrana = id_of("vrana");
        for (ask, code) in [
            (ask(vrana, 0, world::manager()), "REQUEST-PAGE-02"),
            (ask(id_of("nobody"), 1, world::manager()), "RECORD-FIND-01"),
            (ask(vrana, 1, callout::access::Actor::technician(vrana)), "ACCESS-ROLE-01"),
        ] {
            assert_eq!(engine.sync_calendar(&ask, shelf).unwrap_err().code(), code);
        }
        // So many at a time, and on from there.
        for day in 15..18 {
            plan(engine, activity, day, 10);
        }
        let round = engine.sync_calendar(&ask(vrana, 2, world::manager()), shelf).unwrap();
        assert_eq!((round.written.len(), round.more), (2, true));
        let round = engine.sync_calendar(&ask(vrana, 2, world::manager()), shelf).unwrap();
        assert_eq!((round.written.len(), round.more), (1, false));
        // Of another calendar nothing is known: all is written there.
        assert_eq!(sync_of(engine, &Shelf::default(), "vrana", "/other/").written.len(), 3);
    });
    // A host that plugged in nothing that writes files.
    let folder = tempfile::tempdir().unwrap();
    let store = sqlite(&folder.path().join("service.db"));
    let engine = engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
    set_up(&engine);
    let ask = SyncCalendarRequest {
        company: world::company(),
        actor: world::manager(),
        technician: id_of("vrana"),
        calendar: "/visits/".to_owned(),
        limit: 1,
    };
    let refused = engine.sync_calendar(&ask, &Shelf::default()).unwrap_err();
    assert_eq!(refused.code(), "CALENDAR-SERVER-16");
}
