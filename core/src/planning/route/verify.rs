//! Holds a plan against its problem, by nothing that the planner knows.

use super::plan::{Call, Plan, Route, Stop};
use super::problem::{Block, Day, Problem, Span, Visit};

/// What is wrong with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// There is not one route for each day.
    Routes,
    /// A visit is neither served once nor told to be unserved once.
    Count {
        /// The visit.
        visit: usize,
    },
    /// A sum of a route, or one of the plan where no day is told, is wrong.
    Sum {
        /// The day.
        day: Option<usize>,
    },
    /// A stop is none that the day can have.
    Unknown {
        /// The day.
        day: usize,
        /// The stop.
        stop: usize,
    },
    /// The technician lacks a skill, or the visit may not be in his day.
    NotHis {
        /// The visit.
        visit: usize,
    },
    /// Service begins or ends when it may not.
    Hours {
        /// The visit.
        visit: usize,
    },
    /// What is pinned or blocked is at another time or on another day.
    Moved {
        /// The day.
        day: usize,
        /// The stop.
        stop: usize,
    },
    /// A journey is of another length, begins too early or overlaps what is blocked.
    Journey {
        /// The day.
        day: usize,
        /// The stop; one more than there are for the way home.
        stop: usize,
    },
    /// A stop begins before he is there though it does not say so, or says so though it does not.
    Late {
        /// The day.
        day: usize,
        /// The stop; one more than there are for the way home.
        stop: usize,
    },
    /// A block with a place is missing.
    Block {
        /// The day.
        day: usize,
        /// The block.
        block: usize,
    },
    /// There are more visits than the day may have.
    Full {
        /// The day.
        day: usize,
    },
}

/// Holds a plan against a problem that is well formed. Empty if all is right.
pub fn verify(problem: &Problem, plan: &Plan) -> Vec<Breach> {
    if plan.routes.len() != problem.days.len() {
        return vec![Breach::Routes];
    }
    let mut found = Vec::new();
    for (index, (day, route)) in problem.days.iter().zip(&plan.routes).enumerate() {
        Walk { problem, index, day, route, found: &mut found }.all();
    }
    for visit in 0..problem.visits.len() {
        let stops = plan.routes.iter().flat_map(|it| &it.stops);
        let served = stops.filter(|it| it.call == Call::Visit(visit)).count();
        let unserved = plan.unserved.iter().filter(|it| it.visit == visit).count();
        if served + unserved != 1 {
            found.push(Breach::Count { visit });
        }
    }
    let known = plan.unserved.iter().all(|it| it.visit < problem.visits.len());
    if !known || !has_right_totals(problem, plan) {
        found.push(Breach::Sum { day: None });
    }
    found
}

struct Walk<'a> {
    problem: &'a Problem,
    index: usize,
    day: &'a Day,
    route: &'a Route,
    found: &'a mut Vec<Breach>,
}

