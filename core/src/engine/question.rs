//! A question as it comes in, and who asks.

use super::Query;
use crate::access::Actor;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A question with who asks it: what the role may not see is not in the answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The id of the company in whose books it is asked.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// What is asked: `{"activity": {"get": {"id": "..."}}}`.
    pub query: Query,
}

/// Who asks, where what is asked stands beside: bytes to keep, a mail to take in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Asker {
    /// The id of the company in whose books it is asked.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
}
