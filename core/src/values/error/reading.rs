//! What a reader of JSON complains of, as a refusal for people: none of its words, and no names of
//! Rust's types, which say nothing to a caller.

use super::{Door, Mark};
use serde_json::Value;
use serde_json::error::Category;
use std::borrow::Cow;

/// What serde said of a place as the door's refusal. `json` is what stands there, where all of it
/// is JSON.
pub(crate) fn refusal(error: &serde_json::Error, path: &str, json: Option<&Value>) -> Door {
    match (error.classify(), json) {
        // Good JSON that has two words, or none, where one of several is meant.
        (Category::Syntax | Category::Eof, Some(json)) => {
            let found = kind(json).to_owned();
            return Door::WrongKind { path: whole(path), wanted: "choice".to_owned(), found };
        }
        (Category::Syntax | Category::Eof, None) => {
            return Door::NotJson { line: error.line() as u64, column: error.column() as u64 };
        }
        (Category::Data | Category::Io, _) => {}
    }
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    of_message(message.strip_suffix(&place).unwrap_or(&message), path, json)
}

fn of_message(message: &str, path: &str, json: Option<&Value>) -> Door {
    if let Some(door) = Mark::find(message, path) {
        return door;
    }
    let whole = whole(path);
    let mut names = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let head = |words: &str| message.starts_with(words);
    if head("missing field ") {
        Door::FieldMissing { path: inside(path, &names.next().unwrap_or_default()) }
    } else if head("duplicate field ") {
        Door::FieldTwice { path: inside(path, &names.next().unwrap_or_default()) }
    } else if head("unknown field ") {
        Door::UnknownField { path: whole, known: names.skip(1).collect() }
    } else if head("unknown variant ") {
        let value = names.next().unwrap_or_default();
        Door::NoChoice { path: whole, value, known: names.collect() }
    } else if let Some((found, wanted)) = kinds(message) {
        Door::WrongKind { path: whole, wanted: wanted.to_owned(), found: found.to_owned() }
    } else if let Some(wanted) = form(message) {
        let value = json.map(shown).unwrap_or_default();
        Door::WrongForm { value, path: whole, wanted: wanted.to_owned() }
    } else {
        Door::Unreadable { path: whole, reason: message.to_owned() }
    }
}

/// The path of a field in what stands at a path, unless that is the field's own already.
pub(crate) fn inside(path: &str, field: &str) -> String {
    match path {
        "" | "$" => field.to_owned(),
        path if path == field || path.ends_with(&format!(".{field}")) => path.to_owned(),
        path => format!("{path}.{field}"),
    }
}

/// What was found and what was wanted, as `wording` knows them.
fn kinds(message: &str) -> Option<(&'static str, &'static str)> {
    let rest = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|head| message.strip_prefix(head))?;
    let (found, wanted) = rest.rsplit_once(", expected ")?;
    Some((found_kind(found), wanted_kind(wanted)))
}

fn found_kind(found: &str) -> &'static str {
    match found.split([' ', '`']).next().unwrap_or_default() {
        "string" | "character" => "text",
        "integer" | "floating" => "number",
        "boolean" => "boolean",
        "sequence" => "list",
        "map" => "object",
        "null" | "unit" | "Option" => "null",
        _ => "other",
    }
}

fn wanted_kind(wanted: &str) -> &'static str {
    let wanted = wanted.trim_start_matches("a ").trim_start_matches("an ");
    let starts = |heads: &[&str]| heads.iter().any(|head| wanted.starts_with(head));
    const NUMBERS: &[(&str, &str)] = &[
        ("u8", "uint8"),
        ("u16", "uint16"),
        ("u32", "uint32"),
        ("u64", "uint64"),
        ("i32", "int32"),
        ("i64", "int64"),
    ];
    if let Some((_, kind)) = NUMBERS.iter().find(|(number, _)| *number == wanted) {
        kind
    } else if starts(&["string", "borrowed string", "amount", "identifier", "character"]) {
        "text"
    } else if starts(&["boolean"]) {
        "boolean"
    } else if starts(&["sequence", "tuple of", "array"]) {
        "list"
    } else if starts(&["map", "struct", "internally tagged", "adjacently tagged", "tuple variant"])
    {
        "fields"
    } else if starts(&["newtype variant", "unit variant", "enum", "string or map", "variant"]) {
        "choice"
    } else if wanted.contains("date") || wanted.contains("time") {
        "date"
    } else if wanted.contains("UUID") {
        "id"
    } else {
        "schema"
    }
}

