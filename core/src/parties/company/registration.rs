//! What a company is to the VAT act, and since when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What somebody is to the VAT act (235/2004). It does not follow from having a VAT id: a sole
/// trader has one always, and an identified person has one and charges no tax at home.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VatRegistration {
    /// Registered for nothing: no tax is charged.
    #[default]
    NotPayer,
    /// A payer (§ 6): tax is charged.
    Payer,
    /// An identified person (§ 6g): no tax is charged at home.
    Identified,
}

/// What somebody is to the VAT act from a day on, until the next such day.
///
/// ```
/// use callout_core::company::{VatRegistration, VatSince};
/// let payer = VatSince { from: "2009-05-01".parse()?, registration: VatRegistration::Payer };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VatSince {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// What it is from that day on.
    pub registration: VatRegistration,
}

/// What somebody was on a day: registered for nothing before the first day that is said.
///
/// ```
/// use callout_core::tax::{VatRegistration, VatSince, registration};
/// let from = "2026-03-01".parse().unwrap();
/// let since = [VatSince { from, registration: VatRegistration::Payer }];
/// let on = |day: &str| registration(&since, day.parse().unwrap());
/// assert_eq!(on("2026-02-28"), VatRegistration::NotPayer);
/// assert_eq!(on("2026-03-01"), VatRegistration::Payer);
/// ```
pub fn registration(since: &[VatSince], day: NaiveDate) -> VatRegistration {
    let held = since.iter().filter(|it| it.from <= day).max_by_key(|it| it.from);
    held.map(|it| it.registration).unwrap_or_default()
}
