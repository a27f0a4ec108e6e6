//! Technicians: who does the work, when they work and when they are away (S15, S24).
//!
//! A technician's id is the host's id of the person as an actor. Who left stays: past work
//! remains theirs (E38).

mod absence;
mod command;
mod decide;
mod event;
mod lifecycle;
mod query;
mod refusal;
mod skill;
mod told;

pub use absence::{Absence, OutsideCalendar};
pub use command::{
    AddAbsence, Command, Create, Deactivate, Reactivate, RemoveAbsence, SetBusy, SetDay, SetHours,
    SetSkills, Update, Verb,
};
pub use decide::{Facts, MAX_BUSY, MAX_CALENDARS, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE, WORDS};
pub use refusal::Refusal;
pub use skill::{MAX_SKILLS, Skill};
pub(crate) use skill::{lacking, same as same_skill};

use crate::journal::Personal;
use crate::noun::{Links, Noun, Offered, doors, verbs};
use crate::port::index::Cond;
use crate::schedule::{Instant, Period, WorkingTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The technician as a noun.
pub struct Technician;

/// How to name and reach a technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// What the person is called.
    pub name: Personal<String>,
    /// The address to which mails and calendar entries go; nothing where none is known.
    pub email: Option<Personal<String>>,
    /// The telephone number; nothing where none is known.
    pub phone: Option<Personal<String>>,
}

/// A technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Whether the technician works here or has left (E38).
    pub status: Status,
    /// Name, address and telephone number of the person.
    pub person: Person,
    /// When the technician works: the hours of a common week, days of their own and public holidays
    /// (E40), by the clock of the zone.
    pub working_time: WorkingTime,
    /// The times at which the technician is away (S24), in the order in which they were added.
    pub absences: Vec<Absence>,
    /// What the technician is able and allowed to do, in the order of names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// When the technician is busy by calendars outside of Callout. Missing where none is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<OutsideCalendar>,
}

impl State {
    /// Whether new work may be assigned.
    pub fn is_active(&self) -> bool {
        self.status == Status::Active
    }

    /// The times at which other calendars say that the technician is busy, each with its name.
    pub(crate) fn busy_outside(&self) -> impl Iterator<Item = (&str, Period)> {
        self.calendars.iter().flat_map(|it| {
            let name = it.name.reveal_text();
            it.busy.iter().map(move |at| (name, *at))
        })
    }

    /// The skills of these that the technician has not, or not on the day of a moment by his own
    /// clock.
    pub fn lacks(&self, wanted: &[String], at: Instant) -> Vec<String> {
        lacking(&self.skills, wanted, self.working_time.zone.wall(at).date())
    }
}

impl Noun for Technician {
    doors!("technician", fold 2, sorted, tables [TABLE, WORDS]);

    const PARTS: &'static [(&'static str, &'static str)] =
        &[("absence_added", "/absence/id"), ("absence_removed", "/absence")];

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = verbs(LIFECYCLE, row.status);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.status)
    }

    fn is_own(id: Uuid, _: &State, technician: Uuid) -> bool {
        id == technician
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        vec![Cond::Owner(technician)]
    }
}
