//! A question as it comes in, and who asks.

use crate::access::Actor;
use crate::engine::{Query, texts};
use crate::error::{Door, Error};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A question with who asks it: what the role may not see is not in the answer.
///
/// ```
/// use callout_core::{access::Actor, engine::{Query, QueryRequest}, noun, task};
/// # let [company, karel] = [uuid::Uuid::from_u128(1); 2];
/// let filter = task::Filter { holder: Some(karel), ..Default::default() };
/// let list = noun::List { filter, ..Default::default() };
/// let actor = Actor::technician(karel);
/// let query = Query::Task(noun::Query::List(list));
/// let question = QueryRequest { company, actor, query };
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QueryRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// What is asked: `{"activity": {"get": {"id": "..."}}}`.
    pub query: Query,
}

impl QueryRequest {
    /// Refuses a text that is too long or holds what does not belong there.
    pub(in crate::engine) fn fits(&self) -> Result<(), Error> {
        let said = serde_json::to_value(self).map_err(|reason| Door::Unreadable {
            path: "$".to_owned(),
            reason: reason.to_string(),
        })?;
        texts::check(&said)
    }
}

/// Who asks, where what is asked stands apart: bytes to keep, a mail to take in.
///
/// ```
/// use callout_core::engine::{Caller, read};
/// let caller: Caller = read(br#"{
///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "back_office"}
/// }"#)?;
/// assert_eq!(caller.actor.role, "back_office");
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Caller {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
}
