//! What a planner answers: routes, and why a visit is in none.

use super::problem::Span;
use serde::{Deserialize, Serialize};

/// Routes for the days of a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// One for each day, in the order of the days.
    pub routes: Vec<Route>,
    /// The visits that no route has, in their order.
    pub unserved: Vec<Unserved>,
    /// Sums over all routes.
    pub totals: Totals,
    /// The steps that were taken: at least those that it takes to put every visit somewhere once.
    pub steps: u64,
}

/// What one technician does on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Route {
    /// Where he stops, in order. Empty: he has nothing to do and does not leave.
    pub stops: Vec<Stop>,
    /// The journey to where the day ends. Nothing if there is no such place, or no stop.
    pub home: Option<Journey>,
    /// Whether the way home ends after the shift because of what is pinned or blocked.
    pub late_home: bool,
    /// Seconds of travel, the way home included.
    pub travel: i64,
    /// Seconds of service at all stops.
    pub service: i64,
    /// Seconds of waiting before all stops.
    pub waiting: i64,
}

/// One stop of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stop {
    /// What he stops for.
    pub call: Call,
    /// How he comes there. The first journey of a day is as late as it can be, others as early.
    pub journey: Journey,
    /// When service or the block begins.
    pub begin: i64,
    /// When it is over.
    pub end: i64,
    /// Seconds of working time since the stop before, in which he neither serves nor travels. The
    /// first stop of a day has none.
    pub waiting: i64,
    /// Whether he cannot be there in time. Only what is pinned or blocked is ever late, when what
    /// is pinned or blocked before it is too far or takes too long.
    pub late: bool,
    /// What the visit would cost in another day. Nothing for what may not move, and where it fits
    /// in no other day as that is.
    pub elsewhere: Option<Elsewhere>,
}

/// What a technician stops for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// The visit of this index.
    Visit(usize),
    /// The block of this index among those of the day. Only blocks with a place are stops.
    Block(usize),
}

/// A way from one place to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Journey {
    /// From when until when.
    pub time: Span,
    /// Seconds of travel: the length of that time.
    pub seconds: i64,
}

/// The other day that would have a visit most cheaply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Elsewhere {
    /// The index of that day.
    pub day: usize,
    /// How much more the plan would cost, in the unit of [`super::Weights`]. Below zero if less,
    /// which a plan of few steps may leave.
    pub extra: i64,
}

/// Sums over a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Totals {
    /// How many visits are served.
    pub served: usize,
    /// The sum of their priorities.
    pub priority: u64,
    /// Seconds of travel on all ways.
    pub travel: i64,
    /// Seconds of service at all stops.
    pub service: i64,
    /// Seconds of waiting before all stops.
    pub waiting: i64,
    /// How many days have a visit.
    pub days: usize,
    /// What the plan costs by the weights of the problem.
    pub cost: i64,
    /// How many visits are not served, by reason.
    pub unserved: Counts,
}

/// How many visits are not served, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Visits for which nobody has all the skills.
    pub no_skill: usize,
    /// Visits that nobody with the skills may have.
    pub not_allowed: usize,
    /// Visits that fit into none of their days.
    pub never_fits: usize,
    /// Visits for which others leave no room.
    pub crowded: usize,
}

/// A visit that no route has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unserved {
    /// The index of the visit.
    pub visit: usize,
    /// Why no route has it.
    pub reason: Reason,
}

/// Why a visit is in no route. The first that is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody has all the skills that it needs.
    NoSkill,
    /// Who has the skills may not have it: its list of days names none of them.
    NotAllowed,
    /// It fits into none of its days even if no other free visit were there.
    NeverFits(Never),
    /// It would fit into these days alone, but not beside what they have.
    Crowded {
        /// The indices of the days that would do.
        days: Vec<usize>,
    },
}

/// Why a visit fits into none of its days. What is told is the least hindrance among those days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Never {
    /// Its windows, its duration and the working time leave no moment to begin.
    Hours,
    /// There is a moment, but the journeys there and back do not fit into the shift.
    Journey,
    /// An empty day would do, but blocks, pinned visits or the most visits of a day leave no room.
    Taken,
}
