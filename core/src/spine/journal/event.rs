//! One event as it is stored, and the head of a company's journal.

use super::Hash;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The device on which a command was given, where that was not the host itself: a technician's
/// telephone that had no network for two days.
///
/// ```
/// use callout_core::{journal::Device, schedule::Instant};
/// # let telephone = uuid::Uuid::from_u128(1);
/// let clock = Instant::new("2026-10-16T06:05:00Z".parse()?);
/// let device = Device { id: telephone, sequence: 17, clock };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Device {
    /// Which device; its id is the host's.
    pub id: Uuid,
    /// The command's place among all commands of this device, from 1, without gaps, so that one
    /// that is missing is known to be missing.
    pub sequence: u64,
    /// What the clock of the device showed. It may be wrong or set back: nothing is decided by it.
    pub clock: Instant,
}

/// An event as it is stored. `body` is hashed as it is and never written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The id of the company whose journal it is.
    pub company: Uuid,
    /// Where it stands in the company's journal, from 1, in commit order, without gaps.
    pub sequence: u64,
    /// The noun of its stream: `activity`.
    pub noun: String,
    /// The id of the aggregate whose stream it is.
    pub stream: Uuid,
    /// Where it stands in its stream, from 1, without gaps.
    pub version: u64,
    /// The name of the event: `assigned`.
    pub kind: String,
    /// The form of the body; older forms are lifted when read.
    pub format: u16,
    /// The moment at which it was recorded.
    pub at: Instant,
    /// The id of the person who asked for it.
    pub actor: Uuid,
    /// The role in which it was asked; `workflow` where a reaction asked.
    pub role: String,
    /// The id of the command that it came of.
    pub command: Uuid,
    /// The device on which the command was given; nothing where it was the host itself.
    pub device: Option<Device>,
    /// What the command followed from: a message, an order, a call of the host.
    pub cause: Option<Uuid>,
    /// On the first event of a command whose receipt is kept: what binds that receipt to it.
    pub receipt: Option<Hash>,
    /// What happened, as JSON; values about persons are digests here.
    pub body: Vec<u8>,
    /// Hash of the event before it in its stream; zeros for the first.
    pub previous: Hash,
    /// Hash of all of the above.
    pub hash: Hash,
}

impl Event {
    /// What `hash` must be.
    pub fn computed_hash(&self) -> Hash {
        let numbers = (
            self.sequence.to_be_bytes(),
            self.version.to_be_bytes(),
            self.format.to_be_bytes(),
            self.at.micros().to_be_bytes(),
        );
        let mut parts: Vec<&[u8]> = vec![
            self.company.as_bytes(),
            &numbers.0,
            self.noun.as_bytes(),
            self.stream.as_bytes(),
            &numbers.1,
            self.kind.as_bytes(),
            &numbers.2,
            &numbers.3,
            self.actor.as_bytes(),
            self.role.as_bytes(),
            self.command.as_bytes(),
            &self.body,
            &self.previous.0,
        ];
        // What is not there has no part, and what is has its name before it.
        let device =
            self.device.map(|device| (device, device.sequence.to_be_bytes(), clock(&device)));
        if let Some((device, sequence, clock)) = &device {
            parts.extend([&b"device"[..], device.id.as_bytes(), sequence, clock]);
        }
        if let Some(cause) = &self.cause {
            parts.extend([&b"cause"[..], cause.as_bytes()]);
        }
        if let Some(receipt) = &self.receipt {
            parts.extend([&b"receipt"[..], &receipt.0]);
        }
        Hash::of_parts(&parts)
    }
}

fn clock(device: &Device) -> [u8; 8] {
    device.clock.micros().to_be_bytes()
}

/// How long a company's journal is, and the hash of the chain over it. Kept elsewhere, it shows
/// when the tail was cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// How many events the journal has.
    pub count: u64,
    /// The hash of the chain over all of them.
    pub hash: Hash,
}

impl Head {
    /// The head after one more event.
    #[must_use]
    pub fn after(&self, event: Hash) -> Head {
        Head { count: self.count + 1, hash: Hash::of_parts(&[&self.hash.0, &event.0]) }
    }
}
