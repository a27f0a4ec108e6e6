//! All that is wrong with a request, by its schema: what reads it stops at the first.

use crate::engine::wire::MAX_FAULTS;
use crate::error::{Door, Error, inside, kind, refusal, shortened, shown, whole};
use crate::journal::Hash;
use crate::money::Exact;
use crate::schedule::{Instant, Zone, of_a_day, on_a_calendar};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

/// What does not fit the schema, in the order of the schema: the first of it, where it is much.
pub(in crate::engine) fn faults(json: &Value, schema: &Value) -> Vec<Error> {
    let mut look = Look { whole: schema, found: Vec::new() };
    look.at(json, schema, "");
    look.found.into_iter().map(Error::from).collect()
}

struct Look<'s> {
    whole: &'s Value,
    found: Vec<Door>,
}

impl<'s> Look<'s> {
    fn is_full(&self) -> bool {
        self.found.len() >= MAX_FAULTS
    }

    fn note(&mut self, fault: Door) {
        if !self.is_full() {
            self.found.push(fault);
        }
    }

    fn at(&mut self, json: &Value, schema: &'s Value, path: &str) {
        let schema = self.resolved(schema);
        for choice in ["oneOf", "anyOf"] {
            if let Some(variants) = schema[choice].as_array() {
                return self.choice(json, variants, path);
            }
        }
        if let Some(words) = schema["enum"].as_array() {
            let known: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
            return self.word(json, &known, path);
        }
        if let Some(word) = schema["const"].as_str() {
            return self.word(json, &[word], path);
        }
        match json {
            _ if !fits(json, &schema["type"]) => self.kind(json, &schema["type"], schema, path),
            Value::Object(fields) => self.object(fields, schema, path),
            Value::Array(items) => {
                for (n, item) in items.iter().enumerate() {
                    if self.is_full() {
                        return;
                    }
                    self.at(item, &schema["items"], &format!("{path}[{n}]"));
                }
            }
            Value::String(_) => self.form(json, schema, path),
            Value::Number(_) if !in_range(json, &schema["format"]) => {
                self.kind(json, &schema["type"], schema, path);
            }
            _ => {}
        }
    }

