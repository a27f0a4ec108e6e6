//! What a planner refuses, before it does anything.

use super::problem::{Day, Problem, Span, Visit};
use strum::IntoStaticStr;

/// The most days of a problem.
pub const MAX_DAYS: usize = 500;
/// The most visits of a problem.
pub const MAX_VISITS: usize = 2_000;
/// The most places of a problem.
pub const MAX_PLACES: usize = 3_000;
/// How far from zero a moment may be, and how long anything may take: ten years, in seconds.
pub const MAX_SECONDS: i64 = 10 * 366 * 86_400;
/// The highest weight of a second.
pub const MAX_WEIGHT: u32 = 1_000;
/// The most windows and pieces of working time that are held against each other: the windows of all
/// visits times the days, and the spans (twice) and blocks of all days times the visits.
pub const MAX_PIECES: usize = 10_000_000;

/// Why a problem is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Fault {
    /// More days than [`MAX_DAYS`].
    TooManyDays,
    /// More visits than [`MAX_VISITS`].
    TooManyVisits,
    /// More places than [`MAX_PLACES`].
    TooManyPlaces,
    /// More windows, spans and blocks than [`MAX_PIECES`] allows.
    TooManyPieces,
    /// The journeys are not as many as the square of the places.
    NotSquare,
    /// A journey that takes longer than [`MAX_SECONDS`].
    JourneyTooLong,
    /// A weight above [`MAX_WEIGHT`], or one of a day above [`MAX_SECONDS`].
    WeightTooHigh,
    /// A day that starts, ends or is blocked at a place that there is not.
    DayPlace {
        /// The day.
        day: usize,
    },
    /// A day whose spans are empty, out of order, overlapping or too far from zero.
    DaySpans {
        /// The day.
        day: usize,
    },
    /// A block that ends before it begins, or is too far from zero.
    DayBlock {
        /// The day.
        day: usize,
        /// The block.
        block: usize,
    },
    /// A visit at a place that there is not.
    VisitPlace {
        /// The visit.
        visit: usize,
    },
    /// A duration below zero or too long.
    VisitDuration {
        /// The visit.
        visit: usize,
    },
    /// A window that ends before it begins, or is too far from zero.
    VisitWindow {
        /// The visit.
        visit: usize,
    },
    /// A visit that may be in, or is pinned to, a day that there is not.
    VisitDay {
        /// The visit.
        visit: usize,
    },
    /// A visit that is pinned to a moment too far from zero.
    VisitPin {
        /// The visit.
        visit: usize,
    },
}

/// Holds a problem against the bounds within which nothing overflows and no index fails.
pub(super) fn check(problem: &Problem) -> Result<(), Fault> {
    sizes(problem)?;
    for (index, day) in problem.days.iter().enumerate() {
        check_day(problem, index, day)?;
    }
    for (index, visit) in problem.visits.iter().enumerate() {
        check_visit(problem, index, visit)?;
    }
    Ok(())
}

fn sizes(problem: &Problem) -> Result<(), Fault> {
    let Problem { days, visits, travel, weights, .. } = problem;
    let windows: usize = visits.iter().map(|visit| visit.windows.len().max(1)).sum();
    let pieces: usize = days.iter().map(|day| 2 * day.spans.len() + day.blocks.len()).sum();
    let pieces = windows
        .saturating_mul(days.len())
        .saturating_add(pieces.saturating_mul(visits.len().max(1)));
    let per_second = [weights.travel, weights.waiting, weights.fairness];
    for (wrong, fault) in [
        (days.len() > MAX_DAYS, Fault::TooManyDays),
        (visits.len() > MAX_VISITS, Fault::TooManyVisits),
        (travel.places > MAX_PLACES, Fault::TooManyPlaces),
        (pieces > MAX_PIECES, Fault::TooManyPieces),
        (travel.seconds.len() != travel.places.saturating_pow(2), Fault::NotSquare),
        (travel.seconds.iter().any(|it| i64::from(*it) > MAX_SECONDS), Fault::JourneyTooLong),
        (per_second.iter().any(|it| *it > MAX_WEIGHT), Fault::WeightTooHigh),
        (i64::from(weights.day) > MAX_SECONDS, Fault::WeightTooHigh),
    ] {
        if wrong {
            return Err(fault);
        }
    }
    Ok(())
}

fn check_day(problem: &Problem, day: usize, it: &Day) -> Result<(), Fault> {
    let known = |place: &usize| *place < problem.travel.places;
    let blocked = it.blocks.iter().filter_map(|block| block.place.as_ref());
    if !it.start.iter().chain(&it.end).chain(blocked).all(known) {
        return Err(Fault::DayPlace { day });
    }
    let ordered = it.spans.windows(2).all(|pair| match pair {
        [first, second] => first.to <= second.from,
        _ => true,
    });
    if !ordered || !it.spans.iter().all(|span| span.from < span.to && is_near(span)) {
        return Err(Fault::DaySpans { day });
    }
    match it.blocks.iter().position(|block| !is_near(&block.time)) {
        Some(block) => Err(Fault::DayBlock { day, block }),
        None => Ok(()),
    }
}

fn check_visit(problem: &Problem, visit: usize, it: &Visit) -> Result<(), Fault> {
    let known = |day: &usize| *day < problem.days.len();
    let mut days = it.days.iter().flatten().chain(it.pinned.as_ref().map(|pin| &pin.day));
    for (wrong, fault) in [
        (it.place.is_some_and(|it| it >= problem.travel.places), Fault::VisitPlace { visit }),
        (!(0..=MAX_SECONDS).contains(&it.duration), Fault::VisitDuration { visit }),
        (!it.windows.iter().all(is_near), Fault::VisitWindow { visit }),
        (!days.all(known), Fault::VisitDay { visit }),
        (it.pinned.is_some_and(|pin| !is_bounded(pin.begin)), Fault::VisitPin { visit }),
    ] {
        if wrong {
            return Err(fault);
        }
    }
    Ok(())
}

fn is_near(span: &Span) -> bool {
    span.from <= span.to && is_bounded(span.from) && is_bounded(span.to)
}

fn is_bounded(moment: i64) -> bool {
    (-MAX_SECONDS..=MAX_SECONDS).contains(&moment)
}
