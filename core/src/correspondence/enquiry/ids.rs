//! Company numbers and VAT ids in running text.

use super::label;
use super::sources::Source;
use super::{EnquiryFacts, OwnAddresses, note};
use crate::customer::{RegistrationNumber, VatId};

const COMPANY_LABELS: [&str; 21] = [
    "ico",
    "ic",
    "ic~o",
    "i.c",
    "i. c",
    "i.c.o",
    "i. c. o",
    "ico je",
    "ic je",
    "ico mame",
    "ico firmy",
    "ico spolecnosti",
    "identifikacni cislo osoby",
    "identifikacni cislo",
    "company id",
    "company no",
    "company number",
    "company reg~ no",
    "reg~ no",
    "registration no",
    "org~ id",
];

const VAT_LABELS: [&str; 16] = [
    "dic",
    "dic je",
    "uid",
    "uid~nr",
    "danove identifikacni cislo",
    "ic~dph",
    "dph",
    "vat",
    "vat id",
    "vat no",
    "vat reg~ no",
    "vat number",
    "ust~id~nr",
    "ust~idnr",
    "ust~id",
    "tax id",
];

/// Both kinds, in the order of the text.
pub(super) fn find(source: &Source, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let mut at = 0;
    while at < source.folded.len() {
        if let Some(end) = label::any(&source.folded, at, &COMPANY_LABELS)
            && registration_number(source, at, end, own, facts)
        {
            at = end;
            continue;
        }
        if let Some(end) = label::any(&source.folded, at, &VAT_LABELS) {
            labelled_vat_id(source, end, own, facts);
        }
        prefixed_vat_id(source, at, own, facts);
        at += 1;
    }
}

/// A number after its label; true when the label had a number, sound or not.
fn registration_number(
    source: &Source,
    at: usize,
    end: usize,
    own: &OwnAddresses,
    facts: &mut EnquiryFacts,
) -> bool {
    // "IČO/DIČ: 59610000/CZ59610000" has two labels before the first number.
    let mut start = label::value_start(&source.folded, end);
    let joined = source.folded.get(start).is_some_and(|c| matches!(c, '/' | ',' | '&' | '+'));
    if joined {
        let next = label::value_start(&source.folded, start + 1);
        if let Some(second) = label::any(&source.folded, next, &VAT_LABELS) {
            start = label::value_start(&source.folded, second);
        }
    }
    let candidates = groups(&source.folded, start, 8);
    let Some(longest) = candidates.last() else { return false };
    let sound = candidates
        .iter()
        .rev()
        .filter(|digits| (6..=8).contains(&digits.len()))
        .find_map(|digits| RegistrationNumber::parse(digits).ok());
    match sound {
        Some(id)
            if own.registration_numbers.iter().any(|ours| ours.replace(' ', "") == id.as_str()) => {
        }
        Some(id) => note(&mut facts.registration_numbers, id.into(), source, at),
        // Abroad, company numbers have other rules: only a Czech label makes it a doubt.
        None if longest.len() >= 6 && source.folded.get(at) == Some(&'i') => {
            facts.doubts.truncate(20);
            facts.doubts.push(format!("the company number {longest} fails its check digit"));
        }
        None => return false,
    }
    true
}

/// The digits from here, by groups: `596 10 000` gives 596, 59610, 59610000; at most `most`
/// digits, and nothing at all when the first group alone has more.
fn groups(folded: &[char], start: usize, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut at = start;
    loop {
        let group: String =
            folded.iter().skip(at).take_while(|c| c.is_ascii_digit()).take(most + 1).collect();
        if group.is_empty() || digits.len() + group.len() > most {
            return found;
        }
        at += group.len();
        digits.push_str(&group);
        // A letter right behind the digits makes it another kind of number.
        if folded.get(at).is_some_and(|c| c.is_alphabetic()) {
            return found;
        }
        found.push(digits.clone());
        if !folded.get(at).is_some_and(|c| *c == ' ' || *c == '.') {
            return found;
        }
        at += 1;
    }
}

/// `DIČ: 59610000`: the state is left out, so it is ours.
fn labelled_vat_id(source: &Source, end: usize, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let start = label::value_start(&source.folded, end);
    // A Slovak DIČ is no VAT id: the id that is one stands beside it.
    let nearby: String = source.folded.iter().skip(start).take(80).collect();
    let most = if nearby.contains("dph") { 8 } else { 10 };
    let bare = groups(&source.folded, start, most).into_iter().rev().find_map(|digits| {
        (digits.len() >= 8).then(|| VatId::parse(&format!("CZ{digits}")).ok()).flatten()
    });
    if let Some(id) = bare {
        take(source, start, id, own, facts);
    } else if source.letters.get(start).is_some_and(|c| c.is_alphabetic()) {
        // After a label, small letters will do: "vat: cz59610000".
        if let Some(id) = vat_id_at(source, start).or_else(|| foreign_vat_id(source, start)) {
            take(source, start, id, own, facts);
        }
    }
}

/// The id of another state, of which only the shape is known: in one word.
fn foreign_vat_id(source: &Source, start: usize) -> Option<VatId> {
    let word = source.letters.iter().skip(start).take_while(|c| c.is_ascii_alphanumeric());
    let word: String = word.take(20).collect();
    let known = ["CZ", "DE", "SK"].iter().any(|state| word.to_ascii_uppercase().starts_with(state));
    if known || word.len() < 8 { None } else { VatId::parse(&word).ok() }
}

/// `CZ59610000` anywhere, in capitals.
fn prefixed_vat_id(source: &Source, at: usize, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let prefix: String = source.letters.iter().skip(at).take(2).collect();
    let inside = at > 0 && source.letters.get(at - 1).is_some_and(|c| c.is_alphanumeric());
    // "DIČCZ59610000": the space was forgotten.
    let glued = at
        .checked_sub(3)
        .is_some_and(|from| label::any(&source.folded[..at], from, &["dic"]) == Some(at));
    if (!inside || glued)
        && matches!(prefix.as_str(), "CZ" | "DE" | "SK")
        && let Some(id) = vat_id_at(source, at)
    {
        take(source, at, id, own, facts);
    }
}

/// Two letters and a number of the length that their state has; a bank account number (IBAN)
/// begins alike, but goes on.
fn vat_id_at(source: &Source, at: usize) -> Option<VatId> {
    let state: String = source.letters.iter().skip(at).take(2).collect();
    let lengths: &[usize] = match state.to_ascii_uppercase().as_str() {
        "CZ" => &[8, 9, 10],
        "DE" => &[9],
        "SK" => &[10],
        _ => return None,
    };
    let mut start = at + 2;
    while source.folded.get(start).is_some_and(|c| matches!(c, ' ' | '-')) {
        start += 1;
    }
    let all = groups(&source.folded, start, 24);
    let whole = |digits: &&String| lengths.contains(&digits.len());
    // The number ends with its first group, or nothing follows it.
    let number = all.first().filter(whole).or_else(|| all.last().filter(whole))?;
    VatId::parse(&format!("{state}{number}")).ok()
}

fn take(source: &Source, at: usize, id: VatId, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let ours = |own: &String| VatId::parse(own).is_ok_and(|own| own == id);
    if !own.vat_ids.iter().any(ours) {
        note(&mut facts.vat_ids, id.into(), source, at);
    }
}
