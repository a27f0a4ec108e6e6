//! Knowing one room is knowing all of them: every noun has the same doors.

use super::source::{Source, root, rust, text};
use std::collections::{BTreeMap, BTreeSet};

/// The wings of the core, in the order in which the work goes, and their rooms. What is used by all
/// the others comes first; a wing of one room of its name is that room's folder.
pub const WINGS: &[(&str, &[&str])] = &[
    (
        "values",
        &[
            "error", "wire", "patch", "money", "schedule", "language", "address", "file", "letter",
            "document", "calendar",
        ],
    ),
    ("spine", &["journal", "reason", "port", "noun"]),
    ("parties", &["access", "company", "series", "customer", "technician"]),
    ("assets", &["equipment_type", "equipment"]),
    ("planning", &["availability", "slot", "route", "activity", "visit", "plan", "task"]),
    ("terms", &["coverage", "price_list", "pricing", "tax"]),
    ("field", &["report", "job_sheet"]),
    ("billing", &["ledger", "invoice"]),
    ("documents", &["view", "rendering"]),
    ("correspondence", &["enquiry", "mail", "message"]),
    ("toolbox", &["toolbox"]),
    ("nouns", &["nouns"]),
    ("workflow", &["workflow"]),
    ("engine", &["engine"]),
    ("plugin", &["plugin"]),
    ("codebook", &["codebook"]),
];

/// The rooms of the core: name to its files.
pub fn rooms() -> BTreeMap<String, Vec<Source>> {
    let mut rooms: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for source in rust(&["core/src"]) {
        let inside = source.path.trim_start_matches("core/src/");
        let mut parts = inside.split('/');
        let first = parts.next().unwrap_or_default();
        let wing = WINGS.iter().any(|(wing, rooms)| *wing == first && **rooms != [first]);
        let name = if wing { parts.next().unwrap_or_default() } else { first };
        let name = name.trim_end_matches(".rs");
        if name != "lib" && name != "mod" {
            rooms.entry(name.to_owned()).or_default().push(source);
        }
    }
    rooms
}

/// The rooms of nouns with a life of their own.
pub fn nouns() -> BTreeMap<String, Vec<Source>> {
    let mut rooms = rooms();
    rooms.retain(|_, files| files.iter().any(|file| file.code.contains("impl Noun for ")));
    assert!(rooms.len() > 5, "the nouns are found by `impl Noun for`");
    rooms
}

/// Doors of their own, or all in one file: what a file holds that is named after its door.
const DOORS: &[(&str, &str)] = &[
    // Of the verbs it is written by the macro; a mail's, which takes in what was read, by hand.
    ("command.rs", "Command"),
    ("event.rs", "enum Event"),
    ("refusal.rs", "enum Refusal"),
    ("decide.rs", "fn decide("),
    ("query.rs", "fn ask("),
];

#[test]
fn every_room_is_declared() {
    let listed: BTreeSet<&str> =
        WINGS.iter().flat_map(|(_, rooms)| rooms.iter().copied()).collect();
    let there = rooms();
    let there: BTreeSet<&str> = there.keys().map(String::as_str).collect();
    assert_eq!(there, listed, "every room stands in a wing");
    for (wing, room) in WINGS.iter().flat_map(|(wing, rooms)| rooms.iter().map(move |r| (wing, r)))
    {
        let alone = wing == room;
        let place = if alone { "core/src".to_owned() } else { format!("core/src/{wing}") };
        let list = if alone { format!("{place}/lib.rs") } else { format!("{place}/mod.rs") };
        assert!(text(&list).contains(&format!("mod {room};")), "{list} declares no {room}");
        let one = root().join(format!("{place}/{room}.rs")).exists();
        let folder = root().join(format!("{place}/{room}/mod.rs")).exists();
        assert!(one != folder, "{room} is one file, or a folder with mod.rs");
    }
}

#[test]
fn every_noun_has_the_same_doors() {
    for (room, files) in nouns() {
        let door = |name: &str| files.iter().find(|f| f.path.ends_with(&format!("{room}/{name}")));
        if door("command.rs").is_none() {
            small(&room, &files);
            continue;
        }
        for (name, holds) in DOORS {
            let file = door(name).unwrap_or_else(|| panic!("{room} has no {name}"));
            assert!(file.code.contains(holds), "{} holds no {holds}", file.path);
        }
        let events = door("event.rs").expect("seen above");
        assert!(events.code.contains("fn apply("), "{} folds nothing", events.path);
        let noun = door("mod.rs").unwrap_or_else(|| panic!("{room} has no mod.rs"));
        // The trait's method is indented; a decision of its own is not.
        let decides = noun.code.lines().any(|line| line.starts_with("pub fn decide("));
        assert!(!decides, "{}: decide has a door", noun.path);
    }
}

/// A small noun: the same parts; in the same order where they share a file. One that outgrew its
/// file has opened the doors that it needed most.
fn small(room: &str, files: &[Source]) {
    let parts = ["Command", "enum Event", "\npub fn decide(", "\npub fn apply("];
    for file in files {
        let places: Vec<usize> = parts.iter().filter_map(|part| file.code.find(part)).collect();
        assert!(places.is_sorted(), "{}: the order is {parts:?}", file.path);
    }
    for part in parts.iter().chain(&["fn ask("]) {
        let there = files.iter().any(|file| file.code.contains(part));
        assert!(there, "{room} lacks {}", part.trim());
    }
}

#[test]
fn states_have_a_table() {
    for (room, files) in nouns() {
        let noun = files.iter().find(|file| file.code.contains("impl Noun for ")).expect("a noun");
        let table = files.iter().find(|file| file.path.ends_with("/lifecycle.rs"));
        let Some(table) = table else {
            let states = files.iter().find(|file| file.code.contains("pub enum Status"));
            assert!(states.is_none(), "{room} has states and no lifecycle.rs");
            assert!(!noun.code.contains("fn available_verbs"), "{room}: verbs come from a table");
            continue;
        };
        let declares = table.code.contains("pub const TABLE: &[Step<Status>]");
        assert!(declares, "{} declares no table of steps", table.path);
        assert!(table.code.contains("pub enum Status"), "{} declares no states", table.path);
        assert!(noun.code.contains("TABLE as LIFECYCLE"), "{room} does not show its table");
        let asked = files.iter().any(|file| file.code.contains("verbs(LIFECYCLE"));
        assert!(asked, "{room}: verbs come from the table");
    }
}

#[test]
fn a_file_is_not_empty() {
    for (room, files) in rooms() {
        for file in files {
            assert!(!file.code.trim().is_empty(), "{room}: {} is no door", file.path);
        }
    }
}

#[test]
fn a_reaction_is_one_file() {
    let all = &rooms()["workflow"];
    let list = all.iter().find(|file| file.path.ends_with("/mod.rs")).expect("the list");
    let declared: BTreeSet<&str> =
        list.code.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    for reaction in declared {
        let called = list.code.contains(&format!("{reaction}::react("));
        assert!(called, "workflow/{reaction}.rs is declared and never asked");
    }
}
