//! What happened to a message.

use super::conclude::after_bounce;
use super::{Attempt, Enclosed, Outcome, Purpose, State, Status};
use crate::journal::{FreeText, Personal};
use crate::language::Language;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The message was queued: it waits for the host to deliver it.
    Queued {
        /// Why it goes out: with a job sheet, with an invoice, or as a letter.
        purpose: Purpose,
        /// The language of its subject and text.
        language: Language,
        /// The addresses to which it goes, each the person's who has it; one at least.
        to: Vec<Personal<String>>,
        /// The subject; kept as the recipient's, or as the message's where it has several.
        subject: Personal<String>,
        /// The plain text; kept as the recipient's, or as the message's where it has several.
        text: Personal<String>,
        /// The document that goes along as a file; nothing where none does.
        enclosed: Option<Enclosed>,
        /// The ids of the activities under which it is filed (S45, S56).
        activities: Vec<Uuid>,
        /// The id of the customer whose activities those are; nothing where there are none.
        customer: Option<Uuid>,
        /// The moment at which it was queued.
        at: Instant,
    },
    /// An attempt to send the message began: it is `unknown` until that is concluded.
    Begun {
        /// The moment at which the attempt began.
        at: Instant,
    },
    /// It was said what became of an attempt.
    Concluded {
        /// The status in which the message is from then on.
        status: Status,
        /// What the mailer said of the attempt, in its own words, with its code.
        outcome: Outcome,
        /// The number of the attempt, from 1; the newest where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attempt: Option<u32>,
        /// From when on it is tried again by itself; missing where it is not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next_try: Option<Instant>,
    },
    /// The message came back (E64).
    Bounced {
        /// What the other side said, in its own words, with its code.
        outcome: Outcome,
        /// The number of the attempt, from 1; the newest where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attempt: Option<u32>,
    },
    /// A person decided that the message is sent, or sent again (R8).
    Retried {
        /// Why it is sent again, in words.
        reason: FreeText,
        /// The addresses to which it goes from then on; missing where they stayed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        to: Vec<Personal<String>>,
        /// Whether it goes out although a newer version has replaced what it encloses (R6); missing
        /// where nobody said so.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        replaced: bool,
    },
    /// A person decided that the message does not go out.
    Withdrawn {
        /// Why it does not go out, in words.
        reason: FreeText,
    },
}

/// The attempt of this number, from 1, or the newest.
fn attempt_of(state: &mut State, number: Option<u32>) -> Option<&mut Attempt> {
    let newest = state.attempts.len();
    let place = number.map_or(newest, |number| number as usize).checked_sub(1)?;
    state.attempts.get_mut(place)
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Queued {
            purpose,
            language,
            to,
            subject,
            text,
            enclosed,
            activities,
            customer,
            at,
        } => State {
            purpose,
            language,
            to,
            subject,
            text,
            enclosed,
            activities,
            customer,
            queued_at: at,
            ..State::default()
        },
        Event::Begun { at } => {
            state.status = Status::Unknown;
            state.next_try = None;
            state.attempts.push(Attempt { at, outcome: None, bounced: None });
            state
        }
        Event::Concluded { status, outcome, attempt, next_try } => {
            state.tries += u32::from(next_try.is_some());
            let waits = next_try.or(state.next_try).filter(|_| status == Status::Queued);
            (state.status, state.next_try) = (status, waits);
            if let Some(of) = attempt_of(&mut state, attempt) {
                of.outcome = Some(outcome);
            }
            state
        }
        Event::Bounced { outcome, attempt } => {
            if let Some(of) = attempt_of(&mut state, attempt) {
                of.bounced = Some(outcome);
            }
            state.status = after_bounce(&state);
            state
        }
        Event::Retried { to, replaced, .. } => {
            let to = if to.is_empty() { state.to } else { to };
            State { status: Status::Queued, to, replaced, next_try: None, tries: 0, ..state }
        }
        Event::Withdrawn { .. } => State { status: Status::Withdrawn, next_try: None, ..state },
    }
}
