//! When a message says that it was sent, also in the forms that RFC 5322 does not know.

use super::notes::Notes;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use mail_parser::Message;

/// The moment of the header Date. What is read in no form is none: the parser makes a day of any
/// three numbers, and rolls over days that a month does not have.
pub(super) fn of(message: &Message<'_>, notes: &mut Notes) -> Option<DateTime<Utc>> {
    let raw = message.header_raw("Date")?.trim();
    let strict = chrono::DateTime::parse_from_rfc2822(raw)
        .or_else(|_| chrono::DateTime::parse_from_rfc3339(raw));
    if let Ok(date) = strict {
        return Some(date.to_utc());
    }
    let (moment, zone) = loose(raw)?;
    if !zone {
        notes.odd("its Date names a zone that is not known: it was read as UTC");
    }
    Some(moment)
}

/// `3 November 2026 10:15:00 +0100`, `03-Nov-2026 10:15`, `2026-11-03 10:15:00Z`, `Nov 3 10:15:00
/// 2026`, `3 Nov 2026 10.15 PM`; and whether its zone is known. Without one it is UTC, as `-0000`
/// is (RFC 5322, 3.3), and so is one that nobody knows (4.3).
fn loose(raw: &str) -> Option<(DateTime<Utc>, bool)> {
    let plain = without_comments(raw).replace(',', " ");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    // `2026-11-03T10:15`
    let split = words.first().and_then(|word| word.split_once('T'));
    if let Some((day, time)) = split.filter(|(day, _)| day.len() == 10) {
        words.splice(..1, [day, time]);
    }
    let weekday = |word: &str| word.chars().all(|c| c.is_alphabetic() || c == '.');
    if words.first().is_some_and(|word| weekday(word) && month(word).is_none()) {
        words.remove(0);
    }
    let (day, words) = day(&words)?;
    let mut words = words.into_iter().peekable();
    let (time, zone) = clock_of(words.next()?)?;
    let half = words.peek().and_then(|word| half(word));
    if half.is_some() {
        words.next();
    }
    let time = match half {
        Some(half) => in_half(time, half)?,
        None => time,
    };
    let zone = if zone.is_empty() { words.next().unwrap_or_default() } else { zone };
    let seconds = offset(zone)?;
    let since = chrono::TimeDelta::seconds(seconds.unwrap_or_default());
    let moment = NaiveDateTime::new(day, time).checked_sub_signed(since)?;
    Some((moment.and_utc(), seconds.is_some()))
}

/// The day that words begin with, and the words of its time. The year of C's `ctime` stands last,
/// behind the time and its zone.
fn day<'d>(words: &[&'d str]) -> Option<(NaiveDate, Vec<&'d str>)> {
    let first = words.first()?;
    let rest = |from: usize| words.get(from..).map(<[&str]>::to_vec);
    if let Some(day) = iso(first).or_else(|| named(&first.split('-').collect::<Vec<_>>())) {
        return Some((day, rest(1)?));
    }
    let &[one, two, three, ..] = words else { return None };
    if month(one).is_none() {
        return Some((named(&[one, two, three])?, rest(3)?));
    }
    if !three.contains([':', '.']) {
        return Some((named(&[two, one, three])?, rest(3)?));
    }
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let at = words.iter().skip(3).position(is_year)? + 3;
    let mut others = rest(2)?;
    let year = others.remove(at - 2);
    Some((named(&[two, one, year])?, others))
}

/// A time of day, and the zone that stands in the same word.
fn clock_of(word: &str) -> Option<(NaiveTime, &str)> {
    let cut = word.find(['Z', 'z', '+', '-']).unwrap_or(word.len());
    let (clock, zone) = word.split_at(cut);
    let clock = match clock.contains(':') {
        // Parts of a second follow a point.
        true => clock.split('.').next()?.to_owned(),
        false => clock.replace('.', ":"),
    };
    let time = ["%H:%M:%S", "%H:%M"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(&clock, form).ok())?;
    Some((time, zone))
}

/// Whether a word names a half of the day, and whether it is the second one.
fn half(word: &str) -> Option<bool> {
    match word.replace('.', "").to_ascii_lowercase().as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    }
}

