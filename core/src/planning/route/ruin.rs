//! Takes strings of neighbouring visits out of neighbouring tours, so that there is room for others
//! just where it helps. After Christiaens and Vanden Berghe, "Slack induction by string removals".

use super::board::Board;
use super::model::NONE;

/// How many visits are taken out on average.
const REMOVED: usize = 10;
/// The longest string.
const LONGEST: usize = 10;
/// So many of those that were absent before are tried again, from nearby and from anywhere.
const TRIED: usize = 10;
/// A string that leaves some of its middle leaves one more once in so many times.
const DEEPER: usize = 100;

impl Board<'_, '_> {
    /// Takes out some visits. Does nothing if none is free.
    pub(super) fn ruin(&mut self, free: &[u32]) {
        let model = self.model;
        let used = self.tours.iter().filter(|it| it.visits > 0).count().max(1);
        let served = free.len().saturating_sub(self.absent.len());
        let longest = (served / used).clamp(1, LONGEST);
        // As many strings as give the average; in parts of 256, for it is a fraction.
        let strings = (4 * REMOVED * 256 / (1 + longest)).saturating_sub(256);
        let strings = (256 + self.dice.below(strings)) / 256;
        let has_room = self.absent.is_empty() || self.dice.once_in(2);
        let seeds = if has_room { free } else { &self.absent };
        let Some(seed) = seeds.get(self.dice.below(seeds.len())).copied() else { return };
        self.rest(seed);
        let mut ruined: Vec<u32> = Vec::with_capacity(strings);
        for visit in std::iter::once(&seed).chain(&model.jobs[seed as usize].near) {
            let day = self.home[*visit as usize];
            if day == NONE || ruined.contains(&day) {
                continue;
            }
            self.remove_string(day as usize, *visit, longest);
            ruined.push(day);
            if ruined.len() == strings {
                break;
            }
        }
    }

    /// Where many are absent, most of them rest for a round: else there would be few rounds.
    fn rest(&mut self, seed: u32) {
        if self.absent.len() <= 2 * TRIED {
            return;
        }
        let near = &self.model.jobs[seed as usize].near;
        let near = near.iter().filter(|it| self.home[**it as usize] == NONE).take(TRIED);
        let mut tried: Vec<u32> = near.copied().collect();
        for _ in 0..TRIED {
            tried.extend(self.absent.get(self.dice.below(self.absent.len())));
        }
        tried.push(seed);
        std::mem::swap(&mut self.resting, &mut self.absent);
        self.absent.extend(tried.iter().filter(|it| self.resting.contains(it)));
        self.absent.sort_unstable();
        self.absent.dedup();
        self.resting.retain(|it| self.absent.binary_search(it).is_err());
    }

    fn remove_string(&mut self, day: usize, visit: u32, longest: usize) {
        let nodes = self.tours[day].nodes.iter();
        let tour: Vec<u32> = nodes.filter(|it| !it.is_fixed).map(|it| it.job).collect();
        let Some(at) = tour.iter().position(|it| *it == visit) else { return };
        let longest = longest.min(tour.len());
        let length = 1 + self.dice.below(longest);
        let mut left = 0;
        if length > 1 && length < tour.len() && self.dice.once_in(2) {
            left = 1;
            while length + left < tour.len() && self.dice.once_in(DEEPER) {
                left += 1;
            }
        }
        let whole = length + left;
        let first = (at + 1).saturating_sub(whole);
        let last = at.min(tour.len() - whole);
        let first = first + self.dice.below(last - first + 1);
        let mut string = tour[first..first + whole].to_vec();
        if left > 0 {
            let from = 1 + self.dice.below(length - 1);
            string.drain(from..from + left);
        }
        self.remove(day, &string);
    }
}
