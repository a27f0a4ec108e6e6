//! Stretches of time, and what is left of some without others.

use super::Instant;
use serde::{Deserialize, Serialize};

/// A stretch of time: what begins where another ends does not overlap it.
///
/// ```
/// use callout_core::schedule::Period;
/// let morning: Period = serde_json::from_str(
///     r#"{"from": "2026-10-16T08:00:00+02:00", "to": "2026-10-16T12:00:00+02:00"}"#)?;
/// let noon: Period = serde_json::from_str(
///     r#"{"from": "2026-10-16T12:00:00+02:00", "to": "2026-10-16T12:30:00+02:00"}"#)?;
/// assert!(!morning.overlaps(noon));
/// assert_eq!(morning.seconds(), 4 * 3_600);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The moment at which it begins.
    pub from: Instant,
    /// The moment at which it ends, not included.
    pub to: Instant,
}

impl Period {
    /// Whether there is a moment that is in both.
    pub fn overlaps(self, other: Period) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether all of the other one lies in it.
    pub fn holds(self, other: Period) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether it ends before it begins, or as it does.
    pub fn is_empty(self) -> bool {
        self.to <= self.from
    }

    /// Its length in whole seconds; nothing where it ends before it begins.
    pub fn seconds(self) -> i64 {
        (self.to.utc() - self.from.utc()).num_seconds().max(0)
    }

    /// What is in both, if there is anything.
    pub fn cut(self, other: Period) -> Option<Period> {
        let both = Period { from: self.from.max(other.from), to: self.to.min(other.to) };
        (!both.is_empty()).then_some(both)
    }
}

/// Periods in order, those that touch or overlap as one.
pub(crate) fn joined(mut periods: Vec<Period>) -> Vec<Period> {
    periods.retain(|period| !period.is_empty());
    periods.sort();
    let mut out: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        match out.last_mut() {
            Some(last) if period.from <= last.to => last.to = last.to.max(period.to),
            _ => out.push(period),
        }
    }
    out
}

/// What of some periods is in none of others; both as [`joined`] gives them.
pub(crate) fn without(periods: &[Period], others: &[Period]) -> Vec<Period> {
    let (mut out, mut next) = (Vec::with_capacity(periods.len()), 0);
    for period in periods {
        let mut from = period.from;
        while others.get(next).is_some_and(|other| other.to <= from) {
            next += 1;
        }
        for other in others.get(next..).unwrap_or_default() {
            if other.from >= period.to {
                break;
            }
            out.extend(Period { from, to: period.to }.cut(Period { from, to: other.from }));
            from = from.max(other.to);
        }
        out.extend(Some(Period { from, to: period.to }).filter(|rest| !rest.is_empty()));
    }
    out
}

/// What is in both; both as [`joined`] gives them.
pub(crate) fn shared(some: &[Period], others: &[Period]) -> Vec<Period> {
    let (mut out, mut next) = (Vec::new(), 0);
    for period in some {
        while others.get(next).is_some_and(|other| other.to <= period.from) {
            next += 1;
        }
        let meets = others.get(next..).unwrap_or_default().iter();
        let meets = meets.take_while(|other| other.from < period.to);
        out.extend(meets.filter_map(|other| period.cut(*other)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Period, joined, shared, without};
    use crate::schedule::Instant;
    use proptest::prelude::*;

    const MOMENTS: i64 = 24;

    fn periods() -> impl Strategy<Value = Vec<Period>> {
        let period = (0..MOMENTS, 0..MOMENTS).prop_map(|(from, to)| {
            let at = |n: i64| Instant::from_micros(n * 1_000_000).unwrap();
            Period { from: at(from), to: at(to) }
        });
        prop::collection::vec(period, 0..8)
    }

    /// Which seconds are in some of them.
    fn seconds(periods: &[Period]) -> Vec<bool> {
        let within = |n: i64| {
            let at = Instant::from_micros(n * 1_000_000).unwrap();
            periods.iter().any(|period| period.from <= at && at < period.to)
        };
        (0..MOMENTS).map(within).collect()
    }

    proptest! {
        /// Compared with a row of seconds, each of them in or out.
        #[test]
        fn periods_are_as_a_row_of_seconds_says(some in periods(), others in periods()) {
            let (some_joined, others_joined) = (joined(some.clone()), joined(others.clone()));
            prop_assert_eq!(seconds(&some), seconds(&some_joined));
            let of = |f: fn(bool, bool) -> bool| -> Vec<bool> {
                seconds(&some).into_iter().zip(seconds(&others)).map(|(a, b)| f(a, b)).collect()
            };
            let left = without(&some_joined, &others_joined);
            prop_assert_eq!(seconds(&left), of(|a, b| a && !b));
            prop_assert_eq!(&joined(left.clone()), &left);
            let both = shared(&some_joined, &others_joined);
            prop_assert_eq!(seconds(&both), of(|a, b| a && b));
            prop_assert_eq!(joined(both.clone()), both);
        }
    }
}
