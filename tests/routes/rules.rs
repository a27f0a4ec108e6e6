//! What a plan keeps to, one rule at a time.

use super::support::{Dice, HOUR, anything, day, full_day, orders, problem, visit};
use callout::route::{
    Block, Breach, Call, Day, Elsewhere, Never, Pin, Problem, Reason, Span, Visit, Weights, plan,
    verify,
};

const STEPS: u64 = 20_000;

fn planned(problem: &Problem) -> callout::route::Plan {
    let plan = plan(problem, STEPS).expect("it is well formed");
    assert_eq!(verify(problem, &plan), [], "{plan:?}");
    plan
}

fn at(hour: i64, minute: i64) -> i64 {
    hour * HOUR + minute * 60
}

#[test]
fn the_same_question_has_the_same_answer() {
    let problem = full_day(1);
    assert_eq!(plan(&problem, 300_000), plan(&problem, 300_000));
}

#[test]
fn more_steps_are_never_worse() {
    for seed in 0..3 {
        let problem = full_day(seed);
        let mut last = (0, 0, i64::MIN);
        for steps in [0, 1_000, 5_000, 30_000, 100_000, 300_000, 600_000] {
            let plan = plan(&problem, steps).unwrap();
            assert_eq!(verify(&problem, &plan), []);
            let now = (plan.totals.priority, plan.totals.served, -plan.totals.cost);
            assert!(last <= now, "{seed}, {steps}: {last:?} {now:?}");
            last = now;
        }
    }
}

#[test]
fn steps_bound_the_effort() {
    let problem = full_day(1);
    let first = plan(&problem, 0).unwrap().steps;
    for steps in [50_000, 200_000] {
        let taken = plan(&problem, steps).unwrap().steps;
        assert!((steps..steps + first).contains(&taken), "{taken}");
    }
}

#[test]
fn visits_on_the_way_are_made_on_the_way() {
    let visits = [3, 1, 9, 2].map(|place| visit(place, 1)).to_vec();
    let plan = planned(&problem(vec![Day { end: None, ..day() }], visits));
    assert_eq!(orders(&plan), [[1, 3, 0, 2]]);
    assert_eq!(plan.totals.travel, 9 * 600);
}

#[test]
fn without_a_start_or_an_end_there_is_no_way_there() {
    for (start, end, travel, home) in
        [(None, None, 0, false), (Some(0), None, 3000, false), (None, Some(0), 3000, true)]
    {
        let plan = planned(&problem(vec![Day { start, end, ..day() }], vec![visit(5, 1)]));
        assert_eq!(plan.totals.travel, travel);
        assert_eq!(plan.routes[0].home.is_some(), home);
    }
}

/// The beginning of an hour of service that must begin in a window.
#[test]
fn service_begins_in_a_window() {
    for (windows, ends_within, begin) in [
        (vec![], false, Some(at(8, 10))),
        (vec![Span::new(at(10, 0), at(10, 0))], false, Some(at(10, 0))),
        (vec![Span::new(at(10, 0), at(10, 59))], true, None),
        (vec![Span::new(at(10, 0), at(11, 0))], true, Some(at(10, 0))),
        (vec![Span::new(0, at(8, 9)), Span::new(at(14, 0), at(15, 0))], false, Some(at(14, 0))),
        (vec![Span::new(0, at(8, 9))], false, None),
    ] {
        let it = Visit { windows, ends_within, ..visit(1, 1) };
        let plan = planned(&problem(vec![day()], vec![it.clone()]));
        let stop = plan.routes[0].stops.first();
        assert_eq!(stop.map(|it| it.begin), begin, "{it:?}");
        assert!(stop.is_none_or(|it| it.journey.time.to == it.begin), "he leaves home no earlier");
    }
}

/// Two hours from eleven on, over the pause from twelve to half past.
#[test]
fn a_pause_is_spanned_unless_it_is_kept() {
    let windows = vec![Span::new(at(11, 0), at(16, 0))];
    let mut problem = problem(vec![day()], vec![Visit { windows, ..visit(1, 2) }]);
    let stop = planned(&problem).routes[0].stops[0];
    assert_eq!((stop.begin, stop.end), (at(11, 0), at(13, 0)));
    problem.rules.keep_pauses = true;
    let stop = planned(&problem).routes[0].stops[0];
    assert_eq!((stop.begin, stop.end), (at(12, 30), at(14, 30)));
}

