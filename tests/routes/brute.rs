//! Small problems, against a planner that tries every order second by second.

use super::support::{Dice, anything};
use callout::route::{Day, Problem, Span, Visit, plan, verify};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A stop, as plainly as it can be told.
#[derive(Clone)]
struct Job {
    place: Option<usize>,
    duration: i64,
    fixed: Option<i64>,
    visit: Option<usize>,
}

struct Brute<'a> {
    problem: &'a Problem,
    day: &'a Day,
    index: usize,
    shift: Span,
    free: Vec<usize>,
    fixed: Vec<Job>,
    /// Which of them are late whatever is done, and the way home.
    excused: Vec<bool>,
    /// The least cost with each set of free visits.
    found: BTreeMap<u32, i64>,
}

#[derive(Clone, Copy)]
struct Here {
    place: Option<usize>,
    over: i64,
    travel: i64,
    waiting: i64,
    service: i64,
    stops: usize,
    visits: usize,
    /// Whether a free visit came after the last fixed stop.
    is_free: bool,
    taken: u32,
    passed: usize,
}

impl Brute<'_> {
    fn go(&mut self, here: Here) {
        if here.passed == self.fixed.len() {
            self.home(here);
        } else {
            let job = self.fixed[here.passed].clone();
            self.step(here, &job, 0);
        }
        let most = self.day.max_visits.unwrap_or(usize::MAX);
        let pinned = self.fixed.iter().filter(|it| it.visit.is_some()).count();
        if here.taken.count_ones() as usize + pinned >= most {
            return;
        }
        for (bit, visit) in self.free.clone().into_iter().enumerate() {
            let it = &self.problem.visits[visit];
            let may = it.days.as_ref().is_none_or(|days| days.contains(&self.index));
            if here.taken & (1 << bit) == 0 && may && it.skills.is_subset(&self.day.skills) {
                let job =
                    Job { place: it.place, duration: it.duration, fixed: None, visit: Some(visit) };
                self.step(here, &job, 1 << bit);
            }
        }
    }

    fn step(&mut self, here: Here, job: &Job, bit: u32) {
        let leg = self.leg(here.place, job.place);
        let outside = self.problem.rules.commute_outside && here.stops == 0;
        let arrival = if outside { i64::MIN / 4 } else { self.arrive(here.over, leg) };
        let begin = match job.fixed {
            Some(begin) if arrival > begin && (here.is_free || !self.excused[here.passed]) => {
                return;
            }
            Some(begin) => begin,
            None => {
                let visit = &self.problem.visits[job.visit.unwrap()];
                let begins = arrival.max(self.shift.from)..=self.shift.to;
                match begins.into_iter().find(|it| self.may_begin(visit, *it)) {
                    Some(begin) => begin,
                    None => return,
                }
            }
        };
        let over = here.over.max(begin + job.duration);
        let idle = (here.over.max(0)..begin).filter(|it| self.works(*it)).count() as i64;
        let waiting = if here.stops == 0 { 0 } else { (idle - leg).max(0) };
        self.go(Here {
            place: job.place.or(here.place),
            over,
            travel: here.travel + leg,
            waiting: here.waiting + waiting,
            service: here.service + if job.visit.is_some() { job.duration } else { 0 },
            stops: here.stops + 1,
            visits: here.visits + usize::from(job.visit.is_some()),
            is_free: job.fixed.is_none(),
            taken: here.taken | bit,
            passed: here.passed + usize::from(job.fixed.is_some()),
        });
    }

    fn home(&mut self, here: Here) {
        let leg = if here.stops == 0 { 0 } else { self.leg(here.place, self.day.end) };
        let arrival = self.arrive(here.over, leg);
        let outside = self.problem.rules.commute_outside;
        let is_late = !outside && arrival > self.shift.to;
        if is_late && (here.is_free || !self.excused[here.passed]) {
            return;
        }
        let weights = &self.problem.weights;
        let (travel, work) = (here.travel + leg, here.travel + leg + here.service);
        let cost = travel * i64::from(weights.travel)
            + here.waiting * i64::from(weights.waiting)
            + work * work / 28_800 * i64::from(weights.fairness)
            + if here.visits > 0 { i64::from(weights.day) } else { 0 };
        let least = self.found.entry(here.taken).or_insert(i64::MAX);
        *least = cost.min(*least);
    }

    fn excuse(&mut self) {
        let outside = self.problem.rules.commute_outside;
        let mut place = self.day.start;
        let mut over = self.shift.from;
        for (at, job) in self.fixed.clone().iter().enumerate() {
            let arrival = self.arrive(over, self.leg(place, job.place));
            self.excused.push(!(outside && at == 0) && arrival > job.fixed.unwrap());
            let end = job.fixed.unwrap() + job.duration;
            over = if outside && at == 0 { end } else { over.max(end) };
            place = job.place.or(place);
        }
        let home = self.arrive(over, self.leg(place, self.day.end));
        self.excused.push(!self.fixed.is_empty() && home > self.shift.to);
    }

    fn leg(&self, from: Option<usize>, to: Option<usize>) -> i64 {
        let travel = &self.problem.travel;
        from.zip(to).map_or(0, |(from, to)| i64::from(travel.seconds[from * travel.places + to]))
    }

    fn walls(&self) -> impl Iterator<Item = Span> {
        let blocks = self.day.blocks.iter().filter(|it| it.place.is_none()).map(|it| it.time);
        blocks.filter(|it| it.to > self.shift.from && it.from < self.shift.to && it.from < it.to)
    }

    fn arrive(&self, from: i64, leg: i64) -> i64 {
        let clear =
            |it: &i64| leg == 0 || self.walls().all(|wall| it + leg <= wall.from || wall.to <= *it);
        (from..).find(clear).unwrap() + leg
    }

    fn may_begin(&self, visit: &Visit, begin: i64) -> bool {
        let end = begin + visit.duration;
        let fits =
            |it: &Span| it.from <= begin && if visit.ends_within { end } else { begin } <= it.to;
        if !visit.windows.is_empty() && !visit.windows.iter().any(fits) {
            return false;
        }
        if self.walls().any(|wall| end > wall.from && begin < wall.to) {
            return false;
        }
        if visit.duration == 0 {
            return self.day.spans.iter().any(|it| it.from <= begin && begin <= it.to);
        }
        let in_span = |at: i64| self.day.spans.iter().any(|it| it.from <= at && at < it.to);
        in_span(begin)
            && in_span(end - 1)
            && (!self.problem.rules.keep_pauses || (begin..end).all(in_span))
    }

    fn works(&self, at: i64) -> bool {
        let holds = |it: &Span| it.from <= at && at < it.to;
        let mut blocks = self.day.blocks.iter().map(|it| it.time);
        self.day.spans.iter().any(holds)
            && !blocks.any(|it| holds(&it) && it.to > self.shift.from && it.from < self.shift.to)
    }
}

