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

/// The component. Where the zone changes by a yearly rule that holds from the year before the start
/// to the year after the end, it has one observance for each half of the year, with that rule:
/// widespread calendars drop a zone with more, and show the hour of another. Where no rule fits,
/// every change in these years is written out by its date, which is right for every zone.
pub(super) fn write(zone: Tz, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).and_then(|d| d.and_hms_opt(0, 0, 0));
    let years = start.year() - 1..end.year().min(start.year() + 10) + 2;
    let first = year(years.start).unwrap_or(start).and_utc();
    let last = year(years.end).unwrap_or(end).and_utc();
    let mut out = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    let rule = rule_at(zone, first);
    let changes = changes(zone, first, last);
    if changes.is_empty() {
        let always =
            Observance { kind: "STANDARD", local: LONG_AGO, before: rule.seconds, rule: &rule };
        always.write(&mut out, None);
    } else if let Some([one, other]) = yearly(&rule, &changes, years) {
        for half in [one, other] {
            half.0.write(&mut out, Some(&half.1));
        }
    } else {
        dates(&rule, first, &changes, &mut out);
    }
    out.push_str("END:VTIMEZONE\r\n");
    out
}

/// Every change by its date.
fn dates(rule: &Rule, first: DateTime<Utc>, changes: &[(DateTime<Utc>, Rule)], out: &mut String) {
    let kind = |rule: &Rule| if rule.summer { "DAYLIGHT" } else { "STANDARD" };
    let mut before = rule;
    let beginning = first.naive_utc() + Duration::seconds(i64::from(rule.seconds));
    let local = beginning;
    Observance { kind: kind(rule), local, before: rule.seconds, rule }.write(out, None);
    for (moment, next) in changes {
        let local = moment.naive_utc() + Duration::seconds(i64::from(before.seconds));
        Observance { kind: kind(next), local, before: before.seconds, rule: next }.write(out, None);
        before = next;
    }
}

/// Before there were calendars to read it; not earlier, as some count from here.
const LONG_AGO: NaiveDateTime = DateTime::UNIX_EPOCH.naive_utc();

/// The two halves of the year with their rules, where each year has both changes by one rule.
fn yearly<'r>(
    rule: &Rule,
    changes: &'r [(DateTime<Utc>, Rule)],
    years: std::ops::Range<i32>,
) -> Option<[(Observance<'r>, String); 2]> {
    let (one, other) = (&changes.first()?.1, &changes.get(1)?.1);
    let count = usize::try_from(years.end - years.start).ok()? * 2;
    // They take turns, and it was as after the second before the first.
    let turns = changes.iter().zip([one, other].into_iter().cycle());
    let alike = |(change, expected): (&(DateTime<Utc>, Rule), &Rule)| change.1 == *expected;
    if changes.len() != count || one.seconds == other.seconds || *rule != *other {
        return None;
    }
    if !turns.into_iter().all(alike) {
        return None;
    }
    let half = |at: usize, own: &'r Rule, before: &Rule| {
        let local = |(moment, _): &(DateTime<Utc>, Rule)| {
            moment.naive_utc() + Duration::seconds(i64::from(before.seconds))
        };
        let days: Vec<NaiveDateTime> = changes.iter().skip(at).step_by(2).map(local).collect();
        let each_year = days.iter().map(Datelike::year).eq(years.clone());
        let (local, text) = each_year.then(|| rule_of(&days)).flatten()?;
        let kind = if own.seconds > before.seconds { "DAYLIGHT" } else { "STANDARD" };
        Some((Observance { kind, local, before: before.seconds, rule: own }, text))
    };
    Some([half(0, one, other)?, half(1, other, one)?])
}

/// The rule by which all these days come, one a year, and the first day of it: a weekday of
/// a month, counted from its end or its beginning.
fn rule_of(days: &[NaiveDateTime]) -> Option<(NaiveDateTime, String)> {
    let first = days.first()?;
    let (month, weekday, time) = (first.month(), first.weekday(), first.time());
    let same = |day: &NaiveDateTime| {
        day.month() == month && day.weekday() == weekday && day.time() == time
    };
    let week = (first.day() - 1) / 7 + 1;
    let last = |day: &NaiveDateTime| (*day + Duration::days(7)).month() != month;
    if !days.iter().all(same) {
        return None;
    }
    let name = &weekday.to_string().to_uppercase()[..2];
    let (nth, begun) = if days.iter().all(last) {
        let next =
            NaiveDate::from_ymd_opt(1970 + i32::try_from(month / 12).ok()?, month % 12 + 1, 1)?;
        let back = |days: i64| next - Duration::days(days);
        (-1, (1..=7).map(back).find(|day| day.weekday() == weekday)?)
    } else if days.iter().all(|day| (day.day() - 1) / 7 + 1 == week) {
        let nth = u8::try_from(week).ok()?;
        (i32::from(nth), NaiveDate::from_weekday_of_month_opt(1970, month, weekday, nth)?)
    } else {
        return None;
    };
    Some((begun.and_time(time), format!("FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{name}")))
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

/// What holds from a local time on, by the offset before it (RFC 5545 3.6.5).
struct Observance<'r> {
    kind: &'static str,
    local: NaiveDateTime,
    before: i32,
    rule: &'r Rule,
}

impl Observance<'_> {
    fn write(&self, out: &mut String, yearly: Option<&str>) {
        let Observance { kind, local, before, rule } = self;
        let local = local.format("%Y%m%dT%H%M%S");
        let _ = write!(out, "BEGIN:{kind}\r\nDTSTART:{local}\r\n");
        if let Some(yearly) = yearly {
            let _ = write!(out, "RRULE:{yearly}\r\n");
        }
        let (from, to) = (offset(*before), offset(rule.seconds));
        let _ = write!(out, "TZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\n");
        if let Some(name) = &rule.name {
            let _ = write!(out, "TZNAME:{name}\r\n");
        }
        let _ = write!(out, "END:{kind}\r\n");
    }
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
