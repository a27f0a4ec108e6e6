//! Who is busy when (VFREEBUSY).

use super::event::{join, mailbox, single};
use super::notes::Notes;
use super::property::{Property, text};
use super::time::Times;
use super::zones::Zones;
use super::{Component, MAX_EVENTS, one_line};
use callout_core::calendar::{Busy, BusyKind, NoteKind, ReadBusy};

pub(super) fn read(component: Component, zones: &mut Zones, notes: &mut Notes) -> ReadBusy {
    let properties = single(component, notes);
    let mut busy = ReadBusy::default();
    for property in &properties {
        let mut times = Times { zones: &mut *zones, notes: &mut *notes };
        match property.name.as_str() {
            "DTSTART" => busy.start = moment(&mut times, property),
            "DTEND" => busy.end = moment(&mut times, property),
            "DTSTAMP" => busy.stamp = moment(&mut times, property),
            "FREEBUSY" => periods(&mut times, property, &mut busy.times),
            "UID" => busy.uid = Some(one_line(property, notes)).filter(|uid| !uid.is_empty()),
            "ORGANIZER" => busy.organizer = Some(mailbox(property)),
            "ATTENDEE" => busy.whose.push(mailbox(property)),
            "COMMENT" => join(&mut busy.comment, &text(property, notes)),
            _ => notes.tell(NoteKind::ValueUnreadable, property.line, &property.name),
        }
    }
    busy
}

/// A time that has to be a moment.
fn moment(times: &mut Times, property: &Property) -> Option<callout_core::schedule::Instant> {
    let time = times.one(property)?;
    if time.instant.is_none() {
        times.unreadable(property, &property.value);
    }
    time.instant
}

fn periods(times: &mut Times, property: &Property, into: &mut Vec<Busy>) {
    let kind = property.parameter("FBTYPE").unwrap_or_default().to_ascii_uppercase();
    let kind = match kind.as_str() {
        "FREE" => BusyKind::Free,
        "BUSY-TENTATIVE" => BusyKind::Tentative,
        "BUSY-UNAVAILABLE" => BusyKind::Unavailable,
        // A word that is not known means busy (RFC 5545 3.2.9).
        _ => BusyKind::Busy,
    };
    for value in property.value.split(',').filter(|value| !value.trim().is_empty()) {
        if into.len() >= MAX_EVENTS {
            times.notes.once(NoteKind::TooMany, property.line, "FREEBUSY");
            return;
        }
        let period = times.period(property, value);
        let moments = period.and_then(|it| Some((it.start.instant?, it.end?.instant?)));
        match moments.filter(|(start, end)| start < end) {
            Some((start, end)) => into.push(Busy { start, end, kind }),
            None => times.unreadable(property, value),
        }
    }
}
