//! What the card of a machine says, apart from its type's own fields.

use crate::journal::{FreeText, Hash, Personal};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The card of a machine (S8).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Card {
    /// How people call it.
    pub name: FreeText,
    /// Its type, which says what fields it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment_type: Option<Uuid>,
    /// Who made it.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub maker: FreeText,
    /// What the maker calls it.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub model: FreeText,
    /// The maker's number of this piece.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub serial: FreeText,
    /// Where it stands; one of the customer's sites.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Uuid>,
    /// Where on the site: `hala 2, u sloupu C4`.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub location: FreeText,
    /// What it is a component of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Uuid>,
}

/// A photograph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Photo {
    /// The picture's bytes.
    pub content: Personal<Hash>,
    /// File name, or what it shows.
    pub name: FreeText,
    /// `image/jpeg`.
    pub media_type: FreeText,
    /// Who added it.
    pub by: Uuid,
    /// When.
    pub at: Instant,
}

/// Whose the machine was from when (R9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ownership {
    /// Whose.
    pub customer: Uuid,
    /// From then on, until the next one; the first one reaches back to the beginning.
    pub from: Instant,
}
