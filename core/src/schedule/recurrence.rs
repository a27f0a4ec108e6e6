//! Recurrence rules (RFC 5545, 3.3.10), expanded from their anchor.

use super::WallTime;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeZone};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};

/// Why a rule cannot be expanded, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFault(pub String);

/// The local times of a rule's occurrences after a day and up to another, `most` at the most.
/// Always computed from the anchor: nothing that happened to one occurrence shifts the next.
///
/// # Errors
/// [`RuleFault`] for what is no rule, or one that finds nothing within the search's bound.
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
    let fault = |reason: rrule::RRuleError| RuleFault(reason.to_string());
    let parsed: RRule<Unvalidated> = rule.parse().map_err(fault)?;
    // Expanded as if in UTC: the rule speaks of what the clock on the wall shows.
    let start = Tz::UTC.from_utc_datetime(&anchor.local);
    let rule = parsed.validate(start).map_err(fault)?;
    let mut set = RRuleSet::new(start).rrule(rule).limit();
    if let Some(next) = after.and_then(|after| after.checked_add_days(Days::new(1))) {
        let midnight = Tz::UTC.from_utc_datetime(&next.and_time(chrono::NaiveTime::MIN));
        set = set.after(midnight);
    }
    let most = u16::try_from(most).unwrap_or(u16::MAX);
    if until < NaiveDate::MAX {
        let end = until.and_hms_opt(23, 59, 59).unwrap_or(anchor.local);
        set = set.before(Tz::UTC.from_utc_datetime(&end));
    }
    let found = set.all(most);
    Ok(found.dates.into_iter().map(|at| at.naive_utc()).collect())
}
