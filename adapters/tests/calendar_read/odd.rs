//! Odd files: each fault has its note, and the rest is read all the same.

use super::*;
use callout_core::calendar::{Answer, BusyKind, Certainty, Clock, Method};
use std::collections::BTreeSet;

const TIMES: &str = "DTSTART:20261024T080000Z\nDTEND:20261024T090000Z\n";

/// Bytes of a file, what is told of it, and its events.
type Row = (&'static str, Vec<u8>, &'static [NoteKind], usize);

fn in_event(lines: &str) -> Vec<u8> {
    calendar(&format!("BEGIN:VEVENT\nUID:a\n{lines}\nEND:VEVENT"))
}

fn table() -> Vec<Row> {
    use NoteKind::*;
    let wide = |text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let plain = |lines: &str| in_event(&format!("{TIMES}{lines}"));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let nul = text(&plain("SUMMARY:a\0b"));
    let deep = "BEGIN:X\n".repeat(40) + &"END:X\n".repeat(40);
    vec![
        ("sound", plain("SUMMARY:a"), &[], 1),
        ("a mark", [b"\xEF\xBB\xBF", &plain("")[..]].concat(), &[], 1),
        ("UTF-16", wide(&text(&plain("SUMMARY:Žluva"))), &[Encoding], 1),
        (
            "Latin-2",
            text(&plain("SUMMARY:?"))
                .replace('?', "\u{1}")
                .bytes()
                .map(|b| if b == 1 { 0xAE } else { b })
                .collect(),
            &[Encoding],
            1,
        ),
        ("NUL", nul.into_bytes(), &[ControlLetters], 1),
        ("CR alone", text(&plain("")).replace("\r\n", "\r").into(), &[LineEnds], 1),
        ("LF alone", text(&plain("")).replace("\r\n", "\n").into(), &[], 1),
        ("CR twice", text(&plain("")).replace("\r\n", "\r\r\n").into(), &[], 1),
        ("no calendar", format!("BEGIN:VEVENT\nUID:a\n{TIMES}END:VEVENT").into(), &[NoCalendar], 1),
        ("two calendars", [plain(""), plain("")].concat(), &[SeveralCalendars], 2),
        (
            "a method",
            calendar(&format!("METHOD:REFRESH\nBEGIN:VEVENT\nUID:a\n{TIMES}END:VEVENT")),
            &[MethodUnknown],
            1,
        ),
        ("an alarm that does not end", plain("BEGIN:VALARM\nTRIGGER:-PT1H"), &[Unclosed], 1),
        (
            "an event that does not end",
            plain(&format!("BEGIN:VEVENT\nUID:b\n{TIMES}")),
            &[Unclosed],
            2,
        ),
        ("an end too many", plain("END:VALARM"), &[StrayEnd], 1),
        ("no id", calendar(&format!("BEGIN:VEVENT\n{TIMES}END:VEVENT")), &[UidMissing], 1),
        ("no start", in_event("SUMMARY:a"), &[StartMissing], 1),
        (
            "ends before",
            in_event("DTSTART:20261024T080000Z\nDTEND:20261024T070000Z"),
            &[EndBeforeStart],
            1,
        ),
        (
            "below nothing",
            in_event("DTSTART:20261024T080000Z\nDURATION:-PT1H"),
            &[NegativeDuration],
            1,
        ),
        ("two ends", plain("DURATION:PT3H"), &[EndTwice], 1),
        (
            "a day and a time",
            in_event("DTSTART;VALUE=DATE:20261024\nDTEND:20261025T090000Z"),
            &[EndOfOtherKind],
            1,
        ),
        ("unknown zone", in_event("DTSTART;TZID=Nowhere:20261024T080000"), &[ZoneUnknown], 1),
        ("no line", plain("what is this"), &[LineUnreadable], 1),
        ("no number", plain("SEQUENCE:x"), &[ValueUnreadable], 1),
        ("no length", in_event("DTSTART:20261024T080000Z\nDURATION:1 hour"), &[ValueUnreadable], 1),
        (
            "beyond all years",
            in_event("DTSTART:20261024T080000Z\nDURATION:P999999999D"),
            &[ValueUnreadable],
            1,
        ),
        ("year 0", in_event("DTSTART:00001024T080000Z"), &[ValueUnreadable, StartMissing], 1),
        ("said twice", plain("SUMMARY:a\nSUMMARY:b"), &[PropertyTwice], 1),
        ("encoded", plain("SUMMARY;ENCODING=QUOTED-PRINTABLE:=C5=BDluva"), &[Encoded], 1),
        ("long", plain(&format!("DESCRIPTION:{}", "x".repeat(20_001))), &[TextCut], 1),
        ("deep", calendar(&format!("{deep}BEGIN:VEVENT\nUID:a\n{TIMES}END:VEVENT")), &[TooDeep], 1),
        ("many", plain(&"COMMENT:x\n".repeat(10_001)), &[TooMany], 1),
        ("cut", text(&plain("")).replace("END:VCALENDAR\r\n", "").into(), &[CutShort], 1),
        (
            "cut in an event",
            format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{TIMES}").into(),
            &[CutShort],
            1,
        ),
    ]
}

