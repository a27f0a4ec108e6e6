//! Visits as iCalendar (RFC 5545, iTIP methods of RFC 5546).
//!
//! Same entry, same bytes: the stamp is the caller's, properties have a fixed order, and the
//! rules of the zone are written out for the years around the entry, so that a calendar which
//! does not know the zone, or knows older rules, shows the hour that was agreed.

mod zone;

use callout_core::correspondence::Mailbox;
use callout_core::error::Error;
use callout_core::schedule::Planned;
use callout_core::visit::calendar_entry::{
    CalendarEntry, CalendarFault, CalendarMethod, EntryStatus,
};
use chrono::Utc;
use chrono_tz::Tz;
use icalendar::{Component, Event, Parameter, Property};
use std::fmt::Write;

/// Writes a calendar file with one entry.
///
/// Send it as `text/calendar; method=...; charset=utf-8`, or hand it over as an `.ics` file. The
/// lines end with CRLF and have at most 75 octets.
///
/// # Errors
/// `CALENDAR-ENTRY-01` to `-06`, see [`CalendarEntry::check`].
pub fn write(entry: &CalendarEntry, method: CalendarMethod) -> Result<Vec<u8>, Error> {
    entry.check(method)?;
    let unknown = || Error::from(CalendarFault::UnknownZone { zone: entry.zone.clone() });
    let times = entry.times()?;
    let zone = times.0.zone.tz();
    let mut out = String::with_capacity(2048);
    out.push_str("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Callout//Callout//EN\r\n");
    out.push_str("CALSCALE:GREGORIAN\r\n");
    let _ = write!(out, "METHOD:{}\r\n", method_name(method));
    if !is_utc(zone) {
        out.push_str(&zone::write(zone, entry.start, entry.end));
    }
    let event = event(entry, method, times).try_into_string();
    // Writing into a string fails only where a value cannot be formatted at all.
    out.push_str(&event.map_err(|_| unknown())?);
    out.push_str("END:VCALENDAR\r\n");
    Ok(out.into_bytes())
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

fn event(entry: &CalendarEntry, method: CalendarMethod, times: (Planned, Planned)) -> Event {
    let mut event = Event::new();
    event
        .append_property(Property::new("UID", text(&entry.uid)))
        .append_property(Property::new("DTSTAMP", stamp(entry.created)))
        .append_property(Property::new("SEQUENCE", entry.sequence.to_string()))
        .append_property(time("DTSTART", times.0))
        .append_property(time("DTEND", times.1))
        .append_property(Property::new("SUMMARY", text(&entry.summary)))
        .append_property(Property::new("STATUS", status(entry.status, method)));
    for (key, value) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.location)] {
        if !value.trim().is_empty() {
            event.append_property(Property::new(key, text(value)));
        }
    }
    if let Some(organizer) = &entry.organizer {
        event.append_property(person("ORGANIZER", organizer));
    }
    for attendee in &entry.attendees {
        let mut person = person("ATTENDEE", attendee);
        person.append_parameter(Parameter::new("ROLE", "REQ-PARTICIPANT"));
        if method == CalendarMethod::Request {
            person.append_parameter(Parameter::new("PARTSTAT", "NEEDS-ACTION"));
            person.append_parameter(Parameter::new("RSVP", "TRUE"));
        }
        event.append_multi_property(person);
    }
    event
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
fn time(key: &str, at: Planned) -> Property {
    let zone = at.zone.tz();
    if at.later || is_utc(zone) {
        return Property::new(key, stamp(at.instant.utc()));
    }
    let value = at.local.format("%Y%m%dT%H%M%S").to_string();
    let mut property = Property::new(key, value);
    property.append_parameter(Parameter::new("TZID", zone.name()));
    property
}

fn person(key: &str, mailbox: &Mailbox) -> Property {
    let mut property = Property::new(key, format!("mailto:{}", mailbox.address));
    // Quotes have no escape in a parameter (RFC 5545 3.2).
    let name = text(mailbox.name.as_deref().unwrap_or_default()).replace(['"', '\n'], "'");
    if !name.trim().is_empty() {
        property.append_parameter(Parameter::new("CN", &name));
    }
    property
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
