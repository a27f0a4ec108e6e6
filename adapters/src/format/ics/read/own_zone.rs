//! Zones that a file describes itself (VTIMEZONE, RFC 5545 3.6.5).

use super::notes::Notes;
use super::property::Property;
use super::time::{Written, written};
use super::walk::{Step, walk};
use super::year_rule::YearRule;
use callout_core::schedule::Instant;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// The most zones of a file, the most parts of a zone, and the most rules and dates of a part.
const MAX_PARTS: usize = 100;
const MAX_DATES: usize = 1_000;

#[derive(Default)]
pub(super) struct OwnZone {
    /// The name in the IANA database, where the file says it (X-LIC-LOCATION).
    pub(super) location: Option<String>,
    parts: Vec<Part>,
    full: bool,
    /// Rules that are not understood.
    pub(super) odd: Vec<String>,
}

/// What holds from some moments on.
#[derive(Default)]
struct Part {
    start: Option<NaiveDateTime>,
    before: Option<i32>,
    after: Option<i32>,
    rules: Vec<String>,
    dates: Vec<NaiveDateTime>,
    yearly: Vec<YearRule>,
}

impl OwnZone {
    /// All that a file describes, by their names.
    pub(super) fn all(bytes: &[u8]) -> BTreeMap<String, OwnZone> {
        let mut found = BTreeMap::new();
        let mut open: Option<(Option<String>, OwnZone, usize)> = None;
        let mut take = |step: Step, _: &mut Notes| match step {
            Step::Begin { name, depth, .. } if name == "VTIMEZONE" => {
                open = Some((None, OwnZone::default(), depth));
            }
            Step::Begin { name, .. } if name == "STANDARD" || name == "DAYLIGHT" => {
                if let Some((_, zone, _)) = &mut open {
                    zone.begin();
                }
            }
            Step::Property { property, of, .. } => {
                let Some((name, zone, _)) = &mut open else { return };
                match (of.as_str(), property.name.as_str()) {
                    ("VTIMEZONE", "TZID") => *name = Some(property.value.trim().to_owned()),
                    ("VTIMEZONE", "X-LIC-LOCATION") => zone.location = Some(property.value),
                    ("STANDARD" | "DAYLIGHT", _) => zone.part(&property),
                    _ => {}
                }
            }
            Step::End { depth } => {
                if open.as_ref().is_some_and(|(_, _, at)| *at == depth)
                    && let Some((Some(name), mut zone, _)) = open.take()
                    && found.len() < MAX_PARTS
                {
                    zone.finish();
                    found.entry(name).or_insert(zone);
                }
            }
            Step::Begin { .. } => {}
        };
        walk(bytes, &mut take);
        found
    }

    fn begin(&mut self) {
        if self.parts.len() < MAX_PARTS {
            self.parts.push(Part::default());
        } else {
            self.odd.truncate(MAX_PARTS - 1);
            self.odd.push(format!("more than {MAX_PARTS} parts"));
            self.full = true;
        }
    }

    fn part(&mut self, property: &Property) {
        if self.full {
            return;
        }
        let Some(part) = self.parts.last_mut() else { return };
        match property.name.as_str() {
            "DTSTART" => part.start = local(&property.value),
            "TZOFFSETFROM" => part.before = offset(&property.value),
            "TZOFFSETTO" => part.after = offset(&property.value),
            "RRULE" if part.rules.len() < MAX_PARTS => part.rules.push(property.value.clone()),
            "RDATE" => {
                let left = MAX_DATES.saturating_sub(part.dates.len());
                part.dates.extend(property.value.split(',').filter_map(local).take(left));
            }
            _ => {}
        }
    }

    /// The rules as they are asked.
    fn finish(&mut self) {
        for part in &mut self.parts {
            part.dates.extend(part.start);
            part.dates.sort_unstable();
            let (Some(start), Some(before)) = (part.start, part.before) else { continue };
            for rule in part.rules.drain(..) {
                match YearRule::read(&rule, start, before) {
                    Some(rule) => part.yearly.push(rule),
                    None if self.odd.len() < MAX_PARTS => self.odd.push(rule),
                    None => {}
                }
            }
        }
    }

    /// The moment of a local time: by what began last before it. In the gap of spring the offset
    /// before it holds, and of two moments in autumn the first is meant (RFC 5545 3.3.5). `None`
    /// before anything began.
    pub(super) fn instant(&self, local: NaiveDateTime) -> Option<Instant> {
        let begun = self.parts.iter().filter_map(|part| {
            let (before, after) = (part.before?, part.after?);
            let date = part.dates.partition_point(|date| *date <= local).checked_sub(1);
            let date = date.and_then(|at| part.dates.get(at).copied());
            let yearly = part.yearly.iter().filter_map(|rule| rule.last(local));
            Some((yearly.chain(date).max()?, before, after))
        });
        let (begun, before, after) = begun.max_by_key(|(begun, ..)| *begun)?;
        let gap = TimeDelta::seconds(i64::from(after) - i64::from(before));
        let skipped = begun.checked_add_signed(gap).is_some_and(|shown| local < shown);
        moment(local, if skipped { before } else { after })
    }

    /// The moment of a time before all that is described.
    pub(super) fn before(&self, local: NaiveDateTime) -> Option<Instant> {
        let first = self.parts.iter().filter(|part| part.before.is_some());
        moment(local, first.min_by_key(|part| part.start)?.before?)
    }
}

fn moment(local: NaiveDateTime, offset: i32) -> Option<Instant> {
    let utc = local.checked_sub_signed(TimeDelta::seconds(i64::from(offset)))?;
    Some(Instant::new(utc.and_utc()))
}

fn local(value: &str) -> Option<NaiveDateTime> {
    Some(match written(value)? {
        Written::Day(day) => day.and_time(NaiveTime::MIN),
        Written::Time(time, _) => time,
    })
}

/// `+0200`, `-0330`, `+011530`, in seconds.
fn offset(value: &str) -> Option<i32> {
    let value = value.trim();
    let (sign, digits) = match value.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = format!("{digits:0<6}").parse().ok()?;
    let (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}
