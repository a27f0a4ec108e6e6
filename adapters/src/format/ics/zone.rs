//! The rules of a time zone around an entry, as VTIMEZONE (RFC 5545 3.6.5).

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};
use std::fmt::Write;

/// What holds from a moment on.
#[derive(Clone, PartialEq)]
struct Rule {
    seconds: i32,
    summer: bool,
    name: Option<String>,
}

/// The component, with every change of offset from the year before the start to the year after
/// the end written out by its date. Explicit dates are right also for zones whose changes follow
/// no yearly rule.
pub(super) fn write(zone: Tz, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).and_then(|d| d.and_hms_opt(0, 0, 0));
    let first = year(start.year() - 1).unwrap_or(start).and_utc();
    let last = year(end.year().min(start.year() + 10) + 2).unwrap_or(end).and_utc();
    let mut out = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    let mut rule = rule_at(zone, first);
    observance(&mut out, first, rule.seconds, &rule);
    for (moment, next) in changes(zone, first, last) {
        observance(&mut out, moment, rule.seconds, &next);
        rule = next;
    }
    out.push_str("END:VTIMEZONE\r\n");
    out
}

fn rule_at(zone: Tz, moment: DateTime<Utc>) -> Rule {
    let offset = zone.offset_from_utc_datetime(&moment.naive_utc());
    Rule {
        seconds: offset.fix().local_minus_utc(),
        // In Ireland tzdb counts winter as the exception, with less than nothing added.
        summer: offset.dst_offset() > Duration::zero(),
        name: offset.abbreviation().filter(|name| !name.is_empty()).map(str::to_owned),
    }
}

/// The moments at which the rule changes: looked for day by day, then to the second.
fn changes(zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>) -> Vec<(DateTime<Utc>, Rule)> {
    let mut found = Vec::new();
    let mut day = first;
    let mut rule = rule_at(zone, day);
    while day < last {
        let next_day = day + Duration::days(1);
        let next = rule_at(zone, next_day);
        if next != rule {
            let (mut before, mut after) = (day, next_day);
            while after - before > Duration::seconds(1) {
                let middle = before + (after - before) / 2;
                if rule_at(zone, middle) == rule { before = middle } else { after = middle }
            }
            rule = rule_at(zone, after);
            found.push((after, rule.clone()));
            if rule != next {
                // Two changes in one day: go on from the first.
                day = after;
                continue;
            }
        }
        day = next_day;
    }
    found
}

/// DTSTART is the local time of the change by the offset before it (RFC 5545 3.6.5).
fn observance(out: &mut String, moment: DateTime<Utc>, before: i32, rule: &Rule) {
    let kind = if rule.summer { "DAYLIGHT" } else { "STANDARD" };
    let local = moment.naive_utc() + Duration::seconds(i64::from(before));
    let _ = write!(
        out,
        "BEGIN:{kind}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\n",
        local.format("%Y%m%dT%H%M%S"),
        offset(before),
        offset(rule.seconds),
    );
    if let Some(name) = &rule.name {
        let _ = write!(out, "TZNAME:{name}\r\n");
    }
    let _ = write!(out, "END:{kind}\r\n");
}

/// `+0200`, with seconds only where there are some.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}
