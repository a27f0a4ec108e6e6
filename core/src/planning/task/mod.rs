//! Own tasks: what somebody wants to remember, alone or about a customer, a piece of equipment or
//! an activity (S39, E58).
//!
//! A task belongs to who added it. What becomes of the activity it is about is nothing to it.

mod command;
mod decide;
mod event;
mod lifecycle;
mod query;
mod refusal;
mod told;

pub use command::{Cancel, Command, Complete, Create, Reopen, Update, Verb};
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{DUE, Filter, Order, Row, TABLE, WORDS};
pub use refusal::Refusal;

use crate::journal::FreeText;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
use crate::port::index::{Cell, Cond, is};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The task as a noun.
pub struct Task;

/// What a task is about; all may be missing.
///
/// ```
/// use callout_core::task::About;
/// # let job = uuid::Uuid::from_u128(1);
/// let about = About { activity: Some(job), ..Default::default() };
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct About {
    /// The id of the customer whom it is about (`TASK-ABOUT-01` where there is none such); none
    /// where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// The id of the equipment that it is about (`TASK-ABOUT-02` where there is none such); none
    /// where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// The id of the activity that it is about (`TASK-ABOUT-03` where there is none such); none
    /// where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
}

/// A task that somebody has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The state in which it is: open, done or cancelled.
    pub status: Status,
    /// The id of the person whose task it is: who added it.
    pub holder: Uuid,
    /// What is to be done, in one line; empty once it was forgotten.
    pub title: FreeText,
    /// What is to be done at length; empty where the title says all.
    pub note: FreeText,
    /// The moment until which it is to be done; nothing where it has no due time.
    pub due: Option<Instant>,
    /// The customer, equipment and activity that it is about, with those that follow from what was
    /// named.
    pub about: About,
    /// The moment at which it was added.
    pub created_at: Instant,
    /// The moment at which it was done; nothing as long as it is not.
    pub done_at: Option<Instant>,
}

impl Noun for Task {
    doors!("task", fold 1, tables [TABLE, WORDS, DUE]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = verbs(LIFECYCLE, row.status);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let (about, holder) = (row.about, row.holder);
        let customer = about.customer.map(|id| Named::name("customer", id, &mut row.customer_name));
        let machine =
            about.equipment.map(|id| Named::name("equipment", id, &mut row.equipment_name));
        let activity =
            about.activity.map(|id| Named::number("activity", id, &mut row.activity_number));
        let holder = Named::name("technician", holder, &mut row.holder_name);
        [customer, machine, activity, Some(holder)].into_iter().flatten().collect()
    }

    fn links(_: Uuid, state: &State) -> Links {
        Links::to([state.about.customer, state.about.equipment, state.about.activity])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.status)
    }

    fn is_own(_: Uuid, state: &State, technician: Uuid) -> bool {
        state.holder == technician
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        vec![is("holder", Cell::Id(technician))]
    }
}
