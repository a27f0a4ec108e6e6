//! Slots against a search that tries every moment.

use super::{Candidate, FindSlots, LeftOut};
use crate::availability::{Busy, Why, Worker};
use crate::schedule::{Hours, Instant, Period, TimesOfDay, Weekday, WorkingTime, Zone, spanned};
use chrono::{NaiveTime, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

/// Monday, 2 November 2026, and the days after it.
const MONDAY: i64 = 1_793_577_600;

fn at(minutes: i64) -> Instant {
    Instant::from_micros((MONDAY + minutes * 60) * 1_000_000).unwrap()
}

fn period() -> impl Strategy<Value = Period> {
    (0..3 * 96_i64, 1..20_i64)
        .prop_map(|(from, length)| Period { from: at(from * 15), to: at((from + length) * 15) })
}

/// Some hours of each of three days, with breaks short and long.
fn working_time() -> impl Strategy<Value = WorkingTime> {
    let quarter = |n: u32| NaiveTime::from_num_seconds_from_midnight_opt(n * 900, 0).unwrap();
    let day = prop::collection::btree_set(1..95_u32, 0..6).prop_map(move |times| {
        let times: Vec<u32> = times.into_iter().collect();
        let pairs = times.chunks_exact(2);
        pairs.map(|it| TimesOfDay { from: quarter(it[0]), to: quarter(it[1]) }).collect()
    });
    let days = prop::collection::vec(day, 3);
    days.prop_map(move |days: Vec<Vec<TimesOfDay>>| {
        let weekdays = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday];
        let of = |(weekday, times): (Weekday, Vec<TimesOfDay>)| {
            times.into_iter().map(move |it| Hours { weekday, from: it.from, to: it.to, week: None })
        };
        let mut hours: Vec<Hours> = weekdays.into_iter().zip(days).flat_map(of).collect();
        // Somebody without hours would work at any time.
        let (from, to) = (quarter(1), quarter(2));
        hours.push(Hours { weekday: Weekday::Sunday, from, to, week: None });
        WorkingTime { zone: Zone::default(), hours, ..WorkingTime::default() }
    })
}

/// When work that begins at a moment is over, minute for minute: nobody works in a break.
fn ends(working: &[Period], from: Instant, minutes: u32) -> Instant {
    let (mut now, mut left) = (from, minutes);
    while left > 0 {
        let works = working.iter().any(|it| it.from <= now && now < it.to);
        left -= u32::from(works);
        now = Instant::new(now.utc() + TimeDelta::minutes(1));
        if now > at(4 * 1_440) {
            break;
        }
    }
    now
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// What is found could be planned, and nobody is left out who has a moment.
    #[test]
    fn slots_are_those_that_a_search_of_every_moment_finds(
        working_time in working_time(),
        opening in prop::option::of(working_time()),
        busy in prop::collection::vec(period(), 0..5),
        windows in prop::option::of(prop::collection::vec(period(), 1..4)),
        minutes in (1..24_u32).prop_map(|n| n * 15),
    ) {
        let busy: Vec<Busy> = busy
            .into_iter()
            .map(|period| Busy { period, why: Why::Visit, what: String::new(), place: None })
            .collect();
        let within = Period { from: at(0), to: at(3 * 1_440) };
        let worker = Worker { working_time: working_time.clone(), busy: busy.clone() };
        let id = Uuid::from_u128(1);
        let candidates = vec![Candidate { id, working_time, busy, ..Candidate::default() }];
        let (crew, count, step) = (1, 100, 15);
        let ask = FindSlots {
            within, minutes, candidates, crew, count, step, windows, opening,
            ..FindSlots::default()
        };
        let found = ask.find().unwrap();

        let works = worker.working_time.working(within);
        let open = ask.opening.as_ref().map(|opening| opening.working(within));
        let both = match &open {
            Some(open) => crate::schedule::shared(&works, open),
            None => works,
        };
        let fits = |period: Period| {
            let windows = ask.windows.as_ref().map(|it| crate::schedule::joined(it.clone()));
            within.holds(period)
                && worker.is_free(period)
                && windows.is_none_or(|all| all.iter().any(|it| it.holds(period)))
                && open.as_ref().is_none_or(|open| spanned(open, period))
                && spanned(&both, period)
        };
        for slot in &found.slots {
            let part = slot.parts[0];
            prop_assert!(fits(part.period), "{:?}", part.period);
            prop_assert_eq!(part.period.to, ends(&both, part.period.from, minutes));
        }
        let moments = (0..3 * 96).map(|n| at(n * 15));
        let any = moments
            .filter(|from| both.iter().any(|it| it.from <= *from && *from < it.to))
            .map(|from| Period { from, to: ends(&both, from, minutes) })
            .find(|period| fits(*period));
        prop_assert_eq!(any.is_none(), found.slots.is_empty(), "{:?}", any);
        // The first moment of all is among them.
        if let Some(first) = any {
            prop_assert!(found.slots.iter().any(|slot| slot.parts[0].period == first));
        } else {
            prop_assert_eq!(found.left_out.len(), 1);
            prop_assert_ne!(found.left_out[0].why, LeftOut::Crew);
        }
    }
}
