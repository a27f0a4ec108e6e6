//! What a company keeps to itself.

use crate::journal::Hash;
use serde::{Deserialize, Serialize};

/// The secret from which ids follow that nobody shall guess, such as those of mails. The journal
/// holds its hash alone, so that a changed one shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Secret {
    /// SHA-256 of the secret.
    pub hash: Hash,
    /// The secret itself, on the way to the store.
    #[serde(skip)]
    kept: Option<Hash>,
}

/// What was recorded is the same with or without the secret at hand.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Secret {
    /// Drawn from sixteen bytes that nobody can guess.
    pub(super) fn draw(salt: &[u8; 16]) -> Secret {
        let kept = Hash::of_parts(&[b"secret", salt]);
        Secret { hash: Hash::of(&kept.0), kept: Some(kept) }
    }

    pub(super) fn kept(&self) -> Option<&Hash> {
        self.kept.as_ref()
    }
}
