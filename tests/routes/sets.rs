//! How good routes are: the public sets beside VROOM, and a day of a company.
//!
//! Distances and times are thousandths of the sets' unit; capacities, tools and parts are left out.
//! With `CALLOUT_ROUTE_STEPS` more steps are taken, and the figures are printed:
//!
//! ```sh
//! CALLOUT_ROUTE_STEPS=500000000 cargo test --release --test routes sets -- --nocapture
//! ```

use callout::route::{Day, Problem, Rules, Span, Travel, Visit, Weights, plan, verify};
use std::collections::BTreeSet;
use std::path::PathBuf;

const SCALE: i64 = 1000;

/// A set, and what VROOM 1.15.2 serves of it at exploration level 5 (`benches/vroom.py`): visits
/// and travel.
const SETS: [(&str, usize, i64); 6] = [
    ("C101.txt", 100, 828_937),
    ("R101.txt", 100, 1_649_643),
    ("RC101.txt", 100, 1_661_027),
    ("R201.txt", 100, 1_198_137),
    ("trsp_C103.100_25-5-5-5.txt", 100, 880_024),
    ("trsp_R101.100_25-5-5-5.txt", 100, 1_311_896),
];

/// Enough steps for three hundredths of VROOM's travel.
const WELL: u64 = 40_000_000;

#[test]
fn public_sets_are_served_as_by_vroom() {
    let shared = std::env::var_os("CALLOUT_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let folder = shared.join("samples/scheduling");
    if !folder.is_dir() {
        println!("skipped: public_sets_are_served_as_by_vroom, as samples/scheduling is not there");
        return;
    }
    let steps = std::env::var("CALLOUT_ROUTE_STEPS").ok().and_then(|steps| steps.parse().ok());
    let steps: u64 = steps.unwrap_or(1_000_000);
    let (mut ours, mut theirs) = (0, 0);
    for (name, served, travel) in SETS {
        let text = std::fs::read_to_string(folder.join(name)).expect("a set");
        let problem = if name.starts_with("trsp") { trsp(&text) } else { solomon(&text) };
        let before = cpu();
        let plan = plan(&problem, steps).expect("routes");
        let spent = cpu() - before;
        assert_eq!(verify(&problem, &plan), [], "{name}");
        let totals = plan.totals;
        println!("{name:28} {} {:9} in {spent} ms; VROOM {travel:9}", totals.served, totals.travel);
        assert!(totals.served >= served, "{name}: {} of {served} are served", totals.served);
        (ours, theirs) = (ours + totals.travel, theirs + travel);
    }
    println!("together {ours} of {theirs}: {:.2} %", ours as f64 / theirs as f64 * 100.0);
    // Hundredths more than VROOM drives.
    let most = if steps >= WELL { 3 } else { 10 };
    assert!(ours * 100 <= theirs * (100 + most), "{ours} of {theirs}");
}

#[test]
fn a_day_of_a_company_is_planned() {
    for (seed, served) in [(1, 95), (2, 96), (3, 97)] {
        let problem = made(seed, false);
        let before = cpu();
        let plan = plan(&problem, 2_000_000).expect("routes");
        println!("a day: {} of 100 in {} ms", plan.totals.served, cpu() - before);
        assert_eq!(verify(&problem, &plan), []);
        // What VROOM serves of it, less two for so few steps.
        assert!(plan.totals.served + 2 >= served, "{}", plan.totals.served);
    }
}

/// Milliseconds that this thread has been running; 0 where the system does not say.
fn cpu() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = text.split_whitespace().next().and_then(|first| first.parse::<u64>().ok());
    nanos.unwrap_or_default() / 1_000_000
}

fn problem(points: &[(i64, i64)], days: Vec<Day>, visits: Vec<Visit>) -> Problem {
    let leg = |a: &(i64, i64), b: &(i64, i64)| {
        let square = ((a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)) * SCALE * SCALE;
        let root = square.isqrt();
        (root + i64::from(square > root * root + root)) as u32
    };
    let seconds = points.iter().flat_map(|a| points.iter().map(move |b| leg(a, b))).collect();
    let travel = Travel { places: points.len(), seconds };
    Problem { days, visits, travel, rules: Rules::default(), weights: Weights::default() }
}

