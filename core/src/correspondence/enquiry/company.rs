//! Names of companies, known by their legal form or by a field of a form; and the person.

use super::fold::{folded, key, same_key};
use super::label;
use super::sources::Source;
use super::{EnquiryFacts, Found, OwnAddresses, Place, note};
use crate::letter::ReadMail;

/// Legal forms, folded, `~` as in labels.
const FORMS: [&str; 30] = [
    "s.r.o.",
    "s. r. o.",
    "s.r.o",
    "spol. s r.o.",
    "spol. s r. o.",
    "spol.s r.o.",
    "a.s.",
    "a. s.",
    "v.o.s.",
    "v. o. s.",
    "k.s.",
    "k. s.",
    "z.s.",
    "z. s.",
    "o.p.s.",
    "s.p.",
    "z.u.",
    "gmbh & co. kg",
    "gmbh & co kg",
    "gmbh",
    "ohg",
    "e.k.",
    "e.v.",
    "ag",
    "ltd",
    "ltd.",
    "limited",
    "llc",
    "plc",
    "inc.",
];

/// Words after which a name begins in a sentence.
const LEADS: [&str; 22] = [
    "firma",
    "firmu",
    "firmy",
    "firme",
    "spolecnost",
    "spolecnosti",
    "spolecnosti:",
    "jsme",
    "jmenem",
    "pro",
    "za",
    "zde",
    "u",
    "z",
    "ve",
    "company",
    "from",
    "for",
    "wir",
    "von",
    "fur",
    "firm",
];

const FIELDS: [&str; 9] = [
    "firma",
    "nazev firmy",
    "spolecnost",
    "organizace",
    "company",
    "company name",
    "unternehmen",
    "firmenname",
    "zakaznik",
];

const PERSON_FIELDS: [&str; 10] = [
    "jmeno",
    "jmeno a prijmeni",
    "kontaktni osoba",
    "kontakt na miste",
    "name",
    "contact",
    "contact person",
    "ansprechpartner",
    "vase jmeno",
    "full name",
];

/// How greetings at the end of a letter begin.
const GREETINGS: [&str; 21] = [
    "s pozdrav",
    "s pratelsk",
    "s pran",
    "s uct",
    "s podek",
    "dekuj",
    "diky",
    "predem dek",
    "hezky",
    "pekny",
    "zdravi",
    "mit freundlich",
    "freundliche gru",
    "viele gru",
    "beste gru",
    "mfg",
    "kind regards",
    "best",
    "regards",
    "thanks",
    "many thanks",
];

const THANKS: [&str; 5] = ["diky", "dekuji", "dekuju", "danke", "thanks"];

/// A short line that begins as a greeting does.
fn is_greeting(line: &str) -> bool {
    let line = folded(line.trim());
    line.split_whitespace().count() <= 5
        && GREETINGS.iter().any(|greeting| line.starts_with(greeting))
}

/// All of a part.
pub(super) fn find(source: &Source, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    for (from, to) in source.lines() {
        if let Some((at, name)) = field(source, from, to, &FIELDS) {
            take(source, at, name, own, facts);
            continue;
        }
        let mut at = from;
        while at < to {
            let form =
                at > from && source.folded.get(at - 1).is_some_and(|c| matches!(c, ' ' | ','));
            let end = form.then(|| form_end(source, at, to)).flatten();
            if let Some(end) = end
                && let Some(name) = name_before(source, from, at)
            {
                take(source, at, format!("{name}{}", source.text(at, end)), own, facts);
            }
            at = end.unwrap_or(at + 1);
        }
    }
}

/// The name that stands on the line of an id is the one to bill; it comes first.
pub(super) fn nearest_to_an_id_first(facts: &mut EnquiryFacts) {
    let ids: Vec<Found> =
        facts.registration_numbers.iter().chain(&facts.vat_ids).cloned().collect();
    let distance = |found: &Found| {
        let same = ids.iter().filter(|id| id.evidence.place == found.evidence.place);
        same.map(|id| id.evidence.line.abs_diff(found.evidence.line)).min().unwrap_or(u32::MAX)
    };
    facts.companies.sort_by_key(|found| (distance(found) > 6, distance(found)));
}

/// The person of a field, else of a signature, else who sent it, if he ends it with his name.
pub(super) fn contact(mail: &ReadMail, sources: &[Source]) -> Option<Found> {
    let named = sources.iter().find_map(|source| {
        source.lines().into_iter().find_map(|(from, to)| {
            let (at, value) = field(source, from, to, &PERSON_FIELDS)?;
            let value = value.split([',', ';']).next().unwrap_or_default().trim().to_owned();
            is_person(&value).then(|| Found { value, evidence: source.evidence(at) })
        })
    });
    let greeted = || sources.iter().find_map(|source| signed(source).or_else(|| thanked(source)));
    named.or_else(greeted).or_else(|| ended(mail, sources))
}

/// One of the last lines is the name that stands in the header.
fn ended(mail: &ReadMail, sources: &[Source]) -> Option<Found> {
    let source = sources.first().filter(|source| source.place == Place::Text)?;
    let lines = source.lines();
    let said = |line: &&(usize, usize)| !source.text(line.0, line.1).trim().is_empty();
    lines.iter().rev().filter(said).take(3).find_map(|(from, to)| {
        let value = source.text(*from, *to).trim().trim_end_matches([',', '.']).to_owned();
        let mut names = mail.from.iter().filter_map(|mailbox| mailbox.name.as_ref());
        let same = names.any(|name| same_key(name, &value));
        (same && is_person(&value)).then(|| Found { value, evidence: source.evidence(*from) })
    })
}

