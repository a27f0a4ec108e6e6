//! Pricing: a quantity and a price list give an amount, with its reasons.

use crate::catalogue::Item;
use crate::coverage::{Payer, Share};
use crate::money::{Exact, Rounding};
use crate::reason::Reason;
use serde::{Deserialize, Serialize};

/// A priced line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Priced {
    /// Net price of one unit (BT-146): nothing where another than the customer bears it.
    pub unit_price: Exact,
    /// Net amount (BT-131), rounded to two places half away from zero.
    pub net: Exact,
    /// Net amount that it would be if the customer paid it, rounded alike.
    pub list_net: Exact,
    /// How the amount came about: the list, the rounding, and who bears it, in this order.
    pub reasons: Vec<Reason>,
}

/// Prices a quantity that one payer bears wholly. `None` where the amount has more digits than
/// money can have.
///
/// ```
/// use callout_core::{catalogue::Item, coverage::{Payer, Share}, pricing::price, report::Unit};
/// let hour = Item {
///     name: "Práce technika".into(), unit: Unit::Hour,
///     price: "480.50".parse().unwrap(), vat: Default::default(),
/// };
/// let share = Share::whole(Payer::Customer, Vec::new());
/// let line = price("1.75".parse().unwrap(), &hour, "Ceník 2026", &share).unwrap();
/// assert_eq!(line.net.to_string(), "840.88"); // 840.875
/// assert_eq!(line.reasons[1].code(), "PRICE-ROUND-01");
/// ```
pub fn price(quantity: Exact, item: &Item, list: &str, share: &Share) -> Option<Priced> {
    let price = item.price;
    let exact = quantity.times(price)?;
    let list_net = Rounding::default().line(exact);
    let is_exact = exact == list_net;
    let amount = if is_exact { list_net } else { Exact::new(exact.decimal().normalize()) };
    let mut reasons = vec![Reason::Listed { list: list.to_owned(), quantity, price, amount }];
    if !is_exact {
        reasons.push(Reason::Rounded { amount, rounded: list_net });
    }
    reasons.extend(share.reasons.iter().cloned());
    if share.payer == Payer::Customer {
        return Some(Priced { unit_price: price, net: list_net, list_net, reasons });
    }
    reasons.push(Reason::BorneByWarranty {});
    Some(Priced { list_net, reasons, ..borne(share) })
}

/// What another than the customer bears costs him nothing, whatever a list says.
pub(crate) fn borne(share: &Share) -> Priced {
    let nothing = Rounding::default().line(Exact::ZERO);
    let mut reasons = share.reasons.clone();
    reasons.push(Reason::BorneByWarranty {});
    Priced { unit_price: Exact::ZERO, net: nothing, list_net: nothing, reasons }
}
