//! What a job sheet says.

use crate::company::Profile;
use crate::customer::Address;
use crate::customer::Buyer;
use crate::journal::{FreeText, Personal};
use crate::language::Language;
use crate::money::Exact;
use crate::report::{LineKind, Unit};
use crate::schedule::{Instant, Zone};
use serde::{Deserialize, Serialize};

/// The equipment that was worked on, as its card says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EquipmentDetails {
    /// The name by which people call it; empty once it was forgotten.
    pub name: FreeText,
    /// Who made it; empty where nobody knows.
    pub manufacturer: FreeText,
    /// What the manufacturer calls it; empty where nobody knows.
    pub model: FreeText,
    /// The manufacturer's number of this piece; empty where nobody knows.
    pub serial: FreeText,
}

/// A fault, as a job sheet shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FaultShown {
    /// What the customer saw.
    pub symptom: FreeText,
    /// What caused it; nothing where nobody said.
    pub cause: Option<FreeText>,
    /// What was done about it; nothing where nobody said.
    pub remedy: Option<FreeText>,
}

/// A line, as a job sheet shows it: with what was approved, or else reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineShown {
    /// What sort of line it is: part, material, labour, travel, kilometres or fee.
    pub kind: LineKind,
    /// The name as it is printed.
    pub name: FreeText,
    /// The quantity that was approved, or else reported, in the unit; above zero.
    pub quantity: Exact,
    /// The unit of the quantity.
    pub unit: Unit,
    /// Net amount, as the invoice prices it: zero where the warranty bears the line. Nothing where
    /// the company shows no prices on job sheets (A10), where no price list gives one, and for
    /// those who see no prices.
    pub net: Option<Exact>,
}

/// A reading of the equipment, as a job sheet shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadingShown {
    /// The name of the parameter: `operating_hours`.
    pub parameter: String,
    /// What the sheet prints for it, as the type of the equipment calls it: `Provozní hodiny`.
    /// Missing where no type names it, and the parameter itself is printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// What the meter showed, in the unit.
    pub value: Exact,
    /// The unit of the value, as it was said: `h`, `bar`, `°C`.
    pub unit: String,
}

/// A visit on which there was work, as a job sheet shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VisitShown {
    /// The moment at which work first began.
    pub started: Instant,
    /// The moment at which the visit was over; nothing while something is still to come of it.
    pub ended: Option<Instant>,
}

/// What a job sheet says: all that the customer signs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Content {
    /// The company that did the work, as on documents.
    pub seller: Profile,
    /// The customer for whom it was done; erased with him where no law keeps it.
    pub customer: Personal<Buyer>,
    /// The address at which the work was done, kept as the customer's; nothing where the activity
    /// names no site.
    pub site: Option<Personal<Address>>,
    /// The equipment that was worked on; nothing where the activity names none.
    pub equipment: Option<EquipmentDetails>,
    /// The number of the activity, as people know it, `SA-2026-00017`.
    pub activity: String,
    /// What the activity is about, in one line.
    pub title: FreeText,
    /// The moment at which the customer reported it.
    pub reported_at: Instant,
    /// The names of the technicians who are on the activity.
    pub technicians: Vec<Personal<String>>,
    /// The visits on which there was work, by when they were planned to begin.
    pub visits: Vec<VisitShown>,
    /// What was wrong, without what was told late.
    pub faults: Vec<FaultShown>,
    /// What else there is to say; internal notes are never here (E65).
    pub notes: Vec<FreeText>,
    /// What was done and used: reported lines of more than nothing that are not rejected.
    pub lines: Vec<LineShown>,
    /// What the equipment's meters showed, in order of time.
    pub readings: Vec<ReadingShown>,
    /// The language in which it is written.
    pub language: Language,
    /// The company's zone, in which times are shown.
    pub zone: Zone,
}