fn visit(place: usize, window: Span, duration: i64, skills: BTreeSet<u32>) -> Visit {
    Visit { place: Some(place), duration, windows: vec![window], skills, ..Visit::default() }
}

fn day(place: usize, span: Span, skills: BTreeSet<u32>) -> Day {
    Day { start: Some(place), end: Some(place), spans: vec![span], skills, ..Day::default() }
}

fn solomon(text: &str) -> Problem {
    let rows: Vec<Vec<i64>> = text
        .lines()
        .map(|line| line.split_whitespace().map_while(|it| it.parse().ok()).collect())
        .filter(|row: &Vec<i64>| row.len() == 7)
        .collect();
    let points: Vec<(i64, i64)> = rows.iter().map(|row| (row[1], row[2])).collect();
    let span = |row: &[i64]| Span::new(row[4] * SCALE, row[5] * SCALE);
    let days = (0..25).map(|_| day(0, span(&rows[0]), BTreeSet::new())).collect();
    let visits = rows.iter().enumerate().skip(1);
    let visits =
        visits.map(|(at, row)| visit(at, span(row), row[6] * SCALE, BTreeSet::new())).collect();
    problem(&points, days, visits)
}

fn trsp(text: &str) -> Problem {
    let (mut points, mut days, mut visits) = (Vec::new(), Vec::new(), Vec::new());
    for line in text.lines() {
        let row: Vec<i64> = line.split_whitespace().map_while(|it| it.parse().ok()).collect();
        let &[number, x, y, opens, closes, service] = row.as_slice() else { continue };
        let skills = line.split(['[', ']']).nth(1).unwrap_or_default();
        let skills: BTreeSet<u32> = skills.split(',').filter_map(|it| it.parse().ok()).collect();
        let span = Span::new(opens * SCALE, closes * SCALE);
        points.push((x, y));
        match number {
            0 => {}
            1..=25 => days.push(day(number as usize, span, skills)),
            _ => visits.push(visit(number as usize, span, service * SCALE, skills)),
        }
    }
    problem(&points, days, visits)
}

struct Dice(u64);

impl Dice {
    /// SplitMix64, as in `compare.py`.
    fn below(&mut self, bound: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((u128::from(z ^ (z >> 31)) * u128::from(bound)) >> 64) as i64
    }
}

/// A day of 100 visits and 10 technicians in 60 by 60 kilometres, 50 km/h in straight lines.
fn made(seed: u64, is_heavy: bool) -> Problem {
    const HOUR: i64 = 3600;
    let mut dice = Dice(seed);
    let points: Vec<(i64, i64)> =
        (0..110).map(|_| (dice.below(60_001), dice.below(60_001))).collect();
    let mut days = Vec::new();
    for place in 0..10 {
        let lacks = dice.below(3) as u32;
        let skills = (0..3).filter(|it| *it != lacks).collect();
        days.push(day(place, Span::new(8 * HOUR, 17 * HOUR), skills));
    }
    let mut visits = Vec::new();
    for place in 10..110 {
        let minutes = match dice.below(100) {
            _ if is_heavy => 30 + 15 * dice.below(7),
            0..55 => 30,
            55..75 => 45,
            75..90 => 60,
            90..96 => 90,
            _ => 120,
        };
        let is_morning = dice.below(2) == 0;
        let window = if is_morning { (8, 12) } else { (12, 17) };
        let window = Span::new(window.0 * HOUR, window.1 * HOUR);
        let skills = [dice.below(3) as u32].into();
        visits.push(visit(place, window, minutes * 60, skills));
    }
    let leg = |a: &(i64, i64), b: &(i64, i64)| {
        (((a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)).isqrt() * 72 / 1000) as u32
    };
    let seconds = points.iter().flat_map(|a| points.iter().map(move |b| leg(a, b))).collect();
    let travel = Travel { places: points.len(), seconds };
    Problem { days, visits, travel, rules: Rules::default(), weights: Weights::default() }
}
