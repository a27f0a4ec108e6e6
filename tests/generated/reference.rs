//! A page for each noun: its commands with fields, right, refusals and an example, its questions,
//! what it holds. Written from schemas, tables, codes and decision tables.

mod examples;
mod form;

use super::support::must_be;
use callout::access::{GRANTS, Reach};
use callout::codebook::codes;
use callout::engine::SCHEMAS;
use examples::Examples;
use form::{Types, cell, one_line};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What stands around a record that is read.
const ENVELOPE: &str = "A view: its `id` and `version`, what may be asked of it next in \
    `available_verbs`, what the host keeps with it in `external_ids` and `ext`, when it was read in \
    `read_at`, and in `state`:\n";

/// How the pages are read.
const INDEX: &str = include_str!("reference/index.txt");

type Parts = BTreeMap<&'static str, Value>;

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("a string");
}

/// The page of a noun.
fn page(noun: &str, parts: &Parts, examples: &Examples) -> String {
    let mut types = Types::default();
    let mut text = format!("# {noun}\n\n");
    let told = match (parts.get("view"), parts.get("query")) {
        (Some(view), _) if view["properties"]["state"].is_object() => {
            form::resolved(view, &view["properties"]["state"])
        }
        (_, Some(query)) => query,
        _ => &Value::Null,
    };
    line(&mut text, &format!("{}\n", one_line(&told["description"])));
    if let Some(command) = parts.get("command") {
        text.push_str("## Commands\n\n");
        for variant in command["oneOf"].as_array().into_iter().flatten() {
            commands(&mut text, noun, command, variant, &mut types, examples);
        }
    }
    if let Some(query) = parts.get("query") {
        questions(&mut text, query, &mut types);
    }
    for (part, title, what) in [
        ("view", "## What `get` answers", "state"),
        ("page", "## What a row of `list` says", "rows"),
    ] {
        let Some(schema) = parts.get(part) else { continue };
        let listed = parts.get("query").is_some_and(|query| query["oneOf"].is_array());
        let title = if listed { title } else { "## What it answers" };
        line(&mut text, &format!("{title}\n"));
        if listed && what == "state" {
            line(&mut text, ENVELOPE);
        }
        let inner = match what {
            "rows" => &schema["properties"]["rows"]["items"],
            _ => &schema["properties"]["state"],
        };
        let inner = if inner.is_null() || !listed { schema } else { inner };
        fields(&mut text, schema, form::resolved(schema, inner), &mut types);
    }
    if let Some(event) = parts.get("event") {
        text.push_str("## What happens to it\n\n");
        let names: Vec<String> =
            form::words(event).into_iter().map(|(name, _)| format!("`{name}`")).collect();
        line(&mut text, &format!("{}\n", names.join(", ")));
    }
    named(&mut text, &mut types);
    text
}

/// The types that the tables above point at, each once.
fn named(text: &mut String, types: &mut Types) {
    if types.is_empty() {
        return;
    }
    text.push_str("## Types\n\n");
    while let Some((name, root, schema)) = types.next() {
        line(text, &format!("### {name}\n\n{}\n", one_line(&schema["description"])));
        let words = form::words(&schema);
        if words.is_empty() {
            fields(text, &root, &schema, types);
            continue;
        }
        text.push_str("| one of | what it holds | what it means |\n| --- | --- | --- |\n");
        for (word, variant) in words {
            let holds = form::holds(&root, &variant, &word, types);
            line(text, &format!("| `{word}` | {holds} | {} |", cell(&variant["description"])));
        }
        text.push('\n');
    }
}

/// A table of the fields of a record.
fn fields(text: &mut String, root: &Value, schema: &Value, types: &mut Types) {
    let Some(properties) = schema["properties"].as_object().filter(|all| !all.is_empty()) else {
        text.push_str("It has no fields.\n\n");
        return;
    };
    let required = |name: &String| {
        schema["required"].as_array().is_some_and(|all| all.iter().any(|it| it == name.as_str()))
    };
    text.push_str("| field | form | | what |\n| --- | --- | --- | --- |\n");
    for (name, field) in properties {
        let must = if required(name) { "required" } else { "" };
        let form = types.form(root, field);
        line(text, &format!("| `{name}` | {form} | {must} | {} |", cell(&field["description"])));
    }
    text.push('\n');
}

