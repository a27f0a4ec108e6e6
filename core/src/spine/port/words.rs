//! Finding by words: one row for each beginning of a word, in a table of their own. What is asked
//! for is the beginning of a word, so its rows stand together, and since they repeat what a list is
//! ordered by, they stand there in its order: no question reads more of them than it shows.

use super::index::{Cell, Cond, Entry, Link, Table, fold, is};
use std::collections::BTreeSet;

/// Of a longer text the first so many different words are found.
const MAX_WORDS: usize = 200;

/// A longer word has the beginnings of so many letters, and itself.
const MAX_LETTERS: usize = 24;

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

/// Where the beginnings of a word end.
fn ends(word: &str) -> impl Iterator<Item = usize> {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.take(MAX_LETTERS)
}

/// The beginnings of words and the words, each once.
fn beginnings(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for word in words {
        let begun = ends(&word).map(|end| word[..end].to_owned());
        all.extend(begun.chain([word.clone()]).filter(|begun| seen.insert(begun.clone())));
    }
    all
}

/// The rows of an aggregate that is found by the words of a text: they repeat of its own row what
/// the table says.
pub(crate) fn spelled(
    table: &'static Table,
    text: &str,
    own: &Entry,
) -> impl Iterator<Item = Entry> + use<> {
    let repeated = own.repeated(table);
    (0..).zip(beginnings(words(text).take(MAX_WORDS))).map(move |(n, word)| {
        let cells = std::iter::once(Cell::Text(word)).chain(repeated.iter().cloned()).collect();
        Entry { table, n, cells, row: Vec::new() }
    })
}

/// So many words of a question count.
const MAX_SOUGHT: usize = 64;

/// That each of these words begins one of its words.
pub(crate) fn sought(table: &'static Table, said: &str) -> Vec<Cond> {
    let has = |conds| Cond::Has(table, Link::SameOwner, conds);
    let begins = |word: String| {
        let end = ends(&word).last().unwrap_or_default();
        let begun = has(vec![is("word", Cell::text(&word[..end]))]);
        // What is longer than any beginning is looked for among those who share its first letters.
        let rest = (end < word.len()).then(|| {
            let after = Cell::Text(format!("{word}{}", char::MAX));
            has(vec![Cond::AtLeast("word", Cell::Text(word)), Cond::Below("word", after)])
        });
        std::iter::once(begun).chain(rest)
    };
    let conds: Vec<Cond> = words(said).take(MAX_SOUGHT).flat_map(begins).collect();
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

    #[test]
    fn a_word_has_its_beginnings_each_once() {
        let long = "9".repeat(MAX_LETTERS + 2);
        for (text, expected) in [("kůň kus", "k ku kun kus"), ("2 2026", "2 20 202 2026"), ("", "")]
        {
            assert_eq!(beginnings(words(text)).join(" "), expected, "{text}");
        }
        let of_long = beginnings(words(&long));
        assert_eq!(of_long.len(), MAX_LETTERS + 1);
        assert_eq!(of_long.last(), Some(&long));
    }
}
