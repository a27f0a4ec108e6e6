//! What happened to a task.

use super::{About, State, Status};
use crate::journal::FreeText;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Somebody added a task of their own (S39).
    Created {
        /// The id of the person whose task it is: who added it.
        holder: Uuid,
        /// What is to be done, in one line; empty once it was forgotten.
        title: FreeText,
        /// What is to be done at length; empty where the title says all.
        note: FreeText,
        /// The moment until which it is to be done; nothing where it has no due time.
        due: Option<Instant>,
        /// The customer, equipment and activity that it is about, with those that follow from what
        /// was named.
        about: About,
        /// The moment at which the task was added.
        at: Instant,
    },
    /// It was said better what is to be done, until when, or what it is about. All of it is told,
    /// also what stayed.
    Updated {
        /// What is to be done from then on, in one line; empty once it was forgotten.
        title: FreeText,
        /// What is to be done at length from then on; empty where the title says all.
        note: FreeText,
        /// The moment until which it is to be done; nothing where it has no due time any more.
        due: Option<Instant>,
        /// The customer, equipment and activity that it is about, with those that follow from what
        /// was named.
        about: About,
    },
    /// The task was done.
    Completed {
        /// The moment at which it was said to be done.
        at: Instant,
    },
    /// The task is to be done after all, where it was done or cancelled.
    Reopened {},
    /// The task was cancelled: it need not be done.
    Cancelled {},
}

/// Folds an event.
pub fn apply(state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { holder, title, note, due, about, at } => {
            State { holder, title, note, due, about, created_at: at, ..State::default() }
        }
        Event::Updated { title, note, due, about } => State { title, note, due, about, ..state },
        Event::Completed { at } => State { status: Status::Done, done_at: Some(at), ..state },
        Event::Reopened {} => State { status: Status::Open, done_at: None, ..state },
        Event::Cancelled {} => State { status: Status::Cancelled, ..state },
    }
}
