//! A command as it comes in, and its receipt.

use super::{Command, Forgotten};
use crate::access::Actor;
use crate::error::{Door, Error};
use crate::journal::{Device, canonical};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A command with all that decision 7 asks of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The command's own id: sent again with the same content, it gives the first receipt again.
    pub id: Uuid,
    /// In whose books.
    pub company: Uuid,
    /// Who asks.
    pub actor: Actor,
    /// The aggregate. A command that begins one may leave the id to Callout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Uuid>,
    /// The version that the caller saw. Commands that change need it; those that judge a line
    /// check it where it is given; those that add are never refused for it. A report of done work
    /// that does not fit what has changed since is kept beside it (R3): give the version that was
    /// read before the work, not a later receipt's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u64>,
    /// Outside ids to link in the same breath: system to id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub external_ids: BTreeMap<String, String>,
    /// The device on which it was given; left out where that was the host itself. Kept with the
    /// events that follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// What it follows from: the id of a message, an order or a call in the host. Kept with the
    /// events that follow, and never read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Uuid>,
    /// What is asked: `{"activity": {"assign": {...}}}`.
    pub command: Command,
}

impl Request {
    /// What must be the same when the id is the same: canonical JSON in which nothing stands that
    /// was left at its default, so that Rust, C and Python hosts say the same, and a field that a
    /// later version adds changes nothing.
    pub(super) fn said(&self) -> Result<Vec<u8>, Error> {
        canonical(self).map_err(|reason| {
            Door::Unreadable { path: "$".to_owned(), reason: reason.to_string() }.into()
        })
    }
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// The command.
    pub command: Uuid,
    /// The aggregate it was for.
    pub target: Uuid,
    /// Its version now: what the next command gives in `expected`.
    pub version: u64,
    /// All events of the transaction, also those of reactions, in commit order.
    pub events: Vec<Recorded>,
    /// What was forgotten and what stays, where persons were to be forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forgotten: Option<Forgotten>,
}

/// One recorded event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recorded {
    /// Where it stands in the company's journal.
    pub sequence: u64,
    /// The noun.
    pub noun: String,
    /// The aggregate.
    pub id: Uuid,
    /// The aggregate's version after it.
    pub version: u64,
    /// What happened.
    pub event: String,
}
