//! Language and haste.

use super::fold::folded;
use super::sources::Source;
use super::{Evidence, Found, Language, Place};
use crate::letter::ReadMail;

const CZECH: [&str; 26] = [
    "dobry",
    "den",
    "prosim",
    "prosime",
    "dekuji",
    "diky",
    "jsme",
    "nam",
    "mame",
    "pozdravem",
    "nebo",
    "oprava",
    "servis",
    "ze",
    "kdy",
    "muzete",
    "nejde",
    "nefunguje",
    "byste",
    "tel",
    "adresa",
    "jmeno",
    "dnes",
    "se",
    "na",
    "potrebujeme",
];
const GERMAN: [&str; 22] = [
    "sehr",
    "geehrte",
    "damen",
    "herren",
    "bitte",
    "und",
    "wir",
    "unser",
    "mit",
    "freundlichen",
    "ist",
    "der",
    "die",
    "das",
    "nicht",
    "fur",
    "eine",
    "ein",
    "auf",
    "von",
    "haben",
    "guten",
];
const ENGLISH: [&str; 22] = [
    "the", "please", "dear", "regards", "you", "we", "our", "and", "is", "hello", "hi", "kind",
    "can", "could", "team", "from", "with", "not", "need", "thanks", "are", "of",
];

/// What only one of two languages has that share most of their words; folded.
const ONLY_CZECH: [&str; 16] = [
    "jsme",
    "dekuji",
    "dekujeme",
    "diky",
    "muzete",
    "byste",
    "nejde",
    "pozdravem",
    "jsem",
    "ktery",
    "jeste",
    "nebo",
    "rychle",
    "tyden",
    "zitra",
    "pro",
];
const ONLY_SLOVAK: [&str; 18] = [
    "sme",
    "nie",
    "dakujem",
    "dakujeme",
    "mozete",
    "pozdravom",
    "som",
    "ktory",
    "ktora",
    "este",
    "alebo",
    "pre",
    "sa",
    "zajtra",
    "tyzden",
    "vyrobne",
    "ziadame",
    "rychlo",
];

/// Words that ask for haste.
const HASTE: [&str; 30] = [
    "co nejdrive",
    "co nejrychleji",
    "urgentni",
    "urgentne",
    "urgent",
    "akutni",
    "akutne",
    "specha",
    "spechame",
    "ihned",
    "okamzite",
    "neprodlene",
    "jeste dnes",
    "havarie",
    "havarijni",
    "stoji vyroba",
    "vyroba stoji",
    "linka stoji",
    "lakovna stoji",
    "dringend",
    "sofort",
    "so schnell wie moglich",
    "schnellstmoglich",
    "noch heute",
    "notfall",
    "asap",
    "as soon as possible",
    "immediately",
    "emergency",
    "someone today",
];

/// The language of the first part that has a clear one.
pub(super) fn language(sources: &[Source]) -> Option<Language> {
    sources.iter().find_map(|source| {
        let text: String = source.folded.iter().collect();
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let count = |list: &[&str]| words.iter().filter(|word| list.contains(*word)).count();
        let letters = |set: &str| source.letters.iter().filter(|c| set.contains(**c)).count();
        let slovak = count(&ONLY_SLOVAK) + letters("ľĺŕôĽĹŔÔ");
        let czech = count(&ONLY_CZECH) + letters("ěřůĚŘŮ");
        let either = count(&CZECH) + letters("ščžťďňŠČŽŤĎŇ") + letters("ěřůĚŘŮ") + slovak;
        let scores = [
            (either, if slovak > czech { Language::Sk } else { Language::Cs }),
            (count(&GERMAN) + letters("äößÄÖÜ"), Language::De),
            (count(&ENGLISH), Language::En),
        ];
        let (most, language) = scores.into_iter().rev().max_by_key(|(score, _)| *score)?;
        let clear = scores.iter().filter(|(score, _)| *score == most).count() == 1;
        (most >= 2 && clear).then_some(language)
    })
}

/// The first words that ask for haste and are not denied; else the mark of the headers.
pub(super) fn urgency(mail: &ReadMail, sources: &[Source]) -> Option<Found> {
    let subject = Source::new(Place::Subject, &mail.subject);
    let said = sources.iter().chain(std::iter::once(&subject)).find_map(|source| {
        let text: String = source.folded.iter().collect();
        HASTE.iter().find_map(|word| {
            let place = text.find(word)?;
            let at = text[..place].chars().count();
            let before: String = source.folded[at.saturating_sub(16)..at].iter().collect();
            let denied = ["neni", "ne", "nicht", "kein", "not", "no", "bez"]
                .iter()
                .any(|no| before.split(|c: char| !c.is_alphanumeric()).any(|w| w == *no))
                || before.ends_with("ne");
            let evidence = source.evidence(at);
            (!denied).then(|| Found { value: (*word).to_owned(), evidence })
        })
    });
    said.or_else(|| {
        let quote = folded("importance: high");
        let evidence = Evidence { place: Place::Header, line: 1, quote: quote.clone() };
        mail.important.then_some(Found { value: quote, evidence })
    })
}
