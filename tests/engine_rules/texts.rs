//! How long a text may be and which characters it may hold, in whatever command it stands.

use super::support::world;
use super::{code, on_each};
use callout::engine::{Engine, MAX_BYTES, Request, read};
use callout::error::Error;
use callout::error::text::MAX_REPEATED;
use callout::money::Exact;
use callout::noun::{MAX_LINE, MAX_TEXT};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LONG: &str = "REQUEST-TEXT-01";
const BREAK: &str = "REQUEST-TEXT-02";
const HIDDEN: &str = "REQUEST-TEXT-03";

/// A draft with one text in place of another.
fn draft(field: &str, text: &str) -> Request {
    let mut draft = json!({"kind": "one_off", "customer": world::customer(), "title": "Kompresor"});
    draft[field] = json!(text);
    world::request(None, None, &json!({"activity": {"create": draft}}))
}

fn refused(engine: &Engine, request: &Request) -> (&'static str, String) {
    let error = engine.execute(request).expect_err("a refusal");
    assert_ne!(error.message(), error.message_cs());
    (error.code(), error.details()["path"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_text_at_its_limit_is_taken_and_one_past_it_is_not() {
    on_each(|engine| {
        for (field, most) in [("title", MAX_LINE), ("description", MAX_TEXT)] {
            engine.execute(&draft(field, &"ž".repeat(most))).unwrap();
            let (code, path) = refused(engine, &draft(field, &"ž".repeat(most + 1)));
            assert_eq!((code, path), (LONG, format!("command.activity.create.{field}")));
        }
    });
}

#[test]
fn a_line_is_one_line_and_nothing_in_a_text_is_hidden() {
    on_each(|engine| {
        for (text, title, description) in [
            ("Kompresor\tstojí", Some(HIDDEN), None),
            ("Kompresor\nstojí", Some(BREAK), None),
            ("Kompresor\r\nstojí", Some(BREAK), None),
            ("Kompresor\rstojí", Some(BREAK), Some(HIDDEN)),
            ("Kompresor\0", Some(HIDDEN), Some(HIDDEN)),
            ("Kompresor\u{1b}[2J", Some(HIDDEN), Some(HIDDEN)),
            ("Kompresor\u{202e}gpj", Some(HIDDEN), None),
            ("Kompresor\u{2067}gpj", Some(HIDDEN), None),
        ] {
            for (field, code) in [("title", title), ("description", description)] {
                let answer = engine.execute(&draft(field, text));
                assert_eq!(answer.as_ref().err().map(Error::code), code, "{field} {text:?}");
            }
        }
    });
}

#[test]
fn every_text_of_a_command_is_looked_at_with_its_path() {
    let long = "x".repeat(MAX_LINE + 1);
    let customer = Some(world::customer());
    on_each(|engine| {
        let address = json!({"street": long, "city": "B", "postal_code": "1", "country": "CZ"});
        let mut emails = vec!["a@kovo.example".to_owned(); 2];
        emails.push(long.clone());
        let one = |value: Value| json!({"customer": {"create": value}});
        for (command, place) in [
            (one(json!({"name": "K", "address": address})), "customer.create.address.street"),
            (one(json!({"name": "K", "emails": emails})), "customer.create.emails[2]"),
            (
                json!({"record": {"link": {"noun": "customer", "system": "sap", "value": long}}}),
                "record.link.value",
            ),
            (
                json!({"equipment": {"set_fields": {"values": {"a\u{202e}": "1"}}}}),
                "equipment.set_fields.values.a\u{202e}",
            ),
            (
                json!({"message": {"queue": {"purpose": "letter", "to": [], "subject": "a\nb"}}}),
                "message.queue.subject",
            ),
        ] {
            let (code, path) = refused(engine, &world::request(customer, None, &command));
            assert!(code.starts_with("REQUEST-TEXT-"), "{code}");
            assert_eq!(path, format!("command.{place}"));
        }
        let mut outside = world::draft("Kompresor");
        outside.external_ids.insert("sap".to_owned(), long.clone());
        assert_eq!(refused(engine, &outside), (LONG, "external_ids.sap".to_owned()));
        // Of a name that is too long itself its beginning is told.
        let mut outside = world::draft("Kompresor");
        outside.external_ids.insert("x".repeat(1_000_000), "1".to_owned());
        let error = engine.execute(&outside).unwrap_err();
        assert_eq!(error.code(), LONG);
        assert!(error.message().len() < 500 && error.message_cs().len() < 500);
    });
}

#[test]
fn the_texts_of_a_question_are_held_to_the_same() {
    on_each(|engine| {
        let words = |words: &str| {
            let list = json!({"activity": {"list": {"filter": {"search": words}}}});
            world::ask(engine, &world::manager(), &list)
        };
        words(&"x".repeat(MAX_LINE)).unwrap();
        let error = words(&"x".repeat(MAX_LINE + 1)).unwrap_err();
        let path = &error.details()["path"];
        assert_eq!((error.code(), path), (LONG, &json!("query.activity.list.filter.search")));
        assert_eq!(code(words("a\0b")), HIDDEN);
    });
}

/// A title of many letters makes a long cursor, which its list takes all the same.
#[test]
fn a_cursor_is_as_long_as_what_it_stands_for() {
    on_each(|engine| {
        for n in 0..2 {
            engine.execute(&draft("title", &format!("{n}{}", "ž".repeat(MAX_LINE - 1)))).unwrap();
        }
        let mut list = json!({"limit": 1});
        let ask = |list: &Value| {
            world::ask(engine, &world::manager(), &json!({"activity": {"list": list}})).unwrap()
        };
        list["after"] = ask(&list)["next"].clone();
        assert_eq!(ask(&list)["rows"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn a_cursor_is_no_longer_than_a_text() {
    on_each(|engine| {
        for (letters, refusal) in [(MAX_TEXT, "REQUEST-PAGE-01"), (MAX_TEXT + 1, LONG)] {
            let list = json!({"activity": {"list": {"after": "x".repeat(letters)}}});
            assert_eq!(code(world::ask(engine, &world::manager(), &list)), refusal);
        }
    });
}

/// A host in Rust, which writes no JSON, is held to the same size.
#[test]
fn a_request_of_many_texts_has_the_same_bound_from_every_door() {
    on_each(|engine| {
        let items = MAX_BYTES as usize / MAX_LINE + 1;
        let emails = vec!["x".repeat(MAX_LINE); items];
        let create = json!({"customer": {"create": {"name": "K", "emails": []}}});
        let mut request = world::request(None, None, &create);
        let callout::engine::Command::Customer(callout::customer::Command::Create(create)) =
            &mut request.command
        else {
            panic!("a customer")
        };
        create.emails = emails;
        assert_eq!(code(engine.execute(&request)), "REQUEST-SIZE-01");
    });
}

/// A refusal is read, logged and sent on.
#[test]
fn a_refusal_repeats_the_beginning_of_what_was_said() {
    let price = |digits: usize| {
        let said = format!(r#"[{{"price": "{}"}}]"#, "9".repeat(digits));
        let error = read::<Vec<BTreeMap<String, Exact>>>(said.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "REQUEST-AMOUNT-02");
        error.details()["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(price(MAX_REPEATED), "9".repeat(MAX_REPEATED));
    assert_eq!(price(MAX_REPEATED + 1), format!("{}…", "9".repeat(MAX_REPEATED)));
    assert_eq!(price(1_000_000).chars().count(), MAX_REPEATED + 1);
}
