//! The best times for a piece of work: who could do it when, with score and reasons, and why not
//! the others (S24, S29, E42, E44).
//!
//! A slot is never one that planning would refuse: it lies in working hours but for breaks, meets
//! no absence, no visit and no busy time, and the customer can.

mod choose;
mod fit;
mod refusal;
#[cfg(test)]
mod tests;

pub use refusal::SlotFault;

use crate::availability::Busy;
use crate::error::Error;
use crate::schedule::{Instant, Period, WorkingTime};
use crate::technician::Skill;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// So many slots are asked for at the most.
pub const MAX_SLOTS: u32 = 100;

/// Slots are looked for among so many days of technicians at the most: days times technicians.
pub const MAX_DAYS: u64 = 20_000;

/// So many technicians go together at the most.
pub const MAX_CREW: u32 = 10;

/// How much each point of a slot counts. The sum is its score, and the least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// For each hour until it begins; 1 where it is missing.
    pub waiting: u32,
    /// For each minute of travel that it adds; 2 where it is missing.
    pub travel: u32,
    /// For each hour of visits that the technician has in that week already; 1 where it is missing.
    pub fairness: u32,
    /// For what the technician costs, as `cost` says; 1 where it is missing.
    pub cost: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights { waiting: 1, travel: 2, fairness: 1, cost: 1 }
    }
}

/// Somebody who might do it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The technician's id, or any other.
    pub id: Uuid,
    /// The hours of a common week, days of their own, public holidays.
    #[serde(default)]
    pub working_time: WorkingTime,
    /// Absences, visits and what other calendars say, in any order.
    #[serde(default)]
    pub busy: Vec<Busy>,
    /// What the technician is able and allowed to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// Where a day begins and ends: the number of a place in `travel`. Journeys from and to there
    /// are not counted where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<u32>,
    /// What it costs to send him, in points; nothing where it is missing.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub cost: u32,
}

/// Which times would be best?
///
/// ```
/// use callout_core::slot::FindSlots;
/// let ask: FindSlots = serde_json::from_str(r#"{
///     "within": {"from": "2026-10-16T00:00:00+02:00", "to": "2026-10-17T00:00:00+02:00"},
///     "minutes": 90,
///     "candidates": [{
///         "id": "01890a5d-0000-774b-bcce-b302099a8057",
///         "working_time": {
///             "zone": "Europe/Prague",
///             "hours": [{"weekday": "friday", "from": "07:00:00", "to": "15:30:00"}]
///         }
///     }]
/// }"#)?;
/// let found = ask.find()?;
/// assert_eq!(found.slots[0].parts[0].period.from.to_string(), "2026-10-16T05:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FindSlots {
    /// From when until when slots are looked for; days times candidates are 20,000 at the most
    /// (`SLOT-ASK-01`).
    pub within: Period,
    /// How long the work takes, in minutes, 1 to 20,160 (`SLOT-ASK-02`). A break that it spans
    /// makes the slot longer.
    pub minutes: u32,
    /// Who might do it, each once.
    pub candidates: Vec<Candidate>,
    /// The skills that each who goes must have, by their names; none where it is missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// The periods at which the customer can; at any time where it is missing. A slot lies within
    /// one of them, or within several that touch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub windows: Option<Vec<Period>>,
    /// The hours at which the site is open; at any time where they are missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<WorkingTime>,
    /// The moment by which it is to be over: a slot that ends later is late, and comes after those
    /// that are not. None where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// How many go together, 1 to 10 (`SLOT-ASK-02`); one where it is missing.
    #[serde(default = "one")]
    pub crew: u32,
    /// How many slots come at most, 1 to 100 (`SLOT-ASK-02`); 10 where it is missing.
    #[serde(default = "ten")]
    pub count: u32,
    /// Slots begin at whole multiples of so many minutes of the hour, of 60 a divisor
    /// (`SLOT-ASK-02`); of 15 where it is missing. Of each free time the first is shown.
    #[serde(default = "quarter")]
    pub step: u32,
    /// How much each point counts.
    #[serde(default)]
    pub weights: Weights,
    /// Where the work is: the number of a place in `travel`. Nobody travels where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u32>,
    /// How many seconds it takes from each place (a row) to each place (`SLOT-ASK-03` where a place
    /// has no row, or a row is not as long as there are rows). Travel takes no time where it is
    /// missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub travel: Vec<Vec<u32>>,
}

const fn one() -> u32 {
    1
}

const fn ten() -> u32 {
    10
}

const fn quarter() -> u32 {
    15
}

