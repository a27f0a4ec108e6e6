//! The decision tables are complete: every verb that a host can ask succeeds in one of them.

use super::source::{files, text};
use super::verbs::{OWN, commands};
use std::collections::BTreeSet;

/// Verbs of commands that happen in a case, as `activity.assign`.
fn happening() -> BTreeSet<String> {
    let cases = files("tests/cases").into_iter().filter(|path| path.ends_with(".case"));
    cases.flat_map(|path| verbs(&text(&path))).collect()
}

/// A line goes on in lines that begin with blanks; what it comes to stands at its end.
fn verbs(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match lines.last_mut() {
            Some(before) if line.starts_with(' ') => before.push_str(line),
            _ => lines.push(line.to_owned()),
        }
    }
    let happened = |line: &String| {
        let (asked, events) = line.rsplit_once("=>")?;
        let verb = asked.split_whitespace().nth(1)?;
        (verb.contains('.') && events.trim() != "nothing").then(|| verb.to_owned())
    };
    lines.iter().filter_map(happened).collect()
}

#[test]
fn every_verb_happens_in_a_case() {
    let happening = happening();
    let own = |verb: &String| OWN.iter().any(|(own, _)| own == verb);
    let missing: Vec<String> =
        commands().into_iter().filter(|verb| !happening.contains(verb) && !own(verb)).collect();
    assert!(missing.is_empty(), "no case shows that this can be done:\n  {}", missing.join("\n  "));
}

#[test]
fn what_is_refused_or_changes_nothing_does_not_count() {
    let text = "# m a.b c => d\nm a.b c !! X-Y-01\nm a.c d {\"x\":\n    1} => done\n\
        m a.d e => nothing\nsee m {\"a\": {}} => {\"x.y\": 1}";
    assert_eq!(verbs(text), ["a.c"]);
}
