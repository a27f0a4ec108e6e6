//! The times of a recurrence (RFC 5545, 3.8.5).

use super::ToolFault;
use crate::error::Error;
use crate::schedule::{Planned, Recurrence, RuleFault, ShortMonths, WallTime, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// So many times are told at the most.
const MAX_TIMES: u32 = 10_000;

/// So many times stand beside a rule, or are left out, at the most.
const MAX_BESIDE: usize = 2_000;

/// When does it recur?
///
/// ```
/// use callout_core::toolbox::ExpandRecurrence;
/// let ask: ExpandRecurrence = serde_json::from_str(r#"{
///     "start": {"local": "2026-01-31T08:00:00", "zone": "Europe/Prague"},
///     "rrule": "FREQ=MONTHLY", "limit": 3, "short_months": "last_day"
/// }"#)?;
/// let days: Vec<String> =
///     ask.expand()?.occurrences.iter().map(|at| at.local.date().to_string()).collect();
/// assert_eq!(days, ["2026-01-31", "2026-02-28", "2026-03-31"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpandRecurrence {
    /// The local time, with its zone, from which the rule counts (DTSTART). It is among the times
    /// where the rule gives it, or there is no rule.
    pub start: WallTime,
    /// The rule (RRULE), with or without its name: `FREQ=MONTHLY;BYDAY=1TU`. `TOOL-RULE-01` where
    /// it is none. Only the start, and what `rdate` says, where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rrule: Option<String>,
    /// Local times beside the rule (RDATE), 2,000 at the most (`TOOL-RULE-04`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rdate: Vec<NaiveDateTime>,
    /// Local times that are left out (EXDATE), 2,000 at the most (`TOOL-RULE-04`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exdate: Vec<NaiveDateTime>,
    /// The first local time that is told, included; from the beginning where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDateTime>,
    /// The last local day of which times are told; to the end of the year 9999 where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// How many are told at the most, 1 to 10,000 (`TOOL-RULE-04`).
    pub limit: u32,
    /// What becomes of a day that a month does not have: left out as RFC 5545 says where this is
    /// missing, or the month's last day as plans take it (R7). `SKIP` in the rule (RFC 7529) goes
    /// before it.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub short_months: ShortMonths,
}

/// When it recurs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Occurrences {
    /// The times in order. One that no clock shows, as it is put forward, means the moment by which
    /// it is put forward; of one that comes twice the first is meant (RFC 5545, 3.3.5).
    pub occurrences: Vec<Planned>,
    /// Whether there are no more up to `until`.
    pub complete: bool,
}

impl ExpandRecurrence {
    /// The times.
    ///
    /// # Errors
    /// `TOOL-RULE-01` to `TOOL-RULE-04`.
    pub fn expand(&self) -> Result<Occurrences, Error> {
        let beside = self.rdate.len().max(self.exdate.len());
        if self.limit == 0 || self.limit > MAX_TIMES || beside > MAX_BESIDE {
            let (most, beside) = (MAX_TIMES, MAX_BESIDE as u32);
            return Err(ToolFault::TooManyTimes { most, beside }.into());
        }
        let recurrence = Recurrence {
            rule: self.rrule.as_deref(),
            anchor: self.start,
            also: &self.rdate,
            except: &self.exdate,
            short_months: self.short_months,
            several_a_day: true,
        };
        let end =
            |day: NaiveDate| NaiveTime::from_hms_opt(23, 59, 59).map(|time| day.and_time(time));
        // What RFC 3339 can write.
        let ever = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
        let last = end(self.until.unwrap_or(ever).min(ever)).unwrap_or(NaiveDateTime::MAX);
        let first = self.from.unwrap_or(NaiveDateTime::MIN);
        // One more than is told says whether there are more.
        let most = self.limit as usize;
        let mut found = recurrence.within((first, last), most + 1).map_err(fault)?;
        let complete = found.len() <= most;
        found.truncate(most);
        let zone: Zone = self.start.zone;
        let planned = |local: NaiveDateTime| WallTime::first(local, zone).resolve();
        Ok(Occurrences { occurrences: found.into_iter().map(planned).collect(), complete })
    }
}

fn fault(fault: RuleFault) -> ToolFault {
    match fault {
        RuleFault::Unreadable(part) => ToolFault::BadRule { part },
        RuleFault::TwiceADay | RuleFault::LosesDays => ToolFault::LosesDays {},
        RuleFault::NotBuilt(part) => ToolFault::RuleNotBuilt { part },
        RuleFault::TooFine => ToolFault::RuleTooFine {},
    }
}
