//! Diagrams of all lifecycles, drawn from the tables that the engine decides by.

use super::support::must_be;
use callout::noun::Step;
use callout::{
    activity, equipment, invoice, job_sheet, mail, message, plan, report, task, technician, visit,
};
use serde::Serialize;
use std::fmt::Write;

/// Every room with a table: its name and its drawing.
fn drawings() -> Vec<(&'static str, String)> {
    vec![
        ("activity", drawing(activity::LIFECYCLE)),
        ("equipment", drawing(equipment::LIFECYCLE)),
        ("invoice", drawing(invoice::LIFECYCLE)),
        ("job_sheet", drawing(job_sheet::LIFECYCLE)),
        ("mail", drawing(mail::LIFECYCLE)),
        ("message", drawing(message::LIFECYCLE)),
        ("plan", drawing(plan::LIFECYCLE)),
        ("report", drawing(report::LIFECYCLE)),
        ("task", drawing(task::LIFECYCLE)),
        ("technician", drawing(technician::LIFECYCLE)),
        ("visit", drawing(visit::LIFECYCLE)),
    ]
}

/// The steps between states as arrows; verbs that keep a state in a table below.
fn drawing<S: Copy + Default + PartialEq + Serialize>(table: &[Step<S>]) -> String {
    let name = |state: S| {
        let name = serde_json::to_value(state).expect("a state");
        name.as_str().expect("a name").to_owned()
    };
    let mut states = vec![S::default()];
    for state in table.iter().flat_map(|step| [step.from, step.to]) {
        if !states.contains(&state) {
            states.push(state);
        }
    }
    let mut text = String::from("```mermaid\nstateDiagram-v2\n");
    line(&mut text, &format!("    [*] --> {}", name(S::default())));
    for step in table.iter().filter(|step| step.from != step.to) {
        line(&mut text, &format!("    {} --> {}: {}", name(step.from), name(step.to), step.verb));
    }
    for end in states.iter().filter(|state| !table.iter().any(|step| step.from == **state)) {
        line(&mut text, &format!("    {} --> [*]", name(*end)));
    }
    text.push_str("```\n\n| state | keeps it |\n| --- | --- |\n");
    for state in states {
        let keeps = table.iter().filter(|step| step.from == state && step.to == state);
        let verbs: Vec<String> = keeps.map(|step| format!("`{}`", step.verb)).collect();
        let verbs = if verbs.is_empty() { "nothing".to_owned() } else { verbs.join(", ") };
        line(&mut text, &format!("| {} | {verbs} |", name(state)));
    }
    text
}

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("a string");
}

#[test]
fn the_diagrams_are_what_the_tables_say() {
    let mut page = String::from(
        "# Lifecycles\n\nWhich verb leads from which state to which. Drawn from the tables by \
         `CALLOUT_REWRITE=1 cargo test --test generated`;\nwrite nothing in here by hand.\n",
    );
    for (room, drawing) in drawings() {
        page.push_str(&format!("\n## {room}\n\n{drawing}"));
    }
    must_be("docs/lifecycles.md", &page);
}

#[test]
fn no_table_is_forgotten() {
    let drawn: Vec<&str> = drawings().iter().map(|(room, _)| *room).collect();
    let core = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("core/src");
    let wings = std::fs::read_dir(core).expect("the wings").flatten();
    let wings = wings.filter(|wing| wing.path().is_dir());
    let rooms = wings.flat_map(|wing| std::fs::read_dir(wing.path()).expect("its rooms").flatten());
    for room in rooms {
        let name = room.file_name().to_string_lossy().into_owned();
        let has = room.path().join("lifecycle.rs").exists() && name != "noun";
        assert!(!has || drawn.contains(&name.as_str()), "{name} has a table and no diagram");
    }
}