#[test]
fn service_ends_in_no_pause() {
    let windows = vec![Span::new(at(11, 15), at(16, 0))];
    let it = Visit { windows, duration: HOUR, ..visit(1, 1) };
    let stop = planned(&problem(vec![day()], vec![it])).routes[0].stops[0];
    assert_eq!((stop.begin, stop.end), (at(11, 30) + 1, at(12, 30) + 1));
}

#[test]
fn journeys_lie_in_the_shift_unless_they_may_not() {
    let windows = vec![Span::new(at(8, 0), at(8, 0))];
    let mut problem = problem(vec![day()], vec![Visit { windows, ..visit(6, 1) }]);
    let plan = planned(&problem);
    assert_eq!(plan.unserved[0].reason, Reason::NeverFits(Never::Journey));
    problem.rules.commute_outside = true;
    let plan = planned(&problem);
    assert_eq!(plan.routes[0].stops[0].journey.time, Span::new(at(7, 0), at(8, 0)));
    assert_eq!(plan.totals.travel, 2 * HOUR);
}

#[test]
fn blocks_are_respected() {
    let wall = |from, to, place| Block { time: Span::new(from, to), place };
    for (block, begin, stops) in [
        // No room for an hour before it.
        (wall(at(8, 30), at(10, 0), None), at(10, 0), 1),
        // Room for the journey only.
        (wall(at(8, 5), at(9, 0), None), at(9, 10), 1),
        // Where he is afterwards is two away.
        (wall(at(8, 30), at(10, 0), Some(3)), at(10, 20), 2),
        // Long past, and so of no matter.
        (wall(at(2, 0), at(3, 0), Some(9)), at(8, 10), 1),
    ] {
        let day = Day { blocks: vec![block], ..day() };
        let plan = planned(&problem(vec![day], vec![visit(1, 1)]));
        let route = &plan.routes[0];
        let stop = route.stops.iter().find(|it| it.call == Call::Visit(0)).unwrap();
        assert_eq!((stop.begin, route.stops.len()), (begin, stops), "{block:?}");
    }
}

#[test]
fn pinned_visits_stay() {
    let pinned = Some(Pin { day: 1, begin: at(12, 5) });
    let skills = [7].into();
    let mut visits = vec![Visit { pinned, skills, ..visit(4, 1) }];
    visits.extend((0..9).map(|place| visit(place, 1)));
    let plan = planned(&problem(vec![day(), day()], visits));
    let stops = &plan.routes[1].stops;
    let stop = stops.iter().find(|it| it.call == Call::Visit(0)).unwrap();
    assert_eq!((stop.begin, stop.late, stop.elsewhere), (at(12, 5), false, None));
    assert_eq!(plan.totals.served, 10);
}

#[test]
fn only_what_is_pinned_is_late() {
    let pin = |place, begin| {
        let pinned = Some(Pin { day: 0, begin });
        Visit { pinned, ..visit(place, 1) }
    };
    let visits = vec![pin(1, at(9, 0)), pin(9, at(10, 30)), pin(2, at(16, 0)), visit(9, 1)];
    let plan = planned(&problem(vec![day()], visits));
    let route = &plan.routes[0];
    let late: Vec<bool> = route.stops.iter().map(|it| it.late).collect();
    assert_eq!((late, route.late_home), (vec![false, true, false, false], true));
}

#[test]
fn a_visit_without_a_place_is_made_where_he_is() {
    let windows = |hour| vec![Span::new(at(hour, 0), at(hour, 30))];
    let visits = vec![
        Visit { windows: windows(9), ..visit(4, 1) },
        Visit { windows: windows(10), place: None, ..visit(0, 1) },
        Visit { windows: windows(13), ..visit(5, 1) },
    ];
    let plan = planned(&problem(vec![day()], visits));
    assert_eq!(orders(&plan), [[0, 1, 2]]);
    assert_eq!(plan.totals.travel, 10 * 600);
}

