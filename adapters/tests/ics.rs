//! Visits in other people's calendars.
#![cfg(feature = "ics")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

#[path = "../../tests/support/skip.rs"]
mod skip;

use callout_adapters::format::ics;
use callout_core::letter::Mailbox;
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
        "ATTENDEE;CN=Jana Hrušková;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:hruskova@kovo-hruska.example",
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

/// RFC 5546, 3.2.1: who publishes names nobody as invited; who organizes nothing has no method.
#[test]
fn what_is_only_shown_invites_nobody() {
    let text = written(&visit(), CalendarMethod::Publish);
    assert!(text.contains("METHOD:PUBLISH") && text.contains("ORGANIZER"), "{text}");
    assert!(!text.contains("ATTENDEE"), "{text}");
    let text = written(&CalendarEntry { organizer: None, ..visit() }, CalendarMethod::Publish);
    for absent in ["METHOD", "ORGANIZER", "ATTENDEE"] {
        assert!(!text.contains(absent), "{text}");
    }
    for location in ["", " ", ",  "] {
        let entry = CalendarEntry { location: location.into(), ..visit() };
        assert!(!written(&entry, CalendarMethod::Request).contains("LOCATION"), "{location}");
    }
}

#[test]
fn lines_are_folded_at_75_octets_whatever_stands_in_them_and_in_no_time() {
    let alphabets = ["a", "ř", "中", "😀", "a\u{30c}", ";", "\n", "ař中😀"];
    for (alphabet, shift) in alphabets.iter().flat_map(|a| (0..12).map(move |s| (a, s))) {
        let description = format!("{}{}", "x".repeat(shift + 1), alphabet.repeat(100));
        let entry = CalendarEntry { description: description.clone(), ..visit() };
        let text = written(&entry, CalendarMethod::Publish);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        let said = description.replace(';', "\\;").replace('\n', "\\n");
        assert!(lines(&text).contains(&format!("DESCRIPTION:{said}")), "{text}");
    }
    let long = CalendarEntry { description: "žluťoučký kůň, ".repeat(30_000), ..visit() };
    let begun = std::time::Instant::now();
    assert!(written(&long, CalendarMethod::Publish).len() > 600_000);
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

#[test]
fn zones_change_when_they_do() {
    let at = |zone: &str, day: &str| CalendarEntry {
        zone: zone.into(),
        start: format!("{day}T09:00:00").parse().unwrap(),
        end: format!("{day}T10:00:00").parse().unwrap(),
        ..visit()
    };
    let prague = "BEGIN:VTIMEZONE TZID:Europe/Prague \
                  BEGIN:DAYLIGHT DTSTART:19700329T020000 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU \
                  TZOFFSETFROM:+0100 TZOFFSETTO:+0200 TZNAME:CEST END:DAYLIGHT \
                  BEGIN:STANDARD DTSTART:19701025T030000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU \
                  TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET END:STANDARD END:VTIMEZONE ";
    for day in ["2026-10-24", "2027-06-15", "2026-12-31"] {
        assert_eq!(zone_of(&at("Europe/Prague", day)), prague);
    }
    // One of each at most, where a yearly rule fits.
    for (zone, standard, daylight) in [
        ("America/New_York", "19701101T020000 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", true),
        ("Europe/Dublin", "19701025T020000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", true),
        ("Australia/Lord_Howe", "19700405T020000 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", true),
        ("America/Santiago", "19700405T000000 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", true),
        ("Asia/Tokyo", "19700101T000000 TZOFFSETFROM:+0900 TZOFFSETTO:+0900 TZNAME:JST", false),
        ("Asia/Karachi", "19700101T000000 TZOFFSETFROM:+0500 TZOFFSETTO:+0500 TZNAME:PKT", false),
        ("Asia/Kathmandu", "19700101T000000 TZOFFSETFROM:+0545 TZOFFSETTO:+0545", false),
    ] {
        let text = zone_of(&at(zone, "2026-10-24"));
        assert!(text.contains(&format!("BEGIN:STANDARD DTSTART:{standard}")), "{zone}: {text}");
        let counts = ["BEGIN:STANDARD", "BEGIN:DAYLIGHT"].map(|kind| text.matches(kind).count());
        assert_eq!(counts, [1, usize::from(daylight)], "{zone}: {text}");
    }
    // Morocco's clocks follow the moon: by dates, and so do years in which a rule began or ended.
    for (zone, day) in [
        ("Africa/Casablanca", "2026-10-24"),
        ("Europe/Moscow", "2011-05-01"),
        ("Asia/Tehran", "2022-05-01"),
    ] {
        let text = zone_of(&at(zone, day));
        assert!(text.matches("DTSTART").count() > 2 && !text.contains("RRULE"), "{zone}: {text}");
    }
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
    let called_off = CalendarEntry { status: EntryStatus::Cancelled, ..visit() };
    let got = ics::write(&called_off, CalendarMethod::Request);
    assert_eq!(got.unwrap_err().code(), "CALENDAR-ENTRY-07");
    let mut sly = visit();
    sly.summary = "a\r\nEND:VEVENT\r\nX\u{0}:y\u{7}".into();
    sly.attendees[0].name = Some("a\r\nX:y".into());
    let text = written(&sly, CalendarMethod::Request);
    assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1, "{text}");
    assert!(!text.contains("\r\nX") && !text.contains('\u{7}'));
}

/// Blanks and what is left out of a text say nothing, also together.
#[test]
fn what_says_nothing_is_no_line() {
    for nothing in ["", " , ", "\r", "\r\n", "\u{0},\u{7} "] {
        let entry =
            CalendarEntry { description: nothing.into(), location: nothing.into(), ..visit() };
        let text = written(&entry, CalendarMethod::Request);
        assert!(!text.contains("DESCRIPTION") && !text.contains("LOCATION"), "{nothing:?}: {text}");
    }
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
