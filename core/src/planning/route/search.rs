//! Looks for a better plan, round after round, for a counted number of steps.

use super::board::Board;
use super::dice::ONE;
use super::model::Model;
use super::recreate::NO_BLINK;

/// Steps of the first cycle, for each visit. Every later one is twice as long.
const FIRST_CYCLE: u64 = 4_000;
/// A cycle begins as warm as what a visit costs on average. In so many stages it cools down to a
/// thirtieth of that, in each to so many parts of [`ONE`].
const STAGES: u64 = 64;
const COOLING: i64 = 62_145;
/// How many average visits it is worth to serve one more, while it is looked for.
const WORTH: i64 = 10;

/// The best plan that so many steps find: the jobs of each day, in order.
///
/// It anneals in cycles, each from the best plan so far. Where it goes does not depend on the
/// number of steps, only how far: so a search with more steps has seen every plan that one with
/// fewer has.
pub(super) fn search(model: &Model<'_>, steps: u64) -> (Vec<Vec<u32>>, u64) {
    let mut board = Board::new(model);
    board.fill();
    let mut best = Best::of(&board);
    let free: Vec<u32> =
        (0..model.visits as u32).filter(|it| !model.jobs[*it as usize].days.is_empty()).collect();
    let mut cycle = FIRST_CYCLE * free.len() as u64;
    // One alone is where it costs least.
    while board.steps < steps && free.len() > 1 {
        board.restore(&best.orders);
        run_cycle(&mut board, &free, &mut best, cycle, steps);
        cycle = cycle.saturating_mul(2);
    }
    (best.orders, board.steps)
}

struct Best {
    orders: Vec<Vec<u32>>,
    lost: u64,
    cost: i64,
}

impl Best {
    fn of(board: &Board<'_, '_>) -> Self {
        Self { orders: board.orders(), lost: board.lost(), cost: board.cost }
    }
}

/// Anneals from the best plan on.
fn run_cycle(board: &mut Board<'_, '_>, free: &[u32], best: &mut Best, cycle: u64, steps: u64) {
    let served = (free.len() - board.absent.len()).max(1) as i64;
    let average = (board.cost / served).max(1);
    let worths = worths(board.model, free, average);
    let energy_of = |board: &Board<'_, '_>| -> i64 {
        let absent = board.absent.iter().chain(&board.resting);
        board.cost + absent.map(|it| worths[*it as usize]).sum::<i64>()
    };
    let from = board.steps;
    let mut energy = energy_of(board);
    let mut stage = 0;
    // In parts of ONE, so that it can fall below one.
    let mut heat = i128::from(average) * i128::from(ONE);
    while board.steps < steps && board.steps - from < cycle {
        while stage < (board.steps - from) * STAGES / cycle {
            heat = heat * i128::from(COOLING) / i128::from(ONE);
            stage += 1;
        }
        board.begin();
        board.ruin(free);
        board.recreate();
        let now = energy_of(board);
        let luck = heat * i128::from(board.dice.exponential()) / i128::from(ONE * ONE);
        let is_best = (board.lost(), board.cost) < (best.lost, best.cost);
        if !is_best && i128::from(now - energy) >= luck.max(1) {
            board.take_back();
            continue;
        }
        if !board.absent.is_empty() {
            // What was overlooked just now may have room.
            board.put_all(NO_BLINK);
        }
        board.keep();
        energy = energy_of(board);
        if (board.lost(), board.cost) < (best.lost, best.cost) {
            *best = Best::of(board);
        }
    }
}

/// What each visit is worth in the cost of a plan, by what it counts.
fn worths(model: &Model<'_>, free: &[u32], average: i64) -> Vec<i64> {
    let value = |it: &u32| u128::from(model.jobs[*it as usize].value);
    let sum: u128 = free.iter().map(value).sum();
    let mean = (sum / free.len().max(1) as u128).max(1);
    let one = average.unsigned_abs() as u128 * WORTH as u128;
    (0..model.visits as u32).map(|it| (one * value(&it) / mean).min(1 << 50) as i64).collect()
}