#[test]
fn who_has_the_skills_goes() {
    let days = vec![
        Day { skills: [1, 2].into(), ..day() },
        Day { skills: [1, 2, 3].into(), start: Some(9), end: Some(9), ..day() },
    ];
    let it = Visit { skills: [1, 3].into(), ..visit(0, 1) };
    assert_eq!(orders(&planned(&problem(days, vec![it]))), [vec![], vec![0]]);
}

#[test]
fn priority_counts_before_number_and_number_before_travel() {
    let short = |priority| Visit { priority, ..visit(1, 4) };
    let long = |priority| Visit { priority, ..visit(9, 6) };
    for (visits, served) in [
        (vec![short(1), short(1), long(3)], vec![2]),
        (vec![short(1), short(1), long(2)], vec![0, 1]),
        (vec![short(0), long(1)], vec![1]),
        (vec![short(0), Visit { priority: 0, ..visit(2, 1) }], vec![0, 1]),
    ] {
        let spans = vec![Span::new(at(8, 0), at(17, 0))];
        let plan = planned(&problem(vec![Day { spans, ..day() }], visits));
        let mut order = orders(&plan)[0].clone();
        order.sort_unstable();
        assert_eq!(order, served);
    }
}

/// A visit and a day, and why it is not served.
#[test]
fn every_reason_is_told() {
    let named =
        |days: &[usize]| Visit { days: Some(days.iter().copied().collect()), ..visit(1, 1) };
    let wall = Block { time: Span::new(at(8, 0), at(16, 0)), place: None };
    for (it, day, reason) in [
        (Visit { skills: [9].into(), ..visit(1, 1) }, day(), Reason::NoSkill),
        (named(&[]), day(), Reason::NotAllowed),
        (Visit { skills: [9].into(), ..named(&[]) }, day(), Reason::NoSkill),
        (visit(1, 9), day(), Reason::NeverFits(Never::Hours)),
        (visit(1, 1), Day { spans: vec![], ..day() }, Reason::NeverFits(Never::Hours)),
        (visit(9, 7), day(), Reason::NeverFits(Never::Journey)),
        (visit(1, 1), Day { blocks: vec![wall], ..day() }, Reason::NeverFits(Never::Taken)),
        (visit(1, 1), Day { max_visits: Some(0), ..day() }, Reason::NeverFits(Never::Taken)),
    ] {
        let plan = planned(&problem(vec![day], vec![it.clone()]));
        assert_eq!(plan.unserved[0].reason, reason, "{it:?}");
        let counts = plan.totals.unserved;
        let sum = counts.no_skill + counts.not_allowed + counts.never_fits + counts.crowded;
        assert_eq!((plan.totals.served, sum), (0, 1));
    }
}

#[test]
fn who_has_no_room_is_crowded_out_of_the_days_that_would_do() {
    let days = vec![day(), Day { max_visits: Some(1), ..day() }, Day { spans: vec![], ..day() }];
    let visits = vec![visit(1, 7), visit(1, 7), Visit { priority: 0, ..visit(1, 7) }];
    let plan = planned(&problem(days, visits));
    assert_eq!(plan.unserved.len(), 1);
    assert_eq!(plan.unserved[0].visit, 2);
    assert_eq!(plan.unserved[0].reason, Reason::Crowded { days: vec![0, 1] });
    assert_eq!(plan.totals.unserved.crowded, 1);
}

#[test]
fn weights_change_who_goes() {
    let visits: Vec<Visit> = (1..=4).map(|_| visit(1, 1)).collect();
    let days = vec![day(), Day { start: Some(3), end: Some(3), ..day() }];
    let mut problem = problem(days, visits);
    let count = |problem: &Problem| orders(&planned(problem)).iter().map(Vec::len).collect();
    let near: Vec<usize> = count(&problem);
    assert_eq!(near, [4, 0], "all by who lives near");
    problem.weights.fairness = 10;
    let fair: Vec<usize> = count(&problem);
    assert_eq!(fair, [2, 2], "half each");
    problem.weights = Weights { day: 100_000, fairness: 1, ..Weights::default() };
    let one: Vec<usize> = count(&problem);
    assert_eq!(one, [4, 0], "one goes rather than two");
}

