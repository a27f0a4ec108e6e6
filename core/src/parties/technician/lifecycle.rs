//! Whether a technician works here, and what that allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Whether a technician works here.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Yes: new work may be assigned.
    #[default]
    Active,
    /// Not any more (E38).
    Inactive,
}

use Status::{Active, Inactive};

/// The table. Every verb that the state allows is here, also those that keep it.
pub const TABLE: &[Step<Status>] = &[
    step(Active, "update", Active),
    step(Active, "set_hours", Active),
    step(Active, "set_day", Active),
    step(Active, "set_skills", Active),
    step(Active, "set_busy", Active),
    step(Active, "add_absence", Active),
    step(Active, "remove_absence", Active),
    step(Active, "deactivate", Inactive),
    step(Inactive, "reactivate", Active),
];
