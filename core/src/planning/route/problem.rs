//! What a planner is asked: technicians' days, visits, and the journeys between places.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Days to be filled, visits to be put into them, and what counts.
///
/// Every time is a whole second since a moment that the caller chooses once for the whole problem,
/// such as the first midnight. Days, visits and places are named by their index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Problem {
    /// The days of technicians: each becomes one route. A technician with two days is here twice.
    pub days: Vec<Day>,
    /// The visits to be planned, and those that are planned already and stay where they are.
    pub visits: Vec<Visit>,
    /// How long the journeys between places take.
    pub travel: Travel,
    /// What is allowed in every day.
    pub rules: Rules,
    /// What a plan costs.
    pub weights: Weights,
}

/// A stretch of time, in seconds. It never ends before it begins.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The first second that belongs to it.
    pub from: i64,
    /// The moment at which it is over.
    pub to: i64,
}

impl Span {
    /// The stretch between two moments.
    pub const fn new(from: i64, to: i64) -> Self {
        Self { from, to }
    }
}

/// One technician's day, which becomes one route.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Day {
    /// The place where it begins. Nothing: the journey to its first stop takes no time and costs
    /// nothing.
    pub start: Option<usize>,
    /// The place where it ends. Nothing: it ends where its last stop is.
    pub end: Option<usize>,
    /// Working time in order, without overlaps; what lies between two spans is a pause. The shift
    /// lasts from the beginning of the first to the end of the last. Nothing: no visit fits in.
    pub spans: Vec<Span>,
    /// Time that is taken, in any order. Blocks that lie wholly outside the shift are ignored.
    pub blocks: Vec<Block>,
    /// The skills that the technician has, by number.
    pub skills: BTreeSet<u32>,
    /// The most visits that the day may have, pinned ones included. Nothing: as many as fit.
    pub max_visits: Option<usize>,
}

/// Taken time: an absence, an appointment, an entry in another calendar. Neither service nor a
/// journey overlaps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// From when until when the technician is taken.
    pub time: Span,
    /// Where the technician is meanwhile: he has come there before it begins and goes on from
    /// there. Nothing: he stays where he was.
    #[serde(default)]
    pub place: Option<usize>,
}

/// Service at one place, by one technician, without a break of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Visit {
    /// Where. Nothing: it is done from wherever the technician is, without a journey.
    pub place: Option<usize>,
    /// How many seconds the service takes. A pause that it goes on over is counted in.
    pub duration: i64,
    /// When service may begin: `from` is the earliest beginning and `to` the latest one, which is
    /// still allowed. One of them is enough. None given: at any time of the day.
    pub windows: Vec<Span>,
    /// Whether service must also be over by the end of the window in which it begins. Default: no,
    /// a window bounds the beginning only.
    pub ends_within: bool,
    /// The skills that it needs, all of them.
    pub skills: BTreeSet<u32>,
    /// The days that may have it. Nothing: any.
    pub days: Option<BTreeSet<usize>>,
    /// How much it counts that it is served, against other visits. Default 1. One with 0 is still
    /// served where it displaces none that counts.
    pub priority: u32,
    /// Where it is planned already. Nothing: it is free.
    pub pinned: Option<Pin>,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            place: None,
            duration: 0,
            windows: Vec::new(),
            ends_within: false,
            skills: BTreeSet::new(),
            days: None,
            priority: 1,
            pinned: None,
        }
    }
}

/// Where a visit is planned already. It stays there whatever its windows, its skills and the
/// working time say, for somebody decided so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pin {
    /// The day that has it.
    pub day: usize,
    /// When its service begins.
    pub begin: i64,
}

/// Journeys between places, in seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Travel {
    /// How many places there are.
    pub places: usize,
    /// From each place to each, row by row: that from `a` to `b` is at `a * places + b`. They need
    /// not be symmetric, nor does a detour have to be longer.
    pub seconds: Vec<u32>,
}

/// What is allowed in every day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Whether service must be over before a pause begins. Default: it may begin before a pause and
    /// end after it. It never begins or ends in a pause.
    pub keep_pauses: bool,
    /// Whether the way to the first stop and the way from the last may lie outside the shift. They
    /// are counted all the same. Default: all journeys lie within the shift.
    pub commute_outside: bool,
}

/// What a plan costs. Visits that are not served are no part of it: they always count first. A
/// weight of a second is at most [`super::MAX_WEIGHT`], that of a day [`super::MAX_SECONDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// Cost of a second of travel. Default 1.
    pub travel: u32,
    /// Cost of a second of working time between two stops in which nobody travels. Default 0.
    pub waiting: u32,
    /// Cost of unequal days. A day with `w` seconds of service and travel costs `w * w / 28800`
    /// times this, so that at 1 it is worth two seconds of travel to take one second of work from
    /// who has eight hours, and one second to take it from who has four. Default 0.
    pub fairness: u32,
    /// Cost of each day that has a visit, in the unit of the others. Default 0.
    pub day: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Self { travel: 1, waiting: 0, fairness: 0, day: 0 }
    }
}
