//! When the other entries of a technician's calendar keep him busy.

use super::{WALL, hour, on_each, plan, sync};
use crate::support::{id_of, world};
use serde_json::json;

/// An entry of somebody else: what it is about is not kept, when it is keeps him busy.
#[test]
fn other_entries_keep_him_busy() {
    on_each(|engine, shelf, activity| {
        let file = |uid: &str, more: &str| {
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
                 DTSTAMP:20261001T080000Z\r\nSUMMARY:Zubař\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
            )
        };
        let at = |start: &str, end: &str| {
            format!("DTSTART;TZID={WALL}:{start}\r\nDTEND;TZID={WALL}:{end}\r\n")
        };
        let once = file("a", &at("20261015T100000", "20261015T113000"));
        let weekly = format!(
            "{}RRULE:FREQ=WEEKLY\r\nEXDATE;TZID={WALL}:20261027T080000\r\n",
            at("20260106T080000", "20260106T090000")
        );
        let day = file("c", "DTSTART;VALUE=DATE:20261028\r\n");
        let free = format!("{}TRANSP:TRANSPARENT\r\n", at("20261016T100000", "20261016T110000"));
        let at_once = file("f", &format!("DTSTART;TZID={WALL}:20261017T100000\r\n"));
        let over = file("g", &at("20260901T100000", "20260901T113000"));
        let later = format!(
            "{}RECURRENCE-ID;RANGE=THISANDFUTURE;TZID={WALL}:20261103T080000\r\n",
            at("20261104T080000", "20261104T090000")
        );
        let entries = [
            ("f.ics", at_once),
            ("g.ics", over),
            ("h.ics", file("h", &later)),
            ("a.ics", once),
            ("b.ics", file("b", &weekly)),
            ("c.ics", day),
            ("d.ics", file("d", &free)),
            ("e.ics", "this is no calendar".to_owned()),
        ];
        for (name, file) in &entries {
            shelf.by_hand(name, Some(file.as_bytes()));
        }
        let round = sync(engine, shelf);
        // What is no calendar, and what moves all later ones of a rule that is not there.
        assert_eq!((round.unread, round.suggested.len()), (2, 0));
        let ask = json!({"availability": {"technicians": [id_of("vrana")], "within":
            {"from": "2026-10-14T00:00:00+02:00", "to": "2026-11-04T00:00:00+01:00"}}});
        let times = world::ask(engine, &world::manager(), &ask).unwrap();
        let busy = times["technicians"][0]["busy"].as_array().unwrap();
        let outside: Vec<(&str, &str)> = busy
            .iter()
            .filter(|busy| busy["why"] == "outside")
            .map(|busy| {
                (busy["period"]["from"].as_str().unwrap(), busy["period"]["to"].as_str().unwrap())
            })
            .collect();
        // Eight o'clock stays eight o'clock when the clock is put back; the 27th is left out.
        assert_eq!(
            outside,
            [
                ("2026-10-15T08:00:00Z", "2026-10-15T09:30:00Z"),
                ("2026-10-20T06:00:00Z", "2026-10-20T07:00:00Z"),
                ("2026-10-27T23:00:00Z", "2026-10-28T23:00:00Z"),
                ("2026-11-03T07:00:00Z", "2026-11-03T08:00:00Z"),
            ]
        );
        let journal = world::ask(engine, &world::manager(), &json!({"changes": {"limit": 1000}}));
        assert!(!journal.unwrap().to_string().contains("Zubař"), "nobody reads what it is about");
        let (starts_at, ends) = hour(15, 10);
        let plan = json!({"visit": {"plan": {"activity": activity, "technician": id_of("vrana"),
            "starts": starts_at, "ends": ends}}});
        let refused = engine.execute(&world::request(None, None, &plan)).unwrap_err();
        assert_eq!(refused.code(), "VISIT-CLASH-04");
        // What is taken away keeps nobody busy, and what has not changed makes no event.
        shelf.by_hand("a.ics", None);
        assert_eq!(sync(engine, shelf).busy, round.busy - 1);
        engine.execute(&world::request(None, None, &plan)).unwrap();
        let before = engine.session(world::company(), world::manager()).head().unwrap().count;
        shelf.forgets();
        assert_eq!(sync(engine, shelf).busy, round.busy - 1);
        let after = engine.session(world::company(), world::manager()).head().unwrap().count;
        assert_eq!(after, before);
    });
}