/// Whether a text ends in a legal form.
pub(super) fn ending_in_a_form(text: &str) -> bool {
    let text = folded(text);
    FORMS.iter().any(|form| text.ends_with(form))
}

/// `... Díky Beneš` at the end of a line: people on the phone sign so.
fn thanked(source: &Source) -> Option<Found> {
    source.lines().into_iter().rev().find_map(|(from, to)| {
        let line = source.text(from, to);
        let line = line.trim().trim_end_matches(['.', '!']);
        let words: Vec<&str> = line.split_whitespace().rev().take(4).collect();
        let thanks = words
            .iter()
            .position(|word| THANKS.contains(&folded(word.trim_end_matches(',')).as_str()))?;
        let name: Vec<&str> = words[..thanks].iter().rev().copied().collect();
        let person = (1..=3).contains(&name.len())
            && name
                .iter()
                .all(|w| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic));
        person.then(|| Found { value: name.join(" "), evidence: source.evidence(from) })
    })
}

/// The first line below the greeting, if it looks like a name.
fn signed(source: &Source) -> Option<Found> {
    let lines = source.lines();
    let greeting = lines.iter().rposition(|(from, to)| is_greeting(&source.text(*from, *to)))?;
    let below = lines.get(greeting + 1..)?;
    let (from, to) = below.iter().find(|(from, to)| !source.text(*from, *to).trim().is_empty())?;
    let line = source.text(*from, *to).trim().trim_end_matches(',').to_owned();
    let value = line.split(", ").next().unwrap_or_default().to_owned();
    is_person(&value).then(|| Found { value, evidence: source.evidence(*from) })
}

pub(super) fn is_person(text: &str) -> bool {
    let words = text.split_whitespace();
    (2..=5).contains(&words.clone().count())
        && words.clone().all(|word| word.starts_with(char::is_alphabetic))
        && words.filter(|word| word.starts_with(char::is_uppercase)).count() >= 2
        && !ending_in_a_form(text)
}

/// `Firma: Riha Gastro s.r.o.`: the value of a field that begins a line.
fn field(source: &Source, from: usize, to: usize, labels: &[&str]) -> Option<(usize, String)> {
    let start = (from..to).find(|at| source.folded[*at].is_alphanumeric())?;
    let inner = labels.contains(&"kontakt na miste");
    let mut places = if inner { start..to } else { start..start + 1 };
    // Looked for once, not for every label: a line may be full of them.
    let last = (start..to).rfind(|at| !source.letters[*at].is_whitespace())? + 1;
    places.find_map(|at| {
        let end = label::any(&source.folded[..to], at, labels)?;
        let colon = (end..to).find(|at| source.folded[*at] != ' ')?;
        if source.folded[colon] != ':' {
            return None;
        }
        let value = (colon + 1..last).find(|at| !source.letters[*at].is_whitespace())?;
        (last - value <= 100).then(|| (at, source.text(value, last)))
    })
}

/// Where a legal form ends that begins here.
fn form_end(source: &Source, at: usize, to: usize) -> Option<usize> {
    let rest = &source.folded[at..to];
    let longest = FORMS.iter().filter(|form| {
        let length = form.chars().count();
        let same = rest.len() >= length && rest.iter().zip(form.chars()).all(|(a, b)| *a == b);
        let goes_on = rest.get(length).is_some_and(|c| c.is_alphanumeric());
        // "ag", "inc": only in capitals, they are parts of sentences otherwise.
        let capital = !form.chars().all(char::is_alphabetic) || source.letters[at].is_uppercase();
        same && !goes_on && capital
    });
    longest.map(|form| at + form.chars().count()).max()
}

/// The name before a legal form, with what stands between them.
fn name_before(source: &Source, line: usize, form: usize) -> Option<String> {
    let line = line.max(form.saturating_sub(160));
    let gap = (line..form).rev().take_while(|at| matches!(source.folded[*at], ' ' | ',')).count();
    let end = form - gap;
    let bounds = |at: &usize| {
        let after_stop = source.folded.get(at + 1) == Some(&' ');
        match source.folded[*at] {
            ',' | ';' | ':' | '|' | '(' | ')' | '"' | '„' | '“' => true,
            '.' | '!' | '?' => after_stop && *at > line + 3,
            _ => false,
        }
    };
    let start = (line..end).rev().find(bounds).map_or(line, |at| at + 1);
    let text = source.text(start, end);
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if let Some(lead) = words.iter().rposition(|word| LEADS.contains(&folded(word).as_str()))
        && words.len() > lead + 1
        && words[lead + 1].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    {
        words.drain(..=lead);
    }
    if words.len() > 7 {
        // A sentence: the name begins with the last run of capitalised words.
        let small = |word: &&str| {
            word.starts_with(char::is_lowercase) && !matches!(*word, "a" | "und" | "and" | "&")
        };
        let start = words.iter().rposition(small).map_or(0, |at| at + 1);
        words.drain(..start);
    }
    let first = words.first()?;
    let begins = first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let separator = source.text(end, form);
    begins.then(|| format!("{}{separator}", words.join(" ")))
}

pub(super) fn take(
    source: &Source,
    at: usize,
    name: String,
    own: &OwnAddresses,
    facts: &mut EnquiryFacts,
) {
    let name = name.trim().trim_end_matches([',', ';']).to_owned();
    if key(&name).chars().count() >= 3 && !own.has_name(&name) {
        note(&mut facts.companies, name, source, at);
    }
}
