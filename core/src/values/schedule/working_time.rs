//! When somebody works: hours of the week, days of their own, public holidays.

use super::holidays::{COUNTRIES, Holiday, free_days};
use super::hours::{HoursFault, sound, sound_day};
use super::period::{joined, without};
use super::{Cycle, Hours, Instant, Period, TimesOfDay, Zone};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day with hours of its own.
///
/// ```
/// use callout_core::schedule::{DayHours, TimesOfDay};
/// // The Saturday before the holidays, until noon.
/// let hours = vec![TimesOfDay { from: "08:00:00".parse()?, to: "12:00:00".parse()? }];
/// let saturday = DayHours { date: "2026-12-19".parse()?, hours };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayHours {
    /// The local day that has hours of its own.
    pub date: NaiveDate,
    /// Its hours in order; empty for a day without work.
    pub hours: Vec<TimesOfDay>,
}

/// When somebody works, by the clock on the wall.
///
/// ```
/// use callout_core::schedule::{Period, WorkingTime};
/// let vrana: WorkingTime = serde_json::from_str(r#"{
///     "zone": "Europe/Prague",
///     "hours": [
///         {"weekday": "monday", "from": "07:00:00", "to": "12:00:00"},
///         {"weekday": "monday", "from": "12:30:00", "to": "15:30:00"}
///     ],
///     "holidays": "CZ"
/// }"#)?;
/// let visit = |day: &str| -> Period {
///     let at = |hour: &str| format!("{day}T{hour}:00:00+02:00");
///     serde_json::from_value(serde_json::json!({"from": at("10"), "to": at("14")})).unwrap()
/// };
/// // A visit spans the break.
/// assert!(vrana.works_during(visit("2026-10-12")));
/// // A Monday that is a public holiday.
/// assert!(!vrana.works_during(visit("2026-09-28")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkingTime {
    /// The zone of the clock by which all of it is meant.
    pub zone: Zone,
    /// The hours of a common week, in its order. Empty where none are known: then any time counts
    /// as one of work (E40).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
    /// The weeks that come round, where shifts rotate; each week is alike where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cycle: Option<Cycle>,
    /// The days that have hours of their own, in order: they hold whatever the week and the public
    /// holidays say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayHours>,
    /// The country whose public holidays are free of work, ISO 3166-1 alpha-2: `CZ`; work goes on
    /// then where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<String>,
}

/// A pause in the working hours that is no longer than this is a break, which a visit may span.
pub(crate) const LONGEST_BREAK: TimeDelta = TimeDelta::hours(3);

/// So many days have hours of their own at the most.
pub(crate) const MAX_DAYS: usize = 400;

impl WorkingTime {
    /// The same in its order, where it is sound.
    pub(crate) fn checked(&self) -> Result<WorkingTime, HoursFault> {
        let hours = sound(&self.hours, self.cycle)?;
        let own = |day: &DayHours| {
            Ok(DayHours { date: day.date, hours: sound_day(day.date, &day.hours)? })
        };
        let mut days: Vec<DayHours> = self.days.iter().map(own).collect::<Result<_, _>>()?;
        days.sort_by_key(|day| day.date);
        let twice = days.iter().zip(days.iter().skip(1)).any(|(one, next)| one.date == next.date);
        if twice || days.len() > MAX_DAYS {
            return Err(HoursFault::Days);
        }
        let known = |country: &String| COUNTRIES.contains(&country.as_str());
        if self.holidays.as_ref().is_some_and(|country| !known(country)) {
            return Err(HoursFault::Holidays);
        }
        Ok(WorkingTime { hours, days, ..self.clone() })
    }

    /// The periods of work within a period, in order; those that touch are one.
    pub fn working(&self, within: Period) -> Vec<Period> {
        if self.hours.is_empty() && self.days.is_empty() {
            return joined(vec![within]);
        }
        let holidays = self.holidays_around(within);
        let of_day = |day: NaiveDate| self.times(day, holidays.contains_key(&day));
        joined(self.each_day(within, of_day))
    }

    /// Whether a period lies within working hours: it begins and ends in them, and what lies
    /// between are breaks of three hours at the most.
    pub fn works_during(&self, period: Period) -> bool {
        spanned(&self.working(period), period)
    }

    /// The periods within a period in which there would be work, was the day no public holiday.
    pub(crate) fn on_holidays(&self, within: Period) -> Vec<(Period, Holiday)> {
        let mut found = Vec::new();
        for (day, holiday) in self.holidays_around(within) {
            if self.days.iter().any(|known| known.date == day) {
                continue;
            }
            let times = |at: NaiveDate| if at == day { self.times(at, false) } else { Vec::new() };
            let cut = Period { from: self.midnight(day), to: self.midnight(next(day)) };
            let Some(cut) = cut.cut(within) else { continue };
            found.extend(joined(self.each_day(cut, times)).into_iter().map(|at| (at, holiday)));
        }
        found
    }

    fn midnight(&self, day: NaiveDate) -> Instant {
        self.zone.instant(day.and_time(NaiveTime::MIN))
    }

    fn holidays_around(&self, within: Period) -> BTreeMap<NaiveDate, Holiday> {
        let Some(country) = &self.holidays else { return BTreeMap::new() };
        let year = |at: Instant| self.zone.wall(at).year();
        let years = year(within.from)..=year(within.to);
        years.flat_map(|year| free_days(country, year)).map(|day| (day.date, day)).collect()
    }

    /// The periods that the days of a period have, cut to it.
    fn each_day(
        &self,
        within: Period,
        times: impl Fn(NaiveDate) -> Vec<TimesOfDay>,
    ) -> Vec<Period> {
        let last = self.zone.wall(within.to).date();
        let mut day = self.zone.wall(within.from).date();
        let mut found = Vec::new();
        while day <= last && !within.is_empty() {
            let period = |time: TimesOfDay| {
                let to = match time.to {
                    NaiveTime::MIN => next(day).and_time(time.to),
                    to => day.and_time(to),
                };
                let ends = self.ends(to);
                Period { from: self.zone.instant(day.and_time(time.from)), to: ends }.cut(within)
            };
            found.extend(times(day).into_iter().filter_map(period));
            if next(day) == day {
                break;
            }
            day = next(day);
        }
        found
    }

    /// Of an hour that comes twice, work ends with its second time.
    fn ends(&self, local: NaiveDateTime) -> Instant {
        self.zone.later(local).unwrap_or_else(|| self.zone.instant(local))
    }

    /// The hours of one day.
    fn times(&self, day: NaiveDate, holiday: bool) -> Vec<TimesOfDay> {
        if let Some(own) = self.days.iter().find(|own| own.date == day) {
            return own.hours.clone();
        }
        if self.hours.is_empty() {
            return vec![TimesOfDay { from: NaiveTime::MIN, to: NaiveTime::MIN }];
        }
        if holiday {
            return Vec::new();
        }
        let week = self.cycle.map_or(1, |cycle| cycle.week(day));
        let on = |hours: &&Hours| {
            hours.weekday == day.weekday().into() && hours.week.is_none_or(|its| its == week)
        };
        let of = |hours: &Hours| TimesOfDay { from: hours.from, to: hours.to };
        self.hours.iter().filter(on).map(of).collect()
    }
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Whether work fills a period but for breaks.
pub(crate) fn spanned(working: &[Period], period: Period) -> bool {
    let gaps = without(&[period], working);
    let is_break = |gap: &Period| {
        let inside = gap.from > period.from && gap.to < period.to;
        inside && gap.to.utc() - gap.from.utc() <= LONGEST_BREAK
    };
    gaps.iter().all(is_break)
}
