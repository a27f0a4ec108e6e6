//! What is kept about whom: before persons are forgotten, they must be found.

use crate::engine::answer::{Asking, within_page};
use crate::error::{Door, Error};
use crate::port::index::fold;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// About whom is something kept?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PersonsQuery {
    /// Words, an e-mail address or a telephone number that one of the values holds. Case and marks
    /// do not matter, nor how a number is grouped. At least three letters or digits.
    pub search: String,
    /// How many persons come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it is
    /// missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

/// The persons about whom something was found. One human may be several: compare the values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Persons {
    /// The persons, in the order of their ids.
    pub persons: Vec<PersonFound>,
    /// Whether there are more than were asked for: narrow the words, or ask for more.
    pub more: bool,
}

/// A person about whom something is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonFound {
    /// The id under which it is kept, which `company.erase_persons` takes: a person's; or that of a
    /// record, for what staff wrote in it in their own words.
    pub person: Uuid,
    /// The values that hold the words, as they stand, each once; ten at most.
    pub values: Vec<String>,
    /// The records in which something about the person stands, also what does not hold the words.
    pub places: Vec<PersonPlace>,
}

/// A record that quotes a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonPlace {
    /// The noun of the record: `mail`, `job_sheet`.
    pub noun: String,
    /// The id of the record.
    pub id: Uuid,
}

/// Values shown of one person.
const MAX_VALUES: usize = 10;

impl Asking<'_> {
    /// All values are looked at: that somebody is to be forgotten happens seldom, and an index of
    /// what is known about persons would be one more place to forget them in.
    pub(in crate::engine) fn persons(&mut self, ask: &PersonsQuery) -> Result<Persons, Error> {
        const PAGE: u32 = 1_000;
        self.reach("persons.read")?;
        within_page(ask.limit)?;
        let sought = Sought::new(&ask.search)?;
        let company = self.question.company;
        let mut found: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
        let mut after = None;
        loop {
            let page = self.tx.values(company, after.as_ref(), PAGE)?;
            for (_, slot) in &page {
                let value = serde_json::from_slice(&slot.value).unwrap_or_default();
                for text in texts(&value).into_iter().filter(|text| sought.is_in(text)) {
                    let known = found.entry(slot.person).or_default();
                    if known.len() < MAX_VALUES && !known.contains(&text) {
                        known.push(text);
                    }
                }
            }
            let last = page.len() < PAGE as usize;
            after = page.into_iter().next_back().map(|(quote, _)| quote);
            if last {
                break;
            }
        }
        let more = found.len() > ask.limit as usize;
        let mut persons = Vec::new();
        for (person, values) in found.into_iter().take(ask.limit as usize) {
            let quotes = self.tx.quotes(company, person)?.into_iter();
            let mut places: Vec<PersonPlace> =
                quotes.map(|quote| PersonPlace { noun: quote.noun, id: quote.stream }).collect();
            places.sort();
            places.dedup();
            persons.push(PersonFound { person, values, places });
        }
        Ok(Persons { persons, more })
    }
}

/// What is looked for, as it is compared.
struct Sought {
    words: Vec<String>,
    digits: String,
}

impl Sought {
    fn new(words: &str) -> Result<Sought, Error> {
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let number = words.chars().all(|c| c.is_ascii_digit() || "+-()./ ".contains(c));
        let folded: Vec<String> = fold(words).split_whitespace().map(str::to_owned).collect();
        if words.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
            let (path, reason) =
                ("query.persons.search".to_owned(), "it takes three letters or digits".to_owned());
            return Err(Door::Unreadable { path, reason }.into());
        }
        // A number is compared without its country: it is written with and without.
        let digits = if number { digits.chars().rev().take(9).collect() } else { String::new() };
        Ok(Sought { words: folded, digits: digits.chars().rev().collect() })
    }

    fn is_in(&self, text: &str) -> bool {
        let plain = fold(text);
        let digits = || text.chars().filter(char::is_ascii_digit).collect::<String>();
        self.words.iter().all(|word| plain.contains(word))
            || (!self.digits.is_empty() && digits().contains(&self.digits))
    }
}

/// All texts of a value, also of JSON that is kept as text, as the host's own is: there letters
/// may be written as numbers, and names stand as keys.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => {
            let json = text.starts_with(['{', '[', '"']).then(|| serde_json::from_str(text).ok());
            let within = json.flatten().map(|json: Value| texts(&json)).unwrap_or_default();
            std::iter::once(text.clone()).chain(within).collect()
        }
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(members) => {
            members.iter().flat_map(|(key, it)| [vec![key.clone()], texts(it)].concat()).collect()
        }
        _ => Vec::new(),
    }
}
