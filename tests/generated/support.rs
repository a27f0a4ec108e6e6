//! Compare, or rewrite when asked to.

use std::path::{Path, PathBuf};

/// The project's folder, for the tests of whichever package.
pub fn root() -> &'static Path {
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.find(|folder| folder.join("ROADMAP.md").exists()).expect("the project's folder")
}

pub fn must_be(path: &str, now: &str) {
    let path = root().join(path);
    if std::env::var_os("CALLOUT_REWRITE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        std::fs::write(&path, now).expect("the file");
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == now,
        "{} is not what the code says: run this test with CALLOUT_REWRITE=1",
        path.display()
    );
}

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
