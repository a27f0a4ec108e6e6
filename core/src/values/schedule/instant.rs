//! Points in time.

use crate::error::Mark;
use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, SubsecRound, TimeDelta, Utc,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;
use std::fmt;

/// When something happened: RFC 3339 with an offset, kept in UTC to the microsecond.
///
/// ```
/// use callout_core::schedule::Instant;
/// let at: Instant = serde_json::from_str("\"2026-10-16T10:00:00+02:00\"").unwrap();
/// assert_eq!(at.to_string(), "2026-10-16T08:00:00Z");
/// // A leap second is the one after it.
/// let leap: Instant = serde_json::from_str("\"2016-12-31T23:59:60.5Z\"").unwrap();
/// assert_eq!(leap.to_string(), "2017-01-01T00:00:00.500Z");
/// // A naive time is refused: nobody knows whose ten o'clock it is.
/// assert!(serde_json::from_str::<Instant>("\"2026-10-16T10:00:00\"").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Instant(DateTime<Utc>);

/// Years that a time may fall into: RFC 3339 has four digits for them.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

impl Instant {
    /// From a UTC time, cut to the microsecond, so that what is stored reads back alike. One
    /// beyond the years 1 to 9999, which RFC 3339 cannot write, becomes their first or last moment.
    /// A leap second, `23:59:60`, is counted as the one after it, as by the clocks of computers.
    ///
    /// ```
    /// use callout_core::schedule::Instant;
    /// let ever = Instant::new(chrono::DateTime::<chrono::Utc>::MAX_UTC);
    /// assert_eq!(ever.to_string(), "9999-12-31T23:59:59.999999Z");
    /// ```
    pub fn new(at: DateTime<Utc>) -> Self {
        // A leap second of chrono has more than a thousand million nanoseconds.
        let nanos = i64::from(at.timestamp_subsec_nanos());
        let at = DateTime::from_timestamp(at.timestamp(), 0)
            .and_then(|second| second.checked_add_signed(TimeDelta::nanoseconds(nanos)))
            .unwrap_or(at);
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        let edge = match at.year() {
            year if year < *YEARS.start() => {
                day(*YEARS.start(), 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0))
            }
            year if year > *YEARS.end() => {
                day(*YEARS.end(), 12, 31).and_then(|day| day.and_hms_micro_opt(23, 59, 59, 999_999))
            }
            _ => None,
        };
        Instant(edge.map_or(at, |edge| edge.and_utc()).trunc_subsecs(6))
    }

    /// The UTC time.
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// Microseconds since 1970: the form in which it is indexed.
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }

    /// Back from [`micros`](Self::micros).
    pub fn from_micros(micros: i64) -> Option<Self> {
        DateTime::from_timestamp_micros(micros).map(Instant::new)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        let at = DateTime::parse_from_rfc3339(&text).map_err(|_| {
            match text.parse::<NaiveDateTime>() {
                Ok(_) => de::Error::custom(Mark::NaiveTime(&text)),
                Err(_) => de::Error::custom(Mark::NoMoment(&text)),
            }
        })?;
        let at = at.with_timezone(&Utc);
        if !YEARS.contains(&at.year()) {
            return Err(de::Error::custom(Mark::FarTime(&text)));
        }
        Ok(Instant::new(at))
    }
}
