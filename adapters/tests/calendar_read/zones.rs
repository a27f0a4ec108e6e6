//! Zones: of the database, of Windows, of the file itself, of nobody.

use super::*;
use callout_core::calendar::Clock;

const OWN: &str = "BEGIN:VTIMEZONE\nTZID:Firma\n\
    BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n\
    BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n\
    END:VTIMEZONE\n";

fn at(zone: &str, name: &str, local: &str) -> (ReadCalendar, ReadTime) {
    let lines = format!(
        "{zone}BEGIN:VEVENT\nUID:a\nDTSTART;TZID=\"{name}\":{local}\nDURATION:PT1H\nEND:VEVENT"
    );
    let read = ics::read(&calendar(&lines)).unwrap();
    let start = read.events[0].start.unwrap();
    (read, start)
}

/// The notes that only zones provoke.
pub fn told() -> Vec<NoteKind> {
    let named = OWN.replace("TZID:Firma", "TZID:America/New_York");
    let odd_rule = OWN.replace("BYDAY=-1SU;BYMONTH=3", "BYYEARDAY=80");
    let cases = [
        at(OWN, "Firma", "20261022T093000"),
        at(&named, "America/New_York", "20261022T093000"),
        at(&odd_rule, "Firma", "20261022T093000"),
    ];
    cases.iter().flat_map(|(read, _)| [odd(read), lost(read)].concat()).collect()
}

#[test]
fn names_in_every_spelling() {
    for (name, zone, instant) in [
        ("Europe/Prague", "Europe/Prague", "2026-10-22T07:30:00Z"),
        ("europe/PRAGUE", "Europe/Prague", "2026-10-22T07:30:00Z"),
        ("/freeassociation.sourceforge.net/Europe/Prague", "Europe/Prague", "2026-10-22T07:30:00Z"),
        ("/tzurl.org/2025a/America/Indiana/Knox", "America/Indiana/Knox", "2026-10-22T14:30:00Z"),
        ("Central Europe Standard Time", "Europe/Budapest", "2026-10-22T07:30:00Z"),
        ("central european standard time", "Europe/Warsaw", "2026-10-22T07:30:00Z"),
        ("UTC", "UTC", "2026-10-22T09:30:00Z"),
        ("GMT", "GMT", "2026-10-22T09:30:00Z"),
    ] {
        let (read, start) = at("", name, "20261022T093000");
        assert_eq!(start.clock, Clock::Zone, "{name}");
        assert_eq!(start.zone.unwrap().tz().name(), zone, "{name}");
        assert_eq!((moment(Some(start)), read.notes.len()), (instant.to_owned(), 0), "{name}");
    }
}

/// RFC 5545, 3.3.5: in the gap the offset before it, in the hour that comes twice the first.
#[test]
fn a_zone_of_its_own_goes_by_its_rules() {
    for (local, instant, end) in [
        ("20260115T093000", "2026-01-15T08:30:00Z", "2026-01-15 10:30:00"),
        ("20260715T093000", "2026-07-15T07:30:00Z", "2026-07-15 10:30:00"),
        ("20260329T013000", "2026-03-29T00:30:00Z", "2026-03-29 03:30:00"),
        ("20260329T023000", "2026-03-29T01:30:00Z", "2026-03-29 04:30:00"),
        ("20260329T033000", "2026-03-29T01:30:00Z", "2026-03-29 04:30:00"),
        ("20261025T023000", "2026-10-25T00:30:00Z", "2026-10-25 02:30:00"),
        ("20261025T033000", "2026-10-25T02:30:00Z", "2026-10-25 04:30:00"),
    ] {
        let (read, start) = at(OWN, "Firma", local);
        assert_eq!((start.clock, start.zone), (Clock::Own, None), "{local}");
        assert_eq!(moment(Some(start)), instant, "{local}");
        assert_eq!(odd(&read), [NoteKind::ZoneOfItsOwn]);
        let ends = read.events[0].end.unwrap();
        let hour = ends.instant.unwrap().utc() - start.instant.unwrap().utc();
        assert_eq!(hour.num_minutes(), 60, "{local}");
        let fold = local == "20261025T023000";
        assert!(
            fold || ends.local.to_string() == end || local.contains("0329"),
            "{local}: {ends:?}"
        );
    }
    // Before all that it describes.
    let late = OWN.replace("1601", "2030");
    assert_eq!(moment(Some(at(&late, "Firma", "20260715T093000").1)), "2026-07-15T08:30:00Z");
    // The place that the file names is of the database.
    let placed = OWN.replace("TZID:Firma\n", "TZID:Firma\nX-LIC-LOCATION:Europe/Prague\n");
    assert_eq!(at(&placed, "Firma", "20260715T093000").1.clock, Clock::Zone);
    // Behind the events that need it, and between broken parts.
    let behind =
        format!("BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Firma:20260715T093000\nEND:VEVENT\n{OWN}");
    let read = ics::read(&calendar(&behind)).unwrap();
    assert_eq!(moment(read.events[0].start), "2026-07-15T07:30:00Z");
    let broken = "BEGIN:VTIMEZONE\nTZID:Firma\nBEGIN:STANDARD\nTZOFFSETTO:+9999\nEND:STANDARD\nEND:VTIMEZONE\n";
    assert_eq!(at(broken, "Firma", "20260715T093000").1.clock, Clock::Unknown);
}

/// People move by the rules of today, whatever an old file says.
#[test]
fn the_database_is_right_about_what_it_knows() {
    let named = OWN.replace("TZID:Firma", "TZID:America/New_York");
    let (read, start) = at(&named, "America/New_York", "20261022T093000");
    assert_eq!(moment(Some(start)), "2026-10-22T13:30:00Z");
    assert_eq!(odd(&read), [NoteKind::ZoneDiffers]);
    let same = OWN.replace("TZID:Firma", "TZID:Europe/Prague");
    assert_eq!(odd(&at(&same, "Europe/Prague", "20261022T093000").0), []);
}

#[test]
fn floating_times_are_marked() {
    let start = event("DTSTART:20261022T093000").start.unwrap();
    assert_eq!((start.clock, start.instant, start.zone), (Clock::Floating, None, None));
    let start = event("DTSTART:20261022T093000Z").start.unwrap();
    assert_eq!((start.clock, start.zone), (Clock::Utc, None));
}
