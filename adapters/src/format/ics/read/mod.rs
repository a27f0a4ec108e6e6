//! Calendar files of others (RFC 5545, RFC 5546, RFC 7986), read into plain values.
//!
//! Files of this kind are written by many programs, each with faults of its own, so each line is
//! taken by itself: what cannot be read is told in a note, and the rest is read all the same. A
//! file is gone through twice, first for the zones that it describes, as they may stand behind the
//! events that need them.

mod event;
mod freebusy;
mod letters;
mod lines;
mod notes;
mod own_zone;
mod property;
mod time;
mod walk;
mod windows;
mod year_rule;
mod zones;

use callout_core::calendar::{Method, NoteKind, ReadCalendar, ReadFault};
use callout_core::error::Error;
use notes::Notes;
use property::{Property, text};
use std::collections::BTreeSet;
use walk::Step;
use zones::Zones;

/// The most bytes of one file that are read.
pub const MAX_BYTES: u64 = 10 << 20;
/// The most events, and answers about busy times, that are read of one file.
pub const MAX_EVENTS: usize = 50_000;
/// The most of a kind in one event: properties, times of a list, who is invited.
const MAX_ITEMS: usize = 10_000;
/// The most properties of all events together: of so many bytes, lines of some 25 each.
const MAX_PROPERTIES: usize = 400_000;
/// The most names of what has no field.
const MAX_UNREAD: usize = 200;

/// Reads a calendar file.
///
/// What is odd in it stands in the notes, and what of it could not be read in `lost`. Recurring
/// events are told with their rules and not expanded.
///
/// # Errors
/// `CALENDAR-READ-01` (no bytes), `-02` (more than 10 MiB; nothing is looked at then), `-03`
/// (nothing of a calendar begins in it).
///
/// ```
/// let file = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:0198c1d2\r\n\
///     DTSTART;TZID=Central Europe Standard Time:20261022T093000\r\nDURATION:PT2H\r\n\
///     ATTENDEE;PARTSTAT=DECLINED:mailto:jana@kovo.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let read = callout_adapters::format::ics::read(file)?;
/// let event = &read.events[0];
/// assert_eq!(event.end.unwrap().instant.unwrap().to_string(), "2026-10-22T09:30:00Z");
/// assert_eq!(event.invited[0].answer, callout_core::calendar::Answer::Declined);
/// assert!(read.lost.is_empty());
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<ReadCalendar, Error> {
    let count = bytes.len() as u64;
    if count == 0 {
        return Err(ReadFault::Empty {}.into());
    }
    if count > MAX_BYTES {
        return Err(ReadFault::TooLarge { bytes: count, most: MAX_BYTES }.into());
    }
    let mut notes = Notes::default();
    let bytes = letters::in_utf8(bytes, &mut notes);
    let mut reader = Reader {
        zones: Zones::described(&bytes),
        notes,
        read: ReadCalendar::default(),
        unread: BTreeSet::new(),
        current: None,
        calendars: 0,
        components: 0,
        properties: 0,
        left_out: 0,
    };
    let begun = walk::walk(&bytes, &mut |step, notes| reader.take(step, notes));
    let (begun, told) = begun;
    if !begun {
        let reason = "no component of a calendar begins in it".to_owned();
        return Err(ReadFault::NotACalendar { reason }.into());
    }
    Ok(reader.done(told))
}

/// What is being read of a file.
struct Reader {
    zones: Zones,
    /// What is told about the file beside its lines.
    notes: Notes,
    read: ReadCalendar,
    unread: BTreeSet<String>,
    /// The component that is open, with how deep it stands.
    current: Option<(Component, usize)>,
    calendars: u32,
    components: usize,
    properties: usize,
    left_out: usize,
}

/// An event or an answer about busy times, with what stands in it.
struct Component {
    name: String,
    line: u32,
    properties: Vec<Property>,
}

impl Reader {
    fn take(&mut self, step: Step, notes: &mut Notes) {
        match step {
            Step::Begin { name, line, depth } => self.begin(name, line, depth, notes),
            Step::Property { property, depth, of } => self.property(property, depth, &of, notes),
            Step::End { depth } => {
                if self.current.as_ref().is_some_and(|(_, at)| *at == depth)
                    && let Some((component, _)) = self.current.take()
                {
                    self.component(component, notes);
                }
            }
        }
    }

