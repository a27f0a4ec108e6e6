//! Which way the arrows point inside the core. Cargo keeps the walls between packages; these
//! walls are kept here.

use super::rooms::{nouns, rooms};
use super::source::{Source, only};
use std::collections::{BTreeMap, BTreeSet};

/// What is not of the trade, and what of the core it may use: the trade stands on it.
const GROUND: &[(&str, &[&str], &str)] = &[
    ("error", &[], "a code needs nothing but its text"),
    ("money", &["error"], "amounts refuse themselves with a code"),
    ("schedule", &["error"], "and so do times and zones"),
    ("journal", &["error", "schedule"], "what happened, whoever it happened to"),
    ("access", &[], "verbs are names here, so that the table stands in one place"),
    ("port", &["error", "schedule", "journal"], "what the outside gives, in our words"),
    ("noun", &["error", "schedule", "port", "journal"], "the shape of every noun, and no noun"),
];

/// Files of the ground that name a room of the trade, or higher ground.
const GROUND_MAY: &[(&str, &str)] = &[
    ("core/src/error/registry.rs: activity", REGISTRY),
    ("core/src/error/registry.rs: company", REGISTRY),
    ("core/src/error/registry.rs: correspondence", REGISTRY),
    ("core/src/error/registry.rs: customer", REGISTRY),
    ("core/src/error/registry.rs: document", REGISTRY),
    ("core/src/error/registry.rs: series", REGISTRY),
    ("core/src/port/mailer.rs: correspondence", "a mailer carries a mail"),
    ("core/src/port/registry.rs: customer", "a register knows addresses"),
    ("core/src/port/renderer.rs: document", "a painter paints a document"),
];

const REGISTRY: &str = "the one list of all codes";

#[test]
fn the_ground_knows_nothing_of_the_trade() {
    let mut broken = Vec::new();
    for (room, files) in rooms() {
        let Some((_, may, _)) = GROUND.iter().find(|(ground, ..)| *ground == room) else {
            continue;
        };
        for file in &files {
            for used in used(file) {
                // The list of codes names every room, and new ones as they come.
                let listed = file.path == "core/src/error/registry.rs";
                let known = GROUND_MAY.iter().any(|(line, _)| **line == line_of(file, &used));
                if used != room && !may.contains(&used.as_str()) && (!listed || known) {
                    broken.push(line_of(file, &used));
                }
            }
        }
    }
    only("the ground does not name what stands on it", &broken, GROUND_MAY);
}

fn line_of(file: &Source, used: &str) -> String {
    format!("{}: {used}", file.path)
}

/// Nobody below may use these, and why.
const ABOVE: &[(&str, &str)] = &[
    ("engine", "a room is asked by the engine and never asks it"),
    ("workflow", "what follows from an event is not the room's to say"),
];

#[test]
fn no_room_uses_the_engine_or_the_workflow() {
    let mut broken = Vec::new();
    for (room, files) in rooms() {
        for file in files.iter().filter(|_| room != "engine") {
            for (above, _) in ABOVE.iter().filter(|(above, _)| *above != room) {
                if room != "workflow" && used(file).contains(*above) {
                    broken.push(line_of(file, above));
                }
            }
        }
    }
    let allowed = [(
        "core/src/plugin/registry.rs: engine",
        "a plugin's proposal is read at the same door as a user's command, `engine::read`",
    )];
    only("rooms do not know who asks them", &broken, &allowed);
}

/// What of a noun no other room may take, and why.
const PRIVATE: &[(&str, &str)] = &[
    ("decide", "a noun decides about itself; crossing happens in workflow"),
    ("apply", "a noun folds its own events"),
    ("Command", "only the engine and workflow ask"),
    ("Event", "only the engine and workflow hear what happened"),
    ("Facts", "a decision's facts are gathered by the engine"),
];

#[test]
fn nobody_decides_for_another_noun() {
    let nouns = nouns();
    let mut broken = Vec::new();
    for (room, files) in rooms() {
        if room == "engine" {
            continue;
        }
        for file in &files {
            for (noun, private) in taken(file) {
                let free = ["Command", "Event"].contains(&private.as_str()) && room == "workflow";
                if noun != room && nouns.contains_key(&noun) && !free {
                    broken.push(format!("{}: {noun}::{private}", file.path));
                }
            }
        }
    }
    only("what is a noun's own", &broken, &[]);
}

/// What workflow never holds: reactions are pure and see events only.
const NOT_IN_WORKFLOW: &[&str] =
    &["port::store", "port::index", "journal::Event", "dyn Tx", "access::"];

#[test]
fn reactions_see_events_and_name_commands() {
    for file in &rooms()["workflow"] {
        for word in NOT_IN_WORKFLOW {
            assert!(!file.code.contains(word), "{}: {word} is the engine's", file.path);
        }
        for (used, what) in paths(file) {
            let engine = used == "engine";
            let may = ["Command", "Happened", ""].contains(&what.as_str());
            assert!(!engine || may, "{}: engine::{what} is not for reactions", file.path);
        }
    }
}

#[test]
fn only_the_engine_holds_a_transaction() {
    for (room, files) in rooms() {
        if ["engine", "port"].contains(&room.as_str()) {
            continue;
        }
        for file in files {
            let holds = file.code.contains("port::store") || file.code.contains("dyn Tx");
            assert!(!holds, "{}: a decision reads nothing by itself", file.path);
        }
    }
}

