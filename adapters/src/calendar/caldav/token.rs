//! Where somebody is in following a calendar.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Kept by the caller as a text.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Token {
    /// The server's own; nothing with a server that has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sync: Option<String>,
    /// Names that the server told and that are still to be fetched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) left: Vec<String>,
    /// Whether the server has more to tell.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) more: bool,
    /// With a server that has no tokens: the mark of the whole calendar, where all was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) mark: Option<String>,
    /// And the tag of each entry that was told.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) tags: BTreeMap<String, String>,
}

impl Token {
    /// `None` for what is none of ours: then all is told anew.
    pub(super) fn read(text: &str) -> Option<Token> {
        serde_json::from_str(text).ok()
    }

    pub(super) fn text(&self) -> String {
        // Texts and lists of texts: there is nothing that JSON could not say.
        serde_json::to_string(self).unwrap_or_default()
    }
}
