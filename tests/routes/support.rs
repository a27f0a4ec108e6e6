//! What the tests share: short ways to write problems, and a planner that tries everything.
#![allow(dead_code)]

use callout::route::{Block, Call, Day, Plan, Problem, Rules, Span, Travel, Visit, Weights};

pub const HOUR: i64 = 3600;

pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as i64
    }

    pub fn once_in(&mut self, times: i64) -> bool {
        self.below(times) == 0
    }
}

/// Places on a line, so many seconds from each to the next.
pub fn line(places: usize, seconds: u32) -> Travel {
    let leg = |a: usize, b: usize| a.abs_diff(b) as u32 * seconds;
    let seconds = (0..places).flat_map(|a| (0..places).map(move |b| leg(a, b))).collect();
    Travel { places, seconds }
}

/// From eight to twelve and from half past twelve to half past four, from the first place and back.
pub fn day() -> Day {
    let spans = vec![Span::new(8 * HOUR, 12 * HOUR), Span::new(12 * HOUR + 1800, 16 * HOUR + 1800)];
    Day { start: Some(0), end: Some(0), spans, ..Day::default() }
}

pub fn visit(place: usize, hours: i64) -> Visit {
    Visit { place: Some(place), duration: hours * HOUR, ..Visit::default() }
}

pub fn problem(days: Vec<Day>, visits: Vec<Visit>) -> Problem {
    Problem { days, visits, travel: line(10, 600), ..Problem::default() }
}

/// The visits of each route, in order.
pub fn orders(plan: &Plan) -> Vec<Vec<usize>> {
    let visits = |it: &callout::route::Route| {
        let calls = it.stops.iter().map(|stop| stop.call);
        calls
            .filter_map(|call| match call {
                Call::Visit(visit) => Some(visit),
                Call::Block(_) => None,
            })
            .collect()
    };
    plan.routes.iter().map(visits).collect()
}

/// A day of 100 visits and 10 technicians.
pub fn full_day(seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let points: Vec<(i64, i64)> =
        (0..110).map(|_| (dice.below(60_000), dice.below(60_000))).collect();
    let leg = |a: &(i64, i64), b: &(i64, i64)| {
        (((a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)).isqrt() * 72 / 1000) as u32
    };
    let seconds = points.iter().flat_map(|a| points.iter().map(move |b| leg(a, b))).collect();
    let days = (0..10)
        .map(|it| Day {
            start: Some(it),
            end: Some(it),
            skills: [it as u32 % 3, (it as u32 + 1) % 3].into(),
            ..day()
        })
        .collect();
    let visits = (10..110)
        .map(|it| {
            let from = 8 + 4 * dice.below(2);
            Visit {
                windows: vec![Span::new(from * HOUR, (from + 4) * HOUR)],
                duration: 1800 + 900 * dice.below(3),
                skills: [dice.below(3) as u32].into(),
                priority: 1 + dice.below(3) as u32,
                ..visit(it, 0)
            }
        })
        .collect();
    Problem { days, visits, travel: Travel { places: 110, seconds }, ..Problem::default() }
}

/// A small problem in which anything can happen.
pub fn anything(dice: &mut Dice) -> Problem {
    let places = 5;
    let mut seconds: Vec<u32> = (0..places * places).map(|_| dice.below(90) as u32).collect();
    if !dice.once_in(4) {
        shorten(&mut seconds, places);
    }
    let days = (0..2).map(|_| any_day(dice, places as i64)).collect::<Vec<Day>>();
    let count = 2 + dice.below(5);
    let mut visits: Vec<Visit> = (0..count).map(|_| any_visit(dice, places as i64)).collect();
    if dice.once_in(3) {
        let pin = callout::route::Pin { day: dice.below(2) as usize, begin: dice.below(900) };
        visits[0].pinned = Some(pin);
    }
    let rules = Rules { keep_pauses: dice.once_in(3), commute_outside: dice.once_in(3) };
    let mut weights = Weights::default();
    if dice.once_in(3) {
        weights.waiting = 1 + dice.below(3) as u32;
    }
    if dice.once_in(3) {
        weights.fairness = 50;
    }
    if dice.once_in(4) {
        weights.day = dice.below(200) as u32;
    }
    Problem { days, visits, travel: Travel { places, seconds }, rules, weights }
}

/// Makes no detour shorter than the direct way.
fn shorten(seconds: &mut [u32], places: usize) {
    for over in 0..places {
        for from in 0..places {
            for to in 0..places {
                let detour = seconds[from * places + over] + seconds[over * places + to];
                let direct = &mut seconds[from * places + to];
                *direct = detour.min(*direct);
            }
        }
    }
}

fn any_place(dice: &mut Dice, places: i64) -> Option<usize> {
    (!dice.once_in(5)).then(|| dice.below(places) as usize)
}

fn any_day(dice: &mut Dice, places: i64) -> Day {
    let noon = 300 + dice.below(200);
    let spans = match dice.below(3) {
        0 => vec![Span::new(dice.below(100), 700 + dice.below(200))],
        1 => vec![Span::new(dice.below(100), noon), Span::new(noon, 800)],
        _ => vec![
            Span::new(dice.below(100), noon),
            Span::new(noon + dice.below(80), 600),
            Span::new(620, 700 + dice.below(200)),
        ],
    };
    let blocks = (0..dice.below(3)).map(|_| {
        let from = dice.below(900);
        let time = Span::new(from, from + dice.below(150));
        Block { time, place: dice.once_in(2).then(|| dice.below(places) as usize) }
    });
    Day {
        blocks: blocks.collect(),
        start: any_place(dice, places),
        end: any_place(dice, places),
        spans,
        skills: (0..2).filter(|_| !dice.once_in(4)).collect(),
        max_visits: dice.once_in(5).then(|| dice.below(4) as usize),
    }
}

fn any_visit(dice: &mut Dice, places: i64) -> Visit {
    let windows = (0..dice.below(3)).map(|_| {
        let from = dice.below(700);
        Span::new(from, from + dice.below(300))
    });
    Visit {
        windows: windows.collect(),
        place: any_place(dice, places),
        duration: dice.below(200),
        ends_within: dice.once_in(4),
        skills: (0..2).filter(|_| dice.once_in(4)).collect(),
        days: dice.once_in(6).then(|| [dice.below(2) as usize].into()),
        priority: if dice.once_in(3) { dice.below(4) as u32 } else { 1 },
        pinned: None,
    }
}
