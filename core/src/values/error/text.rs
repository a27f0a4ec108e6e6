//! Sentences with places.

use serde_json::{Map, Value};
use std::borrow::Cow;

/// Puts parameters into the `{places}` of a sentence; text goes in without quotes.
///
/// ```
/// use callout_core::error::text::render;
/// let details = serde_json::json!({"state": "draft"});
/// assert_eq!(render("It is {state}.", details.as_object().unwrap()), "It is draft.");
/// let details = serde_json::json!({"customer": "Kovo Hruška s.r.o."});
/// let said = render("It is for {customer}. Ask it.", details.as_object().unwrap());
/// assert_eq!(said, "It is for Kovo Hruška s.r.o. Ask it.");
/// ```
pub fn render(template: &str, details: &Map<String, Value>) -> String {
    put_in(template, details, |_, text| Cow::Borrowed(text))
}

/// The same for people: of a place and its value it is asked what is said.
pub(super) fn render_for<'d>(
    template: &str,
    details: &'d Map<String, Value>,
    said: impl Fn(&str, &'d str) -> Cow<'d, str>,
) -> String {
    put_in(template, details, said)
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
        // What ends with a period ends the sentence too.
        if out.ends_with('.') {
            rest = rest.strip_prefix('.').unwrap_or(rest);
        }
    }
    out.push_str(rest);
    out
}

/// A text for readers who know nothing of the story and the rulings: without their numbers in
/// brackets.
///
/// ```
/// use callout_core::error::text::unnumbered;
/// assert_eq!(unnumbered("Say who (S15, S27)."), "Say who.");
/// ```
pub fn unnumbered(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inner, behind)) = after.split_once(')') else { break };
        let left = inner.split("; ").filter(|part| !numbers(part)).collect::<Vec<_>>().join("; ");
        match left.is_empty() && !inner.is_empty() {
            true => out.push_str(before.trim_end()),
            false => out.push_str(&format!("{before}({left})")),
        }
        rest = behind;
    }
    out + rest
}

fn numbers(text: &str) -> bool {
    let number = |word: &str| {
        let digits = word.trim_start_matches(['S', 'R', 'E', 'N']);
        digits.len() + 1 == word.len() && digits.parse::<u8>().is_ok()
    };
    let words = text.split([' ', ',', '\n']).filter(|word| !word.is_empty());
    let joined = |word: &str| matches!(word, "to" | "and");
    !text.is_empty() && words.into_iter().all(|word| number(word) || joined(word))
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

/// The same of what something is called.
pub(super) fn shortened(called: String) -> String {
    let mut value = Value::String(called);
    cut(&mut value, MAX_REPEATED);
    value.as_str().unwrap_or_default().to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_story_are_left_out() {
        for (said, left) in [
            ("Draft it (S53); it waits.", "Draft it; it waits."),
            ("Say who (S15, S27).", "Say who."),
            (
                "Mailed (S55; `INVOICE-SEND-01` where none).",
                "Mailed (`INVOICE-SEND-01` where none).",
            ),
            ("All of it (S30 to S36) and more (see there).", "All of it and more (see there)."),
            ("An id (UUID) and f().", "An id (UUID) and f()."),
        ] {
            assert_eq!(unnumbered(said), left);
        }
    }
}
