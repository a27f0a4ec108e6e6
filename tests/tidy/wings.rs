//! The picture of the house, drawn from the code: `docs/wings.md`.

use super::arrows::{at, used};
use super::rooms::{WINGS, rooms};
use super::source::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const HEAD: &str = "# Wings

The rooms of the core stand in wings, and the wings in the order in which the work goes: each uses
itself and those above it. Drawn from the code by `CALLOUT_REWRITE=1 cargo test --test tidy wings`;
write nothing in here by hand.

| wing | rooms |
| --- | --- |
";

/// How many files of a wing name something of another, by the places of both in the order.
fn arrows() -> BTreeMap<(usize, usize), usize> {
    let mut arrows = BTreeMap::new();
    for (room, files) in rooms() {
        for file in &files {
            let wings: BTreeSet<usize> = used(file).iter().filter_map(|used| at(used)).collect();
            for used in wings.into_iter().filter(|used| Some(*used) != at(&room)) {
                *arrows.entry((at(&room).expect("a wing"), used)).or_insert(0) += 1;
            }
        }
    }
    arrows
}

/// Whether one wing leads to another by way of a third, so that the picture needs no arrow.
fn by_way(arrows: &BTreeMap<(usize, usize), usize>, (from, to): (usize, usize)) -> bool {
    arrows.keys().any(|(a, by)| *a == from && *by != to && reaches(arrows, *by, to))
}

fn reaches(arrows: &BTreeMap<(usize, usize), usize>, from: usize, to: usize) -> bool {
    arrows.contains_key(&(from, to))
        || arrows.keys().any(|(a, by)| *a == from && reaches(arrows, *by, to))
}

fn drawn() -> String {
    let arrows = arrows();
    let mut page = HEAD.to_owned();
    for (wing, rooms) in WINGS {
        let rooms: Vec<String> = rooms.iter().map(|room| format!("`{room}`")).collect();
        writeln!(page, "| {wing} | {} |", rooms.join(", ")).expect("a row");
    }
    page.push_str("\nWhat a wing uses; what it reaches by way of another has no arrow.\n\n");
    page.push_str("```mermaid\nflowchart BT\n");
    for (from, to) in arrows.keys().filter(|arrow| !by_way(&arrows, **arrow)) {
        writeln!(page, "    {} --> {}", WINGS[*from].0, WINGS[*to].0).expect("an arrow");
    }
    page.push_str(
        "```\n\nHow many files of the wing on the left name something of the wing above.\n\n",
    );
    let names: Vec<&str> = WINGS.iter().map(|(wing, _)| *wing).collect();
    writeln!(page, "| | {} |", names.join(" | ")).expect("a head");
    writeln!(page, "| --- |{}", " ---: |".repeat(names.len())).expect("a rule");
    for (from, name) in names.iter().enumerate() {
        let count = |to| arrows.get(&(from, to)).map_or(String::new(), usize::to_string);
        let counts: Vec<String> = (0..names.len()).map(count).collect();
        writeln!(page, "| {name} | {} |", counts.join(" | ")).expect("a row");
    }
    page
}

#[test]
fn the_drawing_is_what_the_code_says() {
    let (path, now) = (root().join("docs/wings.md"), drawn());
    if std::env::var_os("CALLOUT_REWRITE").is_some() {
        std::fs::write(&path, &now).expect("the page");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == now, "docs/wings.md: run this test with CALLOUT_REWRITE=1");
}
