//! When a message says that it was sent, also in the forms that RFC 5322 does not know.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use mail_parser::Message;

/// The moment of the header Date.
pub(super) fn of(message: &Message<'_>) -> Option<DateTime<Utc>> {
    let raw = message.header_raw("Date")?.trim();
    let strict = || {
        let date = message.date().filter(|date| date.is_valid())?;
        DateTime::from_timestamp(date.to_timestamp(), 0)
    };
    // The parser makes a day of any three numbers: what chrono reads whole goes before.
    chrono::DateTime::parse_from_rfc2822(raw)
        .or_else(|_| chrono::DateTime::parse_from_rfc3339(raw))
        .map(|date| date.to_utc())
        .ok()
        .or_else(|| loose(raw))
        .or_else(strict)
}

/// `3 November 2026 10:15:00 +0100`, `03-Nov-2026 10:15`, `2026-11-03 10:15:00Z`. Without a zone it
/// is UTC, as `-0000` is (RFC 5322, 3.3).
fn loose(raw: &str) -> Option<DateTime<Utc>> {
    let plain = without_comments(raw).replace(',', " ");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.first().is_some_and(|word| word.chars().all(char::is_alphabetic)) && words.len() > 1 {
        words.remove(0);
    }
    let first = words.first()?;
    let (day, rest): (NaiveDate, &[&str]) = match first.split_once('T') {
        Some((day, _)) if day.len() == 10 => (iso(day)?, &[]),
        _ => match iso(first).or_else(|| named(&first.split('-').collect::<Vec<_>>())) {
            Some(day) => (day, words.get(1..)?),
            None => (named(words.get(..3)?)?, words.get(3..)?),
        },
    };
    let time = first.split_once('T').map(|(_, time)| time).filter(|_| first.len() > 10);
    let mut rest = time.into_iter().chain(rest.iter().copied());
    let clock = rest.next()?;
    let cut = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(cut);
    let clock = clock.split('.').next()?;
    let time = ["%H:%M:%S", "%H:%M"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(clock, form).ok())?;
    let zone = if zone.is_empty() { rest.next().unwrap_or_default() } else { zone };
    let seconds = offset(zone)?;
    let moment =
        NaiveDateTime::new(day, time).checked_sub_signed(chrono::TimeDelta::seconds(seconds))?;
    Some(moment.and_utc())
}

/// Comments may stand anywhere, and inside one another (RFC 5322, 3.2.2).
fn without_comments(raw: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        let was = depth;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        was == 0 && depth == 0
    };
    raw.chars().filter(outside).collect()
}

fn iso(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// Day, month by its English name, year.
fn named(parts: &[&str]) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let &[day, month, year] = parts else { return None };
    let month = month.to_ascii_lowercase();
    let number = MONTHS.iter().position(|name| month.starts_with(name))?;
    let year: i32 = year.parse().ok()?;
    let year = match year {
        0..=49 => year + 2000,
        50..=99 => year + 1900,
        year => year,
    };
    NaiveDate::from_ymd_opt(year, u32::try_from(number).ok()? + 1, day.parse().ok()?)
}

/// Seconds east of Greenwich.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.chars().next() {
        None => return Some(0),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => {
            let hours = match zone.to_ascii_uppercase().as_str() {
                "Z" | "UT" | "UTC" | "GMT" => 0,
                "CET" => 1,
                "CEST" | "EET" => 2,
                "EEST" => 3,
                _ => return None,
            };
            return Some(hours * 3600);
        }
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        4 => (digits.get(..2)?.parse::<i64>().ok()?, digits.get(2..)?.parse::<i64>().ok()?),
        1 | 2 => (digits.parse().ok()?, 0),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_date() {
        for (raw, moment) in [
            ("03-Nov-2026 10:15:00 +0100", Some("2026-11-03T09:15:00Z")),
            ("3 November 2026 10:15 +0100", Some("2026-11-03T09:15:00Z")),
            ("Tuesday, 3 November 2026 10:15:00", Some("2026-11-03T10:15:00Z")),
            ("2026-11-03T10:15:00+01:00", Some("2026-11-03T09:15:00Z")),
            ("2026-11-03 10:15:00Z", Some("2026-11-03T10:15:00Z")),
            ("2026-11-03T10:15", Some("2026-11-03T10:15:00Z")),
            ("3 Nov 26 10:15:00 CET", Some("2026-11-03T09:15:00Z")),
            ("3 Nov 2026 10:15:00 (CET) +0100", Some("2026-11-03T09:15:00Z")),
            ("31 Nov 2026 10:15:00", None),
            ("zítra", None),
            ("", None),
        ] {
            let read = loose(raw);
            assert_eq!(read, moment.and_then(|moment| moment.parse().ok()), "{raw}");
        }
    }
}
