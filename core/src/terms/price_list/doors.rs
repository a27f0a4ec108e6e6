//! What may be asked of a price list, and what it answers.

use super::{Item, State};
use crate::journal::is_blank;
use crate::money::Currency;
use crate::noun::Given;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};

crate::noun::commands! {
    /// What may be asked of a price list.
    Command

    /// Publish one that holds for work from a day on, until another of its currency begins. Two of
    /// one currency do not begin on one day (`PRICELIST-PUBLISH-01`).
    ///
    /// ```
    /// # use callout_core::{price_list::{self, Item, Unit}, engine::Session, money::Currency};
    /// # use callout_core::tax::VatClass;
    /// # fn ask(office: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let (name, price) = ("Work of the technician".into(), "890.00".parse()?);
    /// let labour = Item { name, unit: Unit::Hour, price, vat: VatClass::Standard };
    /// let publish = price_list::Publish {
    ///     name: "Prices of 2026".into(),
    ///     currency: Currency::Czk,
    ///     valid_from: "2026-01-01".parse()?,
    ///     items: [("labour".to_owned(), labour)].into(),
    /// };
    /// let list = office.create(publish)?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    creates Publish: whole {
        /// The name by which people know it, quoted with every price; not empty
        /// (`PRICELIST-PUBLISH-02`).
        name: String,
        /// The currency of all its prices.
        currency: Currency,
        /// The first day of work for which it holds.
        valid_from: NaiveDate,
        /// The code of each item, as reported lines name it, to what one unit costs; one at least
        /// (`PRICELIST-ITEM-01`).
        items: BTreeMap<String, Item>,
    }

    /// Put items in, in place of those with the same code. What was billed keeps its price.
    ///
    /// ```
    /// # use callout_core::{price_list::{self, Item, Unit}, engine::Session, tax::VatClass};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, list: Uuid, version: u64) -> Done {
    /// let (name, price) = ("Filter F7".into(), "1249.90".parse()?);
    /// let filter = Item { name, unit: Unit::Piece, price, vat: VatClass::Standard };
    /// let items = [("filter".to_owned(), filter)].into();
    /// office.change(list, version, price_list::SetItems { items })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.list, 1).unwrap();
    /// ```
    changes SetItems {
        /// The code of each item to what one unit costs; one at least (`PRICELIST-ITEM-01`). Items
        /// of other codes stay.
        items: BTreeMap<String, Item>,
    }
}

/// What happened to a price list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The price list was published.
    Published {
        /// The name by which people know the list; it is quoted with every price that it gives.
        name: String,
        /// The currency of all its prices.
        currency: Currency,
        /// The first day of work for which it holds; it holds until another list of the same
        /// currency begins (R1).
        valid_from: NaiveDate,
        /// The code of each item, as reported lines name it, to what one unit costs.
        items: BTreeMap<String, Item>,
    },
    /// Items were put into the list, in place of those with the same code.
    ItemsSet {
        /// The code of each item that was put in to what one unit costs; items of other codes stay.
        items: BTreeMap<String, Item>,
    },
}

crate::codes! {
    /// Why a price list says no.
    pub enum Refusal {
        /// A list or a change without any item.
        Empty {} => Invalid "PRICELIST-ITEM-01"
            en "There are no items. Give at least one code with its price."
            cs "Chybí položky. Uveďte alespoň jeden kód s cenou.",
        /// A price below zero: what is given back has a negative quantity (BR-27).
        Negative { code: String } => Invalid "PRICELIST-ITEM-02"
            en "The price of {code} is negative. Give a price of zero or more."
            cs "Cena položky {code} je záporná. Uveďte cenu nula nebo vyšší.",
        /// No code, or no name to print.
        Unnamed { code: String } => Invalid "PRICELIST-ITEM-03"
            en "The item {code} has no code or no name. Give both."
            cs "Položka {code} nemá kód nebo název. Uveďte obojí.",
        /// A list without a name: it stands among the reasons of every price.
        ListUnnamed {} => Invalid "PRICELIST-PUBLISH-02"
            en "The price list has no name. Give one: it is quoted with every price."
            cs "Ceník nemá název. Uveďte jej: uvádí se u každé ceny.",
        /// Two lists from the same day.
        SameDay { valid_from: NaiveDate, list: String } => Refused "PRICELIST-PUBLISH-01"
            en "The list {list} holds from {valid_from} too. Change that one, or choose another day."
            cs "Od {valid_from} platí i ceník {list}. Změňte jej, nebo zvolte jiný den.",
    }
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The list of the same currency that begins on the same day.
    pub same_day: Option<String>,
}

/// Says what happens, or why not.
pub fn decide(_: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    Ok(vec![match command {
        Command::Publish(Publish { name, currency, valid_from, items }) => {
            sound(items)?;
            if is_blank(name) {
                return Err(Refusal::ListUnnamed {});
            }
            if let Some(list) = &facts.same_day {
                return Err(Refusal::SameDay { valid_from: *valid_from, list: list.clone() });
            }
            Event::Published {
                name: name.clone(),
                currency: *currency,
                valid_from: *valid_from,
                items: items.clone(),
            }
        }
        Command::SetItems(SetItems { items }) => {
            sound(items)?;
            Event::ItemsSet { items: items.clone() }
        }
    }])
}

fn sound(items: &BTreeMap<String, Item>) -> Result<(), Refusal> {
    if items.is_empty() {
        return Err(Refusal::Empty {});
    }
    for (code, item) in items {
        if is_blank(code) || is_blank(&item.name) {
            return Err(Refusal::Unnamed { code: code.clone() });
        }
        if item.price.is_negative() {
            return Err(Refusal::Negative { code: code.clone() });
        }
    }
    Ok(())
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Published { name, currency, valid_from, items } => {
            State { name, currency, valid_from, items }
        }
        Event::ItemsSet { items } => {
            state.items.extend(items);
            state
        }
    }
}
