//! No technician is booked twice (E39).

use super::race::{Field, codes};
use crate::support::{id_of, work, world};
use callout::access::Actor;
use callout::engine::{Engine, Request};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

const DAYS: u32 = 28;

fn wall(day: u32, minute: u32) -> Value {
    let local = format!("2026-11-{day:02}T{:02}:{:02}:00", minute / 60, minute % 60);
    json!({"local": local, "zone": "Europe/Prague"})
}

/// Two hours from a minute of a day in November.
fn plan(manager: &Actor, activity: Uuid, day: u32, minute: u32) -> Request {
    let (starts, ends) = (wall(day, minute), wall(day, minute + 120));
    let plan = json!({"visit": {"plan": {"activity": activity, "technician": work::technician(),
        "starts": starts, "ends": ends, "despite": ["hours"]}}});
    world::request_of(manager, None, None, &plan)
}

fn moved(manager: &Actor, visit: Uuid, day: u32, minute: u32) -> Request {
    let (starts, ends) = (wall(day, minute), wall(day, minute + 120));
    let to = json!({"visit": {"move": {"starts": starts, "ends": ends, "despite": ["hours"]}}});
    world::request_of(manager, Some(visit), Some(1), &to)
}

/// What two managers want of one day: all of it overlaps, some of it moves visits of the evening.
fn wanted(engine: &Engine, activities: &[Uuid], day: u32) -> Vec<Request> {
    let managers = ["manager", "manager 2"].map(|name| Actor::manager(id_of(name)));
    let mut wanted = Vec::new();
    for (n, manager) in (0..).zip(&managers) {
        for (activity, minute) in activities.iter().zip([540, 570, 600]) {
            wanted.push(plan(manager, *activity, day, minute + 10 * n));
        }
        let evening = plan(manager, activities[0], day, 1_080 + 130 * n);
        let visit = engine.execute(&evening).expect("planned").target;
        wanted.push(moved(manager, visit, day, 555 + 30 * n));
    }
    wanted
}

/// From and to of all visits, in order.
fn booked(engine: &Engine) -> Vec<(String, String)> {
    let (mut booked, mut after) = (Vec::new(), Value::Null);
    loop {
        let mut list = json!({"filter": {"technician": work::technician()}, "limit": 50});
        if !after.is_null() {
            list["after"] = after;
        }
        let page = world::ask(engine, &world::manager(), &json!({"visit": {"list": list}}));
        let page = page.expect("a page");
        let at = |row: &Value, end: &str| row[end]["instant"].as_str().unwrap().to_owned();
        let rows = page["rows"].as_array().expect("rows").iter();
        booked.extend(rows.map(|row| (at(row, "starts"), at(row, "ends"))));
        match page.get("next") {
            Some(next) => after = next.clone(),
            None => return booked,
        }
    }
}

#[test]
fn two_managers_who_want_one_technician_at_one_time_do_not_both_get_him() {
    let field = Field::new();
    let engine = &field.engine;
    work::begin(engine);
    let activities: Vec<Uuid> = (0..3).map(|_| work::assigned(engine)).collect();
    let days: Vec<Vec<Request>> = (1..=DAYS).map(|day| wanted(engine, &activities, day)).collect();
    let refused = field.race(&days);
    assert_eq!(codes(&refused), BTreeSet::from(["VISIT-CLASH-01"]));
    world::assert_clean(engine);
    for day in &days {
        assert_eq!(field.done(day).len(), 1, "one of {} has the day", day.len());
    }
    let booked = booked(engine);
    assert!(booked.windows(2).all(|two| two[0].1 <= two[1].0), "{booked:?}");
    // Two evenings a day stood before; a day was either planned or is one of those, moved.
    let planned = days.iter().flat_map(|day| field.done(day)).filter(|r| r.version == 1).count();
    assert_eq!(booked.len(), 2 * DAYS as usize + planned);
}
