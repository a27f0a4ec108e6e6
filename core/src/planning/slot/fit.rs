//! When one candidate could begin.

use super::{Candidate, FindSlots, Left, LeftOut};
use crate::schedule::{Instant, LONGEST_BREAK, Period, joined, shared, without};
use crate::technician::{Skill, lacking, same_skill};
use chrono::{TimeDelta, Timelike};

/// A run of moments at which somebody could begin, each with the same neighbours.
pub(super) struct Fit {
    /// The first and the last moment at which it can begin.
    pub(super) begins: Period,
    /// The working times that it may fill, in order.
    pub(super) working: Vec<Period>,
    /// The seconds of travel that it adds.
    pub(super) travel: u32,
}

impl Fit {
    /// When it is over, begun at a moment: breaks are not worked.
    pub(super) fn ends(&self, from: Instant, minutes: u32) -> Option<Instant> {
        let mut left = TimeDelta::minutes(i64::from(minutes));
        for span in self.working.iter().filter(|span| span.to > from) {
            let begins = span.from.max(from);
            let there = span.to.utc() - begins.utc();
            if there >= left {
                return Some(Instant::new(begins.utc() + left));
            }
            left -= there;
        }
        None
    }

    /// The first moment of a step at which it can begin.
    pub(super) fn first(&self, step: u32) -> Option<Instant> {
        let on_step = self.working.iter().map(|span| (on_step(span.from, step), span.to));
        let found = on_step.filter(|(at, to)| at < to).map(|(at, _)| at).next();
        found.filter(|at| *at <= self.begins.to)
    }

    /// Whether it can begin at a moment.
    pub(super) fn can_begin(&self, at: Instant) -> bool {
        let works = |span: &Period| span.from <= at && at < span.to;
        at <= self.begins.to && self.working.iter().any(works)
    }
}

pub(super) fn fits(
    ask: &FindSlots,
    (windows, opening): (&[Period], &[Period]),
    candidate: &Candidate,
) -> Result<Vec<Fit>, Left> {
    let left = |why, skills| Left { technician: candidate.id, why, skills };
    let day = candidate.working_time.zone.wall(ask.within.from).date();
    let lacking = lacking(&candidate.skills, &ask.skills, day);
    if !lacking.is_empty() {
        return Err(left(LeftOut::Skill, lacking));
    }
    let within = joined(vec![ask.within]);
    let working = shared(&candidate.working_time.working(ask.within), &skilled(ask, candidate));
    let found = |working: &[Period], windows: &[Period], busy: bool| -> Vec<Fit> {
        let runs = runs(working);
        let fits = runs.iter().flat_map(|run| in_run(ask, candidate, run, windows, busy));
        // One that is too short for a beginning on the step is none.
        fits.filter(|fit| fit.first(ask.step).is_some()).collect()
    };
    // Where the site has a break, he has one too.
    let open = shared(&working, opening);
    let fits = found(&open, windows, true);
    if !fits.is_empty() {
        return Ok(fits);
    }
    let why = if found(&working, &within, false).is_empty() {
        LeftOut::Hours
    } else if found(&open, windows, false).is_empty() {
        LeftOut::Window
    } else {
        LeftOut::Busy
    };
    Err(left(why, Vec::new()))
}

/// The time until the first of the wanted skills ends.
fn skilled(ask: &FindSlots, candidate: &Candidate) -> Vec<Period> {
    let wanted =
        |skill: &&Skill| ask.skills.iter().any(|name| same_skill(name) == same_skill(&skill.name));
    let ends = candidate.skills.iter().filter(wanted).filter_map(|skill| skill.until).min();
    let zone = candidate.working_time.zone;
    let after = ends.and_then(|day| day.succ_opt()?.and_hms_opt(0, 0, 0));
    let to = after.map_or(ask.within.to, |after| zone.instant(after).min(ask.within.to));
    joined(vec![Period { from: ask.within.from, to }])
}

