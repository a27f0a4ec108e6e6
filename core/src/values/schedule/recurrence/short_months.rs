//! A month without the 29th, 30th or 31st has its last day instead (R7, E28).

use super::RuleFault;
use chrono::{Datelike, Month, NaiveDate};
use rrule::{Frequency, NWeekday, RRule, Unvalidated};

/// The rules that together fall on each day that a rule means: of the days from the 28th to the
/// one that is meant, the last that there is, each of them in each month. What no last day can
/// stand for is refused: it would lose a day without a word.
pub(super) fn parts(
    rule: RRule<Unvalidated>,
    anchor: NaiveDate,
) -> Result<Vec<RRule<Unvalidated>>, RuleFault> {
    let days = rule.get_by_month_day().to_vec();
    let leap = rule.get_by_year_day().iter().any(|day| day.unsigned_abs() == 366);
    let last_of_year = |day: &NWeekday| matches!(day, NWeekday::Nth(n, _) if n.abs() == 53);
    let last_of_year = rule.get_by_weekday().iter().any(last_of_year);
    let long = rule.get_by_week_no().iter().any(|week| week.unsigned_abs() == 53);
    let from_the_end = days.iter().any(|day| *day < -28);
    if leap || long || last_of_year || from_the_end {
        return Err(RuleFault::LosesDays);
    }
    // Those that must be a certain weekday, or in a certain week, are meant to be missing.
    let weekly = !rule.get_by_weekday().is_empty()
        || !rule.get_by_year_day().is_empty()
        || !rule.get_by_week_no().is_empty();
    if weekly {
        return Ok(vec![rule]);
    }
    let meant = if days.is_empty() { vec![anchor.day() as i8] } else { days.clone() };
    let (high, low): (Vec<i8>, Vec<i8>) = meant.into_iter().partition(|day| *day > 28);
    let by_months = matches!(rule.get_freq(), Frequency::Monthly | Frequency::Yearly);
    if !by_months {
        // Each day, or week, that is a 31st.
        return if days.iter().any(|day| *day > 28) {
            Err(RuleFault::LosesDays)
        } else {
            Ok(vec![rule])
        };
    }
    if !rule.get_by_set_pos().is_empty() {
        let last = high.iter().max().copied().unwrap_or(28);
        let whole = rule.get_by_set_pos() == [-1] && (28..=last).all(|day| days.contains(&day));
        return if high.is_empty() || whole { Ok(vec![rule]) } else { Err(RuleFault::LosesDays) };
    }
    if high.is_empty() {
        return Ok(vec![rule]);
    }
    let months = months(&rule, &days, anchor);
    let mut parts = Vec::new();
    if !low.is_empty() {
        parts.push(rule.clone().by_month(&months).by_month_day(low));
    }
    let last = |rule: RRule<Unvalidated>, day| {
        rule.by_month_day((28..=day).collect()).by_set_pos(vec![-1])
    };
    for day in high {
        match rule.get_freq() {
            // The last of each month, and not of the year.
            Frequency::Yearly => {
                parts
                    .extend(months.iter().map(|month| last(rule.clone().by_month(&[*month]), day)));
            }
            _ => parts.push(last(rule.clone(), day)),
        }
    }
    Ok(parts)
}

/// The months of a rule: all that it names; of a yearly one that names none, the anchor's, or all
/// where it names days (RFC 5545, 3.3.10).
fn months(rule: &RRule<Unvalidated>, days: &[i8], anchor: NaiveDate) -> Vec<Month> {
    let numbers: Vec<u8> = match (rule.get_freq(), rule.get_by_month()) {
        (Frequency::Yearly, []) if days.is_empty() => vec![anchor.month() as u8],
        (Frequency::Yearly, []) => (1..=12).collect(),
        (_, named) => named.to_vec(),
    };
    numbers.into_iter().filter_map(|number| Month::try_from(number).ok()).collect()
}
