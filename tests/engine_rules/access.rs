//! Who may do what: the table, closed by default.

use super::support::{id_of, world};
use super::{code, on_each};
use callout::access::{Actor, GRANTS, Reach};
use callout::engine::Engine;
use callout::error::Error;
use serde_json::{Value, json};
use uuid::Uuid;

const DENIED: &[&str] = &["ACCESS-ROLE-01", "ACCESS-OWN-01"];

/// Bodies of the verbs whose command needs fields. What is not here is sent with none.
fn body(verb: &str) -> Value {
    let id = Uuid::from_u128(9);
    match verb {
        "company.create" => {
            return serde_json::to_value(world::found()).unwrap()["command"].clone();
        }
        "company.define_role" => json!({"role": "x", "permissions": {}}),
        "company.drop_role" => json!({"role": "x"}),
        "company.erase_persons" => json!({"persons": [id], "reason": "žádost"}),
        "activity.create" => {
            return serde_json::to_value(world::draft("x")).unwrap()["command"].clone();
        }
        "activity.assign" => json!({"technicians": []}),
        "activity.add_note" => json!({"text": "x"}),
        "activity.add_fault" => json!({"symptom": "x"}),
        "activity.update_fault" => json!({"fault": id}),
        "activity.resolve" => json!({"note": "x"}),
        "activity.correct_reported_at" => {
            json!({"reported_at": "2026-10-01T08:00:00Z", "reason": "x"})
        }
        "activity.correct_customer" => json!({"customer": id, "reason": "x"}),
        "activity.reopen" | "activity.cancel" => json!({"reason": "x"}),
        "record.link" => json!({"noun": "activity", "system": "sap", "value": "1"}),
        "record.unlink" => json!({"noun": "activity", "system": "sap"}),
        "record.extend" => json!({"noun": "activity", "namespace": "x", "json": "1"}),
        _ => json!({}),
    }
    .to_owned()
}

/// Asks what a verb names, on a new activity that is assigned to nobody; whether it was denied.
fn denied(engine: &Engine, actor: &Actor, verb: &str) -> Option<bool> {
    let (noun, name) = verb.split_once('.').unwrap();
    let activity = world::open_activity(engine);
    let context = json!({"timeline": {"context": activity}});
    let find = json!({"record": {"noun": "activity", "system": "sap", "value": "0"}});
    let answer: Result<(), Error> = match (noun, name) {
        ("prices" | "blob", _) => return None,
        ("company", "verify") => {
            engine.session(world::company(), actor.clone()).verify(None).map(drop)
        }
        ("company", "renew") => engine.renew(world::company(), actor, 1).map(drop),
        ("company", "feed") => {
            engine.session(world::company(), actor.clone()).changes(0, 1).map(drop)
        }
        ("timeline", _) => world::ask(engine, actor, &context).map(drop),
        // The look-up is permitted; that nothing of his own has the id is its answer.
        ("record", "read") => match world::ask(engine, actor, &find) {
            Err(error) if error.code() == "ACCESS-OWN-01" => Ok(()),
            answer => answer.map(drop),
        },
        ("company", "read") => world::get(engine, actor, noun, world::company()).map(drop),
        (_, "read") => world::get(engine, actor, noun, activity).map(drop),
        _ => {
            let given = body(verb);
            let command =
                if given.get(noun).is_some() { given } else { json!({noun: {name: given}}) };
            let target = match noun {
                "company" => Some(world::company()),
                _ if name == "draft" => None,
                _ => Some(activity),
            };
            let expected = if noun == "company" { version(engine) } else { 2 };
            engine.execute(&world::request_of(actor, target, Some(expected), &command)).map(drop)
        }
    };
    Some(answer.is_err_and(|error| DENIED.contains(&error.code())))
}

fn version(engine: &Engine) -> u64 {
    let company = world::get(engine, &world::manager(), "company", world::company()).unwrap();
    company["version"].as_u64().unwrap()
}

/// Nouns whose commands this suite knows how to ask.
fn known(verb: &str) -> bool {
    let nouns = ["company.", "activity.", "series.", "record.", "timeline."];
    nouns.iter().any(|noun| verb.starts_with(noun))
}