    fn resolved(&self, schema: &'s Value) -> &'s Value {
        let mut schema = schema;
        while let Some(name) = schema["$ref"].as_str() {
            schema = match name.strip_prefix("#/$defs/") {
                Some(name) => &self.whole["$defs"][name],
                None => self.whole,
            };
        }
        schema
    }

    fn object(&mut self, fields: &Map<String, Value>, schema: &'s Value, path: &str) {
        let nothing = Map::new();
        let known = schema["properties"].as_object();
        let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
        for name in required.iter().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                self.note(Door::FieldMissing { path: inside(path, name) });
            }
        }
        for (name, value) in fields {
            if self.is_full() {
                return;
            }
            let name_here = shortened(name);
            let here = match path {
                "" => name_here.into_owned(),
                path => format!("{path}.{name_here}"),
            };
            match (known.unwrap_or(&nothing).contains_key(name), &schema["additionalProperties"]) {
                (true, _) => self.at(value, &schema["properties"][name], &here),
                (false, Value::Bool(false)) => {
                    let known = known.into_iter().flat_map(Map::keys).cloned().collect();
                    self.note(Door::UnknownField { path: whole(&here), known });
                }
                (false, Value::Object(_)) => {
                    self.at(value, &schema["additionalProperties"], &here);
                }
                (false, _) => {}
            }
        }
    }

    /// A value that may be one of several things.
    fn choice(&mut self, json: &Value, variants: &'s [Value], path: &str) {
        let variants: Vec<&'s Value> = variants.iter().map(|one| self.resolved(one)).collect();
        let null = |schema: &&Value| schema["type"] == "null";
        if json.is_null() && variants.iter().any(null) {
            return;
        }
        let rest: Vec<&'s Value> = variants.into_iter().filter(|schema| !null(schema)).collect();
        if let [only] = rest.as_slice() {
            return self.at(json, only, path);
        }
        let tags: Vec<(&str, Tagged<'s>)> = rest.iter().flat_map(|schema| tags(schema)).collect();
        if tags.is_empty() {
            return self.nearest(json, &rest, path);
        }
        let inside_of = tags.iter().find_map(|(_, tag)| tag.field());
        match (json, inside_of) {
            (Value::String(word), _) => match tags.iter().find(|(known, _)| known == word) {
                Some((_, Tagged::Word)) => {}
                Some(_) => self.kind(json, &Value::from("choice"), &Value::Null, path),
                None => self.word(json, &named(&tags), path),
            },
            (Value::Object(fields), Some(field)) => match fields.get(field) {
                Some(Value::String(word)) => match tags.iter().find(|(known, _)| known == word) {
                    Some((_, Tagged::Inside(schema, _))) => self.at(json, schema, path),
                    _ => self.word(&fields[field], &named(&tags), path),
                },
                Some(other) => self.kind(other, &Value::from("choice"), &Value::Null, path),
                None => self.note(Door::FieldMissing { path: inside(path, field) }),
            },
            (Value::Object(fields), None) => {
                if fields.len() != 1 {
                    self.kind(json, &Value::from("choice"), &Value::Null, path);
                }
                for (name, value) in fields {
                    if self.is_full() {
                        return;
                    }
                    match tags.iter().find(|(known, _)| known == name) {
                        Some((_, Tagged::Outside(schema))) => {
                            self.at(value, schema, &inside(path, name));
                        }
                        Some(_) => self.kind(json, &Value::from("choice"), &Value::Null, path),
                        None => self.word(&Value::from(name.as_str()), &named(&tags), path),
                    }
                }
            }
            _ => self.kind(json, &Value::from("choice"), &Value::Null, path),
        }
    }

    /// What no tag tells apart: the faults of the variant that it is nearest to.
    fn nearest(&mut self, json: &Value, variants: &[&'s Value], path: &str) {
        let tried = variants.iter().map(|schema| {
            let mut look = Look { whole: self.whole, found: Vec::new() };
            look.at(json, schema, path);
            look.found
        });
        let least = tried.min_by_key(Vec::len).unwrap_or_default();
        least.into_iter().for_each(|fault| self.note(fault));
    }

    fn word(&mut self, json: &Value, known: &[&str], path: &str) {
        match json {
            Value::String(word) if known.contains(&word.as_str()) => return,
            Value::String(_) | Value::Object(_) => {}
            _ => return self.kind(json, &Value::from("choice"), &Value::Null, path),
        }
        let (path, value) = (whole(path), shown(json));
        let known = known.iter().map(|word| (*word).to_owned()).collect();
        self.note(Door::NoChoice { path, value, known });
    }

    fn kind(&mut self, json: &Value, wanted: &Value, schema: &Value, path: &str) {
        if schema["format"] == "decimal" && json.is_number() {
            let (path, value) = (whole(path), json.to_string());
            self.note(Door::AmountNumber { path, value });
            return;
        }
        let wanted = match wanted {
            Value::Array(kinds) => kinds.first().and_then(Value::as_str),
            kind => kind.as_str(),
        };
        let wanted = match wanted.unwrap_or_default() {
            "string" => "text",
            "integer" => schema["format"].as_str().unwrap_or("int64"),
            "array" => "list",
            "object" => "fields",
            same @ ("number" | "boolean" | "null" | "choice") => same,
            _ => "schema",
        };
        let found = kind(json).to_owned();
        let (path, wanted) = (whole(path), wanted.to_owned());
        self.note(Door::WrongKind { path, wanted, found });
    }

    /// A text whose form is said.
    fn form(&mut self, json: &Value, schema: &Value, path: &str) {
        match (schema["format"].as_str(), schema["pattern"].as_str()) {
            (Some("uuid"), _) => self.read::<Uuid>(json, "id", path),
            (Some("date"), _) => self.read::<NaiveDate>(json, "day", path),
            (Some("partial-date-time"), _) => {
                self.read::<OnACalendar>(json, "wall_time", path);
            }
            (Some("partial-time"), _) => self.read::<OfADay>(json, "time_of_day", path),
            (Some("date-time"), _) => self.read::<Instant>(json, "moment", path),
            (Some("decimal"), _) => self.read::<Exact>(json, "number", path),
            (Some("time-zone"), _) => self.read::<Zone>(json, "text", path),
            (_, Some("^[0-9a-f]{64}$")) => self.read::<Hash>(json, "hash", path),
            _ => {}
        }
    }

    /// Reads a text as the type reads it that it becomes.
    fn read<T: DeserializeOwned>(&mut self, json: &Value, wanted: &str, path: &str) {
        let Err(error) = serde_json::from_value::<T>(json.clone()) else { return };
        let value = shown(json);
        self.note(match refusal(&error, path, None) {
            Door::WrongForm { path, .. } | Door::Unreadable { path, .. } => {
                Door::WrongForm { path, value, wanted: wanted.to_owned() }
            }
            other => other,
        });
    }
}

/// A local time as all commands read it.
#[derive(Deserialize)]
#[serde(transparent)]
struct OnACalendar {
    #[serde(deserialize_with = "on_a_calendar")]
    _local: NaiveDateTime,
}

/// A time of day as all commands read it.
#[derive(Deserialize)]
#[serde(transparent)]
struct OfADay {
    #[serde(deserialize_with = "of_a_day")]
    _time: NaiveTime,
}

/// How a variant is told from the others.
enum Tagged<'s> {
    /// By the one field that it stands in.
    Outside(&'s Value),
    /// By a field of its own with one word.
    Inside(&'s Value, &'s str),
    /// It is a word and no more.
    Word,
}

impl<'s> Tagged<'s> {
    fn field(&self) -> Option<&'s str> {
        match self {
            Tagged::Inside(_, field) => Some(field),
            Tagged::Outside(_) | Tagged::Word => None,
        }
    }
}

