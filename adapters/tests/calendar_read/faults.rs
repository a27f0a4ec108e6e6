//! What is no calendar file, and files that are made to exhaust their reader.

use super::*;
use callout_core::error::Status;
use std::time::Instant;

#[test]
fn what_is_no_calendar_is_refused() {
    let mut large = b"BEGIN:VCALENDAR\r\n".to_vec();
    large.resize(usize::try_from(ics::MAX_BYTES).unwrap() + 1, b' ');
    for (case, bytes, code, status) in [
        ("nothing", &b""[..], "CALENDAR-READ-01", Status::Invalid),
        ("too much", &large, "CALENDAR-READ-02", Status::Invalid),
        ("a page", b"<html>BEGIN:VCALENDAR</html>", "CALENDAR-READ-03", Status::Data),
        (
            "a card",
            b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jana\r\nEND:VCARD\r\n",
            "CALENDAR-READ-03",
            Status::Data,
        ),
        ("zeros", &[0; 5000], "CALENDAR-READ-03", Status::Data),
        ("a card's end", b"END:VCALENDAR", "CALENDAR-READ-03", Status::Data),
    ] {
        let fault = ics::read(bytes).unwrap_err();
        assert_eq!((fault.code(), fault.status()), (code, status), "{case}");
        assert!(fault.message().len() > 30 && fault.message_cs().len() > 30, "{fault}");
    }
    large.truncate(usize::try_from(ics::MAX_BYTES).unwrap());
    assert!(ics::read(&large).is_ok());
}

/// A feed of 100 MB is refused before anything is looked at.
#[test]
fn a_feed_without_end_is_refused_at_once() {
    let feed = vec![b'A'; 100 << 20];
    let begun = Instant::now();
    assert_eq!(ics::read(&feed).unwrap_err().code(), "CALENDAR-READ-02");
    assert!(begun.elapsed().as_millis() < 100);
}

/// Some MiB of the same each: it is read in seconds in a build for tests.
#[test]
fn nothing_exhausts_the_reader() {
    let most = usize::try_from(ics::MAX_BYTES).unwrap() - 200;
    let repeated = |line: &str| calendar(&line.repeat(most / 6 / line.len()));
    let inside = |line: &str| {
        let lines = line.repeat((most / 6 / (line.len() + 1)).max(1));
        calendar(&format!("BEGIN:VEVENT\nUID:a\n{lines}END:VEVENT"))
    };
    let times = vec!["20260101T000000"; 50_000].join(",");
    for (case, bytes, kind) in [
        ("begins", repeated("BEGIN:X\n"), Some(NoteKind::TooDeep)),
        ("calendars", repeated("BEGIN:VCALENDAR\n"), None),
        ("events that do not end", repeated("BEGIN:VEVENT\n"), Some(NoteKind::TooMany)),
        ("ends", repeated("END:X\n"), None),
        ("no lines", repeated("x\n"), Some(NoteKind::LineUnreadable)),
        ("returns", repeated("\r"), None),
        ("folds", inside("SUMMARY:x\n "), None),
        ("properties", inside("ATTENDEE:mailto:a@b.example\n"), Some(NoteKind::TooMany)),
        ("properties that have no field", inside("X-A:b\n"), None),
        ("parameters", inside(&format!("SUMMARY{}:x\n", ";A=b".repeat(100_000))), None),
        ("times", inside(&format!("EXDATE:{times}\n")), Some(NoteKind::TooMany)),
        (
            "a long text",
            inside(&format!("SUMMARY:{}\n", "ř".repeat(900_000))),
            Some(NoteKind::TextCut),
        ),
        (
            "a long fold",
            calendar(&format!("X:{}", "y\n ".repeat(most / 4))),
            Some(NoteKind::TextCut),
        ),
    ] {
        assert!(bytes.len() as u64 <= ics::MAX_BYTES + 200, "{case}: {}", bytes.len());
        let begun = Instant::now();
        let read = ics::read(&bytes[..bytes.len().min(most)]).unwrap();
        assert!(begun.elapsed().as_secs() < 20, "{case}: {:?}", begun.elapsed());
        assert!(kind.is_none_or(|kind| lost(&read).contains(&kind)), "{case}: {:?}", lost(&read));
        assert!(read.notes.len() + read.lost.len() <= 401, "{case}");
    }
}

#[test]
fn so_many_events_are_read_and_the_others_counted() {
    let event = "BEGIN:VEVENT\nUID:a\nDTSTART:20260101T000000Z\nEND:VEVENT\n";
    let read = ics::read(&calendar(&event.repeat(100_000))).unwrap();
    assert_eq!(read.events.len(), ics::MAX_EVENTS);
    let told: Vec<&str> = read.lost.iter().map(|note| note.detail.as_str()).collect();
    assert_eq!(told, ["50000 events beyond 50000"]);
    let read = ics::read(&calendar(&event.repeat(ics::MAX_EVENTS))).unwrap();
    assert_eq!((read.events.len(), read.lost.len()), (ics::MAX_EVENTS, 0));
}

/// Zones are asked for each time: also those with many parts, dates and rules.
#[test]
fn a_zone_of_many_parts_is_asked_in_no_time() {
    let part = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nRDATE:19710101T000000\nEND:STANDARD\n";
    let zone = format!("BEGIN:VTIMEZONE\nTZID:A\n{}END:VTIMEZONE\n", part.repeat(500));
    let event = "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=A:20260101T000000\nEND:VEVENT\n";
    let begun = Instant::now();
    let read = ics::read(&calendar(&(zone + &event.repeat(20_000)))).unwrap();
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    assert_eq!((read.events.len(), lost(&read)), (20_000, vec![NoteKind::ZoneRule]));
}
