//! What is refused, and that whatever is not refused does no harm.

use super::support::{day, problem, visit};
use callout::route::{
    Block, Day, Fault, MAX_SECONDS, MAX_WEIGHT, Pin, Problem, Span, Travel, Visit, Weights, plan,
    verify,
};

fn fault(change: impl FnOnce(&mut Problem)) -> Option<Fault> {
    let mut problem = problem(vec![day(), day()], vec![visit(1, 1), visit(2, 1)]);
    change(&mut problem);
    plan(&problem, 1_000).err()
}

#[test]
fn what_is_wrong_is_told() {
    let block = |from, to, place| Block { time: Span::new(from, to), place };
    let spans = |spans: &[(i64, i64)]| -> Vec<Span> {
        spans.iter().map(|(from, to)| Span::new(*from, *to)).collect()
    };
    let far = MAX_SECONDS + 1;
    for (found, expected) in [
        (fault(|_| {}), None),
        (fault(|it| it.travel.seconds.truncate(99)), Some(Fault::NotSquare)),
        (fault(|it| it.travel.places = usize::MAX), Some(Fault::TooManyPlaces)),
        (fault(|it| it.travel.seconds[3] = u32::MAX), Some(Fault::JourneyTooLong)),
        (fault(|it| it.days = vec![day(); 501]), Some(Fault::TooManyDays)),
        (fault(|it| it.visits = vec![visit(1, 1); 2_001]), Some(Fault::TooManyVisits)),
        (
            fault(|it| it.visits[0].windows = vec![Span::default(); 6_000_000]),
            Some(Fault::TooManyPieces),
        ),
        (fault(|it| it.weights.waiting = MAX_WEIGHT + 1), Some(Fault::WeightTooHigh)),
        (fault(|it| it.weights.day = u32::MAX), Some(Fault::WeightTooHigh)),
        (fault(|it| it.days[1].start = Some(10)), Some(Fault::DayPlace { day: 1 })),
        (fault(|it| it.days[0].end = Some(10)), Some(Fault::DayPlace { day: 0 })),
        (
            fault(|it| it.days[0].blocks = vec![block(0, 1, Some(10))]),
            Some(Fault::DayPlace { day: 0 }),
        ),
        (fault(|it| it.days[0].spans = spans(&[(5, 5)])), Some(Fault::DaySpans { day: 0 })),
        (fault(|it| it.days[0].spans = spans(&[(0, 5), (4, 9)])), Some(Fault::DaySpans { day: 0 })),
        (fault(|it| it.days[0].spans = spans(&[(5, 9), (0, 4)])), Some(Fault::DaySpans { day: 0 })),
        (fault(|it| it.days[0].spans = spans(&[(0, 5), (5, 9)])), None),
        (fault(|it| it.days[0].spans = spans(&[(0, far)])), Some(Fault::DaySpans { day: 0 })),
        (
            fault(|it| it.days[0].blocks = vec![block(0, 1, None), block(2, 1, None)]),
            Some(Fault::DayBlock { day: 0, block: 1 }),
        ),
        (
            fault(|it| it.days[0].blocks = vec![block(-far, 1, None)]),
            Some(Fault::DayBlock { day: 0, block: 0 }),
        ),
        (fault(|it| it.visits[1].place = Some(10)), Some(Fault::VisitPlace { visit: 1 })),
        (fault(|it| it.visits[0].duration = -1), Some(Fault::VisitDuration { visit: 0 })),
        (fault(|it| it.visits[0].duration = far), Some(Fault::VisitDuration { visit: 0 })),
        (
            fault(|it| it.visits[0].windows = spans(&[(2, 1)])),
            Some(Fault::VisitWindow { visit: 0 }),
        ),
        (
            fault(|it| it.visits[0].windows = spans(&[(0, far)])),
            Some(Fault::VisitWindow { visit: 0 }),
        ),
        (fault(|it| it.visits[0].days = Some([2].into())), Some(Fault::VisitDay { visit: 0 })),
        (
            fault(|it| it.visits[0].pinned = Some(Pin { day: 2, begin: 0 })),
            Some(Fault::VisitDay { visit: 0 }),
        ),
        (
            fault(|it| it.visits[0].pinned = Some(Pin { day: 0, begin: i64::MIN })),
            Some(Fault::VisitPin { visit: 0 }),
        ),
    ] {
        assert_eq!(found, expected);
        let name = found.map(<&str>::from);
        assert!(name.is_none_or(|name| !name.is_empty()));
    }
}

/// The farthest, longest and heaviest that is not refused overflows nowhere.
#[test]
fn extremes_do_no_harm() {
    let most = MAX_SECONDS;
    let places = 3;
    let travel = Travel { places, seconds: vec![most as u32; places * places] };
    let days = vec![
        Day {
            start: Some(0),
            end: Some(1),
            spans: vec![Span::new(-most, most)],
            blocks: vec![Block { time: Span::new(-most, most), place: Some(2) }],
            ..Day::default()
        };
        40
    ];
    let mut visits = vec![
        Visit {
            place: Some(2),
            duration: most,
            windows: vec![Span::new(-most, most)],
            ends_within: true,
            priority: u32::MAX,
            ..Visit::default()
        };
        100
    ];
    for (at, visit) in visits.iter_mut().enumerate().take(60) {
        let begin = if at % 2 == 0 { most } else { -most };
        visit.pinned = Some(Pin { day: at % 40, begin });
    }
    let weights =
        Weights { travel: MAX_WEIGHT, waiting: MAX_WEIGHT, fairness: MAX_WEIGHT, day: most as u32 };
    let mut problem = Problem { days, visits, travel, weights, ..Problem::default() };
    for outside in [false, true] {
        for keep in [false, true] {
            problem.rules.commute_outside = outside;
            problem.rules.keep_pauses = keep;
            let plan = plan(&problem, 10_000).unwrap();
            assert_eq!(verify(&problem, &plan), []);
            for day in &mut problem.days {
                day.blocks.clear();
            }
        }
    }
}

#[test]
fn problems_and_plans_are_written_and_read() {
    let problem = super::support::full_day(1);
    let text = serde_json::to_string(&problem).unwrap();
    assert_eq!(serde_json::from_str::<Problem>(&text).unwrap(), problem);
    let found = plan(&problem, 0).unwrap();
    let text = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<callout::route::Plan>(&text).unwrap(), found);
    assert!(serde_json::from_str::<Problem>("{}").is_ok(), "all is optional");
}
