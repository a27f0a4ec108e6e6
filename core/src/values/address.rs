//! Postal addresses.

use serde::{Deserialize, Serialize};

/// A postal address, as it is printed (EN 16931 BG-5, BG-8, BG-15).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Street with house number, or the village's house number alone (BT-35).
    pub street: String,
    /// City (BT-37).
    pub city: String,
    /// Postal code as it is printed: `252 42` (BT-38).
    pub postal_code: String,
    /// Country, ISO 3166-1 alpha-2 (BT-40).
    pub country: String,
}
