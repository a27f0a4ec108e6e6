//! Time: what happened is an [`Instant`], what is planned is a [`WallTime`] (ruling R2).

mod holidays;
mod hours;
mod instant;
mod period;
mod recurrence;
mod wall_time;
mod working_time;

pub use holidays::{COUNTRIES as HOLIDAY_COUNTRIES, Holiday, holidays};
pub use hours::{Cycle, Hours, TimesOfDay, Weekday};
pub(crate) use hours::{HoursFault, sound as sound_hours, sound_day};
pub use instant::Instant;
pub use period::Period;
pub(crate) use period::{joined, shared, without};
pub use recurrence::{RuleFault, occurrences};
pub use wall_time::{Planned, WallTime, Zone};
pub(crate) use wall_time::{of_a_day, on_a_calendar};
pub use working_time::{DayHours, WorkingTime};
pub(crate) use working_time::{LONGEST_BREAK, MAX_DAYS, spanned};
