//! How much one record holds, and how many of a kind belong together.

use super::support::world;
use super::{code, on_each};
use callout::engine::{Engine, MAX_LONG_RECORD, MAX_RECORD, ROOM_TO_END};
use callout::equipment::MAX_WHOLES;
use callout::error::Error;
use callout::noun::MAX_TEXT;
use callout::visit::MAX_VISITS;
use serde_json::{Value, json};
use uuid::Uuid;

const FULL: &str = "RECORD-SIZE-01";

/// Notes of the greatest length until no more is taken; how many there are.
fn filled(engine: &Engine, activity: Uuid) -> usize {
    let text = "ž".repeat(MAX_TEXT);
    for n in 0..100 {
        if let Err(error) = engine.execute(&world::note(activity, &text)) {
            assert_eq!(error.code(), FULL);
            assert_ne!(error.message(), error.message_cs());
            return n;
        }
    }
    panic!("no end of it");
}

fn version(engine: &Engine, noun: &str, id: Uuid) -> u64 {
    let view = world::get(engine, &world::manager(), noun, id).unwrap();
    view["version"].as_u64().unwrap()
}

pub(crate) fn change(engine: &Engine, noun: &str, id: Uuid, verb: Value) -> Result<(), Error> {
    let version = version(engine, noun, id);
    engine.execute(&world::request(Some(id), Some(version), &json!({noun: verb}))).map(|_| ())
}

/// A change by so many letters that is refused: one letter more than there is room for is refused
/// too, and what just fits is taken.
fn to_the_byte(most: u64, letters: usize, change: &dyn Fn(usize) -> Result<(), Error>) {
    let bytes = |letters: usize| {
        let error = change(letters).unwrap_err();
        assert_eq!((error.code(), error.details()["most"].as_u64()), (FULL, Some(most)));
        error.details()["bytes"].as_u64().unwrap()
    };
    let fits = letters - (bytes(letters) - most) as usize;
    assert_eq!(bytes(fits + 1), most + 1);
    change(fits).unwrap();
}

/// Letters for many names, two hundred for each of the first.
fn spread(letters: usize, n: usize) -> String {
    "x".repeat(letters.saturating_sub(200 * n).min(200))
}

#[test]
fn a_record_that_is_full_takes_nothing_in_and_is_ended_all_the_same() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        let notes = filled(engine, activity);
        assert_eq!(notes as u64, MAX_RECORD / (2 * MAX_TEXT as u64 + 250));
        let note = |letters: usize| {
            engine.execute(&world::note(activity, &"x".repeat(letters))).map(|_| ())
        };
        while note(MAX_TEXT / 2).is_ok() {}
        to_the_byte(MAX_RECORD, MAX_TEXT / 2, &note);
        assert_eq!(code(note(1)), FULL);
        let link = json!({"noun": "activity", "system": "sap", "value": "x".repeat(400)});
        let link = json!({"record": {"link": link}});
        assert_eq!(code(engine.execute(&world::request(Some(activity), None, &link))), FULL);
        // What is there is decided about, ended and forgotten.
        let reason = "ž".repeat(MAX_TEXT);
        change(engine, "activity", activity, json!({"cancel": {"reason": reason}})).unwrap();
        change(engine, "activity", activity, json!({"reopen": {"reason": "omyl"}})).unwrap();
        change(engine, "activity", activity, json!({"complete": {}})).unwrap();
        let erase = json!({"erase_persons": {"persons": [activity], "reason": "žádost"}});
        change(engine, "company", world::company(), erase).unwrap();
        engine.execute(&world::note(activity, "x")).unwrap();
    });
}

/// Not even in the room that is left to decide and end does it grow without end.
#[test]
fn the_room_to_end_has_an_end() {
    on_each(|engine| {
        let fields_and = |bytes: u64, letters: usize| -> Vec<Value> {
            let field = |n: usize| {
                let label = "ž".repeat(200) + &spread(letters, n);
                json!({"key": format!("field_{n}"), "label": label, "kind": "text"})
            };
            (0..bytes as usize / field(usize::MAX / 400).to_string().len()).map(field).collect()
        };
        let fields = |bytes| fields_and(bytes, 0);
        let define = |fields| {
            let define = json!({"equipment_type": {"create": {"name": "Stroj", "fields": fields}}});
            Ok::<_, Error>(engine.execute(&world::request(None, None, &define))?.target)
        };
        assert_eq!(code(define(fields(MAX_RECORD + MAX_RECORD / 4))), FULL);
        let kind = define(fields(MAX_RECORD * 3 / 4)).unwrap();
        let change_to = |bytes| {
            let to = json!({"update": {"fields": fields(bytes)}});
            change(engine, "equipment_type", kind, to)
        };
        change_to(MAX_RECORD + ROOM_TO_END * 3 / 4).unwrap();
        to_the_byte(MAX_RECORD + ROOM_TO_END, 500_000, &|letters| {
            let fields = fields_and(MAX_RECORD + ROOM_TO_END * 3 / 4, letters);
            change(engine, "equipment_type", kind, json!({"update": {"fields": fields}}))
        });
        assert_eq!(code(change_to(MAX_RECORD + ROOM_TO_END * 5 / 4)), FULL);
        // What makes it smaller is taken, however large it still is.
        change_to(MAX_RECORD + ROOM_TO_END / 2).unwrap();
    });
}

