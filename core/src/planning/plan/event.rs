//! What happened to a plan.

use super::{Due, HolidayShift, State, Template};
use crate::journal::FreeText;
use crate::schedule::WallTime;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{IntoStaticStr, VariantNames};

/// What happened to a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The plan was begun; it has created nothing yet.
    Created {
        /// What its activities are about: title, customer, equipment.
        template: Template,
        /// The rule by which it recurs (RFC 5545, 3.3.10): `FREQ=MONTHLY;INTERVAL=6`.
        rule: String,
        /// The local time, with its zone, from which the rule counts.
        starts: WallTime,
        /// The times beside those of the rule, by the same clock; missing where there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<NaiveDateTime>,
        /// What becomes of an occurrence on a public holiday; missing where it stays where it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_holiday: Option<HolidayShift>,
    },
    /// An occurrence fell due, and its activity is created.
    OccurrenceGenerated {
        /// The original local date of the occurrence (R7), its time, and the activity's id.
        due: Due,
        /// What the activity is about: title, customer, equipment.
        template: Template,
    },
    /// The plan goes by another rule: what has an activity already keeps it.
    RuleSet {
        /// The rule by which it recurs from then on (RFC 5545, 3.3.10).
        rule: String,
        /// The local time, with its zone, from which the rule counts.
        starts: WallTime,
        /// The times beside those of the rule, by the same clock; missing where there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<NaiveDateTime>,
        /// Why it is another, in words.
        reason: FreeText,
    },
    /// An occurrence that had no activity yet was left out.
    Skipped {
        /// The original local date of the occurrence (R7) that was left out.
        date: NaiveDate,
        /// Why it was left out, in words.
        reason: FreeText,
    },
    /// It was taken back that an occurrence is left out: the next `generate_due` makes it.
    Unskipped {
        /// The original local date of the occurrence (R7) that was left out before.
        date: NaiveDate,
        /// Why it is to happen after all, in words.
        reason: FreeText,
    },
    /// The plan was paused: it creates nothing until it is resumed.
    Paused {},
    /// The plan was resumed: the next `generate_due` makes up for what fell due meanwhile.
    Resumed {},
    /// The plan was ended: it creates nothing any more, unless it is reopened.
    Ended {
        /// Why the plan was ended, in words.
        reason: FreeText,
    },
    /// The plan was ended by mistake and was taken up again.
    Reopened {
        /// Why the plan goes on, in words.
        reason: FreeText,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { template, rule, starts, also, on_holiday } => {
            let (starts, skipped) = (Some(starts), BTreeSet::new());
            State { template, rule, starts, also, on_holiday, skipped, ..State::default() }
        }
        Event::RuleSet { rule, starts, also, .. } => {
            State { rule, starts: Some(starts), also, ..state }
        }
        Event::OccurrenceGenerated { due, .. } => {
            State { generated_until: Some(due.date), ..state }
        }
        Event::Skipped { date, .. } => {
            state.skipped.insert(date);
            state
        }
        Event::Unskipped { date, .. } => {
            state.skipped.remove(&date);
            state
        }
        Event::Paused {} => State { paused: true, ..state },
        Event::Resumed {} => State { paused: false, ..state },
        Event::Ended { .. } => State { ended: true, ..state },
        Event::Reopened { .. } => State { ended: false, ..state },
    }
}
