//! What can be charged: the kinds of lines, and their units.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// What a line is about.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LineKind {
    /// A spare part (díl).
    #[default]
    Part,
    /// Consumable material (materiál); a warranty does not pay for it.
    Material,
    /// Hours of work, without those on the way.
    Labour,
    /// Hours on the way (A9).
    Travel,
    /// Kilometres that were driven (S31).
    Kilometres,
    /// A fee: call-out, disposal.
    Fee,
}

/// A unit of measure, with its code in UN/ECE Recommendation 20 (BT-130).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// By the piece (code H87).
    #[default]
    Piece,
    /// By the hour (code HUR).
    Hour,
    /// By the kilometre (code KMT).
    Kilometre,
    /// By the metre (code MTR).
    Metre,
    /// By the litre (code LTR).
    Litre,
    /// By the kilogram (code KGM).
    Kilogram,
    /// By the lump sum (code LS).
    LumpSum,
}

impl Unit {
    /// The code of UN/ECE Recommendation 20.
    pub const fn code(self) -> &'static str {
        match self {
            Unit::Piece => "H87",
            Unit::Hour => "HUR",
            Unit::Kilometre => "KMT",
            Unit::Metre => "MTR",
            Unit::Litre => "LTR",
            Unit::Kilogram => "KGM",
            Unit::LumpSum => "LS",
        }
    }
}
