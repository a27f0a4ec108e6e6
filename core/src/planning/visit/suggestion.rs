//! What whoever goes would rather: another time, or not to come.

use crate::journal::FreeText;
use crate::schedule::{Instant, Planned};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What would be better than what is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Another time.
    Move {
        /// When it would begin: local time with its zone, and the instant that it means.
        starts: Planned,
        /// When it would end: local time with its zone, and the instant that it means.
        ends: Planned,
    },
    /// That somebody else goes, or nobody.
    Decline {},
}

/// What whoever goes would rather. It stands beside the visit and changes nothing of it, until a
/// manager moves or cancels the visit, or leaves it as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suggestion {
    /// What would be better.
    pub wish: Wish,
    /// The id of the person who said so.
    pub by: Uuid,
    /// The moment at which Callout learned of it.
    pub at: Instant,
    /// The short name of the system in whose calendar it was done by hand, such as `caldav`;
    /// missing where it was said to Callout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Why, in words; missing where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<FreeText>,
}
