//! The account of one line and one payer.

use crate::money::Exact;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How much of an account one invoice has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Taken {
    /// Quantity, in the unit of the line.
    pub quantity: Exact,
    /// Net amount (BT-131), in the currency of the invoice; missing where it was not said, and for
    /// those who see no prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Exact>,
}

/// The account of one line and one payer of it. Quantities are in the unit of the line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Account {
    /// The quantity that the manager released for this payer.
    pub approved: Exact,
    /// Reserved by drafts: the draft's id to what it reserves.
    pub reserved: BTreeMap<Uuid, Taken>,
    /// Consumed by issued invoices: the invoice's id to what it consumed.
    pub billed: BTreeMap<Uuid, Taken>,
    /// Taken over by the host: its reference to the quantity.
    pub handed_over: BTreeMap<String, Exact>,
}

impl Account {
    /// The quantity that nobody has reserved, billed or taken over. `None` past 28 digits.
    pub fn free(&self) -> Option<Exact> {
        let taken = self.reserved.values().chain(self.billed.values()).map(|taken| taken.quantity);
        taken.chain(self.handed_over.values().copied()).try_fold(self.approved, Exact::minus)
    }
}
