//! A receipt names the part of the record that its command made or changed.

use super::on_each;
use super::support::world;
use callout::activity::Activity;
use callout::customer::Customer;
use callout::engine::Engine;
use callout::noun::Noun;
use callout::report::Report;
use callout::technician::Technician;
use serde_json::{Value, json};
use uuid::Uuid;

/// The part that a command names, the same when it is sent again.
fn part(engine: &Engine, target: Uuid, command: &Value) -> Option<Uuid> {
    let request = world::request(Some(target), None, command);
    let first = engine.execute(&request).unwrap();
    assert_eq!(engine.execute(&request).unwrap(), first, "the same receipt");
    first.part
}

/// The ids of the parts that a record has in a list.
fn listed(engine: &Engine, noun: &str, id: Uuid, list: &str) -> Vec<Option<Uuid>> {
    let view = world::get(engine, &world::manager(), noun, id).unwrap();
    let parts = view["state"][list].as_array().unwrap();
    parts.iter().map(|part| part["id"].as_str().unwrap().parse().ok()).collect()
}

#[test]
fn a_receipt_names_the_part_that_its_command_made() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        let technician = Uuid::from_u128(40);
        let create = json!({"technician": {"create": {"name": "Karel"}}});
        let created = engine.execute(&world::request(Some(technician), None, &create)).unwrap();
        assert_eq!(created.part, None, "the whole has no part");
        let day = |day: &str| format!("2026-10-{day}T00:00:00");
        for (target, command, noun, list) in [
            (activity, json!({"activity": {"add_note": {"text": "a"}}}), "activity", "notes"),
            (
                activity,
                json!({"activity": {"add_fault": {"symptom": "hučí"}}}),
                "activity",
                "faults",
            ),
            (
                activity,
                json!({"report": {"report_line": {"quantity": "1", "content": {"kind": "labour",
                    "code": "PRACE", "name": "Práce", "unit": "hour"}}}}),
                "report",
                "lines",
            ),
            (
                world::customer(),
                json!({"customer": {"add_site": {"name": "Sklad", "address": {"street": "Dlouhá 1",
                    "city": "Praha", "postal_code": "110 00", "country": "CZ"}}}}),
                "customer",
                "sites",
            ),
            (
                world::customer(),
                json!({"customer": {"add_contact": {"name": "Eva", "email": "eva@kovo.example"}}}),
                "customer",
                "contacts",
            ),
            (
                technician,
                json!({"technician": {"add_absence": {"from": day("20"), "to": day("21"),
                    "reason": "dovolená"}}}),
                "technician",
                "absences",
            ),
        ] {
            let made = part(engine, target, &command);
            assert_eq!(listed(engine, noun, target, list), [made], "{command}");
        }
    });
}

#[test]
fn what_names_a_part_can_happen() {
    fn known<N: Noun>() {
        for (kind, place) in N::PARTS {
            assert!(N::KINDS.contains(kind) && place.starts_with('/'), "{} {kind}", N::NAME);
        }
    }
    known::<Activity>();
    known::<Customer>();
    known::<Report>();
    known::<Technician>();
}