/// The form that a text does not have.
fn form(message: &str) -> Option<&'static str> {
    const OF_A_DATE: &[&str] = &[
        "input contains invalid characters",
        "premature end of input",
        "input is out of range",
        "input is not enough for unique date and time",
        "no possible date and time matching input",
        "trailing input",
    ];
    if message.starts_with("UUID parsing failed") {
        Some("id")
    } else if OF_A_DATE.contains(&message) {
        Some("date")
    } else if message == "a hash is 64 hexadecimal digits" {
        Some("hash")
    } else if message.starts_with("no base64") {
        Some("base64")
    } else {
        None
    }
}

/// A name of the caller's own is repeated in the path of each fault below it: of a long one so many
/// characters.
const LONGEST_NAME: usize = 60;

/// A name as a path repeats it.
pub(crate) fn shortened(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => Cow::Owned(format!("{}…", &name[..end])),
        None => Cow::Borrowed(name),
    }
}

/// What stands somewhere, as a sentence repeats it.
pub(crate) fn shown(json: &Value) -> String {
    match json {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The place of a fault; of the whole, where it is in none of its parts.
pub(crate) fn whole(path: &str) -> String {
    if path.is_empty() { "$" } else { path }.to_owned()
}

/// What a value is, as `wording` knows it.
pub(crate) fn kind(json: &Value) -> &'static str {
    match json {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_reads_no_word_of_the_reader() {
        let json = serde_json::json!({"target": "4711", "on": "4711"});
        for (said, path, code, sentence) in [
            (
                "missing field `title`",
                "command.activity.create",
                "REQUEST-FIELD-02",
                "The field command.activity.create.title is missing. Give it a value.",
            ),
            (
                "missing field `id`",
                "",
                "REQUEST-FIELD-02",
                "The field id is missing. Give it a value.",
            ),
            (
                "unknown field `colour`, expected `a` or `b`",
                "x.colour",
                "REQUEST-FIELD-01",
                "Nobody knows the field x.colour. Leave it out, or take one of these: a, b.",
            ),
            (
                "unknown variant `fly`, expected one of `open`, `close`",
                "command.activity",
                "REQUEST-CHOICE-01",
                "fly cannot stand at command.activity. Take one of these: open, close.",
            ),
            (
                "invalid type: sequence, expected struct RegistryEntry",
                "",
                "REQUEST-KIND-01",
                "At $ stands a list; give an object with the fields of the schema.",
            ),
            (
                "invalid value: integer `-1`, expected u32",
                "query.limit",
                "REQUEST-KIND-01",
                "At query.limit stands a number; give a whole number from 0 to 4294967295.",
            ),
            (
                "UUID parsing failed: invalid character: found `o` at 2",
                "target",
                "REQUEST-FORM-01",
                "4711 at target does not have the form that is asked for. Give an id (UUID).",
            ),
            (
                "premature end of input",
                "on",
                "REQUEST-FORM-01",
                "4711 at on does not have the form that is asked for. Give a date such as \
                 2026-10-14, or a time such as 2026-10-14T08:00:00.",
            ),
        ] {
            let error =
                crate::error::Error::from(of_message(said, path, json.get(path).or(Some(&json))));
            assert_eq!((error.code(), error.message().as_str()), (code, sentence));
        }
    }
}