/// The least cost of each set of free visits on a day.
fn all_of(problem: &Problem, index: usize, free: &[usize]) -> BTreeMap<u32, i64> {
    let day = &problem.days[index];
    let shift = Span::new(day.spans[0].from, day.spans.last().unwrap().to);
    let mut fixed: Vec<Job> = Vec::new();
    for (visit, it) in problem.visits.iter().enumerate() {
        if let Some(pin) = it.pinned.filter(|pin| pin.day == index) {
            let job = Job {
                place: it.place,
                duration: it.duration,
                fixed: Some(pin.begin),
                visit: Some(visit),
            };
            fixed.push(job);
        }
    }
    for block in &day.blocks {
        let counts = block.time.to > shift.from && block.time.from < shift.to;
        if counts && block.place.is_some() {
            let duration = block.time.to - block.time.from;
            let begin = Some(block.time.from);
            fixed.push(Job { place: block.place, duration, fixed: begin, visit: None });
        }
    }
    fixed.sort_by_key(|it| (it.fixed, it.duration));
    let free = free.to_vec();
    let (excused, found) = (Vec::new(), BTreeMap::new());
    let mut brute = Brute { problem, day, index, shift, free, fixed, excused, found };
    brute.excuse();
    let over = if problem.rules.commute_outside { i64::MIN / 4 } else { shift.from };
    brute.go(Here {
        place: day.start,
        over,
        travel: 0,
        waiting: 0,
        service: 0,
        stops: 0,
        visits: 0,
        is_free: false,
        taken: 0,
        passed: 0,
    });
    brute.found
}

/// The best that there is: priority, number of visits, and cost.
fn best(problem: &Problem) -> (u64, usize, i64) {
    let visits = problem.visits.iter().enumerate();
    let (pinned, free): (Vec<_>, Vec<_>) = visits.partition(|(_, it)| it.pinned.is_some());
    let free: Vec<usize> = free.into_iter().map(|(index, _)| index).collect();
    let first = all_of(problem, 0, &free);
    let second = all_of(problem, 1, &free);
    let priority = |visit: usize| u64::from(problem.visits[visit].priority);
    let always: u64 = pinned.iter().map(|(index, _)| priority(*index)).sum();
    let mut best = (0, 0, i64::MIN);
    for (one, cost) in &first {
        for (two, other) in second.iter().filter(|(two, _)| *two & one == 0) {
            let all = one | two;
            let bits = (0..free.len()).filter(|bit| all & (1 << bit) != 0);
            let worth = always + bits.map(|bit| priority(free[bit])).sum::<u64>();
            let count = pinned.len() + all.count_ones() as usize;
            best = best.max((worth, count, -(cost + other)));
        }
    }
    (best.0, best.1, -best.2)
}

/// With `COUNT` in the environment, so many of them.
#[test]
fn small_problems_are_solved_as_well_as_can_be() {
    let count = std::env::var("COUNT").ok().and_then(|it| it.parse().ok()).unwrap_or(150);
    let mut missed = Vec::new();
    for seed in 0..count {
        let problem = anything(&mut Dice(seed));
        let found = plan(&problem, 100_000).unwrap();
        assert_eq!(verify(&problem, &found), [], "{seed}: {problem:?} {found:?}");
        let totals = found.totals;
        let told = (totals.priority, totals.served, Reverse(totals.cost));
        let (priority, served, cost) = best(&problem);
        let best = (priority, served, Reverse(cost));
        assert!(told <= best, "{seed}: cannot be: {problem:?} {found:?}");
        if told < best {
            missed.push((seed, told, best));
        }
    }
    // Where waiting costs, what is best may be far from all that is nearly best.
    assert!(missed.len() as u64 <= count / 500, "{missed:?}");
}
