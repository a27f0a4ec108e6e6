//! Sending messages.

use crate::correspondence::OutgoingMail;
use crate::error::Error;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody who carries messages.
pub trait Mailer: Send + Sync {
    /// Short stable name, such as `smtp`.
    fn id(&self) -> &str;

    /// Tries once to hand the message over.
    ///
    /// # Errors
    /// `MAIL-COMPOSE-*` when the message itself cannot be sent as it is, `MAIL-SERVER-01` when the
    /// settings cannot be used. What happens on the way is no error but a [`Delivery`].
    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error>;
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "outcome", deny_unknown_fields)]
pub enum Delivery {
    /// The next hop took responsibility for it.
    Sent {
        /// Its words, or where the message lies now.
        detail: String,
    },
    /// It was certainly not taken.
    Failed {
        /// The same message will never be taken (wrong address), so do not try again.
        permanent: bool,
        /// Why.
        reason: String,
    },
    /// Nobody knows: the connection broke after the message was handed over. A person decides
    /// whether to send it again; Callout does not.
    Unknown {
        /// What was seen last.
        reason: String,
    },
}
