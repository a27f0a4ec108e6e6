//! Pricing: a quantity and a price list give an amount, with its reasons (decision 20).

use crate::catalogue::Item;
use crate::coverage::Coverage;
use crate::money::Exact;
use serde::{Deserialize, Serialize};

/// The reason of a line that the customer does not pay.
pub const BORNE: &str = "borne by the warranty";

/// A priced line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Priced {
    /// Net price of one unit (BT-146): nothing where the warranty bears it.
    pub unit_price: Exact,
    /// Net amount (BT-131), rounded to two places half away from zero.
    pub net: Exact,
    /// What it would have been without coverage.
    pub list_net: Exact,
    /// How it came about, in words.
    pub reasons: Vec<String>,
}

/// Prices a quantity. `None` where the amount has more digits than money can have.
///
/// ```
/// use callout_core::{catalogue::Item, coverage::Coverage, pricing::price, report::Unit};
/// let hour = Item {
///     name: "Práce technika".into(), unit: Unit::Hour,
///     price: "480.50".parse().unwrap(), vat: Default::default(),
/// };
/// let line = price("1.75".parse().unwrap(), &hour, "Ceník 2026", &Coverage::default()).unwrap();
/// assert_eq!(line.net.to_string(), "840.88"); // 840.875
/// ```
pub fn price(quantity: Exact, item: &Item, list: &str, coverage: &Coverage) -> Option<Priced> {
    let list_net = quantity.times(item.price)?.round(2);
    let mut reasons = vec![format!("{list}: {} × {} = {list_net}", quantity, item.price)];
    reasons.extend(coverage.reasons.iter().cloned());
    let (unit_price, net) = if coverage.covered {
        reasons.push(BORNE.to_owned());
        (Exact::ZERO, Exact::ZERO.round(2))
    } else {
        (item.price, list_net)
    };
    Some(Priced { unit_price, net, list_net, reasons })
}
