//! What a technician answers.

use super::{Absence, Command, Event, LIFECYCLE, Person, Refusal, State, hours::sound};
use crate::journal::Personal;
use crate::letter::Mailbox;
use crate::noun::{Given, Step, verbs};
use crate::schedule::{WallTime, Zone};
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// Where the company's clocks hang.
    pub zone: Zone,
    /// Visits that are planned or under way.
    pub running_visits: u32,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Create { .. }) {
        allowed(state, command.into())?;
    }
    let id = facts.given.id;
    let event = match command {
        Command::Create { name, email, phone, zone } => Event::Created {
            person: person(id, &Person::default(), [Some(name), email.as_ref(), phone.as_ref()])?,
            zone: zone.unwrap_or(facts.zone),
        },
        Command::Update { name, email, phone, zone } => {
            let said = [name.as_ref(), email.as_ref(), phone.as_ref()];
            let person = person(id, &state.person, said)?;
            let zone = zone.unwrap_or(state.zone);
            if person == state.person && zone == state.zone {
                return Ok(Vec::new());
            }
            Event::Updated { person, zone }
        }
        Command::SetHours { hours } => {
            let hours = sound(hours)?;
            if hours == state.hours {
                return Ok(Vec::new());
            }
            Event::HoursSet { hours }
        }
        Command::AddAbsence { from, from_later, to, to_later, reason } => {
            let wall = |local, later| WallTime { local, zone: state.zone, later };
            let times = [wall(*from, *from_later), wall(*to, *to_later)];
            Event::AbsenceAdded { absence: absence(times, reason, facts)? }
        }
        Command::RemoveAbsence { absence } => {
            if !state.absences.iter().any(|known| known.id == *absence) {
                return Err(Refusal::NoAbsence { absence: absence.to_string() });
            }
            Event::AbsenceRemoved { absence: *absence }
        }
        Command::Deactivate {} if facts.running_visits > 0 => {
            return Err(Refusal::VisitsAhead { visits: facts.running_visits });
        }
        Command::Deactivate {} => Event::Deactivated {},
        Command::Reactivate {} => Event::Reactivated {},
    };
    Ok(vec![event])
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    if Step::next(LIFECYCLE, state.status, verb).is_some() {
        return Ok(());
    }
    Err(Refusal::WrongStatus {
        status: state.status,
        verb,
        allowed: verbs(LIFECYCLE, state.status),
    })
}

/// The person with what was said put in.
fn person(
    id: Uuid,
    before: &Person,
    [name, email, phone]: [Option<&String>; 3],
) -> Result<Person, Refusal> {
    let mut person = before.clone();
    if let Some(name) = name.map(|name| name.trim()) {
        if name.is_empty() {
            return Err(Refusal::NameMissing {});
        }
        person.name = Personal::of(id, name.to_owned());
    }
    if let Some(email) = email.map(|email| email.trim()) {
        let mailbox = Mailbox { name: None, address: email.to_owned() };
        if !email.is_empty() && !mailbox.is_deliverable() {
            return Err(Refusal::BadEmail { value: email.to_owned() });
        }
        person.email = (!email.is_empty()).then(|| Personal::of(id, mailbox.address));
    }
    if let Some(phone) = phone.map(|phone| phone.trim()) {
        person.phone = (!phone.is_empty()).then(|| Personal::of(id, phone.to_owned()));
    }
    Ok(person)
}

fn absence([from, to]: [WallTime; 2], reason: &str, facts: &Facts) -> Result<Absence, Refusal> {
    for (path, wall) in [("from", from), ("to", to)] {
        if wall.is_never_later() {
            return Err(Refusal::OnceOnly { path, local: wall.local, zone: wall.zone });
        }
    }
    let (from, to) = (from.resolve(), to.resolve());
    if from.instant >= to.instant {
        let (from, to) = (from.local.to_string(), to.local.to_string());
        return Err(Refusal::AbsenceBackwards { from, to });
    }
    let id = facts.given.fresh.id(0);
    Ok(Absence { id, from, to, reason: Personal::of(facts.given.id, reason.to_owned()) })
}
