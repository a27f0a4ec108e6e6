//! How long files, functions and lines may be.

use super::source::{Source, block, files, library, only, root, rust};

/// Above this a file needs a reason to stay whole.
const QUESTIONED: usize = 400;
/// Above this no reason is good enough.
const REFUSED: usize = 600;
/// A function fits on a screen.
const MAX_LINES: usize = 70;
const MAX_COLUMNS: usize = 100;

/// A file of more bytes is nothing that anybody wrote here.
const MAX_BYTES: u64 = 1 << 20;

#[test]
fn no_file_is_large() {
    let bytes = |path: &String| std::fs::metadata(root().join(path)).expect("a file").len();
    let large: Vec<String> = files("").into_iter().filter(|path| bytes(path) > MAX_BYTES).collect();
    assert!(large.is_empty(), "who needs them in the repository? {large:?}");
}

/// Files above 400 lines, and why they are one.
const LONG: &[(&str, &str)] = &[
    (
        "core/src/engine/command/execute.rs",
        "one command from door to receipt, read from top to bottom",
    ),
    ("core/src/engine/nouns.rs", "the one list of questions and answers, each with its example"),
    ("core/src/planning/activity/command.rs", "one noun's commands, each with its example"),
    ("adapters/src/store/sqlite/tx.rs", "one trait's methods, a statement each"),
    ("adapters/src/store/memory/mod.rs", "the same trait's methods, a look-up each"),
];

#[test]
fn files_are_short() {
    let mut broken = Vec::new();
    for source in everything() {
        let lines = source.text.lines().count();
        assert!(lines <= REFUSED, "{} has {lines} lines: split it", source.path);
        if lines > QUESTIONED {
            broken.push(source.path);
        }
    }
    only("a file of more than 400 lines needs a reason here, or a second file", &broken, LONG);
}

fn everything() -> Vec<Source> {
    rust(&["core", "adapters", "ffi", "python", "src", "tests"])
}

/// Functions above 70 lines, and why.
const LONG_FUNCTIONS: &[(&str, &str)] = &[];

#[test]
fn functions_fit_on_a_screen() {
    let mut broken = Vec::new();
    for source in library() {
        for (name, lines) in functions(&source.code) {
            if lines > MAX_LINES {
                broken.push(format!("{}: {name}, {lines} lines", source.path));
            }
        }
    }
    only("a function of more than 70 lines", &broken, LONG_FUNCTIONS);
}

/// Each function with a body, and how many lines it takes from its name to its last brace.
fn functions(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let end = rest.find(['{', ';']).unwrap_or(rest.len());
        // A type such as `fn() -> T`, or a method of a trait.
        if name.is_empty() || !rest[end..].starts_with('{') {
            continue;
        }
        let body = &rest[..end + block(&rest[end..])];
        found.push((name, body.lines().count()));
    }
    found
}

#[test]
fn lines_are_at_most_100_columns() {
    let mut broken = Vec::new();
    for source in everything() {
        // A sentence in a string is not broken over lines; the code around it is.
        for (line, text) in (1..).zip(source.unquoted.lines()) {
            if width(text) > MAX_COLUMNS {
                broken.push(format!("{}:{line}", source.path));
            }
        }
    }
    only("a line of more than 100 columns", &broken, &[]);
}

/// Columns of a line; in an example, too, what is in quotes does not count.
fn width(line: &str) -> usize {
    let example = line.trim_start().starts_with("//");
    let pieces = line.split('"').step_by(if example { 2 } else { 1 });
    pieces.map(|piece| piece.chars().count()).sum()
}

#[test]
fn each_file_says_what_it_is() {
    let said = |source: &Source| source.text.starts_with("//!");
    let silent = everything().into_iter().filter(|source| !said(source));
    let broken: Vec<String> = silent.map(|source| source.path).collect();
    only("a file begins with a sentence on its subject", &broken, &[]);
}
