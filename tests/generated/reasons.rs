//! The registry of reasons: unique, well-formed, append-only, and sayable in both languages.

use super::support::must_be;
use callout::document::Language;
use callout::reason::{Reason, registry};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

const PATH: &str = "include/schema/reasons.json";

#[test]
fn the_registry_is_what_is_declared() {
    let committed = std::fs::read_to_string(super::support::root().join(PATH));
    let committed: Vec<Value> =
        serde_json::from_str(&committed.unwrap_or_else(|_| "[]".to_owned())).expect("JSON");
    let now = registry();
    for old in &committed {
        let same = now.iter().find(|reason| old["code"] == reason.code);
        let reason = same.unwrap_or_else(|| panic!("{} is gone: events hold it", old["code"]));
        let parameters = serde_json::to_value(reason.parameters).expect("names");
        assert_eq!(old["parameters"], parameters, "{}: events hold them", reason.code);
    }
    must_be(PATH, &format!("{}\n", serde_json::to_string_pretty(&now).expect("JSON")));
}

#[test]
fn reasons_are_unique_sentences_with_their_own_parameters() {
    let mut seen = BTreeSet::new();
    let refusals: BTreeSet<&str> =
        callout::codebook::codes().iter().map(|code| code.code).collect();
    for reason in registry() {
        assert!(seen.insert(reason.code), "{} is declared twice", reason.code);
        assert!(!refusals.contains(reason.code), "{} is a refusal too", reason.code);
        assert!(super::codes::well_formed(reason.code), "{} is no NOUN-VERB-01", reason.code);
        for text in [reason.en, reason.cs] {
            assert!(text.ends_with('.'), "{}: no sentence", reason.code);
            let places: BTreeSet<&str> = super::codes::places(text).into_iter().collect();
            let parameters: BTreeSet<&str> = reason.parameters.iter().copied().collect();
            assert_eq!(places, parameters, "{}: what it says is all that it has", reason.code);
        }
    }
}

/// Each reason, with a value that some type of parameter takes.
fn examples() -> Vec<Reason> {
    let made = |reason: &&callout::reason::Declared| {
        let value = |name: &&str| match *name {
            "reported_on" | "from" | "until" | "day" => "2026-10-14",
            "reason" | "list" => "Ceník",
            _ => "1234.50",
        };
        let mut json: Map<String, Value> =
            reason.parameters.iter().map(|name| ((*name).to_owned(), value(name).into())).collect();
        json.insert("code".to_owned(), reason.code.into());
        serde_json::from_value(Value::Object(json)).expect(reason.code)
    };
    registry().iter().map(made).collect()
}

#[test]
fn a_reason_is_its_code_and_parameters_and_is_said_in_both_languages() {
    for reason in examples() {
        let json = serde_json::to_value(&reason).expect("JSON");
        assert_eq!(json["code"], reason.code());
        assert_eq!(serde_json::from_value::<Reason>(json).expect("read back"), reason);
        let [en, cs] = [Language::En, Language::Cs].map(|language| reason.text(language));
        assert!(!en.contains(['{', '}']) && !cs.contains(['{', '}']), "{en} {cs}");
        if !reason.code().starts_with("PRICE-LIST") {
            assert_ne!(en, cs);
        }
    }
}

/// What events, states and rows call a reason is a `Reason`, never prose.
#[test]
fn no_schema_holds_reasons_in_words() {
    fn walk(at: &str, value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    let prose = ["reasons", "rounding", "exempt"].contains(&name.as_str())
                        && inner.to_string().contains("\"string\"");
                    if prose || name == "covered" {
                        found.push(format!("{at}/{name}"));
                    }
                    walk(&format!("{at}/{name}"), inner, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(at, item, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (room, schemas) in callout::engine::SCHEMAS {
        for (name, schema) in schemas() {
            walk(&format!("{room}.{name}"), &schema.to_value(), &mut found);
        }
    }
    assert_eq!(found, Vec::<String>::new(), "prose or a recipe where a result belongs");
}