#[test]
fn each_fault_has_its_note_and_takes_nothing_else_along() {
    let mut seen = BTreeSet::new();
    for (case, bytes, kinds, events) in table() {
        let read = ics::read(&bytes).unwrap();
        let mut told = [odd(&read), lost(&read)].concat();
        seen.extend(told.iter().copied());
        told.sort();
        let mut kinds = kinds.to_vec();
        kinds.sort();
        assert_eq!(told, kinds, "{case}: {read:?}");
        assert_eq!(read.events.len(), events, "{case}");
        assert!(lost(&read).iter().all(|kind| kind.loses()), "{case}");
    }
    seen.extend(super::zones::told());
    let all: BTreeSet<NoteKind> = NoteKind::ALL.iter().copied().collect();
    assert_eq!(seen, all, "every note is provoked");
}

#[test]
fn notes_say_it_in_both_languages() {
    for kind in NoteKind::ALL {
        let (en, cs) = kind.says();
        assert!(en.ends_with('.') && cs.ends_with('.') && en != cs, "{kind:?}");
        let word = serde_json::to_value(kind).unwrap();
        assert!(word.as_str().unwrap().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    }
}

#[test]
fn what_is_guessed_reads_right() {
    for (case, bytes, ..) in table() {
        let read = ics::read(&bytes).unwrap();
        let summary = read.events[0].summary.as_str();
        match case {
            "UTF-16" => assert_eq!(summary, "Žluva"),
            "Latin-2" => assert_eq!(summary, "Ž"),
            "NUL" => assert_eq!(summary, "ab"),
            "said twice" => assert_eq!(summary, "a"),
            "ends before" | "below nothing" | "no length" | "beyond all years" => {
                assert_eq!(read.events[0].end, read.events[0].start, "{case}");
            }
            "two ends" => assert_eq!(moment(read.events[0].end), "2026-10-24T09:00:00Z"),
            "an event that does not end" => {
                let ids: Vec<_> = read.events.iter().map(|it| it.uid.as_deref()).collect();
                assert_eq!(ids, [Some("a"), Some("b")]);
            }
            "unknown zone" => {
                let start = read.events[0].start.unwrap();
                assert_eq!((start.clock, start.instant), (Clock::Unknown, None));
                assert_eq!(start.local.to_string(), "2026-10-24 08:00:00");
            }
            _ => {}
        }
    }
}

/// Folded between the two bytes of a letter, as some programs do by counting bytes.
#[test]
fn a_letter_that_was_cut_in_two_is_whole_again() {
    let mut bytes = Vec::new();
    for byte in in_event(&format!("{TIMES}SUMMARY:Žluťoučký kůň")) {
        bytes.push(byte);
        if !byte.is_ascii() {
            bytes.extend_from_slice(b"\r\n ");
        }
    }
    let read = ics::read(&bytes).unwrap();
    assert_eq!((read.events[0].summary.as_str(), read.notes.len()), ("Žluťoučký kůň", 0));
}

#[test]
fn ends_as_the_standard_has_them() {
    for (lines, start, end, all_day) in [
        ("DTSTART:20261024T080000Z", "2026-10-24 08:00:00", "2026-10-24 08:00:00", false),
        ("DTSTART;VALUE=DATE:20261024", "2026-10-24 00:00:00", "2026-10-25 00:00:00", true),
        (
            "DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261027",
            "2026-10-24 00:00:00",
            "2026-10-27 00:00:00",
            true,
        ),
        (
            "DTSTART;VALUE=DATE:20261024\nDURATION:P2D",
            "2026-10-24 00:00:00",
            "2026-10-26 00:00:00",
            true,
        ),
        (
            "DTSTART;VALUE=DATE:20261024\nDURATION:PT5H",
            "2026-10-24 00:00:00",
            "2026-10-25 00:00:00",
            true,
        ),
        // A day that ends on itself, as some programs write it.
        (
            "DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261024",
            "2026-10-24 00:00:00",
            "2026-10-25 00:00:00",
            true,
        ),
        (
            "DTSTART:20261024T080000\nDURATION:P1DT1H",
            "2026-10-24 08:00:00",
            "2026-10-25 09:00:00",
            false,
        ),
        (
            "DTSTART:20261024T080000\nDTEND:20261024T093000",
            "2026-10-24 08:00:00",
            "2026-10-24 09:30:00",
            false,
        ),
        // A day by the calendar has 25 hours when the clock is put back; hours pass as they do.
        (
            "DTSTART;TZID=Europe/Prague:20261024T120000\nDURATION:P1D",
            "2026-10-24 12:00:00",
            "2026-10-25 12:00:00",
            false,
        ),
        (
            "DTSTART;TZID=Europe/Prague:20261024T120000\nDURATION:PT24H",
            "2026-10-24 12:00:00",
            "2026-10-25 11:00:00",
            false,
        ),
    ] {
        let event = event(lines);
        let told = (shown(event.start), shown(event.end), event.all_day);
        assert_eq!(told, (start.to_owned(), end.to_owned(), all_day), "{lines}");
    }
}

#[test]
fn everything_that_has_a_field() {
    let read = ics::read(&calendar(
        "METHOD:REPLY\nPRODID:-//a\\, b//EN\nX-WR-CALNAME:Kolář\nBEGIN:VEVENT\nUID:a@b\nSEQUENCE:3\n\
         DTSTAMP:20261019T131203Z\nDTSTART:20261024T080000Z\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261023T080000Z\n\
         STATUS:TENTATIVE\nTRANSP:TRANSPARENT\nCLASS:CONFIDENTIAL\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY\n\
         RDATE;VALUE=PERIOD:20261101T080000Z/PT1H,20261102T080000Z/20261102T100000Z\nEXDATE:20261025T080000Z\n\
         SUMMARY;LANGUAGE=cs:Servis\\, pila\nDESCRIPTION:a\\nb\nLOCATION:Lhotka\\; 42\n\
         ORGANIZER;CN=\"Servis: Modrý; Klíč\":MAILTO:servis@modry-klic.example\n\
         ATTENDEE;CN=Jana;RSVP=true;PARTSTAT=delegated;DELEGATED-TO=\"mailto:x@y.example\",\"mailto:z@y.example\":mailto:jana@kovo.example\n\
         ATTENDEE;PARTSTAT=MAYBE;DELEGATED-FROM=\"mailto:jana@kovo.example\";EMAIL=x@y.example:/principals/x/\n\
         COMMENT:přijdu\nCOMMENT:později\nX-OWN:1\nEND:VEVENT",
    ))
    .unwrap();
    assert_eq!((read.notes.len(), read.lost.len()), (0, 0), "{read:?}");
    assert_eq!((read.method, read.name.as_str()), (Some(Method::Reply), "Kolář"));
    assert_eq!((read.program.as_str(), read.unread), ("-//a, b//EN", vec!["X-OWN".to_owned()]));
    let event = &read.events[0];
    assert_eq!((event.uid.as_deref(), event.sequence), (Some("a@b"), 3));
    assert!(event.recurrence_id.unwrap().and_later && event.free && event.private);
    assert_eq!(event.certainty, Some(Certainty::Tentative));
    assert_eq!(event.rules, ["FREQ=DAILY", "FREQ=WEEKLY"]);
    let ends: Vec<String> = event.more.iter().map(|it| moment(it.end)).collect();
    assert_eq!(ends, ["2026-11-01T09:00:00Z", "2026-11-02T10:00:00Z"]);
    assert_eq!(event.except.len(), 1);
    assert_eq!((event.summary.as_str(), event.description.as_str()), ("Servis, pila", "a\nb"));
    assert_eq!(
        (event.location.as_str(), event.comment.as_str()),
        ("Lhotka; 42", "přijdu\npozději")
    );
    let organizer = event.organizer.as_ref().unwrap();
    assert_eq!(organizer.name.as_deref(), Some("Servis: Modrý; Klíč"));
    assert_eq!(organizer.address, "servis@modry-klic.example");
    let [jana, other] = &event.invited[..] else { panic!("two") };
    assert_eq!((jana.answer, jana.rsvp), (Answer::Delegated, true));
    assert_eq!(jana.delegated_to, ["x@y.example", "z@y.example"]);
    assert_eq!((other.answer, other.who.address.as_str()), (Answer::Other, "x@y.example"));
    assert_eq!(other.delegated_from, ["jana@kovo.example"]);
}

#[test]
fn busy_times_of_every_kind() {
    let read = ics::read(&calendar(
        "METHOD:REPLY\nBEGIN:VFREEBUSY\nUID:q\nDTSTAMP:20261018T180000Z\nORGANIZER:mailto:a@b.example\n\
         ATTENDEE:mailto:kolar@modry-klic.example\nDTSTART:20261018T220000Z\nDTEND:20261025T230000Z\n\
         FREEBUSY:20261019T060000Z/PT3H\nFREEBUSY;FBTYPE=FREE:20261019T100000Z/20261019T110000Z\n\
         FREEBUSY;FBTYPE=X-OWN;TZID=Europe/Prague:20261020T080000/PT1H\n\
         FREEBUSY:20261020T080000/PT1H,20261020T080000Z,20261020T080000Z/20261020T070000Z\nCOMMENT:x\nEND:VFREEBUSY",
    ))
    .unwrap();
    let busy = &read.busy[0];
    let kinds: Vec<BusyKind> = busy.times.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [BusyKind::Busy, BusyKind::Free, BusyKind::Busy]);
    assert_eq!(busy.times[2].start.to_string(), "2026-10-20T06:00:00Z");
    assert_eq!((busy.uid.as_deref(), busy.comment.as_str()), (Some("q"), "x"));
    assert_eq!(busy.whose[0].address, "kolar@modry-klic.example");
    // By the clock on the wall, without an end, and backwards.
    assert_eq!(lost(&read), [NoteKind::ValueUnreadable; 3]);
}
