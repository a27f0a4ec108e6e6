//! What is said about a message beside what it says itself: what of it was lost, and what was odd.

use super::charset;
use callout_core::letter::ReadMail;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many are kept of each of the two kinds, so that what is odd hides no loss.
const MAX_NOTES: usize = 90;

/// What is said about one message, each thing once.
#[derive(Default)]
pub(super) struct Notes {
    lost: Said,
    odd: Said,
}

#[derive(Default)]
struct Said {
    notes: Vec<String>,
    /// Those that were not kept, each by its hash.
    more: BTreeSet<u64>,
}

impl Said {
    fn say(&mut self, note: String) {
        if self.notes.contains(&note) {
        } else if self.notes.len() < MAX_NOTES {
            self.notes.push(note);
        } else {
            let mut hasher = DefaultHasher::new();
            note.hash(&mut hasher);
            self.more.insert(hasher.finish());
        }
    }

    fn all(mut self, were: &str) -> Vec<String> {
        if !self.more.is_empty() {
            self.notes.push(format!("{} more things were {were}", self.more.len()));
        }
        self.notes
    }
}

impl Notes {
    /// Something was guessed, or is not as the rules have it, and nothing is missing.
    pub fn odd(&mut self, odd: impl Into<String>) {
        self.odd.say(odd.into());
    }

    /// Something was left unread, cut or left out.
    pub fn lost(&mut self, lost: impl Into<String>) {
        self.lost.say(lost.into());
    }

    /// What was odd about the letters of a text: where some of them are missing, it is a loss.
    pub fn letters(&mut self, odd: Option<String>, text: &str) {
        match odd {
            Some(lost) if text.contains(charset::NO_LETTER) => self.lost(lost),
            Some(odd) => self.odd(odd),
            None => {}
        }
    }

    #[cfg(test)]
    pub fn is_empty(&self) -> bool {
        self.lost.notes.is_empty() && self.odd.notes.is_empty()
    }

    /// Puts all of it beside the message.
    pub fn put(self, mail: &mut ReadMail) {
        mail.lost = self.lost.all("lost");
        mail.warnings = self.odd.all("odd");
    }
}
