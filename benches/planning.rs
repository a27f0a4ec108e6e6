//! Planning: the best slots of a company, and the days of ten thousand plans beside the bare crate.
//!
//! `benches/slots_numpy.py` searches the same slots with bitmaps: `CALLOUT_SLOTS=slots.json cargo
//! bench --bench planning slots` writes what it reads.

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

use callout::schedule::{WallTime, Zone, occurrences};
use callout::slot::FindSlots;
use criterion::{Criterion, criterion_group, criterion_main};
use rrule::RRuleSet;
use serde_json::{Value, json};
use std::hint::black_box;

/// Fifty technicians who work five days a week with a break, and have two visits on most days.
fn company() -> Value {
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    let hours: Vec<Value> = weekdays
        .iter()
        .flat_map(|day| {
            let of = |from, to| json!({"weekday": day, "from": from, "to": to});
            [of("07:00:00", "12:00:00"), of("12:30:00", "15:30:00")]
        })
        .collect();
    // Monday, 2 November 2026, 0:00 in Prague.
    let monday = chrono::DateTime::from_timestamp(1_793_574_000, 0).unwrap_or_default();
    let mut dice = 1_u64;
    let mut roll = |n: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % n
    };
    let mut candidates = Vec::new();
    for id in 0..50_u64 {
        let mut busy = Vec::new();
        for day in (0..56_u64).filter(|day| day % 7 < 5) {
            for (first, spread) in [(28, 6), (44, 8)] {
                if roll(10) == 0 {
                    continue;
                }
                let from = (day * 96 + first + roll(spread)) as i64;
                let at = |quarter: i64| monday + chrono::TimeDelta::minutes(quarter * 15);
                let to = from + 6 + roll(6) as i64;
                busy.push(json!({"period": {"from": at(from), "to": at(to)}, "why": "visit"}));
            }
        }
        candidates.push(json!({
            "id": format!("00000000-0000-4000-8000-{id:012}"),
            "working_time": {"zone": "Europe/Prague", "hours": hours},
            "busy": busy
        }));
    }
    json!({
        "within": {"from": monday, "to": monday + chrono::TimeDelta::days(56)},
        "minutes": 120, "count": 20, "candidates": candidates
    })
}

fn slots(c: &mut Criterion) {
    let asked = company();
    if let Some(path) = std::env::var_os("CALLOUT_SLOTS") {
        std::fs::write(path, asked.to_string()).expect("a file");
    }
    let ask: FindSlots = serde_json::from_value(asked).expect("a search");
    assert_eq!(ask.find().expect("slots").slots.len(), 20);
    c.bench_function("slots/50 technicians, 8 weeks, 20 best", |b| {
        b.iter(|| black_box(&ask).find())
    });
}

/// Rules as maintenance has them.
const RULES: [&str; 5] = [
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=6",
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=YEARLY;BYMONTH=4,10",
];

fn plans(c: &mut Criterion) {
    let first: chrono::NaiveDate = "2026-01-05".parse().expect("a day");
    let anchors: Vec<chrono::NaiveDateTime> = (0..10_000)
        .map(|n| first + chrono::Days::new(n % 28))
        .filter_map(|day| day.and_hms_opt(8, 0, 0))
        .collect();
    let until = "2030-12-31".parse().expect("a day");
    let mut group = c.benchmark_group("recurrence/10,000 plans over five years");
    group.sample_size(10);
    group.bench_function("as plans have them", |b| {
        b.iter(|| {
            let each = anchors.iter().zip(RULES.iter().cycle());
            let zone = Zone::new(chrono_tz::Europe::Prague);
            let days = each.map(|(at, rule)| {
                let anchor = WallTime::first(*at, zone);
                occurrences(rule, anchor, None, until, 500).expect("days").len()
            });
            days.sum::<usize>()
        });
    });
    group.bench_function("the bare crate", |b| {
        b.iter(|| {
            let each = anchors.iter().zip(RULES.iter().cycle());
            let days = each.map(|(at, rule)| {
                let text = format!(
                    "DTSTART:{}Z\nRRULE:{rule};UNTIL=20301231T235959Z",
                    at.format("%Y%m%dT%H%M%S")
                );
                text.parse::<RRuleSet>().expect("a rule").all(500).dates.len()
            });
            days.sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, slots, plans);
criterion_main!(benches);
