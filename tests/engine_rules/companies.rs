//! Two companies on one store never see each other (E98).

use super::support::{engine_on, id_of, stores, world};
use super::{clock, code};
use callout::access::Actor;
use callout::engine::{Engine, Request};
use callout::error::Error;
use serde_json::{Value, json};
use uuid::Uuid;

/// Another company, whose host uses the same ids as the first one's.
fn other() -> Uuid {
    id_of("druhy servis")
}

fn of_other(mut request: Request) -> Request {
    request.company = other();
    request
}

fn ask_other(engine: &Engine, actor: &Actor, query: &Value) -> Result<Value, Error> {
    let question = json!({"company": other(), "actor": actor, "query": query});
    let answer = engine.query_json(question.to_string().as_bytes(), &mut |_| true)?;
    Ok(serde_json::from_slice(&answer).unwrap())
}

fn both(rule: impl Fn(&Engine)) {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        world::founded(&engine);
        let found = Request { target: Some(other()), ..of_other(world::found()) };
        engine.execute(&found).unwrap();
        rule(&engine);
        world::assert_clean(&engine);
        let report = engine.session(other(), world::manager()).verify(None).unwrap();
        assert!(report.clean, "{:?}", report.problems);
    }
}

#[test]
fn the_same_ids_are_two_records_with_numbers_of_their_own() {
    both(|engine| {
        assert_eq!(
            code(engine.execute(&of_other(world::draft("x")))),
            "ACTIVITY-CREATE-02",
            "the first company's customer"
        );
        engine.execute(&of_other(world::create_customer())).unwrap();
        let target = Some(id_of("zakázka"));
        for title in ["první", "druhá"] {
            let draft = Request { target, ..world::draft(title) };
            let draft = if title == "první" { draft } else { of_other(draft) };
            engine.execute(&draft).unwrap();
        }
        let list = json!({"activity": {"list": {}}});
        let first = world::ask(engine, &world::manager(), &list).unwrap();
        let second = ask_other(engine, &world::manager(), &list).unwrap();
        for (rows, title) in [(first, "první"), (second, "druhá")] {
            assert_eq!(rows["rows"].as_array().unwrap().len(), 1);
            assert_eq!(rows["rows"][0]["title"], title);
            assert_eq!(rows["rows"][0]["number"], "SA-2026-00001");
        }
    });
}

#[test]
fn a_technician_of_two_companies_is_two_records() {
    both(|engine| {
        let novak = Actor::technician(id_of("novak"));
        let enlist = |name: &str| {
            let command = json!({"technician": {"create": {"name": name}}});
            world::request(Some(novak.id), None, &command)
        };
        engine.execute(&enlist("Jan Novák")).unwrap();
        let get = json!({"technician": {"get": {"id": novak.id}}});
        // Who reads only his own is told the same of what is not there.
        assert_eq!(code(ask_other(engine, &novak, &get)), "ACCESS-OWN-01");
        engine.execute(&of_other(enlist("Jan Novák ml."))).unwrap();
        let name = |view: Value| view["state"]["person"]["name"]["value"].clone();
        assert_eq!(name(world::ask(engine, &novak, &get).unwrap()), "Jan Novák");
        assert_eq!(name(ask_other(engine, &novak, &get).unwrap()), "Jan Novák ml.");
        // Forgotten here, he is known there.
        let erase =
            json!({"company": {"erase_persons": {"persons": [novak.id], "reason": "žádost"}}});
        engine.execute(&world::request(Some(world::company()), Some(1), &erase)).unwrap();
        assert_eq!(name(world::ask(engine, &novak, &get).unwrap()), Value::Null);
        assert_eq!(name(ask_other(engine, &novak, &get).unwrap()), "Jan Novák ml.");
    });
}

#[test]
fn roles_and_bytes_are_a_companys_own() {
    both(|engine| {
        let define = json!({"company": {"define_role":
            {"role": "predak", "permissions": {"activity.read": "all"}}}});
        engine.execute(&world::request(Some(world::company()), Some(1), &define)).unwrap();
        let eva = Actor { id: id_of("eva"), role: "predak".to_owned() };
        let list = json!({"activity": {"list": {}}});
        world::ask(engine, &eva, &list).unwrap();
        assert_eq!(code(ask_other(engine, &eva, &list)), "ACCESS-ROLE-01");
        let hash = engine.put_blob(world::company(), &world::manager(), b"foto").unwrap();
        assert_eq!(code(engine.session(other(), world::manager()).blob(&hash)), "BLOB-FIND-01");
    });
}
