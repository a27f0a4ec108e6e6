//! Words of the house stay in the house: a host meets the words of the trade.

use super::source::{only, root, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// What no name in a schema, in the header or in Python says, and what is said instead.
const HOUSE: &[(&str, &str)] = &[
    ("acting", "session"),
    ("asker", "caller"),
    ("beside", "conflicts"),
    ("books", "company"),
    ("carrier", "mailer"),
    ("claim", "reserve"),
    ("claimed", "reserved"),
    ("desk", "session"),
    ("enlist", "create"),
    ("enlisted", "created"),
    ("founded", "created"),
    ("ground", "reason"),
    ("lifecycle", "status"),
    ("maker", "manufacturer"),
    ("painted", "rendered"),
    ("painter", "renderer"),
    ("room", "schema, or the name of the noun"),
    ("settle", "resolve"),
    ("settled", "resolved"),
    ("unsettled", "unresolved"),
];

/// The words of a name, whether it is written `line_reported` or `LineReported`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for sign in name.chars() {
        let last = words.last().expect("a word");
        if !sign.is_alphanumeric() || (sign.is_uppercase() && !last.ends_with(char::is_uppercase)) {
            words.push(String::new());
        }
        if sign.is_alphanumeric() {
            words.last_mut().expect("a word").extend(sign.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn of_the_house(name: &str) -> Option<String> {
    let said = words(name);
    let found = HOUSE.iter().find(|(word, _)| said.iter().any(|said| said == word));
    found.map(|(word, instead)| format!("{name}: {word} is {instead} to a host"))
}

/// The names of a schema: of its properties, of its types, and of the words that may stand there.
fn names(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(all) => {
            for key in ["properties", "$defs"] {
                let under = all.get(key).and_then(Value::as_object);
                found.extend(under.into_iter().flat_map(|under| under.keys().cloned()));
            }
            let word = all.get("const").and_then(Value::as_str);
            found.extend(word.map(str::to_owned));
            let words = all.get("enum").and_then(Value::as_array).into_iter().flatten();
            found.extend(words.filter_map(|word| word.as_str().map(str::to_owned)));
            all.values().for_each(|inner| names(inner, found));
        }
        Value::Array(all) => all.iter().for_each(|inner| names(inner, found)),
        _ => {}
    }
}

#[test]
fn schemas_say_the_words_of_the_trade() {
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(root().join("include/schema")).expect("schemas") {
        let path = file.expect("a file").path();
        let schema = std::fs::read_to_string(&path).expect("a schema");
        names(&serde_json::from_str(&schema).expect("JSON"), &mut found);
    }
    assert!(found.contains("registration_number") && found.contains("created"), "{found:?}");
    let broken: Vec<String> = found.iter().filter_map(|name| of_the_house(name)).collect();
    only("names that a host meets", &broken, &[]);
}

#[test]
fn the_header_says_the_words_of_the_trade() {
    let header = text("include/callout.h");
    let name = |sign: char| !sign.is_alphanumeric() && sign != '_';
    let found: BTreeSet<&str> = header.split(name).collect();
    assert!(found.contains("callout_execute"), "names are seen");
    let broken: Vec<String> = found.iter().filter_map(|name| of_the_house(name)).collect();
    only("words of the header", &broken, &[]);
}

#[test]
fn python_says_the_words_of_the_trade() {
    let mut found = BTreeSet::new();
    for folder in ["python/python/callout", "python/python/callout/_generated"] {
        for file in std::fs::read_dir(root().join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            if path.extension().is_some_and(|ext| ext == "py" || ext == "pyi") {
                let code = std::fs::read_to_string(&path).expect("code");
                found.extend(defined(&code));
            }
        }
    }
    assert!(found.contains("Session") && found.contains("registration_number"), "names are seen");
    let broken: Vec<String> = found.iter().filter_map(|name| of_the_house(name)).collect();
    only("names of Python", &broken, &[]);
}

/// Classes, functions, parameters and attributes: what stands before `(`, `:` or `=` in a line.
fn defined(code: &str) -> impl Iterator<Item = String> + '_ {
    code.lines().filter_map(|line| {
        let line = line.trim_start();
        let line = ["class ", "def "].iter().find_map(|it| line.strip_prefix(it)).unwrap_or(line);
        let end = line.find(|sign: char| !sign.is_alphanumeric() && sign != '_')?;
        let defines = line[end..].trim_start().starts_with(['(', ':', '=']);
        (defines && end > 0 && !line.starts_with('_')).then(|| line[..end].to_owned())
    })
}
