//! Events (VEVENT).

use super::notes::Notes;
use super::property::{Property, text};
use super::time::{Times, length};
use super::zones::Zones;
use super::{Component, MAX_ITEMS, one_line};
use callout_core::calendar::{
    Answer, Certainty, Clock, Invited, NoteKind, ReadEvent, ReadTime, RecurrenceId,
};
use callout_core::letter::Mailbox;

/// The properties that have a field, of events and of answers about busy times.
pub(super) const KNOWN: &[&str] = &[
    "UID",
    "RECURRENCE-ID",
    "SEQUENCE",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "DURATION",
    "STATUS",
    "TRANSP",
    "CLASS",
    "RRULE",
    "RDATE",
    "EXDATE",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "ORGANIZER",
    "ATTENDEE",
    "COMMENT",
    "FREEBUSY",
];

/// Of these an event may have several.
const MANY: &[&str] = &["RRULE", "RDATE", "EXDATE", "ATTENDEE", "COMMENT", "FREEBUSY"];

/// The properties without those that stand again though they may stand once.
pub(super) fn single(component: Component, notes: &mut Notes) -> Vec<Property> {
    let mut kept: Vec<Property> = Vec::with_capacity(component.properties.len().min(40));
    let mut seen = [false; KNOWN.len()];
    for property in component.properties {
        let at = KNOWN.iter().position(|name| *name == property.name).unwrap_or_default();
        let again = seen.get(at).copied().unwrap_or_default();
        if again && !MANY.contains(&property.name.as_str()) {
            notes.tell(NoteKind::PropertyTwice, property.line, &property.name);
            continue;
        }
        if let Some(seen) = seen.get_mut(at) {
            *seen = true;
        }
        kept.push(property);
    }
    kept
}

pub(super) fn read(component: Component, zones: &mut Zones, notes: &mut Notes) -> ReadEvent {
    let line = component.line;
    let properties = single(component, notes);
    let mut event = ReadEvent::default();
    let (mut end, mut duration, mut zone) = (None, None, "");
    for property in &properties {
        let mut times = Times { zones: &mut *zones, notes: &mut *notes };
        match property.name.as_str() {
            "DTSTART" => {
                event.start = times.one(property);
                zone = property.parameter("TZID").unwrap_or_default();
            }
            "DTEND" => end = Some(property),
            "DURATION" => duration = Some(property),
            "DTSTAMP" => event.stamp = times.one(property).and_then(|it| it.instant),
            "RECURRENCE-ID" => {
                let range = property.parameter("RANGE");
                let and_later = range.is_some_and(|it| it.eq_ignore_ascii_case("THISANDFUTURE"));
                let id = times.one(property).map(|start| RecurrenceId { start, and_later });
                event.recurrence_id = id;
            }
            "RDATE" => times.list(property, &mut event.more, MAX_ITEMS),
            "EXDATE" => {
                let mut list = Vec::new();
                times.list(property, &mut list, MAX_ITEMS.saturating_sub(event.except.len()));
                event.except.extend(list.into_iter().map(|period| period.start));
            }
            _ => said(&mut event, property, notes),
        }
    }
    if event.uid.is_none() {
        notes.tell(NoteKind::UidMissing, line, &event.summary);
    }
    let mut times = Times { zones, notes };
    match event.start {
        None => times.notes.tell(NoteKind::StartMissing, line, &event.summary),
        Some(start) => {
            event.all_day = start.clock == Clock::Day;
            event.end = times.end((start, zone), end, duration);
        }
    }
    event
}

/// What an event says beside its times.
fn said(event: &mut ReadEvent, property: &Property, notes: &mut Notes) {
    let value = property.value.trim();
    let word = value.to_ascii_uppercase();
    match property.name.as_str() {
        "UID" => event.uid = Some(one_line(property, notes)).filter(|uid| !uid.is_empty()),
        "SEQUENCE" => match value.parse() {
            Ok(sequence) => event.sequence = sequence,
            Err(_) => unreadable(property, notes),
        },
        "STATUS" => {
            event.certainty = match word.as_str() {
                "TENTATIVE" => Some(Certainty::Tentative),
                "CONFIRMED" => Some(Certainty::Confirmed),
                "CANCELLED" => Some(Certainty::Cancelled),
                _ => None,
            };
            if event.certainty.is_none() {
                unreadable(property, notes);
            }
        }
        // Some write `TRANSPARENT-NOCONFLICT`, as an early draft had it.
        "TRANSP" => event.free = word.starts_with("TRANSPARENT"),
        "CLASS" => event.private = word != "PUBLIC",
        "RRULE" => event.rules.push(value.to_owned()),
        "SUMMARY" => event.summary = one_line(property, notes),
        "DESCRIPTION" => event.description = text(property, notes),
        "LOCATION" => event.location = text(property, notes).trim().to_owned(),
        "COMMENT" => join(&mut event.comment, &text(property, notes)),
        "ORGANIZER" => event.organizer = Some(mailbox(property)),
        "ATTENDEE" => event.invited.push(invited(property)),
        _ => notes.tell(NoteKind::ValueUnreadable, property.line, &property.name),
    }
}

