//! A decimal number as a value of the trade.

use crate::error::Mark;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// An exact decimal: an amount of money, a quantity, a rate in percent.
///
/// On the wire it is text (`"12.50"`): a JSON number may have gone through a float before it
/// came here, so it is refused with `REQUEST-AMOUNT-01`.
///
/// ```
/// use callout_core::money::Exact;
/// let hours: Exact = serde_json::from_str("\"1.75\"").unwrap();
/// assert_eq!(hours.times("480".parse().unwrap()).unwrap().round(2).to_string(), "840.00");
/// assert!(serde_json::from_str::<Exact>("1.75").is_err());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Decimal);

impl Exact {
    /// Nothing.
    pub const ZERO: Exact = Exact(Decimal::ZERO);
    /// One.
    pub const ONE: Exact = Exact(Decimal::ONE);

    /// From a decimal.
    pub const fn new(value: Decimal) -> Self {
        Exact(value)
    }

    /// The decimal.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// Sum; `None` past 28 digits.
    pub fn plus(self, other: Exact) -> Option<Exact> {
        let scale = self.0.scale().max(other.0.scale());
        fitted(shifted(self.0, scale)?.checked_add(shifted(other.0, scale)?)?, scale)
    }

    /// Difference; `None` past 28 digits.
    pub fn minus(self, other: Exact) -> Option<Exact> {
        self.plus(Exact(-other.0))
    }

    /// Product; `None` past 28 digits.
    pub fn times(self, other: Exact) -> Option<Exact> {
        let product = |a: Decimal, b: Decimal| {
            fitted(a.mantissa().checked_mul(b.mantissa())?, a.scale() + b.scale())
        };
        product(self.0, other.0).or_else(|| product(self.0.normalize(), other.0.normalize()))
    }

    /// Whether it has at most so many digits before and after the point.
    ///
    /// ```
    /// # use callout_core::money::Exact;
    /// let fits = |text: &str| text.parse::<Exact>().unwrap().fits(3, 2);
    /// assert!(fits("-999.990") && !fits("1000") && !fits("0.001"));
    /// ```
    pub fn fits(self, whole: u32, places: u32) -> bool {
        let value = self.0.normalize();
        let limit = 10_i128.checked_pow(whole).unwrap_or(i128::MAX);
        value.scale() <= places && value.trunc().mantissa().abs() < limit
    }

    /// Rounds half away from zero, as invoices are rounded (EN 16931), to exactly `places`.
    #[must_use]
    pub fn round(self, places: u32) -> Exact {
        let mut value =
            self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(places);
        Exact(value)
    }

    /// Below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Above zero.
    pub fn is_positive(self) -> bool {
        self.0.is_sign_positive() && !self.0.is_zero()
    }

    /// Zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

/// The digits of a value as if it had been written with so many places.
fn shifted(value: Decimal, places: u32) -> Option<i128> {
    10_i128.checked_pow(places - value.scale())?.checked_mul(value.mantissa())
}

/// A value with every digit, or nothing: the decimal type itself would drop what has no room,
/// and a sum that has lost a digit is not the sum.
fn fitted(mut digits: i128, mut places: u32) -> Option<Exact> {
    loop {
        if let Ok(value) = Decimal::try_from_i128_with_scale(digits, places) {
            return Some(Exact(value));
        }
        if places == 0 || digits % 10 != 0 {
            return None;
        }
        digits /= 10;
        places -= 1;
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Exact {
    type Err = rust_decimal::Error;
    /// Reads every digit or refuses: nothing is rounded silently, and nothing is read that the
    /// schema does not allow.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, places) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        if !digits(whole) || !digits(places) {
            return Err(rust_decimal::Error::ErrorString(format!("{text} is no decimal number")));
        }
        Decimal::from_str_exact(text).map(Exact)
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Exact(Decimal::from(whole))
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExactVisitor)
    }
}

struct ExactVisitor;

impl de::Visitor<'_> for ExactVisitor {
    type Value = Exact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number as text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Exact, E> {
        text.parse().map_err(|_| E::custom(Mark::AmountText(text)))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Exact, E> {
        Err(E::custom(Mark::AmountNumber(&value)))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Exact, E> {
        Err(E::custom(Mark::AmountNumber(&value)))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Exact, E> {
        Err(E::custom(Mark::AmountNumber(&value)))
    }
}
