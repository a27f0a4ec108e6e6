//! What a command asks of its caller beside its own fields, told in its schema.

use crate::access::GRANTS;
use crate::noun::{Manner, Noun};
use crate::nouns::RecordCommand;
use schemars::Schema;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use strum::{VariantArray, VariantNames};
use uuid::Uuid;

/// What refused which command in the decision tables of the tests: `{"activity.create": ["…"]}`.
/// With what the fields name themselves, these are the refusals that a schema tells.
const REFUSALS: &str = include_str!("refusals.json");

/// What is said of a mail is read from its bytes, by a call of its own.
const RECEIVE: &str = "mail.receive";

/// What a command asks of its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The noun that it is for: `activity`.
    pub noun: &'static str,
    /// The name of the command: `create`. With the noun before it, `activity.create`, it is the
    /// right that it takes.
    pub verb: &'static str,
    /// How the command meets its record.
    pub manner: Manner,
    /// Whether the record has the id of another one, which must be named even where it begins: a
    /// report has its activity's.
    pub follows: bool,
}

impl Contract {
    /// Whether a host may ask it; the others are asked by Callout's own reactions.
    pub fn is_hosts(&self) -> bool {
        let right = self.right();
        right != RECEIVE && GRANTS.iter().any(|grant| grant.verb == right)
    }

    fn right(&self) -> String {
        format!("{}.{}", self.noun, self.verb)
    }

    /// As it stands in the schema, under `x-callout`.
    fn told(&self, refusals: BTreeSet<String>) -> Value {
        let (manner, target, expected) = match self.manner {
            Manner::Creates => ("creates", "optional", "none"),
            Manner::Changes => ("changes", "required", "required"),
            Manner::Adds => ("adds", "required", "optional"),
            Manner::Joins if self.follows => ("joins", "required", "optional"),
            Manner::Joins => ("joins", "optional", "optional"),
            Manner::Judges => ("judges", "required", "optional"),
        };
        // A company's own record has the company's id.
        let target = if self.noun == "company" { "company" } else { target };
        json!({
            "manner": manner, "target": target, "expected": expected, "right": self.right(),
            "refusals": refusals,
        })
    }
}

/// The contracts of a noun's commands, in the order of its commands.
pub(in crate::engine) fn of_noun<N: Noun>() -> Vec<Contract> {
    let contract = |verb: &N::Verb| Contract {
        noun: N::NAME,
        verb: (*verb).into(),
        manner: N::manner(*verb),
        follows: N::judged_by(Uuid::nil()).is_some(),
    };
    N::Verb::VARIANTS.iter().map(contract).collect()
}

/// The contracts of what a host does with any record.
pub(in crate::engine) fn of_record() -> Vec<Contract> {
    let contract = |verb: &&'static str| Contract {
        noun: "record",
        verb,
        manner: Manner::Adds,
        follows: false,
    };
    RecordCommand::VARIANTS.iter().map(contract).collect()
}

/// Codes by the right of the command that they refused.
type Refusals = BTreeMap<String, BTreeSet<String>>;

/// Empty only where the file beside this one is no JSON, which its test would say.
fn refusals() -> Refusals {
    serde_json::from_str(REFUSALS).unwrap_or_default()
}

/// Tells the contracts beside a noun's commands, and leaves out what no host may ask.
pub(in crate::engine) fn tell(mut schema: Schema, contracts: &[Contract]) -> Schema {
    if let Some(commands) = schema.get_mut("oneOf") {
        tell_all(commands, contracts, &refusals());
    }
    schema
}

/// The same in the schema of a request, which has the commands of all nouns. A noun to which no
/// host may say anything is not in it.
pub(in crate::engine) fn tell_request(mut schema: Schema, contracts: &[Contract]) -> Schema {
    let refusals = refusals();
    let Some(Value::Object(defs)) = schema.get_mut("$defs") else { return schema };
    let Some(mut all) = defs.remove("Command") else { return schema };
    if let Some(Value::Array(nouns)) = all.get_mut("oneOf") {
        nouns.retain(|noun| of_request(noun, defs, contracts, &refusals));
    }
    defs.insert("Command".to_owned(), all);
    schema
}

/// Whether a host may ask something of the noun; if so, it is told.
fn of_request(
    noun: &Value,
    defs: &mut Map<String, Value>,
    contracts: &[Contract],
    refusals: &Refusals,
) -> bool {
    let name = noun.pointer("/required/0").and_then(Value::as_str).unwrap_or_default();
    let reference = noun.pointer(&format!("/properties/{name}/$ref")).and_then(Value::as_str);
    let Some(def) = reference.and_then(|it| it.strip_prefix("#/$defs/")) else { return false };
    let own: Vec<Contract> = contracts.iter().filter(|it| it.noun == name).copied().collect();
    let commands = defs.get_mut(def).and_then(|def| def.get_mut("oneOf"));
    let told = commands.is_some_and(|commands| tell_all(commands, &own, refusals));
    if !told {
        defs.remove(def);
    }
    told
}

/// Whether a host may ask some of the commands.
fn tell_all(commands: &mut Value, contracts: &[Contract], refusals: &Refusals) -> bool {
    let Value::Array(commands) = commands else { return false };
    commands.retain_mut(|command| {
        let verb = command.pointer("/required/0").and_then(Value::as_str);
        let contract = contracts.iter().find(|it| Some(it.verb) == verb);
        let Some(contract) = contract.filter(|it| it.is_hosts()) else { return false };
        let mut refused = refusals.get(&contract.right()).cloned().unwrap_or_default();
        cited(command, &mut refused);
        let told = contract.told(refused);
        // What the command is stands beside its name already.
        let said = format!("/properties/{}", contract.verb);
        if let Some(Value::Object(body)) = command.pointer_mut(&said) {
            body.remove("description");
        }
        if let Value::Object(fields) = command {
            fields.insert("x-callout".to_owned(), told);
        }
        true
    });
    !commands.is_empty()
}

/// The codes that the descriptions of a command and its fields name: `NOUN-WORD-01`, and behind it
/// `-02` for the next of the same words. What the door refuses is not told of each command.
fn cited(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            let mut words = "";
            let said = fields.get("description").and_then(Value::as_str).unwrap_or_default();
            for quoted in said.split('`').skip(1).step_by(2) {
                let Some((before, number)) = quoted.rsplit_once('-') else { continue };
                let numbered = number.len() == 2 && number.bytes().all(|it| it.is_ascii_digit());
                let code = before.bytes().all(|it| it.is_ascii_uppercase() || it == b'-');
                if !numbered || !code || before.is_empty() && words.is_empty() {
                    continue;
                }
                words = if before.is_empty() { words } else { before };
                if !words.starts_with("REQUEST-") && !words.starts_with("RECORD-VERSION") {
                    found.insert(format!("{words}-{number}"));
                }
            }
            fields.values().for_each(|inner| cited(inner, found));
        }
        Value::Array(all) => all.iter().for_each(|inner| cited(inner, found)),
        _ => {}
    }
}
