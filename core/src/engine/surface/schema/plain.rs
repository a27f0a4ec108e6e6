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
}
