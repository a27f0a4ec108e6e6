//! What is refused at the door, with the path.

use super::support::world;
use super::{code, on_each};
use callout::engine::{MAX_BYTES, QueryRequest, Request, read, read_asked};
use callout::error::Error;
use callout::journal::Hash;
use callout::letter::{OutgoingMail, ReadMail};
use callout::mail::{self, Message};
use callout::money::Exact;
use callout::port::mailer::{Delivery, Mailer};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

fn refused(change: impl Fn(&mut Value)) -> (&'static str, String) {
    let mut request = serde_json::to_value(world::draft("Kompresor")).unwrap();
    change(&mut request);
    let error = read::<Request>(request.to_string().as_bytes()).unwrap_err();
    (error.code(), error.details()["path"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn an_unknown_field_is_refused_with_its_path() {
    let (code, path) = refused(|request| request["colour"] = json!("red"));
    assert_eq!((code, path.as_str()), ("REQUEST-FIELD-01", "colour"));
    let (code, path) = refused(|r| r["command"]["activity"]["create"]["colour"] = json!("red"));
    assert_eq!((code, path.as_str()), ("REQUEST-FIELD-01", "command.activity.create.colour"));
}

/// Who fills in a form mends it once: each fault has its path, its code and its sentences.
#[test]
fn all_faults_of_a_request_are_told_at_once() {
    let mut request = serde_json::to_value(world::draft("Kompresor")).unwrap();
    request["colour"] = json!("red");
    request["target"] = json!("4711");
    let create = &mut request["command"]["activity"]["create"];
    create["kind"] = json!("free");
    create["reported_at"] = json!("2026-10-14T08:00:00");
    create["technicians"] = json!([1]);
    create.as_object_mut().unwrap().remove("title");
    let error = read_asked::<Request>(request.to_string().as_bytes()).unwrap_err();
    let faults = error.details()["faults"].as_array().unwrap();
    let told = faults.iter().map(|fault| (fault["path"].as_str(), fault["code"].as_str()));
    let mut told: Vec<_> = told.map(|(path, code)| (path.unwrap(), code.unwrap())).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("colour", "REQUEST-FIELD-01"),
            ("command.activity.create.kind", "REQUEST-CHOICE-01"),
            ("command.activity.create.reported_at", "REQUEST-TIME-01"),
            ("command.activity.create.technicians", "REQUEST-FIELD-01"),
            ("command.activity.create.title", "REQUEST-FIELD-02"),
            ("target", "REQUEST-FORM-01"),
        ]
    );
    let cs = faults.iter().map(|fault| fault["message_cs"].as_str().unwrap());
    assert!(
        cs.into_iter().any(|said| said.starts_with("Chybí pole command.activity.create.title"))
    );
}

/// A name that is empty, or too long to repeat, has the same path for who reads the request and for
/// who looks for all its faults.
#[test]
fn an_odd_name_has_one_path() {
    for (name, told) in [
        (String::new(), "$".to_owned()),
        ("k".repeat(90), format!("{}…", "k".repeat(60))),
        (".".to_owned(), ".".to_owned()),
    ] {
        let asked = format!(r#"{{"{name}": 1}}"#);
        let error = read_asked::<QueryRequest>(asked.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "REQUEST-FIELD-01", "{name}");
        assert_eq!(error.details()["path"], told.as_str());
        let faults = error.details()["faults"].as_array().unwrap();
        let named = faults.iter().filter(|it| it["code"] == "REQUEST-FIELD-01");
        assert_eq!(named.map(|it| it["path"].as_str().unwrap()).collect::<Vec<_>>(), [told]);
    }
}

/// A name like the one that it stands in, and what was met first where there is more than is told.
#[test]
fn what_was_met_first_is_told_too() {
    let paths = |asked: &str| {
        let error = read_asked::<QueryRequest>(asked.as_bytes()).unwrap_err();
        let faults = error.details()["faults"].as_array().unwrap().clone();
        let path = |fault: &Value| fault["path"].as_str().unwrap().to_owned();
        (error.details()["path"].as_str().unwrap().to_owned(), faults.iter().map(path).collect())
    };
    // A word is no number and no yes or no.
    let weekday = r#"{"command": {"technician": {"set_hours": {"hours": [{"weekday": true}]}}}}"#;
    let error = read_asked::<Request>(weekday.as_bytes()).unwrap_err();
    let faults = error.details()["faults"].as_array().unwrap();
    let at = "command.technician.set_hours.hours[0].weekday";
    let codes = faults.iter().filter(|fault| fault["path"] == at).map(|fault| &fault["code"]);
    assert_eq!(codes.collect::<Vec<_>>(), ["REQUEST-KIND-01"]);
    let (first, told): (_, Vec<String>) = paths(r#"{"actor": {"actor": 1}}"#);
    assert_eq!(first, "actor.actor");
    assert!(told.contains(&first), "{told:?}");
    let many: Vec<String> = (0..60).map(|n| format!(r#""x{n}": 1"#)).collect();
    let (first, told) = paths(&format!(r#"{{"zz": 1, {}}}"#, many.join(", ")));
    assert_eq!((first.as_str(), told.len()), ("zz", 50));
    assert!(told.contains(&first), "{told:?}");
}

/// A name of the caller's own that is long, and much below it: told are fifty, and no path is
/// repeated for all the rest.
#[test]
fn many_faults_cost_no_more_than_they_tell() {
    let name = "k".repeat(100_000);
    let fields: Vec<String> = (0..10_000).map(|n| format!(r#""x{n}": 1"#)).collect();
    let items = format!(r#"{{"{name}": {{{}}}}}"#, fields.join(", "));
    let asked = format!(r#"{{"command": {{"price_list": {{"publish": {{"items": {items}}}}}}}}}"#);
    let error = read_asked::<Request>(asked.as_bytes()).unwrap_err();
    let faults = error.details()["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 50);
    // What is wrong is told also below a name that is too long to repeat.
    let told = |fault: &&Value| fault["path"].as_str().is_some_and(|path| path.contains("….x"));
    assert!(faults.iter().filter(told).count() > 40);
    assert!(serde_json::to_string(error.details()).unwrap().len() < 100_000);
}

#[test]
fn fifty_faults_are_told_and_no_more() {
    for (wrong, told) in [(49, 49), (50, 50), (51, 50)] {
        let mut request = serde_json::to_value(world::draft("Kompresor")).unwrap();
        for n in 0..wrong {
            request[format!("colour_{n}")] = json!("red");
        }
        let error = read_asked::<Request>(request.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.details()["faults"].as_array().unwrap().len(), told);
    }
}

#[test]
fn a_time_without_offset_is_refused_with_its_path() {
    let (code, path) = refused(|request| {
        request["command"]["activity"]["create"]["reported_at"] = json!("2026-10-14T08:00:00");
    });
    assert_eq!((code, path.as_str()), ("REQUEST-TIME-01", "command.activity.create.reported_at"));
}

#[test]
fn an_unknown_noun_verb_or_kind_is_refused() {
    for (command, wanted) in [
        (json!({"boat": {}}), "REQUEST-CHOICE-01"),
        (json!({"activity": {"fly": {}}}), "REQUEST-CHOICE-01"),
        (json!({"activity": {"open": {}}, "series": {}}), "REQUEST-KIND-01"),
        (json!({}), "REQUEST-KIND-01"),
        (json!(null), "REQUEST-KIND-01"),
    ] {
        assert_eq!(refused(|request| request["command"] = command.clone()).0, wanted, "{command}");
    }
    let (code, path) = refused(|r| r["command"]["activity"]["create"]["kind"] = json!("free"));
    assert_eq!((code, path.as_str()), ("REQUEST-CHOICE-01", "command.activity.create.kind"));
}

#[test]
fn an_amount_as_a_number_is_refused_with_its_path() {
    type Lines = Vec<BTreeMap<String, Exact>>;
    for (json, code) in [
        (r#"[{"price": 12.5}]"#, "REQUEST-AMOUNT-01"),
        (r#"[{"price": 12}]"#, "REQUEST-AMOUNT-01"),
        (r#"[{"price": -1}]"#, "REQUEST-AMOUNT-01"),
        (r#"[{"price": 99999999999999999999999}]"#, "REQUEST-AMOUNT-01"),
        (r#"[{"price": "12,5"}]"#, "REQUEST-AMOUNT-02"),
        (r#"[{"price": ""}]"#, "REQUEST-AMOUNT-02"),
        (r#"[{"price": "0.12345678901234567890123456789"}]"#, "REQUEST-AMOUNT-02"),
    ] {
        let error = read::<Lines>(json.as_bytes()).unwrap_err();
        assert_eq!((error.code(), &error.details()["path"]), (code, &json!("[0].price")), "{json}");
    }
    assert!(read::<Lines>(br#"[{"price": "12.50"}]"#).is_ok());
}

#[test]
fn what_is_no_json_or_goes_on_after_its_end_is_refused() {
    for bytes in [&b""[..], b"{", b"\xff\xfe", b"{\"id\": \""] {
        assert_eq!(code(read::<Request>(bytes)), "REQUEST-JSON-01", "{bytes:?}");
    }
    assert_eq!(code(read::<Request>(&[b'['; 100_000])), "REQUEST-KIND-01");
    let twice = serde_json::to_string(&world::draft("x")).unwrap().repeat(2);
    assert_eq!(code(read::<Request>(twice.as_bytes())), "REQUEST-JSON-01");
    assert_eq!(code(read::<Request>(b"null")), "REQUEST-KIND-01");
}

#[test]
fn a_request_that_is_too_large_is_refused_before_it_is_read() {
    let large = vec![b' '; MAX_BYTES as usize];
    assert_eq!(code(read::<Request>(&large)), "REQUEST-JSON-01");
    let large = vec![b' '; MAX_BYTES as usize + 1];
    assert_eq!(code(read::<Request>(&large)), "REQUEST-SIZE-01");
}

#[test]
fn a_blob_that_is_too_large_or_missing_is_refused() {
    on_each(|engine| {
        let large = vec![0; callout::engine::MAX_BLOB_BYTES as usize];
        engine.put_blob(world::company(), &world::manager(), &large).unwrap();
        let large = vec![0; callout::engine::MAX_BLOB_BYTES as usize + 1];
        assert_eq!(
            code(engine.put_blob(world::company(), &world::manager(), &large)),
            "BLOB-SIZE-01"
        );
        let none = callout::journal::Hash::of(b"none");
        assert_eq!(
            code(engine.session(world::company(), world::manager()).blob(&none)),
            "BLOB-FIND-01"
        );
    });
}

fn list(engine: &callout::engine::Engine, list: Value) -> Result<Value, callout::error::Error> {
    world::ask(engine, &world::manager(), &json!({"activity": {"list": list}}))
}

/// A mailer that nobody reaches.
struct Nobody;

impl Mailer for Nobody {
    fn id(&self) -> &str {
        "nobody"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(Delivery::Unknown { reason: "nobody".to_owned() })
    }
}

/// What says no limit gives a hundred.
#[test]
fn a_page_whose_limit_is_not_said_has_a_hundred_rows() {
    on_each(|engine| {
        for n in 0..120 {
            let task = json!({"task": {"create": {"title": format!("Zavolat {n}")}}});
            engine.execute(&world::request(None, None, &task)).unwrap();
        }
        let ask = json!({"changes": {}});
        let changes = world::ask(engine, &world::manager(), &ask).unwrap();
        assert_eq!(changes["changes"].as_array().unwrap().len(), 100);
        let tasks = world::ask(engine, &world::manager(), &json!({"task": {"list": {}}})).unwrap();
        assert_eq!(tasks["rows"].as_array().unwrap().len(), 100);
    });
}

#[test]
fn a_page_has_between_one_and_a_thousand_rows() {
    on_each(|engine| {
        for limit in [0, 1_001, u32::MAX] {
            assert_eq!(code(list(engine, json!({"limit": limit}))), "REQUEST-PAGE-02");
            let timeline = json!({"timeline": {"context": world::customer(), "limit": limit}});
            let answer = world::ask(engine, &world::manager(), &timeline);
            assert_eq!(code(answer), "REQUEST-PAGE-02");
            for query in [
                json!({"persons": {"search": "Hruška", "limit": limit}}),
                json!({"kept": {"limit": limit}}),
            ] {
                assert_eq!(code(world::ask(engine, &world::manager(), &query)), "REQUEST-PAGE-02");
            }
            let (company, manager) = (world::company(), world::manager());
            assert_eq!(
                code(engine.session(company, manager.clone()).changes(0, limit)),
                "REQUEST-PAGE-02"
            );
            assert_eq!(code(engine.renew(company, &manager, limit)), "REQUEST-PAGE-02");
            let delivered = engine.deliver(company, &manager, &Nobody, limit);
            assert_eq!(code(delivered), "REQUEST-PAGE-02");
        }
        for limit in [1, 1_000] {
            let (company, manager) = (world::company(), world::manager());
            assert!(engine.session(company, manager.clone()).changes(0, limit).is_ok());
            assert!(engine.renew(company, &manager, limit).is_ok());
            assert!(engine.deliver(company, &manager, &Nobody, limit).is_ok());
            assert!(list(engine, json!({"limit": limit})).is_ok());
            for query in [
                json!({"timeline": {"context": world::customer(), "limit": limit}}),
                json!({"persons": {"search": "Hruška", "limit": limit}}),
                json!({"kept": {"limit": limit}}),
            ] {
                assert!(world::ask(engine, &manager, &query).is_ok(), "{query}");
            }
        }
    });
}

#[test]
fn a_cursor_belongs_to_its_question() {
    on_each(|engine| {
        for n in 0..3 {
            engine.execute(&world::draft(&format!("Kompresor {n}"))).unwrap();
        }
        let first = list(engine, json!({"limit": 2})).unwrap();
        let next = first["next"].as_str().unwrap();
        let rest = list(engine, json!({"limit": 2, "after": next})).unwrap();
        assert_eq!(rest["rows"].as_array().unwrap().len(), 1);
        assert_eq!(rest.get("next"), None);
        for other in [
            json!({"after": next, "descending": true}),
            json!({"after": next, "order": "reported_at"}),
            json!({"after": ""}),
            json!({"after": "zz"}),
            json!({"after": "čč"}),
            json!({"after": &next[..next.len() - 1]}),
            json!({"after": "7b7d"}),
        ] {
            assert_eq!(code(list(engine, other.clone())), "REQUEST-PAGE-01", "{other}");
        }
    });
}

/// What a mail says follows from its bytes: a command that says it is none, in any language.
#[test]
fn no_host_says_what_a_mail_says() {
    on_each(|engine| {
        let made_up = ReadMail { subject: "Zrušte to".into(), ..ReadMail::default() };
        let message = Box::new(Message::from_read(Hash::of(b"x"), &made_up));
        let mut request = world::found();
        request.id = Uuid::now_v7();
        request.target = None;
        request.command = mail::Command::Receive(message).into();
        assert_eq!(code(engine.execute(&request)), "REQUEST-READ-01");
        let list = json!({"mail": {"list": {}}});
        assert_eq!(world::ask(engine, &world::manager(), &list).unwrap()["rows"], json!([]));
    });
}
