//! What is a technician's own: by itself, or through the activity that it belongs to.

use super::desk::Fetch;
use super::{answer, replay};
use crate::access::{Actor, Reach};
use crate::activity::Activity;
use crate::error::{Door, Error};
use crate::job_sheet::JobSheet;
use crate::noun::{Manner, Noun};
use crate::port::store::{Stream, Tx};
use uuid::Uuid;

/// Whether an aggregate is the technician's own: the one place for all that reads it or hangs
/// something on it.
pub(super) fn is_own<N: Noun>(
    tx: &mut dyn Tx,
    company: Uuid,
    id: Uuid,
    state: &N::State,
    technician: Uuid,
) -> Result<bool, Error> {
    if let Some(activity) = N::judged_by(id, state) {
        return is_on(tx, company, activity, technician);
    }
    if N::is_own(id, state, technician) {
        return Ok(true);
    }
    match N::belongs_to(state) {
        Some(activity) => is_on(tx, company, activity, technician),
        None => Ok(false),
    }
}

/// Whether a technician may ask something of an aggregate: his own, and what was, where he adds
/// what he did then or finishes what he has in hand (R3).
pub(super) fn acts<N: Noun>(
    tx: &mut dyn Tx,
    company: Uuid,
    id: Uuid,
    state: &N::State,
    technician: Uuid,
    manner: Manner,
) -> Result<bool, Error> {
    // Whose report it is, now and before, is among its facts: it says no itself. Who decides must
    // be on it now, and is told of no version before.
    if N::judged_by(id, state).is_some() && manner != Manner::Judges {
        return Ok(true);
    }
    // A sheet that carries his name is signed before him also when he was taken off meanwhile.
    let adds = manner == Manner::Adds || N::NAME == JobSheet::NAME;
    Ok((adds && N::was_own(state, technician)) || is_own::<N>(tx, company, id, state, technician)?)
}

/// Whether the technician is on an activity now.
pub(super) fn is_on(
    tx: &mut dyn Tx,
    company: Uuid,
    activity: Uuid,
    technician: Uuid,
) -> Result<bool, Error> {
    let stream = Stream { company, noun: Activity::NAME, id: activity };
    let found = replay::load::<Activity>(tx, &stream)?;
    Ok(found.is_some_and(|found| Activity::is_own(activity, &found.record.state, technician)))
}

/// Whether an actor may read it.
pub(super) fn may_read<N: Fetch>(
    tx: &mut dyn Tx,
    company: Uuid,
    actor: &Actor,
    id: Uuid,
    state: &N::State,
) -> Result<(), Error> {
    let verb = format!("{}.read", N::NAME);
    let role = actor.role.clone();
    match answer::company_of(tx, company)?.reach(&role, &verb) {
        Reach::All => Ok(()),
        Reach::Own if is_own::<N>(tx, company, id, state, actor.id)? => Ok(()),
        Reach::Own => Err(Door::NotOwn { role, verb }.into()),
        Reach::No => Err(Door::Forbidden { role, verb }.into()),
    }
}
