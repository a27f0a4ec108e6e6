//! Times, lengths and periods as calendars write them (RFC 5545 3.3.4 to 3.3.9).

use super::notes::Notes;
use super::property::Property;
use super::zones::Zones;
use callout_core::calendar::{Clock, NoteKind, ReadPeriod, ReadTime};
use callout_core::schedule::Instant;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A value as it is written: a day, or a time of a day, of UTC or not.
#[derive(Clone, Copy)]
pub(super) enum Written {
    Day(NaiveDate),
    Time(NaiveDateTime, bool),
}

/// A day or a time; written with hyphens and colons as well, as some programs do.
pub(super) fn written(value: &str) -> Option<Written> {
    let value = value.trim();
    if value.len() > 30 || value.starts_with('-') {
        return None;
    }
    let plain: String = value.chars().filter(|it| !matches!(it, '-' | ':')).collect();
    let (time, utc) = match plain.strip_suffix(['Z', 'z']) {
        Some(time) => (time, true),
        None => (plain.as_str(), false),
    };
    let (day, time) = match time.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (time, None),
    };
    let day = digits(day, 8).and_then(|day| {
        let year = i32::try_from(day / 10_000).ok().filter(|year| *year > 0)?;
        NaiveDate::from_ymd_opt(year, day / 100 % 100, day % 100)
    })?;
    // A day of UTC, as some write it, is a day.
    let Some(time) = time else { return Some(Written::Day(day)) };
    // Parts of a second are left out, as the standard has none.
    let time = time.split(['.', ',']).next().unwrap_or_default();
    let time = digits(time, 6).or_else(|| Some(digits(time, 4)? * 100))?;
    // A leap second is the one before it: what is planned knows none.
    let time = NaiveTime::from_hms_opt(time / 10_000, time / 100 % 100, (time % 100).min(60))
        .or_else(|| {
            NaiveTime::from_hms_opt(time / 10_000, time / 100 % 100, 59)
                .filter(|_| time % 100 == 60)
        })?;
    Some(Written::Time(day.and_time(time), utc))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// A length: days by the calendar, and seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

impl Length {
    pub(super) fn is_negative(self) -> bool {
        self.days < 0 || self.seconds < 0
    }
}

/// `P1W`, `P1DT2H`, `-PT15M`.
pub(super) fn length(value: &str) -> Option<Length> {
    let value = value.trim().to_ascii_uppercase();
    let (sign, rest) = match value.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, value.strip_prefix('+').unwrap_or(&value)),
    };
    let mut rest = rest.strip_prefix('P')?;
    let mut length = Length::default();
    let mut in_time = false;
    let mut any = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !in_time) {
            in_time = true;
            rest = time;
            continue;
        }
        let end = rest.find(|letter: char| !letter.is_ascii_digit())?;
        let number: i64 = rest[..end].parse().ok().filter(|number| *number < 1_000_000_000)?;
        let unit = rest[end..].chars().next()?;
        match (unit, in_time) {
            ('W', false) => length.days += number * 7,
            ('D', false) => length.days += number,
            ('H', true) => length.seconds += number * 3600,
            ('M', true) => length.seconds += number * 60,
            ('S', true) => length.seconds += number,
            _ => return None,
        }
        any = true;
        rest = &rest[end + unit.len_utf8()..];
    }
    any.then_some(Length { days: length.days * sign, seconds: length.seconds * sign })
}

/// What reads times: by the zones of the file, telling what is odd.
pub(super) struct Times<'z> {
    pub(super) zones: &'z mut Zones,
    pub(super) notes: &'z mut Notes,
}

