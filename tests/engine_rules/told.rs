//! What a visit decides of its activity's row is so at every moment, in every store.

use crate::support::{stores, work, world};
use callout::engine::Engine;
use serde_json::{Value, json};
use uuid::Uuid;

fn listed(engine: &Engine, filter: &Value) -> Vec<Value> {
    let list = json!({"activity": {"list": {"filter": filter}}});
    let page = world::ask(engine, &world::manager(), &list).unwrap();
    page["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
}

/// Whether the activity is with a visit, and only there, also among its technician's.
fn planned(engine: &Engine, activity: Uuid) -> bool {
    let technician = work::technician();
    let [with, without] = [true, false].map(|planned| {
        let all = listed(engine, &json!({"planned": planned})).contains(&json!(activity));
        let own = json!({"planned": planned, "technician": technician});
        assert_eq!(listed(engine, &own).contains(&json!(activity)), all);
        all
    });
    assert!(with != without);
    world::assert_clean(engine);
    with
}

fn visit(engine: &Engine, activity: Uuid, day: u32) -> Uuid {
    let wall = |hour: u32| json!({"local": format!("2026-10-{day}T{hour:02}:00:00"), "zone": "Europe/Prague"});
    let plan = json!({"visit": {"plan": {"activity": activity, "technician": work::technician(),
        "starts": wall(9), "ends": wall(11)}}});
    engine.execute(&world::request(None, None, &plan)).unwrap().target
}

fn cancel(engine: &Engine, visit: Uuid) {
    let cancel = json!({"visit": {"cancel": {"reason": "Zákazník volal."}}});
    let view = world::get(engine, &world::manager(), "visit", visit).unwrap();
    let version = view["version"].as_u64();
    engine.execute(&world::request(Some(visit), version, &cancel)).unwrap();
}

#[test]
fn a_visit_tells_its_activity_and_takes_it_back() {
    for (_, store, _folder) in stores() {
        let engine = crate::support::engine_on(store, &super::clock());
        work::begin(&engine);
        let activity = work::assigned(&engine);
        assert!(!planned(&engine, activity));
        let first = visit(&engine, activity, 20);
        assert!(planned(&engine, activity));
        let second = visit(&engine, activity, 21);
        cancel(&engine, first);
        assert!(planned(&engine, activity), "the other one is still there");
        engine.execute(&world::note(activity, "Volat předem.")).unwrap();
        assert!(planned(&engine, activity), "the activity's own rows do not forget it");
        cancel(&engine, second);
        assert!(!planned(&engine, activity));
    }
}
