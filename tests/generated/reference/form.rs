//! What a schema says, in the words of a table.

use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};

/// Text on one line; links that only Rust's own pages follow are the words that they stand on.
pub fn one_line(text: &Value) -> String {
    // Examples in Rust stand on Rust's pages.
    let text = text.as_str().unwrap_or_default().split("```").step_by(2).collect::<String>();
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some((before, label, after)) = rust_link(&line) {
        line = format!("{before}{label}{after}");
    }
    line
}

/// The first link to a path of Rust: what stands before it, its label, what stands behind.
fn rust_link(line: &str) -> Option<(&str, &str, &str)> {
    line.match_indices("[`").find_map(|(at, _)| {
        let (label, after) = line.get(at + 1..)?.split_once(']')?;
        match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((target, behind)) => target.contains("::").then(|| (&line[..at], label, behind)),
            None => Some((&line[..at], label, after)),
        }
    })
}

/// Text in a cell of a table.
pub fn cell(text: &Value) -> String {
    one_line(text).replace('|', "\\|")
}

/// The name that a reference leads to.
fn target(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// What stands behind a reference; else the schema itself.
pub fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match target(schema) {
        Some(name) => &root["$defs"][name],
        None => schema,
    }
}

/// The words that a schema allows, each with its own schema; none where it is no choice.
pub fn words(schema: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for all in ["oneOf", "enum"] {
        for variant in schema[all].as_array().into_iter().flatten() {
            let word = variant["const"].as_str().or(variant["required"][0].as_str());
            match word.or(variant.as_str()) {
                Some(word) => found.push((word.to_owned(), variant.clone())),
                None => found.extend(words(variant)),
            }
        }
    }
    found
}

/// What a variant holds beside its name.
pub fn holds(root: &Value, variant: &Value, word: &str, types: &mut Types) -> String {
    match variant["properties"].get(word) {
        Some(content) if content.is_object() => types.form(root, content),
        _ => String::new(),
    }
}

/// Types that were named in a table and have no table of their own yet.
#[derive(Default)]
pub struct Types {
    known: BTreeMap<String, Value>,
    waiting: VecDeque<(String, Value, Value)>,
}

impl Types {
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The next type, with the schema that it stands in.
    pub fn next(&mut self) -> Option<(String, Value, Value)> {
        self.waiting.pop_front()
    }

    /// The form of a field, as a reader says it.
    pub fn form(&mut self, root: &Value, schema: &Value) -> String {
        if let Some(name) = target(schema) {
            return self.named(root, name);
        }
        let choices = schema["anyOf"].as_array().or(schema["oneOf"].as_array());
        if let Some(choices) = choices {
            let some: Vec<String> = choices
                .iter()
                .filter(|choice| choice["type"] != "null")
                .map(|choice| self.form(root, choice))
                .filter(|form| !form.is_empty())
                .collect();
            return some.join(" or ");
        }
        if let Some(word) = schema["const"].as_str() {
            return format!("`{word}`");
        }
        let kind = &schema["type"];
        let kind = kind.as_str().or_else(|| kind[0].as_str()).unwrap_or_default();
        match (kind, schema["format"].as_str()) {
            ("string", Some("uuid")) => "id".to_owned(),
            ("string", Some("date")) => "day".to_owned(),
            ("string", Some("partial-date-time")) => "local time".to_owned(),
            ("string", _) if schema["contentEncoding"] == "base64" => "bytes as base64".to_owned(),
            ("string", _) => "text".to_owned(),
            ("integer", _) => "number".to_owned(),
            ("boolean", _) => "yes or no".to_owned(),
            ("array", _) => format!("list of {}", self.form(root, &schema["items"])),
            ("object", _) if schema["properties"].is_object() => self.inside(root, schema),
            ("object", _) => {
                let value = self.form(root, &schema["additionalProperties"]);
                format!("text to {}", if value.is_empty() { "anything" } else { &value })
            }
            _ => String::new(),
        }
    }

    fn named(&mut self, root: &Value, name: &str) -> String {
        let schema = &root["$defs"][name];
        match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Exact" => return "decimal as text".to_owned(),
            "Instant" => return "moment".to_owned(),
            "Zone" => return "zone".to_owned(),
            "Hash" => return "hash".to_owned(),
            _ => {}
        }
        if name.starts_with("Personal") {
            let value = self.form(root, &schema["properties"]["value"]);
            return format!("{value} about a person");
        }
        // The same name may mean two things on one page.
        let (mut shown, mut number) = (name.to_owned(), 1);
        while self.known.get(&shown).is_some_and(|known| known != schema) {
            number += 1;
            shown = format!("{name}{number}");
        }
        if self.known.insert(shown.clone(), schema.clone()).is_none() {
            self.waiting.push_back((shown.clone(), root.clone(), schema.clone()));
        }
        format!("[{shown}](#{})", shown.to_lowercase())
    }

    /// A record without a name: its fields in a row.
    fn inside(&mut self, root: &Value, schema: &Value) -> String {
        let all = schema["properties"].as_object().into_iter().flatten();
        let told: Vec<String> =
            all.map(|(name, field)| format!("`{name}`: {}", self.form(root, field))).collect();
        told.join(", ")
    }
}
