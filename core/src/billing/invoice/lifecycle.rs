//! Where an invoice stands, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where an invoice stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Reserves its lines; has no number.
    #[default]
    Draft,
    /// Has its number and is never changed.
    Issued,
    /// A draft that was thrown away.
    Void,
}

use Status::{Draft, Issued, Void};

/// The table. Being paid is no state: it follows from the payments.
pub const TABLE: &[Step<Status>] = &[
    step(Draft, "issue", Issued),
    step(Draft, "delete_draft", Void),
    step(Issued, "record_payment", Issued),
    step(Issued, "remove_payment", Issued),
];
