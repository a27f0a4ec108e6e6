//! Tells a plan: when each stop is, what it all sums up to, and why a visit is in no route.

use super::board::Board;
use super::hours;
use super::model::{Model, NONE};
use super::plan::{Call, Elsewhere, Journey, Plan, Reason, Route, Stop, Totals, Unserved};
use super::problem::Span;
use super::reasons;
use super::tour::{Tour, waiting};

pub(super) fn report(model: &Model<'_>, orders: &[Vec<u32>], steps: u64) -> Plan {
    let mut board = Board::new(model);
    board.restore(orders);
    let mut routes: Vec<Route> = (0..board.tours.len()).map(|day| route(&board, day)).collect();
    for (day, route) in routes.iter_mut().enumerate() {
        for (at, stop) in route.stops.iter_mut().enumerate() {
            stop.elsewhere = elsewhere(&mut board, day, at + 1);
        }
    }
    let alone: Vec<Tour> = (0..routes.len()).map(|day| Tour::new(model, day)).collect();
    let homeless = (0..model.visits).filter(|it| board.home[*it] == NONE);
    let unserved: Vec<Unserved> = homeless
        .map(|visit| Unserved { visit, reason: reasons::reason(model, &alone, visit) })
        .collect();
    let totals = totals(&board, &routes, &unserved);
    Plan { routes, unserved, totals, steps }
}

fn route(board: &Board<'_, '_>, day: usize) -> Route {
    let (model, tour) = (board.model, &board.tours[day]);
    let shift = &model.shifts[day];
    let last = tour.nodes.len() - 1;
    if last == 1 {
        return Route::default();
    }
    let stops: Vec<Stop> = (1..last).map(|at| stop(model, day, tour, at)).collect();
    let home = (shift.end != model.nowhere()).then(|| {
        let leg = tour.nodes[last].leg;
        journey(hours::arrival(&shift.walls, tour.nodes[last - 1].depart, leg), leg)
    });
    Route {
        late_home: !model.outside && home.is_some_and(|it| it.time.to > shift.to),
        travel: tour.travel,
        service: tour.service,
        waiting: stops.iter().map(|it| it.waiting).sum(),
        stops,
        home,
    }
}

fn stop(model: &Model<'_>, day: usize, tour: &Tour, at: usize) -> Stop {
    let walls = &model.shifts[day].walls;
    let (before, node) = (&tour.nodes[at - 1], &tour.nodes[at]);
    let mut arrival = hours::arrival(walls, before.depart, node.leg);
    if at == 1 {
        // Nobody leaves home only to wait.
        let departure = hours::departure(walls, node.begin, node.leg);
        arrival =
            if model.outside { departure + node.leg } else { arrival.max(departure + node.leg) };
    }
    let job = node.job as usize;
    Stop {
        call: if job < model.visits {
            Call::Visit(job)
        } else {
            Call::Block(model.jobs[job].block)
        },
        journey: journey(arrival, node.leg),
        begin: node.begin,
        end: node.begin + model.jobs[job].duration,
        waiting: waiting(model, day, at, before.depart, node.begin, node.leg),
        late: arrival > node.begin,
        elsewhere: None,
    }
}

fn journey(arrival: i64, seconds: i64) -> Journey {
    Journey { time: Span::new(arrival - seconds, arrival), seconds }
}

/// The cheapest other day for what stands at a position.
fn elsewhere(board: &mut Board<'_, '_>, day: usize, at: usize) -> Option<Elsewhere> {
    let model = board.model;
    let node = board.tours[day].nodes[at];
    if node.is_fixed {
        return None;
    }
    let mut rest = board.tours[day].clone();
    rest.nodes.remove(at);
    rest.retime(model, day, &mut Vec::new());
    let saved = board.tours[day].cost - rest.cost;
    let job = &model.jobs[node.job as usize];
    let others = job.days.iter().map(|it| *it as usize).filter(|it| *it != day);
    others
        .filter_map(|other| {
            if board.tours[other].visits >= model.shifts[other].room {
                return None;
            }
            let [slot, _] = board.slots(other, node.job);
            let extra = board.tours[other].extra(model, job.duration, &slot?) - saved;
            Some(Elsewhere { day: other, extra })
        })
        .min_by_key(|it| (it.extra, it.day))
}

fn totals(board: &Board<'_, '_>, routes: &[Route], unserved: &[Unserved]) -> Totals {
    let visits = &board.model.problem.visits;
    let priority = |it: usize| u64::from(visits[it].priority);
    let all: u64 = (0..visits.len()).map(priority).sum();
    let mut totals = Totals {
        served: visits.len() - unserved.len(),
        priority: all - unserved.iter().map(|it| priority(it.visit)).sum::<u64>(),
        travel: routes.iter().map(|it| it.travel).sum(),
        service: routes.iter().map(|it| it.service).sum(),
        waiting: routes.iter().map(|it| it.waiting).sum(),
        days: board.tours.iter().filter(|it| it.visits > 0).count(),
        cost: board.cost,
        ..Totals::default()
    };
    let counts = &mut totals.unserved;
    for it in unserved {
        let count = match it.reason {
            Reason::NoSkill => &mut counts.no_skill,
            Reason::NotAllowed => &mut counts.not_allowed,
            Reason::NeverFits(_) => &mut counts.never_fits,
            Reason::Crowded { .. } => &mut counts.crowded,
        };
        *count += 1;
    }
    totals
}
