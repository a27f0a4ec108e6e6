//! Recurrence rules (RFC 5545, 3.3.10), expanded from their anchor.

mod rule;
mod short_months;
#[cfg(test)]
mod tests;

use super::WallTime;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};
use rule::Rule;

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
    let rule = Rule::read(rule, anchor)?;
    let first = after.map_or(Some(NaiveDate::MIN), |after| after.checked_add_days(Days::new(1)));
    let Some(first) = first else { return Ok(Vec::new()) };
    let end = until.and_hms_opt(23, 59, 59).unwrap_or(anchor.local);
    let end = rule.until.map_or(end, |until| until.min(end));
    // What is counted is counted from the anchor.
    let (begins, wanted) = match rule.count {
        Some(count) => (NaiveDate::MIN, usize::from(count)),
        None => (first, most),
    };
    let mut found = Vec::new();
    for part in rule.parts {
        found.extend(expanded(part, anchor.local, (begins, end), wanted)?);
    }
    found.sort();
    found.dedup();
    found.truncate(wanted);
    found.retain(|at| at.date() >= first);
    found.truncate(most);
    Ok(found)
}

fn expanded(
    part: RRule<Unvalidated>,
    anchor: NaiveDateTime,
    (begins, end): (NaiveDate, NaiveDateTime),
    most: usize,
) -> Result<Vec<NaiveDateTime>, RuleFault> {
    // Expanded as if in UTC: the rule speaks of what the clock on the wall shows.
    let utc = |local: NaiveDateTime| Tz::UTC.from_utc_datetime(&local);
    let start = utc(anchor);
    let shown = part.to_string();
    let rule = part.validate(start).map_err(|_| RuleFault::Unreadable(shown))?;
    let mut set = RRuleSet::new(start).rrule(rule).limit();
    if begins > anchor.date() {
        set = set.after(utc(begins.and_time(NaiveTime::MIN)));
    }
    if end.date() < NaiveDate::MAX {
        set = set.before(utc(end));
    }
    let found = set.all(u16::try_from(most).unwrap_or(u16::MAX));
    Ok(found.dates.into_iter().map(|at| at.naive_utc()).collect())
}
