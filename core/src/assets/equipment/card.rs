//! What the card of a piece of equipment says, apart from its type's own fields.

use crate::journal::{FreeText, Hash, Personal};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The card of a piece of equipment (S8).
///
/// ```
/// use callout_core::equipment::Card;
/// let card = Card {
///     name: "Compressor in hall 2".into(),
///     manufacturer: "Atmos".into(),
///     serial: "AT-77120".into(),
///     ..Default::default()
/// };
/// assert_eq!(card.serial.words(), "AT-77120");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Card {
    /// The name by which people call it; not empty (`EQUIPMENT-CARD-01`).
    pub name: FreeText,
    /// The id of its equipment type, which says what fields it has (`EQUIPMENT-CARD-04` where there
    /// is none such); no type where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment_type: Option<Uuid>,
    /// Who made it; unknown where it is missing.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub manufacturer: FreeText,
    /// What the manufacturer calls it; unknown where it is missing.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub model: FreeText,
    /// The manufacturer's number of this piece; unknown where it is missing. Two pieces of one
    /// manufacturer have not the same (`EQUIPMENT-CARD-05`).
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub serial: FreeText,
    /// The id of the customer's site on which it stands (`EQUIPMENT-CARD-03` where he has none
    /// such); none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Uuid>,
    /// Where on the site it stands: `hala 2, u sloupu C4`; unsaid where it is missing.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub location: FreeText,
    /// Whether work on it is construction or assembly work (CZ-CPA 41 to 43), as on heating or
    /// wiring that is part of a building: to a payer of VAT such work is billed without tax (act
    /// 235/2004, § 92e). Unsaid where it is missing; an activity may say otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub construction: Option<bool>,
    /// The id of the equipment of the same customer of which it is a component
    /// (`EQUIPMENT-PARENT-01` to `-03`); of none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Uuid>,
}

/// A photograph of a piece of equipment (S12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Photo {
    /// Hash of the picture's bytes, under which they are kept as a blob.
    pub content: Personal<Hash>,
    /// The file name of the picture, or what it shows.
    pub name: FreeText,
    /// The media type of the picture, `image/jpeg`.
    pub media_type: FreeText,
    /// The id of the person who added it.
    pub by: Uuid,
    /// The moment at which it was added.
    pub at: Instant,
}

/// Whose the equipment was from when (R9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ownership {
    /// The id of the customer who owned it.
    pub customer: Uuid,
    /// The moment from which he owned it, until that of the next owner; the first ownership reaches
    /// back to the beginning.
    pub from: Instant,
}
