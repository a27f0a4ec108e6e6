//! JSON Schemas, a file a room.

use super::support::must_be;
use callout::engine::SCHEMAS;
use serde_json::Value;

#[test]
fn the_schemas_are_what_the_types_say() {
    for (room, schemas) in SCHEMAS {
        let schemas: serde_json::Map<String, serde_json::Value> = schemas()
            .into_iter()
            .map(|(name, schema)| (name.to_owned(), schema.to_value()))
            .collect();
        let text = serde_json::to_string_pretty(&schemas).expect("JSON");
        must_be(&format!("include/schema/{room}.json"), &format!("{text}\n"));
    }
}

/// Schemas stand alone: neither the type nor the code beside a field is there to explain it.
#[test]
fn every_field_says_what_it_is() {
    let mut silent = Vec::new();
    for (room, schemas) in SCHEMAS {
        for (part, schema) in schemas() {
            undescribed(&schema.to_value(), &format!("{room}.{part}"), &mut silent);
        }
    }
    assert!(silent.is_empty(), "without a sentence of its own:\n  {}", silent.join("\n  "));
}

/// Examples in Rust are for hosts in Rust: schemas, and what is made of them, are read by all.
#[test]
fn no_schema_holds_an_example() {
    for (room, schemas) in SCHEMAS {
        for (part, schema) in schemas() {
            assert!(!schema.to_value().to_string().contains("```"), "{room}.{part}");
        }
    }
}

/// Fields without a description, or with one of three words or fewer. What only carries the name of
/// a command or variant is described beside it; a reference at its definition.
fn undescribed(schema: &Value, path: &str, silent: &mut Vec<String>) {
    let Value::Object(fields) = schema else {
        let inner = schema.as_array().into_iter().flatten();
        return inner.for_each(|inner| undescribed(inner, path, silent));
    };
    if let Some(Value::Object(properties)) = fields.get("properties") {
        let closed = fields.get("additionalProperties") == Some(&Value::Bool(false));
        let variant = properties.len() == 1 && closed;
        for (name, field) in properties {
            let said = field["description"].as_str().map(|said| said.split_whitespace().count());
            let elsewhere = variant || field.get("$ref").is_some() || field.get("const").is_some();
            let short = said.map_or(!elsewhere, |words| words <= 3);
            silent.extend(short.then(|| format!("{path}.{name}")));
        }
    }
    for (name, inner) in fields {
        undescribed(inner, &format!("{path}.{name}"), silent);
    }
}
