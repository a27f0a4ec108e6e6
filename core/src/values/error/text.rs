//! Sentences with places.

use super::wording::{Tongue, said};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Puts parameters into the `{places}` of a sentence; text goes in without quotes.
///
/// ```
/// use callout_core::error::text::render;
/// let details = serde_json::json!({"state": "draft"});
/// assert_eq!(render("It is {state}.", details.as_object().unwrap()), "It is draft.");
/// ```
pub fn render(template: &str, details: &Map<String, Value>) -> String {
    put_in(template, details, |_, text| Cow::Borrowed(text))
}

/// The same for people: verbs, states and nouns by their names in the language.
pub(super) fn render_for(template: &str, details: &Map<String, Value>, tongue: Tongue) -> String {
    put_in(template, details, |name, text| said(name, text, tongue))
}

fn put_in<'d>(
    template: &str,
    details: &'d Map<String, Value>,
    word: impl Fn(&str, &'d str) -> Cow<'d, str>,
) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + close];
        match details.get(name) {
            Some(Value::String(text)) => out.push_str(&word(name, text)),
            Some(Value::Array(items)) => {
                let item = |item: &'d Value| match item.as_str() {
                    Some(text) => word(name, text).into_owned(),
                    None => item.to_string(),
                };
                out.push_str(&items.iter().map(item).collect::<Vec<_>>().join(", "));
            }
            Some(other) => out.push_str(&other.to_string()),
            None => out.push_str(&rest[open..=open + close]),
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out
}

/// So many letters of what somebody said are repeated.
pub const MAX_REPEATED: usize = 200;

/// So many of what the house itself says; paths of files have no more.
pub const MAX_TOLD: usize = 4_096;

/// The parameters in which the house speaks, or names a file.
const TOLD: &[&str] = &["file", "library", "plugin", "reason", "store", "what"];

/// Cuts parameters that are longer than anybody reads.
pub(crate) fn shorten(details: &mut Map<String, Value>) {
    for (name, value) in details {
        cut(value, if TOLD.contains(&name.as_str()) { MAX_TOLD } else { MAX_REPEATED });
    }
}

fn cut(value: &mut Value, most: usize) {
    match value {
        Value::String(text) => {
            if let Some((end, _)) = text.char_indices().nth(most) {
                text.truncate(end);
                text.push('…');
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| cut(item, most)),
        _ => {}
    }
}
