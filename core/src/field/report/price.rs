//! Whether a price list prices a line: told when it is reported, decided when it is approved.

use super::{Content, Unit};
use crate::reason::Reason;
use chrono::NaiveDate;

/// What the price list that held on a day says of a line's code.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The day by which the list was chosen.
    pub day: NaiveDate,
    /// Its name; nothing where no list held on it.
    pub list: Option<String>,
    /// The unit by which it prices the code; nothing where it has not the code.
    pub unit: Option<Unit>,
}

impl Listed {
    /// Why it gives no price for the line; nothing where it gives one.
    pub(super) fn unpriced(&self, content: &Content) -> Option<Reason> {
        unpriced(content, self.day, self.list.as_deref(), self.unit)
    }
}

/// Why a list gives no price for a line; nothing where it gives one.
pub(crate) fn unpriced(
    content: &Content,
    day: NaiveDate,
    list: Option<&str>,
    unit: Option<Unit>,
) -> Option<Reason> {
    let item = content.code.clone();
    match (list, unit) {
        (Some(_), Some(unit)) if unit == content.unit => None,
        (Some(list), Some(_)) => Some(Reason::OtherUnit { item, list: list.to_owned() }),
        _ => Some(Reason::NotListed { item, day }),
    }
}
