//! Planned times: what the clock on the customer's wall shows.

use super::Instant;
use super::instant::YEARS;
use crate::error::Mark;
use chrono::{Datelike, Duration, LocalResult, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;

/// A zone of the IANA database, by name: `Europe/Prague`.
///
/// ```
/// use callout_core::schedule::Zone;
/// let prague = Zone::new(chrono_tz::Europe::Prague);
/// assert_eq!(serde_json::to_string(&prague)?, "\"Europe/Prague\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
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

    /// The second instant of a wall time, where the clock shows it twice because it is put back.
    ///
    /// ```
    /// use callout_core::schedule::Zone;
    /// let prague: Zone = serde_json::from_str("\"Europe/Prague\"").unwrap();
    /// let night = "2026-10-25T02:30:00".parse().unwrap();
    /// assert_eq!(prague.instant(night).to_string(), "2026-10-25T00:30:00Z");
    /// assert_eq!(prague.later(night).unwrap().to_string(), "2026-10-25T01:30:00Z");
    /// assert!(prague.later("2026-10-25T03:00:00".parse().unwrap()).is_none());
    /// ```
    pub fn later(self, local: NaiveDateTime) -> Option<Instant> {
        match self.0.from_local_datetime(&local) {
            LocalResult::Ambiguous(_, later) => Some(Instant::new(later.with_timezone(&Utc))),
            LocalResult::Single(_) | LocalResult::None => None,
        }
    }

    fn after_gap(self, local: NaiveDateTime) -> chrono::DateTime<Utc> {
        // The offset that held before the gap, found by stepping back from it.
        let before =
            (1..=48).filter_map(|n| local.checked_sub_signed(Duration::minutes(30 * n))).find_map(
                |earlier| self.0.from_local_datetime(&earlier).latest().map(|at| (earlier, at)),
            );
        let after = match before {
            Some((earlier, at)) => at.with_timezone(&Utc).checked_add_signed(local - earlier),
            None => None,
        };
        // At the edge of all time there is no zone to ask.
        after.unwrap_or_else(|| Utc.from_utc_datetime(&local))
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
///
/// ```
/// use callout_core::schedule::{WallTime, Zone};
/// let prague = Zone::new(chrono_tz::Europe::Prague);
/// let starts = WallTime::first("2026-10-16T08:00:00".parse()?, prague);
/// assert_eq!(starts.resolve().instant.to_string(), "2026-10-16T06:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WallTime {
    /// What the clock shows: `2026-10-16T10:00:00`, in the years 1 to 9999.
    #[serde(deserialize_with = "on_a_calendar")]
    pub local: NaiveDateTime,
    /// Where that clock hangs.
    pub zone: Zone,
    /// Which of the two moments, where the clock is put back and shows this time twice: the second
    /// one (what Temporal calls `later`, and PEP 495 `fold=1`). Where it is missing, the first. For
    /// a time that the clock shows once it is refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "shown"))]
    pub later: bool,
}

/// Puts the default of a flag into a schema, though a value that is the default is not written.
#[cfg(feature = "schema")]
const fn shown(_: &bool) -> bool {
    false
}

/// From so many nanoseconds on, chrono means a leap second.
const LEAP: u32 = 1_000_000_000;

/// Reads a time of day, without second 60.
pub(crate) fn of_a_day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
    let time = NaiveTime::deserialize(from)?;
    if time.nanosecond() < LEAP {
        Ok(time)
    } else {
        Err(de::Error::custom(Mark::NoTimeOfDay(&time)))
    }
}

