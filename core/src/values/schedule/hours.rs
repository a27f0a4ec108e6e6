//! Hours of a week, by the clock on the wall.

use super::of_a_day;
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// A day of the week.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }
}

/// Hours of a weekday, by the clock on the wall: when somebody works, or a place is open. A day may
/// have several, and the time between two of them is a break; a night shift is two, up to midnight
/// and from it.
///
/// ```
/// use callout_core::schedule::{Hours, Weekday};
/// let (from, to) = ("07:00:00".parse()?, "15:30:00".parse()?);
/// let monday = Hours { weekday: Weekday::Monday, from, to, week: None };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The day of the week.
    pub weekday: Weekday,
    /// The local time at which they begin: `07:00:00`.
    #[serde(deserialize_with = "of_a_day")]
    pub from: NaiveTime,
    /// The local time at which they end, after they begin; `00:00:00` is the midnight that ends the
    /// day.
    #[serde(deserialize_with = "of_a_day")]
    pub to: NaiveTime,
    /// In which week of a cycle, counted from 1; in each week where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<u32>,
}

/// Hours of one day that has its own, whatever the week says.
///
/// ```
/// use callout_core::schedule::TimesOfDay;
/// let morning = TimesOfDay { from: "08:00:00".parse()?, to: "12:00:00".parse()? };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimesOfDay {
    /// The local time at which they begin: `07:00:00`.
    #[serde(deserialize_with = "of_a_day")]
    pub from: NaiveTime,
    /// The local time at which they end, after they begin; `00:00:00` is the midnight that ends the
    /// day.
    #[serde(deserialize_with = "of_a_day")]
    pub to: NaiveTime,
}

/// Weeks that come round again, for shifts that rotate.
///
/// ```
/// use callout_core::schedule::Cycle;
/// // Early and late shift in turns.
/// let shifts = Cycle { weeks: 2, since: "2026-10-12".parse()? };
/// assert_eq!(shifts.week("2026-10-18".parse()?), 1);
/// assert_eq!(shifts.week("2026-10-19".parse()?), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cycle {
    /// How many weeks there are, 2 to 53, before the first comes again.
    pub weeks: u32,
    /// A day of a first week; weeks begin on Monday.
    pub since: NaiveDate,
}

/// The most weeks that a cycle has.
const MOST_WEEKS: u32 = 53;

impl Cycle {
    /// Which week of the cycle a day is in, from 1.
    pub fn week(self, day: NaiveDate) -> u32 {
        let monday = |day: NaiveDate| {
            i64::from(day.num_days_from_ce() - day.weekday().num_days_from_monday() as i32)
        };
        let weeks = (monday(day) - monday(self.since)) / 7;
        1 + weeks.rem_euclid(i64::from(self.weeks.max(1))) as u32
    }
}

/// Why hours are none.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum HoursFault {
    /// They end before they begin.
    Backwards {
        /// Of which day.
        weekday: &'static str,
        /// When they begin.
        from: NaiveTime,
        /// When they end.
        to: NaiveTime,
    },
    /// They lie over others of the same day.
    Overlap {
        /// Of which day.
        weekday: &'static str,
    },
    /// A cycle of one week, or of more than a year has.
    #[strum(serialize = "cycle")]
    NoCycle {
        /// So many weeks.
        weeks: u32,
    },
    /// A week that the cycle does not have, or one without a cycle.
    #[strum(serialize = "week")]
    NoWeek {
        /// Which one.
        week: u32,
        /// How many there are.
        weeks: u32,
    },
    /// A day of its own stands twice, or there are too many.
    Days,
    /// A country whose holidays are not known.
    Holidays,
}

/// Whether they end before another time of the same day begins.
fn ends_before(to: NaiveTime, other: NaiveTime) -> bool {
    to != NaiveTime::MIN && to <= other
}

/// Hours in the order of the week, each with a length, none over another.
pub(crate) fn sound(hours: &[Hours], cycle: Option<Cycle>) -> Result<Vec<Hours>, HoursFault> {
    let weeks = cycle.map_or(1, |cycle| cycle.weeks);
    if cycle.is_some() && !(2..=MOST_WEEKS).contains(&weeks) {
        return Err(HoursFault::NoCycle { weeks });
    }
    let none = |week: &u32| *week == 0 || *week > weeks || cycle.is_none();
    if let Some(week) = hours.iter().filter_map(|hours| hours.week).find(none) {
        return Err(HoursFault::NoWeek { week, weeks });
    }
    let mut sorted = hours.to_vec();
    sorted.sort_by_key(|hours| (hours.weekday, hours.from, hours.week));
    for (n, hours) in sorted.iter().enumerate() {
        let weekday: &'static str = hours.weekday.into();
        if ends_before(hours.to, hours.from) {
            return Err(HoursFault::Backwards { weekday, from: hours.from, to: hours.to });
        }
        let together = |other: &&Hours| {
            let (a, b) = (hours.week, other.week);
            other.weekday == hours.weekday && (a.is_none() || b.is_none() || a == b)
        };
        let mut later = sorted.get(n + 1..).unwrap_or_default().iter().filter(together);
        if later.any(|other| !ends_before(hours.to, other.from)) {
            return Err(HoursFault::Overlap { weekday });
        }
    }
    Ok(sorted)
}

/// Times of one day in order, as [`sound`] has hours of a week.
pub(crate) fn sound_day(
    date: NaiveDate,
    times: &[TimesOfDay],
) -> Result<Vec<TimesOfDay>, HoursFault> {
    let weekday = date.weekday().into();
    let hours = |time: &TimesOfDay| Hours { weekday, from: time.from, to: time.to, week: None };
    let hours: Vec<Hours> = times.iter().map(hours).collect();
    let sorted = sound(&hours, None)?;
    Ok(sorted.into_iter().map(|hours| TimesOfDay { from: hours.from, to: hours.to }).collect())
}
