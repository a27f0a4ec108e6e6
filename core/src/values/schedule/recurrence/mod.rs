//! Recurrence rules (RFC 5545, 3.3.10), expanded from their anchor.

mod rule;
mod short_months;
#[cfg(test)]
mod tests;

use super::WallTime;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeZone};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};
use rule::Rule;
use serde::{Deserialize, Serialize};

/// Why a rule cannot be expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// The part that is none of a rule, stands twice, or goes with no other part; the whole rule
    /// where no part of it is to blame.
    Unreadable(String),
    /// It falls on a day more than once, and an occurrence is known by its day (R7).
    TwiceADay,
    /// The years or months that are too short for it would lose a day, and no last day can stand
    /// for it. Days apart, or `SKIP=OMIT`, say what is meant.
    LosesDays,
    /// The part asks for what is not built: a calendar that is not the Gregorian, or days that are
    /// put off to the next month (`SKIP=FORWARD`, RFC 7529).
    NotBuilt(String),
    /// It goes through too many hours, minutes or seconds before one that is told.
    TooFine,
}

/// So many moments of a rule by hours or finer are gone through before the first that is told.
const MOST_MOMENTS: i64 = 1_000_000;

/// What becomes of a day that a month does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShortMonths {
    /// The month is left out, as RFC 5545 has it.
    #[default]
    Skip,
    /// Its last day is taken, as plans do (R7), unless the rule says `SKIP=OMIT` (RFC 7529).
    LastDay,
}

/// A set of local times as iCalendar has it: a rule, times beside it and times that are left out.
#[derive(Clone, Debug)]
pub(crate) struct Recurrence<'a> {
    /// The rule; none where only times beside it are meant.
    pub(crate) rule: Option<&'a str>,
    /// The time from which the rule counts.
    pub(crate) anchor: WallTime,
    /// Times beside the rule (RDATE).
    pub(crate) also: &'a [NaiveDateTime],
    /// Times that are left out (EXDATE).
    pub(crate) except: &'a [NaiveDateTime],
    /// What becomes of a day that a month does not have.
    pub(crate) short_months: ShortMonths,
    /// Whether there may be several on one day.
    pub(crate) several_a_day: bool,
}

impl Recurrence<'_> {
    /// The local times from one to another, both included, `most` at the most.
    pub(crate) fn within(
        &self,
        (first, last): (NaiveDateTime, NaiveDateTime),
        most: usize,
    ) -> Result<Vec<NaiveDateTime>, RuleFault> {
        let beside = self.also.len() + self.except.len();
        let mut found = match self.rule {
            Some(rule) => self.of_rule(rule, (first, last), most.saturating_add(beside))?,
            None => vec![self.anchor.local],
        };
        found.extend(self.also);
        found.retain(|at| *at >= first && *at <= last && !self.except.contains(at));
        found.sort();
        found.dedup();
        found.truncate(most);
        Ok(found)
    }

    fn of_rule(
        &self,
        rule: &str,
        (first, last): (NaiveDateTime, NaiveDateTime),
        most: usize,
    ) -> Result<Vec<NaiveDateTime>, RuleFault> {
        let rule = Rule::read(rule, self.anchor, (self.short_months, self.several_a_day))?;
        let last = rule.until.map_or(last, |until| until.min(last));
        if let Some(seconds) = rule.seconds
            && first.signed_duration_since(self.anchor.local).num_seconds() / seconds > MOST_MOMENTS
        {
            return Err(RuleFault::TooFine);
        }
        // What is counted is counted from the anchor.
        let (begins, wanted) = match rule.count {
            Some(count) => (NaiveDateTime::MIN, usize::from(count)),
            None => (first, most),
        };
        let mut found = Vec::new();
        for part in rule.parts {
            let days = rule.seconds.is_none();
            found.extend(expanded(part, self.anchor.local, (begins, last), (wanted, days))?);
        }
        found.sort();
        found.dedup();
        found.truncate(wanted);
        Ok(found)
    }
}

/// The local times of a rule's occurrences after a day and up to another, `most` at the most.
/// Always computed from the anchor: nothing that happened to one occurrence shifts the next. In a
/// month without the 29th, 30th or 31st its last day is taken (R7), unless the rule says
/// `SKIP=OMIT` (RFC 7529). An end (`UNTIL`) may be a day, what the clock shows, or an instant.
///
/// # Errors
/// [`RuleFault`] for what is no rule, falls on a day more than once, or would lose days.
///
/// ```
/// use callout_core::schedule::{WallTime, occurrences};
/// let anchor: WallTime = serde_json::from_str(
///     r#"{"local": "2026-03-23T08:00:00", "zone": "Europe/Prague"}"#).unwrap();
/// let found = occurrences("FREQ=WEEKLY", anchor, None, "2026-04-06".parse().unwrap(), 9).unwrap();
/// let shown: Vec<String> = found.iter().map(|at| at.to_string()).collect();
/// // Eight o'clock stays eight o'clock when summer time begins.
/// assert_eq!(shown, ["2026-03-23 08:00:00", "2026-03-30 08:00:00", "2026-04-06 08:00:00"]);
/// ```
pub fn occurrences(
    rule: &str,
    anchor: WallTime,
    after: Option<NaiveDate>,
    until: NaiveDate,
    most: usize,
) -> Result<Vec<NaiveDateTime>, RuleFault> {
    let recurrence = Recurrence {
        rule: Some(rule),
        anchor,
        also: &[],
        except: &[],
        short_months: ShortMonths::LastDay,
        several_a_day: false,
    };
    let first = match after {
        Some(after) => after.checked_add_days(Days::new(1)).and_then(|it| it.and_hms_opt(0, 0, 0)),
        None => Some(NaiveDateTime::MIN),
    };
    let last = until.and_hms_opt(23, 59, 59).unwrap_or(anchor.local);
    // After the last day of all there is none.
    first.map_or(Ok(Vec::new()), |first| recurrence.within((first, last), most))
}

fn expanded(
    part: RRule<Unvalidated>,
    anchor: NaiveDateTime,
    (begins, end): (NaiveDateTime, NaiveDateTime),
    (most, days): (usize, bool),
) -> Result<Vec<NaiveDateTime>, RuleFault> {
    // Expanded as if in UTC: the rule speaks of what the clock on the wall shows.
    let utc = |local: NaiveDateTime| Tz::UTC.from_utc_datetime(&local);
    let start = utc(anchor);
    let shown = part.to_string();
    let rule = part.validate(start).map_err(|_| RuleFault::Unreadable(shown))?;
    let mut set = RRuleSet::new(start).rrule(rule).limit();
    if begins > anchor {
        set = set.after(utc(begins));
    }
    if end.date() < NaiveDate::MAX {
        set = set.before(utc(end));
    }
    let found = set.all(u16::try_from(most).unwrap_or(u16::MAX));
    // After a hundred thousand that do not count the crate gives up: of days that is for ever, of
    // seconds a day.
    if found.limited && found.dates.len() < most && !days {
        return Err(RuleFault::TooFine);
    }
    Ok(found.dates.into_iter().map(|at| at.naive_utc()).collect())
}
