//! Facts for a price list's decisions, and the list that holds on a day.

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::money::Currency;
use crate::port::index::{Cell, Cond, is};
use crate::price_list::{self, Command, Facts, PriceList, Publish, Row, State, day};
use chrono::NaiveDate;

impl Fetch for PriceList {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), same_day: None };
        if let Command::Publish(Publish { currency, valid_from, .. }) = command {
            let conds = vec![
                is("currency", Cell::text(currency.code())),
                is("valid_from", day(*valid_from)),
            ];
            let found = desk.rows(&price_list::TABLE, conds, "valid_from", 1)?;
            if let Some(found) = found.first() {
                facts.same_day = Some(desk.row::<Row>(found)?.name);
            }
        }
        Ok(facts)
    }
}

/// The list that holds for work on a day (R1): the newest that began on it or before.
pub(super) fn holding_on(
    desk: &mut Desk<'_>,
    currency: Currency,
    on: NaiveDate,
) -> Result<Option<State>, Error> {
    let next = on.succ_opt().unwrap_or(on);
    let conds =
        vec![is("currency", Cell::text(currency.code())), Cond::Below("valid_from", day(next))];
    let found = desk.newest(&price_list::TABLE, conds, "valid_from")?;
    match found {
        Some(found) => desk.state::<PriceList>(found.place.owner),
        None => Ok(None),
    }
}

/// Whether there is any list in a currency.
pub(super) fn any(desk: &mut Desk<'_>, currency: Currency) -> Result<bool, Error> {
    let conds = vec![is("currency", Cell::text(currency.code()))];
    Ok(!desk.rows(&price_list::TABLE, conds, "valid_from", 1)?.is_empty())
}
