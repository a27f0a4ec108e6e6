//! One id names one thing: values about persons are kept and forgotten by the id alone (E93), files
//! are asked for by it, and so are timelines.

use crate::activity::Activity;
use crate::customer::Customer;
use crate::engine::nouns::NAMES;
use crate::error::{Door, Error};
use crate::ledger::Ledger;
use crate::mail::Mail;
use crate::noun::Noun;
use crate::port::store::{Stream, Tx};
use crate::report::Report;
use crate::technician::Technician;
use uuid::Uuid;

/// Of whom there may be one human: a technician can be a customer too.
const HUMANS: &[&str] = &[Customer::NAME, Technician::NAME];
/// What is an activity's and has its id.
const OF_ACTIVITY: &[&str] = &[Activity::NAME, Report::NAME, Ledger::NAME];

/// Refuses an id under which nobody can be kept, since a record has it that is no human.
pub(in crate::engine) fn human(tx: &mut dyn Tx, company: Uuid, person: Uuid) -> Result<(), Error> {
    free(tx, company, person, HUMANS)
}

/// Refuses an id for a new record that something else has: a record, or somebody known by it.
pub(in crate::engine) fn vacant<N: Noun>(
    tx: &mut dyn Tx,
    company: Uuid,
    id: Uuid,
) -> Result<(), Error> {
    let own = [N::NAME];
    let family = [HUMANS, OF_ACTIVITY].into_iter().find(|family| family.contains(&N::NAME));
    let family = family.unwrap_or(&own);
    free(tx, company, id, family)?;
    // Callout derives such ids (RFC 9562, version 8): what follows from a command would be taken
    // for done where somebody had taken its id before. A mail's follows from its bytes, and is
    // held to them; a report has that of its activity.
    if id.get_version_num() == 8 && N::NAME != Mail::NAME {
        let mut known = false;
        for noun in family {
            known |= tx.state(&Stream { company, noun, id })?.is_some();
        }
        if !known {
            return Err(Door::DerivedId { id: id.to_string() }.into());
        }
    }
    if HUMANS.contains(&N::NAME) {
        return Ok(());
    }
    match tx.quotes(company, id)?.into_iter().find(|quote| quote.stream != id) {
        Some(_) => Err(taken(id)),
        None => Ok(()),
    }
}

fn free(tx: &mut dyn Tx, company: Uuid, id: Uuid, family: &[&str]) -> Result<(), Error> {
    for noun in NAMES.iter().copied().filter(|noun| !family.contains(noun)) {
        if tx.state(&Stream { company, noun, id })?.is_some() {
            return Err(taken(id));
        }
    }
    Ok(())
}

/// Of what it is the id is not told: who asks may not read that.
fn taken(id: Uuid) -> Error {
    Door::OtherHasId { id: id.to_string() }.into()
}
