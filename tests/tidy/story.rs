//! The promises: each has one row that says where it is kept, and what is named there exists.

use super::source::{files, root, text};
use std::collections::BTreeMap;

/// Page, letter of its numbers, how many there are.
const PAGES: &[(&str, char, u32)] = &[
    ("docs/proof/story.md", 'S', 63),
    ("docs/proof/rulings.md", 'R', 13),
    ("docs/proof/rulings.md", 'E', 100),
];

/// The rows of a page: number to line.
fn rows(page: &str, letter: char) -> BTreeMap<u32, String> {
    let mut rows = BTreeMap::new();
    for line in text(page).lines() {
        let Some(first) = line.strip_prefix("| ").and_then(|line| line.split(" |").next()) else {
            continue;
        };
        let number = first.trim().strip_prefix(letter).and_then(|n| n.parse().ok());
        if let Some(number) = number {
            let twice = rows.insert(number, line.to_owned());
            assert!(twice.is_none(), "{page}: {letter}{number} has two rows");
        }
    }
    rows
}

#[test]
fn every_number_has_one_row() {
    for (page, letter, count) in PAGES {
        let rows = rows(page, *letter);
        for number in 1..=*count {
            assert!(rows.contains_key(&number), "{page}: {letter}{number} has no row");
        }
        assert_eq!(rows.len(), *count as usize, "{page}: more {letter} than there are");
    }
}

#[test]
fn a_row_has_all_columns() {
    for (page, letter, _) in PAGES {
        for (number, line) in rows(page, *letter) {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            assert_eq!(cells.len(), 4, "{page}: {letter}{number}: number, what, by what, test");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{page}: {letter}{number} is bare");
            let test = cells[3];
            let told = test.starts_with("not yet") || !named(test).is_empty();
            assert!(told, "{page}: {letter}{number} names a test, or says `not yet`");
        }
    }
}

#[test]
fn every_sentence_of_the_story_is_proven() {
    for (number, line) in rows("docs/proof/story.md", 'S') {
        assert!(!line.contains("not yet"), "docs/proof/story.md: S{number} has no test");
    }
}

/// The files in a text: `tests/x.rs`, and `tests/x.rs::name` with the function.
fn named(text: &str) -> Vec<(&str, Option<&str>)> {
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|word| word.contains('/') && word.contains('.'));
    paths
        .map(|word| match word.split_once("::") {
            Some((path, name)) => (path, Some(name)),
            None => (word, None),
        })
        .collect()
}

#[test]
fn every_named_test_exists() {
    for (page, letter, _) in PAGES {
        for (number, line) in rows(page, *letter) {
            for (path, name) in named(&line) {
                let at = format!("{page}: {letter}{number}");
                assert!(root().join(path).is_file(), "{at}: there is no {path}");
                if let Some(name) = name {
                    let there = text(path).contains(&format!("fn {name}("));
                    assert!(there, "{at}: there is no {name} in {path}");
                }
            }
        }
    }
}

#[test]
fn links_between_papers_lead_somewhere() {
    for path in files(".").into_iter().filter(|path| path.ends_with(".md")) {
        let folder = root().join(&path);
        let folder = folder.parent().expect("a folder");
        for link in text(&path).split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap_or_default();
            let outside = link.is_empty() || link.contains("://") || link.starts_with("mailto:");
            assert!(outside || folder.join(link).exists(), "{path}: {link} leads nowhere");
        }
    }
}