#[test]
fn a_price_list_has_ten_thousand_items() {
    on_each(|engine| {
        let items = |of: &str, name: usize| -> Value {
            let item = |n| {
                (
                    format!("{of}-{n:06}"),
                    json!({"name": "ž".repeat(name),
                "unit": "piece", "price": "1234.50"}),
                )
            };
            (0..10_000).map(item).collect()
        };
        let list = json!({"name": "Ceník", "currency": "CZK", "valid_from": "2026-01-01",
            "items": items("A", 140)});
        let publish = world::request(None, None, &json!({"price_list": {"publish": list}}));
        let list = engine.execute(&publish).unwrap().target;
        let more = json!({"set_items": {"items": items("B", 140)}});
        assert_eq!(code(change(engine, "price_list", list, more)), FULL);
        change(engine, "price_list", list, json!({"set_items": {"items": items("A", 1)}})).unwrap();
    });
}

/// With the room that is left to mend its prices.
#[test]
fn a_price_list_is_four_times_as_long() {
    let items = |of: &str, many: usize, letters: usize| -> Value {
        let item = |n: usize| {
            let name = format!("{of}{}", spread(letters, n));
            (format!("{of}-{n:06}"), json!({"name": name, "unit": "piece", "price": "1234.50"}))
        };
        (0..many).map(item).collect()
    };
    on_each(|engine| {
        let list = json!({"name": "Ceník", "currency": "CZK", "valid_from": "2026-01-01",
            "items": items("A", 10_000, 2_000_000)});
        let publish = world::request(None, None, &json!({"price_list": {"publish": list}}));
        let list = engine.execute(&publish).unwrap().target;
        to_the_byte(MAX_LONG_RECORD + ROOM_TO_END, 2_400_000, &|letters| {
            let more = json!({"set_items": {"items": items("B", 12_000, letters)}});
            change(engine, "price_list", list, more)
        });
    });
}

fn machine(engine: &Engine, parent: Option<Uuid>) -> Result<Uuid, Error> {
    let card = json!({"name": "Díl", "parent": parent});
    let create = json!({"customer": world::customer(), "card": card});
    let create = json!({"equipment": {"create": create}});
    Ok(engine.execute(&world::request(None, None, &create))?.target)
}

#[test]
fn a_part_of_a_part_has_an_end() {
    on_each(|engine| {
        let mut parts = vec![machine(engine, None).unwrap()];
        for _ in 0..MAX_WHOLES {
            parts.push(machine(engine, parts.last().copied()).unwrap());
        }
        assert_eq!(code(machine(engine, parts.last().copied())), "EQUIPMENT-PARENT-04");
        // What came to stand above a part keeps nobody from mending its card.
        let top = machine(engine, None).unwrap();
        let card = json!({"update_card": {"parent": top}});
        change(engine, "equipment", parts[0], card).unwrap();
        let (last, above) = (parts[MAX_WHOLES], parts[MAX_WHOLES - 1]);
        let card = json!({"update_card": {"parent": above}});
        change(engine, "equipment", last, card.clone()).unwrap();
        let loose = machine(engine, None).unwrap();
        assert_eq!(code(change(engine, "equipment", loose, card)), "EQUIPMENT-PARENT-04");
    });
}

#[test]
fn an_activity_has_a_last_visit() {
    on_each(|engine| {
        let technician = json!({"technician": {"create": {"name": "Jan Novák"}}});
        let technician = engine.execute(&world::request(None, None, &technician)).unwrap().target;
        let activity = world::open_activity(engine);
        change(engine, "activity", activity, json!({"assign": {"technicians": [technician]}}))
            .unwrap();
        let plan = |n: u32| {
            let at = chrono::NaiveDate::from_ymd_opt(2026, 10, 15)
                .unwrap()
                .and_hms_opt(0, 0, 0)
                .unwrap()
                + chrono::TimeDelta::hours(i64::from(n));
            let at = |minutes| {
                let local = at + chrono::TimeDelta::minutes(minutes);
                json!({"local": local.format("%FT%T").to_string(), "zone": "UTC"})
            };
            let plan = json!({"activity": activity, "technician": technician, "starts": at(0),
                "ends": at(30), "despite": ["hours"]});
            engine.execute(&world::request(None, None, &json!({"visit": {"plan": plan}})))
        };
        for n in 0..MAX_VISITS {
            let visit = plan(n).unwrap().target;
            // A cancelled one counts: it may have been gone to all the same.
            if n == 0 {
                let cancel = json!({"cancel": {"reason": "doubled"}});
                change(engine, "visit", visit, cancel).unwrap();
            }
        }
        assert_eq!(code(plan(MAX_VISITS)), "VISIT-PLAN-05");
    });
}
