//! VAT: rates with their dates and their law.

mod cz;

pub use crate::company::{VatRegistration, VatSince, registration};

use crate::money::Exact;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which rate a supply falls under, whatever its percent is at a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VatClass {
    /// The standard rate: 21 % in Czechia since 2013.
    #[default]
    Standard,
    /// The reduced rate: 12 % in Czechia since 2024.
    Reduced,
}

/// A rate with where it stands in the law.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rate {
    /// The rate in percent (BT-119).
    pub percent: Exact,
    /// The citation of the law that sets the rate, such as `235/2004 Sb., § 47`.
    pub law: String,
}

/// The rate of a class at a tax point (R1). `None` before the first rate that is known.
///
/// ```
/// use callout_core::tax::{VatClass, rate};
/// let reduced = |at: &str| rate(VatClass::Reduced, at.parse().unwrap()).unwrap();
/// let at = |date: &str| reduced(date).percent.to_string();
/// assert_eq!(at("2023-12-31"), "15");
/// assert_eq!(at("2024-01-01"), "12");
/// ```
pub fn rate(class: VatClass, tax_point: NaiveDate) -> Option<Rate> {
    cz::RATES
        .iter()
        .rev()
        .find(|rates| rates.from() <= Some(tax_point))
        .map(|rates| Rate { percent: rates.percent(class), law: rates.law.to_owned() })
}