/// What other programs write, and others have read wrongly.
#[test]
fn occurrences_that_are_moved_or_left_out_keep_him_busy_once() {
    let event = |more: &str| {
        format!("BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20261001T080000Z\r\n{more}END:VEVENT\r\n")
    };
    let daily = "DTSTART;TZID=Europe/Prague:20261020T110000\r\n\
                 DTEND;TZID=Europe/Prague:20261020T120000\r\nRRULE:FREQ=DAILY;COUNT=3\r\n";
    let moved = |id: &str, more: &str| {
        event(&format!(
            "RECURRENCE-ID{id}\r\nDTSTART;TZID=Europe/Prague:20261021T150000\r\n\
             DTEND;TZID=Europe/Prague:20261021T160000\r\n{more}"
        ))
    };
    let at = |day: u32, hour: u32| format!("2026-10-{day}T{hour:02}:00:00Z");
    let all = [at(20, 9), at(21, 13), at(22, 9)];
    for (what, events, busy) in [
        (
            "by the clock of another zone",
            event(daily) + &moved(";TZID=Asia/Tokyo:20261021T180000", ""),
            &all[..],
        ),
        ("by a moment", event(daily) + &moved(":20261021T090000Z", ""), &all[..]),
        (
            "an exception by a moment",
            event(&format!("{daily}EXDATE:20261021T090000Z\r\n")),
            &[at(20, 9), at(22, 9)][..],
        ),
        ("one day alone, without its rule", moved(":20261021T090000Z", ""), &[at(21, 13)][..]),
        (
            "left out since",
            event(&format!("{daily}SEQUENCE:1\r\n"))
                + &moved(":20261021T090000Z", "SEQUENCE:1\r\n")
                + &event(&format!(
                    "{daily}SEQUENCE:2\r\nEXDATE;TZID=Europe/Prague:20261021T110000\r\n"
                )),
            &[at(20, 9), at(22, 9)][..],
        ),
    ] {
        on_each(|engine, shelf, _| {
            let head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";
            let file = format!("{head}{events}END:VCALENDAR\r\n");
            shelf.by_hand("x.ics", Some(file.as_bytes()));
            assert_eq!(sync(engine, shelf).unread, 0, "{what}");
            let state =
                world::get(engine, &world::manager(), "technician", id_of("vrana")).unwrap();
            let known = state["state"]["calendars"][0]["busy"].as_array().unwrap();
            let from: Vec<&str> = known.iter().map(|it| it["from"].as_str().unwrap()).collect();
            assert_eq!(from, busy, "{what}");
        });
    }
}

/// By which clock something recurs, and how long what stands beside a rule takes.
#[test]
fn what_recurs_recurs_by_its_own_clock() {
    on_each(|engine, shelf, _| {
        let event = |uid: &str, more: &str| {
            format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261001T080000Z\r\n{more}END:VEVENT\r\n")
        };
        // The clock is put back on the 25th: eight by UTC stays eight by UTC.
        let utc =
            "DTSTART:20261024T080000Z\r\nDTEND:20261024T090000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n";
        let beside = "DTSTART:20261020T080000Z\r\nDTEND:20261020T090000Z\r\n\
                      RDATE;VALUE=PERIOD:20261021T080000Z/20261021T083000Z\r\n";
        let nowhere = "DTSTART;TZID=Nowhere/Land:20261022T080000\r\n\
                       DTEND;TZID=Nowhere/Land:20261022T090000\r\n";
        let file = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{}{}{}END:VCALENDAR\r\n",
            event("a", utc),
            event("b", beside),
            event("c", nowhere)
        );
        shelf.by_hand("x.ics", Some(file.as_bytes()));
        // Nobody knows when it is in a zone that nobody describes.
        assert_eq!(sync(engine, shelf).unread, 1);
        let found = world::get(engine, &world::manager(), "technician", id_of("vrana")).unwrap();
        let busy = found["state"]["calendars"][0]["busy"].clone();
        let at = |from: &str, to: &str| json!({"from": format!("2026-10-{from}:00Z"), "to": format!("2026-10-{to}:00Z")});
        assert_eq!(
            busy,
            json!([
                at("20T08:00", "20T09:00"),
                at("21T08:00", "21T08:30"),
                at("24T08:00", "24T09:00"),
                at("25T08:00", "25T09:00"),
            ])
        );
    });
}

/// A calendar that is there to keep everybody waiting does not.
#[test]
fn a_calendar_without_measure_is_cut() {
    on_each(|engine, shelf, activity| {
        let one = plan(engine, activity, 15, 10);
        let events: String = (0..3_000)
            .map(|n| {
                format!(
                    "BEGIN:VEVENT\r\nUID:e{n}\r\nDTSTAMP:20261001T080000Z\r\n\
                     DTSTART:20261001T{:02}{:02}00Z\r\nDURATION:PT10S\r\nRRULE:FREQ=DAILY\r\n\
                     END:VEVENT\r\n",
                    n / 60 % 24,
                    n % 60
                )
            })
            .collect();
        let file = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}BEGIN:VEVENT\r\nUID:s\r\n\
             DTSTAMP:20261001T080000Z\r\nDTSTART:20001001T080000Z\r\nDURATION:PT1S\r\n\
             RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        shelf.by_hand("x.ics", Some(file.as_bytes()));
        let round = sync(engine, shelf);
        assert_eq!((round.written, round.busy), (vec![one], 2_000));
        assert!(round.unread > 2_500, "{} were not followed", round.unread);
    });
}
