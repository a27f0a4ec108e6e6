//! Bounds of planning, and what the tools say: who may come, when, and how much is looked at.

use super::{code, on_each};
use crate::support::world;
use callout::engine::{Engine, Query, QueryRequest, tool};
use callout::error::Error;
use serde_json::{Value, json};
use uuid::Uuid;

fn create(engine: &Engine, command: &Value) -> Uuid {
    engine.execute(&world::request(None, None, command)).unwrap().target
}

fn change(engine: &Engine, noun: &str, id: Uuid, command: &Value) -> Result<(), Error> {
    super::bounds::change(engine, noun, id, command.clone())
}

fn technician(engine: &Engine, n: u32) -> Uuid {
    create(engine, &json!({"technician": {"create": {"name": format!("Technik {n:04}")}}}))
}

fn ask(engine: &Engine, query: Value) -> Result<Value, Error> {
    let query: Query = serde_json::from_value(query).unwrap();
    let (company, actor) = (world::company(), world::manager());
    let answer = engine.query(&QueryRequest { company, actor, query })?;
    Ok(serde_json::to_value(answer).unwrap())
}

fn period(from: &str, to: &str) -> Value {
    json!({"from": format!("{from}T00:00:00Z"), "to": format!("{to}T00:00:00Z")})
}

#[test]
fn a_technician_has_so_many_skills_days_and_busy_times() {
    on_each(|engine| {
        let id = technician(engine, 1);
        let skills = |n: u32| -> Vec<Value> {
            (0..n).map(|n| json!({"name": format!("skill {n}")})).collect()
        };
        change(engine, "technician", id, &json!({"set_skills": {"skills": skills(100)}})).unwrap();
        let more =
            change(engine, "technician", id, &json!({"set_skills": {"skills": skills(101)}}));
        assert_eq!(code(more), "TECHNICIAN-SKILL-03");

        // Days that are over for a year make room, those to come do not.
        let first: chrono::NaiveDate = "2024-01-01".parse().unwrap();
        let day = |n: u64| json!({"set_day": {"date": first + chrono::Days::new(n), "hours": []}});
        for n in 0..400 {
            change(engine, "technician", id, &day(n)).unwrap();
        }
        change(engine, "technician", id, &day(400)).unwrap();
        let far = |n: u64| day(2_000 + n);
        let mut n = 0;
        let refused = loop {
            match change(engine, "technician", id, &far(n)) {
                Ok(()) => n += 1,
                Err(error) => break error,
            }
        };
        assert_eq!(refused.code(), "TECHNICIAN-DAY-01");
        assert!(n > 300, "{n} days of the future are taken");

        let busy = |n: i64| -> Vec<Value> {
            let at = |n: i64| {
                let from = chrono::DateTime::from_timestamp(1_800_000_000 + n * 600, 0).unwrap();
                json!({"from": from, "to": from + chrono::TimeDelta::minutes(5)})
            };
            (0..n).map(at).collect()
        };
        let set = |calendar: u32, n: i64| json!({"set_busy": {"calendar": format!("k{calendar}"), "busy": busy(n)}});
        change(engine, "technician", id, &set(0, 2_000)).unwrap();
        assert_eq!(code(change(engine, "technician", id, &set(0, 2_001))), "TECHNICIAN-BUSY-01");
        for calendar in 1..10 {
            change(engine, "technician", id, &set(calendar, 1)).unwrap();
        }
        assert_eq!(code(change(engine, "technician", id, &set(10, 1))), "TECHNICIAN-BUSY-01");
        // One that is known no more makes room for another.
        change(engine, "technician", id, &set(0, 0)).unwrap();
        change(engine, "technician", id, &set(10, 1)).unwrap();
    });
}

#[test]
fn an_activity_asks_for_so_much() {
    on_each(|engine| {
        let id = world::open_activity(engine);
        let require = |body: Value| change(engine, "activity", id, &json!({"require": body}));
        let skills =
            |n: u32| json!({"skills": (0..n).map(|n| format!("s{n}")).collect::<Vec<_>>()});
        require(skills(20)).unwrap();
        assert_eq!(code(require(skills(21))), "ACTIVITY-REQUIRE-02");
        require(json!({"minutes": 20_160})).unwrap();
        assert_eq!(code(require(json!({"minutes": 20_161}))), "ACTIVITY-REQUIRE-01");
        for path in ["windows", "blackouts"] {
            let periods = |n: usize| json!({path: vec![period("2026-11-01", "2026-11-02"); n]});
            require(periods(100)).unwrap();
            assert_eq!(code(require(periods(101))), "ACTIVITY-REQUIRE-03");
        }
    });
}

