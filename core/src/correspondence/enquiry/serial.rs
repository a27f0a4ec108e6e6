//! Serial numbers after their labels.

use super::label;
use super::sources::Source;
use super::{EnquiryFacts, note};

const LABELS: [&str; 41] = [
    "vyr~c",
    "vyr~cislo",
    "vyrobniho cisla",
    "vyrobni cisla",
    "vyrobnim cislem",
    "vyrobni cislo je",
    "vyrobni cislo stroje",
    "vyrobneho cisla",
    "vyrobnym cislom",
    "c.~v.",
    "serioveho cisla",
    "seriovym cislem",
    "seriove cislo je",
    "sn~c",
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

/// What says less: the number has to be long, or nothing else would be it.
const WEAK_LABELS: [&str; 7] =
    ["vc", "stroj~c", "stroje~c", "stroj cislo", "pristroj~c", "kompresor~c", "c"];

/// In a sentence with one of these words a number in brackets is not that of equipment.
const OTHERS: [&str; 14] = [
    "smlouv", "objednav", "faktur", "nabid", "zakaz", "vyhlas", "zakon", "uct", "ucet", "dopis",
    "protokol", "reklama", "jednac", "pojist",
];

/// Fewer letters and digits than a serial number has after a weak label.
const LEAST: usize = 5;

/// More letters than a word of a serial number has.
const MAX_WORD: usize = 60;

/// All of a part.
pub(super) fn find(source: &Source, facts: &mut EnquiryFacts) {
    let mut at = 0;
    while at < source.folded.len() {
        let strong = label::any(&source.folded, at, &LABELS);
        let Some(end) = strong.or_else(|| weak(source, at)) else {
            at += 1;
            continue;
        };
        let start = label::value_start(&source.folded, end);
        if let Some(stop) = value_end(source, start)
            && (strong.is_some() || is_long(source, start, stop))
        {
            note(&mut facts.serials, source.text(start, stop), source, at);
        }
        at = end;
    }
}

/// The end of a label that can mean something else too: `VČ:` in capitals or with a colon, as `vč.`
/// is "with"; `(č. 4410-0392)` in brackets, where nothing near it is about papers.
fn weak(source: &Source, at: usize) -> Option<usize> {
    let end = label::any(&source.folded, at, &WEAK_LABELS)?;
    let stands = |at: usize, sign: char| source.folded.get(at) == Some(&sign);
    match end - at {
        1 => {
            let before = &source.folded[at.saturating_sub(60)..at];
            let before: String = before.iter().collect();
            let bracket = at.checked_sub(1).is_some_and(|at| stands(at, '('));
            let papers = OTHERS.iter().any(|word| before.contains(word));
            (bracket && stands(end, '.') && !papers).then_some(end)
        }
        2 => {
            let capital = source.letters[at..end].iter().all(|c| c.is_uppercase());
            (capital || stands(end, ':')).then_some(end)
        }
        _ => Some(end),
    }
}

fn is_long(source: &Source, start: usize, stop: usize) -> bool {
    let word = &source.letters[start..stop];
    word.iter().filter(|c| c.is_alphanumeric()).count() >= LEAST
        && word.iter().filter(|c| c.is_ascii_digit()).count() >= LEAST - 1
}

/// Where the number ends: `API 612 345` has three words, `1847, Bj. 2017` one.
fn value_end(source: &Source, start: usize) -> Option<usize> {
    let (mut at, mut end, mut has_digit) = (start, None, false);
    loop {
        let word = source.letters.iter().skip(at).take_while(|c| in_number(**c));
        // Bounded: a word without end may be full of labels.
        let word: String = word.take(MAX_WORD + 1).collect();
        let length = word.trim_end_matches(['.', '-', '/']).chars().count();
        let digits = word.chars().any(|c| c.is_ascii_digit());
        let small = word.chars().any(char::is_lowercase);
        let letters = !digits && !small && !has_digit && (1..=5).contains(&length);
        // Small letters stand inside a word with digits (a123), not in words of a sentence.
        let fits = (1..=MAX_WORD).contains(&length) && at - start <= 40;
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
