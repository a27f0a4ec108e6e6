//! The number by which people call a record.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// A number of a series, as it was given and as it is read. The text is kept with it: what was
/// printed stays, whatever form numbers of the series get later.
///
/// ```
/// use callout_core::series;
/// let number = series::number("invoice", 2026, 7);
/// assert_eq!(number.to_string(), "FV-2026-00007");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The name of the series of which it is: `activity`, `customer`, `equipment`, `job_sheet` or
    /// `invoice`.
    pub series: String,
    /// The year of the series, local to the company.
    pub year: i32,
    /// The number itself, from 1, without gaps in its series and year.
    pub value: u64,
    /// The whole as people see it: `FV-2026-00007`; no other record of the company has the same.
    pub text: String,
}

impl Number {
    /// As people see it.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The id of the series that the number is of.
    pub fn series_id(&self, company: Uuid) -> Uuid {
        crate::port::ids::named(company, &format!("series:{}:{}", self.series, self.year))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