/// A time by the clock of twelve hours; one that it does not show is none.
fn in_half(time: NaiveTime, second: bool) -> Option<NaiveTime> {
    let hour = match time.hour() {
        12 => 0,
        hour @ 1..=11 => hour,
        _ => return None,
    };
    time.with_hour(hour + if second { 12 } else { 0 })
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
    let &[day, name, year] = parts else { return None };
    let year: i32 = year.parse().ok()?;
    let year = match year {
        0..=49 => year + 2000,
        50..=999 => year + 1900,
        year => year,
    };
    NaiveDate::from_ymd_opt(year, month(name)?, day.parse().ok()?)
}

/// A month by its English name, from 1.
fn month(name: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| name.starts_with(month))?;
    u32::try_from(at + 1).ok()
}

/// Seconds east of Greenwich; inside `None` where nobody here knows the zone, and `None` where
/// what stands there is none.
fn offset(zone: &str) -> Option<Option<i64>> {
    let upper = zone.to_ascii_uppercase();
    // `GMT+0100`, `UTC+1`
    let signed = ["GMT", "UTC"].iter().find_map(|name| upper.strip_prefix(name));
    let zone = signed.filter(|rest| !rest.is_empty()).unwrap_or(&upper);
    let sign = match zone.chars().next() {
        None => return Some(Some(0)),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => {
            let hours = match zone {
                "Z" | "UT" | "UTC" | "GMT" | "WET" => 0,
                "CET" | "MEZ" | "BST" | "WEST" => 1,
                "CEST" | "MESZ" | "EET" => 2,
                "EEST" | "MSK" => 3,
                "EDT" => -4,
                "EST" | "CDT" => -5,
                "CST" | "MDT" => -6,
                "MST" | "PDT" => -7,
                "PST" => -8,
                _ => return zone.chars().all(char::is_alphabetic).then_some(None),
            };
            return Some(Some(hours * 3600));
        }
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        4 => (digits.get(..2)?.parse::<i64>().ok()?, digits.get(2..)?.parse::<i64>().ok()?),
        1 | 2 => (digits.parse().ok()?, 0),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(Some(sign * (hours * 3600 + minutes * 60)))
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
            ("3 Nov 2026 10:15:00 GMT+0100", Some("2026-11-03T09:15:00Z")),
            ("3 Nov 2026 10:15:00 UTC-1", Some("2026-11-03T11:15:00Z")),
            ("3 Nov 2026 10:15:00.250 +0100", Some("2026-11-03T09:15:00Z")),
            ("Tue, 3 Nov 2026 10.15.30 +0100", Some("2026-11-03T09:15:30Z")),
            ("Tue, 3 Nov 2026 10.15 +0100", Some("2026-11-03T09:15:00Z")),
            ("Tue, 3 Nov 2026 10:15 PM +0100", Some("2026-11-03T21:15:00Z")),
            ("Tue, 3 Nov 2026 12:15:00 a.m.", Some("2026-11-03T00:15:00Z")),
            ("Tue, 3 Nov 2026 12:15:00 pm", Some("2026-11-03T12:15:00Z")),
            ("Nov 3, 2026 10:15 AM", Some("2026-11-03T10:15:00Z")),
            ("Tue Jul 24 18:55:07 2007", Some("2007-07-24T18:55:07Z")),
            ("Sat Mar  7 08:05:07 CET 2026", Some("2026-03-07T07:05:07Z")),
            ("Jul 24 18:55:07 2007 +0200", Some("2007-07-24T16:55:07Z")),
            ("Tue. 3 Nov 126 10:15:00 EST", Some("2026-11-03T15:15:00Z")),
            ("29 Feb 2028 10:15:00", Some("2028-02-29T10:15:00Z")),
            ("Mon, 29 Feb 2027 10:15:00 +0100", None),
            ("31 Apr 2026 10:15:00 +0200", None),
            ("31 Nov 2026 10:15:00", None),
            ("3 Nov 2026 22:15 PM", None),
            ("3 Nov 2026 24:00:00 +0100", None),
            ("3 Nov 2026 10:15:00 -2400", None),
            ("3 Nov 2026", None),
            ("Tue Jul 24 18:55:07", None),
            ("2 11 2026 10:15:00", None),
            ("zítra", None),
            ("", None),
        ] {
            let read = loose(raw);
            let moment = moment.and_then(|moment| moment.parse().ok());
            assert_eq!(read, moment.map(|moment: DateTime<Utc>| (moment, true)), "{raw}");
        }
        let unknown = loose("3 Nov 2026 10:15:00 XYZT").map(|(moment, zone)| (moment.hour(), zone));
        assert_eq!(unknown, Some((10, false)));
    }
}
