//! The customer as an invoice or a job sheet names him.

use super::Address;
use serde::{Deserialize, Serialize};

/// To whom an invoice is made out (EN 16931 BG-7), as it was on the day of the draft (E4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Buyer {
    /// The name of the buyer (BT-44).
    pub name: String,
    /// The company number, IČO (BT-47); missing where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_number: Option<String>,
    /// The VAT id, DIČ (BT-48), that of the group where the buyer belongs to one (E1); missing
    /// where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// The postal address of the buyer (BG-8).
    pub address: Address,
}
