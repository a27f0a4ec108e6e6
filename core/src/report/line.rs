//! One line of a report.

use crate::coverage::Coverage;
use crate::journal::FreeText;
use crate::money::Exact;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

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
    /// Consumable material (materiál).
    Material,
    /// Hours of work.
    Labour,
    /// Hours on the way (A9).
    Travel,
    /// Kilometres driven (S31).
    Kilometres,
    /// A fee: call-out, disposal.
    Fee,
}

/// A unit of measure, with its code in UN/ECE Recommendation 20 (BT-130).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Piece: H87.
    #[default]
    Piece,
    /// Hour: HUR.
    Hour,
    /// Kilometre: KMT.
    Kilometre,
    /// Metre: MTR.
    Metre,
    /// Litre: LTR.
    Litre,
    /// Kilogram: KGM.
    Kilogram,
    /// Lump sum: LS.
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

/// Where a line stands. How much of it is billed is read from the ledger.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Prefilled by the manager, preliminary (S22).
    #[default]
    Planned,
    /// Reported by the technician, still being worked on.
    Reported,
    /// Waits for the manager.
    Submitted,
    /// Approved, wholly or in part.
    Approved,
    /// Will not be billed.
    Rejected,
    /// Back with the technician.
    Returned,
    /// Handed to invoicing.
    Released,
}

/// What a line is made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What it is about.
    pub kind: LineKind,
    /// Code in the price list; free text for what is in none yet (E54).
    pub code: String,
    /// As it is printed.
    pub name: String,
    /// Of measure.
    pub unit: Unit,
}

/// One of the three values, with who, when and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// How much.
    pub quantity: Exact,
    /// Who said so.
    pub by: Uuid,
    /// When.
    pub at: Instant,
    /// Why it is not what it was before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<FreeText>,
}

/// When work was done, as evidence for its hours.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Worked {
    /// From.
    pub from: Instant,
    /// To.
    pub to: Instant,
}

/// What was reported of a line that somebody else had changed or decided meanwhile (R3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Beside {
    /// Its id, by which it is taken over.
    pub id: Uuid,
    /// What the line was made of.
    pub content: Content,
    /// How much, who, when and why.
    pub value: Value,
    /// On which visit.
    pub visit: Option<Uuid>,
    /// When the work was done, as evidence for its hours.
    pub worked: Option<Worked>,
    /// When the work was done, for its price (R1).
    pub done_at: Option<Instant>,
    /// What a manager decided about it; still to be settled where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<FreeText>,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// Its id.
    pub id: Uuid,
    /// Where it stands.
    pub status: Status,
    /// What it is made of.
    pub content: Content,
    /// On which visit.
    pub visit: Option<Uuid>,
    /// When the work was done.
    pub worked: Option<Worked>,
    /// When the work was done, once it is reported: its price is chosen by it (R1).
    #[serde(default)]
    pub done_at: Option<Instant>,
    /// As the manager prefilled it.
    pub planned: Option<Value>,
    /// As the technician reported it.
    pub reported: Option<Value>,
    /// As the manager approved it.
    pub approved: Option<Value>,
    /// Who pays for it and why, decided with the approval; missing before it.
    pub coverage: Option<Coverage>,
    /// Why it was rejected or returned.
    pub reason: Option<FreeText>,
    /// Reported after the activity was closed or cancelled, by one taken off it, or when somebody
    /// else had changed or decided the line (R3).
    pub late: bool,
    /// What was reported in that last case, oldest first; what was taken over has changed places
    /// with what the line said before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Beside>,
}

impl Line {
    /// The newest quantity.
    pub fn quantity(&self) -> Exact {
        let newest = self.approved.as_ref().or(self.reported.as_ref()).or(self.planned.as_ref());
        newest.map_or(Exact::ZERO, |value| value.quantity)
    }

    /// Takes reports: nothing is decided yet.
    pub fn is_open(&self) -> bool {
        matches!(
            self.status,
            Status::Planned | Status::Reported | Status::Returned | Status::Submitted
        )
    }

    /// What stands beside it and no manager has settled.
    pub fn unsettled(&self) -> impl Iterator<Item = &Beside> {
        self.beside.iter().filter(|beside| beside.settled.is_none())
    }

    /// Waits for a decision (S50).
    pub fn is_pending(&self) -> bool {
        let undecided =
            matches!(self.status, Status::Reported | Status::Submitted | Status::Returned);
        undecided || self.unsettled().next().is_some()
    }

    /// When the work was done: the day that its price is chosen by (R1).
    pub fn work_instant(&self) -> Option<Instant> {
        let reported = || self.reported.as_ref().map(|value| value.at);
        self.done_at.or_else(reported)
    }
}
