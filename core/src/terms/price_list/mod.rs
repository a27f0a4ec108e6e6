//! Price lists: what an hour, a kilometre, a part and a call-out cost from a day on (S59).

mod doors;
mod kind;
mod query;
mod told;

pub use crate::tax::VatClass;
pub use doors::{Command, Event, Facts, Publish, Refusal, SetItems, Verb, apply, decide};
pub use kind::{LineKind, Unit};
pub(crate) use query::day;
pub use query::{Filter, Order, Row, TABLE};

use crate::money::{Currency, Exact};
use crate::noun::{Links, Noun, Offered, doors as room_doors};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The price list as a noun.
pub struct PriceList;

/// What one thing costs.
///
/// ```
/// use callout_core::{price_list::{Item, Unit}, tax::VatClass};
/// let filter = Item {
///     name: "Filter F7".into(),
///     unit: Unit::Piece,
///     price: "1249.90".parse()?,
///     vat: VatClass::Standard,
/// };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The name as people read it; not empty.
    pub name: String,
    /// The unit of which one costs the price; a line in another unit is refused
    /// (`INVOICE-PRICE-02`).
    pub unit: Unit,
    /// Net price of one unit (BT-146), in the list's currency; zero or more. Zero for those who see
    /// no prices.
    pub price: Exact,
    /// The VAT class under which it falls: the standard one where it is missing.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub vat: VatClass,
}

/// A price list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The name by which people know it; it is quoted with every price that it gives.
    pub name: String,
    /// The currency of all its prices.
    pub currency: Currency,
    /// The first day of work for which it holds; it holds until another list of the same currency
    /// begins (R1).
    pub valid_from: NaiveDate,
    /// The code of each item, as reported lines name it, to what one unit costs.
    pub items: BTreeMap<String, Item>,
}

impl Noun for PriceList {
    room_doors!("price_list", fold 1, tables [TABLE]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = Self::available_verbs(&State::default());
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }

    fn hide_prices(state: &mut State) {
        without_prices(&mut state.items);
    }

    fn hide_event_prices(event: &mut Event) {
        let (Event::Published { items, .. } | Event::ItemsSet { items }) = event;
        without_prices(items);
    }
}

fn without_prices(items: &mut BTreeMap<String, Item>) {
    for item in items.values_mut() {
        item.price = Exact::ZERO;
    }
}
