//! Whether a received mail is filed, and what each state allows.

use crate::noun::{Step, step};
use strum::IntoStaticStr;

/// Whether a received mail is filed under a case (S16).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// It is under no case: nobody filed it yet, or it was taken out again (E9).
    #[default]
    Unfiled,
    /// It is under the case of a customer, of equipment or of an activity.
    Filed,
}

use Status::{Filed, Unfiled};

/// The table. Every verb that the state allows is here, also those that keep it.
pub const TABLE: &[Step<Status>] =
    &[step(Unfiled, "file", Filed), step(Filed, "file", Filed), step(Filed, "unfile", Unfiled)];
