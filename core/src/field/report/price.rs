//! What a price list says of a line: whether it prices it, and what it comes to then. Told when it
//! is planned or reported, decided when it is approved.

use super::{Content, Unit};
use crate::coverage::Coverage;
use crate::money::Exact;
use crate::price_list::Item;
use crate::pricing::price;
use crate::reason::Reason;
use chrono::NaiveDate;

/// What the price list that held on a day says of a line's code.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The day by which the list was chosen.
    pub day: NaiveDate,
    /// Its name; nothing where no list held on it.
    pub list: Option<String>,
    /// What it says of the code; nothing where it has not the code.
    pub item: Option<Item>,
}

impl Listed {
    /// Why it gives no price for the line; nothing where it gives one.
    pub(super) fn unpriced(&self, content: &Content) -> Option<Reason> {
        let unit = self.item.as_ref().map(|item| item.unit);
        unpriced(content, self.day, self.list.as_deref(), unit)
    }

    /// What the customer pays for so much of it, without tax; nothing where it gives no price, or
    /// several bear the line.
    pub(super) fn net(
        &self,
        content: &Content,
        quantity: Exact,
        coverage: &Coverage,
    ) -> Option<Exact> {
        let item = self.item.as_ref().filter(|item| item.unit == content.unit)?;
        let list = self.list.as_deref()?;
        price(quantity, item, list, coverage.sole()?).map(|priced| priced.net)
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
