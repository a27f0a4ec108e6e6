//! How amounts are rounded, as data: an invoice keeps it (R11).

use super::Exact;
use serde::{Deserialize, Serialize};

/// Which way a half goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundingMode {
    /// Away from zero: 0.005 becomes 0.01, and -0.005 becomes -0.01.
    #[default]
    HalfAwayFromZero,
}

/// How the amounts of a document are rounded (EN 16931): each line once, then the tax of each
/// rate once. Sums are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rounding {
    /// Which way a half goes.
    pub mode: RoundingMode,
    /// Decimals of a line's net amount (BT-131).
    pub line: u32,
    /// Decimals of a rate's tax (BT-117).
    pub rate: u32,
}

impl Default for Rounding {
    /// Two decimals, as both currencies have them.
    fn default() -> Self {
        Rounding { mode: RoundingMode::default(), line: 2, rate: 2 }
    }
}

impl Rounding {
    /// Rounds a line's net amount.
    #[must_use]
    pub fn line(&self, amount: Exact) -> Exact {
        self.places(amount, self.line)
    }

    /// Rounds a rate's tax.
    #[must_use]
    pub fn rate(&self, amount: Exact) -> Exact {
        self.places(amount, self.rate)
    }

    fn places(self, amount: Exact, places: u32) -> Exact {
        match self.mode {
            RoundingMode::HalfAwayFromZero => amount.round(places),
        }
    }
}
