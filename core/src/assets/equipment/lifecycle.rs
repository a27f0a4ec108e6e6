//! Where a piece of equipment stands in its life, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where a piece of equipment stands in its life.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// It is there and may be serviced.
    #[default]
    InUse,
    /// It is gone; its history stays (E14).
    Scrapped,
}

use Status::{InUse, Scrapped};

/// The table. Every verb that the state allows is here, also those that keep it.
pub const TABLE: &[Step<Status>] = &[
    step(InUse, "update_card", InUse),
    step(InUse, "set_fields", InUse),
    step(InUse, "set_dates", InUse),
    step(InUse, "set_warranty", InUse),
    step(InUse, "add_photo", InUse),
    step(InUse, "scrap", Scrapped),
    step(Scrapped, "add_photo", Scrapped),
    step(Scrapped, "restore", InUse),
];
