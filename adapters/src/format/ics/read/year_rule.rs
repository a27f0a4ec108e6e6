//! When a zone changes, once a year: the only rules that zones have.

use super::time::{Written, written};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// A rule with one day a year.
pub(super) struct YearRule {
    start: NaiveDateTime,
    month: u32,
    day: Day,
    /// The last year that it holds in, and the last moment by the clock.
    last_year: i32,
    until: Option<NaiveDateTime>,
}

enum Day {
    /// The nth such weekday of the month, from its end below nothing.
    Nth(i8, Weekday),
    /// The first such weekday among some days of the month: on or after the first of them.
    From(u32, Weekday),
    /// That day of the month.
    OfMonth(u32),
}

impl YearRule {
    /// Of a rule, with the start and the offset that its end in UTC is told by.
    pub(super) fn read(rule: &str, start: NaiveDateTime, offset: i32) -> Option<YearRule> {
        let mut read = YearRule {
            start,
            month: start.month(),
            day: Day::OfMonth(start.day()),
            last_year: 9999,
            until: None,
        };
        let (mut yearly, mut weekday, mut days) = (false, None, Vec::new());
        for part in rule.trim().to_ascii_uppercase().split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=')?;
            match key {
                "FREQ" => yearly = value == "YEARLY",
                "INTERVAL" if value == "1" => {}
                "WKST" => {}
                "BYMONTH" => read.month = value.parse().ok().filter(|it| (1..=12).contains(it))?,
                "BYDAY" => weekday = Some(nth(value)?),
                "BYMONTHDAY" => {
                    let read: Result<Vec<u32>, _> = value.split(',').map(str::parse).collect();
                    days = read.ok()?;
                    if !days.iter().all(|day| (1..=31).contains(day)) {
                        return None;
                    }
                }
                "COUNT" => {
                    let count = value.parse::<i32>().ok().filter(|count| *count > 0)?;
                    read.last_year = start.year().checked_add(count - 1)?;
                }
                "UNTIL" => read.until(value, offset)?,
                _ => return None,
            }
        }
        read.day = match (weekday, &days[..]) {
            (None, []) => read.day,
            (None, [day]) => Day::OfMonth(*day),
            (Some((None, weekday)), [first, ..]) => {
                // Seven days that follow each other have each weekday once.
                let seven = days.iter().copied().eq(*first..first + 7);
                seven.then_some(Day::From(*first, weekday))?
            }
            (Some((Some(nth), weekday)), []) => Day::Nth(nth, weekday),
            _ => return None,
        };
        yearly.then_some(read)
    }

    fn until(&mut self, value: &str, offset: i32) -> Option<()> {
        let until = match written(value)? {
            Written::Day(day) => day.and_hms_opt(23, 59, 59)?,
            Written::Time(time, false) => time,
            Written::Time(time, true) => {
                time.checked_add_signed(TimeDelta::seconds(i64::from(offset)))?
            }
        };
        self.until = Some(until);
        self.last_year = self.last_year.min(until.year());
        Some(())
    }

    /// The last change at or before a local time.
    pub(super) fn last(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let year = local.year().min(self.last_year);
        let fits = |at: &NaiveDateTime| {
            *at <= local && *at >= self.start && self.until.is_none_or(|until| *at <= until)
        };
        (0..3).filter_map(|back| self.day(year.checked_sub(back)?)).find(fits)
    }

    fn day(&self, year: i32) -> Option<NaiveDateTime> {
        let month = self.month;
        let day = match self.day {
            Day::OfMonth(day) => NaiveDate::from_ymd_opt(year, month, day)?,
            Day::From(first, weekday) => {
                let first = NaiveDate::from_ymd_opt(year, month, first)?;
                first.iter_days().take(7).find(|day| day.weekday() == weekday)?
            }
            Day::Nth(nth @ 1.., weekday) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth.unsigned_abs())?
            }
            Day::Nth(nth, weekday) => {
                let back = nth.unsigned_abs();
                let count = |nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth);
                let all = if count(5).is_some() { 5 } else { 4 };
                count((all + 1u8).checked_sub(back)?)?
            }
        };
        Some(day.and_time(self.start.time()))
    }
}

/// `-1SU`, `2MO`, `SU`.
fn nth(value: &str) -> Option<(Option<i8>, Weekday)> {
    let at = value.len().checked_sub(2)?;
    let (number, weekday) = (value.get(..at)?, value.get(at..)?);
    let weekday = match weekday {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let number = match number {
        "" => None,
        number => Some(number.parse().ok().filter(|it: &i8| (1..=5).contains(&it.abs()))?),
    };
    Some((number, weekday))
}

#[cfg(test)]
mod tests {
    use super::YearRule;

    #[test]
    fn the_last_change_before_a_time() {
        let table = [
            (
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "1970-10-25T03:00:00",
                "2026-12-01T00:00:00",
                "2026-10-25 03:00:00",
            ),
            (
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "1970-10-25T03:00:00",
                "2026-10-25T02:59:59",
                "2025-10-26 03:00:00",
            ),
            (
                "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "1601-01-01T02:00:00",
                "2026-07-01T00:00:00",
                "2026-03-08 02:00:00",
            ),
            (
                "FREQ=YEARLY;BYMONTH=4;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7",
                "2000-04-02T02:00:00",
                "2026-07-01T00:00:00",
                "2026-04-05 02:00:00",
            ),
            (
                "FREQ=YEARLY;UNTIL=20071028T010000Z;BYMONTH=10;BYDAY=-1SU",
                "1996-10-27T03:00:00",
                "2026-07-01T00:00:00",
                "2007-10-28 03:00:00",
            ),
            (
                "FREQ=YEARLY;COUNT=2;BYMONTH=10;BYDAY=-1SU",
                "1996-10-27T03:00:00",
                "2026-07-01T00:00:00",
                "1997-10-26 03:00:00",
            ),
            ("FREQ=YEARLY", "1996-10-27T03:00:00", "2026-07-01T00:00:00", "2025-10-27 03:00:00"),
            (
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "2030-10-27T03:00:00",
                "2026-07-01T00:00:00",
                "none",
            ),
        ];
        for (rule, start, local, expected) in table {
            let read = YearRule::read(rule, start.parse().unwrap(), 7200).unwrap();
            let last = read.last(local.parse().unwrap());
            assert_eq!(last.map_or("none".to_owned(), |it| it.to_string()), expected, "{rule}");
        }
        for odd in [
            "FREQ=MONTHLY",
            "BYMONTH=3",
            "FREQ=YEARLY;BYMONTH=3,4",
            "FREQ=YEARLY;INTERVAL=2",
            "FREQ=YEARLY;BYDAY=-1SU,1MO",
            "FREQ=YEARLY;BYDAY=ř",
            "FREQ=YEARLY;BYDAY=SU",
            "FREQ=YEARLY;BYMONTHDAY=4294967295;BYDAY=SU",
        ] {
            let read = YearRule::read(odd, "2000-03-01T00:00:00".parse().unwrap(), 0);
            assert!(read.is_none(), "{odd}");
        }
    }
}
