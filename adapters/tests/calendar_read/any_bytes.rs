//! Whatever the bytes, the reader answers; and what is written here reads back alike.

use super::*;
use callout_core::calendar::Certainty;
use callout_core::letter::Mailbox;
use callout_core::visit::calendar_entry::{CalendarEntry, CalendarMethod, EntryStatus};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

/// Pieces of calendar files, sound and broken, to be put together in any order.
const PIECES: &[&str] = &[
    "BEGIN:VCALENDAR\r\n",
    "END:VCALENDAR\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "BEGIN:VTIMEZONE\r\n",
    "END:VTIMEZONE\r\n",
    "BEGIN:STANDARD\r\n",
    "END:STANDARD\n",
    "BEGIN:VFREEBUSY\r\n",
    "END:VFREEBUSY\r\n",
    "BEGIN:VALARM\r\n",
    "UID:a\r\n",
    "TZID:Firma\r\n",
    "TZOFFSETFROM:+0200\r\n",
    "TZOFFSETTO:-235959\r\n",
    "RRULE:FREQ=YEARLY;BYMONTHDAY=4294967295,7;BYDAY=SU\r\n",
    "RRULE:FREQ=YEARLY;COUNT=2147483647;UNTIL=00010101T000000Z\r\n",
    "RRULE:FREQ=YEARLY;BYDAY=-5SU;BYMONTH=2\r\n",
    "RRULE:FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2\r\n",
    "DTSTART:99991231T235959\r\n",
    "DTSTART;TZID=Firma:00010101T000000\r\n",
    "DTSTART;TZID=Europe/Prague:00010101T000000\r\n",
    "DTSTART;VALUE=DATE:99991231\r\n",
    "DTEND:20261024T093000Z\r\n",
    "DURATION:P999999999WT999999999H\r\n",
    "DURATION:-P1D\r\n",
    "FREEBUSY:99991231T235959Z/P9999999W\r\n",
    "RDATE;VALUE=PERIOD:20260101T000000/PT1S,\r\n",
    "EXDATE;TZID=:20261024T093000\r\n",
    "ATTENDEE;CN=\"x;:",
    ":mailto:a\r\n",
    "SUMMARY:",
    "\\n\\",
    "\r\n ",
    "\r",
    "\0",
    "ř",
    "\u{feff}",
    ";",
    "=",
    "\"",
    ":",
];

const NAMES: &[&str] = &[
    "DTSTART",
    "DTSTART;TZID=Firma",
    "DTSTART;TZID=Europe/Prague",
    "DTSTART;VALUE=DATE",
    "DTEND",
    "DTEND;TZID=Firma",
    "DURATION",
    "RDATE;TZID=Firma",
    "EXDATE",
    "RECURRENCE-ID",
    "SEQUENCE",
    "STATUS",
    "ATTENDEE",
    "FREEBUSY",
    "RRULE",
    "SUMMARY;ENCODING=QUOTED-PRINTABLE",
];

