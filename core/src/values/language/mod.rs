//! The two languages in which documents are printed, and the few words that renderers add.

pub mod format;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

// A new one stands last: by its place stored rows say for which language they are sorted.
/// The language in which something is written for people: a paper, a mail, a sentence.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// It is written in Czech (`cs-CZ`).
    #[default]
    Cs,
    /// It is written in English (`en-GB`).
    En,
}

impl Language {
    /// BCP 47 tag, as file formats want it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Cs => "cs-CZ",
            Language::En => "en-GB",
        }
    }

    /// The words before and between the page numbers: `Strana` 1 `z` 3.
    pub fn page_words(self) -> (&'static str, &'static str) {
        match self {
            Language::Cs => ("Strana", "z"),
            Language::En => ("Page", "of"),
        }
    }

    /// Page number for the foot of a page.
    ///
    /// ```
    /// use callout_core::document::Language;
    /// assert_eq!(Language::Cs.page(1, 3), "Strana 1 z 3");
    /// assert_eq!(Language::En.page(1, 3), "Page 1 of 3");
    /// ```
    pub fn page(self, number: usize, of: usize) -> String {
        let (page, between) = self.page_words();
        format!("{page} {number} {between} {of}")
    }

    /// What stands in a table without rows.
    pub fn no_items(self) -> &'static str {
        match self {
            Language::Cs => "Žádné položky",
            Language::En => "No items",
        }
    }

    /// Label of the content hash.
    pub fn content_hash(self) -> &'static str {
        match self {
            Language::Cs => "Otisk obsahu",
            Language::En => "Content hash",
        }
    }
}
