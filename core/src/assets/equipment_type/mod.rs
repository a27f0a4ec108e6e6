//! Types of equipment, with the fields that a company wants on their cards (S9).
//!
//! A card keeps each value with the label and unit that the field had when it was written, so a
//! field that is renamed, retyped or removed changes nothing on cards filled in before (E17).

mod decide;
mod event;
mod query;
mod told;

pub use decide::{Command, Create, Facts, Refusal, Update, Verb, decide};
pub use event::{Event, apply};
pub use query::{Filter, Order, Row, TABLE, WORDS};

use crate::noun::{Links, Noun, Offered, doors};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use uuid::Uuid;

/// The equipment type as a noun.
pub struct EquipmentType;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FieldKind {
    /// Any text, in somebody's own words.
    Text,
    /// A decimal number, with a unit where it has one.
    Number,
    /// A day, as `2026-10-16`.
    Date,
    /// One of the field's choices.
    Choice,
    /// Yes or no, as `true` or `false`.
    Flag,
}

/// A field of a card.
///
/// ```
/// use callout_core::equipment_type::{Field, FieldKind};
/// let filter = Field {
///     key: "filter_class".into(),
///     label: "Filter class".into(),
///     kind: FieldKind::Choice,
///     unit: None,
///     choices: vec!["F7".into(), "H13".into()],
///     counter: false,
///     required: true,
/// };
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The key by which programs name it: lower-case letters, digits and `_`, at most 64, each once
    /// in a type (`EQUIPMENT-TYPE-02`, `-03`).
    pub key: String,
    /// The name by which people know it; not empty (`EQUIPMENT-TYPE-04`).
    pub label: String,
    /// What a value of it is: text, number, date, choice or flag.
    pub kind: FieldKind,
    /// The unit of a number: `bar`. A reading of the parameter with this key is in a unit that can
    /// be told in it (`REPORT-READING-06`). Missing where it has none; another kind has no unit
    /// (`EQUIPMENT-TYPE-06`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What may be chosen where it is a choice: one at least, each once. Empty for another kind
    /// (`EQUIPMENT-TYPE-05`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Whether it is a counter that only goes up, as hours of operation are: a reading of the
    /// parameter with this key is not below the one before (`REPORT-READING-01`). A number only
    /// (`EQUIPMENT-TYPE-07`); `false` where it is missing.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub counter: bool,
    /// Whether a card that lacks it is refused when fields are filled in (`EQUIPMENT-FIELD-04`);
    /// `false` where it is missing.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub required: bool,
}

/// A type of equipment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The name by which people know it.
    pub name: String,
    /// The fields of its cards, in the order in which a card shows them.
    pub fields: Vec<Field>,
}

impl Noun for EquipmentType {
    doors!("equipment_type", fold 1, sorted, tables [TABLE, WORDS]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = Self::available_verbs(&State::default());
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }
}
