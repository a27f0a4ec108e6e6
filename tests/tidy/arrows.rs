//! Which way the arrows point inside the core. Cargo keeps the walls between packages; these
//! walls are kept here.

use super::rooms::{WINGS, nouns, rooms};
use super::source::{Source, only};
use std::collections::{BTreeMap, BTreeSet};

/// Where a room's wing stands in the order.
pub fn at(room: &str) -> Option<usize> {
    WINGS.iter().position(|(_, rooms)| rooms.contains(&room))
}

#[test]
fn wings_stand_in_an_order() {
    let mut broken = Vec::new();
    for (room, files) in rooms() {
        for file in &files {
            let later = used(file).into_iter().filter(|used| at(used) > at(&room));
            broken.extend(later.map(|used| line_of(file, &used)));
        }
    }
    only("a wing uses itself and those before it", &broken, &[]);
}

fn line_of(file: &Source, used: &str) -> String {
    format!("{}: {used}", file.path)
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
            let may = used != "nouns" || ["Command", "Happened"].contains(&what.as_str());
            assert!(may, "{}: nouns::{what} is not for reactions", file.path);
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

#[test]
fn no_rooms_use_each_other_in_a_ring() {
    let mut arrows = BTreeMap::<String, BTreeSet<String>>::new();
    for (room, files) in rooms() {
        let all: BTreeSet<String> = files.iter().flat_map(used).collect();
        arrows.insert(room.clone(), all.into_iter().filter(|used| *used != room).collect());
    }
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
pub fn used(file: &Source) -> BTreeSet<String> {
    let rooms = rooms_by_name();
    paths(file).into_iter().map(|(room, _)| room).filter(|room| rooms.contains(room)).collect()
}

fn rooms_by_name() -> BTreeSet<String> {
    WINGS.iter().flat_map(|(_, rooms)| rooms.iter().map(|room| (*room).to_owned())).collect()
}

/// Room and the next name of every path: `crate::noun::{Given, Step}` gives two. Attributes name
/// paths in strings.
fn paths(file: &Source) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, quote) in file.text.match_indices("\"crate::") {
        let quoted = file.text[at + quote.len()..].split('"').next().unwrap_or_default();
        let mut parts = quoted.split("::").map(str::to_owned);
        found.extend(parts.next().map(|room| (room, parts.next().unwrap_or_default())));
    }
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
