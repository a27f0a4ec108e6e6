//! What a host in Rust calls shows how it is called: in an example, which the compiler reads.

use super::source::{Source, only, rust};

/// How a command stands in `commands!` that a host may ask; one that only Callout asks has
/// `(inside)` after it.
const MANNERS: &[&str] = &["creates", "changes", "adds", "joins", "judges"];

/// Commands that are written by hand, with what begins each.
const BY_HAND: &[(&str, &[&str])] =
    &[("core/src/correspondence/mail/command.rs", &["pub struct File ", "pub struct Unfile "])];

/// Whose methods a host calls.
const CALLED: &[&str] = &["Session", "Batch", "Engine"];

/// Whether an example that is compiled stands in the documentation right before a line.
fn shown(lines: &[&str], at: usize) -> bool {
    let before = lines[..at].iter().rev().map(|line| line.trim_start());
    let told = before.take_while(|line| line.starts_with("///") || line.starts_with("#["));
    let fences: Vec<&str> = told.filter(|line| line.starts_with("/// ```")).collect();
    // Read from below: each is closed first and opened then.
    fences.chunks(2).any(|block| matches!(block, ["/// ```", "/// ```" | "/// ```no_run"]))
}

/// The name that begins a text.
fn name(text: &str) -> &str {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap_or_default()
}

/// The commands of a file that a host may ask, with the number of their line.
fn commands(source: &Source) -> Vec<(String, usize)> {
    let by_hand = BY_HAND.iter().filter(|(path, _)| *path == source.path);
    let by_hand: Vec<&str> = by_hand.flat_map(|(_, structs)| structs.iter().copied()).collect();
    let inside = source.text.find("noun::commands! {").map(|at| {
        let before = source.text[..at].lines().count();
        before..before + source.text[at..].lines().take_while(|line| *line != "}").count()
    });
    let command = |(at, line): (usize, &str)| {
        if by_hand.iter().any(|begins| line.starts_with(begins)) {
            return Some((name(&line["pub struct ".len()..]).to_owned(), at));
        }
        let (manner, rest) = line.strip_prefix("    ")?.split_once(' ')?;
        let asked = inside.as_ref().is_some_and(|inside| inside.contains(&at));
        (asked && MANNERS.contains(&manner)).then(|| (name(rest).to_owned(), at))
    };
    source.text.lines().enumerate().filter_map(command).collect()
}

/// The public functions in the `impl` blocks of who is called, with the number of their line.
fn functions(source: &Source) -> Vec<(String, usize)> {
    let mut whose = None;
    let mut found = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        if let Some(rest) = line.strip_prefix("impl") {
            let rest = rest.strip_prefix("<'s>").unwrap_or(rest).trim_start();
            let trait_of = rest.contains(" for ");
            whose = CALLED.iter().find(|called| !trait_of && name(rest) == **called);
        } else if let (Some(whose), Some(rest)) = (whose, line.strip_prefix("    pub fn ")) {
            found.push((format!("{whose}::{}", name(rest)), at));
        }
    }
    found
}

/// The methods of `Session`, `Batch` and `Engine`: `Session::create`.
pub fn methods() -> Vec<String> {
    rust(&["core/src"]).iter().flat_map(functions).map(|(name, _)| name).collect()
}

/// Of what is found in the core, all that stands without an example; and how much is found.
fn silent(find: impl Fn(&Source) -> Vec<(String, usize)>) -> (Vec<String>, usize) {
    let (mut silent, mut all) = (Vec::new(), 0);
    for source in rust(&["core/src"]) {
        let lines: Vec<&str> = source.text.lines().collect();
        for (name, at) in find(&source) {
            all += 1;
            if !shown(&lines, at) {
                silent.push(format!("{}: {name}", source.path));
            }
        }
    }
    (silent, all)
}

#[test]
fn each_command_of_a_host_has_an_example() {
    let (silent, all) = silent(commands);
    assert!(all > 90, "{all} commands are found");
    only("a command without an example", &silent, &[]);
}

#[test]
fn each_method_of_a_host_has_an_example() {
    let (silent, all) = silent(functions);
    assert!(all > 50, "{all} methods are found");
    only("a method without an example", &silent, &[]);
}
