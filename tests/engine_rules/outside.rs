//! What the host hangs on a record: ids of outside systems, JSON of its own.

use super::support::{id_of, world};
use super::{code, on_each};
use callout::access::Actor;
use callout::engine::Engine;
use callout::error::Error;
use serde_json::{Value, json};
use uuid::Uuid;

fn record(engine: &Engine, target: Uuid, command: Value) -> Result<u64, callout::error::Error> {
    let request = world::request(Some(target), None, &json!({"record": command}));
    engine.execute(&request).map(|receipt| receipt.version)
}

fn link(value: &str) -> Value {
    json!({"link": {"noun": "activity", "system": "sap", "value": value}})
}

fn find(engine: &Engine, value: &str) -> Option<Uuid> {
    let query = json!({"record": {"noun": "activity", "system": "sap", "value": value}});
    match world::ask(engine, &world::manager(), &query) {
        Ok(found) => Some(found["id"].as_str().unwrap().parse().unwrap()),
        Err(error) => {
            assert_eq!(error.code(), "RECORD-FIND-01");
            None
        }
    }
}

#[test]
fn an_outside_id_is_unique_and_can_be_moved_once_it_is_unlinked() {
    on_each(|engine| {
        let (first, second) = (world::open_activity(engine), world::open_activity(engine));
        assert_eq!(record(engine, first, link("4711")).unwrap(), 3);
        assert_eq!(record(engine, first, link("4711")).unwrap(), 3, "nothing new");
        let taken = record(engine, second, link("4711")).unwrap_err();
        assert_eq!(taken.code(), "RECORD-EXTERNAL-01");
        assert_eq!(taken.details()["holder"], json!(first));
        assert_eq!(find(engine, "4711"), Some(first));
        record(engine, first, link("4712")).unwrap();
        assert_eq!((find(engine, "4711"), find(engine, "4712")), (None, Some(first)));
        let unlink = json!({"unlink": {"noun": "activity", "system": "sap"}});
        record(engine, first, unlink.clone()).unwrap();
        assert_eq!(find(engine, "4712"), None);
        record(engine, second, link("4712")).unwrap();
        assert_eq!(find(engine, "4712"), Some(second));
        let before = engine.session(world::company(), world::manager()).head().unwrap();
        record(engine, first, unlink).unwrap();
        assert_eq!(
            engine.session(world::company(), world::manager()).head().unwrap(),
            before,
            "nothing to unlink"
        );
    });
}

#[test]
fn outside_ids_come_with_the_command_that_begins_a_record() {
    on_each(|engine| {
        let mut draft = world::draft("Kompresor");
        draft.external_ids.insert("sap".to_owned(), "1".to_owned());
        let target = engine.execute(&draft).unwrap().target;
        assert_eq!(find(engine, "1"), Some(target));
        let mut other = world::draft("Jiný");
        other.external_ids.insert("sap".to_owned(), "1".to_owned());
        let before = engine.session(world::company(), world::manager()).head().unwrap();
        assert_eq!(code(engine.execute(&other)), "RECORD-EXTERNAL-01");
        assert_eq!(engine.session(world::company(), world::manager()).head().unwrap(), before);
        let mut both = world::request(Some(target), None, &json!({"record": link("2")}));
        both.external_ids.insert("crm".to_owned(), "3".to_owned());
        engine.execute(&both).unwrap();
        let ids = world::get(engine, &world::manager(), "activity", target).unwrap();
        assert_eq!(ids["external_ids"], json!({"sap": "2", "crm": "3"}));
    });
}

#[test]
fn who_may_not_link_may_not_do_it_in_the_same_breath_either() {
    on_each(|engine| {
        let noting = json!({"company": {"define_role":
            {"role": "noting", "permissions": {"activity.add_note": "all"}}}});
        engine.execute(&world::request(Some(world::company()), Some(1), &noting)).unwrap();
        let activity = world::open_activity(engine);
        let mut note = world::note(activity, "x");
        note.actor = Actor { id: id_of("eva"), role: "noting".to_owned() };
        note.external_ids.insert("sap".to_owned(), "1".to_owned());
        assert_eq!(code(engine.execute(&note)), "ACCESS-ROLE-01");
        assert_eq!(find(engine, "1"), None);
        let linking = json!({"company": {"define_role": {"role": "linking",
            "permissions": {"activity.add_note": "all", "record.link": "own"}}}});
        engine.execute(&world::request(Some(world::company()), Some(2), &linking)).unwrap();
        note.actor.role = "linking".to_owned();
        assert_eq!(code(engine.execute(&note)), "ACCESS-OWN-01");
        assert_eq!(find(engine, "1"), None);
    });
}

#[test]
fn a_system_and_a_namespace_have_a_plain_name() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        for name in ["", "SAP", "s p", "čau", &"x".repeat(65)] {
            let link = json!({"link": {"noun": "activity", "system": name, "value": "1"}});
            assert_eq!(code(record(engine, activity, link)), "RECORD-EXT-02", "{name}");
        }
        let nameless = json!({"link": {"noun": "boat", "system": "sap", "value": "1"}});
        assert_eq!(code(record(engine, activity, nameless)), "REQUEST-READ-01");
    });
}

fn extend(namespace: &str, json: &str) -> Value {
    json!({"extend": {"noun": "activity", "namespace": namespace, "json": json}})
}

#[test]
fn json_of_the_host_is_kept_as_it_is_and_bounded() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        let ext = |engine: &Engine| {
            world::get(engine, &world::manager(), "activity", activity).unwrap()["ext"].clone()
        };
        record(engine, activity, extend("erp.line", r#"{"b": 1.10, "a": [ ]}"#)).unwrap();
        assert_eq!(ext(engine), json!({"erp.line": r#"{"b": 1.10, "a": [ ]}"#}));
        record(engine, activity, extend("erp.line", "null")).unwrap();
        assert_eq!(ext(engine), json!({}));
        assert_eq!(code(record(engine, activity, extend("x", "{"))), "REQUEST-FORM-01");
        let large = |bytes: usize| format!("\"{}\"", "x".repeat(bytes - 2));
        assert_eq!(code(record(engine, activity, extend("x", &large(16_385)))), "RECORD-EXT-01");
        for namespace in ["a", "b", "c"] {
            record(engine, activity, extend(namespace, &large(16_384))).unwrap();
        }
        // 64 KiB in all, with the four names.
        for (bytes, taken) in [(16_381, false), (16_380, true), (16_381, false)] {
            let fourth = record(engine, activity, extend("d", &large(bytes)));
            assert_eq!(fourth.as_ref().err().map(Error::code), (!taken).then_some("RECORD-EXT-01"));
        }
        record(engine, activity, extend("a", "null")).unwrap();
        record(engine, activity, extend("d", &large(16_384))).unwrap();
    });
}