fn unreadable(property: &Property, notes: &mut Notes) {
    let told = format!("{}: {}", property.name, property.value);
    notes.tell(NoteKind::ValueUnreadable, property.line, &told);
}

/// What is said at several places, below each other.
pub(super) fn join(said: &mut String, more: &str) {
    if !said.is_empty() {
        said.push('\n');
    }
    said.push_str(more);
}

/// Who stands in a property, by name and address.
pub(super) fn mailbox(property: &Property) -> Mailbox {
    let name = property.parameter("CN").map(str::trim).filter(|name| !name.is_empty());
    let address = address(&property.value);
    // Where the value is no address of mail, it may stand beside it (RFC 7986 6.2).
    let beside = property.parameter("EMAIL").filter(|_| !address.contains('@'));
    let address = beside.map_or(address, |beside| beside.trim().to_owned());
    let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    Mailbox { name, address }
}

fn address(value: &str) -> String {
    let value = value.trim().trim_matches('"');
    let mailto = value.get(..7).is_some_and(|begin| begin.eq_ignore_ascii_case("mailto:"));
    value[if mailto { 7 } else { 0 }..].trim().to_owned()
}

fn invited(property: &Property) -> Invited {
    let answer = property.parameter("PARTSTAT").unwrap_or_default().to_ascii_uppercase();
    let addresses = |name: &str| property.all(name).iter().map(|it| address(it)).collect();
    Invited {
        who: mailbox(property),
        answer: match answer.as_str() {
            "" | "NEEDS-ACTION" => Answer::NeedsAction,
            "ACCEPTED" => Answer::Accepted,
            "DECLINED" => Answer::Declined,
            "TENTATIVE" => Answer::Tentative,
            "DELEGATED" => Answer::Delegated,
            _ => Answer::Other,
        },
        rsvp: property.parameter("RSVP").is_some_and(|it| it.eq_ignore_ascii_case("TRUE")),
        delegated_to: addresses("DELEGATED-TO"),
        delegated_from: addresses("DELEGATED-FROM"),
    }
}

impl Times<'_> {
    /// When an event ends (RFC 5545 3.6.1).
    fn end(
        &mut self,
        (start, zone): (ReadTime, &str),
        end: Option<&Property>,
        duration: Option<&Property>,
    ) -> Option<ReadTime> {
        let day = start.clock == Clock::Day;
        let next_day = || start.local.checked_add_days(chrono::Days::new(1));
        let none = match next_day().filter(|_| day) {
            Some(local) => ReadTime { local, ..start },
            None => start,
        };
        if let (Some(end), Some(_)) = (end, duration) {
            self.notes.tell(NoteKind::EndTwice, end.line, "");
        }
        if let Some(property) = end
            && let Some(end) = self.one(property)
        {
            if day != (end.clock == Clock::Day) {
                self.notes.tell(NoteKind::EndOfOtherKind, property.line, "");
            }
            // Of a whole day the end is the day after it, and some write the day itself.
            let after = if day { end.local > start.local } else { !before(end, start) };
            if !after {
                self.notes.tell(NoteKind::EndBeforeStart, property.line, &property.value);
            }
            return Some(if after { end } else { none });
        }
        let Some(property) = duration else { return Some(none) };
        let Some(length) = length(&property.value) else {
            self.unreadable(property, &property.value);
            return Some(none);
        };
        if length.is_negative() {
            self.notes.tell(NoteKind::NegativeDuration, property.line, &property.value);
            return Some(none);
        }
        let after = self.after(start, length, zone);
        if after.is_none() {
            self.unreadable(property, &property.value);
        }
        Some(after.unwrap_or(none))
    }
}

/// By their moments, or by the clock where they have none.
fn before(one: ReadTime, other: ReadTime) -> bool {
    match (one.instant, other.instant) {
        (Some(one), Some(other)) => one < other,
        _ => one.local < other.local,
    }
}
