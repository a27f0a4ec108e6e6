//! The registry of codes: unique, well-formed, append-only.

use super::support::must_be;
use callout::access::GRANTS;
use callout::codebook::codes;
use callout::error::{Code, Coded, Error, Status};
use callout::{
    activity, equipment, invoice, job_sheet, message, plan, report, task, technician, visit,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use strum::VariantNames;

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
        assert!(code.cause.split_whitespace().count() > 2, "{}: no cause", code.code);
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

/// A code with values for its places, as a person meets it.
struct Sample<'c> {
    code: &'static Code,
    values: &'c dyn Fn(&str) -> Value,
}

impl Coded for Sample<'_> {
    fn code(&self) -> &'static Code {
        self.code
    }

    fn parameters(&self) -> Map<String, Value> {
        let values = self.code.parameters.iter().map(|name| ((*name).to_owned(), name));
        values.map(|(name, place)| (name, (self.values)(place))).collect()
    }
}

fn sample(name: &str) -> Value {
    match name {
        "verb" => json!("cancel"),
        "allowed" => json!(["open", "add_note"]),
        "status" => json!("draft"),
        "noun" => json!("job_sheet"),
        "role" => json!("technician"),
        other => json!(format!("‹{other}›")),
    }
}

/// All sentences as people read them: a page to be read whole, in each language.
#[test]
fn every_sentence_stands_on_a_page_of_its_language() {
    let page = |say: &dyn Fn(&Error) -> String| {
        let line = |code: &&'static Code| {
            let error = Error::new(&Sample { code, values: &sample });
            format!("{}\n    {}\n", code.code, say(&error))
        };
        codes().iter().map(line).collect::<String>()
    };
    must_be("tests/golden/codes.en.txt", &page(&Error::message));
    must_be("tests/golden/codes.cs.txt", &page(&Error::message_cs));
}

/// What a sentence says of a verb, a state or a noun is a word of its language, and no name of
/// a program.
#[test]
fn verbs_states_and_nouns_have_words() {
    const PLACES: Code = Code {
        code: "TEST-WORDS-01",
        status: Status::Refused,
        en: "{verb}|{status}|{noun}",
        cs: "{verb}|{status}|{noun}",
        cause: "A sample.",
        parameters: &["verb", "status", "noun"],
    };
    let statuses = [
        activity::Status::VARIANTS,
        equipment::Status::VARIANTS,
        invoice::Status::VARIANTS,
        job_sheet::Status::VARIANTS,
        &["filed", "unfiled"],
        message::Status::VARIANTS,
        plan::Status::VARIANTS,
        report::Status::VARIANTS,
        task::Status::VARIANTS,
        technician::Status::VARIANTS,
        visit::Status::VARIANTS,
    ];
    let verbs = GRANTS.iter().map(|grant| ("verb", grant.verb));
    let nouns = GRANTS.iter().filter_map(|grant| Some(("noun", grant.verb.split_once('.')?.0)));
    let statuses = statuses.into_iter().flatten().map(|status| ("status", *status));
    for (place, value) in verbs.chain(nouns).chain(statuses) {
        let values = |name: &str| json!(if name == place { value } else { "" });
        let error = Error::new(&Sample { code: &PLACES, values: &values });
        for (said, language) in [(error.message(), "English"), (error.message_cs(), "Czech")] {
            let said = said.trim_matches('|');
            assert!(!said.contains(['_', '.']), "{value} has no word in {language}: {said}");
            assert!(language == "English" || said != value, "{value} has no Czech word");
        }
    }
}
