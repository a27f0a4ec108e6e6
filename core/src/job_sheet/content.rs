//! What a job sheet says.

use crate::company::Profile;
use crate::customer::Address;
use crate::document::Language;
use crate::invoice::Buyer;
use crate::journal::{FreeText, Personal};
use crate::money::Exact;
use crate::report::{LineKind, Unit};
use crate::schedule::{Instant, Zone};
use serde::{Deserialize, Serialize};

/// The machine that was worked on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Machine {
    /// As the customer calls it.
    pub name: FreeText,
    /// Who made it.
    pub maker: FreeText,
    /// Which model.
    pub model: FreeText,
    /// Its serial number.
    pub serial: FreeText,
}

/// A fault, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FaultShown {
    /// What was seen.
    pub symptom: FreeText,
    /// What caused it.
    pub cause: Option<FreeText>,
    /// What was done about it.
    pub remedy: Option<FreeText>,
}

/// A line, as it is shown: what was approved, or reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineShown {
    /// What it is about.
    pub kind: LineKind,
    /// What it is.
    pub name: String,
    /// How much.
    pub quantity: Exact,
    /// Of what.
    pub unit: Unit,
    /// Net amount, where the company shows prices (A10).
    pub net: Option<Exact>,
}

/// A reading, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadingShown {
    /// Which parameter.
    pub parameter: String,
    /// What it showed.
    pub value: Exact,
    /// Of what.
    pub unit: String,
}

/// A visit, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VisitShown {
    /// When work began.
    pub started: Instant,
    /// When it ended.
    pub ended: Option<Instant>,
}

/// What a job sheet says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Content {
    /// Who did the work.
    pub seller: Profile,
    /// For whom.
    pub customer: Personal<Buyer>,
    /// Where, as the customer's; nothing where the activity names no site.
    pub site: Option<Personal<Address>>,
    /// On what.
    pub machine: Option<Machine>,
    /// The activity's number.
    pub activity: String,
    /// The activity in a line.
    pub title: FreeText,
    /// When the customer reported it.
    pub reported_at: Instant,
    /// By whom.
    pub technicians: Vec<Personal<String>>,
    /// When.
    pub visits: Vec<VisitShown>,
    /// What was wrong.
    pub faults: Vec<FaultShown>,
    /// What else there is to say; internal notes are never here (E65).
    pub notes: Vec<FreeText>,
    /// What was done and used.
    pub lines: Vec<LineShown>,
    /// What the machine's meters showed.
    pub readings: Vec<ReadingShown>,
    /// Of the document.
    pub language: Language,
    /// Times are shown in it.
    pub zone: Zone,
}
