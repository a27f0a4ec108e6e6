//! What stands in a line of a table, and what it is compared with.

use crate::support::id_of;
use callout::access::Actor;
use callout::error::Error;
use serde_json::{Value, json};

/// The first member that a typed request says and its JSON did not. What is left at its default
/// must not be said: Rust, C and Python hosts would differ, and so would the next version.
pub fn added(path: &str, said: &Value, typed: &Value) -> Option<String> {
    match (said, typed) {
        (Value::Object(said), Value::Object(typed)) => typed.iter().find_map(|(name, typed)| {
            let path = format!("{path}.{name}");
            match said.get(name) {
                Some(said) => added(&path, said, typed),
                None => Some(path),
            }
        }),
        (Value::Array(said), Value::Array(typed)) => {
            said.iter().zip(typed).find_map(|(said, typed)| added(path, said, typed))
        }
        _ => None,
    }
}

pub fn actor(who: &str) -> Actor {
    let (name, role) = who.split_once('/').unwrap_or((who, who));
    Actor { id: id_of(name), role: role.to_owned() }
}

pub fn parsed(json: &str) -> Result<Value, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// What is asked, the sign, and what must come of it.
pub fn parted<'l>(
    line: &'l str,
    signs: &[&'static str],
) -> Result<(&'l str, &'static str, &'l str), String> {
    let found = signs
        .iter()
        .find_map(|sign| line.rsplit_once(sign).map(|(a, b)| (a.trim(), *sign, b.trim())));
    found.ok_or_else(|| format!("none of {signs:?}"))
}

/// Does what a line asks, and compares it with what the line says.
pub fn compared(
    line: &str,
    what: impl FnOnce(&str) -> Result<Result<String, Error>, String>,
) -> Result<(), String> {
    let (asked, sign, wanted) = parted(line, &["=>", "!!"])?;
    match (what(asked)?, sign) {
        (Ok(happened), "=>") if happened == unfolded(wanted) => Ok(()),
        (Err(error), "!!") if refused_so(&error, wanted)? => Ok(()),
        (Ok(happened), _) => Err(format!("happened: {happened}")),
        (Err(error), _) => Err(format!("refused: {error:?}")),
    }
}

/// The code alone, or with what its details must hold.
pub fn refused_so(error: &Error, wanted: &str) -> Result<bool, String> {
    let (code, details) = wanted.split_once(' ').unwrap_or((wanted, "{}"));
    Ok(error.code() == code && holds(&json!(error.details()), &parsed(details)?))
}

/// `created*3` is `created created created`.
pub fn unfolded(wanted: &str) -> String {
    let words = wanted.split(' ').map(|word| match word.rsplit_once('*') {
        Some((word, times)) => {
            times.parse().map_or_else(|_| word.to_owned(), |times| vec![word; times].join(" "))
        }
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The same question for its next page.
pub fn on_from(mut query: Value, next: Value) -> Result<Value, String> {
    if next.is_null() {
        return Err("that was the last page".to_owned());
    }
    let asked = query.as_object_mut().and_then(|query| query.values_mut().next());
    let list =
        asked.map(|asked| if asked.get("list").is_some() { &mut asked["list"] } else { asked });
    list.ok_or("no list")?["after"] = next;
    Ok(query)
}

pub fn replaced(json: &str, sign: &str, with: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = json;
    while let Some(at) = rest.find(sign) {
        out.push_str(&rest[..=at]);
        let name = &rest[at + 2..];
        let end = name.find('"').unwrap_or(name.len());
        out.push_str(&with(&name[..end]));
        rest = &name[end..];
    }
    out.push_str(rest);
    out
}

/// Whether a value holds a part: objects by their named fields, lists by the same length.
pub fn holds(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (Value::Object(value), Value::Object(part)) => {
            part.iter().all(|(name, part)| holds(value.get(name).unwrap_or(&Value::Null), part))
        }
        (Value::Array(value), Value::Array(part)) => {
            value.len() == part.len() && value.iter().zip(part).all(|(v, p)| holds(v, p))
        }
        _ => value == part,
    }
}
