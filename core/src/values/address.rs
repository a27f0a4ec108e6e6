//! Postal addresses.

use serde::{Deserialize, Serialize};

/// A postal address, as it is printed (EN 16931 BG-5, BG-8, BG-15).
///
/// ```
/// use callout_core::address::Address;
/// let seat = Address {
///     street: "Klíčová 12".into(),
///     city: "Praha 3".into(),
///     postal_code: "130 00".into(),
///     country: "CZ".into(),
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The street with its house number, or the village's house number alone (BT-35).
    pub street: String,
    /// The city, town or village (BT-37).
    pub city: String,
    /// The postal code as it is printed: `252 42` (BT-38).
    pub postal_code: String,
    /// The country, ISO 3166-1 alpha-2: `CZ` (BT-40).
    pub country: String,
}
