//! Entries of calendars with any texts: written, and read back by another implementation.

use super::mutate::{Dice, bytes};
use callout::adapters::format::ics;
use callout::letter::Mailbox;
use callout::visit::calendar_entry::{CalendarEntry, CalendarMethod, EntryStatus};
use chrono::{DateTime, TimeDelta};
use icalendar::parser::{read_calendar, unfold};

const TEXTS: [&str; 4] = [
    "Oprava kompresoru; hala B, rampa 3",
    "Vysoká teplota elementu.\r\nHlaste se na vrátnici: p. Dvořák, žluťoučký kůň úpěl ďábelské ódy.",
    "Průmyslová 1472/8, 252 42 Jesenice\u{1f3ed}",
    "Servis, \"Modrý Klíč\" \\ \u{65}\u{301}",
];

const WORDS: [&str; 14] = [
    "\r\n",
    "\n",
    "\r",
    "\r\n ",
    "\nEND:VEVENT\nBEGIN:VALARM\n",
    "\\n",
    "\\",
    ";",
    ",",
    ":",
    "\"",
    "\u{0}",
    "\u{202e}\u{2028}\u{85}",
    "👩‍🔧",
];

const ZONES: [&str; 5] =
    ["Europe/Prague", "UTC", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"];

/// All that an entry says, from the bytes of a sample: the same bytes are the same entry.
fn entry(sample: &[u8]) -> (CalendarEntry, CalendarMethod) {
    let seed = sample
        .iter()
        .fold(7, |sum: u64, byte| sum.wrapping_mul(0x0100_0000_01B3) ^ u64::from(*byte));
    let dice = &mut Dice::new(seed);
    let text = String::from_utf8_lossy(sample).into_owned();
    let letters: Vec<char> = text.chars().collect();
    let mut piece = || {
        let from = dice.below(letters.len());
        let to = (from + dice.below(300)).min(letters.len());
        letters[from..to].iter().collect::<String>()
    };
    let (summary, description, location, name) = (piece(), text.clone(), piece(), piece());
    let minutes = TimeDelta::minutes(dice.below(60 * 24 * 365 * 60) as i64);
    let start = DateTime::UNIX_EPOCH.naive_utc() + TimeDelta::days(3_000) + minutes;
    let people = ["jana@kovo.example", "a@žirafa.example", "bez zavináče"];
    let entry = CalendarEntry {
        uid: "0198c1d2@modry-klic.example".into(),
        sequence: 2,
        start,
        start_later: dice.below(4) == 0,
        end: start + TimeDelta::minutes(dice.below(5_000) as i64 - 10),
        end_later: dice.below(4) == 0,
        zone: (*dice.of(&ZONES)).to_owned(),
        summary,
        description,
        location,
        organizer: Some(Mailbox::new(&name, "servis@modry-klic.example")),
        attendees: vec![Mailbox::new(&name, people[dice.below(40) / 19])],
        status: EntryStatus::Confirmed,
        created: "2026-10-20T08:00:00Z".parse().unwrap(),
    };
    let methods = [CalendarMethod::Publish, CalendarMethod::Request, CalendarMethod::Cancel];
    (entry, *dice.of(&methods))
}

/// Lines of at most 75 octets, each whole and ended by CRLF, without control characters.
fn well_formed(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line:?}");
        assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
    }
}

/// A text as the format can say it.
fn sayable(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

fn read_back(text: &str, entry: &CalendarEntry) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    let events: Vec<_> = calendar.components.iter().filter(|it| it.name == "VEVENT").collect();
    let [event] = events.as_slice() else { panic!("{} events in {text}", events.len()) };
    assert!(event.components.is_empty(), "{text}");
    let said = |name: &str| event.find_prop(name).map(|it| it.val.as_str()).unwrap_or_default();
    assert_eq!(said("SUMMARY"), sayable(&entry.summary), "{text}");
    for (name, value) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.location)] {
        let value = sayable(value);
        // What is only blanks and commas is not said at all.
        let silent = value.trim_matches([',', ' ', '\n', '\t']).is_empty();
        assert_eq!(said(name), if silent { "" } else { &value }, "{text}");
    }
    let names: Vec<&str> = event.properties.iter().map(|it| it.name.as_str()).collect();
    let known = ["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS"];
    let more = ["DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE"];
    assert!(names.iter().all(|name| known.contains(name) || more.contains(name)), "{text}");
}

#[test]
fn no_text_breaks_a_calendar() {
    let texts: Vec<Vec<u8>> = TEXTS.iter().map(|text| text.as_bytes().to_vec()).collect();
    let (mut written, mut refused) = (0, 0);
    crate::soak(
        "calendar",
        |dice| {
            let text: &Vec<u8> = dice.of(&texts);
            bytes(text, &texts, &WORDS, dice)
        },
        |sample| {
            let (entry, method) = entry(sample);
            match ics::write(&entry, method) {
                Ok(bytes) => {
                    written += 1;
                    let text = String::from_utf8(bytes).expect("letters");
                    well_formed(&text);
                    read_back(&text, &entry);
                }
                Err(error) => {
                    refused += 1;
                    assert!(error.code().starts_with("CALENDAR-ENTRY-"), "{error}");
                }
            }
        },
    );
    println!("calendar: {written} written and read back, {refused} refused");
    assert!(written > 10 && refused > 10);
}
