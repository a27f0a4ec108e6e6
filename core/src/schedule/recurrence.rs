//! Recurrence rules (RFC 5545, 3.3.10), expanded from their anchor.

use super::{Instant, WallTime, Zone};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeZone};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};

/// Why a rule cannot be expanded, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFault(pub String);

/// The local times of a rule's occurrences after a day and up to another, `most` at the most.
/// Always computed from the anchor: nothing that happened to one occurrence shifts the next. In a
/// month without the 29th, 30th or 31st its last day is taken (R7), unless the rule ends with
/// `;SKIP=OMIT` (RFC 7529).
///
/// # Errors
/// [`RuleFault`] for what is no rule, for one that falls on a day more than once, or one that finds
/// nothing within the search's bound.
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
    let (rule, omits) = match rule.strip_suffix(";SKIP=OMIT") {
        Some(rule) => (rule, true),
        None => (rule, false),
    };
    let mut parsed: RRule<Unvalidated> = rule.parse().map_err(fault)?;
    once_a_day(&parsed)?;
    if !omits {
        parsed = in_short_months(parsed, anchor.local.date())?;
    }
    parsed = until_by_the_wall(parsed, anchor.zone);
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

/// An end with `Z` is an instant (RFC 5545, 3.3.10): what the wall shows then ends the rule.
fn until_by_the_wall(rule: RRule<Unvalidated>, zone: Zone) -> RRule<Unvalidated> {
    let Some(until) = rule.get_until().filter(|until| until.timezone() == Tz::UTC) else {
        return rule;
    };
    let wall = zone.wall(Instant::new(until.with_timezone(&chrono::Utc)));
    rule.until(Tz::UTC.from_utc_datetime(&wall))
}

/// An occurrence is known by its day (R7): a day has one at most.
fn once_a_day(rule: &RRule<Unvalidated>) -> Result<(), RuleFault> {
    let times = [rule.get_by_hour(), rule.get_by_minute(), rule.get_by_second()];
    if rule.get_freq() > Frequency::Daily || times.iter().any(|times| times.len() > 1) {
        return Err(RuleFault("it falls on a day more than once".to_owned()));
    }
    Ok(())
}

/// Lets a rule on the 29th, 30th or 31st take the last day of a month that is shorter: of the
/// days from the 28th on, the last one that there is. A rule for which that takes several rules is
/// refused: it would lose a day without a word.
fn in_short_months(
    rule: RRule<Unvalidated>,
    anchor: NaiveDate,
) -> Result<RRule<Unvalidated>, RuleFault> {
    let plain = rule.get_by_weekday().is_empty()
        && rule.get_by_set_pos().is_empty()
        && rule.get_by_year_day().is_empty()
        && rule.get_by_week_no().is_empty();
    let days_of_month = rule.get_by_month_day();
    if rule.get_by_year_day().iter().any(|day| day.abs() == 366) {
        return Err(loses_days());
    }
    let day = match days_of_month {
        [] => anchor.day() as i8,
        [day] => *day,
        days if plain && days.iter().any(|day| day.abs() > 28) => return Err(loses_days()),
        _ => return Ok(rule),
    };
    let months = rule.get_by_month().len();
    let monthly = rule.get_freq() == Frequency::Monthly;
    // A yearly rule without a month takes the anchor's; one with several would need several rules.
    let yearly = rule.get_freq() == Frequency::Yearly
        && (months == 1 || (months == 0 && rule.get_by_month_day().is_empty()));
    let short = day.abs() > 28;
    if plain && short && !(monthly || yearly) && rule.get_freq() == Frequency::Yearly {
        return Err(loses_days());
    }
    if !plain || day < 29 || !(monthly || yearly) {
        return Ok(rule);
    }
    let days = (28..=day).collect();
    let month = chrono::Month::try_from(anchor.month() as u8).unwrap_or(chrono::Month::January);
    let rule = if yearly && months == 0 { rule.by_month(&[month]) } else { rule };
    Ok(rule.by_month_day(days).by_set_pos(vec![-1]))
}

fn loses_days() -> RuleFault {
    let what = "months and years that are too short for it would lose a day: set a plan up for each \
        day and month apart, or end the rule with ;SKIP=OMIT";
    RuleFault(what.to_owned())
}
