//! The decision tables, as lines.

use super::support::root;
use std::path::{Path, PathBuf};

/// The lines of all decision tables, a long one in one, in the order of their files.
pub fn lines_of_tables() -> Vec<String> {
    let mut files = Vec::new();
    gather(&root().join("tests/cases"), &mut files);
    files.sort();
    let text = |file: PathBuf| std::fs::read_to_string(file).expect("a table");
    files.into_iter().flat_map(|file| lines(&text(file))).collect()
}

fn lines(text: &str) -> Vec<String> {
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
