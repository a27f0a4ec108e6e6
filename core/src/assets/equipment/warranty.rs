//! The birth of equipment (S10) and the warranty that starts from it (S11).

use super::Refusal;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The three days that may be meant by its birth; each may be unknown (E18).
///
/// ```
/// use callout_core::equipment::Dates;
/// let dates = Dates { sold: Some("2025-04-19".parse()?), ..Default::default() };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Dates {
    /// The day on which it was made; unknown where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manufactured: Option<NaiveDate>,
    /// The day on which it was sold, not before it was made (`EQUIPMENT-DATES-01`); unknown where
    /// it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sold: Option<NaiveDate>,
    /// The day on which it was put into service, not before it was made (`EQUIPMENT-DATES-01`);
    /// unknown where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commissioned: Option<NaiveDate>,
}

impl Dates {
    /// One of them.
    pub const fn of(&self, birth: Birth) -> Option<NaiveDate> {
        match birth {
            Birth::Manufactured => self.manufactured,
            Birth::Sold => self.sold,
            Birth::Commissioned => self.commissioned,
        }
    }

    pub(super) fn checked(self) -> Result<Dates, Refusal> {
        let Some(manufactured) = self.manufactured else { return Ok(self) };
        match [self.sold, self.commissioned].into_iter().flatten().find(|day| *day < manufactured) {
            Some(other) => {
                let (manufactured, other) = (manufactured.to_string(), other.to_string());
                Err(Refusal::MadeLater { manufactured, other })
            }
            None => Ok(self),
        }
    }
}

/// Which day a warranty starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// The day it was made.
    Manufactured,
    /// The day it was sold.
    Sold,
    /// The day it was put into service.
    Commissioned,
}

/// What was agreed of a warranty: some months from a day, or until a day, not both
/// (`EQUIPMENT-WARRANTY-01`).
///
/// ```
/// use callout_core::equipment::{Birth, Terms};
/// let two_years = Terms { starts_from: Birth::Commissioned, months: Some(24), until: None };
/// let until = Some("2027-12-31".parse()?);
/// let to_a_day = Terms { starts_from: Birth::Sold, months: None, until };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The day from which it starts: when it was made, sold or put into service.
    pub starts_from: Birth,
    /// For how many months it lasts, 1 to 1,200 (`EQUIPMENT-WARRANTY-02`); missing where a day was
    /// agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// The last day, which is covered still and does not lie before the first
    /// (`EQUIPMENT-WARRANTY-03`); missing where months were agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// A warranty, with the days that follow from its terms. Events carry them, so that a later
/// change of the rule or of the dates does not change what was said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Warranty {
    /// What was agreed: some months from a day, or until a day.
    pub terms: Terms,
    /// Its first day; nothing where that day is unknown (E18).
    pub starts: Option<NaiveDate>,
    /// Its last day, covered still (E20); nothing where it cannot be known.
    pub ends: Option<NaiveDate>,
}

const MAX_MONTHS: u32 = 1_200;

impl Warranty {
    /// What the terms mean for equipment of these dates. Months end on the day of the same number,
    /// or on the last of a shorter month (civil code § 605).
    ///
    /// # Errors
    /// `EQUIPMENT-WARRANTY-01` to `-03`.
    pub fn new(terms: Terms, dates: &Dates) -> Result<Warranty, Refusal> {
        let starts = dates.of(terms.starts_from);
        let ends = match (terms.months, terms.until) {
            (Some(months), None) if (1..=MAX_MONTHS).contains(&months) => {
                starts.and_then(|starts| starts.checked_add_months(Months::new(months)))
            }
            (Some(months), None) => {
                return Err(Refusal::MonthsForm { months, most: MAX_MONTHS });
            }
            (None, Some(until)) => Some(until),
            _ => return Err(Refusal::WarrantyForm {}),
        };
        match (starts, ends) {
            (Some(starts), Some(ends)) if ends < starts => {
                let (starts, until) = (starts.to_string(), ends.to_string());
                Err(Refusal::EndsBefore { starts, until })
            }
            _ => Ok(Warranty { terms, starts, ends }),
        }
    }

    /// Whether a day is covered; nothing where that cannot be known (E18).
    ///
    /// ```
    /// use callout_core::equipment::{Birth, Dates, Terms, Warranty};
    /// let day = |text: &str| text.parse().unwrap();
    /// let dates = Dates { sold: Some(day("2024-02-29")), ..Dates::default() };
    /// let terms = Terms { starts_from: Birth::Sold, months: Some(24), until: None };
    /// let warranty = Warranty::new(terms, &dates).unwrap();
    /// assert_eq!(warranty.covers(day("2026-02-28")), Some(true));
    /// assert_eq!(warranty.covers(day("2026-03-01")), Some(false));
    /// let unknown = Warranty::new(terms, &Dates::default()).unwrap();
    /// assert_eq!(unknown.covers(day("2026-02-28")), None);
    /// ```
    pub fn covers(&self, day: NaiveDate) -> Option<bool> {
        match (self.starts, self.ends) {
            (_, Some(ends)) if day > ends => Some(false),
            (Some(starts), _) if day < starts => Some(false),
            (Some(_), Some(_)) => Some(true),
            _ => None,
        }
    }
}
