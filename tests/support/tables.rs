//! The decision tables: where they stand, and their lines.
#![allow(dead_code, reason = "each suite takes what it needs")]

use std::path::{Path, PathBuf};

/// All tables, in the order of their names.
pub fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut found);
    found.sort();
    assert!(!found.is_empty(), "there are tables");
    found
}

/// The lines of all of them.
pub fn all_lines() -> Vec<String> {
    let text = |file: PathBuf| std::fs::read_to_string(file).expect("a table");
    files().into_iter().flat_map(|file| lines(&text(file))).collect()
}

/// Lines without remarks; one that begins with blanks goes on with the one before.
pub fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match lines.last_mut() {
            Some(before) if line.starts_with(' ') => before.push_str(line),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "case") {
            files.push(path);
        }
    }
}