/// Values at and beyond every edge, and texts.
fn value() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "FREQ=YEARLY",
        "BYMONTH=3",
        "BYMONTH=13",
        "BYDAY=-1SU",
        "BYDAY=5MO",
        "BYDAY=-5FR",
        "BYDAY=SU",
        "BYMONTHDAY=31",
        "BYMONTHDAY=29,30,31,32,33,34,35",
        "BYMONTHDAY=4294967295,1,2,3,4,5,6",
        "BYMONTHDAY=25,26,27,28,29,30,31",
        "COUNT=2147483647",
        "COUNT=0",
        "UNTIL=99991231T235959Z",
        "UNTIL=00010101",
        "INTERVAL=1",
        "WKST=MO",
        "BYSETPOS=1",
    ]);
    prop_oneof![
        prop::collection::vec(part, 1..5).prop_map(|parts| parts.join(";")),
        (0u32..=9999, 0u32..=13, 0u32..=32, 0u32..=24, 0u32..=60, 0u32..=61, any::<bool>())
            .prop_map(|(y, mo, d, h, mi, s, utc)| {
                format!("{y:04}{mo:02}{d:02}T{h:02}{mi:02}{s:02}{}", if utc { "Z" } else { "" })
            }),
        (0u32..=9999, 1u32..=12, 1u32..=31).prop_map(|(y, m, d)| format!("{y:04}{m:02}{d:02}")),
        "[-+]?P([0-9]{1,10}[WD]){0,3}(T([0-9]{1,10}[HMS]){0,3})?",
        "[-+][0-9]{4}([0-9]{2})?",
        "[0-9]{8}T[0-9]{6}Z?/(P[0-9]{1,9}[WD]|[0-9]{8}T[0-9]{6}Z?)",
        "[^\\r\\n]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = ics::read(&bytes);
        let _ = ics::read(&[b"BEGIN:VEVENT\r\n", &bytes[..]].concat());
    }

    #[test]
    fn any_pieces_are_answered(
        pieces in prop::collection::vec((0..PIECES.len(), any::<u8>()), 0..60),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = b"BEGIN:VCALENDAR\r\n".to_vec();
        for (piece, noise) in pieces {
            bytes.extend_from_slice(PIECES[piece].as_bytes());
            if noise < 8 {
                bytes.push(noise.wrapping_mul(37) | 0x80);
            }
        }
        let read = ics::read(&bytes).unwrap();
        // What is read can be kept and read again.
        let json = serde_json::to_string(&read).unwrap();
        prop_assert_eq!(&serde_json::from_str::<ReadCalendar>(&json).unwrap(), &read);
        let _ = ics::read(&bytes[..cut.index(bytes.len())]);
    }

    /// In a file of the right shape, any value of any property.
    #[test]
    fn any_values_are_answered(
        zone in prop::collection::vec((prop::sample::select(&["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"][..]), value()), 0..8),
        event in prop::collection::vec((prop::sample::select(NAMES), value()), 0..12),
    ) {
        let lines = |properties: &[(&str, String)]| -> String {
            properties.iter().map(|(name, value)| format!("{name}:{value}\r\n")).collect()
        };
        let file = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Firma\r\nBEGIN:STANDARD\r\n{}END:STANDARD\r\n\
             END:VTIMEZONE\r\nBEGIN:VEVENT\r\n{}END:VEVENT\r\nEND:VCALENDAR\r\n",
            lines(&zone), lines(&event),
        );
        let read = ics::read(file.as_bytes()).unwrap();
        prop_assert_eq!(read.events.len(), 1);
        let event = &read.events[0];
        if let (Some(start), Some(end)) = (event.start, event.end) {
            prop_assert!(end.instant.zip(start.instant).is_none_or(|(end, start)| end >= start));
        }
    }

    #[test]
    fn what_is_written_reads_back(
        days in 0i64..20_000,
        minute in 0i64..1_440,
        length in 1i64..4_000,
        zone in prop::sample::select(vec!["Europe/Prague", "UTC", "America/New_York", "Africa/Casablanca", "Asia/Kathmandu", "Europe/Dublin", "Australia/Lord_Howe"]),
        texts in prop::array::uniform4("(?s)[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]{0,120}"),
        sequence in any::<u32>(),
        asked in any::<bool>(),
    ) {
        let start = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap()
            + TimeDelta::days(days) + TimeDelta::minutes(minute);
        let [summary, description, location, name] = texts;
        let entry = CalendarEntry {
            uid: "0198c1d2@modry-klic.example".into(),
            sequence,
            start,
            start_later: false,
            end: start + TimeDelta::minutes(length),
            end_later: false,
            zone: zone.into(),
            summary, description, location,
            organizer: Some(Mailbox::new(&name, "servis@modry-klic.example")),
            attendees: vec![Mailbox::new(&name, "jana@kovo.example")],
            status: EntryStatus::Tentative,
            created: "2026-10-20T08:00:00Z".parse().unwrap(),
        };
        let method = if asked { CalendarMethod::Request } else { CalendarMethod::Publish };
        let read = ics::read(&ics::write(&entry, method).unwrap()).unwrap();
        prop_assert_eq!((&read.notes[..], &read.lost[..]), (&[][..], &[][..]));
        prop_assert!(read.unread.is_empty());
        let event = &read.events[0];
        prop_assert_eq!((event.uid.as_ref(), event.sequence), (Some(&entry.uid), sequence));
        let (starts, ends) = entry.times().unwrap();
        prop_assert_eq!(event.start.unwrap().instant, Some(starts.instant));
        prop_assert_eq!(event.end.unwrap().instant, Some(ends.instant));
        prop_assert_eq!(event.start.unwrap().local, start);
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(&event.summary, &plain(&entry.summary));
        if !plain(&entry.description.replace(',', "")).is_empty() {
            prop_assert_eq!(&event.description, &entry.description);
        }
        prop_assert_eq!(event.certainty, Some(Certainty::Tentative));
        prop_assert_eq!(event.invited.len(), usize::from(asked));
        let organizer = event.organizer.as_ref().unwrap();
        prop_assert_eq!(&organizer.address, "servis@modry-klic.example");
        let quoted = plain(&name.replace(['"', '\n'], "'"));
        prop_assert_eq!(organizer.name.as_deref().unwrap_or_default(), &quoted);
    }
}
