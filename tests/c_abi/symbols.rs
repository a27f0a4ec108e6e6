//! What the library exports is what the header declares, and what is committed.

use super::lint::functions;
use super::support::must_be;
use super::workshop::{has, library, run};
use std::process::Command;

#[test]
fn the_exported_symbols_are_those_of_the_header() {
    let mut declared: Vec<String> = functions().into_iter().map(|function| function.name).collect();
    declared.sort();
    must_be("include/callout.symbols", &(declared.join("\n") + "\n"));
    if !has("nm") {
        return;
    }
    let output = run(Command::new("nm").args(["-D", "--defined-only"]).arg(library()));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let exported = text.lines().filter_map(|line| line.split_whitespace().nth(2));
    let mut exported: Vec<&str> = exported.collect();
    exported.sort_unstable();
    assert_eq!(exported, declared);
}
