//! Finding by words: one row a word in a table of its own, so that no question reads every row.

use super::index::{Cell, Column, Cond, Entry, Link, Table, fold, text};
use std::collections::BTreeSet;

/// Of a longer text the first so many different words are found.
const MOST_WORDS: usize = 200;

const COLUMNS: &[Column] = &[text("word")];
const INDEXES: &[&[&str]] = &[&["word"]];

/// A table of words, by its name.
pub(crate) const fn of_words(name: &'static str) -> Table {
    Table { name, columns: COLUMNS, indexes: INDEXES, ..Table::BARE }
}

/// The words of a text: its runs of letters and digits, folded, each once.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let mut seen = BTreeSet::new();
    let words: Vec<String> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && seen.insert((*word).to_owned()))
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// The rows of an aggregate that is found by the words of a text.
pub(crate) fn spelled(table: &'static Table, text: &str) -> impl Iterator<Item = Entry> {
    (0..).zip(words(text).take(MOST_WORDS)).map(move |(n, word)| {
        let cells = vec![Cell::Text(word)];
        Entry { table, n, cells, row: Vec::new() }
    })
}

/// So many words of a question count.
const MOST_SOUGHT: usize = 64;

/// That each of these words begins one of its words.
pub(crate) fn sought(table: &'static Table, said: &str) -> Vec<Cond> {
    let begins = |word: String| {
        let end = Cell::Text(format!("{word}{}", char::MAX));
        let range = vec![Cond::AtLeast("word", Cell::Text(word)), Cond::Below("word", end)];
        Cond::Has(table, Link::SameOwner, range)
    };
    let conds: Vec<Cond> = words(said).take(MOST_SOUGHT).map(begins).collect();
    // Signs alone are no word of anything.
    if conds.is_empty() && !said.trim().is_empty() { vec![Cond::Any(Vec::new())] } else { conds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_words() {
        for (text, expected) in [
            ("Žluťoučký  kůň, KŮŇ!", "zlutoucky kun"),
            // The same letters composed and decomposed, and as a printer's font has them.
            ("Z\u{30c}luťoučky\u{301} \u{fb01}ltr FILTR", "zlutoucky filtr"),
            ("Großmann GROSSMANN", "grossmann"),
            ("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
            ("IŞIK ışık İstanbul", "isik istanbul"),
            ("Zapo\u{ad}mnělík", "zapomnelik"),
            ("SA-2026-00017 Kompresor (hala 2)", "sa 2026 00017 kompresor hala 2"),
            (" – % ", ""),
        ] {
            assert_eq!(words(text).collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
