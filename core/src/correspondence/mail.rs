//! A message that came, read into plain values (RFC 5322, RFC 2045 to 2047).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A person or a machine with an address: `Jana Hrušková <hruskova@kovo-hruska.example>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mailbox {
    /// The name beside the address, decoded.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub name: Option<String>,
    /// The address alone: `hruskova@kovo-hruska.example`.
    pub address: String,
}

impl Mailbox {
    /// With a name.
    pub fn new(name: &str, address: &str) -> Self {
        Mailbox { name: Some(name.to_owned()), address: address.to_owned() }
    }

    /// The part after the `@`, in lower case.
    ///
    /// ```
    /// use callout_core::correspondence::Mailbox;
    /// assert_eq!(Mailbox::new("Servis", "servis@Modry-Klic.example").domain(), "modry-klic.example");
    /// ```
    pub fn domain(&self) -> String {
        self.address.rsplit_once('@').map_or("", |(_, domain)| domain).to_lowercase()
    }

    /// Whether the address has a form that can be sent to: one `@` with something on both sides,
    /// no spaces, no control characters, none of `<>()[],;:"\`, at most 254 bytes (RFC 5321).
    pub fn is_deliverable(&self) -> bool {
        let parts = self.address.split_once('@');
        parts.is_some_and(|(local, domain)| {
            !local.is_empty() && local.len() <= 64 && is_host(domain)
        }) && self.address.len() <= 254
            && !self.address.chars().any(|c| c.is_whitespace() || c.is_control())
            && !self.address.contains(['<', '>', '(', ')', '[', ']', ',', ';', ':', '"', '\\'])
    }

    /// Whether it belongs to a machine that reads no answers.
    pub fn is_no_reply(&self) -> bool {
        let local = self.address.split('@').next().unwrap_or_default();
        let plain: String = local.chars().filter(char::is_ascii_alphanumeric).collect();
        let plain = plain.to_ascii_lowercase();
        ["noreply", "donotreply", "neodpovidat", "neodpovidejte", "nereply", "nepisat"]
            .iter()
            .any(|word| plain.contains(word))
            || matches!(plain.as_str(), "mailerdaemon" | "postmaster" | "bounce" | "bounces")
    }
}

fn is_host(domain: &str) -> bool {
    !domain.is_empty() && !domain.contains('@') && domain.split('.').all(|label| !label.is_empty())
}

/// A file that came with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// File name as the sender gave it, decoded; untrusted, may hold path separators.
    pub name: Option<String>,
    /// `image/jpeg`, in lower case.
    pub media_type: String,
    /// The content, transfer encoding undone.
    #[serde(with = "crate::port::base64")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub bytes: Vec<u8>,
    /// Shown inside the text (a logo in a signature), not sent as a file of its own.
    pub inline: bool,
    /// Content-ID without its angle brackets.
    pub content_id: Option<String>,
}

/// A message, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadMail {
    /// Message-ID without its angle brackets; `None` when the sender gave none.
    pub message_id: Option<String>,
    /// The message that this one answers.
    pub in_reply_to: Option<String>,
    /// The thread, oldest first.
    pub references: Vec<String>,
    /// Who wrote it.
    pub from: Vec<Mailbox>,
    /// Who wants the answer, if somebody else.
    pub reply_to: Vec<Mailbox>,
    /// Who it was sent to.
    pub to: Vec<Mailbox>,
    /// Who got a copy.
    pub cc: Vec<Mailbox>,
    /// Who else stands in its headers: who sent it for its author (Sender), got a hidden copy (Bcc)
    /// or sent it on, and to whom (Resent-From, Resent-To and their kin; RFC 5322, 3.6.6).
    pub others: Vec<Mailbox>,
    /// Subject, decoded; empty when there is none.
    pub subject: String,
    /// When it says that it was sent.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub date: Option<DateTime<Utc>>,
    /// The text; made from HTML where there is no plain text.
    pub text: String,
    /// The sender marked it as important (Importance, X-Priority).
    pub important: bool,
    /// A machine wrote it (Auto-Submitted, Precedence: bulk): do not answer by machine.
    pub automatic: bool,
    /// The files.
    pub attachments: Vec<Attachment>,
    /// Messages inside this one (message/rfc822), as forwarding "as attachment" does.
    pub nested: Vec<ReadMail>,
    /// What was odd, in English, for the log: a missing Message-ID, an unknown charset.
    pub notes: Vec<String>,
}

impl ReadMail {
    /// The mailbox that its headers name for an answer: Reply-To before From.
    ///
    /// ```
    /// use callout_core::correspondence::{Mailbox, ReadMail};
    /// let form = ReadMail {
    ///     from: vec![Mailbox::new("Web", "no-reply@web.modry-klic.example")],
    ///     reply_to: vec![Mailbox::new("Lukáš Říha", "riha@riha-gastro.example")],
    ///     ..ReadMail::default()
    /// };
    /// assert_eq!(form.respond_to().unwrap().address, "riha@riha-gastro.example");
    /// ```
    pub fn respond_to(&self) -> Option<&Mailbox> {
        let usable = |mailbox: &&Mailbox| mailbox.address.contains('@');
        self.reply_to.iter().find(usable).or_else(|| self.from.iter().find(usable))
    }
}
