//! A page for each code: what is the matter, what to do, who gets it, and when it happened in a
//! decision table. Written from the registry, the contracts of the commands and the tables.

use super::support::must_be;
use crate::tables;
use callout::codebook::codes;
use callout::error::text::unnumbered;
use callout::error::{Code, Status};
use std::collections::BTreeMap;

/// Which command is refused with which codes, as the schemas tell it.
const REFUSALS: &str = include_str!("../../core/src/engine/surface/schema/refusals.json");

const INDEX: &str = "# Codes\n\nEach refusal and fault has a code that never changes, and a page. \
    `page` of an error is its address from the folder of the documentation; the first word of a \
    code is what it is about.\n\n";

/// What the caller does next.
fn advice(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Invalid => {
            ("invalid", "Mend the request: sending it again as it is will not help.")
        }
        Status::Refused => (
            "refused",
            "The request is well formed, and a rule of the work says no. Do what the \
                 sentence says first, or show it to the person who asked.",
        ),
        Status::Conflict => (
            "conflict",
            "Somebody was faster, or something stands there already. Read again, then \
                 decide again.",
        ),
        Status::NotFound => (
            "not_found",
            "Look for it by another id or number; it may be of another company, or \
                 hidden from the role.",
        ),
        Status::Unavailable => ("unavailable", "Try again later. Nothing was changed."),
        Status::Data => (
            "data",
            "What is stored, or what an outside service answered, is broken. Nothing was \
                 changed; call for help.",
        ),
        Status::Unsupported => (
            "unsupported",
            "This build, or this input, cannot do that. Build it in, or take \
                 another way.",
        ),
        Status::Busy => ("busy", "Try again at once."),
        Status::Internal => {
            ("internal", "A fault of Callout itself. Nothing was changed; report it.")
        }
    }
}

/// The first line of a table that ends in each code, with the title of its case.
fn happened() -> BTreeMap<String, (String, String)> {
    let mut found = BTreeMap::new();
    for file in tables::files() {
        let text = std::fs::read_to_string(&file).expect("a table");
        for case in text.split("\n## ") {
            let (title, _) = case.split_once('\n').unwrap_or((case, ""));
            for line in tables::lines(case) {
                let Some((asked, refused)) = line.split_once(" !! ") else { continue };
                let code = refused.split_whitespace().next().unwrap_or_default();
                found.entry(code.to_owned()).or_insert_with(|| (plain(title), spaced(asked)));
            }
        }
    }
    found
}

fn plain(title: &str) -> String {
    unnumbered(title.trim_start_matches("# "))
}

fn spaced(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page(code: &Code, commands: &[String], happened: &BTreeMap<String, (String, String)>) -> String {
    let (status, next) = advice(code.status);
    let mut text = format!("# {}\n\n{}\n\n", code.code, unnumbered(code.cause.trim()));
    text += &format!("- English: {}\n- Czech: {}\n", code.en, code.cs);
    text += &format!("- Status: `{status}`\n");
    if !code.parameters.is_empty() {
        let names: Vec<_> = code.parameters.iter().map(|name| format!("`{name}`")).collect();
        text += &format!("- In its details: {}\n", names.join(", "));
    }
    text += &format!("\n## What to do\n\n{next} {}\n", cure(code.en));
    if !commands.is_empty() {
        text += "\n## Who gets it\n\n";
        for command in commands {
            let noun = command.split('.').next().unwrap_or_default();
            text += &format!("- [`{command}`](../reference/{noun}.md)\n");
        }
    }
    if let Some((title, line)) = happened.get(code.code) {
        text += &format!("\n## An example\n\n{title}:\n\n```text\n{line} !! {}\n```\n", code.code);
    }
    text
}

/// What the sentence says after what is wrong.
fn cure(sentence: &str) -> &str {
    let first = sentence.find(". ").or_else(|| sentence.find(": "));
    first.map_or("", |at| sentence[at + 1..].trim())
}

#[test]
fn each_code_has_a_page() {
    let refusals: BTreeMap<String, Vec<String>> =
        serde_json::from_str(REFUSALS).expect("the refusals");
    let happened = happened();
    let mut index = INDEX.to_owned();
    for code in codes() {
        let asked = refusals.iter().filter(|(_, codes)| codes.iter().any(|it| it == code.code));
        let commands: Vec<String> = asked.map(|(command, _)| command.clone()).collect();
        must_be(&format!("docs/{}", code.page()), &page(code, &commands, &happened));
        index +=
            &format!("- [{}]({}.md): {}\n", code.code, code.code, unnumbered(code.cause.trim()));
    }
    must_be("docs/codes/README.md", &index);
    let pages = std::fs::read_dir("docs/codes").expect("the pages").count();
    assert_eq!(pages, codes().len() + 1, "a page of a code that is none");
}
