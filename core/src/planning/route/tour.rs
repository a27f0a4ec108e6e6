//! One day while it is being filled: its stops, and how early and how late each can begin.

use super::hours;
use super::model::{FAR, Model, NONE};

/// A stop, or one of the two ends of a tour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub job: u32,
    pub place: u32,
    /// Where the technician is afterwards: here, or where he was if this is no place.
    pub whereabouts: u32,
    pub is_fixed: bool,
    /// Whether it may be late, as long as no visit comes between it and what is fixed before it.
    pub is_excused: bool,
    /// The way to here, in seconds.
    pub leg: i64,
    pub begin: i64,
    /// When it is over.
    pub depart: i64,
    /// The latest beginning with which everything after it is still in time. For the end of the
    /// tour, the latest arrival.
    pub latest: i64,
    pub waiting: i64,
}

#[derive(Debug, Default)]
pub(super) struct Tour {
    pub nodes: Vec<Node>,
    /// Another number for each state in which it ever was.
    pub stamp: u64,
    pub cost: i64,
    pub travel: i64,
    pub service: i64,
    pub waiting: i64,
    pub visits: usize,
}

impl Clone for Tour {
    fn clone(&self) -> Self {
        Self { nodes: self.nodes.clone(), ..*self }
    }

    // Keeps the memory, for this is done in every round.
    fn clone_from(&mut self, other: &Self) {
        let mut nodes = std::mem::take(&mut self.nodes);
        nodes.clone_from(&other.nodes);
        *self = Self { nodes, ..*other };
    }
}

impl Tour {
    /// A day with nothing but what may not move.
    pub(super) fn new(model: &Model<'_>, day: usize) -> Self {
        let shift = &model.shifts[day];
        let (from, to) = if model.outside { (-FAR, FAR) } else { (shift.from, shift.to) };
        let end = |place, depart, latest| Node {
            job: NONE,
            place,
            whereabouts: place,
            is_fixed: true,
            is_excused: shift.is_excused,
            leg: 0,
            begin: depart,
            depart,
            latest,
            waiting: 0,
        };
        let nodes = vec![end(shift.start, from, from), end(shift.end, to, to)];
        let mut tour = Self { nodes, ..Self::default() };
        for job in &shift.fixed {
            tour.put(model, tour.nodes.len() - 1, *job);
        }
        tour.retime(model, day, &mut Vec::new());
        tour
    }

    /// Puts a job before a node. The times are wrong until [`Self::retime`].
    pub(super) fn put(&mut self, model: &Model<'_>, at: usize, job: u32) {
        let it = &model.jobs[job as usize];
        let fixed = it.fixed.unwrap_or_default();
        let node = Node {
            job,
            place: it.place,
            whereabouts: it.place,
            is_fixed: it.fixed.is_some(),
            is_excused: it.is_excused,
            leg: 0,
            begin: fixed,
            depart: 0,
            latest: fixed,
            waiting: 0,
        };
        self.nodes.insert(at, node);
    }

    /// Finds all times anew, and takes out visits that can no longer be in time. This happens only
    /// where a detour is shorter than the direct way, so that taking out one harms another.
    pub(super) fn retime(&mut self, model: &Model<'_>, day: usize, out: &mut Vec<u32>) {
        while let Some(at) = self.forward(model, day) {
            out.push(self.nodes.remove(at).job);
        }
        self.backward(model, day);
        let inner = &self.nodes[1..self.nodes.len() - 1];
        self.travel = self.nodes[1..].iter().map(|it| it.leg).sum();
        self.waiting = inner.iter().map(|it| it.waiting).sum();
        let visits = inner.iter().filter(|it| (it.job as usize) < model.visits);
        self.visits = visits.clone().count();
        self.service = visits.map(|it| model.jobs[it.job as usize].duration).sum();
        self.cost = self.find_cost(model);
    }

    /// As early as can be. Tells which visit must go if one is too late.
    fn forward(&mut self, model: &Model<'_>, day: usize) -> Option<usize> {
        let shift = &model.shifts[day];
        let last = self.nodes.len() - 1;
        let waits = model.weights.waiting > 0;
        // The last visit that is free, and the last since something fixed.
        let (mut last_free, mut free) = (None, None);
        let mut before = self.nodes[0];
        for at in 1..=last {
            let node = &mut self.nodes[at];
            node.leg = if last == 1 { 0 } else { model.leg(before.whereabouts, node.place) };
            let is_outside = model.outside && (at == 1 || at == last);
            let seconds = if is_outside { 0 } else { node.leg };
            let arrival = hours::arrival(&shift.walls, before.depart, seconds);
            if node.is_fixed {
                // Where a visit without a place is fixed, one before it may be what is too far.
                let culprit = if node.is_excused { free } else { last_free };
                if arrival > node.latest && culprit.is_some() {
                    return culprit;
                }
                if at == last {
                    return None;
                }
                free = None;
            } else {
                match model.next(model.begins(day, node.job), arrival) {
                    Some(begin) => node.begin = begin,
                    None => return Some(at),
                }
                free = Some(at);
                last_free = free;
            }
            // What is pinned may overlap what was pinned before it.
            let duration = model.jobs[node.job as usize].duration;
            node.depart = (node.begin + duration).max(before.depart);
            node.whereabouts =
                if node.place == model.nowhere() { before.whereabouts } else { node.place };
            if waits {
                node.waiting = waiting(model, day, at, before.depart, node.begin, node.leg);
            }
            before = *node;
        }
        None
    }

    /// As late as can be.
    fn backward(&mut self, model: &Model<'_>, day: usize) {
        let last = self.nodes.len() - 1;
        let mut after = self.nodes[last];
        for at in (1..last).rev() {
            let seconds = if model.outside && at + 1 == last { 0 } else { after.leg };
            let node = &mut self.nodes[at];
            if !node.is_fixed {
                let depart = hours::departure(&model.shifts[day].walls, after.latest, seconds);
                let begin = depart - model.jobs[node.job as usize].duration;
                node.latest = model.last(model.begins(day, node.job), begin).unwrap_or(-FAR);
            }
            after = *node;
        }
    }

    fn find_cost(&self, model: &Model<'_>) -> i64 {
        let weights = &model.weights;
        i64::from(weights.travel) * self.travel
            + i64::from(weights.waiting) * self.waiting
            + fairness(model, self.travel + self.service)
            + if self.visits > 0 { i64::from(weights.day) } else { 0 }
    }
}

/// Seconds in which nobody works between two stops, of which the second is at a position.
pub(super) fn waiting(
    model: &Model<'_>,
    day: usize,
    at: usize,
    depart: i64,
    begin: i64,
    leg: i64,
) -> i64 {
    if at == 1 {
        return 0;
    }
    (hours::overlap(&model.shifts[day].workable, depart, begin) - leg).max(0)
}

/// What it costs that a day has so many seconds of work.
pub(super) fn fairness(model: &Model<'_>, work: i64) -> i64 {
    const EIGHT_HOURS: i64 = 28_800;
    let work = work.clamp(0, super::fault::MAX_SECONDS);
    i64::from(model.weights.fairness) * (work * work / EIGHT_HOURS)
}
