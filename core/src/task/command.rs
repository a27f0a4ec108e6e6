//! What may be asked of a task.

use super::About;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What may be asked of a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Add one for oneself (S39).
    Add {
        /// In a line.
        title: String,
        /// At length.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        /// What it is about. An activity brings its customer and equipment along, a machine its
        /// customer.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        about: About,
    },
    /// Say it better; what is missing stays.
    Change {
        /// In a line.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// At length.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        /// What it is about, whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
    },
    /// It is done.
    Complete {},
    /// It is not done after all.
    Reopen {},
    /// It need not be done.
    Drop {},
}
