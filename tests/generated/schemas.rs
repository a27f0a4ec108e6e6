//! JSON Schemas, a file a room.

use super::support::must_be;
use callout::engine::SCHEMAS;

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
