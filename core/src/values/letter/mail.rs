//! A message that came, read into plain values (RFC 5322, RFC 2045 to 2047).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A person or a machine with an address: `Jana Hrušková <hruskova@kovo-hruska.example>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mailbox {
    /// The name that stands with the address, decoded.
    #[serde(default, skip_serializing_if = "crate::wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::wire::shown"))]
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
    /// use callout_core::letter::Mailbox;
    /// assert_eq!(Mailbox::new("Servis", "servis@Modry-Klic.example").domain(), "modry-klic.example");
    /// ```
    pub fn domain(&self) -> String {
        self.address.rsplit_once('@').map_or("", |(_, domain)| domain).to_lowercase()
    }

    /// Whether the address has a form that can be sent to: one `@` with something on both sides; at
    /// most 64 bytes of printable ASCII before it, none of `<>()[],;:"\`, no hyphen at the
    /// beginning (mail programs take it for an option); behind it labels of letters, digits and
    /// hyphens, none with a hyphen at its ends, at most 63 bytes each and 254 in all (RFC 5321,
    /// 4.5.3.1; RFC 1123, 2.1). Letters of a domain may have accents: sent is its ASCII form (RFC
    /// 5890).
    ///
    /// ```
    /// use callout_core::letter::Mailbox;
    /// let fits = |it: &str| Mailbox { name: None, address: it.into() }.is_deliverable();
    /// assert!(fits("jana.mala+servis@kovo-1.example") && fits("jana@žirafa.example"));
    /// assert!(!fits("žofie@kovo.example") && !fits("-oQ@kovo.example") && !fits("a@-b.example"));
    /// ```
    pub fn is_deliverable(&self) -> bool {
        let refused = |c: char| !c.is_ascii_graphic() || "<>()[],;:\"\\".contains(c);
        self.address.split_once('@').is_some_and(|(local, domain)| {
            (1..=64).contains(&local.len())
                && !local.starts_with('-')
                && !local.contains(refused)
                && is_host(domain)
        }) && self.address.len() <= 254
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
    domain.split('.').all(|label| {
        let letters = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        (1..=63).contains(&label.len())
            && letters
            && !label.starts_with('-')
            && !label.ends_with('-')
    })
}

/// A file that came with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// File name as the sender gave it, decoded, and made harmless: without folders, without
    /// control characters and such that turn the direction of writing, `_` before a name that
    /// Windows keeps for a device and in place of letters that it does not take, at most 255 bytes.
    /// `None` where nothing is left. Names from elsewhere than the reader of messages may be as
    /// they came.
    pub name: Option<String>,
    /// `image/jpeg`, in lower case.
    pub media_type: String,
    /// The content, transfer encoding undone.
    #[serde(with = "crate::wire::base64")]
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
    /// The Message-ID of the message that this one answers; nothing where it answers none.
    pub in_reply_to: Option<String>,
    /// The Message-IDs of the thread before it, oldest first; empty where it begins one.
    pub references: Vec<String>,
    /// Who wrote the mail: name and address of each author. Empty where it names none.
    pub from: Vec<Mailbox>,
    /// Who wants the answer, if somebody else; empty where that is who wrote it.
    pub reply_to: Vec<Mailbox>,
    /// Who the mail was sent to; empty where it names nobody.
    pub to: Vec<Mailbox>,
    /// Who got a copy of the mail; empty where nobody did.
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
    /// A machine wrote it: do not answer by machine. So say Auto-Submitted (RFC 3834), reports on
    /// delivery and reading (RFC 6522, RFC 8098), `Precedence: bulk` and what older machines write.
    pub automatic: bool,
    /// The files that came with the mail, in their order; empty where it has none.
    pub attachments: Vec<Attachment>,
    /// Messages inside this one (message/rfc822), as forwarding "as attachment" does.
    pub nested: Vec<ReadMail>,
    /// What of it was lost, in English, for the log: left unread, cut or left out. Empty where all
    /// that it says was read. What was lost of a message inside it stands with that message.
    pub lost: Vec<String>,
    /// What was odd, in English, for the log, and lost nothing: a missing Message-ID, a wrong
    /// charset, what was guessed.
    pub warnings: Vec<String>,
}

impl ReadMail {
    /// The mailbox that its headers name for an answer: Reply-To before From.
    ///
    /// ```
    /// use callout_core::letter::{Mailbox, ReadMail};
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
