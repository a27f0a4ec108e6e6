//! Where in a tour a visit could be, and what that would cost.

use super::hours;
use super::model::{Begins, Model};
use super::tour::{Tour, fairness, waiting};
use std::num::NonZeroU32;

/// What it takes to put a visit before a node. Small, for there is one for each visit and day: the
/// bounds of a problem keep both seconds far below what fits in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    travel: i32,
    waiting: i32,
    at: NonZeroU32,
}

impl Slot {
    fn new(travel: i64, waiting: i64, at: usize) -> Option<Self> {
        let at = NonZeroU32::new(at as u32)?;
        Some(Self { travel: travel as i32, waiting: waiting as i32, at })
    }

    /// Before which node.
    pub(super) fn at(&self) -> usize {
        self.at.get() as usize
    }

    fn cost(&self, model: &Model<'_>) -> i64 {
        i64::from(model.weights.travel) * i64::from(self.travel)
            + i64::from(model.weights.waiting) * i64::from(self.waiting)
    }
}

impl Tour {
    /// The two cheapest positions for a visit, as far as it has any. Counts those that it tries.
    pub(super) fn slots(
        &self,
        model: &Model<'_>,
        day: usize,
        visit: u32,
        steps: &mut u64,
    ) -> [Option<Slot>; 2] {
        let job = &model.jobs[visit as usize];
        let begins = model.begins(day, visit);
        let is_plain = model.weights.waiting == 0 && model.shifts[day].walls.is_empty();
        let mut best: [Option<Slot>; 2] = [None; 2];
        let mut costs = [i64::MAX; 2];
        for at in 1..self.nodes.len() {
            let (before, after) = (&self.nodes[at - 1], &self.nodes[at]);
            if before.depart > begins.to {
                break;
            }
            *steps += 1;
            let is_end = at + 1 == self.nodes.len();
            let slot = if is_plain && (is_end || after.place != model.nowhere()) {
                self.plain(model, begins, at, job.place, job.duration)
            } else {
                self.trial(model, day, visit, at)
            };
            let Some(slot) = slot else { continue };
            let cost = slot.cost(model);
            if cost < costs[0] {
                best = [Some(slot), best[0]];
                costs = [cost, costs[0]];
            } else if cost < costs[1] {
                best[1] = Some(slot);
                costs[1] = cost;
            }
        }
        best
    }

    /// Tries a position where only the ways to and from it change.
    #[inline]
    fn plain(
        &self,
        model: &Model<'_>,
        begins: Begins,
        at: usize,
        place: u32,
        duration: i64,
    ) -> Option<Slot> {
        let (before, after) = (&self.nodes[at - 1], &self.nodes[at]);
        if begins.from + duration > after.latest {
            return None;
        }
        let to = model.leg(before.whereabouts, place);
        let arrival = before.depart + if model.outside && at == 1 { 0 } else { to };
        let begin = model.next(begins, arrival)?;
        let stays = if place == model.nowhere() { before.whereabouts } else { place };
        let from = model.leg(stays, after.place);
        let is_home = model.outside && at + 1 == self.nodes.len();
        if begin + duration + if is_home { 0 } else { from } > after.latest {
            return None;
        }
        Slot::new(to + from - after.leg, 0, at)
    }

    /// Tries a position by going on until nothing changes any more.
    fn trial(&self, model: &Model<'_>, day: usize, visit: u32, at: usize) -> Option<Slot> {
        let walls = &model.shifts[day].walls;
        let job = &model.jobs[visit as usize];
        let last = self.nodes.len() - 1;
        let waits = model.weights.waiting > 0;
        let before = &self.nodes[at - 1];
        let leg = model.leg(before.whereabouts, job.place);
        let seconds = if model.outside && at == 1 { 0 } else { leg };
        let arrival = hours::arrival(walls, before.depart, seconds);
        let begin = model.next(model.begins(day, visit), arrival)?;
        let mut travel = leg;
        let mut idle = if waits { waiting(model, day, at, before.depart, begin, leg) } else { 0 };
        let is_here = job.place == model.nowhere();
        let mut whereabouts = if is_here { before.whereabouts } else { job.place };
        let mut depart = begin + job.duration;
        for (now, node) in self.nodes.iter().enumerate().skip(at) {
            let leg = model.leg(whereabouts, node.place);
            let is_home = model.outside && now == last;
            let arrival = hours::arrival(walls, depart, if is_home { 0 } else { leg });
            travel += leg - node.leg;
            let is_here = node.place == model.nowhere();
            let stays = if is_here && now != last { whereabouts } else { node.place };
            // What was in time from one place need not be so from another.
            let is_bound = node.is_fixed || stays == node.whereabouts;
            let is_excused = node.is_excused && now > at && self.nodes[now - 1].is_fixed;
            if arrival > node.latest && is_bound && !is_excused {
                return None;
            }
            if now == last {
                break;
            }
            let begin = if node.is_fixed {
                node.begin
            } else {
                model.next(model.begins(day, node.job), arrival)?
            };
            if waits {
                idle += waiting(model, day, now + 1, depart, begin, leg) - node.waiting;
            }
            if stays == node.whereabouts && (!waits || begin == node.begin) {
                break;
            }
            depart = (begin + model.jobs[node.job as usize].duration).max(depart);
            whereabouts = stays;
        }
        Slot::new(travel, idle, at)
    }

    /// How much more the tour costs with a visit put into it so.
    pub(super) fn extra(&self, model: &Model<'_>, duration: i64, slot: &Slot) -> i64 {
        let mut cost = slot.cost(model);
        if model.weights.fairness > 0 {
            let work = self.travel + self.service;
            cost +=
                fairness(model, work + i64::from(slot.travel) + duration) - fairness(model, work);
        }
        if self.visits == 0 {
            cost += i64::from(model.weights.day);
        }
        cost
    }
}
