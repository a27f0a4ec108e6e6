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
