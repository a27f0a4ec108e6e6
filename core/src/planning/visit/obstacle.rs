//! What may stand against a visit.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What stands against a visit at a time.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Obstacle {
    /// The technician works here no more (E38).
    Inactive,
    /// The technician has declined it, or would rather come at another time.
    Suggestion,
    /// The technician is on another visit (E39).
    Visit,
    /// The technician is ill or on leave (E40).
    Absence,
    /// It is outside the technician's working hours, or a public holiday.
    Hours,
    /// A calendar outside of Callout says that the technician is busy.
    Calendar,
    /// The technician lacks a skill that the activity asks for, or has it no more then.
    Skill,
    /// The customer cannot then, or the site is closed (E42).
    Window,
}
