//! Visits in other people's calendars.
#![cfg(feature = "ics")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

#[path = "../../tests/support/skip.rs"]
mod skip;

use callout_adapters::format::ics;
use callout_core::correspondence::Mailbox;
use callout_core::visit::calendar_entry::{CalendarEntry, CalendarMethod, EntryStatus};
use std::io::Write;
use std::process::{Command, Stdio};

fn visit() -> CalendarEntry {
    CalendarEntry {
        uid: "0198c1d2@modry-klic.example".into(),
        sequence: 2,
        start: "2026-10-24T09:30:00".parse().unwrap(),
        start_later: false,
        end: "2026-10-24T11:30:00".parse().unwrap(),
        end_later: false,
        zone: "Europe/Prague".into(),
        summary: "Oprava kompresoru; hala B, rampa 3".into(),
        description: "Vysoká teplota elementu.\r\nHlaste se na vrátnici: p. Dvořák, prosíme \
                      o příjezd od rampy číslo tři, žluťoučký kůň úpěl ďábelské ódy."
            .into(),
        location: "Průmyslová 1472/8, 252 42 Jesenice".into(),
        organizer: Some(Mailbox::new("Servis, \"Modrý Klíč\"", "servis@modry-klic.example")),
        attendees: vec![
            Mailbox::new("Jana Hrušková", "hruskova@kovo-hruska.example"),
            Mailbox { name: None, address: "dvorak@kovo-hruska.example".into() },
        ],
        status: EntryStatus::Confirmed,
        created: "2026-10-20T08:00:00Z".parse().unwrap(),
    }
}

fn written(entry: &CalendarEntry, method: CalendarMethod) -> String {
    String::from_utf8(ics::write(entry, method).unwrap()).unwrap()
}

/// The lines with their folds undone.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn zone_of(entry: &CalendarEntry) -> String {
    let text = written(entry, CalendarMethod::Publish);
    let from = text.find("BEGIN:VTIMEZONE").unwrap_or(text.len());
    let to = text.find("BEGIN:VEVENT").unwrap();
    text.get(from..to).unwrap_or_default().replace("\r\n", " ")
}

#[test]
fn an_invitation() {
    let text = written(&visit(), CalendarMethod::Request);
    let lines = lines(&text);
    for line in [
        "METHOD:REQUEST",
        "UID:0198c1d2@modry-klic.example",
        "SEQUENCE:2",
        "DTSTAMP:20261020T080000Z",
        "DTSTART;TZID=Europe/Prague:20261024T093000",
        "DTEND;TZID=Europe/Prague:20261024T113000",
        "STATUS:CONFIRMED",
        "SUMMARY:Oprava kompresoru\\; hala B\\, rampa 3",
        "LOCATION:Průmyslová 1472/8\\, 252 42 Jesenice",
        "ORGANIZER;CN=\"Servis, 'Modrý Klíč'\":mailto:servis@modry-klic.example",
        "ATTENDEE;CN=Jana Hrušková;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:hruskova@kovo-hruska.example",
    ] {
        assert!(lines.iter().any(|l| l == line), "{line}\n{text}");
    }
    assert!(lines.iter().any(|l| l.starts_with("DESCRIPTION:Vysoká teplota elementu.\\nHlaste")));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert_eq!(text, written(&visit(), CalendarMethod::Request), "same bytes");
}

#[test]
fn methods_and_status() {
    for (method, status, line) in [
        (CalendarMethod::Publish, EntryStatus::Tentative, "STATUS:TENTATIVE"),
        (CalendarMethod::Publish, EntryStatus::Cancelled, "STATUS:CANCELLED"),
        (CalendarMethod::Cancel, EntryStatus::Confirmed, "STATUS:CANCELLED"),
    ] {
        let text = written(&CalendarEntry { status, ..visit() }, method);
        assert!(text.contains(line), "{text}");
        assert!(!text.contains("RSVP"));
    }
}

#[test]
fn zones_change_when_they_do() {
    let at = |zone: &str, day: &str| CalendarEntry {
        zone: zone.into(),
        start: format!("{day}T09:00:00").parse().unwrap(),
        end: format!("{day}T10:00:00").parse().unwrap(),
        ..visit()
    };
    for (zone, parts) in [
        (
            "Europe/Prague",
            &[
                "BEGIN:DAYLIGHT DTSTART:20260329T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 TZNAME:CEST END:DAYLIGHT",
                "BEGIN:STANDARD DTSTART:20261025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET END:STANDARD",
                "DTSTART:20270328T020000",
            ][..],
        ),
        ("America/New_York", &["DTSTART:20261101T020000 TZOFFSETFROM:-0400 TZOFFSETTO:-0500"]),
        (
            "Europe/Dublin",
            &["BEGIN:STANDARD DTSTART:20261025T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0000"],
        ),
        ("Australia/Lord_Howe", &["TZOFFSETFROM:+1030 TZOFFSETTO:+1100"]),
        (
            "Asia/Tokyo",
            &[
                "BEGIN:STANDARD DTSTART:20250101T090000 TZOFFSETFROM:+0900 TZOFFSETTO:+0900 TZNAME:JST",
            ],
        ),
        ("Asia/Kathmandu", &["TZOFFSETTO:+0545"]),
    ] {
        let text = zone_of(&at(zone, "2026-10-24"));
        for part in parts {
            assert!(text.contains(part), "{zone}: {part}\n{text}");
        }
    }
    assert_eq!(zone_of(&at("Asia/Tokyo", "2026-10-24")).matches("DTSTART").count(), 1);
    assert_eq!(zone_of(&at("Europe/Prague", "2026-10-24")).matches("DTSTART").count(), 7);
    assert_eq!(zone_of(&at("Etc/UTC", "2026-10-24")), "");
    let utc = written(&at("Etc/UTC", "2026-10-24"), CalendarMethod::Publish);
    assert!(utc.contains("DTSTART:20261024T090000Z"), "{utc}");
}

