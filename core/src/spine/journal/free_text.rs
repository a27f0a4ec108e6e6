//! What people write in their own words: it may tell of somebody, and nobody can know of whom.

use super::personal::{Journaled, reads_journal, sealed_own};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Words of a person about anything: a title, a note, a reason. On the wire and in states it is a
/// text, empty where nothing was said or it was forgotten.
///
/// In the journal it stands apart like a [`Personal`](super::Personal) value, under the id of the
/// record in which it was written: there the question `persons` finds it by its words, and
/// `company.erase_persons` with that id takes it out. Its `Debug` form never shows it.
///
/// ```
/// use callout_core::journal::FreeText;
/// let note = FreeText::from("Klíče má paní Nováková.");
/// assert_eq!(note.words(), "Klíče má paní Nováková.");
/// assert_eq!(format!("{note:?}"), "FreeText(..)");
/// assert!(FreeText::default().is_empty());
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct FreeText(String);

impl FreeText {
    /// The bare text; empty where nothing was said or it was forgotten. What takes it must not keep
    /// it: the places that may are few, and a test has the list of them.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// Whether nothing was said, or it was forgotten.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there is nothing in it that anybody sees.
    pub fn is_blank(&self) -> bool {
        is_blank(&self.0)
    }
}

/// Whether there is nothing in a text that anybody sees: only white space and characters that take
/// no place or show nothing (Unicode's Default_Ignorable_Code_Point, and the empty Braille cell).
///
/// ```
/// use callout_core::journal::is_blank;
/// assert!(is_blank("") && is_blank(" \u{a0}\n") && is_blank("\u{200b}\u{feff}"));
/// assert!(!is_blank("\u{200b}a"));
/// ```
pub fn is_blank(text: impl AsRef<str>) -> bool {
    text.as_ref().chars().all(|sign| sign.is_whitespace() || is_invisible(sign))
}

const fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

impl From<String> for FreeText {
    fn from(text: String) -> FreeText {
        FreeText(text)
    }
}

impl From<&str> for FreeText {
    fn from(text: &str) -> FreeText {
        FreeText(text.to_owned())
    }
}

impl fmt::Debug for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_empty() { "FreeText()" } else { "FreeText(..)" })
    }
}

impl Serialize for FreeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sealed = match self.0.as_str() {
            "" => None,
            text => sealed_own(text).map_err(serde::ser::Error::custom)?,
        };
        match sealed {
            Some(sealed) => sealed.serialize(serializer),
            None => self.0.serialize(serializer),
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Form {
    Bare(String),
    Journaled(Journaled),
}

impl<'de> Deserialize<'de> for FreeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !reads_journal() {
            return String::deserialize(deserializer).map(FreeText);
        }
        match Form::deserialize(deserializer)? {
            Form::Bare(text) => Ok(FreeText(text)),
            Form::Journaled(sealed) => {
                let value = sealed.value::<String>().map_err(serde::de::Error::custom)?;
                Ok(FreeText(value.unwrap_or_default()))
            }
        }
    }
}
