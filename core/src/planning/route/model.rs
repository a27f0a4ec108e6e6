//! A checked problem in the shape in which a search asks it.

use super::hours;
use super::problem::{Day, Problem, Span, Visit, Weights};

/// Farther than any moment that a problem can reach.
pub(super) const FAR: i64 = 1 << 41;
/// No job, no day.
pub(super) const NONE: u32 = u32::MAX;
/// How many neighbours of a visit are known.
const NEIGHBOURS: usize = 250;

pub(super) struct Model<'a> {
    pub problem: &'a Problem,
    /// One more than there are places: the last stands for no place, where every journey is free.
    side: usize,
    legs: Vec<u32>,
    /// The visits, then the blocks that have a place.
    pub jobs: Vec<Job>,
    pub shifts: Vec<Shift>,
    pub visits: usize,
    begins: Vec<Begins>,
    pool: Vec<Span>,
    pub weights: Weights,
    pub outside: bool,
}

/// A visit, or a block that has a place.
pub(super) struct Job {
    pub place: u32,
    pub duration: i64,
    /// When it begins if it may not move.
    pub fixed: Option<i64>,
    /// Whether it is late because of what is fixed before it, whatever else is done.
    pub is_excused: bool,
    /// Which block of its day it is, if it is none of the visits.
    pub block: usize,
    /// What it counts to serve it.
    pub value: u64,
    /// The days in which it can begin at all.
    pub days: Vec<u32>,
    /// The visits nearby, nearest first.
    pub near: Vec<u32>,
    /// The earliest and the latest beginning, the seconds in which it can begin, and the way from
    /// the nearest start: by these, visits are put in order.
    pub earliest: i64,
    pub latest: i64,
    pub leeway: i64,
    pub reach: i64,
}

pub(super) struct Shift {
    pub start: u32,
    pub end: u32,
    pub from: i64,
    pub to: i64,
    /// Whether the way home ends too late because of what is fixed.
    pub is_excused: bool,
    pub room: usize,
    /// Blocks without a place, in order and merged.
    pub walls: Vec<Span>,
    /// The time in which waiting counts.
    pub workable: Vec<Span>,
    /// What may not move, in order.
    pub fixed: Vec<u32>,
}

/// The moments at which a visit may begin on a day.
#[derive(Clone, Copy)]
pub(super) struct Begins {
    pub from: i64,
    pub to: i64,
    first: u32,
    count: u32,
}

impl<'a> Model<'a> {
    pub(super) fn new(problem: &'a Problem) -> Self {
        let side = problem.travel.places + 1;
        let mut model = Self {
            problem,
            side,
            legs: legs(problem, side),
            jobs: Vec::new(),
            shifts: Vec::new(),
            visits: problem.visits.len(),
            begins: Vec::new(),
            pool: Vec::new(),
            weights: problem.weights,
            outside: problem.rules.commute_outside,
        };
        model.jobs = problem.visits.iter().map(|visit| model.job(visit)).collect();
        for (index, day) in problem.days.iter().enumerate() {
            model.add_shift(index, day);
            model.excuse(index);
        }
        model.find_begins();
        model.find_neighbours();
        model
    }

    fn place(&self, place: Option<usize>) -> u32 {
        place.unwrap_or(self.problem.travel.places) as u32
    }

    fn job(&self, visit: &Visit) -> Job {
        let rank = self.visits as u64 + 1;
        Job {
            place: self.place(visit.place),
            duration: visit.duration,
            fixed: visit.pinned.map(|pin| pin.begin),
            is_excused: false,
            block: 0,
            // By priority first, then by number: all of them together are less than one more.
            value: u64::from(visit.priority) * rank + 1,
            days: Vec::new(),
            near: Vec::new(),
            earliest: FAR,
            latest: -FAR,
            leeway: 0,
            reach: FAR,
        }
    }

    fn add_shift(&mut self, index: usize, day: &Day) {
        let ends = day.spans.first().zip(day.spans.last());
        let shift = ends.map_or(Span::new(0, 0), |(first, last)| Span::new(first.from, last.to));
        let mut walls = Vec::new();
        let mut blocked = Vec::new();
        let pinned = self.problem.visits.iter().enumerate();
        let mut fixed: Vec<u32> = pinned
            .filter(|(_, it)| it.pinned.is_some_and(|pin| pin.day == index))
            .map(|(visit, _)| visit as u32)
            .collect();
        let blocks = day.blocks.iter().enumerate();
        for (number, block) in blocks.filter(|(_, it)| hours::matters(it, shift)) {
            let duration = block.time.to - block.time.from;
            blocked.push(block.time);
            if block.place.is_some() {
                fixed.push(self.jobs.len() as u32);
                let visit = Visit { place: block.place, duration, ..Visit::default() };
                self.jobs.push(Job {
                    fixed: Some(block.time.from),
                    block: number,
                    ..self.job(&visit)
                });
            } else if duration > 0 {
                walls.push(block.time);
            }
        }
        fixed.sort_by_key(|job| {
            let job = &self.jobs[*job as usize];
            (job.fixed, job.duration)
        });
        self.shifts.push(Shift {
            start: self.place(day.start),
            end: self.place(day.end),
            from: shift.from,
            to: shift.to,
            is_excused: false,
            room: day.max_visits.unwrap_or(usize::MAX),
            walls: hours::merged(walls),
            workable: hours::workable(&day.spans, blocked),
            fixed,
        });
    }

