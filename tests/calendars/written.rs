//! What is written here for calendars, as other programs read it.

use super::servers::programs;
use callout_adapters::format::ics;
use callout_core::calendar::{BusyFile, Feed};
use callout_core::letter::Mailbox;
use callout_core::visit::calendar_entry::{CalendarEntry, EntryStatus};
use std::io::Write;
use std::process::{Command, Stdio};

fn feed() -> Vec<u8> {
    let visits =
        ["2026-03-28T22:30:00", "2026-10-24T09:30:00", "2026-10-25T09:30:00"].map(|start| {
            let start: chrono::NaiveDateTime = start.parse().unwrap();
            CalendarEntry {
                uid: format!("{start}@modry-klic.example"),
                sequence: 1,
                start,
                start_later: false,
                end: start + chrono::TimeDelta::hours(6),
                end_later: false,
                zone: "Europe/Prague".into(),
                summary: "Žluťoučký kůň, pila; hala \"B\"".into(),
                description: "a\nb\\c".into(),
                location: "Lhotka 42".into(),
                organizer: Some(Mailbox::new("Servis, Modrý Klíč", "servis@modry-klic.example")),
                attendees: Vec::new(),
                status: EntryStatus::Confirmed,
                created: "2026-10-20T08:00:00Z".parse().unwrap(),
            }
        });
    let feed = Feed { name: "Kolář, výjezdy".into(), refresh_minutes: Some(15) };
    ics::write_feed(&feed, &visits).unwrap()
}

fn busy() -> Vec<u8> {
    let busy: BusyFile = serde_json::from_str(
        r#"{"uid": "fb", "organizer": {"name": "Petr Kolář", "address": "kolar@modry-klic.example"},
            "start": "2026-10-18T22:00:00Z", "end": "2026-10-25T23:00:00Z",
            "times": [
                {"start": "2026-10-19T06:00:00Z", "end": "2026-10-19T09:00:00Z", "kind": "busy"},
                {"start": "2026-10-19T10:00:00Z", "end": "2026-10-19T12:00:00Z", "kind": "busy"},
                {"start": "2026-10-22T07:30:00Z", "end": "2026-10-22T09:30:00Z", "kind": "tentative"}],
            "created": "2026-10-18T18:00:00Z"}"#,
    )
    .unwrap();
    ics::write_busy(&busy).unwrap()
}

#[test]
fn the_crate_icalendar_reads_it() {
    use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike};
    let text = String::from_utf8(feed()).unwrap();
    let calendar: Calendar = text.parse().unwrap();
    // It leaves the escape in names that begin with X.
    assert_eq!(calendar.get_name(), Some("Kolář\\, výjezdy"));
    let events: Vec<_> = calendar.components.iter().filter_map(|it| it.as_event()).collect();
    assert_eq!(events.len(), 3);
    assert_eq!(events[0].get_summary(), Some("Žluťoučký kůň, pila; hala \"B\""));
    assert_eq!(events[0].get_location(), Some("Lhotka 42"));
    let start = events[1].get_start().unwrap();
    let DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid }) = start
    else {
        panic!("{start:?}")
    };
    assert_eq!(
        (date_time.to_string().as_str(), tzid.as_str()),
        ("2026-10-24 09:30:00", "Europe/Prague")
    );
    let busy: Calendar = String::from_utf8(busy()).unwrap().parse().unwrap();
    assert_eq!(busy.components.len(), 1);
}

/// With the rules of the file itself, in which the clock changes.
#[test]
fn programs_in_python_read_it() {
    let Some(programs) = programs("programs_in_python_read_it") else { return };
    let said = |script: &str, file: &[u8]| {
        let mut python = Command::new(programs.join("python"))
            .args(["-c", script])
            .env("PYTHONUTF8", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        python.stdin.take().unwrap().write_all(file).unwrap();
        let said = python.wait_with_output().unwrap();
        String::from_utf8(said.stdout).unwrap().trim().replace("\r\n", "\n")
    };
    let moments = "2026-03-28T21:30:00+00:00 2026-03-29T02:30:00+00:00\n\
                   2026-10-24T07:30:00+00:00 2026-10-24T13:30:00+00:00\n\
                   2026-10-25T08:30:00+00:00 2026-10-25T14:30:00+00:00";
    let names = "Žluťoučký kůň, pila; hala \"B\" | a\nb\\c";
    let icalendar = "import sys, icalendar, datetime as d\n\
        c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n\
        for e in c.walk('VEVENT'):\n \
            print(*(e.decoded(k).astimezone(d.timezone.utc).isoformat() for k in ('dtstart', 'dtend')))\n\
        print(e['summary'], '|', e['description'])";
    assert_eq!(said(icalendar, &feed()), format!("{moments}\n{names}"));
    let vobject = "import sys, vobject, datetime as d\n\
        c = vobject.readOne(sys.stdin.buffer.read().decode())\n\
        for e in c.vevent_list:\n \
            print(*(t.value.astimezone(d.timezone.utc).isoformat() for t in (e.dtstart, e.dtend)))\n\
        print(e.summary.value, '|', e.description.value)";
    assert_eq!(said(vobject, &feed()), format!("{moments}\n{names}"));
    let icalendar = "import sys, icalendar\n\
        c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n\
        b = c.walk('VFREEBUSY')[0]\n\
        fb = b['freebusy']\n\
        for f in fb if isinstance(fb, list) else [fb]:\n \
            print(f.params.get('FBTYPE'), f.to_ical().decode() if hasattr(f, 'to_ical') else f)\n\
        print(b['organizer'], b['organizer'].params['CN'])";
    let read = said(icalendar, &busy());
    assert!(read.contains("mailto:kolar@modry-klic.example Petr Kolář"), "{read}");
    assert!(read.contains("BUSY") && read.contains("20261019T060000Z/20261019T090000Z"), "{read}");
}
