//! What may be asked of a visit.

use crate::schedule::{Instant, WallTime};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of a visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Put it into the technician's calendar (S25, S29).
    Plan {
        /// On which activity; it must be open and the technician on it.
        activity: Uuid,
        /// By whom.
        technician: Uuid,
        /// From when, as the clock at the site shows.
        starts: WallTime,
        /// Until when.
        ends: WallTime,
        /// Only offered to the customer so far.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        proposed: bool,
        /// Also outside the technician's working hours.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        outside_hours: bool,
    },
    /// The customer agrees to what was proposed.
    Confirm {},
    /// To another time, or to another technician of the activity.
    Move {
        /// From when.
        starts: WallTime,
        /// Until when.
        ends: WallTime,
        /// By whom; the same where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        technician: Option<Uuid>,
        /// Also outside the technician's working hours.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        outside_hours: bool,
    },
    /// The technician has taken notice.
    Accept {},
    /// On the way.
    Travel {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    },
    /// At work.
    Start {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    },
    /// Interrupted.
    Pause {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    },
    /// At work again.
    Resume {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    },
    /// Everything is done.
    Finish {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
        /// What there is to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Some is left to do.
    FinishPartial {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
        /// What is left.
        note: String,
    },
    /// Nobody let the technician in (E56).
    NoAccess {
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
        /// What was found.
        note: String,
    },
    /// A manager has seen what came late and says what becomes of it (R3).
    Settle {
        /// What: who is paid for the way, whether the other visit is still needed.
        note: String,
    },
    /// It will not take place.
    Cancel {
        /// Why.
        reason: String,
    },
}
