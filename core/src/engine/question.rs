//! A question as it comes in.

use super::Query;
use crate::access::Actor;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A question with who asks it: what the role may not see is not in the answer.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// In whose books.
    pub company: Uuid,
    /// Who asks.
    pub actor: Actor,
    /// What is asked: `{"activity": {"get": {"id": "..."}}}`.
    pub query: Query,
}
