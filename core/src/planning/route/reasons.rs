//! Why a visit is in no route.

use super::hours;
use super::model::{Model, may_have};
use super::plan::{Never, Reason};
use super::problem::{Day, Problem, Travel, Visit};
use super::tour::Tour;

/// Why a visit is not served, by the days with nothing but what may not move.
pub(super) fn reason(model: &Model<'_>, alone: &[Tour], visit: usize) -> Reason {
    let problem = model.problem;
    let it = &problem.visits[visit];
    if !problem.days.iter().any(|day| it.skills.is_subset(&day.skills)) {
        return Reason::NoSkill;
    }
    let fits = |day: &usize| {
        let tour = &alone[*day];
        let [slot, _] = tour.slots(model, *day, visit as u32, &mut 0);
        tour.visits < model.shifts[*day].room && slot.is_some()
    };
    let days: Vec<usize> = (0..alone.len()).filter(fits).collect();
    if !days.is_empty() {
        return Reason::Crowded { days };
    }
    let days = problem.days.iter().enumerate();
    let days = days.filter(|(index, day)| may_have(it, *index, day));
    let why = days.map(|(_, day)| never(problem, day, it)).max();
    why.map_or(Reason::NotAllowed, Reason::NeverFits)
}

/// What hinders a visit on a day if it does not fit beside what is blocked and pinned.
fn never(problem: &Problem, day: &Day, visit: &Visit) -> Never {
    let spans = hours::merged(day.spans.clone());
    if hours::begins(&spans, &[], visit, problem.rules.keep_pauses).is_empty() {
        return Never::Hours;
    }
    let alone = alone(problem, day, visit);
    let model = Model::new(&alone);
    let [slot, _] = Tour::new(&model, 0).slots(&model, 0, 0, &mut 0);
    if slot.is_some() { Never::Taken } else { Never::Journey }
}

/// The visit and the empty day, with no other places than theirs.
fn alone(problem: &Problem, day: &Day, visit: &Visit) -> Problem {
    let places = [day.start, day.end, visit.place];
    let leg = |from: Option<usize>, to: Option<usize>| match (from, to) {
        (Some(from), Some(to)) => problem.travel.seconds[from * problem.travel.places + to],
        _ => 0,
    };
    let seconds =
        places.iter().flat_map(|from| places.iter().map(move |to| leg(*from, *to))).collect();
    Problem {
        days: vec![Day {
            start: day.start.map(|_| 0),
            end: day.end.map(|_| 1),
            spans: day.spans.clone(),
            ..Day::default()
        }],
        visits: vec![Visit {
            place: visit.place.map(|_| 2),
            skills: Default::default(),
            days: None,
            pinned: None,
            ..visit.clone()
        }],
        travel: Travel { places: places.len(), seconds },
        rules: problem.rules,
        weights: problem.weights,
    }
}