/// An arrow that closes a ring between rooms of the trade, and why it is not one in truth.
const BACK: &[(&str, &str)] = &[
    (
        "core/src/correspondence/enquiry/ids.rs: customer",
        "what looks like a company's number is one when the customer's types read it",
    ),
    (
        "core/src/activity/query.rs: visit",
        "whether a visit is planned is asked of the visits' index rows, never of visits",
    ),
    (
        "core/src/coverage/mod.rs: report",
        "coverage depends on the kind of line alone, which the report declares",
    ),
    ("core/src/document/invoice.rs: coverage", VIEW),
    ("core/src/document/invoice.rs: invoice", VIEW),
    ("core/src/document/job_sheet.rs: job_sheet", VIEW),
    ("core/src/document/labels.rs: company", VIEW),
    ("core/src/document/labels.rs: customer", VIEW),
    ("core/src/document/labels.rs: invoice", VIEW),
    ("core/src/document/labels.rs: report", VIEW),
];

const VIEW: &str = "a document is a view of its noun; of documents, nouns know the language only";

#[test]
fn rooms_of_the_trade_stand_in_an_order() {
    let ground: BTreeSet<&str> = GROUND.iter().map(|(room, ..)| *room).collect();
    let trade = |room: &str| !ground.contains(room) && !["engine", "workflow"].contains(&room);
    let (mut arrows, mut back) = (BTreeMap::<String, BTreeSet<String>>::new(), Vec::new());
    for (room, files) in rooms() {
        for file in files.iter().filter(|_| trade(&room)) {
            for used in used(file).into_iter().filter(|used| *used != room && trade(used)) {
                let line = line_of(file, &used);
                if BACK.iter().any(|(known, _)| *known == line) {
                    back.push(line);
                } else {
                    arrows.entry(room.clone()).or_default().insert(used);
                }
            }
        }
    }
    only("named arrows back", &back, BACK);
    // Take away whoever uses nobody that is left; what remains goes in a ring.
    loop {
        let left: BTreeSet<String> = arrows.keys().cloned().collect();
        let before = arrows.len();
        arrows.retain(|_, used| used.iter().any(|used| left.contains(used)));
        if arrows.len() == before {
            break;
        }
    }
    assert!(arrows.is_empty(), "these rooms use each other in a ring: {arrows:?}");
}

/// The rooms that a file names: `use crate::a::B`, `use crate::{a, b}`, `crate::a::B`.
fn used(file: &Source) -> BTreeSet<String> {
    let rooms = rooms_by_name();
    paths(file).into_iter().map(|(room, _)| room).filter(|room| rooms.contains(room)).collect()
}

fn rooms_by_name() -> BTreeSet<String> {
    let lib = super::source::text("core/src/lib.rs");
    let mods = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    mods.map(str::to_owned).collect()
}

/// Room and the next name of every path: `crate::noun::{Given, Step}` gives two.
fn paths(file: &Source) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in file.code.match_indices("crate::") {
        if file.code[..at].ends_with('$') {
            continue;
        }
        for path in spread(&file.code[at + "crate::".len()..]) {
            let mut parts = path.split("::").map(|part| part.trim().to_owned());
            let (room, name) = (parts.next(), parts.next().unwrap_or_default());
            found.extend(room.map(|room| (room, name.split(' ').next().unwrap_or("").to_owned())));
        }
    }
    found
}

/// `a::{B, c::D}` as `a::B`, `a::c::D`.
fn spread(text: &str) -> Vec<String> {
    let name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let head: String = text.chars().take_while(|c| name(*c)).collect();
    let rest = &text[head.len()..];
    if !rest.starts_with('{') || !(head.is_empty() || head.ends_with("::")) {
        return vec![head];
    }
    let inside = &rest[1..super::source::block(rest) - 1];
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, sign) in inside.char_indices().chain([(inside.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.extend(spread(inside[start..at].trim()));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.into_iter().filter(|p| !p.is_empty()).map(|part| format!("{head}{part}")).collect()
}

/// Another noun's own things, by whatever path: `activity::decide` after `use crate::activity` too.
fn taken(file: &Source) -> Vec<(String, String)> {
    let private = |name: &str| PRIVATE.iter().any(|(private, _)| *private == name);
    let mut found: Vec<_> = paths(file).into_iter().filter(|(_, name)| private(name)).collect();
    for room in used(file) {
        for (name, _) in PRIVATE {
            let path = format!("{room}::{name}");
            let hit = file.code.match_indices(&path).any(|(at, _)| {
                let next = file.code[at + path.len()..].chars().next();
                let before = file.code[..at].chars().next_back();
                let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !part(next) && !part(before)
            });
            if hit {
                found.push((room.clone(), (*name).to_owned()));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn paths_are_seen_in_every_form() {
    let seen = |code: &str| -> Vec<String> { spread(code.trim_start_matches("crate::")) };
    assert_eq!(seen("crate::visit::TABLE;"), ["visit::TABLE"]);
    assert_eq!(seen("crate::{a, b::{C, d::E}};"), ["a", "b::C", "b::d::E"]);
    let visits = &rooms()["visit"];
    let decide = visits.iter().find(|file| file.path.ends_with("decide.rs")).expect("a door");
    assert!(used(decide).contains("activity"), "a visit's decision knows activities");
    let paths = paths(decide);
    assert!(paths.contains(&("noun".to_owned(), "Given".to_owned())), "{paths:?}");
}