/// A local time with a zone means the first of two moments (RFC 5545 3.3.5).
#[test]
fn the_later_of_two_moments_is_written_in_utc() {
    let at = |start: &str, start_later, end: &str, end_later| CalendarEntry {
        start: format!("2026-10-25T{start}:00").parse().unwrap(),
        start_later,
        end: format!("2026-10-25T{end}:00").parse().unwrap(),
        end_later,
        ..visit()
    };
    let (first, later) = ("TZID=Europe/Prague:20261025T023000", ":20261025T013000Z");
    for (entry, starts, ends) in [
        (at("02:30", false, "02:45", false), first, "TZID=Europe/Prague:20261025T024500"),
        (at("02:30", false, "02:15", true), first, ":20261025T011500Z"),
        (at("02:30", false, "02:30", true), first, ":20261025T013000Z"),
        (at("02:30", true, "02:45", true), later, ":20261025T014500Z"),
        (at("02:30", true, "03:00", false), later, "TZID=Europe/Prague:20261025T030000"),
    ] {
        let text = written(&entry, CalendarMethod::Publish);
        let lines = lines(&text);
        for (key, value) in [("DTSTART", starts), ("DTEND", ends)] {
            let line = format!("{key}{}{value}", if value.starts_with(':') { "" } else { ";" });
            assert!(lines.contains(&line), "{line}\n{text}");
        }
    }
    for entry in [at("02:30", true, "02:45", false), at("02:30", true, "02:30", true)] {
        let refused = ics::write(&entry, CalendarMethod::Publish).unwrap_err();
        assert_eq!(refused.code(), "CALENDAR-ENTRY-02");
    }
}

#[test]
fn what_is_not_written() {
    type Spoil = fn(&mut CalendarEntry);
    let cases: [(&str, Spoil, &str); 9] = [
        ("no id", |e| e.uid = " ".into(), "CALENDAR-ENTRY-01"),
        ("no time at all", |e| e.end = e.start, "CALENDAR-ENTRY-02"),
        ("a later time of one that comes once", |e| e.end_later = true, "CALENDAR-ENTRY-06"),
        ("no zone", |e| e.zone = "Central Europe Standard Time".into(), "CALENDAR-ENTRY-03"),
        ("nobody invites", |e| e.organizer = None, "CALENDAR-ENTRY-04"),
        ("nobody invited", |e| e.attendees.clear(), "CALENDAR-ENTRY-04"),
        ("no address", |e| e.attendees[0].address = "jana".into(), "CALENDAR-ENTRY-05"),
        (
            "a line in it",
            |e| e.attendees[0].address = "a@b.example\r\nX:y".into(),
            "CALENDAR-ENTRY-05",
        ),
        (
            "two in one",
            |e| e.attendees[0].address = "a@b.example;c@d.example".into(),
            "CALENDAR-ENTRY-05",
        ),
    ];
    for (case, spoil, code) in cases {
        let mut entry = visit();
        spoil(&mut entry);
        let got = ics::write(&entry, CalendarMethod::Request);
        assert_eq!(got.unwrap_err().code(), code, "{case}");
    }
    let mut sly = visit();
    sly.summary = "a\r\nEND:VEVENT\r\nX\u{0}:y\u{7}".into();
    sly.attendees[0].name = Some("a\r\nX:y".into());
    let text = written(&sly, CalendarMethod::Request);
    assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1, "{text}");
    assert!(!text.contains("\r\nX") && !text.contains('\u{7}'));
}

/// What another implementation reads: the instants of the start, over the autumn change.
#[test]
fn python_reads_the_same() {
    let script = "import sys, icalendar\n\
                  c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n\
                  e = c.walk('VEVENT')[0]\n\
                  print(e.decoded('dtstart').isoformat(), e.decoded('dtend').isoformat(), e['summary'])";
    let known =
        Command::new("python3").args(["-c", "import icalendar"]).stderr(Stdio::null()).status();
    if !known.is_ok_and(|status| status.success()) {
        skip::skipped("Python's icalendar", "it is not there");
        return;
    }
    for (start, end, read) in [
        (
            "2026-10-24T09:30:00",
            "2026-10-24T11:30:00",
            "2026-10-24T09:30:00+02:00 2026-10-24T11:30:00+02:00",
        ),
        (
            "2026-10-25T01:30:00",
            "2026-10-25T09:00:00",
            "2026-10-25T01:30:00+02:00 2026-10-25T09:00:00+01:00",
        ),
    ] {
        let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
        let bytes =
            ics::write(&CalendarEntry { start, end, ..visit() }, CalendarMethod::Request).unwrap();
        let mut python = Command::new("python3")
            .args(["-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        python.stdin.take().unwrap().write_all(&bytes).unwrap();
        let said = String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap();
        assert_eq!(said.trim(), format!("{read} Oprava kompresoru; hala B, rampa 3"));
    }
}