impl Walk<'_> {
    fn all(&mut self) {
        let (day, route) = (self.index, self.route);
        let shift = shift(self.day);
        let outside = self.problem.rules.commute_outside;
        let mut place = self.day.start;
        let mut over = if outside { i64::MIN } else { shift.from };
        let (mut travel, mut service) = (0, 0);
        for (number, stop) in route.stops.iter().enumerate() {
            let Some((to, duration)) = self.called(stop) else {
                return self.found.push(Breach::Unknown { day, stop: number });
            };
            let seconds = self.seconds(place, to);
            self.journey(number, over, stop.journey.time, stop.journey.seconds, seconds);
            self.times(number, stop, duration);
            let idle = (worked(self.day, over, stop.begin) - seconds).max(0);
            if stop.waiting != if number == 0 { 0 } else { idle } {
                self.found.push(Breach::Sum { day: Some(day) });
            }
            over = over.max(stop.end);
            place = to.or(place);
            travel += seconds;
            service += if matches!(stop.call, Call::Visit(_)) { duration } else { 0 };
        }
        let end = self.day.end.filter(|_| !route.stops.is_empty());
        match (end, &route.home) {
            (Some(_), Some(home)) => {
                let seconds = self.seconds(place, end);
                self.journey(route.stops.len(), over, home.time, home.seconds, seconds);
                travel += seconds;
                if route.late_home != (!outside && home.time.to > shift.to) {
                    self.found.push(Breach::Late { day, stop: route.stops.len() });
                }
            }
            (None, None) => {}
            _ => self.found.push(Breach::Journey { day, stop: route.stops.len() }),
        }
        let waiting: i64 = route.stops.iter().map(|it| it.waiting).sum();
        if (travel, service, waiting) != (route.travel, route.service, route.waiting) {
            self.found.push(Breach::Sum { day: Some(day) });
        }
        self.complete();
    }

    /// Where a stop is and how long it takes.
    fn called(&self, stop: &Stop) -> Option<(Option<usize>, i64)> {
        match stop.call {
            Call::Visit(it) => self.problem.visits.get(it).map(|it| (it.place, it.duration)),
            Call::Block(it) => {
                let block = self.day.blocks.get(it).filter(|it| counts(self.day, it))?;
                block.place.map(|place| (Some(place), block.time.to - block.time.from))
            }
        }
    }

    fn seconds(&self, from: Option<usize>, to: Option<usize>) -> i64 {
        let travel = &self.problem.travel;
        let at = from.zip(to).map(|(from, to)| from * travel.places + to);
        at.and_then(|at| travel.seconds.get(at)).map_or(0, |it| i64::from(*it))
    }

    fn journey(&mut self, stop: usize, over: i64, time: Span, told: i64, seconds: i64) {
        let is_long = time.to - time.from == seconds && told == seconds;
        let mut walls = self.day.blocks.iter().filter(|it| is_wall(self.day, it));
        let is_clear = seconds == 0 || walls.all(|it| apart(time, it.time));
        if !is_long || time.from < over || !is_clear {
            self.found.push(Breach::Journey { day: self.index, stop });
        }
    }

    fn times(&mut self, number: usize, stop: &Stop, duration: i64) {
        let (day, is_late) = (self.index, stop.journey.time.to > stop.begin);
        let begin = match stop.call {
            Call::Block(block) => self.day.blocks.get(block).map(|it| it.time.from),
            Call::Visit(visit) => {
                let visit = self.problem.visits.get(visit);
                let pin = visit.and_then(|it| it.pinned);
                pin.map(|it| if it.day == day { it.begin } else { i64::MAX })
            }
        };
        if stop.late != is_late || (is_late && begin.is_none()) {
            self.found.push(Breach::Late { day, stop: number });
        }
        let is_there = begin.is_none_or(|it| it == stop.begin);
        if !is_there || stop.end != stop.begin + duration {
            self.found.push(Breach::Moved { day, stop: number });
        }
        if let (None, Call::Visit(visit)) = (begin, stop.call) {
            let Some(it) = self.problem.visits.get(visit) else { return };
            let is_named = it.days.as_ref().is_none_or(|days| days.contains(&day));
            if !is_named || !it.skills.iter().all(|skill| self.day.skills.contains(skill)) {
                self.found.push(Breach::NotHis { visit });
            }
            if !may_begin(self.problem, self.day, it, stop.begin) {
                self.found.push(Breach::Hours { visit });
            }
        }
    }

    fn complete(&mut self) {
        let stops = &self.route.stops;
        for (block, it) in self.day.blocks.iter().enumerate() {
            let times = stops.iter().filter(|stop| stop.call == Call::Block(block)).count();
            let wanted = usize::from(it.place.is_some() && counts(self.day, it));
            if times != wanted {
                self.found.push(Breach::Block { day: self.index, block });
            }
        }
        let visits = stops.iter().filter_map(|stop| match stop.call {
            Call::Visit(visit) => self.problem.visits.get(visit),
            Call::Block(_) => None,
        });
        let has_free = visits.clone().any(|it| it.pinned.is_none());
        if has_free && self.day.max_visits.is_some_and(|most| visits.count() > most) {
            self.found.push(Breach::Full { day: self.index });
        }
    }
}

