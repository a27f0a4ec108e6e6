//! The billing ledger of an activity: who has claimed and billed how much of each released line.
//!
//! Entries are only ever appended. At every moment and for every line 0 <= billed - credited <=
//! approved (R5): a draft reserves, an issued invoice consumes, a deleted draft frees, and what
//! the host takes over is consumed by the host. It stands under the activity's own id.

mod doors;
mod query;

pub use doors::{Command, Event, Facts, Portion, Refusal, apply, decide};
pub use query::{Filter, Order, Row, TABLE};

use crate::money::Exact;
use crate::noun::{Links, Manner, Noun, doors as room_doors};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The ledger as a noun.
pub struct Ledger;

/// The account of one line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Account {
    /// Released by the manager.
    pub approved: Exact,
    /// Reserved by drafts: invoice to quantity.
    pub claimed: BTreeMap<Uuid, Exact>,
    /// Consumed by issued invoices: invoice to quantity.
    pub billed: BTreeMap<Uuid, Exact>,
    /// Taken over by the host: its reference to quantity.
    pub handed_over: BTreeMap<String, Exact>,
}

impl Account {
    /// What nobody has claimed, billed or taken over. `None` past 28 digits.
    pub fn free(&self) -> Option<Exact> {
        let taken = self.claimed.values().chain(self.billed.values());
        let taken = taken.chain(self.handed_over.values());
        taken.copied().try_fold(self.approved, Exact::minus)
    }
}

/// A ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Line to its account.
    pub accounts: BTreeMap<Uuid, Account>,
}

impl State {
    /// The invoices that have billed something of it.
    pub fn billed_by(&self) -> BTreeSet<Uuid> {
        self.accounts.values().flat_map(|account| account.billed.keys().copied()).collect()
    }
}

impl Noun for Ledger {
    room_doors!("ledger", fold 1, tables [TABLE]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::OpenAccount { .. } => Manner::Joins,
            _ => Manner::Adds,
        }
    }

    fn links(id: Uuid, _: &State) -> Links {
        Links::to([Some(id)])
    }

    fn flaw(state: &State) -> Option<&'static str> {
        let sound = |account: &Account| account.free().is_some_and(|free| !free.is_negative());
        (!state.accounts.values().all(sound)).then_some("more of a line is taken than was released")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_was_released_is_a_flaw() {
        let exact = |text: &str| text.parse::<Exact>().unwrap();
        for (approved, billed, claimed, flawed) in
            [("5", "3", "2", false), ("5", "3", "2.01", true), ("0", "0", "0", false)]
        {
            let account = Account {
                approved: exact(approved),
                billed: [(Uuid::nil(), exact(billed))].into(),
                claimed: [(Uuid::nil(), exact(claimed))].into(),
                ..Account::default()
            };
            let state = State { accounts: [(Uuid::nil(), account)].into() };
            assert_eq!(Ledger::flaw(&state).is_some(), flawed, "{billed} + {claimed}");
        }
    }
}