/// One technician's part in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SlotPart {
    /// The id of the technician.
    pub technician: Uuid,
    /// From when until when; it is longer than the work by the breaks that it spans.
    pub period: Period,
    /// How many seconds of travel it adds to his day.
    pub travel: u32,
}

/// Of what a score is made.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Point {
    /// Hours until it begins.
    Waiting,
    /// Minutes of travel that it adds, of all who go.
    Travel,
    /// Hours of visits that they have in that week already.
    Fairness,
    /// What they cost.
    Cost,
}

/// Why a slot has its score: one of the sums that it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SlotReason {
    /// What is counted: hours, minutes, or points of cost.
    pub point: Point,
    /// How many of it: hours, minutes or what `cost` says.
    pub amount: u64,
    /// What it adds to the score: the amount times its weight.
    pub adds: u64,
}

/// A time at which it can be done, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Who goes, and from when until when; all begin together.
    pub parts: Vec<SlotPart>,
    /// Whether it ends after the moment by which it is to be over.
    pub late: bool,
    /// The sum of its reasons: the least is the best.
    pub score: u64,
    /// What the score is made of; what adds nothing is left out.
    pub reasons: Vec<SlotReason>,
}

/// Why somebody has no slot.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LeftOut {
    /// The technician lacks a skill, or has it no more then.
    Skill,
    /// The technician does not work then, or not that long.
    Hours,
    /// The customer cannot when the technician works, or the site is closed (E42).
    Window,
    /// Visits, absences, other calendars and journeys leave no time that is long enough.
    Busy,
    /// There is time, and never enough others have it too.
    Crew,
}

/// Somebody who has no slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Left {
    /// The id of the technician.
    pub technician: Uuid,
    /// Why the technician has no slot at all.
    pub why: LeftOut,
    /// The skills that are lacking; missing where it is for another reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slots {
    /// The best slots, those that are late after the others, the least score first.
    pub slots: Vec<Slot>,
    /// Who has no slot at all, in the order of the candidates, and why.
    pub left_out: Vec<Left>,
}

impl FindSlots {
    /// The best slots, and why others have none.
    ///
    /// # Errors
    /// `SLOT-ASK-01` to `SLOT-ASK-03`.
    pub fn find(&self) -> Result<Slots, Error> {
        self.check()?;
        let mut left_out = Vec::new();
        let mut able = Vec::new();
        let (windows, opening) = fit::open(self);
        for candidate in &self.candidates {
            match fit::fits(self, (&windows, &opening), candidate) {
                Ok(fits) => able.push((candidate, fits)),
                Err(left) => left_out.push(left),
            }
        }
        let (slots, without) = choose::best(self, &able);
        left_out.extend(without);
        let place = |left: &Left| self.candidates.iter().position(|it| it.id == left.technician);
        left_out.sort_by_cached_key(place);
        Ok(Slots { slots, left_out })
    }

    fn check(&self) -> Result<(), SlotFault> {
        let days = self.within.seconds().unsigned_abs().div_ceil(86_400);
        let all = days.saturating_mul(self.candidates.len() as u64);
        if self.within.is_empty() || all > MAX_DAYS || days > 800 {
            return Err(SlotFault::TooMuch { days: all, most: MAX_DAYS });
        }
        for (path, number, most) in [
            ("minutes", self.minutes, crate::activity::MAX_MINUTES),
            ("crew", self.crew, MAX_CREW),
            ("count", self.count, MAX_SLOTS),
            ("step", self.step, 60),
        ] {
            let odd = path == "step" && most % number.max(1) != 0;
            if number == 0 || number > most || odd {
                return Err(SlotFault::OutOfRange { path, number, most });
            }
        }
        let places = self.travel.len();
        let known = |place: &Option<u32>| place.is_none_or(|place| (place as usize) < places);
        let of = |candidate: &Candidate| {
            known(&candidate.home) && candidate.busy.iter().all(|busy| known(&busy.place))
        };
        let square = self.travel.iter().all(|row| row.len() == places);
        if !square || !known(&self.place) || !self.candidates.iter().all(of) {
            return Err(SlotFault::NoPlace { places: places as u32 });
        }
        Ok(())
    }

    /// How many seconds it takes from one place to another; none where either is not known.
    fn seconds(&self, from: Option<u32>, to: Option<u32>) -> u32 {
        let (Some(from), Some(to)) = (from, to) else { return 0 };
        let row = self.travel.get(from as usize);
        row.and_then(|row| row.get(to as usize)).copied().unwrap_or_default()
    }
}
