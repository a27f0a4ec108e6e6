//! Who changes something has seen it.

use super::support::world;
use super::{code, on_each};
use callout::engine::Request;
use serde_json::json;
use uuid::Uuid;

#[test]
fn a_stale_version_names_what_changed() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        engine.execute(&world::note(activity, "čeká na díl")).unwrap();
        let late = json!({"activity": {"complete": {}}});
        let error = engine.execute(&world::request(Some(activity), Some(1), &late)).unwrap_err();
        assert_eq!(error.code(), "RECORD-VERSION-01");
        let details = error.details();
        assert_eq!((&details["expected"], &details["actual"]), (&json!(1), &json!(3)));
        let changed = details["changed"].as_array().unwrap();
        let events: Vec<_> = changed.iter().map(|c| (&c["version"], &c["event"])).collect();
        let (two, three) = (json!(2), json!(3));
        let (opened, noted) = (json!("opened"), json!("note_added"));
        assert_eq!(events, [(&two, &opened), (&three, &noted)]);
        assert_eq!(changed[0]["role"], "manager");
        // A version of the future is as wrong as one of the past.
        let error = engine.execute(&world::request(Some(activity), Some(9), &late)).unwrap_err();
        assert_eq!(error.code(), "RECORD-VERSION-01");
    });
}

#[test]
fn what_changes_says_which_version_it_saw_and_what_it_means() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        let complete = json!({"activity": {"complete": {}}});
        let ask =
            |target, expected| code(engine.execute(&world::request(target, expected, &complete)));
        assert_eq!(ask(Some(activity), None), "REQUEST-VERSION-01");
        assert_eq!(ask(None, Some(1)), "REQUEST-TARGET-01");
        assert_eq!(ask(Some(Uuid::now_v7()), Some(1)), "RECORD-FIND-01");
    });
}

#[test]
fn what_begins_may_bring_its_own_id_but_only_once() {
    on_each(|engine| {
        let mut draft = world::draft("Kompresor");
        draft.target = Some(Uuid::from_u128(77));
        assert_eq!(engine.execute(&draft).unwrap().target, Uuid::from_u128(77));
        draft.id = Uuid::now_v7();
        assert_eq!(code(engine.execute(&draft)), "RECORD-NEW-01");
        // Nobody has seen what is not there yet.
        let (target, id) = (Some(Uuid::from_u128(78)), Uuid::now_v7());
        let early = Request { target, id, expected: Some(1), ..draft };
        assert_eq!(code(engine.execute(&early)), "REQUEST-VERSION-02");
    });
}

#[test]
fn nothing_is_asked_of_a_company_that_was_not_founded() {
    on_each(|engine| {
        let mut draft = world::draft("Kompresor");
        draft.company = Uuid::from_u128(5);
        assert_eq!(code(engine.execute(&draft)), "COMPANY-CREATE-01");
        let actor = world::manager();
        assert_eq!(
            code(engine.session(draft.company, actor.clone()).changes(0, 1)),
            "COMPANY-CREATE-01"
        );
        assert_eq!(
            code(engine.session(draft.company, actor.clone()).verify(None)),
            "COMPANY-CREATE-01"
        );
    });
}