#[test]
fn every_role_may_do_what_the_table_says_and_no_more() {
    on_each(|engine| {
        for grant in GRANTS.iter().filter(|grant| known(grant.verb)) {
            for (role, reach) in [
                ("manager", grant.manager),
                ("technician", grant.technician),
                ("back_office", grant.back_office),
                ("reader", grant.reader),
                ("nobody", Reach::No),
            ] {
                let actor = Actor { id: id_of(role), role: role.to_owned() };
                let Some(denied) = denied(engine, &actor, grant.verb) else { continue };
                // Nothing here is assigned to anybody, so `Own` is denied as well.
                assert_eq!(denied, reach != Reach::All, "{role} {}", grant.verb);
            }
        }
    });
}

#[test]
fn a_role_of_the_company_may_do_what_it_was_given_verb_by_verb() {
    on_each(|engine| {
        for grant in GRANTS.iter().filter(|grant| known(grant.verb)) {
            let role = format!("only_{}", grant.verb.replace('.', "_"));
            let mut verbs = json!({grant.verb: "all"});
            // What is of no use, or not allowed, without another.
            match grant.verb {
                "invoice.read" => verbs["prices.read"] = json!("all"),
                "record.read" => verbs["activity.read"] = json!("all"),
                _ => {}
            }
            let define = json!({"company": {"define_role": {"role": &role, "permissions": verbs}}});
            let target = Some(world::company());
            engine.execute(&world::request(target, Some(version(engine)), &define)).unwrap();
            let actor = Actor { id: id_of(&role), role };
            assert_ne!(denied(engine, &actor, grant.verb), Some(true), "{}", grant.verb);
            let other =
                if grant.verb == "activity.cancel" { "activity.open" } else { "activity.cancel" };
            assert_eq!(denied(engine, &actor, other), Some(true), "{} but {other}", grant.verb);
        }
    });
}

fn assigned_to(engine: &Engine, technician: Uuid) -> Uuid {
    let activity = world::open_activity(engine);
    let assign = json!({"activity": {"assign": {"technicians": [technician]}}});
    let assigned = engine.execute(&world::request(Some(activity), Some(2), &assign));
    if let Err(error) = assigned {
        // Until technicians can be hired here, nobody can be assigned.
        assert_eq!(error.code(), "ACTIVITY-ASSIGN-01", "{error}");
    }
    activity
}

#[test]
fn who_may_do_his_own_is_refused_before_anything_is_said_about_others() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        let technician = Actor::technician(id_of("novak"));
        let ask = |expected, command: Value| {
            code(engine.execute(&world::request_of(
                &technician,
                Some(activity),
                expected,
                &command,
            )))
        };
        assert_eq!(ask(Some(2), json!({"activity": {"complete": {}}})), "ACCESS-OWN-01");
        let stale = ask(Some(1), json!({"activity": {"complete": {}}}));
        assert_eq!(stale, "ACCESS-OWN-01", "not what changed");
        let closed = ask(None, json!({"activity": {"add_note": {"text": " "}}}));
        assert_eq!(closed, "ACCESS-OWN-01", "not what the note lacks");
    });
}

#[test]
fn a_list_shows_a_technician_his_own_only() {
    on_each(|engine| {
        assigned_to(engine, id_of("novak"));
        let technician = Actor::technician(id_of("svoboda"));
        let list = world::ask(engine, &technician, &json!({"activity": {"list": {}}})).unwrap();
        assert_eq!(list["rows"], json!([]));
        let all = world::ask(engine, &world::manager(), &json!({"activity": {"list": {}}}));
        assert_eq!(all.unwrap()["rows"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn an_id_that_callout_derives_is_not_taken_beforehand() {
    on_each(|engine| {
        // The letter of an invoice has an id that follows from the invoice's: who queued another
        // under it would have his sent, and the invoice never.
        let derived = callout::port::ids::named(world::company(), "send:invoice:x:1");
        let add = json!({"task": {"create": {"title": "x"}}});
        let refused = engine.execute(&world::request(Some(derived), None, &add));
        assert_eq!(code(refused.map(drop)), "RECORD-NEW-03");
        engine.execute(&world::request(Some(id_of("x")), None, &add)).unwrap();
    });
}
