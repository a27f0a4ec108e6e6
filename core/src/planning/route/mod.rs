//! Routes: which technician makes which visits, and in which order.

mod board;
mod dice;
mod fault;
mod hours;
mod model;
mod plan;
mod problem;
mod reasons;
mod recreate;
mod report;
mod ruin;
mod search;
mod tour;
mod trial;
mod verify;

pub use fault::{Fault, MAX_DAYS, MAX_PIECES, MAX_PLACES, MAX_SECONDS, MAX_VISITS, MAX_WEIGHT};
pub use plan::{
    Call, Counts, Elsewhere, Journey, Never, Plan, Reason, Route, Stop, Totals, Unserved,
};
pub use problem::{Block, Day, Pin, Problem, Rules, Span, Travel, Visit, Weights};
pub use verify::{Breach, verify};

/// Plans routes: serves as much priority as it can, then as many visits, then as cheaply as it can.
///
/// `steps` bounds the effort: it counts the positions that are tried and the days that are asked. A
/// step takes some twenty nanoseconds, in the largest problems a hundred. The same problem and the
/// same steps give the same plan everywhere, and more steps never give a worse one. With 0, every
/// visit is put once where it costs least, which is done in any case. What is pinned or blocked is
/// in its route whatever the steps.
///
/// ```
/// use callout_core::route::{Day, Problem, Span, Travel, Visit, plan};
/// const HOUR: i64 = 3600;
/// let problem = Problem {
///     days: vec![Day {
///         start: Some(0),
///         end: Some(0),
///         spans: vec![Span::new(8 * HOUR, 12 * HOUR), Span::new(13 * HOUR, 17 * HOUR)],
///         ..Day::default()
///     }],
///     visits: vec![
///         Visit { place: Some(2), duration: HOUR, ..Visit::default() },
///         Visit { place: Some(1), duration: 9 * HOUR, ..Visit::default() },
///     ],
///     travel: Travel { places: 3, seconds: vec![0, 600, 900, 600, 0, 300, 900, 300, 0] },
///     ..Problem::default()
/// };
/// let plan = plan(&problem, 1_000_000)?;
/// assert_eq!(plan.routes[0].stops[0].begin, 8 * HOUR + 900);
/// assert_eq!(plan.totals.travel, 1800);
/// assert_eq!(plan.totals.unserved.never_fits, 1, "nine hours do not fit into a day of nine");
/// # Ok::<(), callout_core::route::Fault>(())
/// ```
///
/// # Errors
/// Refuses a problem that contradicts itself or is too large; nothing has been done then.
pub fn plan(problem: &Problem, steps: u64) -> Result<Plan, Fault> {
    fault::check(problem)?;
    let model = model::Model::new(problem);
    let (orders, steps) = search::search(&model, steps);
    Ok(report::report(&model, &orders, steps))
}