/// Whether service may begin at a moment, journeys and other visits aside.
fn may_begin(problem: &Problem, day: &Day, visit: &Visit, begin: i64) -> bool {
    let end = begin + visit.duration;
    let last = if visit.ends_within { end } else { begin };
    let in_window = visit.windows.iter().any(|it| it.from <= begin && last <= it.to);
    let takes = visit.duration > 0;
    let begins = day.spans.iter().any(|it| it.from <= begin && begin + i64::from(takes) <= it.to);
    let ends = day.spans.iter().any(|it| it.from <= end - i64::from(takes) && end <= it.to);
    let crosses = day.spans.windows(2).any(|pair| match pair {
        [one, two] => one.to < two.from && begin < two.from && end > one.to,
        _ => false,
    });
    let mut walls = day.blocks.iter().filter(|it| is_wall(day, it));
    (in_window || visit.windows.is_empty())
        && begins
        && ends
        && !(problem.rules.keep_pauses && crosses)
        && walls.all(|it| apart(Span::new(begin, end), it.time))
}

fn shift(day: &Day) -> Span {
    match (day.spans.first(), day.spans.last()) {
        (Some(first), Some(last)) => Span::new(first.from, last.to),
        _ => Span::new(0, 0),
    }
}

fn counts(day: &Day, block: &Block) -> bool {
    let shift = shift(day);
    block.time.to > shift.from && block.time.from < shift.to
}

/// Whether a block stops journeys and service without being a stop of its own.
fn is_wall(day: &Day, block: &Block) -> bool {
    block.place.is_none() && block.time.from < block.time.to && counts(day, block)
}

fn apart(one: Span, two: Span) -> bool {
    one.to <= two.from || two.to <= one.from
}

/// Seconds between two moments that are working time and not blocked.
fn worked(day: &Day, from: i64, to: i64) -> i64 {
    let spans = day.spans.iter().chain(day.blocks.iter().map(|it| &it.time));
    let mut edges: Vec<i64> = spans.flat_map(|it| [it.from, it.to]).chain([from, to]).collect();
    edges.retain(|it| (from..=to).contains(it));
    edges.sort_unstable();
    let works = |at: i64| {
        let holds = |it: &Span| it.from <= at && at < it.to;
        let mut blocks = day.blocks.iter().filter(|it| counts(day, it));
        day.spans.iter().any(holds) && !blocks.any(|it| holds(&it.time))
    };
    let pieces = edges.iter().zip(edges.iter().skip(1));
    pieces.filter(|(one, _)| works(**one)).map(|(one, two)| two - one).sum()
}

fn has_right_totals(problem: &Problem, plan: &Plan) -> bool {
    let (totals, weights) = (&plan.totals, &problem.weights);
    let visits = problem.visits.iter().enumerate();
    let is_served = |visit: usize| !plan.unserved.iter().any(|it| it.visit == visit);
    let served: Vec<u32> =
        visits.filter(|(index, _)| is_served(*index)).map(|(_, it)| it.priority).collect();
    let has_visit = |it: &&Route| it.stops.iter().any(|it| matches!(it.call, Call::Visit(_)));
    let days = plan.routes.iter().filter(has_visit).count();
    let sum = |of: fn(&Route) -> i64| plan.routes.iter().map(of).sum::<i64>();
    let squares: i64 = plan
        .routes
        .iter()
        .map(|it| (it.travel + it.service).clamp(0, super::fault::MAX_SECONDS))
        .map(|work| work * work / 28_800)
        .sum();
    let cost = i64::from(weights.travel) * totals.travel
        + i64::from(weights.waiting) * totals.waiting
        + i64::from(weights.fairness) * squares
        + i64::from(weights.day) * days as i64;
    totals.served == served.len()
        && totals.priority == served.iter().map(|it| u64::from(*it)).sum::<u64>()
        && totals.travel == sum(|it| it.travel)
        && totals.service == sum(|it| it.service)
        && totals.waiting == sum(|it| it.waiting)
        && totals.days == days
        && totals.cost == cost
}
