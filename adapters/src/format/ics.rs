//! Visits as iCalendar (RFC 5545, iTIP methods of RFC 5546).
//!
//! Same entry, same bytes: the stamp is the caller's, properties have a fixed order, and the
//! rules of the zone are written out for the years around the entry, so that a calendar which
//! does not know the zone, or knows older rules, shows the hour that was agreed.

mod busy;
mod feed;
mod lines;
mod read;
mod zone;

use callout_core::calendar::ReadCalendar;
use callout_core::error::Error;
use callout_core::schedule::Planned;
use callout_core::visit::calendar_entry::{
    CalendarEntry, CalendarFiles, CalendarMethod, EntryStatus,
};
use chrono_tz::Tz;
use lines::{Lines, escaped, person, stamp, text};

pub use busy::write_busy;
pub use feed::write_feed;
pub use read::{MAX_BYTES, MAX_EVENTS, read};

/// Writes a calendar file with one entry.
///
/// Send it as `text/calendar; method=...; charset=utf-8`, or hand it over as an `.ics` file. The
/// lines end with CRLF and have at most 75 octets. An entry that is only shown names nobody as
/// invited, and where nobody organizes it, the file has no method either (RFC 5546, 3.2.1).
///
/// # Errors
/// `CALENDAR-ENTRY-01` to `-07`, see [`CalendarEntry::check`].
///
/// ```
/// # use callout_core::engine::Session;
/// # fn ask(session: Session<'_>, visit: uuid::Uuid) -> Result<(), Box<dyn std::error::Error>> {
/// use callout_adapters::format::ics;
/// use callout_core::visit::calendar_entry::CalendarMethod;
/// let entry = session.calendar_entry(visit, None)?;
/// std::fs::write("visit.ics", ics::write(&entry, CalendarMethod::Publish)?)?;
/// # Ok(()) }
/// ```
pub fn write(entry: &CalendarEntry, method: CalendarMethod) -> Result<Vec<u8>, Error> {
    entry.check(method)?;
    let times = entry.times()?;
    let zone = times.0.zone.tz();
    let mut out = Lines::begun();
    if entry.organizer.is_some() {
        out.line(&format!("METHOD:{}", method_name(method)));
    }
    if !is_utc(zone) {
        out.0.push_str(&zone::write(zone, entry.start, entry.end));
    }
    event(entry, method, times, &mut out);
    out.line("END:VCALENDAR");
    Ok(out.0.into_bytes())
}

/// Files of calendars as iCalendar.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ics;

impl CalendarFiles for Ics {
    fn write(&self, entry: &CalendarEntry) -> Result<Vec<u8>, Error> {
        write(entry, CalendarMethod::Publish)
    }

    fn read(&self, file: &[u8]) -> Result<ReadCalendar, Error> {
        read::read(file)
    }
}

fn method_name(method: CalendarMethod) -> &'static str {
    match method {
        CalendarMethod::Publish => "PUBLISH",
        CalendarMethod::Request => "REQUEST",
        CalendarMethod::Cancel => "CANCEL",
    }
}

fn is_utc(zone: Tz) -> bool {
    matches!(zone.name(), "UTC" | "Etc/UTC" | "Zulu" | "Etc/Zulu" | "UCT" | "Etc/UCT" | "Universal")
}

fn event(
    entry: &CalendarEntry,
    method: CalendarMethod,
    times: (Planned, Planned),
    out: &mut Lines,
) {
    out.line("BEGIN:VEVENT");
    out.line(&format!("UID:{}", escaped(&text(&entry.uid))));
    out.line(&format!("DTSTAMP:{}", stamp(entry.created)));
    out.line(&format!("SEQUENCE:{}", entry.sequence));
    out.line(&time("DTSTART", times.0));
    out.line(&time("DTEND", times.1));
    out.line(&format!("SUMMARY:{}", escaped(&text(&entry.summary))));
    out.line(&format!("STATUS:{}", status(entry.status, method)));
    out.text("DESCRIPTION", &entry.description);
    out.text("LOCATION", &entry.location);
    if let Some(organizer) = &entry.organizer {
        out.line(&person("ORGANIZER", organizer, ""));
    }
    let invited = match method {
        CalendarMethod::Publish => &[][..],
        _ => &entry.attendees,
    };
    let role = match method {
        CalendarMethod::Request => ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
        _ => ";ROLE=REQ-PARTICIPANT",
    };
    for attendee in invited {
        out.line(&person("ATTENDEE", attendee, role));
    }
    out.line("END:VEVENT");
}

/// A cancelling message says so in the entry too (RFC 5546 3.2.5).
fn status(status: EntryStatus, method: CalendarMethod) -> &'static str {
    match (method, status) {
        (CalendarMethod::Cancel, _) | (_, EntryStatus::Cancelled) => "CANCELLED",
        (_, EntryStatus::Confirmed) => "CONFIRMED",
        (_, EntryStatus::Tentative) => "TENTATIVE",
    }
}

/// By the clock and its zone, as it was agreed. Where the clock shows a time twice, that means the
/// first moment (RFC 5545 3.3.5), so the later one is written in UTC.
fn time(key: &str, at: Planned) -> String {
    let zone = at.zone.tz();
    if at.later || is_utc(zone) {
        return format!("{key}:{}", stamp(at.instant.utc()));
    }
    format!("{key};TZID={}:{}", zone.name(), at.local.format("%Y%m%dT%H%M%S"))
}
