//! Files with many entries, and files about busy times.
#![cfg(feature = "ics")]
#![allow(clippy::unwrap_used)]

use callout_adapters::format::ics;
use callout_core::calendar::{Busy, BusyFile, BusyKind, BusyMethod, Feed, Method};
use callout_core::letter::Mailbox;
use callout_core::visit::calendar_entry::{CalendarEntry, EntryStatus};

fn visit(uid: &str, zone: &str, start: &str) -> CalendarEntry {
    let start: chrono::NaiveDateTime = start.parse().unwrap();
    CalendarEntry {
        uid: uid.into(),
        sequence: 1,
        start,
        start_later: false,
        end: start + chrono::TimeDelta::hours(2),
        end_later: false,
        zone: zone.into(),
        summary: "Servis, pila; hala B".into(),
        description: String::new(),
        location: "Lhotka 42".into(),
        organizer: Some(Mailbox::new("Servis", "servis@modry-klic.example")),
        attendees: vec![Mailbox::new("Jana", "jana@kovo.example")],
        status: EntryStatus::Confirmed,
        created: "2026-10-20T08:00:00Z".parse().unwrap(),
    }
}

fn feed(entries: &[CalendarEntry]) -> String {
    let feed = Feed { name: "Kolář, výjezdy\r\nX:y".into(), refresh_minutes: Some(15) };
    String::from_utf8(ics::write_feed(&feed, entries).unwrap()).unwrap()
}

#[test]
fn a_technician_s_visits_in_one_file() {
    let entries = [
        visit("a", "Europe/Prague", "2026-10-24T09:30:00"),
        visit("b", "Europe/Prague", "2028-03-01T09:30:00"),
        visit("c", "America/New_York", "2026-10-24T09:30:00"),
        visit("d", "Etc/UTC", "2026-10-24T09:30:00"),
    ];
    let text = feed(&entries);
    for line in [
        "METHOD:PUBLISH\r\n",
        "NAME:Kolář\\, výjezdy X:y\r\n",
        "X-WR-CALNAME:Kolář\\, výjezdy X:y\r\n",
        "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n",
        "X-PUBLISHED-TTL:PT15M\r\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 2, "one a zone, none of UTC");
    assert!(!text.contains("ATTENDEE") && text.split("\r\n").all(|line| line.len() <= 75));
    let read = ics::read(text.as_bytes()).unwrap();
    assert_eq!((&read.notes[..], &read.lost[..]), (&[][..], &[][..]));
    assert_eq!((read.method, read.name.as_str()), (Some(Method::Publish), "Kolář, výjezdy X:y"));
    assert_eq!(read.events.len(), 4);
    for (entry, event) in entries.iter().zip(&read.events) {
        assert_eq!(event.uid.as_ref(), Some(&entry.uid));
        assert_eq!(event.start.unwrap().instant, Some(entry.times().unwrap().0.instant));
    }
    // Nobody organizes one of them: no method. And a technician who has none has an empty file.
    let alone =
        CalendarEntry { organizer: None, ..visit("e", "Europe/Prague", "2026-10-24T09:30:00") };
    assert!(!feed(&[alone]).contains("METHOD"));
    assert!(ics::read(feed(&[]).as_bytes()).unwrap().events.is_empty());
    assert_eq!(feed(&entries), text, "same bytes");
}

#[test]
fn a_feed_that_cannot_be_written() {
    let entry = visit("a", "Europe/Prague", "2026-10-24T09:30:00");
    let plain = Feed { name: "x".into(), refresh_minutes: None };
    let hasty = Feed { name: "x".into(), refresh_minutes: Some(0) };
    let spoiled =
        CalendarEntry { zone: "Nowhere".into(), ..visit("b", "UTC", "2026-10-24T09:30:00") };
    for (feed, entries, code) in [
        (&plain, vec![entry.clone(), entry.clone()], "CALENDAR-FEED-01"),
        (&hasty, vec![], "CALENDAR-FEED-02"),
        (&plain, vec![entry, spoiled], "CALENDAR-ENTRY-03"),
    ] {
        assert_eq!(ics::write_feed(feed, &entries).unwrap_err().code(), code);
    }
}

/// The visits of years, with one description of their zone.
#[test]
fn thousands_of_visits_take_no_time() {
    let day = |n: usize| format!("{}-{:02}-{:02}T09:30:00", 2024 + n % 4, n % 12 + 1, n % 28 + 1);
    let visits: Vec<_> =
        (0..5_000).map(|n| visit(&format!("v{n}"), "Europe/Prague", &day(n))).collect();
    let begun = std::time::Instant::now();
    let text = feed(&visits);
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    assert_eq!((text.matches("BEGIN:VTIMEZONE").count(), text.matches("RRULE").count()), (1, 2));
    assert_eq!(ics::read(text.as_bytes()).unwrap().events.len(), 5_000);
}

fn busy() -> BusyFile {
    let time = |start: &str, end: &str, kind| Busy {
        start: start
            .parse::<chrono::DateTime<chrono::Utc>>()
            .map(callout_core::schedule::Instant::new)
            .unwrap(),
        end: end
            .parse::<chrono::DateTime<chrono::Utc>>()
            .map(callout_core::schedule::Instant::new)
            .unwrap(),
        kind,
    };
    let whole = time("2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z", BusyKind::Busy);
    BusyFile {
        uid: "fb-kolar-2026w43".into(),
        method: BusyMethod::Publish,
        organizer: Mailbox::new("Petr Kolář", "kolar@modry-klic.example"),
        whose: None,
        start: whole.start,
        end: whole.end,
        times: vec![
            time("2026-10-19T10:00:00Z", "2026-10-19T12:00:00Z", BusyKind::Busy),
            time("2026-10-19T06:00:00Z", "2026-10-19T08:59:59.5Z", BusyKind::Busy),
            time("2026-10-22T07:30:00Z", "2026-10-22T09:30:00Z", BusyKind::Tentative),
            time("2026-10-20T05:00:00Z", "2026-10-20T13:00:00Z", BusyKind::Unavailable),
            time("2026-10-21T05:00:00Z", "2026-10-21T13:00:00Z", BusyKind::Free),
        ],
        created: "2026-10-18T18:00:00Z".parse().unwrap(),
    }
}

#[test]
fn busy_times_are_shown_and_answered() {
    let text = String::from_utf8(ics::write_busy(&busy()).unwrap()).unwrap();
    let plain = text.replace("\r\n ", "");
    for line in [
        "METHOD:PUBLISH\r\n",
        "DTSTART:20261018T220000Z\r\nDTEND:20261025T230000Z\r\n",
        "ORGANIZER;CN=Petr Kolář:mailto:kolar@modry-klic.example\r\n",
        "FREEBUSY;FBTYPE=BUSY:20261019T060000Z/20261019T090000Z,20261019T100000Z/20261019T120000Z\r\n",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261022T073000Z/20261022T093000Z\r\n",
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261020T050000Z/20261020T130000Z\r\n",
    ] {
        assert!(plain.contains(line), "{line}{plain}");
    }
    assert!(!plain.contains("ATTENDEE") && !plain.contains("FREE:"));
    let asked = Mailbox { name: None, address: "plan@modry-klic.example".into() };
    let whose = Some(busy().organizer);
    let reply = BusyFile { method: BusyMethod::Reply, organizer: asked, whose, ..busy() };
    let read = ics::read(&ics::write_busy(&reply).unwrap()).unwrap();
    assert_eq!(
        (read.method, read.lost.len() + read.notes.len() + read.unread.len()),
        (Some(Method::Reply), 0)
    );
    let back = &read.busy[0];
    assert_eq!(back.whose[0].address, "kolar@modry-klic.example");
    assert_eq!(
        (back.uid.as_deref(), back.start, back.end),
        (Some("fb-kolar-2026w43"), Some(reply.start), Some(reply.end))
    );
    let kinds: Vec<BusyKind> = back.times.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [BusyKind::Busy, BusyKind::Busy, BusyKind::Tentative, BusyKind::Unavailable]);
}

