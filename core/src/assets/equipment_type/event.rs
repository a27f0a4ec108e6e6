//! What happened to a type of equipment.

use super::{Field, State};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What happened to a type of equipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The type of equipment was defined (S9).
    Created {
        /// The name by which people know the type.
        name: String,
        /// The fields of its cards, in the order in which a card shows them.
        fields: Vec<Field>,
    },
    /// The type got another name or other fields. Values on cards stay as they were written (E17).
    Updated {
        /// The name by which people know the type from then on.
        name: String,
        /// All fields of its cards from then on, in the order in which a card shows them.
        fields: Vec<Field>,
    },
}

/// Folds an event.
pub fn apply(_: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { name, fields } | Event::Updated { name, fields } => State { name, fields },
    }
}
