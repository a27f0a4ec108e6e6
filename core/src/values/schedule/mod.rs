//! Time: what happened is an [`Instant`], what is planned is a [`WallTime`] (ruling R2).

mod instant;
mod recurrence;
mod wall_time;

pub use instant::Instant;
pub use recurrence::{RuleFault, occurrences};
pub use wall_time::{Planned, WallTime, Zone};
pub(crate) use wall_time::{of_a_day, on_a_calendar};
