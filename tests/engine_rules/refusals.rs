//! A refusal says numbers and names, as far as who asks may read them; programs get the ids.

use crate::support::{id_of, stores, work, world};
use callout::access::Actor;
use callout::engine::Engine;
use callout::error::Error;
use serde_json::{Value, json};
use uuid::Uuid;

fn refused(engine: &Engine, actor: &Actor, target: Uuid, command: &Value) -> Error {
    let expected = world::get(engine, &world::manager(), "activity", target).ok();
    let expected = expected.and_then(|view| view["version"].as_u64());
    let request = world::request_of(actor, Some(target), expected, command);
    engine.execute(&request).expect_err("a refusal")
}

#[test]
fn names_and_numbers_stand_where_ids_were() {
    for (_, store, _folder) in stores() {
        let engine = crate::support::engine_on(store, &super::clock());
        work::begin(&engine);
        let (manager, nobody) = (world::manager(), id_of("nobody"));
        let activity = work::assigned(&engine);
        let line = work::reported(&engine, activity)[1];
        for (command, en, cs) in [
            (
                json!({"report": {"reject": {"line": line, "reason": " "}}}),
                "The decision about the line Filtrační vložka needs a reason. Say why, so that the technician knows.".to_owned(),
                "Rozhodnutí o řádku Filtrační vložka vyžaduje důvod. Uveďte jej, aby technik věděl proč.".to_owned(),
            ),
            (
                json!({"report": {"withdraw": {"line": line, "reason": "omyl"}}}),
                "The line Filtrační vložka is reported and cannot be asked to withdraw. It can be asked to: report a line, remove a line, submit, approve, reject, return.".to_owned(),
                "Řádek Filtrační vložka je ve stavu vykázáno a nelze na něm provést odvolání. Lze provést: vykázání řádku, odebrání řádku, předání, schválení, zamítnutí, vrácení k opravě."
                    .to_owned(),
            ),
            (
                json!({"activity": {"assign":
                    {"technicians": [work::technician(), work::technician()]}}}),
                "Karel Vrána is in the list twice. Name each technician once.".to_owned(),
                "Karel Vrána je v seznamu dvakrát. Uveďte každého technika jednou.".to_owned(),
            ),
            // What is not there has no name.
            (
                json!({"report": {"reject": {"line": nobody, "reason": "x"}}}),
                format!("The report has no line {nobody}. Read the report anew, and name one of its lines."),
                format!("Výkaz nemá řádek {nobody}. Načtěte výkaz znovu a uveďte některý z jeho řádků."),
            ),
        ] {
            let error = refused(&engine, &manager, activity, &command);
            assert_eq!((error.message(), error.message_cs()), (en, cs));
        }
        let reject = json!({"report": {"reject": {"line": line, "reason": " "}}});
        let error = refused(&engine, &manager, activity, &reject);
        assert_eq!(error.details()["line"], json!(line), "for programs");
    }
}

#[test]
fn who_may_not_read_a_record_is_not_told_its_name() {
    for (_, store, _folder) in stores() {
        let engine = crate::support::engine_on(store, &super::clock());
        work::begin(&engine);
        let mut verbs = json!({"activity.assign": "all", "activity.read": "all"});
        let activity = work::assigned(&engine);
        let twice = json!({"activity": {"assign":
            {"technicians": [work::technician(), work::technician()]}}});
        let planner = Actor { id: id_of("planner"), role: "planner".to_owned() };
        for (reads, called) in
            [(false, work::technician().to_string()), (true, "Karel Vrána".to_owned())]
        {
            if reads {
                verbs["technician.read"] = json!("all");
            }
            let view = world::get(&engine, &world::manager(), "company", world::company());
            let version = view.expect("a company")["version"].as_u64();
            let define =
                json!({"company": {"define_role": {"role": "planner", "permissions": verbs}}});
            work::told(&engine, world::company(), version, &define);
            let error = refused(&engine, &planner, activity, &twice);
            assert_eq!(
                error.message(),
                format!("{called} is in the list twice. Name each technician once.")
            );
        }
    }
}
