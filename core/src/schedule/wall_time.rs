//! Planned times: what the clock on the customer's wall shows.

use super::Instant;
use crate::error::Mark;
use chrono::{Duration, LocalResult, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;

/// A zone of the IANA database, by name: `Europe/Prague`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

impl Zone {
    /// From the database's own type.
    pub const fn new(zone: Tz) -> Self {
        Zone(zone)
    }

    /// The database's own type.
    pub const fn tz(self) -> Tz {
        self.0
    }

    /// What the clock on the wall shows at an instant.
    pub fn wall(self, at: Instant) -> NaiveDateTime {
        at.utc().with_timezone(&self.0).naive_local()
    }

    /// The instant of a wall time. In the gap of a spring change the clock has been put
    /// forward by the gap; in the hour that happens twice in autumn, it is the first one.
    pub fn instant(self, local: NaiveDateTime) -> Instant {
        let at = match self.0.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
            LocalResult::None => self.after_gap(local),
        };
        Instant::new(at)
    }

    fn after_gap(self, local: NaiveDateTime) -> chrono::DateTime<Utc> {
        // The offset that held before the gap, found by stepping back from it.
        let before =
            (1..=48).map(|halves| local - Duration::minutes(30 * halves)).find_map(|earlier| {
                self.0.from_local_datetime(&earlier).latest().map(|a| (earlier, a))
            });
        match before {
            Some((earlier, at)) => at.with_timezone(&Utc) + (local - earlier),
            None => Utc.from_utc_datetime(&local),
        }
    }
}

impl Default for Zone {
    fn default() -> Self {
        Zone(Tz::UTC)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map(Zone).map_err(|_| de::Error::custom(Mark::UnknownZone(&text)))
    }
}

/// A time as it is agreed with people: local, with its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WallTime {
    /// What the clock shows: `2026-10-16T10:00:00`.
    pub local: NaiveDateTime,
    /// Where that clock hangs.
    pub zone: Zone,
}

impl WallTime {
    /// With the instant that it means under today's zone rules.
    ///
    /// ```
    /// use callout_core::schedule::WallTime;
    /// let agreed: WallTime = serde_json::from_str(
    ///     r#"{"local": "2026-03-29T02:30:00", "zone": "Europe/Prague"}"#).unwrap();
    /// // That clock never showed half past two: it had gone forward an hour.
    /// assert_eq!(agreed.resolve().instant.to_string(), "2026-03-29T01:30:00Z");
    /// ```
    pub fn resolve(self) -> Planned {
        Planned { local: self.local, zone: self.zone, instant: self.zone.instant(self.local) }
    }
}

/// A [`WallTime`] with the instant it was resolved to. Events carry this, so that a newer zone
/// table replays to the old result (E97).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// What the clock shows.
    pub local: NaiveDateTime,
    /// Where that clock hangs.
    pub zone: Zone,
    /// The instant it means.
    pub instant: Instant,
}
