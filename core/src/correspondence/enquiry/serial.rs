//! Serial numbers after their labels.

use super::label;
use super::sources::Source;
use super::{EnquiryFacts, note};

const LABELS: [&str; 28] = [
    "vyr~c",
    "vyrobni c",
    "vyrobni~c.",
    "vyrobni cislo",
    "vyrob~c",
    "vyrobne cislo",
    "v.~c",
    "ser~c",
    "seriove c",
    "seriove cislo",
    "seriove~c.",
    "s/n",
    "s~/~n",
    "sn",
    "serial",
    "serial no",
    "serial nr",
    "serial number",
    "serial~#",
    "serien~nr",
    "seriennummer",
    "serien nummer",
    "fabr~nr",
    "fabrik~nr",
    "fabriknummer",
    "masch~nr",
    "maschinennummer",
    "machine no",
];

/// More letters than a word of a serial number has.
const MOST_WORD: usize = 60;

/// All of a part.
pub(super) fn find(source: &Source, facts: &mut EnquiryFacts) {
    let mut at = 0;
    while at < source.folded.len() {
        let Some(end) = label::any(&source.folded, at, &LABELS) else {
            at += 1;
            continue;
        };
        let start = label::value_start(&source.folded, end);
        if let Some(stop) = value_end(source, start) {
            note(&mut facts.serials, source.text(start, stop), source, at);
        }
        at = end;
    }
}

/// Where the number ends: `API 612 345` has three words, `1847, Bj. 2017` one.
fn value_end(source: &Source, start: usize) -> Option<usize> {
    let (mut at, mut end, mut has_digit) = (start, None, false);
    loop {
        let word = source.letters.iter().skip(at).take_while(|c| in_number(**c));
        // Bounded: a word without end may be full of labels.
        let word: String = word.take(MOST_WORD + 1).collect();
        let length = word.trim_end_matches(['.', '-', '/']).chars().count();
        let digits = word.chars().any(|c| c.is_ascii_digit());
        let small = word.chars().any(char::is_lowercase);
        let letters = !digits && !small && !has_digit && (1..=5).contains(&length);
        // Small letters stand inside a word with digits (a123), not in words of a sentence.
        let fits = (1..=MOST_WORD).contains(&length) && at - start <= 40;
        if !fits || !(digits && !(small && has_digit) || letters) {
            break;
        }
        at += length;
        if digits {
            has_digit = true;
            end = Some(at);
        }
        if word.chars().count() > length || source.folded.get(at) != Some(&' ') {
            break;
        }
        at += 1;
    }
    end
}

fn in_number(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '/' | '.' | '_')
}
