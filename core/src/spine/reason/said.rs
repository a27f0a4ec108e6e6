//! A parameter as the reader's language writes it.

use crate::journal::FreeText;
use crate::language::{Language, format};
use crate::money::Exact;
use chrono::NaiveDate;
use serde_json::{Map, Value};

/// So many decimals are read by people; the value keeps them all.
const MOST_DECIMALS: u32 = 6;

/// What may be a parameter of a reason.
pub trait Said {
    /// As the language writes it, without a unit.
    fn said(&self, language: Language) -> String;
}

impl Said for NaiveDate {
    fn said(&self, language: Language) -> String {
        format::date(*self, language)
    }
}

impl Said for Exact {
    fn said(&self, language: Language) -> String {
        let value = self.decimal();
        let shown = match value.scale() > MOST_DECIMALS {
            true => value.round_dp(MOST_DECIMALS).normalize(),
            false => value,
        };
        format::decimal(shown, shown.scale(), language)
    }
}

impl Said for FreeText {
    fn said(&self, _: Language) -> String {
        self.words().to_owned()
    }
}

impl Said for String {
    fn said(&self, _: Language) -> String {
        self.clone()
    }
}

pub(super) fn filled(sentence: &str, said: &[(&str, String)]) -> String {
    let values = said.iter().map(|(name, said)| ((*name).to_owned(), said.clone().into()));
    crate::error::text::render(sentence, &values.collect::<Map<String, Value>>())
}
