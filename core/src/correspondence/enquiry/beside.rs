//! Names without a legal form, known by the company number beside them: towns, schools, tradesmen.

use super::company::{ending_in_a_form, is_person, take};
use super::fold::folded;
use super::label;
use super::sources::Source;
use super::{EnquiryFacts, OwnAddresses};

/// How names of offices and houses begin, folded.
const BEGIN: [&str; 27] = [
    "obec ",
    "mesto ",
    "mestys ",
    "statutarni mesto ",
    "hlavni mesto ",
    "mestska cast ",
    "mestsky urad ",
    "obecni urad ",
    "kraj ",
    "zakladni skola",
    "materska skola",
    "stredni ",
    "vyssi odborna",
    "gymnazium",
    "univerzita ",
    "nemocnice",
    "domov ",
    "detsky domov",
    "technicke sluzby",
    "sprava ",
    "ustav ",
    "krajska ",
    "okresni ",
    "muzeum ",
    "sbor ",
    "farnost ",
    "bytove druzstvo",
];

/// How others end.
const END: [&str; 9] = [
    "prispevkova organizace",
    "druzstvo",
    "statni podnik",
    "organizacni slozka",
    "zapsany spolek",
    "spolek",
    "p. o.",
    "p.o.",
    "nadace",
];

/// More words than a name has.
const MAX_WORDS: usize = 12;

/// A name before each company number of a part: in its line, else in the line above.
pub(super) fn find(source: &Source, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let lines = source.lines();
    let mut above: Option<(usize, usize)> = None;
    for (from, to) in lines {
        let line = source.text(from, to);
        if line.trim().is_empty() {
            continue;
        }
        if let Some(at) = number_label(source, from, to, facts) {
            let before = source.text(from, at);
            let named = clean(&before);
            let (place, name) = match (named.is_empty(), above) {
                (false, _) => (from, named),
                (true, Some((from, to))) => (from, clean(&source.text(from, to))),
                (true, None) => (from, named),
            };
            if !ending_in_a_form(&name) && is_name(&name) {
                take(source, place, name, own, facts);
            }
        }
        above = Some((from, to));
    }
}

/// Where the label of a number that was found stands in a line.
fn number_label(source: &Source, from: usize, to: usize, facts: &EnquiryFacts) -> Option<usize> {
    let labelled = (from..to).find(|at| {
        label::any(&source.folded[..to], *at, &["ico", "ic", "i.c", "i.c.o", "identifikacni cislo"])
            .is_some()
    })?;
    let digits: String =
        source.folded[labelled..to].iter().filter(|c| c.is_ascii_digit()).collect();
    let known = |id: &str| digits.contains(id.trim_start_matches('0'));
    facts.registration_numbers.iter().any(|found| known(&found.value)).then_some(labelled)
}

fn clean(text: &str) -> String {
    let signs =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '-' | '–' | '(' | '·' | ':');
    text.trim_matches(signs).to_owned()
}

fn is_name(name: &str) -> bool {
    let plain = folded(name);
    let capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let short = (2..=MAX_WORDS).contains(&name.split_whitespace().count());
    // A sentence goes on behind a full stop.
    let sentence =
        name.contains(". ") && !plain.ends_with("p. o.") || name.contains(['?', '!', '@']);
    let house = BEGIN.iter().any(|begin| plain.starts_with(begin))
        || END.iter().any(|end| plain.ends_with(end));
    capital && short && (house && !sentence || is_trade(name))
}

/// `Hana Malá - autoservis`: a person, and what he does.
fn is_trade(name: &str) -> bool {
    let parts = name.split_once(" - ").or_else(|| name.split_once(" – "));
    parts.is_some_and(|(person, trade)| {
        let words = trade.split_whitespace().count();
        is_person(person.trim())
            && person.split_whitespace().count() <= 4
            && (1..=4).contains(&words)
            && !trade.contains(|c: char| c.is_ascii_digit())
    })
}
