//! All tours of a plan in the making, with the memory that makes a round cheap.

use super::dice::Dice;
use super::model::{Model, NONE};
use super::tour::Tour;
use super::trial::Slot;

pub(super) struct Board<'m, 'a> {
    pub model: &'m Model<'a>,
    pub dice: Dice,
    pub tours: Vec<Tour>,
    /// The day of each visit.
    pub home: Vec<u32>,
    /// The free visits in no tour, without those that no day can have.
    pub absent: Vec<u32>,
    /// Those of them that this round leaves alone.
    pub resting: Vec<u32>,
    pub cost: i64,
    /// Steps taken: positions tried, and tours asked.
    pub steps: u64,
    stamp: u64,
    /// What is known of a visit in a tour, as long as the tour has the stamp.
    known: Vec<Known>,
    round: Round,
}

#[derive(Clone, Copy, Default)]
struct Known {
    stamp: u64,
    slots: [Option<Slot>; 2],
}

/// What a round has changed, so that it can be taken back.
#[derive(Default)]
struct Round {
    number: u64,
    touched: Vec<u64>,
    saved: Vec<(usize, Tour)>,
    spare: Vec<Tour>,
    absent: Vec<u32>,
    cost: i64,
}

impl<'m, 'a> Board<'m, 'a> {
    pub(super) fn new(model: &'m Model<'a>) -> Self {
        let days = model.shifts.len();
        let round = Round { number: 1, touched: vec![0; days], ..Round::default() };
        let mut board = Self {
            model,
            dice: Dice::new(0),
            tours: Vec::new(),
            home: Vec::new(),
            absent: Vec::new(),
            resting: Vec::new(),
            cost: 0,
            steps: 0,
            stamp: 0,
            known: vec![Known::default(); days * model.visits],
            round,
        };
        board.restore(&vec![Vec::new(); days]);
        board
    }

    /// Sets up the jobs of each day, in their order. A day without any has what may not move.
    pub(super) fn restore(&mut self, orders: &[Vec<u32>]) {
        let model = self.model;
        self.home = vec![NONE; model.visits];
        self.tours = (0..model.shifts.len()).map(|day| Tour::new(model, day)).collect();
        for (day, jobs) in orders.iter().enumerate().filter(|(_, jobs)| !jobs.is_empty()) {
            let tour = &mut self.tours[day];
            tour.nodes.drain(1..tour.nodes.len() - 1);
            for job in jobs {
                tour.put(model, tour.nodes.len() - 1, *job);
            }
        }
        self.absent.clear();
        for day in 0..self.tours.len() {
            self.settle(day);
        }
        let known = self.tours.iter().enumerate();
        let free = |it: &u32| (*it as usize) < model.visits;
        for (day, tour) in known {
            for visit in tour.nodes.iter().map(|it| it.job).filter(free) {
                self.home[visit as usize] = day as u32;
            }
        }
        let homeless = |it: &u32| self.home[*it as usize] == NONE;
        let has_days = |it: &u32| !model.jobs[*it as usize].days.is_empty();
        let visits = 0..model.visits as u32;
        self.absent = visits.filter(homeless).filter(has_days).collect();
        self.cost = self.tours.iter().map(|it| it.cost).sum();
    }

    /// The jobs of each day in their order, for [`Self::restore`].
    pub(super) fn orders(&self) -> Vec<Vec<u32>> {
        let inner = |tour: &Tour| {
            let jobs = tour.nodes.iter().map(|it| it.job);
            jobs.filter(|it| *it != NONE).collect()
        };
        self.tours.iter().map(inner).collect()
    }

    /// What the absent visits count.
    pub(super) fn lost(&self) -> u64 {
        let absent = self.absent.iter().chain(&self.resting);
        absent.map(|it| self.model.jobs[*it as usize].value).sum()
    }

    /// Begins a round.
    pub(super) fn begin(&mut self) {
        self.round.number += 1;
        self.round.absent.clone_from(&self.absent);
        self.round.cost = self.cost;
        self.steps += 1;
    }

    /// Ends a round: what it did stays.
    pub(super) fn keep(&mut self) {
        let saved = self.round.saved.drain(..).map(|(_, tour)| tour);
        self.round.spare.extend(saved);
        self.absent.append(&mut self.resting);
    }

    /// Ends a round: all is as it was before.
    pub(super) fn take_back(&mut self) {
        for (day, mut tour) in self.round.saved.drain(..) {
            std::mem::swap(&mut self.tours[day], &mut tour);
            self.round.spare.push(tour);
            for node in self.tours[day].nodes.iter().filter(|it| !it.is_fixed) {
                self.home[node.job as usize] = day as u32;
            }
        }
        for visit in &self.round.absent {
            self.home[*visit as usize] = NONE;
        }
        std::mem::swap(&mut self.absent, &mut self.round.absent);
        self.resting.clear();
        self.cost = self.round.cost;
    }

    /// Must come before a tour is changed.
    fn touch(&mut self, day: usize) {
        if self.round.touched[day] != self.round.number {
            self.round.touched[day] = self.round.number;
            let mut tour = self.round.spare.pop().unwrap_or_default();
            tour.clone_from(&self.tours[day]);
            self.round.saved.push((day, tour));
        }
    }

    /// Must come after a tour was changed.
    fn settle(&mut self, day: usize) {
        let tour = &mut self.tours[day];
        let (before, known) = (tour.cost, self.absent.len());
        tour.retime(self.model, day, &mut self.absent);
        self.stamp += 1;
        tour.stamp = self.stamp;
        self.cost += tour.cost - before;
        for visit in &self.absent[known..] {
            self.home[*visit as usize] = NONE;
        }
    }

    pub(super) fn remove(&mut self, day: usize, visits: &[u32]) {
        self.touch(day);
        self.tours[day].nodes.retain(|it| it.is_fixed || !visits.contains(&it.job));
        for visit in visits {
            self.home[*visit as usize] = NONE;
        }
        self.absent.extend_from_slice(visits);
        self.settle(day);
    }

    pub(super) fn insert(&mut self, day: usize, visit: u32, at: usize) {
        self.touch(day);
        self.tours[day].put(self.model, at, visit);
        self.home[visit as usize] = day as u32;
        self.settle(day);
    }

    /// The two cheapest positions of a visit in a tour.
    pub(super) fn slots(&mut self, day: usize, visit: u32) -> [Option<Slot>; 2] {
        let known = &mut self.known[visit as usize * self.tours.len() + day];
        let tour = &self.tours[day];
        self.steps += 1;
        if known.stamp != tour.stamp {
            known.slots = tour.slots(self.model, day, visit, &mut self.steps);
            known.stamp = tour.stamp;
        }
        known.slots
    }
}
