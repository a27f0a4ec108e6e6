//! No function without its contract: who owns each pointer, on which thread it may be called.

use super::workshop::root;

/// A function of `callout.h` with the comment before it.
pub struct Function {
    pub name: String,
    returns: String,
    /// Type and name of each parameter.
    parameters: Vec<(String, String)>,
    comment: String,
}

/// All functions of `callout.h`, in order.
pub fn functions() -> Vec<Function> {
    let header = header("callout.h");
    let (_, body) = header.split_once("extern \"C\" {").expect("the functions");
    let mut found = Vec::new();
    for block in body.split("\n\n") {
        let lines = |comment: bool| {
            let of = block.lines().filter(move |line| line.starts_with("//") == comment);
            of.collect::<Vec<_>>().join("\n")
        };
        let (comment, code) = (lines(true), lines(false));
        let Some((head, parameters)) = code.split_once('(').filter(|_| code.ends_with(");")) else {
            continue;
        };
        let (returns, name) = head.trim().rsplit_once([' ', '*']).expect("a type and a name");
        let parameters = parameters.trim_end_matches(");").split(',').map(str::trim);
        let parameters = parameters.filter(|parameter| *parameter != "void");
        found.push(Function {
            name: name.to_owned(),
            returns: returns.trim().to_owned(),
            parameters: parameters.map(split).collect(),
            comment,
        });
    }
    found
}

fn split(parameter: &str) -> (String, String) {
    let at = parameter.rfind([' ', '*']).expect("a type and a name") + 1;
    (parameter[..at].trim().to_owned(), parameter[at..].to_owned())
}

fn header(name: &str) -> String {
    std::fs::read_to_string(root().join("include").join(name)).expect("a header")
}

const THREADS: [&str; 3] = ["[any-thread]", "[one-thread-at-a-time]", "[inside-callback]"];
const OWNERS: [&str; 3] = ["[copied", "[borrowed", "[owned"];

/// The tag behind the name of a parameter: `` - `receipt` [owned]: ``.
fn tag<'a>(comment: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = comment.split_once(&format!("- {name} ["))?;
    rest.split_once(']').map(|(tag, _)| tag)
}

fn wrong(function: &Function) -> Vec<String> {
    let mut wrong = Vec::new();
    if !THREADS.iter().any(|tag| function.comment.contains(tag)) {
        wrong.push("no thread tag".to_owned());
    }
    if !function.comment.contains("@since ") {
        wrong.push("no @since".to_owned());
    }
    let points = |kind: &str| kind.contains('*') || kind == "callout_str";
    let named = |name: &str| {
        let tag = tag(&function.comment, name).map(|tag| format!("[{tag}"));
        tag.filter(|tag| OWNERS.iter().any(|owner| tag.starts_with(owner)))
    };
    if points(&function.returns) && named("returns").is_none() {
        wrong.push("nobody owns what it returns".to_owned());
    }
    for (kind, name) in &function.parameters {
        let tag = named(&format!("`{name}`"));
        if points(kind) && tag.is_none() {
            wrong.push(format!("nobody owns {name}"));
        }
        if name == "error" && !tag.is_some_and(|tag| tag.contains("nullable")) {
            wrong.push("error is not nullable".to_owned());
        }
        if kind.contains("**") && !["engine", "error"].contains(&name.as_str()) {
            wrong.push(format!("{name} is a handle that this lint does not know"));
        }
    }
    let tagged = function.comment.lines().filter_map(|line| line.strip_prefix("// - `"));
    for name in tagged.filter_map(|line| line.split('`').next()) {
        if !function.parameters.iter().any(|(_, known)| known == name) {
            wrong.push(format!("there is no {name}"));
        }
    }
    wrong
}

#[test]
fn every_function_says_who_owns_what_on_which_thread() {
    let functions = functions();
    assert!(functions.len() > 20, "{} functions", functions.len());
    let faults: Vec<String> = functions
        .iter()
        .flat_map(|function| wrong(function).into_iter().map(|w| format!("{}: {w}", function.name)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_lint_sees_what_is_missing() {
    let function = |comment: &str| Function {
        name: "callout_x".to_owned(),
        returns: "callout_status".to_owned(),
        parameters: vec![("callout_str".to_owned(), "text".to_owned())],
        comment: comment.to_owned(),
    };
    assert!(wrong(&function("// - `text` [copied]: it.\n// [any-thread] @since 0.1")).is_empty());
    for comment in [
        "// - `text` [copied]: it.\n// @since 0.1",
        "// - `text`: it.\n// [any-thread] @since 0.1",
        "// - `text` [copied]: it.\n// [any-thread]",
        "// - `text` [copied]: it.\n// - `other` [copied]: gone.\n// [any-thread] @since 0.1",
    ] {
        assert_eq!(wrong(&function(comment)).len(), 1, "{comment}");
    }
}

/// The hand-written tables: each function pointer has a comment with a thread tag, and a word on
/// each pointer that it is handed.
#[test]
fn every_callback_says_the_same() {
    for (name, least) in [
        ("callout/plugin.h", 3),
        ("callout/ext/commit_hook.h", 2),
        ("callout/ext/mailer.h", 1),
        ("callout/ext/registry.h", 3),
    ] {
        let header = header(name);
        let mut seen = 0;
        for (at, _) in header.match_indices("(*") {
            let before = &header[..at];
            let comment = &before[before.rfind("/*").expect("a comment")..];
            let rest = &header[at + 2..];
            let (member, rest) = rest.split_once(")(").expect("a function pointer");
            let (parameters, _) = rest.split_once(");").expect("its parameters");
            let tagged = THREADS.iter().any(|tag| comment.contains(tag));
            assert!(tagged, "{name}: {member} has no thread tag");
            for parameter in parameters.split(',').map(str::trim).filter(|p| *p != "void") {
                let (_, parameter) = split(parameter);
                let known =
                    parameter == "user_data" || comment.contains(&format!("`{parameter}` ["));
                assert!(known, "{name}: {member} does not say who owns {parameter}");
            }
            seen += 1;
        }
        assert!(seen >= least, "{name}: {seen} function pointers");
    }
}

#[test]
fn headers_stay_short_and_without_floats() {
    for (name, most) in [
        ("callout.h", 600),
        ("callout/plugin.h", 150),
        ("callout/ext/commit_hook.h", 90),
        ("callout/ext/mailer.h", 90),
        ("callout/ext/registry.h", 90),
    ] {
        let header = header(name);
        assert!(header.lines().count() <= most, "{name}: {} lines", header.lines().count());
        let code = header.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
        for line in code {
            let mut words = line.split(|c: char| !c.is_alphanumeric());
            let odd = words.find(|word| ["double", "float", "enum", "long"].contains(word));
            assert_eq!(odd, None, "{name}: {line}");
        }
    }
}
