//! Readings of the parameters of equipment (S32, E55).

use super::decide::{Facts, OnActivity};
use super::{CorrectReading, Correction, Event, Reading, RecordReading, Refusal, State, measure};
use crate::journal::is_blank;
use crate::money::Exact;

pub(super) fn decide(
    state: &State,
    command: &RecordReading,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let RecordReading { parameter, value, unit, equipment, out_of_sequence, at } = command;
    let at = at.unwrap_or(facts.given.now);
    if at > facts.given.now {
        return Err(Refusal::ReadLater { at });
    }
    // What was read before the activity came to other equipment stays with the equipment (R3).
    if let Some(named) = equipment
        && facts.equipment_of != Some(on.customer)
    {
        return Err(Refusal::NoEquipment { equipment: named.to_string() });
    }
    let reading = Reading {
        id: facts.given.fresh.id(0),
        parameter: parameter.trim().to_owned(),
        value: *value,
        unit: unit.trim().to_owned(),
        out_of_sequence: *out_of_sequence,
        equipment: equipment.or(on.equipment),
        by: facts.given.actor,
        at,
        corrected: None,
    };
    if reading.parameter.is_empty() {
        return Err(Refusal::NoParameter {});
    }
    fits(state, &reading, facts)?;
    Ok(Event::ReadingRecorded { reading })
}

/// What was mistyped is said anew; the value that was there is kept with it.
pub(super) fn correct(
    state: &State,
    command: &CorrectReading,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let CorrectReading { reading: id, value, unit, out_of_sequence, reason } = command;
    let (id, value, out_of_sequence) = (*id, *value, *out_of_sequence);
    let known = state.readings.iter().find(|reading| reading.id == id);
    let known = known.ok_or_else(|| Refusal::NoReading { reading: id.to_string() })?;
    let (by, at) = (facts.given.actor, facts.given.now);
    // Somebody who said better what a technician read has the last word against him.
    let corrected = known.corrected.as_ref().is_some_and(|correction| correction.by != by);
    if facts.only_own && (known.by != by || corrected) {
        return Err(Refusal::NotOwnReading { reading: id.to_string() });
    }
    if is_blank(reason) {
        return Err(Refusal::CorrectionUnsaid { reading: id.to_string() });
    }
    let (before, reason) = (known.unit.clone(), reason.as_str().into());
    let correction = Correction { value: known.value, unit: before, by, at, reason };
    let unit = unit.as_ref().map_or_else(|| known.unit.clone(), |unit| unit.trim().to_owned());
    let corrected = Reading { value, out_of_sequence, unit: unit.clone(), ..known.clone() };
    fits(state, &corrected, facts)?;
    Ok(Event::ReadingCorrected { reading: id, value, unit, out_of_sequence, correction })
}

/// A counter goes up, unless it was replaced; its unit can be told in the one of the equipment's
/// type. Of anything else, what it showed before says nothing.
fn fits(state: &State, reading: &Reading, facts: &Facts) -> Result<(), Refusal> {
    let Some(field) = &facts.parameter else { return Ok(()) };
    let (parameter, value) = (reading.parameter.clone(), reading.value);
    let said = (value, reading.unit.as_str());
    if let Some(unit) = &field.unit
        && measure::alike(said, (Exact::ZERO, unit)).is_none()
    {
        let (said, unit) = (reading.unit.clone(), unit.clone());
        return Err(Refusal::OtherMeasure { parameter, said, unit });
    }
    if field.counter && value < Exact::ZERO {
        return Err(Refusal::BelowNothing { parameter, value });
    }
    if !field.counter || reading.out_of_sequence {
        return Ok(());
    }
    let same = |known: &&Reading| {
        let machine = known.equipment.or(state.equipment);
        known.parameter == parameter && machine == reading.equipment && known.id != reading.id
    };
    // Without equipment there is no other activity to look at.
    let here = || state.readings.iter().filter(same);
    let earlier = || here().filter(|known| known.at <= reading.at).max_by_key(|known| known.at);
    let later = || here().filter(|known| known.at > reading.at).min_by_key(|known| known.at);
    // Readings in a unit that says something else were taken before the type had one; where it has
    // none, the first reading says which it is.
    let below =
        |a: (Exact, &str), b: (Exact, &str)| measure::alike(a, b).is_some_and(|(a, b)| a < b);
    if let Some(last) = facts.before.as_ref().or_else(earlier)
        && field.unit.is_none()
        && measure::alike(said, (last.value, &last.unit)).is_none()
    {
        let (said, unit) = (reading.unit.clone(), last.unit.clone());
        return Err(Refusal::OtherMeasure { parameter, said, unit });
    }
    if let Some(last) = facts.before.as_ref().or_else(earlier)
        && below(said, (last.value, &last.unit))
    {
        return Err(Refusal::LowerReading { parameter, last: last.value, value });
    }
    match facts.after.as_ref().or_else(later) {
        Some(next) if !next.out_of_sequence && below((next.value, &next.unit), said) => {
            Err(Refusal::HigherReading { parameter, next: next.value, value })
        }
        _ => Ok(()),
    }
}
