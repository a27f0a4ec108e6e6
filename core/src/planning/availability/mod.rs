//! Who is free, when, and why not (S24): working hours, absences, visits, other calendars.
//!
//! Periods overlap or they do not: no start is ever looked at alone (E40).

mod refusal;

pub use refusal::Refusal;

use crate::schedule::{Period, WorkingTime, joined, spanned, without};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Why somebody is not free.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Why {
    /// It is no time of work: before, after or between the hours of the day, or a day without any.
    OffHours,
    /// It would be a time of work, was the day no public holiday.
    Holiday,
    /// A leave, an illness, a training.
    Absent,
    /// A visit, proposed ones too.
    Visit,
    /// A calendar outside of Callout says so.
    Outside,
}

/// A time at which somebody is not free. Those of one person may overlap: a visit during a leave is
/// both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Busy {
    /// From when until when.
    pub period: Period,
    /// Why the worker is not free then.
    pub why: Why,
    /// In words: the holiday's name, the reason of the absence, the name of the calendar, number
    /// and title of the activity. Missing where there are none, or the actor may not know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// Where it takes place: the number of a place in a matrix of travel times, from 0. Nobody
    /// knows, or it matters to no journey, where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u32>,
}

/// Somebody, with all that keeps them from work.
///
/// ```
/// use callout_core::availability::Worker;
/// let vrana: Worker = serde_json::from_str(r#"{
///     "working_time": {
///         "zone": "Europe/Prague",
///         "hours": [{"weekday": "friday", "from": "07:00:00", "to": "15:30:00"}]
///     },
///     "busy": [{
///         "period": {"from": "2026-10-16T08:00:00+02:00", "to": "2026-10-16T10:00:00+02:00"},
///         "why": "visit"
///     }]
/// }"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Worker {
    /// The hours of a common week, days of their own, public holidays.
    #[serde(default)]
    pub working_time: WorkingTime,
    /// Absences, visits and what other calendars say, in any order.
    #[serde(default)]
    pub busy: Vec<Busy>,
}

/// When somebody is free within a period, and why not at other times.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreeBusy {
    /// The free periods, in order.
    pub free: Vec<Period>,
    /// All other times with their reasons, in order of their beginnings and cut to the period.
    pub busy: Vec<Busy>,
}

impl Worker {
    /// When the worker is free within a period, and why not at other times.
    ///
    /// ```
    /// use callout_core::{availability::Worker, schedule::Period};
    /// let period: Period = serde_json::from_str(
    ///     r#"{"from": "2026-10-16T00:00:00Z", "to": "2026-10-17T00:00:00Z"}"#)?;
    /// // Whose hours are not known is free.
    /// assert_eq!(Worker::default().free_busy(period).free, [period]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn free_busy(&self, within: Period) -> FreeBusy {
        let mut busy: Vec<Busy> = self.busy.iter().filter_map(|busy| busy.cut(within)).collect();
        let working = self.working_time.working(within);
        let free = without(&working, &times(&busy));
        let holidays = self.working_time.on_holidays(within);
        let on_holidays = joined(holidays.iter().map(|(period, _)| *period).collect());
        let holiday = |(period, holiday): &(Period, crate::schedule::Holiday)| Busy {
            period: *period,
            why: Why::Holiday,
            what: holiday.name.to_owned(),
            place: None,
        };
        busy.extend(holidays.iter().map(holiday));
        let off =
            |period: Period| Busy { period, why: Why::OffHours, what: String::new(), place: None };
        let outside = without(&without(&joined(vec![within]), &working), &on_holidays);
        busy.extend(outside.into_iter().map(off));
        busy.sort_by_key(|busy| (busy.period, busy.why));
        FreeBusy { free, busy }
    }

    /// Whether the worker is free for a whole period, which may span breaks.
    pub fn is_free(&self, period: Period) -> bool {
        let meets = |busy: &Busy| busy.period.overlaps(period);
        !self.busy.iter().any(meets) && spanned(&self.working_time.working(period), period)
    }
}

impl Busy {
    fn cut(&self, within: Period) -> Option<Busy> {
        let period = self.period.cut(within)?;
        Some(Busy { period, ..self.clone() })
    }
}

/// The times of what keeps somebody from work, those that touch as one.
pub(crate) fn times(busy: &[Busy]) -> Vec<Period> {
    joined(busy.iter().map(|busy| busy.period).collect())
}