#[test]
fn busy_times_that_cannot_be_written() {
    type Spoil = fn(&mut BusyFile);
    let cases: [(&str, Spoil, &str); 7] = [
        ("no id", |it| it.uid = " ".into(), "CALENDAR-BUSY-01"),
        ("no time", |it| it.end = it.start, "CALENDAR-BUSY-02"),
        ("backwards", |it| it.times[0].end = it.times[0].start, "CALENDAR-BUSY-02"),
        (
            "outside",
            |it| {
                it.times[0].end =
                    callout_core::schedule::Instant::new("2027-01-01T00:00:00Z".parse().unwrap())
            },
            "CALENDAR-BUSY-02",
        ),
        ("of nobody", |it| it.method = BusyMethod::Reply, "CALENDAR-BUSY-03"),
        ("no address", |it| it.organizer.address = "kolar".into(), "CALENDAR-BUSY-04"),
        (
            "a line in it",
            |it| it.organizer.address = "a@b.example\r\nX:y".into(),
            "CALENDAR-BUSY-04",
        ),
    ];
    for (case, spoil, code) in cases {
        let mut busy = busy();
        spoil(&mut busy);
        assert_eq!(ics::write_busy(&busy).unwrap_err().code(), code, "{case}");
    }
}

/// Whatever the texts, one file: no line of theirs becomes one of the format.
#[test]
fn texts_break_out_of_nothing() {
    let mut busy = busy();
    busy.uid = "a\r\nEND:VFREEBUSY\r\nX:y".into();
    busy.organizer.name = Some("a\r\nX:y\"^n".into());
    let text = String::from_utf8(ics::write_busy(&busy).unwrap()).unwrap();
    assert_eq!(text.matches("\r\nEND:VFREEBUSY").count(), 1, "{text}");
    assert!(!text.contains("\r\nX:"), "{text}");
}