/// The words by which a schema is told from others.
fn tags(schema: &Value) -> Vec<(&str, Tagged<'_>)> {
    if let Some(word) = schema["const"].as_str() {
        return vec![(word, Tagged::Word)];
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().filter_map(Value::as_str).map(|word| (word, Tagged::Word)).collect();
    }
    let Some(fields) = schema["properties"].as_object() else { return Vec::new() };
    let inside = fields.iter().find_map(|(name, field)| Some((name, field["const"].as_str()?)));
    if let Some((name, word)) = inside {
        return vec![(word, Tagged::Inside(schema, name))];
    }
    match (fields.iter().next(), fields.len(), &schema["additionalProperties"]) {
        (Some((name, field)), 1, Value::Bool(false)) => vec![(name, Tagged::Outside(field))],
        _ => Vec::new(),
    }
}

fn named<'t>(tags: &[(&'t str, Tagged<'_>)]) -> Vec<&'t str> {
    tags.iter().map(|(word, _)| *word).collect()
}

/// Whether a value is of a kind, or of one of several.
fn fits(json: &Value, kind: &Value) -> bool {
    match kind {
        Value::Array(kinds) => kinds.iter().any(|kind| fits(json, kind)),
        Value::String(kind) => match kind.as_str() {
            "null" => json.is_null(),
            "boolean" => json.is_boolean(),
            "integer" => json.is_u64() || json.is_i64(),
            "number" => json.is_number(),
            "string" => json.is_string(),
            "array" => json.is_array(),
            "object" => json.is_object(),
            _ => true,
        },
        _ => true,
    }
}

/// Whether a number is one that its place can hold.
fn in_range(json: &Value, format: &Value) -> bool {
    match format.as_str().unwrap_or_default() {
        "uint8" => json.as_u64().is_some_and(|n| u8::try_from(n).is_ok()),
        "uint16" => json.as_u64().is_some_and(|n| u16::try_from(n).is_ok()),
        "uint32" => json.as_u64().is_some_and(|n| u32::try_from(n).is_ok()),
        "uint64" => json.is_u64(),
        "int32" => json.as_i64().is_some_and(|n| i32::try_from(n).is_ok()),
        "int64" => json.is_i64(),
        _ => true,
    }
}
