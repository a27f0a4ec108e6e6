//! Which command is refused with which codes: as the decision tables show it.

use super::support::must_be;
use crate::tables::all_lines;
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
    let text = serde_json::to_string_pretty(&found).expect("JSON");
    must_be("core/src/engine/surface/schema/refusals.json", &format!("{text}\n"));
}
