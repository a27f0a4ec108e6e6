//! Readings of a machine's parameters (S32, E55).

use super::decide::{Facts, OnActivity};
use super::{Command, Event, Reading, Refusal, State};

pub(super) fn decide(
    state: &State,
    command: &Command,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let Command::TakeReading { parameter, value, unit, equipment, lower, at } = command else {
        return Err(Refusal::NoParameter {});
    };
    let at = at.unwrap_or(facts.given.now);
    if at > facts.given.now {
        return Err(Refusal::ReadLater { at });
    }
    // What was read before the activity came to another machine stays with the machine (R3).
    if let Some(named) = equipment
        && facts.machine_of != Some(on.customer)
    {
        return Err(Refusal::NoMachine { equipment: named.to_string() });
    }
    let reading = Reading {
        parameter: parameter.trim().to_owned(),
        value: *value,
        unit: unit.clone(),
        lower: *lower,
        equipment: equipment.or(on.equipment),
        by: facts.given.actor,
        at,
    };
    if reading.parameter.is_empty() {
        return Err(Refusal::NoParameter {});
    }
    fits(state, &reading, facts)?;
    Ok(Event::ReadingTaken { reading })
}

/// A meter goes up, unless it was replaced.
fn fits(state: &State, reading: &Reading, facts: &Facts) -> Result<(), Refusal> {
    if reading.lower {
        return Ok(());
    }
    let same = |known: &&Reading| {
        let machine = known.equipment.or(state.equipment);
        known.parameter == reading.parameter && machine == reading.equipment
    };
    // Without a machine there is no other activity to look at.
    let here = || state.readings.iter().filter(same);
    let earlier = || here().filter(|known| known.at <= reading.at).max_by_key(|known| known.at);
    let later = || here().filter(|known| known.at > reading.at).min_by_key(|known| known.at);
    let (parameter, value) = (reading.parameter.clone(), reading.value);
    if let Some(last) = facts.before.as_ref().or_else(earlier).map(|last| last.value)
        && value < last
    {
        return Err(Refusal::LowerReading { parameter, last, value });
    }
    match facts.after.as_ref().or_else(later) {
        Some(next) if value > next.value && !next.lower => {
            Err(Refusal::HigherReading { parameter, next: next.value, value })
        }
        _ => Ok(()),
    }
}
