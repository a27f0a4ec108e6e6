//! The registry of codes: unique, well-formed, append-only.

use super::support::must_be;
use callout::codebook::codes;
use callout::error::Code;
use std::collections::BTreeSet;

const PATH: &str = "include/schema/codes.json";

#[test]
fn the_registry_is_what_the_rooms_declare() {
    let committed = std::fs::read_to_string(PATH).unwrap_or_else(|_| "[]".to_owned());
    let committed: Vec<serde_json::Value> = serde_json::from_str(&committed).expect("JSON");
    let now = codes();
    for old in &committed {
        let same = now.iter().find(|code| old["code"] == code.code);
        let code =
            same.unwrap_or_else(|| panic!("{} is gone: codes are never taken back", old["code"]));
        let status = serde_json::to_value(code.status).expect("a status");
        assert_eq!(old["status"], status, "{}: a status never changes", code.code);
    }
    must_be(PATH, &format!("{}\n", serde_json::to_string_pretty(&now).expect("JSON")));
}

#[test]
fn codes_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    for code in codes() {
        assert!(seen.insert(code.code), "{} is declared twice", code.code);
        assert!(well_formed(code.code), "{} is no NOUN-VERB-01", code.code);
        for (language, text) in [("en", code.en), ("cs", code.cs)] {
            assert!(text.ends_with('.'), "{} {language}: no sentence", code.code);
            for place in places(text) {
                assert!(code.parameters.contains(&place), "{}: no parameter {place}", code.code);
            }
        }
        assert_eq!(used(code, code.en), used(code, code.cs), "{}: other parameters", code.code);
    }
}

pub fn well_formed(code: &str) -> bool {
    let mut parts = code.rsplit('-');
    let number = parts.next().unwrap_or_default();
    let words: Vec<&str> = parts.collect();
    number.len() == 2
        && number.chars().all(|c| c.is_ascii_digit())
        && words.len() >= 2
        && words.iter().all(|w| !w.is_empty() && w.chars().all(|c| c.is_ascii_uppercase()))
}

pub fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

fn used<'a>(code: &Code, text: &'a str) -> BTreeSet<&'a str> {
    assert!(!code.code.is_empty());
    places(text).into_iter().collect()
}
