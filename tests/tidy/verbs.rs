//! The table of rights names every verb that can be asked from outside, and nothing else.

use callout::access::GRANTS;
use callout::engine::{SCHEMAS, contracts};
use serde_json::Value;
use std::collections::BTreeSet;

/// Verbs without a row: closed to everybody, asked by Callout itself.
pub const OWN: &[(&str, &str)] = &[
    ("series.take", "a number is taken by the reaction to the event that used it"),
    ("ledger.open_accounts", "released lines open their accounts"),
    ("ledger.close_accounts", "a release that is taken back closes them"),
    ("ledger.reserve", "a drafted invoice reserves"),
    ("ledger.consume", "an issued invoice consumes"),
    ("ledger.free", "a deleted draft frees"),
    ("visit.follow", "an activity that is another customer's takes its visits along"),
    ("report.follow", "and its report"),
    ("activity.join", "who gets a visit is put on its activity"),
    ("message.begin", "delivering marks the message first"),
    ("message.conclude", "and says how it ended"),
    ("rendering.record", "a painting is recorded by who asked for it"),
];

/// Rows that are no command and no noun's reading, with the door that checks them.
const DOORS: &[(&str, &str)] = &[
    ("company.verify", "Engine::verify"),
    ("company.renew", "Engine::renew"),
    ("company.feed", "Engine::changes"),
    ("mail.receive", "Engine::receive"),
    ("message.deliver", "Engine::deliver"),
    ("technician.sync_calendar", "Engine::sync_calendar"),
    ("blob.put", "Engine::put_blob"),
    ("blob.read", "Engine::blob"),
    ("prices.read", "answers without prices for others (A10)"),
];

pub fn commands() -> BTreeSet<String> {
    let verbs = contracts().into_iter().map(|it| format!("{}.{}", it.noun, it.verb));
    let door = |verb: &String| DOORS.iter().any(|(door, _)| door == verb);
    let verbs: BTreeSet<String> = verbs.filter(|verb| !door(verb)).collect();
    assert!(verbs.contains("activity.assign"), "verbs are read from the contracts");
    verbs
}

/// Questions that are answered by asking others, each with its own right.
const ASKS_OTHERS: &[(&str, &str)] = &[
    ("tree", "a customer, his equipment and activities, each read as by itself"),
    ("clashes", "visits, as who may read availability reads them"),
    ("board", "activities and visits, as who may read activities and availability reads them"),
    ("forecast", "a plan, as who may read plans reads it"),
    ("slots", "free times, as who may read availability reads them"),
];

fn readable() -> BTreeSet<String> {
    let asks = |noun: &str| ASKS_OTHERS.iter().any(|(other, _)| *other == noun);
    let asked = SCHEMAS.iter().filter(|(_, schemas)| schemas().iter().any(|s| s.0 == "query"));
    asked.filter(|(noun, _)| !asks(noun)).map(|(noun, _)| format!("{noun}.read")).collect()
}

#[test]
fn every_verb_has_one_row() {
    let rows: Vec<&str> = GRANTS.iter().map(|grant| grant.verb).collect();
    for verb in commands().iter().chain(&readable()) {
        let (own, row) = (OWN.iter().any(|(own, _)| own == verb), rows.contains(&verb.as_str()));
        assert!(own || row, "{verb} has no row in core/src/parties/access/table.rs");
        assert!(!(own && row), "{verb} has a row: it is not Callout's alone");
    }
    let once: BTreeSet<&&str> = rows.iter().collect();
    assert_eq!(once.len(), rows.len(), "a verb stands there twice");
}

#[test]
fn every_row_names_a_verb() {
    let (commands, readable) = (commands(), readable());
    for grant in GRANTS {
        let door = DOORS.iter().any(|(door, _)| *door == grant.verb);
        let known = commands.contains(grant.verb) || readable.contains(grant.verb);
        assert!(door || known, "{} is granted and cannot be asked", grant.verb);
    }
    // A noun that is not plugged into the engine yet may be named ahead.
    let plugged = |verb: &str| SCHEMAS.iter().any(|(noun, _)| verb.split('.').next() == Some(noun));
    for (own, _) in OWN.iter().filter(|(own, _)| plugged(own)) {
        assert!(commands.contains(*own), "{own} is no verb any more");
    }
}

/// The commands of a schema, with what is told of each.
fn told(schema: &Value) -> Vec<(String, Value)> {
    let commands = schema["oneOf"].as_array().into_iter().flatten();
    let name = |command: &Value| command["required"][0].as_str().unwrap_or_default().to_owned();
    commands.map(|command| (name(command), command["x-callout"].clone())).collect()
}

/// What a schema says of a command is what the engine holds to; what no host may ask is in none.
#[test]
fn schemas_tell_what_a_command_asks() {
    for (noun, schemas) in SCHEMAS {
        for (_, schema) in schemas().into_iter().filter(|(part, _)| *part == "command") {
            let told = told(&schema.to_value());
            let hosts: Vec<_> =
                contracts().into_iter().filter(|it| it.noun == *noun && it.is_hosts()).collect();
            let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, hosts.iter().map(|it| it.verb).collect::<Vec<_>>(), "{noun}");
            for (name, told) in told {
                assert_eq!(told["right"], format!("{noun}.{name}"));
                let wanted = ["none", "optional", "required"];
                assert!(wanted.iter().any(|it| told["expected"] == *it), "{noun}.{name}: {told}");
            }
        }
    }
    let (_, engine) = SCHEMAS.iter().find(|(name, _)| *name == "engine").expect("the engine");
    let (_, request) = engine().into_iter().find(|(part, _)| *part == "request").expect("one");
    let request = request.to_value();
    let nouns = told(&request["$defs"]["Command"]);
    assert!(nouns.iter().any(|(noun, _)| noun == "activity"), "{nouns:?}");
    for none in ["series", "rendering"] {
        assert!(!nouns.iter().any(|(noun, _)| noun == none), "nobody may ask of {none}");
    }
    let text = request.to_string();
    for verb in ["\"conclude\"", "\"reserve\"", "\"follow\""] {
        assert!(!text.contains(verb), "{verb} is offered");
    }
    assert!(text.contains("ACTIVITY-CREATE-02"), "refusals are told");
}
