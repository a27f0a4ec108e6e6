//! What a schema says is read by hosts of any language: the examples in Rust stay behind, and so do
//! the numbers of the story and the rulings.

use crate::error::text::unnumbered;
use schemars::Schema;
use serde_json::Value;

/// What fences an example off.
const FENCE: &str = "```";

/// Takes the examples out of every description of a schema, with the empty lines before them, and
/// the numbers.
pub(super) fn without_examples(mut schema: Schema) -> Schema {
    let fields = schema.as_object_mut().into_iter().flatten();
    fields.for_each(|(name, inner)| cut(name, inner));
    schema
}

fn cut(name: &str, value: &mut Value) {
    match value {
        Value::String(said) if name == "description" => *said = unnumbered(&plain(said)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, inner)| cut(name, inner)),
        Value::Array(all) => all.iter_mut().for_each(|inner| cut("", inner)),
        _ => {}
    }
}

/// The lines outside of fences. What is never closed goes to its end.
fn plain(said: &str) -> String {
    let (mut kept, mut inside) = (Vec::new(), false);
    for line in said.lines() {
        if line.trim_start().starts_with(FENCE) {
            inside = !inside;
            while inside && kept.last().is_some_and(|last: &&str| last.trim().is_empty()) {
                kept.pop();
            }
        } else if !inside {
            kept.push(line);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

/// Renames types of a schema: what is another noun's says whose it is, and not a digit.
pub(super) fn renamed(mut schema: Schema, names: &[(&str, &str)]) -> Schema {
    let fields = schema.as_object_mut().into_iter().flatten();
    fields.for_each(|(name, inner)| rename(name, inner, names));
    schema
}

fn rename(at: &str, value: &mut Value, names: &[(&str, &str)]) {
    let new = |old: &str| names.iter().find(|(known, _)| *known == old).map(|(_, new)| *new);
    match value {
        Value::String(said) if at == "$ref" => {
            if let Some(name) = said.strip_prefix("#/$defs/").and_then(new) {
                *said = format!("#/$defs/{name}");
            }
        }
        Value::Object(fields) => {
            if at == "$defs" {
                let old = std::mem::take(fields);
                fields.extend(old.into_iter().map(|(name, def)| {
                    let name = new(&name).map_or(name, str::to_owned);
                    (name, def)
                }));
            }
            fields.iter_mut().for_each(|(name, inner)| rename(name, inner, names));
        }
        Value::Array(all) => all.iter_mut().for_each(|inner| rename("", inner, names)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn examples_go_and_sentences_stay() {
        let said = "One (S14,\nE39).\n\n```\nuse it;\n```\n\nTwo, `so`.\n\n```json\n{}\n```";
        let schema = json!({
            "description": said, "const": said,
            "oneOf": [{"properties": {"description": {"description": said}}}],
        });
        let plain = without_examples(schema.try_into().unwrap()).to_value();
        let kept = "One.\n\nTwo, `so`.";
        let inner = json!([{"properties": {"description": {"description": kept}}}]);
        assert_eq!(plain, json!({"description": kept, "const": said, "oneOf": inner}));
    }

    #[test]
    fn a_type_and_what_refers_to_it_are_renamed() {
        let schema = json!({
            "properties": {"row": {"$ref": "#/$defs/Row2"}, "Row2": {"$ref": "#/$defs/Row"}},
            "$defs": {"Row": true, "Row2": {"items": [{"$ref": "#/$defs/Row2"}]}},
        });
        let names = [("Row", "First"), ("Row2", "Second")];
        let renamed = renamed(schema.try_into().unwrap(), &names).to_value();
        assert_eq!(
            renamed,
            json!({
                "properties": {"row": {"$ref": "#/$defs/Second"}, "Row2": {"$ref": "#/$defs/First"}},
                "$defs": {"First": true, "Second": {"items": [{"$ref": "#/$defs/Second"}]}},
            })
        );
    }
}
