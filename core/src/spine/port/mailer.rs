//! Sending messages, and which of the mailers that Callout brings shall do it.

use crate::error::Error;
use crate::letter::OutgoingMail;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;

/// A mailer of messages: what a host lends, or one that Callout brings.
///
/// ```
/// use callout_core::{error::Error, letter::OutgoingMail, port::mailer::{Delivery, Mailer}};
///
/// /// Hands messages to a queue of the host.
/// struct Queue;
///
/// impl Mailer for Queue {
///     fn id(&self) -> &str {
///         "queue"
///     }
///
///     fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
///         Ok(Delivery::Sent { detail: format!("queued as {}", mail.message_id) })
///     }
/// }
/// ```
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
        /// What the next hop said, in its own words, or where the message lies now.
        detail: String,
    },
    /// It was certainly not taken.
    Failed {
        /// Whether the same message will never be taken (a wrong address), so that sending it again
        /// is of no use.
        permanent: bool,
        /// Why it was not taken, in the words of whoever refused it.
        reason: String,
    },
    /// The server was not reached, or let nobody in: the message was certainly not taken, and
    /// nothing was said about it. It counts as not taken for now, and the round ends with it, so
    /// that a server that is down costs one wait and the other messages lose no try.
    Unreached {
        /// Why it was not reached, in words.
        reason: String,
    },
    /// Nobody knows: the connection broke after the message was handed over. A person decides
    /// whether to send it again; Callout does not.
    Unknown {
        /// What was seen last, in words.
        reason: String,
    },
}

/// One of the mailers that Callout brings, as a host names it in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MailerSettings {
    /// Every message becomes an `.eml` file.
    Folder {
        /// The folder in which the files lie; it is made with the first message.
        path: PathBuf,
    },
    /// An SMTP server (RFC 5321).
    Smtp(SmtpSettings),
}

/// Which SMTP server carries messages, and how to come in.
///
/// ```
/// use callout_core::port::mailer::{Credentials, Security, SmtpSettings};
/// let settings = SmtpSettings {
///     host: "smtp.modry-klic.example".into(),
///     port: 587,
///     security: Security::StartTls,
///     credentials: Some(Credentials { user: "servis".into(), password: "a secret".into() }),
///     hello: "servis.modry-klic.example".into(),
///     timeout_ms: 60_000,
///     answer_timeout_ms: 600_000,
/// };
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// The host name of the server; with TLS its certificate must bear it.
    pub host: String,
    /// The port of the server: usually 587 with STARTTLS, 465 with TLS.
    pub port: u16,
    /// How the connection is protected; STARTTLS where it is missing.
    #[serde(default)]
    pub security: Security,
    /// User and password; none where the server asks for none. They are never sent over a plain
    /// connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Credentials>,
    /// The host name by which we greet the server (EHLO of RFC 5321).
    pub hello: String,
    /// How long one delivery may take, from connecting to the end of the text, in milliseconds;
    /// 60,000 where it is missing. Where it is over, the message was certainly not taken. Looking
    /// up the name of the host is the system's, and may take longer.
    #[serde(default = "patience")]
    pub timeout_ms: u32,
    /// How long the server may take after that to say that it took the message, in milliseconds;
    /// 600,000 where it is missing, as many servers look into a text first (RFC 5321, 4.5.3.2.6).
    /// Where it is over, nobody knows whether the message was taken. The farewell is waited for two
    /// seconds.
    #[serde(default = "long_patience")]
    pub answer_timeout_ms: u32,
}

fn long_patience() -> u32 {
    600_000
}

fn patience() -> u32 {
    60_000
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
    /// The name by which the server knows the user.
    pub user: String,
    /// The password of the user; no debug output shows it.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials(user {:?})", self.user)
    }
}
