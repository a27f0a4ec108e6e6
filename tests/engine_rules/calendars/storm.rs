//! Whatever is done here and there between two rounds, and whatever goes wrong in them.

use super::{change, dragged, equipped, hour, name, plan, set_up, starts, state, sync};
use crate::support::shelf::{Shelf, Wrong};
use crate::support::{TestClock, sqlite, world};
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::test_runner::Config;
use serde_json::json;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use uuid::Uuid;

/// What happens between two rounds.
#[derive(Clone, Debug)]
enum Deed {
    Plan,
    Move(usize, u32),
    Cancel(usize),
    Dismiss(usize),
    Drag(usize, u32),
    TakeAway(usize),
    Forgets,
    Sync(Vec<Option<Wrong>>),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let which = any::<usize>();
    let wrong = prop_oneof![
        4 => proptest::strategy::Just(None),
        1 => proptest::sample::select(vec![
            Wrong::NotReached, Wrong::AnswerLost, Wrong::Changed, Wrong::Later, Wrong::Full,
            Wrong::Killed,
        ]).prop_map(Some),
    ];
    let deed = prop_oneof![
        3 => proptest::strategy::Just(Deed::Plan),
        2 => (which, 12_u32..22).prop_map(|(n, at)| Deed::Move(n, at)),
        1 => which.prop_map(Deed::Cancel),
        1 => which.prop_map(Deed::Dismiss),
        2 => (which, 1_u32..11).prop_map(|(n, at)| Deed::Drag(n, at)),
        1 => which.prop_map(Deed::TakeAway),
        1 => proptest::strategy::Just(Deed::Forgets),
        4 => proptest::collection::vec(wrong, 0..12).prop_map(Deed::Sync),
    ];
    proptest::collection::vec(deed, 1..40)
}

/// Plays deeds on a store, with a process that dies now and then, and compares at the end.
fn played(deeds: &[Deed]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let mut engine = equipped(sqlite(&path), &clock);
    let activity = set_up(&engine);
    let shelf = Shelf::default();
    let mut visits: Vec<Uuid> = Vec::new();
    // What was done by hand and not seen yet, and how often a suggestion came.
    let mut days = 15;
    let mut drags: BTreeMap<Uuid, u32> = BTreeMap::new();
    for deed in deeds {
        let pick = |n: usize| visits.get(n % visits.len().max(1)).copied();
        match deed {
            Deed::Plan if days < 31 => {
                visits.push(plan(&engine, activity, days, 11));
                days += 1;
            }
            Deed::Plan => {}
            Deed::Move(n, at) => {
                let Some(visit) = pick(*n) else { continue };
                let day = 15 + visits.iter().position(|it| *it == visit).unwrap() as u32;
                let (starts, ends) = hour(day, *at);
                let _ = change(&engine, visit, &json!({"move": {"starts": starts, "ends": ends}}));
            }
            Deed::Cancel(n) => {
                let Some(visit) = pick(*n) else { continue };
                let _ = change(&engine, visit, &json!({"cancel": {"reason": "Ne."}}));
            }
            Deed::Dismiss(n) => {
                let Some(visit) = pick(*n) else { continue };
                let _ = change(&engine, visit, &json!({"dismiss": {}}));
            }
            Deed::Drag(n, at) => {
                let Some(visit) = pick(*n) else { continue };
                if let Some(file) = shelf.files().get(&name(visit)) {
                    let day = 15 + visits.iter().position(|it| *it == visit).unwrap() as u32;
                    shelf.by_hand(&name(visit), Some(&dragged(file, day, *at)));
                    *drags.entry(visit).or_default() += 1;
                }
            }
            Deed::TakeAway(n) => {
                let Some(visit) = pick(*n) else { continue };
                if shelf.files().contains_key(&name(visit)) {
                    shelf.by_hand(&name(visit), None);
                    *drags.entry(visit).or_default() += 1;
                }
            }
            Deed::Forgets => shelf.forgets(),
            Deed::Sync(plan) => {
                shelf.plan(plan.clone());
                let killed = catch_unwind(AssertUnwindSafe(|| sync(&engine, &shelf))).is_err();
                if killed {
                    drop(engine);
                    engine = equipped(sqlite(&path), &clock);
                }
            }
        }
    }
    shelf.plan([]);
    for round in 0.. {
        assert!(round < 20, "it comes to rest");
        let done = sync(&engine, &shelf);
        assert_eq!(done.stopped, None);
        if !done.more && done.written.is_empty() && done.suggested.is_empty() {
            break;
        }
    }
    let files = shelf.files();
    for (n, visit) in visits.iter().enumerate() {
        let state = state(&engine, *visit);
        let there = files.get(&name(*visit)).map(|file| starts(file).replace(' ', "T"));
        let planned = state["starts"]["local"].as_str().unwrap().to_owned();
        let wish = &state["suggestion"]["wish"];
        if state["status"] == "cancelled" {
            assert_eq!(there, None, "visit {n}: cancelled");
        } else if there.as_ref() != Some(&planned) {
            // Only what somebody did by hand stands otherwise there, and a manager sees it.
            let said = wish["move"]["starts"]["local"].as_str().map(str::to_owned);
            assert!(!wish.is_null(), "visit {n}: {there:?} and not {planned}, unseen");
            assert_eq!(there, said, "visit {n}");
        }
        let timeline =
            json!({"timeline": {"context": activity, "nouns": ["visit"], "limit": 1000}});
        let told = world::ask(&engine, &world::manager(), &timeline).unwrap();
        let suggested = told["events"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|event| event["id"] == json!(visit) && event["event"] == "suggested");
        let by_hand = drags.get(visit).copied().unwrap_or(0) as usize;
        assert!(suggested.count() <= by_hand, "visit {n}: told of once, and only what was done");
    }
    let known: Vec<String> = visits.iter().map(|visit| name(*visit)).collect();
    assert!(files.keys().all(|name| known.contains(name)), "nothing else is there");
    world::assert_clean(&engine);
}

proptest! {
    #![proptest_config(Config { cases: 60, failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_goes_wrong_the_calendar_says_what_is_planned(deeds in deeds()) {
        played(&deeds);
    }
}
