//! The few types that write their JSON by hand; all others derive their schemas.

use crate::document::PictureBytes;
use crate::journal::{FreeText, Hash, Personal};
use crate::money::Exact;
use crate::schedule::{Instant, Zone};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

impl JsonSchema for Exact {
    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "decimal",
            "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
            "description": "A decimal number as text; a JSON number is refused."
        })
    }
}

impl JsonSchema for Instant {
    fn schema_name() -> Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "RFC 3339 with an offset; a naive time is refused."
        })
    }
}

impl JsonSchema for Zone {
    fn schema_name() -> Cow<'static, str> {
        "Zone".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "time-zone",
            "description": "A zone of the IANA database: Europe/Prague.",
        })
    }
}

impl JsonSchema for Hash {
    fn schema_name() -> Cow<'static, str> {
        "Hash".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256."})
    }
}

impl JsonSchema for PictureBytes {
    fn schema_name() -> Cow<'static, str> {
        "PictureBytes".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "contentEncoding": "base64",
            "description": "The bytes of a PNG or JPEG file.",
        })
    }
}

impl JsonSchema for FreeText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "FreeText".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

impl<T: JsonSchema> JsonSchema for Personal<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Personal_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut value = generator.subschema_for::<Option<T>>();
        let what = "What is kept about the person; null once the person was forgotten.";
        value.insert("description".to_owned(), what.into());
        let person = json_schema!({
            "type": "string",
            "format": "uuid",
            "description": "The id of the person whom the value is about: what is kept under one \
                            id is forgotten together.",
        });
        json_schema!({
            "type": "object",
            "description": "A value about a natural person; null once that person was forgotten.",
            "properties": { "person": person, "value": value },
            "required": ["person", "value"]
        })
    }
}
