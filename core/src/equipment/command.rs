//! What may be asked of a piece of equipment.

use super::{Card, Dates, Terms};
use crate::journal::Hash;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of a piece of equipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Put it under its customer (S6, S7). It takes the next number of its year.
    Create {
        /// Whose.
        customer: Uuid,
        /// What its card says.
        card: Card,
        /// Its birth.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        dates: Dates,
    },
    /// Write the card anew (S8), whole: what is missing is empty from then on.
    ChangeCard {
        /// What it says.
        card: Card,
    },
    /// Fill in fields of its type (S9); others stay.
    SetFields {
        /// Key to value as text (`"12.5"`, `"2026-10-16"`, `"true"`); `null` takes it away.
        values: BTreeMap<String, Option<String>>,
    },
    /// Say when it was born (S10); what is missing is unknown (E18).
    SetDates {
        /// All three.
        dates: Dates,
    },
    /// Say what warranty it has (S11).
    SetWarranty {
        /// What was agreed; nothing where there is no warranty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<Terms>,
    },
    /// Add a photograph (S12), which has been put as a blob; twice is once.
    AddPhoto {
        /// The picture's bytes.
        content: Hash,
        /// File name, or what it shows.
        name: String,
        /// `image/jpeg`.
        media_type: String,
    },
    /// Say that it is gone (E14).
    Scrap {
        /// Why.
        reason: String,
    },
}
