//! Postal addresses, where they are simple: a street with a number and a town.

use super::label;
use super::sources::Source;
use super::{EnquiryFacts, note};

const LABELS: [&str; 16] = [
    "adresa",
    "adresa servisu",
    "misto",
    "misto opravy",
    "provozovna",
    "provozovny",
    "objekt",
    "sidlo",
    "stroj stoji",
    "dilna",
    "adresse",
    "standort",
    "anschrift",
    "address",
    "site",
    "location",
];

/// More letters than a street and a town have, with what comes before the second comma.
const MAX_LETTERS: usize = 320;

/// All of a part.
pub(super) fn find(source: &Source, facts: &mut EnquiryFacts) {
    let lines = source.lines();
    for (index, (from, to)) in lines.iter().enumerate() {
        for (at, line) in labelled(source, *from, *to) {
            // `Adresa: Nemocnice, Lesní 12, Příbram`: the house has a name.
            let behind = || line.split_once(',').map(|(_, rest)| rest);
            let found = street_and_town(&line).or_else(|| street_and_town(behind()?));
            if let Some(address) = found {
                note(&mut facts.addresses, address, source, at);
            }
        }
        let line = plain(&source.text(*from, *to));
        let above = index.checked_sub(1).and_then(|i| lines.get(i));
        let above = above.map(|(from, to)| plain(&source.text(*from, *to)));
        let above = above.unwrap_or_default();
        let before = || with_postal_code(&line, above.trim());
        if let Some(address) = before().or_else(|| town_before_its_code(&line)) {
            note(&mut facts.addresses, address, source, *from);
        }
    }
}

/// What follows each label in this line. Bounded and one at a time, so that a line without end
/// costs no more than a short one.
fn labelled(source: &Source, from: usize, to: usize) -> impl Iterator<Item = (usize, String)> {
    let line = &source.folded[..to];
    (from..to).filter_map(move |at| {
        let end = label::any(line, at, &LABELS)?;
        let gap = line[end..].iter().take_while(|c| matches!(**c, ' ' | ':' | '-')).count();
        let start = end + gap;
        Some((at, source.text(start, to.min(start + MAX_LETTERS))))
    })
}

/// `Pekařská 5, Olomouc, kontakt na místě: ...` is an address up to the second comma.
fn street_and_town(text: &str) -> Option<String> {
    let mut parts = text.split(',');
    let street = parts.next()?.trim();
    let town = parts.next()?.split(['.', ';', '(', '|']).next()?.trim();
    let short = |part: &str, most| (1..=most).contains(&part.split_whitespace().count());
    let named = |part: &str| {
        let first =
            part.split_whitespace().find(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
        first.is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let fits = ends_in_house_number(street)
        && short(street, 6)
        && named(street)
        && short(town, 5)
        && named(town)
        && !town.contains([':', '@']);
    fits.then(|| format!("{street}, {town}"))
}

/// `Průmyslová 1472/8, 252 42 Jesenice`, also on two lines, also `Hüttenstraße 7, 01705 Freital`.
fn with_postal_code(line: &str, above: &str) -> Option<String> {
    let line = line.trim().trim_end_matches(['.', ',']);
    let (place, length) = postal_code(line)?;
    let town_end = line[place + length..].find([',', ';', '|', '(', ':', '·', '•']);
    let town_end = town_end.map_or(line.len(), |end| place + length + end);
    let town = line[place + length..town_end].trim();
    let named = town.starts_with(char::is_uppercase) && town.split_whitespace().count() <= 4;
    // "D-01705": the old way to name the country.
    let before = line[..place].trim();
    let before =
        ["D-", "CZ-", "A-", "SK-"].iter().find_map(|c| before.strip_suffix(c)).unwrap_or(before);
    let before = before.trim_end_matches([' ', ',', ';', '|', '·', '•', '-', '–']);
    let street = if before.is_empty() { above.trim_end_matches(',') } else { before };
    let street = street.rsplit([',', ';', ':', '|', '·', '•']).next()?.trim();
    let street = street.rsplit(" - ").next()?.trim();
    let short = street.split_whitespace().count() <= 6 && street.starts_with(char::is_uppercase);
    (named && short && ends_in_house_number(street))
        .then(|| format!("{street}, {} {town}", line[place..place + length].trim()))
}

/// White space of every width as one.
fn plain(line: &str) -> String {
    let wide = |c: char| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t');
    line.replace(wide, " ")
}

/// What is no town, though a number follows it.
const NO_TOWNS: [&str; 10] =
    ["tel", "telefon", "mobil", "fax", "typ", "model", "verze", "stroj", "ico", "dic"];

/// `Lesní 12, Příbram 261 01`: the code behind the town, at the end of the line or of its part.
fn town_before_its_code(line: &str) -> Option<String> {
    let line = line.trim().trim_end_matches(['.', ',', ';']);
    let pieces: Vec<&str> = line.split([',', ';', '|']).map(str::trim).collect();
    pieces.windows(2).find_map(|pair| {
        let [street, town] = pair else { return None };
        let street = street.rsplit(':').next()?.trim();
        let digits = |text: &str, count: usize| {
            text.len() == count && text.bytes().all(|b| b.is_ascii_digit())
        };
        let words: Vec<&str> = town.split(' ').filter(|word| !word.is_empty()).collect();
        let name = match words[..] {
            [ref name @ .., three, two] if digits(three, 3) && digits(two, 2) => name,
            [ref name @ .., five] if digits(five, 5) => name,
            _ => return None,
        };
        let first = name.first()?;
        let folded = super::fold::folded(first.trim_end_matches(['.', ':']));
        let named = first.starts_with(char::is_uppercase)
            && name.len() <= 4
            && name.iter().all(|word| !word.contains(|c: char| c.is_ascii_digit() || c == ':'));
        let fits = named
            && !NO_TOWNS.contains(&folded.as_str())
            && street.starts_with(char::is_uppercase)
            && street.split_whitespace().count() <= 6
            && ends_in_house_number(street);
        fits.then(|| format!("{street}, {}", words.join(" ")))
    })
}

/// Where `ddd dd` or `ddddd` stands alone in a line, before a word.
fn postal_code(line: &str) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    let digits = |from: usize, to: usize| {
        bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    (0..bytes.len()).find_map(|at| {
        let lone = at == 0
            || bytes.get(at - 1).is_some_and(|b| matches!(b, b' ' | b',' | b'-'))
                && !(at >= 2 && bytes[at - 1] == b' ' && bytes[at - 2].is_ascii_digit());
        let gap = digits(at, at + 3) && bytes.get(at + 3) == Some(&b' ') && digits(at + 4, at + 6);
        let length = if gap { 6 } else { 5 };
        let whole = gap || digits(at, at + 5);
        (lone && whole && bytes.get(at + length) == Some(&b' ')).then_some((at, length))
    })
}

/// `1472/8`, `5b`, `7`, `ev. 12`.
fn ends_in_house_number(street: &str) -> bool {
    let Some(last) = street.split_whitespace().last() else { return false };
    let number = last.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    last.len() - number.len() <= 1
        && (1..=9).contains(&number.len())
        && number.chars().all(|c| c.is_ascii_digit() || c == '/')
        && number.starts_with(|c: char| c.is_ascii_digit())
        && street.split_whitespace().count() >= 2
}
