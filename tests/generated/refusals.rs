//! Which command is refused with which codes: as the decision tables and the lifecycles show it.

use super::support::must_be;
use crate::tables::all_lines;
use callout::noun::Step;
use callout::{activity, equipment, invoice, message, report, task, technician, visit};
use std::collections::{BTreeMap, BTreeSet};

/// What any command can be refused with, by the door and not by the noun.
const ANY: &[&str] = &["ACCESS-", "COMMAND-", "ENGINE-", "RECORD-", "REQUEST-", "STORE-"];

#[test]
fn the_schemas_tell_what_refuses_a_command() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in all_lines() {
        let Some((asked, refused)) = line.split_once(" !! ") else { continue };
        let verb = asked.split_whitespace().nth(1).filter(|verb| verb.contains('.'));
        let code = refused.split_whitespace().next();
        let (Some(verb), Some(code)) = (verb, code) else { continue };
        let any = ANY.iter().any(|any| code.starts_with(any));
        if !any || verb.starts_with("record.") && code.starts_with("RECORD-E") {
            found.entry(verb.to_owned()).or_default().insert(code.to_owned());
        }
    }
    let add = &mut |noun: &str, verb: &str| {
        let code = format!("{}-STATUS-01", noun.to_uppercase());
        found.entry(format!("{noun}.{verb}")).or_default().insert(code);
    };
    refused("activity", activity::LIFECYCLE, add);
    refused("equipment", equipment::LIFECYCLE, add);
    refused("invoice", invoice::LIFECYCLE, add);
    refused("message", message::LIFECYCLE, add);
    refused("report", report::LIFECYCLE, add);
    refused("task", task::LIFECYCLE, add);
    refused("technician", technician::LIFECYCLE, add);
    refused("visit", visit::LIFECYCLE, add);
    let text = serde_json::to_string_pretty(&found).expect("JSON");
    must_be("core/src/engine/surface/schema/refusals.json", &format!("{text}\n"));
}

/// The verbs that some state does not allow. What is reported, stepped or delivered late is taken
/// in any state, or refused by codes of its own.
fn refused<S: Copy + PartialEq>(noun: &str, table: &[Step<S>], add: &mut impl FnMut(&str, &str)) {
    const ANYWHERE: &[&str] = &["report_line", "resolve", "deliver"];
    let mut states: Vec<S> = Vec::new();
    for state in table.iter().flat_map(|step| [step.from, step.to]) {
        if !states.contains(&state) {
            states.push(state);
        }
    }
    for step in table.iter().filter(|step| !ANYWHERE.contains(&step.verb)) {
        if states.iter().any(|state| Step::next(table, *state, step.verb).is_none()) {
            add(noun, step.verb);
        }
    }
}
