//! One page says how each call is made in Rust, C and Python; none is missing, and none is made up.

use super::examples::methods;
use super::source::text;
use std::collections::BTreeSet;

/// What is in backticks on the page, and the names in it: `Session::create`, `create_as`.
fn named() -> BTreeSet<String> {
    let page = text("docs/reference/calls.md");
    page.split('`')
        .skip(1)
        .step_by(2)
        .map(|quoted| quoted.trim_end_matches("(…)").to_owned())
        .collect()
}

/// Methods and functions of Python: `Session.verify`, `say`.
fn python() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (file, whose) in
        [("_session.py", "Session."), ("_engine.py", "Engine."), ("_toolbox.py", "")]
    {
        let source = text(&format!("python/python/callout/{file}"));
        let begins = if whose.is_empty() { "def " } else { "    def " };
        // A page of rows has its `next` beside the session.
        let source = source.split("class _Paged").next().unwrap_or_default().to_owned();
        let names = source.lines().filter_map(|line| line.strip_prefix(begins)?.split('(').next());
        found.extend(
            names.filter(|name| !name.starts_with('_')).map(|name| format!("{whose}{name}")),
        );
    }
    found
}

/// What is there and not on the page. A call of the engine and one of a session that do the same
/// have one name.
fn missing(named: &BTreeSet<String>, there: &BTreeSet<String>, between: &str) -> Vec<String> {
    let own = |name: &str| name.rsplit(between).next().unwrap_or_default().to_owned();
    let on_page: BTreeSet<String> = named.iter().map(|name| own(name)).collect();
    let told = |name: &&String| on_page.contains(&own(name));
    there.iter().filter(|name| !told(name)).cloned().collect()
}

#[test]
fn every_call_is_on_the_page() {
    let named = named();
    let c: BTreeSet<String> = text("include/callout.symbols").lines().map(str::to_owned).collect();
    let rust: BTreeSet<String> =
        methods().into_iter().filter(|it| !it.starts_with("Batch")).collect();
    let (python, header) = (python(), text("include/callout.h"));
    assert!(c.len() > 30 && rust.len() > 50 && python.len() > 25);
    for (language, there, between) in
        [("C", &c, "::"), ("Rust", &rust, "::"), ("Python", &python, ".")]
    {
        let missing = missing(&named, there, between);
        assert!(missing.is_empty(), "docs/reference/calls.md lacks, in {language}: {missing:?}");
    }
    let unknown: Vec<&String> = named
        .iter()
        .filter(|name| match name.as_str() {
            // Some are written out in the header.
            name if name.starts_with("callout_") => !header.contains(name),
            name if name.starts_with("Session::") || name.starts_with("Engine::") => {
                !rust.contains(name)
            }
            // The class has properties too.
            name if name.starts_with("Session.") || name.starts_with("Engine.") => {
                !python.contains(name)
            }
            _ => false,
        })
        .collect();
    assert!(unknown.is_empty(), "nobody has {unknown:?}");
}
