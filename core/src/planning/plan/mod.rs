//! Maintenance plans: the recurring activity creates its next ones (S14, S62).
//!
//! An occurrence is its plan and its original local date (R7): computed from the start and the
//! rule each time, never from the occurrence before, so that a moved, late or cancelled one
//! shifts nothing.

mod command;
mod decide;
mod event;
mod holiday;
mod lifecycle;
mod query;
mod refusal;
mod told;

pub use command::{
    Command, Create, End, GenerateDue, Pause, Reopen, Resume, SetRule, Skip, Unskip, Verb,
};
pub(crate) use decide::Pattern;
pub use decide::{Due, Facts, MAX_BESIDE, MAX_OCCURRENCES, decide};
pub use event::{Event, apply};
pub use holiday::{HolidayShift, ShiftTo};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;

use crate::activity::Requirements;
use crate::journal::FreeText;
use crate::noun::{Links, Named, Noun, Offered, doors as room_doors, verbs};
use crate::schedule::WallTime;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The plan as a noun.
pub struct Plan;

/// What the activities of a plan are about.
///
/// ```
/// use callout_core::plan::Template;
/// # let (customer, equipment) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2));
/// let template = Template {
///     title: "Service of the compressor".into(),
///     customer,
///     equipment: Some(equipment),
///     ..Default::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The title that each activity gets, in one line; not empty (`PLAN-CREATE-01`).
    pub title: FreeText,
    /// What the activities are about at length; empty where the title says all.
    #[serde(default, skip_serializing_if = "FreeText::is_empty")]
    pub description: FreeText,
    /// The id of the customer for whom they are; `PLAN-CREATE-02` where there is none such.
    pub customer: Uuid,
    /// The id of the customer's site where the work is done (`PLAN-CREATE-04` where he has none
    /// such); none where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Uuid>,
    /// The id of the customer's equipment that the work is on (`PLAN-CREATE-03` where it is not
    /// his); none where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// What each activity asks of who plans it: how long it takes, which skills it needs, how
    /// urgent it is. Moments are none of a template: windows, deadlines and the like are refused
    /// (`PLAN-CREATE-06`). Nothing where it is missing.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub requirements: Requirements,
    /// The ids of the technicians who are on each activity, the first of whom leads; each once
    /// (`PLAN-CREATE-07`). Each must work here when the plan is made (`PLAN-CREATE-05`), and who
    /// has left by then is left out (E36). Nobody where the list is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub technicians: Vec<Uuid>,
    /// Whether each activity is opened at once; it stays a draft where this is missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub opened: bool,
    /// How many days before its own each activity may begin, which becomes its `earliest`; at any
    /// time where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_before: Option<u16>,
    /// How many days after its own each activity is to be over, which becomes its `wanted_by`; at
    /// any time where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_after: Option<u16>,
}

/// A maintenance plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// What its activities are about: title, customer, equipment.
    pub template: Template,
    /// The rule by which it recurs (RFC 5545, 3.3.10): `FREQ=MONTHLY;INTERVAL=6`.
    pub rule: String,
    /// The local time, with its zone, from which the rule counts.
    pub starts: Option<WallTime>,
    /// The times beside those of the rule, by the same clock (RDATE); missing where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<NaiveDateTime>,
    /// What becomes of an occurrence on a public holiday (E29); it stays where it is where this is
    /// missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_holiday: Option<HolidayShift>,
    /// The original local date (R7) of the newest occurrence that has an activity; nothing before
    /// the first one.
    pub generated_until: Option<NaiveDate>,
    /// The original local dates of occurrences that were left out on purpose.
    pub skipped: BTreeSet<NaiveDate>,
    /// Whether it creates nothing until it is resumed.
    pub paused: bool,
    /// Whether it creates nothing any more, unless it is reopened.
    pub ended: bool,
}

impl State {
    /// Where it stands: one that ended while it was paused has ended.
    pub const fn status(&self) -> Status {
        match (self.ended, self.paused) {
            (true, _) => Status::Ended,
            (false, true) => Status::Paused,
            (false, false) => Status::Active,
        }
    }
}

/// What may be asked next; only what was left out can be taken up.
fn next(status: Status, skips: bool) -> Vec<&'static str> {
    let all = verbs(LIFECYCLE, status).into_iter();
    all.filter(|verb| *verb != "unskip" || skips).collect()
}

impl Noun for Plan {
    room_doors!("plan", fold 1, sorted, tables [TABLE]);

    fn available_verbs(state: &State) -> Vec<&'static str> {
        next(state.status(), !state.skipped.is_empty())
    }

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = next(row.status, row.skips);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let machine = row.equipment.map(|id| Named::name("equipment", id, &mut row.equipment_name));
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        machine.into_iter().chain([customer]).collect()
    }

    fn links(_: Uuid, state: &State) -> Links {
        Links::to([Some(state.template.customer), state.template.equipment])
    }
}
