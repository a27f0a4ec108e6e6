//! What may be asked of a technician.

use super::Hours;
use crate::schedule::{Zone, on_a_calendar};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of a technician.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Take somebody on; the target is the id that the person acts under.
    Enlist {
        /// What the person is called.
        name: String,
        /// Where mails and calendar entries go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// For calls.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// Where the clock hangs; the company's where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<Zone>,
    },
    /// Say better who it is; what is missing stays, an empty address or number is taken away.
    Change {
        /// What the person is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Where mails and calendar entries go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// For calls.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// Where the clock hangs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<Zone>,
    },
    /// Say when the technician works in a common week: all hours anew (E40).
    SetHours {
        /// In any order.
        hours: Vec<Hours>,
    },
    /// Add a time away, by the technician's clock.
    AddAbsence {
        /// From.
        #[serde(deserialize_with = "on_a_calendar")]
        from: NaiveDateTime,
        /// Whether `from` is the second of two equal times of an autumn night; the first where it
        /// is missing. For any other time it is refused.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        from_later: bool,
        /// Until, not included.
        #[serde(deserialize_with = "on_a_calendar")]
        to: NaiveDateTime,
        /// The same about `to`.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        to_later: bool,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Take a time away back.
    RemoveAbsence {
        /// Which.
        absence: Uuid,
    },
    /// The technician works here no more; past work stays (E38).
    Leave {},
    /// The technician is back.
    Return {},
}
