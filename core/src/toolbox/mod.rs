//! What needs no engine: pure functions for hosts that want one part. In C and Python they are
//! asked by their names ([`tool`](crate::engine::tool)), in Rust called as what they are.

mod recurrence;
mod refusal;
mod routes;

pub use recurrence::{ExpandRecurrence, Occurrences};
pub use refusal::ToolFault;
pub use routes::PlanRoutes;

use crate::availability::{FreeBusy, Worker};
use crate::error::Error;
use crate::schedule::{HOLIDAY_COUNTRIES, Holiday, Period, holidays};
use serde::{Deserialize, Serialize};

/// Whose public holidays, and of which year?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HolidaysOf {
    /// The country, ISO 3166-1 alpha-2: `CZ` (`TOOL-HOLIDAYS-01` where its holidays are not known).
    pub country: String,
    /// The year, 2000 to 2199 (`TOOL-HOLIDAYS-01`); those to come by the law of today.
    pub year: i32,
}

/// The public holidays of a year, on which nobody works by law.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holidays {
    /// The days in order.
    pub holidays: Vec<Holiday>,
}

impl HolidaysOf {
    /// The days.
    ///
    /// # Errors
    /// `TOOL-HOLIDAYS-01`.
    pub fn list(&self) -> Result<Holidays, Error> {
        let found = holidays(&self.country, self.year);
        let unknown = || ToolFault::NoHolidays {
            country: self.country.clone(),
            year: self.year.to_string(),
            known: HOLIDAY_COUNTRIES.to_vec(),
        };
        Ok(Holidays { holidays: found.ok_or_else(unknown)? })
    }
}

/// When are these free?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FreeBusyOf {
    /// From when until when; 800 days at the most (`TOOL-TIME-01`).
    pub within: Period,
    /// Each who is meant, with all that keeps him from work.
    pub workers: Vec<Worker>,
}

/// When they are free.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreeBusyTimes {
    /// The times of each, in the order in which they were given.
    pub workers: Vec<FreeBusy>,
}

/// So many days are looked at for somebody at the most.
const MAX_DAYS: u64 = 800;

impl FreeBusyOf {
    /// Their times.
    ///
    /// # Errors
    /// `TOOL-TIME-01`.
    pub fn list(&self) -> Result<FreeBusyTimes, Error> {
        let days = self.within.seconds().unsigned_abs().div_ceil(86_400);
        if self.within.is_empty() || days > MAX_DAYS {
            return Err(ToolFault::NoTime { days, most: MAX_DAYS }.into());
        }
        let workers = self.workers.iter().map(|worker| worker.free_busy(self.within));
        Ok(FreeBusyTimes { workers: workers.collect() })
    }
}

/// Hands the list of tools to a macro: name, what is asked, what answers it.
macro_rules! list {
    ($with:ident) => {
        $with! {
            "expand_recurrence": $crate::toolbox::ExpandRecurrence, $crate::toolbox::Occurrences
                => $crate::toolbox::ExpandRecurrence::expand,
            "find_slots": $crate::slot::FindSlots, $crate::slot::Slots
                => $crate::slot::FindSlots::find,
            "free_busy": $crate::toolbox::FreeBusyOf, $crate::toolbox::FreeBusyTimes
                => $crate::toolbox::FreeBusyOf::list,
            "plan_routes": $crate::toolbox::PlanRoutes, $crate::route::Plan
                => $crate::toolbox::PlanRoutes::plan,
            "holidays": $crate::toolbox::HolidaysOf, $crate::toolbox::Holidays
                => $crate::toolbox::HolidaysOf::list,
        }
    };
}
pub(crate) use list;
