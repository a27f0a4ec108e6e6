//! Visits as iCalendar (RFC 5545, iTIP methods of RFC 5546).
//!
//! Same entry, same bytes: the stamp is the caller's, properties have a fixed order, and the
//! rules of the zone are written out for the years around the entry, so that a calendar which
//! does not know the zone, or knows older rules, shows the hour that was agreed.

mod read;
mod zone;

use callout_core::error::Error;
use callout_core::letter::Mailbox;
use callout_core::schedule::Planned;
use callout_core::visit::calendar_entry::{CalendarEntry, CalendarMethod, EntryStatus};
use chrono::Utc;
use chrono_tz::Tz;

pub use read::{MAX_BYTES, MAX_EVENTS, read};

/// The most octets of a line without its end (RFC 5545 3.1).
const MAX_OCTETS: usize = 75;

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
    let mut out = Lines(String::with_capacity(2048));
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Callout//Callout//EN");
    out.line("CALSCALE:GREGORIAN");
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

/// The lines of the file, folded.
struct Lines(String);

impl Lines {
    /// A line; one that is too long goes on below, after a blank, and no letter is cut in two.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(letter);
            used += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text; none where there is nothing to say.
    fn text(&mut self, key: &str, value: &str) {
        let value = text(value);
        if !value.trim_matches([',', ' ', '\n', '\t']).is_empty() {
            self.line(&format!("{key}:{}", escaped(&value)));
        }
    }
}

/// What would end a value is written behind a backslash (RFC 5545 3.3.11).
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 16);
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
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

fn stamp(instant: chrono::DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
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

fn person(key: &str, mailbox: &Mailbox, role: &str) -> String {
    // Quotes have no escape in a parameter that all programs know (RFC 5545 3.2), and newer ones
    // read a caret as one (RFC 6868).
    let name = text(mailbox.name.as_deref().unwrap_or_default());
    let name = name.replace(['"', '\n'], "'").replace('^', "^^");
    let name = match name.trim() {
        "" => String::new(),
        name if name.contains([',', ';', ':']) => format!(";CN=\"{name}\""),
        name => format!(";CN={name}"),
    };
    format!("{key}{name}{role}:mailto:{}", mailbox.address)
}

/// Line ends as the format knows them; other control characters would end the file's lines.
fn text(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}
