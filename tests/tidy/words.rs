//! Words of the house stay in the house: a host meets the words of the trade.

use super::source::{files, only, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// What no name in a schema, in the header or in Python says, and what is said instead. The
/// sentences that describe them say it neither: a host has one word for one thing.
const HOUSE: &[(&str, &str)] = &[
    ("acting", "session"),
    ("asker", "caller"),
    ("beside", "conflicts"),
    ("books", "company, or its journal"),
    ("carrier", "mailer"),
    ("claim", "reserve"),
    ("claimed", "reserved"),
    ("desk", "session"),
    ("enlist", "create"),
    ("enlisted", "created"),
    ("founded", "created"),
    ("ground", "reason"),
    ("lifecycle", "status"),
    ("machine", "equipment"),
    ("maker", "manufacturer"),
    ("paint", "render"),
    ("painted", "rendered"),
    ("painter", "renderer"),
    ("painting", "rendering"),
    ("room", "schema, or the name of the noun"),
    ("settle", "resolve"),
    ("settled", "resolved"),
    ("settling", "resolving"),
    ("unsettled", "unresolved"),
];

/// What a sentence may say all the same, and what it means there. The other words of the house are
/// names that only the code has, and mean nothing else where service work is described.
const ORDINARY: &[(&str, &str)] = &[
    ("beside", "what stands next to something: a file, a sum"),
    (
        "claim",
        "what is asked of a manufacturer under warranty; what is kept for a bill is reserved",
    ),
    ("room", "what a full disk lacks"),
    // A computer:
    ("machine's clock", "what tells the time where a host gives no clock"),
    ("the same machine", "where a relay runs"),
    ("the machine it was built for", "what a plugin must be built for"),
    // What writes letters by itself, in the words of RFC 3834:
    ("a machine wrote", "a mail that no person wrote"),
    ("older machines write", "the same, before there was a header for it"),
    ("by machine", "how nobody should answer it"),
    ("no machine should answer", "the same"),
    ("a machine with an address", "who sends it"),
    ("never a machine or ourselves", "whom no answer goes to"),
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

/// A word, or more than one of it.
fn is(said: &str, word: &str) -> bool {
    said.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest == "s")
}

fn house_word(said: &[String]) -> Option<String> {
    let found = HOUSE.iter().find(|(word, _)| said.iter().any(|said| is(said, word)));
    found.map(|(word, instead)| format!("{word} is {instead} to a host"))
}

fn of_the_house(name: &str) -> Option<String> {
    house_word(&words(name)).map(|why| format!("{name}: {why}"))
}

/// A sentence, without what it may say.
fn told_of_the_house(sentence: &str) -> Option<String> {
    let mut said = words(sentence);
    for (ordinary, _) in ORDINARY {
        let ordinary = words(ordinary);
        let at = |said: &[String]| {
            let mut places = said.windows(ordinary.len());
            places.position(|some| some.iter().zip(&ordinary).all(|(said, word)| is(said, word)))
        };
        while let Some(place) = at(&said) {
            said.drain(place..place + ordinary.len());
        }
    }
    let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    house_word(&said).map(|why| format!("{sentence}: {why}"))
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

/// The English sentences of a schema: descriptions, and what the registry of codes says.
fn sentences(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(all) => {
            for key in ["description", "cause", "en"] {
                found.extend(all.get(key).and_then(Value::as_str).map(str::to_owned));
            }
            all.values().for_each(|inner| sentences(inner, found));
        }
        Value::Array(all) => all.iter().for_each(|inner| sentences(inner, found)),
        _ => {}
    }
}

#[test]
fn schemas_say_the_words_of_the_trade() {
    let (mut found, mut told) = (BTreeSet::new(), BTreeSet::new());
    for path in files("include/schema") {
        let schema = serde_json::from_str(&text(&path)).expect("JSON");
        names(&schema, &mut found);
        sentences(&schema, &mut told);
    }
    assert!(found.contains("registration_number") && found.contains("created"), "{found:?}");
    assert!(told.contains("The card has no name. Say how people call the equipment."), "{told:?}");
    let broken: Vec<String> = found.iter().filter_map(|name| of_the_house(name)).collect();
    only("names that a host meets", &broken, &[]);
    let broken: Vec<String> = told.iter().filter_map(|said| told_of_the_house(said)).collect();
    only("sentences of the schemas", &broken, &[]);
}

/// Names and comments alike.
#[test]
fn the_headers_say_the_words_of_the_trade() {
    let headers: Vec<String> =
        files("include").into_iter().filter(|it| it.ends_with(".h")).collect();
    let headers: String = headers.iter().map(|path| text(path)).collect();
    let name = |sign: char| !sign.is_alphanumeric() && sign != '_';
    let found: BTreeSet<&str> = headers.split(name).collect();
    assert!(found.contains("callout_execute") && found.contains("committed"), "names are seen");
    let broken: Vec<String> = found.iter().filter_map(|name| of_the_house(name)).collect();
    only("words of the headers", &broken, &[]);
}

#[test]
fn python_says_the_words_of_the_trade() {
    let (mut found, mut told) = (BTreeSet::new(), BTreeSet::new());
    let python = |it: &String| it.ends_with(".py") || it.ends_with(".pyi");
    for path in files("python/python/callout").into_iter().filter(python) {
        let code = text(&path);
        found.extend(defined(&code));
        // Between three quotes and the next three stands what is told.
        told.extend(code.split("\"\"\"").skip(1).step_by(2).map(str::to_owned));
    }
    assert!(found.contains("Session") && found.contains("registration_number"), "names are seen");
    assert!(told.contains("What goes wrong, by what the caller does next."), "sentences are seen");
    let broken: Vec<String> = found.iter().filter_map(|name| of_the_house(name)).collect();
    only("names of Python", &broken, &[]);
    let broken: Vec<String> = told.iter().filter_map(|said| told_of_the_house(said)).collect();
    only("sentences of Python", &broken, &[]);
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