/// When the customer can, and when the site is open.
pub(super) fn open(ask: &FindSlots) -> (Vec<Period>, Vec<Period>) {
    let within = joined(vec![ask.within]);
    let windows = match &ask.windows {
        Some(windows) => shared(&within, &joined(windows.clone())),
        None => within.clone(),
    };
    let opening = ask.opening.as_ref().map_or(within, |opening| opening.working(ask.within));
    (windows, opening)
}

/// Working times with breaks between them, in one run each.
fn runs(working: &[Period]) -> Vec<Vec<Period>> {
    let mut runs: Vec<Vec<Period>> = Vec::new();
    for span in working {
        match runs.last_mut() {
            Some(run)
                if run
                    .last()
                    .is_some_and(|last| span.from.utc() - last.to.utc() <= LONGEST_BREAK) =>
            {
                run.push(*span);
            }
            _ => runs.push(vec![*span]),
        }
    }
    runs
}

/// The gaps that a run has between busy times, when the customer can, with their journeys.
fn in_run(
    ask: &FindSlots,
    candidate: &Candidate,
    run: &[Period],
    windows: &[Period],
    busy: bool,
) -> Vec<Fit> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return Vec::new() };
    let whole = Period { from: first.from, to: last.to };
    let taken: Vec<_> = match busy {
        true => candidate.busy.iter().filter(|it| it.period.overlaps(whole)).collect(),
        false => Vec::new(),
    };
    let times = joined(taken.iter().map(|busy| busy.period).collect());
    let mut fits = Vec::new();
    for gap in without(&[whole], &times) {
        let before = taken.iter().filter(|busy| busy.period.to <= gap.from);
        let after = taken.iter().filter(|busy| busy.period.from >= gap.to);
        let before = before.max_by_key(|busy| busy.period.to);
        let after = after.min_by_key(|busy| busy.period.from);
        let from = before.map_or(candidate.home, |busy| busy.place);
        let to = after.map_or(candidate.home, |busy| busy.place);
        let (there, back) = (ask.seconds(from, ask.place), ask.seconds(ask.place, to));
        // From home and back he drives in his own time.
        let reached = if before.is_some() { add(gap.from, there) } else { gap.from };
        let leaves = if after.is_some() { add(gap.to, -i64::from(back)) } else { gap.to };
        let travel = (there + back).saturating_sub(ask.seconds(from, to));
        let free = joined(vec![Period { from: reached, to: leaves }]);
        for part in shared(&free, windows) {
            fits.extend(begins(ask, run, part, travel));
        }
    }
    fits
}

fn add(at: Instant, seconds: impl Into<i64>) -> Instant {
    Instant::new(at.utc() + TimeDelta::seconds(seconds.into()))
}

/// The moments at which work can begin that fills a part of a run.
fn begins(ask: &FindSlots, run: &[Period], part: Period, travel: u32) -> Option<Fit> {
    let working = shared(run, &[part]);
    let first = working.first()?.from;
    // From the end backwards: the last moment from which it fits.
    let mut left = TimeDelta::minutes(i64::from(ask.minutes));
    let mut last = None;
    for span in working.iter().rev() {
        let there = span.to.utc() - span.from.utc();
        if there >= left {
            last = Some(Instant::new(span.to.utc() - left));
            break;
        }
        left -= there;
    }
    let begins = Period { from: first, to: last? };
    Some(Fit { begins, working, travel })
}

/// The first moment of a step that is not before another one, by the minutes of UTC: a quarter of
/// an hour is one in every zone.
fn on_step(at: Instant, step: u32) -> Instant {
    let utc = at.utc();
    let into = TimeDelta::minutes(i64::from(utc.minute() % step.max(1)))
        + TimeDelta::seconds(i64::from(utc.second()))
        + TimeDelta::nanoseconds(i64::from(utc.nanosecond()));
    match into.is_zero() {
        true => at,
        false => Instant::new(utc - into + TimeDelta::minutes(i64::from(step))),
    }
}
