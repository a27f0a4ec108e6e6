//! What may be asked of a task.

use super::About;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{EnumDiscriminants, IntoStaticStr, VariantArray, VariantNames};

/// What may be asked of a task.
#[derive(
    Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames, EnumDiscriminants,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[strum_discriminants(
    name(Verb),
    derive(IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case"),
    doc = "The name of a [`Command`], such as `create`.",
    allow(missing_docs)
)]
pub enum Command {
    /// Create one for oneself (S39).
    Create {
        /// What is to be done, in one line; not empty (`TASK-TITLE-01`).
        title: String,
        /// What is to be done at length; empty where the title says all.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
        /// The moment until which it is to be done; no due time where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        /// The customer, machine or activity that it is about; nothing where it is missing. An
        /// activity brings its customer and machine along, a machine its customer; two customers
        /// are refused (`TASK-ABOUT-04`).
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        about: About,
    },
    /// Say it better; what is missing stays.
    Update {
        /// The new title, in one line; the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The new text at length; the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The moment until which it is to be done; the one before stays where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        /// What it is about, whole, with what follows from it; what was said before stays where it
        /// is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
    },
    /// Say that it is done.
    Complete {},
    /// Say that it is to be done after all, where it was done or cancelled.
    Reopen {},
    /// Say that it need not be done.
    Cancel {},
}
