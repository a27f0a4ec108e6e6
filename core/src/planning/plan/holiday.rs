//! What becomes of an occurrence on a public holiday: the day on which it is done moves, and the
//! occurrence stays the one of its original day (R7, E29).

use crate::schedule::holidays;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Where an occurrence goes that falls on a public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShiftTo {
    /// To the last working day before it.
    Before,
    /// To the first working day after it.
    After,
    /// Nowhere: it is left out.
    Skip,
}

/// What becomes of an occurrence on a public holiday.
///
/// ```
/// use callout_core::plan::{HolidayShift, ShiftTo};
/// let after = HolidayShift { country: "CZ".into(), to: ShiftTo::After };
/// // Christmas Eve is a Thursday; the next working day is Monday.
/// let christmas = "2026-12-24".parse()?;
/// assert_eq!(after.day(christmas), Some("2026-12-28".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HolidayShift {
    /// The country whose public holidays are meant, ISO 3166-1 alpha-2: `CZ`
    /// (`PLAN-HOLIDAY-01` where they are not known).
    pub country: String,
    /// Where the occurrence goes.
    pub to: ShiftTo,
}

/// No holidays stand closer together than so many days without a day of work between.
const FARTHEST: u64 = 14;

impl HolidayShift {
    /// The day on which an occurrence of a day is done; nothing where it is left out. A day that is
    /// no public holiday stays what it is, also a Sunday: the rule wanted it.
    pub fn day(&self, day: NaiveDate) -> Option<NaiveDate> {
        let free = |day: NaiveDate| {
            let days = holidays(&self.country, day.year()).unwrap_or_default();
            days.iter().any(|holiday| holiday.date == day)
        };
        if !free(day) {
            return Some(day);
        }
        let works =
            |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !free(*day);
        let away = (1..=FARTHEST).map(Days::new);
        match self.to {
            ShiftTo::Skip => None,
            ShiftTo::Before => away.filter_map(|by| day.checked_sub_days(by)).find(works),
            ShiftTo::After => away.filter_map(|by| day.checked_add_days(by)).find(works),
        }
    }
}
