//! Which command is refused with which codes: as the decision tables show it.

use super::support::{must_be, root};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What any command can be refused with, by the door and not by the noun.
const ANY: &[&str] = &["ACCESS-", "COMMAND-", "ENGINE-", "RECORD-", "REQUEST-", "STORE-"];

/// The lines of a table, a long one in one.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match lines.last_mut() {
            Some(before) if line.starts_with(' ') => before.push_str(line),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn gather(folder: &Path, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "case") {
            let text = std::fs::read_to_string(&path).expect("a table");
            for line in lines(&text) {
                let Some((asked, refused)) = line.split_once(" !! ") else { continue };
                let verb = asked.split_whitespace().nth(1).filter(|verb| verb.contains('.'));
                let code = refused.split_whitespace().next();
                let (Some(verb), Some(code)) = (verb, code) else { continue };
                if !ANY.iter().any(|any| code.starts_with(any)) {
                    found.entry(verb.to_owned()).or_default().insert(code.to_owned());
                }
            }
        }
    }
}

#[test]
fn the_schemas_tell_what_refuses_a_command() {
    let mut found = BTreeMap::new();
    gather(&root().join("tests/cases"), &mut found);
    let text = serde_json::to_string_pretty(&found).expect("JSON");
    must_be("core/src/engine/surface/schema/refusals.json", &format!("{text}\n"));
}