    /// Finds what is late on a day on which nothing is done but what is fixed.
    fn excuse(&mut self, day: usize) {
        let shift = &mut self.shifts[day];
        let mut whereabouts = shift.start;
        let mut over = if self.outside { -FAR } else { shift.from };
        let nowhere = self.problem.travel.places as u32;
        let leg =
            |from: u32, to: u32| i64::from(self.legs[from as usize * self.side + to as usize]);
        for job in &shift.fixed {
            let job = &mut self.jobs[*job as usize];
            let begin = job.fixed.unwrap_or_default();
            let seconds = if over == -FAR { 0 } else { leg(whereabouts, job.place) };
            job.is_excused = hours::arrival(&shift.walls, over, seconds) > begin;
            over = over.max(begin + job.duration);
            whereabouts = if job.place == nowhere { whereabouts } else { job.place };
        }
        if !shift.fixed.is_empty() && !self.outside {
            let home = hours::arrival(&shift.walls, over, leg(whereabouts, shift.end));
            shift.is_excused = home > shift.to;
        }
    }

    fn find_begins(&mut self) {
        let problem = self.problem;
        let keep = problem.rules.keep_pauses;
        self.begins.reserve(problem.days.len() * self.visits);
        for (index, day) in problem.days.iter().enumerate() {
            let spans = hours::merged(day.spans.clone());
            for (number, visit) in problem.visits.iter().enumerate() {
                let may = may_have(visit, index, day) && visit.pinned.is_none();
                let begins = if may {
                    hours::begins(&spans, &self.shifts[index].walls, visit, keep)
                } else {
                    Vec::new()
                };
                let ends = begins.first().zip(begins.last());
                let (from, to) = ends.map_or((FAR, -FAR), |(first, last)| (first.from, last.to));
                let first = self.pool.len() as u32;
                self.begins.push(Begins { from, to, first, count: begins.len() as u32 });
                if begins.is_empty() {
                    continue;
                }
                let reach = self.leg(self.shifts[index].start, self.jobs[number].place);
                let job = &mut self.jobs[number];
                job.days.push(index as u32);
                job.earliest = job.earliest.min(from);
                job.latest = job.latest.max(to);
                let leeway = begins.iter().map(|it| it.to - it.from + 1).sum();
                job.leeway = job.leeway.max(leeway);
                job.reach = job.reach.min(reach);
                if begins.len() > 1 {
                    self.pool.extend(begins);
                }
            }
        }
    }

    fn find_neighbours(&mut self) {
        let free: Vec<u32> =
            (0..self.visits as u32).filter(|it| self.jobs[*it as usize].fixed.is_none()).collect();
        for visit in &free {
            let here = self.jobs[*visit as usize].place;
            let mut others: Vec<(i64, u32)> = free
                .iter()
                .filter(|other| *other != visit)
                .map(|other| {
                    let there = self.jobs[*other as usize].place;
                    (self.leg(here, there) + self.leg(there, here), *other)
                })
                .collect();
            if others.len() > NEIGHBOURS {
                others.select_nth_unstable(NEIGHBOURS);
                others.truncate(NEIGHBOURS);
            }
            others.sort_unstable();
            self.jobs[*visit as usize].near = others.into_iter().map(|(_, other)| other).collect();
        }
    }

    pub(super) fn leg(&self, from: u32, to: u32) -> i64 {
        i64::from(self.legs[from as usize * self.side + to as usize])
    }

    /// The place that is none.
    pub(super) fn nowhere(&self) -> u32 {
        self.problem.travel.places as u32
    }

    pub(super) fn begins(&self, day: usize, visit: u32) -> Begins {
        self.begins[day * self.visits + visit as usize]
    }

    /// The first moment to begin from a moment on.
    pub(super) fn next(&self, begins: Begins, from: i64) -> Option<i64> {
        if from <= begins.from {
            return Some(begins.from).filter(|it| *it <= begins.to);
        }
        if from > begins.to || begins.count <= 1 {
            return Some(from).filter(|it| *it <= begins.to);
        }
        self.pieces(begins).iter().find(|it| it.to >= from).map(|it| it.from.max(from))
    }

    /// The last moment to begin until a moment.
    pub(super) fn last(&self, begins: Begins, until: i64) -> Option<i64> {
        if until >= begins.to {
            return Some(begins.to).filter(|it| *it >= begins.from);
        }
        if until < begins.from || begins.count <= 1 {
            return Some(until).filter(|it| *it >= begins.from);
        }
        self.pieces(begins).iter().rev().find(|it| it.from <= until).map(|it| it.to.min(until))
    }

    fn pieces(&self, begins: Begins) -> &[Span] {
        let first = begins.first as usize;
        &self.pool[first..first + begins.count as usize]
    }
}

/// Whether the technician has the skills and the visit may be in his day.
pub(super) fn may_have(visit: &Visit, index: usize, day: &Day) -> bool {
    let allowed = visit.days.as_ref().is_none_or(|days| days.contains(&index));
    allowed && visit.skills.is_subset(&day.skills)
}

fn legs(problem: &Problem, side: usize) -> Vec<u32> {
    let mut legs = vec![0; side * side];
    if problem.travel.places > 0 {
        let rows = problem.travel.seconds.chunks_exact(problem.travel.places);
        for (to, from) in legs.chunks_exact_mut(side).zip(rows) {
            to[..from.len()].copy_from_slice(from);
        }
    }
    legs
}