#[test]
fn so_many_technicians_are_looked_at() {
    on_each(|engine| {
        let ids: Vec<Uuid> = (0..200).map(|n| technician(engine, n)).collect();
        let week = period("2026-11-02", "2026-11-09");
        let found = ask(engine, json!({"availability": {"within": week}})).unwrap();
        assert_eq!(found["technicians"].as_array().unwrap().len(), 200);
        let days = |to: &str| json!({"within": period("2026-11-02", to), "technicians": ids});
        ask(engine, json!({"availability": days("2027-02-10")})).unwrap();
        let more = ask(engine, json!({"availability": days("2027-02-11")}));
        assert_eq!(code(more), "AVAILABILITY-ASK-02");
        technician(engine, 200);
        let all = ask(engine, json!({"availability": {"within": week}}));
        assert_eq!(code(all), "AVAILABILITY-ASK-04");
    });
}

#[test]
fn so_many_visits_come_in_one_answer() {
    on_each(|engine| {
        let id = technician(engine, 1);
        let mut activity = world::open_activity(engine);
        let visit = |activity: Uuid, n: i64| {
            let begins = chrono::NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
            let begins = begins.and_hms_opt(0, 0, 0).unwrap() + chrono::TimeDelta::minutes(n * 10);
            let at = |minutes| {
                let local = begins + chrono::TimeDelta::minutes(minutes);
                json!({"local": local.format("%FT%T").to_string(), "zone": "UTC"})
            };
            let plan = json!({"activity": activity, "technician": id, "starts": at(0),
                "ends": at(5), "assign": true});
            create(engine, &json!({"visit": {"plan": plan}}));
        };
        for n in 0..2_000 {
            if n % 500 == 0 {
                activity = world::open_activity(engine);
            }
            visit(activity, n);
        }
        let query = json!({"availability": {"within": period("2026-11-01", "2026-12-01")}});
        let found = ask(engine, query.clone()).unwrap();
        let busy = found["technicians"][0]["busy"].as_array().unwrap();
        assert_eq!(busy.iter().filter(|busy| busy["why"] == "visit").count(), 2_000);
        visit(world::open_activity(engine), 2_000);
        assert_eq!(code(ask(engine, query)), "AVAILABILITY-ASK-03");
    });
}

