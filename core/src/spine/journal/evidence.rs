//! What was signed or issued, as bytes that anybody can check without Callout.

use super::{Hash, Personal, canonical};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The hash of what a paper says, and the bytes that it is over.
///
/// The bytes are canonical JSON (RFC 8785): `{"content": ..., "salt": "..."}`. They are kept as a
/// blob, whose name is their SHA-256: `sha256sum` and a reader of JSON are all that it takes to
/// check them. The salt stands in them alone, so that once they are gone nobody can guess from the
/// hash who was named.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// SHA-256 of the bytes.
    pub hash: Hash,
    /// The same, as long as the bytes are kept. It is held by the paper's own id, and goes when
    /// somebody who is named in the paper is forgotten, unless the law keeps it.
    pub kept: Personal<Hash>,
    /// The bytes, on the way from a decision to the store.
    #[serde(skip)]
    bytes: Vec<u8>,
}

/// What was recorded is the same with or without the bytes at hand.
impl PartialEq for Evidence {
    fn eq(&self, other: &Self) -> bool {
        (self.hash, &self.kept) == (other.hash, &other.kept)
    }
}

#[derive(Serialize)]
struct Sworn<'a, T> {
    content: &'a T,
    salt: String,
}

impl Evidence {
    /// Of a paper's content. `paper` is the paper's id; the salt is sixteen bytes that nobody can
    /// guess.
    ///
    /// ```
    /// use callout_core::journal::{Evidence, Hash};
    /// let evidence = Evidence::new(uuid::Uuid::nil(), &[7; 16], &"two hours");
    /// assert_eq!(Hash::of(evidence.bytes()), evidence.hash);
    /// assert!(evidence.bytes().starts_with(b"{\"content\":\"two hours\",\"salt\":\"0707"));
    /// ```
    pub fn new<T: Serialize>(paper: Uuid, salt: &[u8; 16], content: &T) -> Evidence {
        let salt = Uuid::from_bytes(*salt).simple().to_string();
        // Papers are made of text, numbers and lists; the engine keeps nothing without bytes.
        let bytes = canonical(&Sworn { content, salt }).unwrap_or_default();
        let hash = Hash::of(&bytes);
        Evidence { hash, kept: Personal::of(paper, hash), bytes }
    }

    /// The bytes, where they are at hand: they are read from the store otherwise.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