/// Reads what a clock shows, in the years 1 to 9999, and no second 60.
pub(crate) fn on_a_calendar<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDateTime, D::Error> {
    let local = NaiveDateTime::deserialize(from)?;
    if local.nanosecond() >= LEAP {
        Err(de::Error::custom(Mark::NoWallTime(&local)))
    } else if YEARS.contains(&local.year()) {
        Ok(local)
    } else {
        Err(de::Error::custom(Mark::FarTime(&local)))
    }
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
        let WallTime { local, zone, later } = self;
        let second = zone.later(local).filter(|_| later);
        let instant = second.unwrap_or_else(|| zone.instant(local));
        Planned { local, zone, later, instant }
    }

    /// The first moment at which that clock shows this.
    pub const fn first(local: NaiveDateTime, zone: Zone) -> WallTime {
        WallTime { local, zone, later: false }
    }

    /// Whether it asks for the second of two moments where there is only one.
    pub fn is_never_later(self) -> bool {
        self.later && self.zone.later(self.local).is_none()
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
    /// The clock shows this time twice, and the second time is meant; missing for the first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "shown"))]
    pub later: bool,
    /// The instant it means.
    pub instant: Instant,
}

#[cfg(test)]
mod tests {
    use super::{WallTime, Zone};
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Europe::Prague, Tz};

    #[test]
    fn the_ends_of_time_are_instants_that_can_be_written() {
        let table = [
            (Prague, "2026-10-16T10:00:00", "2026-10-16T08:00:00Z"),
            // Until further notice.
            (Prague, "9999-12-31T23:59:59", "9999-12-31T22:59:59Z"),
            (New_York, "9999-12-31T23:59:59", "9999-12-31T23:59:59.999999Z"),
            (Prague, "0001-01-01T00:00:00", "0001-01-01T00:00:00Z"),
        ];
        for (zone, local, instant) in table {
            let wall = WallTime::first(local.parse().unwrap(), Zone::new(zone));
            let planned = wall.resolve();
            assert_eq!(planned.instant.to_string(), instant, "{local} {zone}");
            let text = serde_json::to_string(&planned).unwrap();
            assert_eq!(serde_json::from_str::<super::Planned>(&text).unwrap(), planned);
        }
    }

    #[test]
    fn no_time_is_too_far_to_be_resolved() {
        for zone in [Prague, New_York, Tz::UTC] {
            for local in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
                let planned = WallTime::first(local, Zone::new(zone)).resolve();
                let text = planned.instant.to_string();
                assert!(["0001-", "9999-"].iter().any(|year| text.starts_with(year)), "{text}");
            }
        }
    }

    #[test]
    fn both_moments_of_an_autumn_night_can_be_said() {
        let table = [
            ("2026-10-25T02:30:00", false, "2026-10-25T00:30:00Z", false),
            ("2026-10-25T02:30:00", true, "2026-10-25T01:30:00Z", false),
            ("2026-10-25T02:00:00", true, "2026-10-25T01:00:00Z", false),
            // Once only: before, after, and in the gap of spring.
            ("2026-10-25T01:59:59", true, "2026-10-24T23:59:59Z", true),
            ("2026-10-25T03:00:00", true, "2026-10-25T02:00:00Z", true),
            ("2026-03-29T02:30:00", true, "2026-03-29T01:30:00Z", true),
        ];
        for (local, later, instant, refused) in table {
            let json = serde_json::json!({"local": local, "zone": "Europe/Prague", "later": later});
            let wall: WallTime = serde_json::from_value(json).unwrap();
            assert_eq!(wall.is_never_later(), refused, "{local} {later}");
            let planned = wall.resolve();
            assert_eq!(planned.instant.to_string(), instant, "{local} {later}");
            let text = serde_json::to_string(&planned).unwrap();
            assert_eq!(text.contains("later"), later, "{text}");
            assert_eq!(serde_json::from_str::<super::Planned>(&text).unwrap(), planned);
        }
    }

    #[test]
    fn a_year_of_five_digits_is_refused() {
        for local in ["+12026-10-14T08:00:00", "-0001-01-01T00:00:00", "0000-01-01T00:00:00"] {
            let json = serde_json::json!({"local": local, "zone": "Europe/Prague"});
            assert!(serde_json::from_value::<WallTime>(json).is_err(), "{local}");
        }
    }
}
