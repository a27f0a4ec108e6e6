//! When a technician works, and when not.

use super::Refusal;
use crate::journal::Personal;
use crate::schedule::{Planned, of_a_day};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use uuid::Uuid;

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

/// Working hours of a weekday, by the clock on the wall. A day may have several; a night shift
/// is two, up to midnight and from it.
///
/// ```
/// use callout_core::technician::{Hours, Weekday};
/// let (from, to) = ("07:00:00".parse()?, "15:30:00".parse()?);
/// let monday = Hours { weekday: Weekday::Monday, from, to };
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
    /// The local time at which they end, after they begin (`TECHNICIAN-HOURS-01`); `00:00:00` is
    /// the midnight that ends the day.
    #[serde(deserialize_with = "of_a_day")]
    pub to: NaiveTime,
}

impl Hours {
    fn ends_before(&self, other: NaiveTime) -> bool {
        self.to != NaiveTime::MIN && self.to <= other
    }
}

/// A time away: a leave, an illness, a training.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Absence {
    /// The id of the time away, by which it is taken back.
    pub id: Uuid,
    /// When it begins: local time with its zone, and the instant that it means.
    pub from: Planned,
    /// When it ends, not included: local time with its zone, and the instant that it means.
    pub to: Planned,
    /// Why the technician is away, in words; the technician's own affair. Empty where it was not
    /// said.
    pub reason: Personal<String>,
}

/// Hours in the order of the week, each with a length, none over another.
pub(super) fn sound(hours: &[Hours]) -> Result<Vec<Hours>, Refusal> {
    let mut sorted = hours.to_vec();
    sorted.sort_by_key(|hours| (hours.weekday, hours.from));
    for (n, hours) in sorted.iter().enumerate() {
        let weekday: &'static str = hours.weekday.into();
        if hours.ends_before(hours.from) {
            let (from, to) = (hours.from.to_string(), hours.to.to_string());
            return Err(Refusal::HoursBackwards { weekday, from, to });
        }
        let next = sorted.get(n + 1).filter(|next| next.weekday == hours.weekday);
        if next.is_some_and(|next| !hours.ends_before(next.from)) {
            return Err(Refusal::HoursOverlap { weekday });
        }
    }
    Ok(sorted)
}
