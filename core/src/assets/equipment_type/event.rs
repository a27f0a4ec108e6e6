//! What happened to a type of equipment.

use super::{Field, State};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What happened to a type of equipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Created { name: String, fields: Vec<Field> },
    Updated { name: String, fields: Vec<Field> },
}

/// Folds an event.
pub fn apply(_: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { name, fields } | Event::Updated { name, fields } => State { name, fields },
    }
}
