//! Source files as the rules read them: without what is only said, quoted or tested.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A Rust file.
#[derive(Clone)]
pub struct Source {
    /// From the root, with forward slashes: `core/src/planning/activity/decide.rs`.
    pub path: String,
    /// As it is.
    pub text: String,
    /// Without the insides of strings; line by line as it is.
    pub unquoted: String,
    /// Without comments too, and without modules that only tests compile.
    pub code: String,
}

/// The Rust files under folders, sorted.
pub fn rust(folders: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        for path in files(folder) {
            if path.ends_with(".rs") {
                found.push(read(path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing under {folders:?}");
    found
}

/// What is written for users of the library: all packages, without their test suites.
pub fn library() -> Vec<Source> {
    let mut found = rust(&["core/src", "adapters/src", "ffi/src", "python/src", "src"]);
    found.retain(|source| !source.path.ends_with("/tests.rs") && !source.path.contains("/tests/"));
    found
}

/// Many rules read the same files: each is taken apart once.
static READ: Mutex<BTreeMap<String, Source>> = Mutex::new(BTreeMap::new());

fn read(path: String) -> Source {
    let known = READ.lock().expect("no rule stops while it reads").get(&path).cloned();
    known.unwrap_or_else(|| {
        let text = text(&path);
        let unquoted = strip(&text, false);
        let code = without_tests(&strip(&text, true));
        let source = Source { path, text, unquoted, code };
        READ.lock().expect("as above").insert(source.path.clone(), source.clone());
        source
    })
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file's text.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// All files under a folder, from the root, without what builds and tools leave there.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            let left = ["target", ".git", ".venv", "__pycache__", ".pytest_cache", ".mypy_cache"];
            if path.is_dir() && !left.contains(&name.as_ref()) {
                open.push(path);
            } else if path.is_file() {
                let path = path.strip_prefix(root()).expect("under the root");
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                found.push(parts.join("/"));
            }
        }
    }
    found.sort();
    found
}

/// Takes out what is inside strings, and comments where asked to; lines stay where they are.
fn strip(text: &str, comments: bool) -> String {
    pieces(text, !comments, false)
}

/// Takes out comments only.
pub fn without_comments(text: &str) -> String {
    pieces(text, false, true)
}

/// The pieces of a text that are kept, and all its ends of lines.
fn pieces(text: &str, comments: bool, strings: bool) -> String {
    let all: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while at < all.len() {
        let rest = &all[at..];
        let (end, kept) = if rest.starts_with(&['/', '/']) {
            (until(rest, &['\n']), comments)
        } else if rest.starts_with(&['/', '*']) {
            (until(rest, &['*', '/']) + 2, comments)
        } else if let Some(end) = string(rest) {
            (end, strings)
        } else if rest.starts_with(&['\'']) {
            let end = letter(rest);
            (end, strings || end == 1)
        } else {
            (1, true)
        };
        let piece = &rest[..end.min(rest.len())];
        out.extend(piece.iter().filter(|c| kept || **c == '\n'));
        at += piece.len();
    }
    out
}

fn until(rest: &[char], end: &[char]) -> usize {
    rest.windows(end.len()).position(|window| window == end).unwrap_or(rest.len())
}

/// How long the string is that begins here.
fn string(rest: &[char]) -> Option<usize> {
    let raw = rest.first() == Some(&'r') && matches!(rest.get(1), Some('"' | '#'));
    if raw {
        let signs = rest[1..].iter().take_while(|c| **c == '#').count();
        if rest.get(1 + signs) != Some(&'"') {
            return None;
        }
        let end: Vec<char> = std::iter::once('"').chain(vec!['#'; signs]).collect();
        let head = 2 + signs;
        return Some(head + until(&rest[head..], &end) + end.len());
    }
    if rest.first() != Some(&'"') {
        return None;
    }
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    Some(at + 1)
}

/// How long the letter is that begins here; a lifetime is one sign.
fn letter(rest: &[char]) -> usize {
    match rest {
        [_, '\\', ..] => 4 + until(&rest[3.min(rest.len())..], &['\'']),
        [_, _, '\'', ..] => 3,
        _ => 1,
    }
}

/// Takes out what stands under `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let end = match out[start..].find(['{', ';']) {
            Some(at) if out[start + at..].starts_with('{') => start + block(&out[start..]),
            Some(at) => start + at + 1,
            None => out.len(),
        };
        let lines = out[start..end].matches('\n').count();
        out.replace_range(start..end, &"\n".repeat(lines));
    }
    out
}

/// Where the block that opens first is closed.
pub fn block(code: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in code.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// A list of exceptions is met exactly: nothing else breaks the rule, nothing on it is stale.
pub fn only(rule: &str, broken: &[String], allowed: &[(&str, &str)]) {
    let new: Vec<_> = broken.iter().filter(|b| !allowed.iter().any(|(a, _)| a == b)).collect();
    let stale: Vec<_> =
        allowed.iter().map(|(a, _)| a).filter(|a| !broken.iter().any(|b| b == *a)).collect();
    assert!(new.is_empty(), "{rule}:\n  {}", join(&new));
    assert!(stale.is_empty(), "{rule}: no longer an exception:\n  {}", join(&stale));
}

fn join(lines: &[impl ToString]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
}

#[test]
fn what_is_said_or_quoted_is_no_code() {
    let text = "a(\"b // c\"); // d\nlet e: &'f str = r#\"g\"h\"#; '\\'' '\"' i";
    assert_eq!(strip(text, true), "a(); \nlet e: &'f str = ;   i");
    assert_eq!(strip(text, false), "a(); // d\nlet e: &'f str = ;   i");
    assert_eq!(without_tests("a\n#[cfg(test)]\nmod b {\n c {} }\nd"), "a\n\n\n\nd");
}