#[test]
fn a_tool_says_what_it_cannot() {
    let candidate = json!({"id": Uuid::from_u128(1)});
    let find = |within: Value, more: Value| {
        let mut asked = json!({"within": within, "minutes": 60, "candidates": [candidate]});
        let more = more.as_object().unwrap().clone();
        asked.as_object_mut().unwrap().extend(more);
        asked
    };
    let day = period("2026-11-02", "2026-11-03");
    let rule = |rule: &str, more: Value| {
        let start = json!({"local": "2026-01-05T08:00:00", "zone": "Europe/Prague"});
        let mut asked = json!({"start": start, "rrule": rule, "limit": 10_000});
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        asked
    };
    let days = |n: i64| -> Vec<String> {
        let first =
            chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(8, 0, 0).unwrap();
        (0..n).map(|n| (first + chrono::TimeDelta::days(n)).format("%FT%T").to_string()).collect()
    };
    let table = [
        ("nothing", json!({}), "TOOL-NAME-01"),
        ("holidays", json!({"country": "US", "year": 2026}), "TOOL-HOLIDAYS-01"),
        ("holidays", json!({"country": "CZ", "year": 1999}), "TOOL-HOLIDAYS-01"),
        ("holidays", json!({"country": "CZ"}), "REQUEST-FIELD-02"),
        (
            "free_busy",
            json!({"within": period("2026-11-03", "2026-11-02"), "workers": []}),
            "TOOL-TIME-01",
        ),
        (
            "free_busy",
            json!({"within": period("2026-11-03", "2029-11-02"), "workers": []}),
            "TOOL-TIME-01",
        ),
        ("find_slots", find(period("2026-11-03", "2026-11-02"), json!({})), "SLOT-ASK-01"),
        ("find_slots", find(period("2026-11-03", "2029-11-02"), json!({})), "SLOT-ASK-01"),
        ("find_slots", find(day.clone(), json!({"minutes": 20_161})), "SLOT-ASK-02"),
        ("find_slots", find(day.clone(), json!({"crew": 11})), "SLOT-ASK-02"),
        ("find_slots", find(day.clone(), json!({"count": 101})), "SLOT-ASK-02"),
        ("find_slots", find(day.clone(), json!({"step": 25})), "SLOT-ASK-02"),
        ("expand_recurrence", rule("FREQ=WEEKLY;BYDAY=2MO", json!({})), "TOOL-RULE-01"),
        (
            "expand_recurrence",
            rule("FREQ=YEARLY;BYYEARDAY=366", json!({"short_months": "last_day"})),
            "TOOL-RULE-02",
        ),
        ("expand_recurrence", rule("FREQ=MONTHLY;SKIP=FORWARD", json!({})), "TOOL-RULE-03"),
        ("expand_recurrence", rule("FREQ=DAILY", json!({"limit": 10_001})), "TOOL-RULE-04"),
        ("expand_recurrence", rule("FREQ=DAILY", json!({"rdate": days(2_001)})), "TOOL-RULE-04"),
        // A million seconds are gone through, and no more.
        (
            "expand_recurrence",
            rule("FREQ=SECONDLY", json!({"from": "2026-02-05T08:00:00"})),
            "TOOL-RULE-05",
        ),
        ("plan_routes", json!({"problem": {}, "steps": 10_000_000_001_u64}), "TOOL-ROUTE-01"),
        (
            "plan_routes",
            json!({"problem": {"travel": {"places": 2, "seconds": [0, 1]}}, "steps": 0}),
            "TOOL-ROUTE-02",
        ),
        ("plan_routes", json!({"problem": {"days": [{"start": 0}]}, "steps": 0}), "TOOL-ROUTE-03"),
        (
            "plan_routes",
            json!({"problem": {"visits": [{"duration": -1}]}, "steps": 0}),
            "TOOL-ROUTE-04",
        ),
        ("find_slots", find(day.clone(), json!({"place": 0})), "SLOT-ASK-03"),
        ("find_slots", find(day.clone(), json!({"travel": [[0, 1]]})), "SLOT-ASK-03"),
    ];
    for (name, asked, refused) in table {
        let answer = tool(name, asked.to_string().as_bytes());
        assert_eq!(answer.unwrap_err().code(), refused, "{name} {asked}");
    }
    // To the last year that can be written, and not beyond.
    let years = tool("expand_recurrence", rule("FREQ=YEARLY", json!({})).to_string().as_bytes());
    let years: Value = serde_json::from_slice(&years.unwrap()).unwrap();
    let shown = years["occurrences"].as_array().unwrap();
    assert_eq!((shown.len(), &years["complete"]), (7_974, &json!(true)));
    assert_eq!(shown[7_973]["local"], "9999-01-05T08:00:00");
    let beside = json!({"rdate": days(2_000), "exdate": days(2_000)});
    tool("expand_recurrence", rule("FREQ=DAILY", beside).to_string().as_bytes()).unwrap();
    let most = json!({"minutes": 20_160, "crew": 10, "count": 100});
    tool("find_slots", find(period("2026-11-03", "2028-11-02"), most).to_string().as_bytes())
        .unwrap();
}

/// Of two gaps of a day the one is the best from which he drives the least.
#[test]
fn a_slot_counts_the_way_there_and_on() {
    let at = |hour: u32| format!("2026-11-02T{hour:02}:00:00Z");
    let visit = |from, to, place| json!({"period": {"from": at(from), "to": at(to)}, "why": "visit", "place": place});
    // Home is 0, the work at 3; 2 is a quarter of an hour from it, and 1 an hour.
    let travel = json!([
        [0, 3_600, 1_800, 2_700],
        [3_600, 0, 1_800, 3_600],
        [1_800, 1_800, 0, 900],
        [2_700, 3_600, 900, 0]
    ]);
    let asked = json!({
        "within": {"from": at(6), "to": at(18)},
        "minutes": 60,
        "place": 3,
        "travel": travel,
        "candidates": [{
            "id": Uuid::from_u128(1),
            "home": 0,
            "working_time": {"zone": "UTC",
                "hours": [{"weekday": "monday", "from": "08:00:00", "to": "17:00:00"}]},
            "busy": [visit(9, 10, 1), visit(13, 14, 2), visit(16, 17, 2)]
        }]
    });
    let found: Value =
        serde_json::from_slice(&tool("find_slots", asked.to_string().as_bytes()).unwrap()).unwrap();
    let shown: Vec<(String, u64)> = found["slots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| {
            let part = &slot["parts"][0];
            (part["period"]["from"].as_str().unwrap().to_owned(), part["travel"].as_u64().unwrap())
        })
        .collect();
    // Before nine he has no hour with the way to the next. From ten an hour there, a quarter on,
    // in place of half an hour; after two a quarter there and a quarter back.
    let wanted =
        [("2026-11-02T14:15:00Z".to_owned(), 1_800), ("2026-11-02T11:00:00Z".to_owned(), 2_700)];
    assert_eq!(shown, wanted);
}
