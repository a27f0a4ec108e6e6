//! Work up to the bill: a technician, prices, and activities whose lines are released.

use super::{id_of, world};
use callout::engine::{Engine, Receipt};
use serde_json::{Value, json};
use uuid::Uuid;

/// The one who drives.
pub fn technician() -> Uuid {
    id_of("vrana")
}

/// Executes a command of the manager.
pub fn told(engine: &Engine, target: Uuid, expected: Option<u64>, command: &Value) -> Receipt {
    engine.execute(&world::request(Some(target), expected, command)).expect("done")
}

/// The company with a technician and prices. One person may approve what he reported: these
/// suites are about something else.
pub fn begin(engine: &Engine) {
    world::founded(engine);
    let settings = json!({"company": {"update": {"settings": {"four_eyes": false}}}});
    told(engine, world::company(), Some(1), &settings);
    let enlist = json!({"technician": {"create": {"name": "Karel Vrána"}}});
    told(engine, technician(), None, &enlist);
    let items = json!({
        "PRACE": {"name": "Práce technika", "unit": "hour", "price": "890.00"},
        "FILTR": {"name": "Filtrační vložka", "unit": "piece", "price": "1249.90"},
    });
    let publish = json!({"price_list": {"publish": {"name": "Ceník 2026", "currency": "CZK",
        "valid_from": "2026-01-01", "items": items}}});
    told(engine, id_of("ceník"), None, &publish);
}

/// An open activity with the technician on it, at version 3.
pub fn assigned(engine: &Engine) -> Uuid {
    let activity = world::open_activity(engine);
    let assign = json!({"activity": {"assign": {"technicians": [technician()]}}});
    told(engine, activity, Some(2), &assign);
    activity
}

/// Reports two hours and one filter; their lines.
pub fn reported(engine: &Engine, activity: Uuid) -> Vec<Uuid> {
    for (kind, code, name, unit, quantity) in [
        ("labour", "PRACE", "Práce technika", "hour", "2"),
        ("part", "FILTR", "Filtrační vložka", "piece", "1"),
    ] {
        let content = json!({"kind": kind, "code": code, "name": name, "unit": unit});
        let line = json!({"report": {"report_line": {"content": content, "quantity": quantity}}});
        told(engine, activity, None, &line);
    }
    lines(engine, activity)
}

/// The lines of a report.
pub fn lines(engine: &Engine, activity: Uuid) -> Vec<Uuid> {
    let report = world::get(engine, &world::manager(), "report", activity).expect("a report");
    let lines = report["state"]["lines"].as_array().expect("lines");
    lines.iter().map(|line| line["id"].as_str().unwrap_or_default().parse().expect("id")).collect()
}

/// An activity whose lines are approved and released: they may be billed.
pub fn released(engine: &Engine) -> Uuid {
    let activity = assigned(engine);
    for line in reported(engine, activity) {
        told(engine, activity, None, &json!({"report": {"approve": {"line": line}}}));
    }
    told(engine, activity, None, &json!({"report": {"release": {}}}));
    activity
}