impl Times<'_> {
    /// The one time of a property.
    pub(super) fn one(&mut self, property: &Property) -> Option<ReadTime> {
        let time = self.time(property, &property.value);
        if time.is_none() {
            self.unreadable(property, &property.value);
        }
        time
    }

    pub(super) fn unreadable(&mut self, property: &Property, value: &str) {
        let told = format!("{}: {value}", property.name);
        self.notes.tell(NoteKind::ValueUnreadable, property.line, &told);
    }

    /// A value of a property, by its zone.
    fn time(&mut self, property: &Property, value: &str) -> Option<ReadTime> {
        let (local, utc) = match written(value)? {
            Written::Day(day) => {
                let local = day.and_time(NaiveTime::MIN);
                return Some(ReadTime { local, clock: Clock::Day, zone: None, instant: None });
            }
            Written::Time(local, utc) => (local, utc),
        };
        if utc {
            let instant = Some(Instant::new(local.and_utc()));
            return Some(ReadTime { local, clock: Clock::Utc, zone: None, instant });
        }
        match property.parameter("TZID") {
            None => Some(ReadTime { local, clock: Clock::Floating, zone: None, instant: None }),
            Some(name) => Some(self.zones.time(local, name, property.line, self.notes)),
        }
    }

    /// The times of a list, at most so many.
    pub(super) fn list(&mut self, property: &Property, into: &mut Vec<ReadPeriod>, most: usize) {
        for value in property.value.split(',').filter(|value| !value.trim().is_empty()) {
            if into.len() >= most {
                self.notes.once(NoteKind::TooMany, property.line, &property.name);
                return;
            }
            match self.period(property, value) {
                Some(period) => into.push(period),
                None => self.unreadable(property, value),
            }
        }
    }

    /// `start`, `start/end` or `start/length`.
    pub(super) fn period(&mut self, property: &Property, value: &str) -> Option<ReadPeriod> {
        let Some((start, end)) = value.split_once('/') else {
            return Some(ReadPeriod { start: self.time(property, value)?, end: None });
        };
        let start = self.time(property, start)?;
        let end = match length(end) {
            Some(length) => {
                let zone = property.parameter("TZID").unwrap_or_default();
                self.after(start, length, zone)?
            }
            None => self.time(property, end)?,
        };
        Some(ReadPeriod { start, end: Some(end) })
    }

    /// The time a length later: days by the calendar, hours as they pass (RFC 5545 3.3.6). The
    /// name is that of its zone, where the file describes it itself.
    pub(super) fn after(
        &mut self,
        start: ReadTime,
        length: Length,
        zone: &str,
    ) -> Option<ReadTime> {
        let Length { days, seconds } = length;
        let days = TimeDelta::try_days(days)?;
        let seconds = TimeDelta::try_seconds(seconds)?;
        let day = start.local.checked_add_signed(days).filter(in_bounds)?;
        let by_clock = day.checked_add_signed(seconds).filter(in_bounds)?;
        let passed = |from: Instant| from.utc().checked_add_signed(seconds).map(Instant::new);
        match (start.clock, start.zone) {
            (Clock::Day, _) => {
                // Of a day some hours are a day.
                let whole =
                    if seconds.is_zero() { by_clock } else { by_clock.date().succ_opt()?.into() };
                Some(ReadTime { local: whole, ..start })
            }
            (Clock::Floating | Clock::Unknown, _) => Some(ReadTime { local: by_clock, ..start }),
            (Clock::Utc, _) => {
                let instant = Some(Instant::new(by_clock.and_utc()));
                Some(ReadTime { local: by_clock, instant, ..start })
            }
            (Clock::Zone, Some(known)) => {
                // From the start itself where no day is added: it may be the later of two moments.
                let from = if days.is_zero() { start.instant? } else { known.instant(day) };
                let instant = passed(from)?;
                Some(ReadTime { local: known.wall(instant), instant: Some(instant), ..start })
            }
            (Clock::Zone | Clock::Own, _) => {
                let from =
                    if days.is_zero() { start.instant? } else { self.zones.own(day, zone)? };
                let instant = passed(from)?;
                let shown = self.zones.own(by_clock, zone)?;
                let off = instant.utc() - shown.utc();
                let local = by_clock.checked_add_signed(off).filter(in_bounds)?;
                Some(ReadTime { local, instant: Some(instant), ..start })
            }
        }
    }
}

/// In the years that can be written.
fn in_bounds(local: &NaiveDateTime) -> bool {
    (1..=9999).contains(&local.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let table = [
            ("P1W", Some((7, 0))),
            ("P1DT2H3M4S", Some((1, 7384))),
            ("-PT15M", Some((0, -900))),
            ("+P1D", Some((1, 0))),
            ("pt1h", Some((0, 3600))),
            ("P", None),
            ("PT", None),
            ("P1H", None),
            ("PT1D", None),
            ("P1", None),
            ("1D", None),
            ("PT99999999999999999999S", None),
            ("PTřS", None),
        ];
        for (text, expected) in table {
            let expected = expected.map(|(days, seconds)| Length { days, seconds });
            assert_eq!(length(text), expected, "{text}");
        }
    }

    #[test]
    fn days_and_times() {
        let shown = |text: &str| match written(text) {
            Some(Written::Day(day)) => day.to_string(),
            Some(Written::Time(time, utc)) => format!("{time}{}", if utc { "Z" } else { "" }),
            None => "none".to_owned(),
        };
        for (text, expected) in [
            ("20261024", "2026-10-24"),
            ("20261024T093000", "2026-10-24 09:30:00"),
            ("20261024T093000Z", "2026-10-24 09:30:00Z"),
            ("2026-10-24T09:30:00Z", "2026-10-24 09:30:00Z"),
            ("20261024T0930", "2026-10-24 09:30:00"),
            ("20161231T235960Z", "2016-12-31 23:59:59Z"),
            ("20261024T093000.5Z", "2026-10-24 09:30:00Z"),
            ("20260230", "none"),
            ("00000101", "none"),
            ("20261024T250000", "none"),
            ("20261024T093061", "none"),
            ("120261024", "none"),
            ("20261024Z", "2026-10-24"),
            ("-20261024", "none"),
            ("", "none"),
            ("řřřřřřřř", "none"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
