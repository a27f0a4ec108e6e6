//! What happened to a technician.

use super::{Absence, OutsideCalendar, Person, Skill, State, Status};
use crate::schedule::{Cycle, DayHours, Hours, TimesOfDay, WorkingTime, Zone};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a technician.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The technician was taken on.
    Created {
        /// Name, address and telephone number of the technician.
        person: Person,
        /// The zone of the clock by which working hours and absences are meant.
        zone: Zone,
        /// The country whose public holidays are free of work; nothing where work goes on then.
        #[serde(default)]
        holidays: Option<String>,
    },
    /// It was said better who the technician is, how to reach them, or by which clock they work.
    Updated {
        /// Name, address and telephone number from then on; all of it, also what stayed.
        person: Person,
        /// The zone of the clock by which working hours and absences are meant from then on.
        zone: Zone,
        /// The country whose public holidays are free of work from then on; nothing where work goes
        /// on then.
        #[serde(default)]
        holidays: Option<String>,
    },
    /// It was said when the technician works in a common week: all hours anew (E40).
    HoursSet {
        /// All working hours of a common week, in its order. Empty where there are none: then any
        /// time counts as one of work (E40).
        hours: Vec<Hours>,
        /// The weeks that come round, where shifts rotate; nothing where each week is alike.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cycle: Option<Cycle>,
    },
    /// It was said when the technician works on one day (E40).
    DaySet {
        /// The local day whose hours were said.
        date: NaiveDate,
        /// Its hours in order, empty for a day without work; nothing where it is as its week again.
        hours: Option<Vec<TimesOfDay>>,
        /// The days before this one have no hours of their own any more: they are over for long.
        /// Nothing where all of them stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dropped_before: Option<NaiveDate>,
    },
    /// It was said what the technician is able and allowed to do: all skills anew.
    SkillsSet {
        /// All skills, in the order of their names.
        skills: Vec<Skill>,
    },
    /// It was told when the technician is busy by a calendar outside of Callout.
    BusySet {
        /// The calendar, with all periods that are known from it, in order; none where it says of
        /// none.
        calendar: OutsideCalendar,
    },
    /// A time away was added (S24).
    AbsenceAdded {
        /// The time away: its id, when it begins and ends, and why.
        absence: Absence,
    },
    /// A time away was taken back.
    AbsenceRemoved {
        /// The id of the absence that was taken back.
        absence: Uuid,
    },
    /// The technician works here no more; past work stays theirs (E38).
    Deactivated {},
    /// The technician works here again.
    Reactivated {},
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { person, zone, holidays } => {
            let working_time = WorkingTime { zone, holidays, ..WorkingTime::default() };
            State { person, working_time, ..State::default() }
        }
        Event::Updated { person, zone, holidays } => {
            let working_time = WorkingTime { zone, holidays, ..state.working_time };
            State { person, working_time, ..state }
        }
        Event::HoursSet { hours, cycle } => {
            let working_time = WorkingTime { hours, cycle, ..state.working_time };
            State { working_time, ..state }
        }
        Event::DaySet { date, hours, dropped_before } => {
            let days = &mut state.working_time.days;
            days.retain(|day| day.date != date && dropped_before.is_none_or(|it| day.date >= it));
            days.extend(hours.map(|hours| DayHours { date, hours }));
            days.sort_by_key(|day| day.date);
            state
        }
        Event::SkillsSet { skills } => State { skills, ..state },
        Event::BusySet { calendar } => {
            let calendars = &mut state.calendars;
            let name = calendar.name.reveal_text();
            let known = calendars.iter().position(|it| it.name.reveal_text() == name);
            let place = known.unwrap_or(calendars.len());
            known.map(|known| calendars.remove(known));
            if !calendar.busy.is_empty() {
                calendars.insert(place, calendar);
            }
            state
        }
        Event::AbsenceAdded { absence } => {
            state.absences.push(absence);
            state
        }
        Event::AbsenceRemoved { absence } => {
            state.absences.retain(|known| known.id != absence);
            state
        }
        Event::Deactivated {} => State { status: Status::Inactive, ..state },
        Event::Reactivated {} => State { status: Status::Active, ..state },
    }
}
