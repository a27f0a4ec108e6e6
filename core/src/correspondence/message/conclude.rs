//! What becomes of a message by what was said of an attempt.

use super::Event;
use super::doors::{Facts, Refusal, owner, wrong};
use super::{Attempt, AttemptResult, Outcome, State, Status};
use crate::port::mailer::Delivery;
use crate::schedule::Instant;
use chrono::TimeDelta;

/// Records what became of an attempt that is open. A slow mailer may answer after a person has
/// decided about the message, while a later attempt is under way or after that has ended: what it
/// says is kept with its attempt. That any attempt was taken ends the message, so that it is not
/// sent again; any other answer decides only where its attempt is the newest (R8).
pub(super) fn conclude(
    state: &State,
    delivery: &Delivery,
    attempt: Option<u32>,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let newest = state.attempts.len() as u32;
    let number = attempt.unwrap_or(newest);
    let place = (number as usize).wrapping_sub(1);
    let Some(of) = state.attempts.get(place).filter(|of| of.outcome.is_none()) else {
        return Err(wrong(state, "conclude"));
    };
    let (result, words) = match delivery {
        Delivery::Sent { detail } => (AttemptResult::Sent, detail),
        Delivery::Failed { reason, permanent: true } => (AttemptResult::Never, reason),
        Delivery::Failed { reason, permanent: false } | Delivery::Unreached { reason } => {
            (AttemptResult::NotNow, reason)
        }
        Delivery::Unknown { reason } => (AttemptResult::Unknown, reason),
    };
    let decides = state.status == Status::Unknown && number == newest;
    let again = decides && result == AttemptResult::NotNow && others_failed(state, place);
    let next_try = again.then(|| next_try(state, facts)).flatten();
    let status = match result {
        // What came back was not delivered, however late it is said that it was taken.
        AttemptResult::Sent if of.bounced.is_none() && state.status != Status::Bounced => {
            Status::Sent
        }
        _ if next_try.is_some() => Status::Queued,
        AttemptResult::Sent if decides => Status::Sent,
        AttemptResult::NotNow | AttemptResult::Never if decides => Status::Failed,
        _ => state.status,
    };
    let attempt = attempt.filter(|_| number != newest);
    let outcome = Outcome::of(owner(&state.to, facts.given.id), Some(result), words);
    Ok(Event::Concluded { status, outcome, attempt, next_try })
}

/// The number, from 1, of the attempt that a message which came back was sent by: the newest that
/// was taken, or else the newest of which nobody knows; nothing where all were certainly not taken,
/// or came back already.
pub(super) fn may_come_back(state: &State) -> Option<usize> {
    let newest = |result: &[Option<AttemptResult>]| {
        let may = |of: &Attempt| {
            let of_it = of.outcome.as_ref().and_then(|outcome| outcome.result);
            of.bounced.is_none() && result.contains(&of_it)
        };
        state.attempts.iter().rposition(may).map(|place| place + 1)
    };
    newest(&[Some(AttemptResult::Sent)]).or_else(|| newest(&[Some(AttemptResult::Unknown), None]))
}

/// The status of a message that came back: what is queued still goes out, what was withdrawn or
/// failed still does not, and what is being handed over is told by that.
pub(super) fn after_bounce(state: &State) -> Status {
    let open = |of: &Attempt| of.outcome.is_none() && of.bounced.is_none();
    match state.status {
        Status::Queued | Status::Failed | Status::Withdrawn => state.status,
        _ if state.attempts.last().is_some_and(open) => Status::Unknown,
        _ => Status::Bounced,
    }
}

/// Whether nobody can have the message by any attempt but this one: each was certainly not taken,
/// or came back.
fn others_failed(state: &State, but: usize) -> bool {
    let failed = |of: &Attempt| {
        let result = of.outcome.as_ref().and_then(|outcome| outcome.result);
        of.bounced.is_some() || matches!(result, Some(AttemptResult::NotNow | AttemptResult::Never))
    };
    state.attempts.iter().enumerate().all(|(n, of)| n == but || failed(of))
}

/// From when a message that was certainly not taken is tried again by itself; nothing after the
/// last try.
fn next_try(state: &State, facts: &Facts) -> Option<Instant> {
    let minutes = facts.retry_after.get(state.tries as usize)?;
    facts
        .given
        .now
        .utc()
        .checked_add_signed(TimeDelta::minutes((*minutes).into()))
        .map(Instant::new)
}
