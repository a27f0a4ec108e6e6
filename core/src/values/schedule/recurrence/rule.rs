//! A rule, read part by part: what the host wrote is told when it is wrong, in its own words.

use super::short_months;
use super::{RuleFault, ShortMonths};
use crate::schedule::{Instant, WallTime};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeZone, Utc};
use rrule::{Frequency, NWeekday, RRule, Unvalidated};
use std::collections::BTreeSet;

/// What a rule says.
pub(super) struct Rule {
    /// Each day that one of them falls on.
    pub(super) parts: Vec<RRule<Unvalidated>>,
    /// How many there are from the anchor on; no end where it is missing.
    pub(super) count: Option<u16>,
    /// The last moment that the clock on the wall shows; no end where it is missing.
    pub(super) until: Option<NaiveDateTime>,
    /// How many seconds lie between its moments, where it goes by hours or finer.
    pub(super) seconds: Option<i64>,
}

impl Rule {
    /// What a text says; where days that a month does not have are taken on its last, and several
    /// on a day are taken at all.
    pub(super) fn read(
        rule: &str,
        anchor: WallTime,
        (short, several): (ShortMonths, bool),
    ) -> Result<Rule, RuleFault> {
        let text = rule.trim();
        let text = text.strip_prefix("RRULE:").unwrap_or(text);
        let (mut seen, mut kept) = (BTreeSet::new(), Vec::new());
        let mut omits = short == ShortMonths::Skip;
        let (mut count, mut until) = (None, None);
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let unreadable = || RuleFault::Unreadable(part.to_owned());
            let (key, value) = part.split_once('=').ok_or_else(unreadable)?;
            let (key, value) = (key.to_ascii_uppercase(), value.to_ascii_uppercase());
            // Each number counts from one, or from the end.
            let nothing = |item: &str| {
                let number = item.trim_start_matches('-').trim_end_matches(char::is_alphabetic);
                item.is_empty() || item.contains('+') || number == "0"
            };
            let counted = !["BYHOUR", "BYMINUTE", "BYSECOND"].contains(&key.as_str());
            let odd = value.split(',').any(|item| item.is_empty() || (counted && nothing(item)));
            if odd || !seen.insert(key.clone()) {
                return Err(unreadable());
            }
            match (key.as_str(), value.as_str()) {
                ("SKIP", "OMIT") => omits = true,
                ("SKIP", "BACKWARD") => omits = false,
                ("RSCALE", "GREGORIAN") => {}
                ("SKIP", "FORWARD") | ("RSCALE", _) => {
                    return Err(RuleFault::NotBuilt(part.to_owned()));
                }
                ("COUNT", value) => {
                    let number = value.parse().ok().filter(|number| *number > 0);
                    count = Some(number.ok_or_else(unreadable)?);
                }
                ("UNTIL", value) => until = Some(end(value, anchor).ok_or_else(unreadable)?),
                ("INTERVAL", value) if value.parse::<u16>().is_ok_and(|number| number == 0) => {
                    return Err(unreadable());
                }
                _ => kept.push(format!("{key}={value}")),
            }
            // An end by number and by day are two ends.
            if count.is_some() && until.is_some() {
                return Err(unreadable());
            }
        }
        let parsed = parsed(&kept, text)?;
        sound(&parsed, &kept, several)?;
        let unit = match parsed.get_freq() {
            Frequency::Hourly => Some(3_600),
            Frequency::Minutely => Some(60),
            Frequency::Secondly => Some(1),
            _ => None,
        };
        let seconds = unit.map(|unit| unit * i64::from(parsed.get_interval().max(1)));
        let parts =
            if omits { vec![parsed] } else { short_months::parts(parsed, anchor.local.date())? };
        Ok(Rule {
            parts: parts.into_iter().map(|part| in_its_week(part, anchor)).collect(),
            count,
            until,
            seconds,
        })
    }
}

/// The parts together; where they are none, the first that is none alone.
fn parsed(kept: &[String], whole: &str) -> Result<RRule<Unvalidated>, RuleFault> {
    if let Ok(rule) = kept.join(";").parse() {
        return Ok(rule);
    }
    let freq = kept.iter().find(|part| part.starts_with("FREQ="));
    let alone = |part: &&String| match freq {
        Some(freq) if freq != *part => {
            format!("{freq};{part}").parse::<RRule<Unvalidated>>().is_err()
        }
        _ => part.parse::<RRule<Unvalidated>>().is_err(),
    };
    let blamed = if freq.is_none() { None } else { kept.iter().find(alone) };
    Err(RuleFault::Unreadable(blamed.map_or(whole, String::as_str).to_owned()))
}

fn sound(rule: &RRule<Unvalidated>, kept: &[String], several: bool) -> Result<(), RuleFault> {
    let times = [rule.get_by_hour(), rule.get_by_minute(), rule.get_by_second()];
    let often = rule.get_freq() > Frequency::Daily || times.iter().any(|times| times.len() > 1);
    if often && !several {
        return Err(RuleFault::TwiceADay);
    }
    // RFC 5545: a number before a weekday counts within months and years alone.
    let nth = rule.get_by_weekday().iter().any(|day| matches!(day, NWeekday::Nth(..)));
    let counts = matches!(rule.get_freq(), Frequency::Monthly | Frequency::Yearly)
        && rule.get_by_week_no().is_empty();
    if nth && !counts {
        let part = kept.iter().find(|part| part.starts_with("BYDAY="));
        return Err(RuleFault::Unreadable(part.cloned().unwrap_or_default()));
    }
    Ok(())
}

/// A week of the year has the anchor's weekday, where none is given (RFC 5545, 3.3.10).
fn in_its_week(rule: RRule<Unvalidated>, anchor: WallTime) -> RRule<Unvalidated> {
    let days =
        rule.get_by_weekday().len() + rule.get_by_month_day().len() + rule.get_by_year_day().len();
    if rule.get_by_week_no().is_empty() || days > 0 {
        return rule;
    }
    rule.by_weekday(vec![NWeekday::Every(anchor.local.weekday())])
}

/// An end with `Z` is an instant (RFC 5545, 3.3.10): what the wall shows then ends the rule.
/// Without it is what the wall shows, and a day ends at midnight.
fn end(value: &str, anchor: WallTime) -> Option<NaiveDateTime> {
    if let Some(value) = value.strip_suffix('Z') {
        let instant = NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").ok()?;
        return Some(anchor.zone.wall(Instant::new(Utc.from_utc_datetime(&instant))));
    }
    let moment = NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").ok();
    let day = || NaiveDate::parse_from_str(value, "%Y%m%d").ok()?.and_hms_opt(23, 59, 59);
    moment.or_else(day)
}
