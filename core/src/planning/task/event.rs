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
#[allow(missing_docs)]
pub enum Event {
    Created {
        holder: Uuid,
        title: FreeText,
        note: FreeText,
        due: Option<Instant>,
        about: About,
        at: Instant,
    },
    Updated {
        title: FreeText,
        note: FreeText,
        due: Option<Instant>,
        about: About,
    },
    Completed {
        at: Instant,
    },
    Reopened {},
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
