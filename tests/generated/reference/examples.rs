//! An example of each command: the first line of the decision tables by which it happens.

use crate::tables::all_lines;
use std::collections::BTreeMap;

pub struct Examples(BTreeMap<String, String>);

impl Examples {
    pub fn gathered() -> Examples {
        let mut found = BTreeMap::new();
        for line in all_lines() {
            let Some((asked, _)) = line.split_once("   => ") else { continue };
            let verb = asked.split_whitespace().nth(1).filter(|verb| verb.contains('.'));
            let body = asked.find('{').map_or("{}", |at| asked[at..].trim());
            if let Some(verb) = verb {
                found.entry(verb.to_owned()).or_insert_with(|| body.to_owned());
            }
        }
        Examples(found)
    }

    /// The command as it is sent, ids in place of the names that the tables give.
    pub fn of(&self, noun: &str, verb: &str) -> Option<String> {
        let body = self.0.get(&format!("{noun}.{verb}")).map_or("{}", String::as_str);
        let body = with_ids(body);
        let value: serde_json::Value = serde_json::from_str(&body).ok()?;
        let command = serde_json::json!({noun: {verb: value}});
        serde_json::to_string_pretty(&command).ok()
    }
}

/// The fields that name bytes by their hash.
const HASHES: [&str; 3] = ["\"content\": ", "\"content_hash\": ", "\"picture\": "];

/// Each name after `@` becomes an id, the same name the same; where bytes are named, a hash.
fn with_ids(body: &str) -> String {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("\"@") {
        let (name, behind) = after.split_once('"').unwrap_or((after, ""));
        let next = ids.len() + 1;
        let id = *ids.entry(name.to_owned()).or_insert(next);
        out.push_str(before);
        let id = match HASHES.iter().any(|field| before.ends_with(field)) {
            true => "0123456789abcdef".repeat(4),
            false => format!("01920000-0000-7000-8000-{id:012}"),
        };
        out.push_str(&format!("\"{id}\""));
        rest = behind;
    }
    hashed(out + rest)
}

/// Bytes, which the tables write as text behind `#`, are named by their hash.
fn hashed(body: String) -> String {
    let mut out = String::new();
    let mut rest = body.as_str();
    while let Some((before, after)) = rest.split_once("\"#") {
        let behind = after.split_once('"').map_or("", |(_, behind)| behind);
        out.push_str(&format!("{before}\"{}\"", "0123456789abcdef".repeat(4)));
        rest = behind;
    }
    out + rest
}
