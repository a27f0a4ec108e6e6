//! One event as it is stored, and the head of a company's journal.

use super::Hash;
use crate::schedule::Instant;
use uuid::Uuid;

/// An event as it is stored. `body` is hashed as it is and never written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Whose journal.
    pub company: Uuid,
    /// Where it stands in the company's journal, from 1, in commit order, without gaps.
    pub sequence: u64,
    /// The noun of its stream.
    pub noun: String,
    /// The aggregate.
    pub stream: Uuid,
    /// Where it stands in its stream, from 1, without gaps.
    pub version: u64,
    /// What happened: `assigned`.
    pub kind: String,
    /// The form of the body; older forms are lifted when read.
    pub format: u16,
    /// When it was recorded.
    pub at: Instant,
    /// By whom.
    pub actor: Uuid,
    /// In which role, or `workflow` where a reaction asked.
    pub role: String,
    /// Because of which command.
    pub command: Uuid,
    /// JSON; values about persons are digests here.
    pub body: Vec<u8>,
    /// Hash of the event before it in its stream; zeros for the first.
    pub previous: Hash,
    /// Hash of all of the above.
    pub hash: Hash,
}

impl Event {
    /// What `hash` must be.
    pub fn computed_hash(&self) -> Hash {
        Hash::of_parts(&[
            self.company.as_bytes(),
            &self.sequence.to_be_bytes(),
            self.noun.as_bytes(),
            self.stream.as_bytes(),
            &self.version.to_be_bytes(),
            self.kind.as_bytes(),
            &self.format.to_be_bytes(),
            &self.at.micros().to_be_bytes(),
            self.actor.as_bytes(),
            self.role.as_bytes(),
            self.command.as_bytes(),
            &self.body,
            &self.previous.0,
        ])
    }
}

/// How long a company's journal is, and the hash of the chain over it. Kept elsewhere, it shows
/// when the tail was cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// How many events.
    pub count: u64,
    /// Over all their hashes.
    pub hash: Hash,
}

impl Head {
    /// The head after one more event.
    #[must_use]
    pub fn after(&self, event: Hash) -> Head {
        Head { count: self.count + 1, hash: Hash::of_parts(&[&self.hash.0, &event.0]) }
    }
}
