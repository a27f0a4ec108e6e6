//! What a technician answers.

use super::{
    Absence, AddAbsence, Command, Create, Deactivate, Event, LIFECYCLE, Person, Refusal,
    RemoveAbsence, SetHours, State, Update, hours::sound,
};
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
    if !matches!(command, Command::Create(_)) {
        allowed(state, command.into())?;
    }
    let id = facts.given.id;
    let event = match command {
        Command::Create(Create { name, email, phone, zone }) => Event::Created {
            person: Person {
                name: named(id, name)?,
                email: email.as_deref().map(|email| reach(id, email)).transpose()?.flatten(),
                phone: phone.as_deref().and_then(|phone| kept(id, phone)),
            },
            zone: zone.unwrap_or(facts.zone),
        },
        Command::Update(Update { name, email, phone, zone }) => {
            let before = state.person.clone();
            let phone = phone.as_ref().map(|phone| kept(id, phone));
            let person = Person {
                name: name.as_deref().map_or(Ok(before.name), |name| named(id, name))?,
                email: email.as_ref().made(|email| reach(id, email))?.onto(before.email),
                phone: phone.onto(Some(before.phone)).flatten(),
            };
            Event::Updated { person, zone: zone.unwrap_or(state.zone) }
        }
        Command::SetHours(SetHours { hours }) => Event::HoursSet { hours: sound(hours)? },
        Command::AddAbsence(AddAbsence { from, from_later, to, to_later, reason }) => {
            let wall = |local, later| WallTime { local, zone: state.zone, later };
            let times = [wall(*from, *from_later), wall(*to, *to_later)];
            Event::AbsenceAdded { absence: absence(times, reason, facts)? }
        }
        Command::RemoveAbsence(RemoveAbsence { absence }) => {
            if !state.absences.iter().any(|known| known.id == *absence) {
                return Err(Refusal::NoAbsence { absence: absence.to_string() });
            }
            Event::AbsenceRemoved { absence: *absence }
        }
        Command::Deactivate(Deactivate {}) if facts.running_visits > 0 => {
            return Err(Refusal::VisitsAhead { visits: facts.running_visits });
        }
        Command::Deactivate(_) => Event::Deactivated {},
        Command::Reactivate(_) => Event::Reactivated {},
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

fn named(id: Uuid, name: &str) -> Result<Personal<String>, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        Err(Refusal::NameMissing {})
    } else {
        Ok(Personal::of(id, name.to_owned()))
    }
}

fn reach(id: Uuid, email: &str) -> Result<Option<Personal<String>>, Refusal> {
    let email = email.trim();
    let mailbox = Mailbox { name: None, address: email.to_owned() };
    if !email.is_empty() && !mailbox.is_deliverable() {
        return Err(Refusal::BadEmail { value: email.to_owned() });
    }
    Ok(kept(id, email))
}

fn kept(id: Uuid, text: &str) -> Option<Personal<String>> {
    let text = text.trim();
    (!text.is_empty()).then(|| Personal::of(id, text.to_owned()))
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
