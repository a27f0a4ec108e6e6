//! Currencies.

use serde::{Deserialize, Serialize};

/// A currency that invoices are made out in (ISO 4217).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Currency {
    /// The Czech crown: CZK in ISO 4217.
    #[default]
    #[serde(rename = "CZK")]
    Czk,
    /// The euro: EUR in ISO 4217.
    #[serde(rename = "EUR")]
    Eur,
}

impl Currency {
    /// ISO 4217 letters.
    pub const fn code(self) -> &'static str {
        match self {
            Currency::Czk => "CZK",
            Currency::Eur => "EUR",
        }
    }

    /// Decimal places of an amount.
    pub const fn places(self) -> u32 {
        2
    }
}
