//! Which slots are the best.

use super::fit::Fit;
use super::{Candidate, FindSlots, Left, LeftOut, Point, Slot, SlotPart, SlotReason};
use crate::availability::Why;
use crate::schedule::{Instant, Period};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Somebody who can, at times.
type Able<'a> = (&'a Candidate, Vec<Fit>);

/// The best slots, and who has none for want of a crew.
pub(super) fn best(ask: &FindSlots, able: &[Able<'_>]) -> (Vec<Slot>, Vec<Left>) {
    let load: Vec<Load> = able.iter().map(|(candidate, _)| Load::of(candidate)).collect();
    let alone = ask.crew == 1;
    let mut goes = vec![alone; able.len()];
    let mut slots = Vec::new();
    if alone {
        for (n, (_, fits)) in able.iter().enumerate() {
            let begun = fits.iter().filter_map(|fit| Some((fit, fit.first(ask.step)?)));
            let part = begun.filter_map(|(fit, at)| part(ask, able, n, fit, at));
            slots.extend(part.map(|part| slot(ask, able, &load, vec![(n, part)])));
        }
    } else {
        let firsts = able.iter().flat_map(|(_, fits)| fits);
        let mut moments: Vec<Instant> = firsts.filter_map(|fit| fit.first(ask.step)).collect();
        moments.sort();
        moments.dedup();
        for at in moments {
            let Some(crew) = crew(ask, able, &load, at, &mut goes) else { continue };
            slots.push(slot(ask, able, &load, crew));
        }
    }
    let begins = |slot: &Slot| slot.parts.first().map(|part| part.period.from);
    slots.sort_by_key(|slot| (slot.late, slot.score, begins(slot)));
    slots.truncate(ask.count as usize);
    let left = able.iter().zip(goes).filter(|(_, goes)| !goes);
    let left = left.map(|((candidate, _), _)| Left {
        technician: candidate.id,
        why: LeftOut::Crew,
        skills: Vec::new(),
    });
    (slots, left.collect())
}

/// Those who go together at a moment: of all who can, those for whom it scores the least.
fn crew(
    ask: &FindSlots,
    able: &[Able<'_>],
    load: &[Load],
    at: Instant,
    goes: &mut [bool],
) -> Option<Vec<(usize, SlotPart)>> {
    let mut found: Vec<(u64, usize, SlotPart)> = Vec::new();
    for (n, (_, fits)) in able.iter().enumerate() {
        let next = fits.partition_point(|fit| fit.begins.from <= at);
        let last = next.checked_sub(1).and_then(|last| fits.get(last));
        let fit = last.filter(|fit| fit.can_begin(at));
        let Some(part) = fit.and_then(|fit| part(ask, able, n, fit, at)) else { continue };
        found.push((slot(ask, able, load, vec![(n, part)]).score, n, part));
    }
    if found.len() < ask.crew as usize {
        return None;
    }
    for (_, n, _) in &found {
        goes.get_mut(*n).into_iter().for_each(|goes| *goes = true);
    }
    found.sort_by_key(|(score, n, _)| (*score, *n));
    found.truncate(ask.crew as usize);
    Some(found.into_iter().map(|(_, n, part)| (n, part)).collect())
}

fn part(
    ask: &FindSlots,
    able: &[Able<'_>],
    n: usize,
    fit: &Fit,
    from: Instant,
) -> Option<SlotPart> {
    let to = fit.ends(from, ask.minutes)?;
    let technician = able.get(n)?.0.id;
    Some(SlotPart { technician, period: Period { from, to }, travel: fit.travel })
}

fn slot(ask: &FindSlots, able: &[Able<'_>], load: &[Load], parts: Vec<(usize, SlotPart)>) -> Slot {
    let weights = ask.weights;
    let first = parts.first().map_or(ask.within.from, |(_, part)| part.period.from);
    let waiting = Period { from: ask.within.from, to: first }.seconds().unsigned_abs() / 3_600;
    let travel: u64 = parts.iter().map(|(_, part)| u64::from(part.travel)).sum();
    let busy = parts.iter().filter_map(|(n, part)| Some(load.get(*n)?.hours(part.period.from)));
    let cost = parts.iter().filter_map(|(n, _)| Some(u64::from(able.get(*n)?.0.cost)));
    let reasons = [
        (Point::Waiting, waiting, weights.waiting),
        (Point::Travel, travel.div_ceil(60), weights.travel),
        (Point::Fairness, busy.sum(), weights.fairness),
        (Point::Cost, cost.sum(), weights.cost),
    ];
    let reasons = reasons.map(|(point, amount, weight)| {
        let adds = amount.saturating_mul(u64::from(weight));
        SlotReason { point, amount, adds }
    });
    let over = |(_, part): &(usize, SlotPart)| ask.due.is_some_and(|due| part.period.to > due);
    Slot {
        late: parts.iter().any(over),
        score: reasons.iter().fold(0_u64, |sum, reason| sum.saturating_add(reason.adds)),
        reasons: reasons.into_iter().filter(|reason| reason.adds > 0).collect(),
        parts: parts.into_iter().map(|(_, part)| part).collect(),
    }
}

/// How much somebody has in hand, by week.
struct Load {
    zone: crate::schedule::Zone,
    /// By the Monday of the week, in seconds.
    weeks: BTreeMap<NaiveDate, u64>,
}

impl Load {
    fn of(candidate: &Candidate) -> Load {
        let mut load = Load { zone: candidate.working_time.zone, weeks: BTreeMap::new() };
        for visit in candidate.busy.iter().filter(|busy| busy.why == Why::Visit) {
            let week = load.week(visit.period.from);
            *load.weeks.entry(week).or_default() += visit.period.seconds().unsigned_abs();
        }
        load
    }

    fn week(&self, at: Instant) -> NaiveDate {
        let day = self.zone.wall(at).date();
        day.week(chrono::Weekday::Mon).checked_first_day().unwrap_or(day)
    }

    fn hours(&self, at: Instant) -> u64 {
        self.weeks.get(&self.week(at)).copied().unwrap_or_default() / 3_600
    }
}
