//! When somebody else's entries keep a technician busy.

use super::known::Foreign;
use crate::calendar::{Certainty, Clock, ReadEvent, ReadPeriod, ReadTime};
use crate::schedule::{Instant, Period, Recurrence, ShortMonths, WallTime, Zone, joined};
use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

/// As many occurrences of one event are looked at.
const MOST: usize = 1_000;

/// As many occurrences of all events: who has more is busy all the time.
const MOST_OF_ALL: usize = 50_000;

/// What of an event says when it takes place; nothing of what it is about.
pub(super) fn times_of(event: &ReadEvent) -> ReadEvent {
    ReadEvent {
        uid: None,
        recurrence_id: event.recurrence_id,
        start: event.start,
        end: event.end,
        all_day: event.all_day,
        certainty: event.certainty,
        free: event.free,
        rules: event.rules.clone(),
        more: event.more.clone(),
        except: event.except.clone(),
        ..ReadEvent::default()
    }
}

/// Whether a newer version of an event is in the same file, or one that leaves out the day that it
/// stands for.
pub(super) fn is_overtaken(event: &ReadEvent, others: &[ReadEvent]) -> bool {
    let newer = |other: &&ReadEvent| other.uid == event.uid && other.sequence > event.sequence;
    let start = |it: &ReadEvent| it.recurrence_id.map(|it| (it.start.local, it.start.instant));
    let same = |it: ReadTime| match (it.instant, event.recurrence_id) {
        (Some(instant), Some(of)) if of.start.instant.is_some() => {
            of.start.instant == Some(instant)
        }
        (_, of) => of.is_some_and(|of| of.start.local == it.local),
    };
    event.uid.is_some()
        && others
            .iter()
            .filter(newer)
            .any(|other| start(other) == start(event) || other.except.iter().any(|it| same(*it)))
}

/// Whether nothing of an event is to come after a moment.
pub(super) fn is_over(event: &ReadEvent, at: Instant) -> bool {
    let once = event.rules.is_empty() && event.more.is_empty();
    // A day more, for what has no zone.
    let ends = event.end.map(|end| end.instant.map_or(end.local.and_utc(), Instant::utc));
    once && ends.is_some_and(|ends| ends + TimeDelta::days(1) < at.utc())
}

/// The times within a period at which entries keep whoever has the calendar busy, those that touch
/// as one, the first ones of too many; and how many events could not be followed.
pub(super) fn busy<'f>(
    entries: impl Iterator<Item = &'f Foreign>,
    (within, zone): (Period, Zone),
    most: usize,
) -> (Vec<Period>, u32) {
    let (mut busy, mut unread) = (Vec::new(), 0);
    for entry in entries {
        let moved = entry.events.iter().filter_map(|event| Some(event.recurrence_id?.start));
        let moved: Vec<ReadTime> = moved.collect();
        for event in entry.events.iter().filter(|event| keeps(event)) {
            let full = busy.len() >= MOST_OF_ALL;
            let found = if full { None } else { of_event(event, &moved, (within, zone)) };
            match found {
                Some(periods) => busy.extend(periods),
                None => unread += 1,
            }
        }
    }
    let mut busy = joined(busy);
    busy.truncate(most);
    (busy, unread)
}

fn keeps(event: &ReadEvent) -> bool {
    !event.free && event.certainty != Some(Certainty::Cancelled)
}

/// The times of one event, but for occurrences that others stand for; nothing where its rule cannot
/// be followed.
fn of_event(
    event: &ReadEvent,
    moved: &[ReadTime],
    (within, zone): (Period, Zone),
) -> Option<Vec<Period>> {
    // One that stands for all later ones too would need the rule that they had.
    let start = event.start.filter(|_| event.recurrence_id.is_none_or(|it| !it.and_later))?;
    let end = event.end?;
    if event.rules.is_empty() && event.more.is_empty() {
        let period = Period { from: moment(start, zone)?, to: moment(end, zone)? };
        return Some(period.cut(within).into_iter().collect());
    }
    let its = clock(start, zone)?;
    let length = by(end, its) - by(start, its);
    let at = |starts: NaiveDateTime| {
        let from = WallTime::first(starts, its).resolve().instant;
        let to = WallTime::first(starts + length, its).resolve().instant;
        Period { from, to }.cut(within)
    };
    let wall = |it: ReadTime| by(it, its);
    let (ended, also): (Vec<&ReadPeriod>, Vec<&ReadPeriod>) =
        event.more.iter().partition(|period| period.end.is_some());
    let also: Vec<NaiveDateTime> = also.iter().map(|period| wall(period.start)).collect();
    // By the clock of the event, whatever zone those who stand for one of its days are in.
    let except = event.except.iter().chain(moved).map(|it| wall(*it));
    let except: Vec<NaiveDateTime> = except.collect();
    let anchor = WallTime::first(wall(start), its);
    let first = its.wall(within.from) - length - TimeDelta::days(1);
    let last = its.wall(within.to) + TimeDelta::days(1);
    let rules = event.rules.iter().map(|rule| Some(rule.as_str()));
    let rules: Vec<Option<&str>> =
        if event.rules.is_empty() { vec![None] } else { rules.collect() };
    let mut found = Vec::new();
    for ReadPeriod { start, end } in ended {
        found
            .extend(Period { from: moment(*start, zone)?, to: moment((*end)?, zone)? }.cut(within));
    }
    for rule in rules {
        let recurrence = Recurrence {
            rule,
            anchor,
            also: &also,
            except: &except,
            short_months: ShortMonths::Skip,
            several_a_day: true,
        };
        found.extend(recurrence.within((first, last), MOST).ok()?.into_iter().filter_map(at));
    }
    Some(found)
}

/// By which clock something recurs: that of its zone, of UTC, or of whose calendar it is where the
/// time floats or is a day. A zone that only the file describes, or nobody, is none.
fn clock(time: ReadTime, zone: Zone) -> Option<Zone> {
    match time.clock {
        Clock::Zone => time.zone,
        Clock::Utc => Some(Zone::new(Tz::UTC)),
        Clock::Floating | Clock::Day => Some(zone),
        Clock::Own | Clock::Unknown => None,
    }
}

/// When a time is; what floats, and whole days, by the clock of a zone. Nothing of a zone that
/// nobody describes.
pub(super) fn moment(time: ReadTime, zone: Zone) -> Option<Instant> {
    let by_clock = || clock(time, zone).map(|zone| WallTime::first(time.local, zone));
    time.instant.or_else(|| Some(by_clock()?.resolve().instant))
}

/// What the clock of a zone shows at a time; what floats and whole days are as they say.
fn by(time: ReadTime, zone: Zone) -> NaiveDateTime {
    match time.instant {
        Some(instant) if time.zone != Some(zone) => zone.wall(instant),
        _ => time.local,
    }
}
