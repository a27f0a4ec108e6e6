//! The billing ledger of an activity: who has reserved and billed how much of each released line,
//! and at which amount.
//!
//! Entries are only ever appended. At every moment, for every line and every payer of it,
//! 0 <= billed - credited <= approved (R5): a draft reserves, an issued invoice consumes what its
//! draft reserved, quantity and amount, a deleted draft frees, and what the host takes over is
//! consumed by the host. It stands under the activity's own id.

mod account;
mod doors;
mod query;
mod refusal;

pub use account::{Account, Taken};
pub use doors::{
    CloseAccounts, Command, Consume, Event, Facts, Free, HandOver, OpenAccounts, Portion, Reserve,
    Verb, Wanted, apply, decide,
};
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;

use crate::coverage::Payer;
use crate::noun::{Links, Named, Noun, Offered, doors as room_doors};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The ledger as a noun.
pub struct Ledger;

/// A ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The id of a reported line to its accounts: one for each payer of the line, by the payer.
    pub accounts: BTreeMap<Uuid, BTreeMap<Payer, Account>>,
}

impl State {
    /// The account of a line and a payer; nothing before it is released.
    pub fn account(&self, line: Uuid, payer: Payer) -> Option<&Account> {
        self.accounts.get(&line)?.get(&payer)
    }

    /// Every account with its line and its payer, in their order.
    pub fn each(&self) -> impl Iterator<Item = (Uuid, Payer, &Account)> {
        self.accounts.iter().flat_map(|(line, payers)| {
            payers.iter().map(|(payer, account)| (*line, *payer, account))
        })
    }

    /// The invoices that have billed something of it.
    pub fn billed_by(&self) -> BTreeSet<Uuid> {
        self.each().flat_map(|(.., account)| account.billed.keys().copied()).collect()
    }
}

impl Noun for Ledger {
    room_doors!("ledger", fold 2, tables [TABLE]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = if row.free.is_positive() { vec!["hand_over"] } else { Vec::new() };
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        vec![Named::number("activity", row.activity, &mut row.activity_number)]
    }

    fn links(id: Uuid, _: &State) -> Links {
        Links::to([Some(id)])
    }

    fn hide_prices(state: &mut State) {
        for account in state.accounts.values_mut().flat_map(BTreeMap::values_mut) {
            let taken = account.reserved.values_mut().chain(account.billed.values_mut());
            taken.for_each(|taken| taken.net = None);
        }
    }

    fn hide_event_prices(event: &mut Event) {
        match event {
            Event::AccountOpened { portion } | Event::AccountClosed { portion } => {
                portion.net = None;
            }
            Event::Reserved { portions, .. }
            | Event::Consumed { portions, .. }
            | Event::Freed { portions, .. }
            | Event::HandedOver { portions, .. } => {
                portions.iter_mut().for_each(|portion| portion.net = None);
            }
        }
    }

    fn flaw(state: &State) -> Option<&'static str> {
        let taken = |account: &Account| account.free().is_none_or(|free| free.is_negative());
        if state.each().any(|(.., account)| taken(account)) {
            return Some("more of a line is taken than was released");
        }
        let below = |taken: &Taken| {
            taken.quantity.is_negative() || taken.net.is_some_and(|net| net.is_negative())
        };
        let mut entries = state
            .each()
            .flat_map(|(.., account)| account.reserved.values().chain(account.billed.values()));
        entries.any(below).then_some("less than nothing of a line is reserved or billed")
    }
}

#[cfg(test)]
mod tests;
mod told;
