//! Every code is provoked by a test: it stands after `!!` in a case, or in quotes in another test.

use super::source::{files, root, text, without_comments};
use std::collections::BTreeSet;

/// Folders of tests; `tests/tidy` talks of codes and provokes none.
const TESTS: &[&str] = &["tests", "adapters/tests", "python/tests"];
/// Folders of the library, whose test modules count as well.
const LIBRARY: &[&str] = &["core/src", "adapters/src", "ffi/src", "python/src", "src"];

fn codes() -> BTreeSet<String> {
    let registry: serde_json::Value =
        serde_json::from_str(&text("include/schema/codes.json")).expect("the registry");
    let codes = registry.as_array().into_iter().flatten();
    codes.filter_map(|code| code["code"].as_str().map(str::to_owned)).collect()
}

/// All that tests say, without their comments.
fn said() -> Vec<String> {
    let mut said = Vec::new();
    for path in TESTS.iter().flat_map(|folder| files(folder)) {
        let other = path.starts_with("tests/tidy/") || path.starts_with("tests/golden/");
        match path.rsplit('.').next() {
            _ if other => {}
            Some("rs" | "c" | "h") => said.push(without_comments(&text(&path))),
            Some("py") => said.push(without_hashes(&text(&path))),
            Some("case") => said.extend(refusals(&text(&path))),
            _ => {}
        }
    }
    for path in LIBRARY.iter().flat_map(|folder| files(folder)) {
        let text = if path.ends_with(".rs") { text(&path) } else { continue };
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            said.push(without_comments(&text));
        } else if let Some(at) = text.find("#[cfg(test)]\nmod ") {
            said.push(without_comments(&text[at..]));
        }
    }
    said
}

/// The codes of a case file, in quotes as elsewhere.
fn refusals(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| Some(format!("\"{}\"", line.rsplit_once("!!")?.1.trim()))).collect()
}

fn without_hashes(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_code_is_provoked_by_a_test() {
    assert!(root().join("include/schema/codes.json").is_file());
    let said = said();
    let provoked = |code: &str| {
        // In C a code may be part of a longer string.
        let quoted = [format!("\"{code}\""), format!("{code}\\\"")];
        said.iter().any(|text| quoted.iter().any(|quoted| text.contains(quoted)))
    };
    let missing: Vec<String> = codes().into_iter().filter(|code| !provoked(code)).collect();
    super::source::only("a code that no test provokes", &missing, &[]);
}

/// Every reason is reached by a case, which expects its code, or by a test of the core.
#[test]
fn every_reason_is_provoked_by_a_test() {
    let registry: serde_json::Value =
        serde_json::from_str(&text("include/schema/reasons.json")).expect("the registry");
    let expected = |path: &String| {
        let expected = text(path);
        let lines = expected.lines().filter(|line| !line.starts_with('#'));
        lines.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    let cases: Vec<String> =
        files("tests/cases").iter().filter(|path| path.ends_with(".case")).map(expected).collect();
    let reasons = registry.as_array().into_iter().flatten();
    let missing = reasons.filter_map(|reason| {
        let code = format!("\"code\": {}", reason["code"]);
        (!cases.iter().any(|case| case.contains(&code))).then_some(code)
    });
    super::source::only("a reason that no case reaches", &missing.collect::<Vec<_>>(), &[]);
}

#[test]
fn a_code_in_a_comment_or_an_expectation_of_success_does_not_count() {
    let case = "# a.b !! A-B-01\na b.c d => done\na b.c d {\"x\": \"A-B-02\"} !! A-B-03";
    assert_eq!(refusals(case), ["\"A-B-03\""]);
    assert_eq!(without_comments("// \"A-B-01\"\na(\"A-B-02 // c\");"), "\na(\"A-B-02 // c\");");
    assert_eq!(without_hashes("# \"A-B-01\"\nx"), "x");
}
