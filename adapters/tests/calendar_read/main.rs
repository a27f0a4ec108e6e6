//! Calendar files of others.
#![cfg(feature = "ics")]
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../../../tests/support/skip.rs"]
mod skip;

mod any_bytes;
mod faults;
mod odd;
mod samples;
mod zones;

use callout_adapters::format::ics;
use callout_core::calendar::{NoteKind, ReadCalendar, ReadEvent, ReadTime};

/// A calendar with these lines in it.
fn calendar(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n").replace('\n', "\r\n").into()
}

/// What is read of a calendar with one event of these lines.
fn with_event(lines: &str) -> ReadCalendar {
    let lines = format!("BEGIN:VEVENT\nUID:a\n{lines}\nEND:VEVENT");
    ics::read(&calendar(&lines)).unwrap()
}

fn event(lines: &str) -> ReadEvent {
    with_event(lines).events.remove(0)
}

fn odd(read: &ReadCalendar) -> Vec<NoteKind> {
    read.notes.iter().map(|note| note.kind).collect()
}

fn lost(read: &ReadCalendar) -> Vec<NoteKind> {
    read.lost.iter().map(|note| note.kind).collect()
}

fn moment(time: Option<ReadTime>) -> String {
    time.and_then(|time| time.instant).map_or("none".to_owned(), |instant| instant.to_string())
}

fn shown(time: Option<ReadTime>) -> String {
    time.map_or("none".to_owned(), |time| time.local.to_string())
}
