//! Where the newest version of a job sheet stands, and what each state allows.

use crate::noun::{Step, step};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Where the newest version of a job sheet stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Nobody has signed, refused or been found absent yet.
    #[default]
    Pending,
    /// The customer signed, with a reservation or without.
    Signed,
    /// The customer would not sign (E59).
    Refused,
    /// Nobody was there to sign (E59).
    Absent,
    /// It was confirmed, as an act apart from the signature (S43).
    Confirmed,
}

use Status::{Absent, Confirmed, Pending, Refused, Signed};

/// The table. Every verb that the state allows is here, also those that keep it. What was signed or
/// confirmed stays so: generating it anew begins another version.
pub const TABLE: &[Step<Status>] = &[
    step(Pending, "regenerate", Pending),
    step(Pending, "sign", Signed),
    step(Pending, "record_refusal", Refused),
    step(Pending, "record_absence", Absent),
    step(Signed, "regenerate", Pending),
    step(Signed, "confirm", Confirmed),
    step(Refused, "regenerate", Pending),
    step(Refused, "confirm", Confirmed),
    step(Absent, "regenerate", Pending),
    step(Absent, "confirm", Confirmed),
    step(Confirmed, "regenerate", Pending),
];
