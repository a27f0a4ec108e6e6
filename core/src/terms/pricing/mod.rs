//! Pricing: a quantity and a price list give an amount, with its reasons.

use crate::coverage::{Payer, Share};
use crate::money::{Exact, Rounding};
use crate::price_list::{Item, Unit};
use crate::reason::Reason;
use rust_decimal::Decimal;
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

/// An amount that no decimal number says, such as a third, is told to so many places. It is rounded
/// before that.
const TOLD_PLACES: u32 = 12;

/// Prices a quantity that one payer bears wholly. `None` where the amount has more digits than
/// money can have.
///
/// ```
/// use callout_core::{price_list::Item, coverage::{Payer, Share}, pricing::price, report::Unit};
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
    let seconds = whole_seconds(quantity).filter(|_| item.unit == Unit::Hour);
    let exact = match seconds {
        Some(seconds) => seconds_cost(seconds, price)?,
        None => quantity.times(price)?,
    };
    let list_net = Rounding::default().line(exact);
    let is_exact = exact == list_net;
    let told = exact.decimal().round_dp(TOLD_PLACES).normalize();
    let amount = if is_exact { list_net } else { Exact::new(told) };
    let list = list.to_owned();
    let minutes = seconds.and_then(|seconds| seconds.checked_div(Decimal::from(60)));
    let mut reasons = vec![match minutes.filter(|it| it.fract().is_zero()).map(Exact::new) {
        Some(minutes) => Reason::ListedMinutes { list, minutes, price, amount },
        None => Reason::Listed { list, quantity, price, amount },
    }];
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

/// The seconds of hours that no short decimal number says: five minutes are a twelfth of an hour,
/// which is kept to twelve places and meant as what it is (E52).
fn whole_seconds(hours: Exact) -> Option<Decimal> {
    const SHORT: u32 = 4;
    let hours = Some(hours.decimal().normalize()).filter(|hours| hours.scale() > SHORT)?;
    let seconds = hours.checked_mul(AN_HOUR)?.round_dp(8).normalize();
    (seconds.scale() == 0).then_some(seconds)
}

fn seconds_cost(seconds: Decimal, of_an_hour: Exact) -> Option<Exact> {
    let times = Exact::new(seconds).times(of_an_hour)?;
    Some(Exact::new(times.decimal().checked_div(AN_HOUR)?))
}

/// Its seconds.
const AN_HOUR: Decimal = Decimal::from_parts(3_600, 0, 0, false, 0);

/// What another than the customer bears costs him nothing, whatever a list says.
pub(crate) fn borne(share: &Share) -> Priced {
    let nothing = Rounding::default().line(Exact::ZERO);
    let mut reasons = share.reasons.clone();
    reasons.push(Reason::BorneByWarranty {});
    Priced { unit_price: Exact::ZERO, net: nothing, list_net: nothing, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From 8:00:00 to 9:00:04 at 904.50 an hour: 905.505, and half of a heller more.
    #[test]
    fn seconds_are_priced_as_what_they_are() {
        let hours = Exact::new((Decimal::from(3_604) / Decimal::from(3_600)).round_dp(12));
        let item = Item {
            name: "Práce".into(),
            unit: Unit::Hour,
            price: "904.50".parse().unwrap(),
            vat: Default::default(),
        };
        let share = Share::whole(Payer::Customer, Vec::new());
        let priced = price(hours, &item, "Ceník", &share).unwrap();
        assert_eq!(priced.net.to_string(), "905.51");
        assert!(matches!(priced.reasons[0], Reason::Listed { .. }), "they are no whole minutes");
    }

    /// What each says: minutes, the price of an hour, what a calculator shows and what is billed.
    #[test]
    fn minutes_are_priced_as_what_they_are() {
        for (minutes, hour, exact, net) in [
            (5, "889.50", "74.125", "74.13"),
            (11, "889.50", "163.075", "163.08"),
            (35, "889.50", "518.875", "518.88"),
            (65, "889.50", "963.625", "963.63"),
            (245, "889.50", "3632.125", "3632.13"),
            (50, "978.99", "815.825", "815.83"),
            (50, "889.00", "740.833333333333", "740.83"),
            (20, "900.00", "300.00", "300.00"),
            (90, "889.50", "1334.25", "1334.25"),
        ] {
            let hours = Exact::new((Decimal::from(minutes) / Decimal::from(60)).round_dp(12));
            let item = Item {
                name: "Práce".into(),
                unit: Unit::Hour,
                price: hour.parse().unwrap(),
                vat: Default::default(),
            };
            let share = Share::whole(Payer::Customer, Vec::new());
            let priced = price(hours, &item, "Ceník", &share).unwrap();
            assert_eq!(priced.net.to_string(), net, "{minutes} min");
            let (Reason::Listed { amount, .. } | Reason::ListedMinutes { amount, .. }) =
                priced.reasons[0]
            else {
                panic!("no list")
            };
            assert_eq!(amount.to_string(), exact, "{minutes} min");
            // Pieces are no hours.
            let piece = Item { unit: Unit::Piece, ..item };
            let product = hours.times(piece.price).unwrap();
            let net = price(hours, &piece, "Ceník", &share).unwrap().net;
            assert_eq!(net, Rounding::default().line(product));
        }
    }
}
