//! The decision tables are complete: every verb that a host can ask succeeds in one of them.

use super::verbs::{OWN, commands};
use crate::tables::{all_lines, lines};
use callout::engine::SCHEMAS;
use std::collections::BTreeSet;

/// Verbs of commands that happen in a case, as `activity.assign`.
fn happening() -> BTreeSet<String> {
    verbs(&all_lines()).into_iter().collect()
}

/// What a command comes to stands at the end of its line.
fn verbs(lines: &[String]) -> Vec<String> {
    let happened = |line: &String| {
        let (asked, events) = line.rsplit_once("=>")?;
        let verb = asked.split_whitespace().nth(1)?;
        (verb.contains('.') && events.trim() != "nothing").then(|| verb.to_owned())
    };
    lines.iter().filter_map(happened).collect()
}

#[test]
fn every_verb_happens_in_a_case() {
    let happening = happening();
    let own = |verb: &String| OWN.iter().any(|(own, _)| own == verb);
    let missing: Vec<String> =
        commands().into_iter().filter(|verb| !happening.contains(verb) && !own(verb)).collect();
    assert!(missing.is_empty(), "no case shows that this can be done:\n  {}", missing.join("\n  "));
}

/// Each noun with the fields that its lists are narrowed by; none for the questions that are no
/// lists of a noun.
fn questions() -> Vec<(&'static str, Vec<String>)> {
    let mut found = Vec::new();
    for (noun, schemas) in SCHEMAS {
        for (_, schema) in schemas().into_iter().filter(|(part, _)| *part == "query") {
            let schema = schema.to_value();
            let fields = schema["$defs"]["Filter"]["properties"].as_object();
            let fields = fields.map(|fields| fields.keys().cloned().collect::<Vec<String>>());
            found.push((*noun, fields.unwrap_or_default()));
        }
    }
    let fields = |noun: &str| found.iter().find(|(known, _)| *known == noun).map(|(_, f)| f.len());
    assert!(fields("visit") > Some(3), "fields are read from the schemas");
    found
}

#[test]
fn every_question_is_asked_in_a_case() {
    let lines = all_lines();
    let asked = |noun: &str, wanted: &str| {
        let question = format!("{{\"{noun}\": {{");
        let mut asked = lines.iter().filter(|line| line.starts_with("see "));
        asked.any(|line| line.contains(&question) && line.contains(wanted))
    };
    let mut missing = Vec::new();
    for (noun, fields) in questions() {
        if !asked(noun, "") {
            missing.push(noun.to_owned());
        }
        for field in fields.iter().filter(|field| !asked(noun, &format!("\"{field}\":"))) {
            missing.push(format!("{noun} by {field}"));
        }
    }
    assert!(missing.is_empty(), "no case asks for:\n  {}", missing.join("\n  "));
}

#[test]
fn what_is_refused_or_changes_nothing_does_not_count() {
    let text = "# m a.b c => d\nm a.b c !! X-Y-01\nm a.c d {\"x\":\n    1} => done\n\
        m a.d e => nothing\nsee m {\"a\": {}} => {\"x.y\": 1}";
    assert_eq!(verbs(&lines(text)), ["a.c"]);
}