fn commands(
    text: &mut String,
    noun: &str,
    root: &Value,
    variant: &Value,
    types: &mut Types,
    examples: &Examples,
) {
    let verb = variant["required"][0].as_str().expect("a verb");
    let told = &variant["x-callout"];
    line(text, &format!("### {noun}.{verb}\n\n{}\n", one_line(&variant["description"])));
    line(text, &format!("{} {}\n", meets(told), may(&format!("{noun}.{verb}"))));
    let content = form::resolved(root, &variant["properties"][verb]);
    fields(text, root, content, types);
    if let Some(example) = examples.of(noun, verb) {
        line(text, &format!("```json\n{example}\n```\n"));
    }
    let refusals: Vec<&str> =
        told["refusals"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if refusals.is_empty() {
        return;
    }
    text.push_str("| refused with, among others | says |\n| --- | --- |\n");
    for code in codes().into_iter().filter(|code| refusals.contains(&code.code)) {
        line(text, &format!("| `{}` | {} |", code.code, code.en.replace('|', "\\|")));
    }
    text.push('\n');
}

/// How a command meets its record, as a sentence.
fn meets(told: &Value) -> &'static str {
    let company = told["target"] == "company";
    match told["manner"].as_str() {
        Some("creates") if company => "It begins the company, whose id is the request's `company`.",
        Some("creates") => "It begins a record, whose id may be given in `target`.",
        Some("changes") if company => {
            "It changes the company, whose id stands in `target` too, in the version that was seen, \
             which is given in `expected` (`REQUEST-VERSION-01`, `RECORD-VERSION-01`). In Python the \
             session says which company it is, and no id is given."
        }
        Some("changes") => {
            "It changes the record in `target`, in the version that was seen, which is given in \
             `expected` (`REQUEST-VERSION-01`, `RECORD-VERSION-01`)."
        }
        Some("adds") => {
            "It adds to the record in `target`. It is never refused for a version; where the one \
             that was seen is given in `expected`, what does not fit what came since is kept as a \
             conflict."
        }
        Some("joins") if told["target"] == "required" => {
            "It adds to the record in `target`, whose id is its activity's, or begins it. It is \
             never refused for a version; where the one that was seen is given in `expected`, what \
             does not fit what came since is kept as a conflict."
        }
        Some("joins") => "It begins a record, whose id may be given in `target`: the same id once.",
        _ => {
            "It judges a part of the record in `target`: a version in `expected` is checked where \
             it is given (`RECORD-VERSION-01`)."
        }
    }
}

/// Which of the built-in roles may, as a sentence.
fn may(right: &str) -> String {
    let grant = GRANTS.iter().find(|grant| grant.verb == right).expect("a row");
    let roles = [
        ("manager", grant.manager),
        ("technician", grant.technician),
        ("back office", grant.back_office),
        ("reader", grant.reader),
    ];
    let told = roles.iter().filter_map(|(role, reach)| match reach {
        Reach::All => Some((*role).to_owned()),
        Reach::Own => Some(format!("{role} (own)")),
        Reach::No => None,
    });
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => format!("The right `{right}` has nobody by default."),
        false => format!("The right `{right}` has by default: {}.", told.join(", ")),
    }
}

fn questions(text: &mut String, query: &Value, types: &mut Types) {
    text.push_str("## Questions\n\n");
    let variants: Vec<&Value> = query["oneOf"].as_array().into_iter().flatten().collect();
    if variants.is_empty() {
        fields(text, query, query, types);
    }
    for variant in variants {
        let name = variant["required"][0].as_str().expect("a question");
        line(text, &format!("### {name}\n\n{}\n", one_line(&variant["description"])));
        let content = form::resolved(query, &variant["properties"][name]);
        fields(text, query, content, types);
    }
}

#[test]
fn each_noun_has_a_page() {
    let examples = Examples::gathered();
    let mut index = String::from(INDEX);
    for (noun, schemas) in SCHEMAS.iter().filter(|(noun, _)| !["engine", "toolbox"].contains(noun))
    {
        let parts: Parts =
            schemas().into_iter().map(|(part, schema)| (part, schema.to_value())).collect();
        must_be(&format!("docs/reference/{noun}.md"), &page(noun, &parts, &examples));
        line(&mut index, &format!("- [{noun}]({noun}.md)"));
    }
    must_be("docs/reference/README.md", &index);
}
