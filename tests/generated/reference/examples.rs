//! An example of each command: the first line of the decision tables by which it happens.

use crate::generated::support::lines_of_tables;
use std::collections::BTreeMap;

pub struct Examples(BTreeMap<String, String>);

impl Examples {
    pub fn gathered() -> Examples {
        let mut found = BTreeMap::new();
        for line in lines_of_tables() {
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

/// Each name after `@` becomes an id, the same name the same.
fn with_ids(body: &str) -> String {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("\"@") {
        let (name, behind) = after.split_once('"').unwrap_or((after, ""));
        let next = ids.len() + 1;
        let id = *ids.entry(name.to_owned()).or_insert(next);
        out.push_str(&format!("{before}\"01920000-0000-7000-8000-{id:012}\""));
        rest = behind;
    }
    out + rest
}
