//! Maintenance plans: the recurring activity creates its next ones (S14, S62).
//!
//! An occurrence is its plan and its original local date (R7): computed from the anchor and the
//! rule each time, never from the occurrence before, so that a moved, late or cancelled one
//! shifts nothing.

mod doors;
mod query;

pub use doors::{Command, Due, Event, Facts, MOST_OCCURRENCES, Refusal, apply, decide};
pub use query::{Filter, Order, Row, TABLE};

use crate::journal::FreeText;
use crate::noun::{Links, Manner, Noun, doors as room_doors};
use crate::schedule::WallTime;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The plan as a noun.
pub struct Plan;

/// What a plan creates.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Title of the activities.
    pub title: FreeText,
    /// At length.
    #[serde(default, skip_serializing_if = "FreeText::is_empty")]
    pub description: FreeText,
    /// Whose.
    pub customer: Uuid,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Uuid>,
    /// On what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
}

/// A plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// What it creates.
    pub template: Template,
    /// The rule (RFC 5545, 3.3.10): `FREQ=MONTHLY;INTERVAL=6`.
    pub rule: String,
    /// Where the rule begins, as the clock at the site shows.
    pub anchor: Option<WallTime>,
    /// The original date of the newest occurrence for which there is an activity.
    pub created_until: Option<NaiveDate>,
    /// Original dates that were left out on purpose.
    pub skipped: BTreeSet<NaiveDate>,
    /// Creates nothing for now.
    pub paused: bool,
    /// Creates nothing any more.
    pub ended: bool,
}

impl Noun for Plan {
    room_doors!("plan", fold 1, tables [TABLE]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::SetUp { .. } => Manner::Creates,
            Command::Create { .. } => Manner::Adds,
            _ => Manner::Changes,
        }
    }

    fn links(_: Uuid, state: &State) -> Links {
        Links::to([Some(state.template.customer), state.template.equipment])
    }
}