#[test]
fn waiting_can_cost() {
    let windows = |from, to| vec![Span::new(at(from, 0), at(to, 0))];
    let visits = vec![
        Visit { windows: windows(8, 16), ..visit(0, 1) },
        Visit { windows: windows(14, 14), ..visit(0, 1) },
    ];
    let mut problem = problem(vec![day(), Day { start: Some(1), end: Some(1), ..day() }], visits);
    assert!(planned(&problem).totals.waiting <= 4 * HOUR + 1800);
    problem.weights.waiting = 1;
    assert_eq!(planned(&problem).totals.waiting, 0);
}

#[test]
fn what_it_would_cost_elsewhere_is_told() {
    let days = vec![day(), Day { start: Some(3), end: Some(3), ..day() }];
    let plan = planned(&problem(days, vec![visit(1, 1)]));
    let expected = Some(Elsewhere { day: 1, extra: 2 * 600 });
    assert_eq!(plan.routes[0].stops[0].elsewhere, expected);
}

#[test]
fn nothing_is_planned_for_nobody() {
    for problem in [Problem::default(), problem(vec![day()], vec![])] {
        assert_eq!(planned(&problem).totals.served, 0);
    }
    let plan = planned(&problem(vec![], vec![visit(1, 1)]));
    assert_eq!(plan.unserved[0].reason, Reason::NoSkill);
}

#[test]
fn a_wrong_plan_is_found_out() {
    let block = Block { time: Span::new(at(10, 0), at(11, 0)), place: Some(2) };
    let days = vec![Day { blocks: vec![block], max_visits: Some(2), ..day() }];
    let problem = problem(days, vec![visit(1, 1), visit(3, 2)]);
    let right = planned(&problem);
    let wrong = |change: fn(&mut callout::route::Plan)| {
        let mut plan = right.clone();
        change(&mut plan);
        verify(&problem, &plan)
    };
    for (found, breach) in [
        (wrong(|it| it.routes.clear()), Breach::Routes),
        (wrong(|it| it.totals.travel += 1), Breach::Sum { day: None }),
        (wrong(|it| it.routes[0].travel += 1), Breach::Sum { day: Some(0) }),
        (wrong(|it| it.routes[0].stops.truncate(2)), Breach::Count { visit: 1 }),
        (wrong(|it| it.routes[0].stops[0].begin = 0), Breach::Hours { visit: 0 }),
        (wrong(|it| it.routes[0].stops[0].end += 1), Breach::Moved { day: 0, stop: 0 }),
        (wrong(|it| it.routes[0].stops[1].begin += 1), Breach::Moved { day: 0, stop: 1 }),
        (wrong(|it| it.routes[0].stops[1].late = true), Breach::Late { day: 0, stop: 1 }),
        (wrong(|it| it.routes[0].stops.swap(0, 1)), Breach::Journey { day: 0, stop: 1 }),
        (
            wrong(|it| it.routes[0].stops.retain(|it| it.call != Call::Block(0))),
            Breach::Block { day: 0, block: 0 },
        ),
        (wrong(|it| it.routes[0].home = None), Breach::Journey { day: 0, stop: 3 }),
        (
            wrong(|it| it.routes[0].stops[0].call = Call::Visit(9)),
            Breach::Unknown { day: 0, stop: 0 },
        ),
    ] {
        assert!(found.contains(&breach), "{breach:?} is not in {found:?}");
    }
    let mut other = problem.clone();
    other.days[0].max_visits = Some(1);
    other.visits[0].skills = [4].into();
    let found = verify(&other, &right);
    assert_eq!(found, [Breach::NotHis { visit: 0 }, Breach::Full { day: 0 }]);
}

/// Whatever is asked, what is answered is right, even after few steps.
#[test]
fn hasty_plans_are_right_as_well() {
    for seed in 1_000..1_400 {
        let problem = anything(&mut Dice(seed));
        let plan = plan(&problem, seed % 500).unwrap();
        assert_eq!(verify(&problem, &plan), [], "{seed}: {problem:?} {plan:?}");
    }
}
