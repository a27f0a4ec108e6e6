//! Sending messages, and which of the carriers that Callout brings shall do it.

use crate::correspondence::OutgoingMail;
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// One of the carriers that Callout brings, as a host names it in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MailerSettings {
    /// Every message becomes an `.eml` file.
    Folder {
        /// Where; it is made with the first message.
        path: PathBuf,
    },
    /// An SMTP server (RFC 5321).
    Smtp(SmtpSettings),
}

/// Which SMTP server, and how to come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// Host name; with TLS its certificate must bear it.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection.
    #[serde(default)]
    pub security: Security,
    /// User and password, if the server asks for them. Never sent over a plain connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Credentials>,
    /// Our own host name in the greeting.
    pub hello: String,
    /// For the connection and for each answer, in milliseconds.
    #[serde(default = "patience")]
    pub timeout_ms: u32,
}

fn patience() -> u32 {
    30_000
}

/// How the connection is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// Not at all: a relay on the same machine.
    None,
    /// It begins plain and must change to TLS (RFC 3207), usually on port 587.
    #[default]
    StartTls,
    /// TLS from the first byte (RFC 8314), usually on port 465.
    Tls,
}

/// How to come in. The password is never shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials(user {:?})", self.user)
    }
}
