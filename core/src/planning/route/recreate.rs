//! Puts absent visits where they cost least.

use super::board::Board;
use std::cmp::Reverse;

/// A position is overlooked once in so many times, so that rounds differ.
const BLINK: usize = 100;
/// The same in one round of [`WILD`].
const WILD_BLINK: usize = 4;
const WILD: usize = 8;
/// Never.
pub(super) const NO_BLINK: usize = 0;

impl Board<'_, '_> {
    /// The first plan: what counts most comes first, then what has least room or, if that serves
    /// more, what is shortest.
    pub(super) fn fill(&mut self) {
        let jobs = &self.model.jobs;
        let job = |it: &u32| &jobs[*it as usize];
        let empty = self.orders();
        let room = |it: &u32| job(it).leeway.saturating_mul(job(it).days.len() as i64);
        self.absent.sort_by_key(|it| (Reverse(job(it).value), room(it), *it));
        self.put_all(NO_BLINK);
        if self.absent.is_empty() {
            return self.keep();
        }
        let (orders, lost, cost) = (self.orders(), self.lost(), self.cost);
        self.keep();
        self.restore(&empty);
        self.absent.sort_by_key(|it| (Reverse(job(it).value), job(it).duration, *it));
        self.put_all(NO_BLINK);
        self.keep();
        if (self.lost(), self.cost) >= (lost, cost) {
            self.restore(&orders);
        }
    }

    /// Tries to put in every absent visit, in an order that changes.
    pub(super) fn recreate(&mut self) {
        let model = self.model;
        self.dice.shuffle(&mut self.absent);
        let jobs = &model.jobs;
        let job = |it: &u32| &jobs[*it as usize];
        match self.dice.below(21) {
            0..4 => {}
            4..8 => self.absent.sort_by_key(|it| Reverse(job(it).duration)),
            8..10 => self.absent.sort_by_key(|it| Reverse(job(it).reach)),
            10..11 => self.absent.sort_by_key(|it| job(it).reach),
            11..13 => self.absent.sort_by_key(|it| job(it).leeway),
            13..15 => self.absent.sort_by_key(|it| job(it).earliest),
            15..17 => self.absent.sort_by_key(|it| Reverse(job(it).latest)),
            17..19 => self.absent.sort_by_key(|it| job(it).duration),
            _ => self.absent.sort_by_key(|it| job(it).days.len()),
        }
        if self.dice.once_in(2) {
            self.absent.sort_by_key(|it| Reverse(job(it).value));
        }
        let blink = if self.dice.once_in(WILD) { WILD_BLINK } else { BLINK };
        self.put_all(blink);
    }

    /// Tries to put in every absent visit, in the order in which they are.
    pub(super) fn put_all(&mut self, blink: usize) {
        let order = std::mem::take(&mut self.absent);
        for visit in order {
            match self.cheapest(visit, blink) {
                Some((day, at)) => self.insert(day, visit, at),
                None => self.absent.push(visit),
            }
        }
    }

    /// The day and the position where a visit costs least.
    fn cheapest(&mut self, visit: u32, blink: usize) -> Option<(usize, usize)> {
        let model = self.model;
        let job = &model.jobs[visit as usize];
        let mut best = None;
        let mut least = i64::MAX;
        for day in job.days.iter().map(|day| *day as usize) {
            if self.tours[day].visits >= model.shifts[day].room {
                continue;
            }
            let [first, second] = self.slots(day, visit);
            for slot in [first, second].into_iter().flatten() {
                let cost = self.tours[day].extra(model, job.duration, &slot);
                if cost >= least {
                    break;
                }
                if blink != NO_BLINK && self.dice.once_in(blink) {
                    continue;
                }
                least = cost;
                best = Some((day, slot.at()));
                break;
            }
        }
        best
    }
}
