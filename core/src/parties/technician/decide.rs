//! What a technician answers.

use super::{
    Absence, AddAbsence, Command, Create, Deactivate, Event, LIFECYCLE, OutsideCalendar, Person,
    Refusal, RemoveAbsence, SetBusy, SetDay, SetHours, SetSkills, State, Update, skill,
};
use crate::Patch;
use crate::journal::Personal;
use crate::letter::Mailbox;
use crate::noun::{Given, Step, verbs};
use crate::schedule::{
    HOLIDAY_COUNTRIES, HoursFault, MAX_DAYS, Period, WallTime, Zone, joined, sound_day, sound_hours,
};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

/// Of an outside calendar so many busy periods are known at the most.
pub const MAX_BUSY: usize = 2_000;

/// A technician is busy by so many outside calendars at the most.
pub const MAX_CALENDARS: usize = 10;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// Where the company's clocks hang.
    pub zone: Zone,
    /// The country of the company's seat.
    pub country: String,
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
        Command::Create(Create { name, email, phone, zone, holidays }) => Event::Created {
            person: Person {
                name: named(id, name)?,
                email: email.as_deref().map(|email| reach(id, email)).transpose()?.flatten(),
                phone: phone.as_deref().and_then(|phone| kept(id, phone)),
            },
            zone: zone.unwrap_or(facts.zone),
            holidays: match holidays {
                Patch::Keep => known(&facts.country).then(|| facts.country.clone()),
                said => country(said)?.onto(None),
            },
        },
        Command::Update(Update { name, email, phone, zone, holidays }) => {
            let before = state.person.clone();
            let phone = phone.as_ref().map(|phone| kept(id, phone));
            let person = Person {
                name: name.as_deref().map_or(Ok(before.name), |name| named(id, name))?,
                email: email.as_ref().made(|email| reach(id, email))?.onto(before.email),
                phone: phone.onto(Some(before.phone)).flatten(),
            };
            let now = &state.working_time;
            let holidays = country(holidays)?.onto(now.holidays.clone());
            Event::Updated { person, zone: zone.unwrap_or(now.zone), holidays }
        }
        Command::SetHours(SetHours { hours, cycle }) => {
            let hours = sound_hours(hours, *cycle).map_err(unsound)?;
            Event::HoursSet { hours, cycle: *cycle }
        }
        Command::SetDay(SetDay { date, hours }) => {
            let hours = hours.as_deref().map(|hours| sound_day(*date, hours));
            let hours = hours.transpose().map_err(unsound)?;
            let dropped_before = room(state, *date, hours.is_some(), facts)?;
            Event::DaySet { date: *date, hours, dropped_before }
        }
        Command::SetSkills(SetSkills { skills }) => {
            Event::SkillsSet { skills: skill::sound(skills)? }
        }
        Command::SetBusy(SetBusy { calendar, busy }) => busy_by(state, id, calendar, busy)?,
        Command::AddAbsence(AddAbsence { from, from_later, to, to_later, reason }) => {
            let wall = |local, later| WallTime { local, zone: state.working_time.zone, later };
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

fn unsound(fault: HoursFault) -> Refusal {
    match fault {
        HoursFault::Backwards { weekday, from, to } => {
            let (from, to) = (from.to_string(), to.to_string());
            Refusal::HoursBackwards { weekday, from, to }
        }
        HoursFault::Overlap { weekday } => Refusal::HoursOverlap { weekday },
        HoursFault::NoCycle { weeks } => Refusal::NoCycle { weeks },
        HoursFault::NoWeek { week, weeks } => Refusal::NoWeek { week, weeks },
        // A week has neither.
        HoursFault::Days | HoursFault::Holidays => Refusal::TooManyDays { most: MAX_DAYS as u32 },
    }
}

fn known(country: &str) -> bool {
    HOLIDAY_COUNTRIES.contains(&country)
}

fn country(said: &Patch<String>) -> Result<Patch<String>, Refusal> {
    match said.set().filter(|country| !known(country)) {
        Some(country) => {
            let (country, known) = (country.clone(), HOLIDAY_COUNTRIES.to_vec());
            Err(Refusal::UnknownHolidays { country, known })
        }
        None => Ok(said.clone()),
    }
}

/// Where there would be too many days, those that are over for a year make room.
fn room(
    state: &State,
    date: NaiveDate,
    more: bool,
    facts: &Facts,
) -> Result<Option<NaiveDate>, Refusal> {
    let days = &state.working_time.days;
    if !more || days.len() < MAX_DAYS || days.iter().any(|day| day.date == date) {
        return Ok(None);
    }
    let today = state.working_time.zone.wall(facts.given.now).date();
    let year = today.checked_sub_days(Days::new(366)).unwrap_or(today);
    match days.iter().any(|day| day.date < year) {
        true => Ok(Some(year)),
        false => Err(Refusal::TooManyDays { most: MAX_DAYS as u32 }),
    }
}

fn busy_by(state: &State, id: Uuid, calendar: &str, busy: &[Period]) -> Result<Event, Refusal> {
    let name = calendar.trim();
    if let Some(Period { from, to }) = busy.iter().find(|period| period.is_empty()) {
        return Err(Refusal::BusyBackwards { from: *from, to: *to });
    }
    let busy = joined(busy.to_vec());
    let known = state.calendars.iter().any(|it| it.name.reveal_text() == name);
    let calendars = state.calendars.len() + usize::from(!known);
    if name.is_empty() || busy.len() > MAX_BUSY || calendars > MAX_CALENDARS {
        let (most, calendars) = (MAX_BUSY as u32, MAX_CALENDARS as u32);
        return Err(Refusal::TooBusy { most, calendars });
    }
    let name = Personal::of(id, name.to_owned());
    Ok(Event::BusySet { calendar: OutsideCalendar { name, busy } })
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
