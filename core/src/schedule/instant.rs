//! Points in time.

use crate::error::Mark;
use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;
use std::fmt;

/// When something happened: RFC 3339 with an offset, kept in UTC to the microsecond.
///
/// ```
/// use callout_core::schedule::Instant;
/// let at: Instant = serde_json::from_str("\"2026-10-16T10:00:00+02:00\"").unwrap();
/// assert_eq!(at.to_string(), "2026-10-16T08:00:00Z");
/// // A naive time is refused: nobody knows whose ten o'clock it is.
/// assert!(serde_json::from_str::<Instant>("\"2026-10-16T10:00:00\"").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// From a UTC time, cut to the microsecond, so that what is stored reads back alike.
    pub fn new(at: DateTime<Utc>) -> Self {
        Instant(at.trunc_subsecs(6))
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
        DateTime::from_timestamp_micros(micros).map(Instant)
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
        DateTime::parse_from_rfc3339(&text)
            .map(|at| Instant::new(at.with_timezone(&Utc)))
            .map_err(|_| de::Error::custom(Mark::NaiveTime(&text)))
    }
}