    fn begin(&mut self, name: String, line: u32, depth: usize, notes: &mut Notes) {
        match name.as_str() {
            "VCALENDAR" => {
                self.calendars += 1;
                if self.calendars == 2 {
                    notes.tell(NoteKind::SeveralCalendars, line, "");
                }
                return;
            }
            _ if self.calendars == 0 => notes.once(NoteKind::NoCalendar, line, &name),
            _ => {}
        }
        match name.as_str() {
            "VEVENT" | "VFREEBUSY" if self.current.is_none() => {
                self.current = Some((Component { name, line, properties: Vec::new() }, depth));
            }
            "VTIMEZONE" | "STANDARD" | "DAYLIGHT" => {}
            _ => self.left(name),
        }
    }

    /// A component or property that has no field.
    fn left(&mut self, name: String) {
        if self.unread.len() < MAX_UNREAD {
            self.unread.insert(name.chars().take(60).collect());
        }
    }

    fn property(&mut self, property: Property, depth: usize, of: &str, notes: &mut Notes) {
        match &mut self.current {
            Some((component, at)) if *at == depth => {
                if !event::KNOWN.contains(&property.name.as_str()) {
                    self.left(property.name);
                } else if component.properties.len() < MAX_ITEMS && self.properties < MAX_PROPERTIES
                {
                    self.properties += 1;
                    component.properties.push(property);
                } else {
                    notes.once(NoteKind::TooMany, property.line, "properties of a component");
                }
            }
            None if of == "VCALENDAR" => self.head(property, notes),
            _ => {}
        }
    }

    fn head(&mut self, property: Property, notes: &mut Notes) {
        let value = property.value.trim();
        match property.name.as_str() {
            "METHOD" if self.read.method.is_none() => {
                let known = method(value);
                self.read.method = Some(known.unwrap_or(Method::Other));
                if known.is_none() {
                    notes.tell(NoteKind::MethodUnknown, property.line, value);
                }
            }
            "METHOD" if self.read.method != method(value) => {
                notes.tell(NoteKind::PropertyTwice, property.line, "METHOD");
            }
            "PRODID" if self.read.program.is_empty() => {
                self.read.program = one_line(&property, notes);
            }
            "X-WR-CALNAME" | "NAME" if self.read.name.is_empty() => {
                self.read.name = one_line(&property, notes);
            }
            "METHOD" | "PRODID" | "NAME" | "X-WR-CALNAME" => {}
            "VERSION" if value == "2.0" => {}
            "CALSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => {}
            _ => self.left(property.name),
        }
    }

    fn component(&mut self, component: Component, notes: &mut Notes) {
        self.components += 1;
        if self.components > MAX_EVENTS {
            self.left_out += 1;
        } else if component.name == "VEVENT" {
            let event = event::read(component, &mut self.zones, notes);
            self.read.events.push(event);
        } else {
            let busy = freebusy::read(component, &mut self.zones, notes);
            self.read.busy.push(busy);
        }
    }

    fn done(mut self, told: Notes) -> ReadCalendar {
        self.notes.add(told);
        if self.left_out > 0 {
            let beyond = format!("{} events beyond {MAX_EVENTS}", self.left_out);
            self.notes.tell(NoteKind::TooMany, 0, &beyond);
        }
        let (notes, lost) = self.notes.done();
        ReadCalendar { unread: self.unread.into_iter().collect(), notes, lost, ..self.read }
    }
}

fn method(value: &str) -> Option<Method> {
    Some(match value.to_ascii_uppercase().as_str() {
        "PUBLISH" => Method::Publish,
        "REQUEST" => Method::Request,
        "REPLY" => Method::Reply,
        "COUNTER" => Method::Counter,
        "CANCEL" => Method::Cancel,
        "DECLINECOUNTER" => Method::DeclineCounter,
        _ => return None,
    })
}

fn one_line(property: &Property, notes: &mut Notes) -> String {
    text(property, notes).split_whitespace().collect::<Vec<_>>().join(" ")
}
