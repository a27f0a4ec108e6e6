//! A message that goes out: everything in it is said by the caller, nothing is made up on the way.

use super::{MailFault, Mailbox};
use crate::error::Error;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A file to send along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutgoingAttachment {
    /// File name: `Zakázkový list 2026-0042.pdf`.
    pub name: String,
    /// `application/pdf`; parameters may follow: `text/calendar; method=REQUEST`.
    pub media_type: String,
    /// The content of the file, its bytes.
    #[serde(with = "crate::wire::base64")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub bytes: Vec<u8>,
}

/// A message to be sent.
///
/// `message_id` and `date` are facts of the caller: the same message tried again has the same id,
/// so that a receiver can tell, and a crash between sending and noting it can be looked into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutgoingMail {
    /// Without angle brackets: `0198c1d2@modry-klic.example`.
    pub message_id: String,
    /// When it was written.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: DateTime<Utc>,
    /// Who sends the mail: name and address.
    pub from: Mailbox,
    /// Where answers go, if elsewhere; to who sends it where it is missing.
    #[serde(default)]
    pub reply_to: Option<Mailbox>,
    /// Who gets the mail; nobody where it is missing, and then a copy must go to somebody.
    #[serde(default)]
    pub to: Vec<Mailbox>,
    /// Who gets a copy of the mail; nobody where it is missing.
    #[serde(default)]
    pub cc: Vec<Mailbox>,
    /// Who gets a copy that the others do not see: in the envelope, never in the text.
    #[serde(default)]
    pub bcc: Vec<Mailbox>,
    /// The subject of the mail, on one line.
    pub subject: String,
    /// What the mail says, as plain text.
    pub text: String,
    /// The same as HTML, for those who show it; plain text alone where it is missing.
    #[serde(default)]
    pub html: Option<String>,
    /// The Message-ID of the message that this one answers; it answers none where it is missing.
    #[serde(default)]
    pub in_reply_to: Option<String>,
    /// The Message-IDs of the thread before it, oldest first; it begins one where it is missing.
    #[serde(default)]
    pub references: Vec<String>,
    /// The files that go along with the mail; none where it is missing.
    #[serde(default)]
    pub attachments: Vec<OutgoingAttachment>,
    /// Whether a program sends it by itself: the header says so (`Auto-Submitted: auto-generated`,
    /// RFC 3834), and no answering machine answers. `false` where it is missing.
    #[serde(default)]
    pub automatic: bool,
}

/// What a mailer needs apart from the message itself (RFC 5321): the copies that nobody sees stand
/// here alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// Without angle brackets; the same message again has the same one.
    pub message_id: String,
    /// The address of who sends the mail: `servis@modry-klic.example`.
    pub from: String,
    /// The addresses of all who get it.
    pub to: Vec<String>,
    /// Its subject, to be shown.
    pub subject: String,
}

impl Envelope {
    /// Of a message.
    pub fn of(mail: &OutgoingMail) -> Envelope {
        Envelope {
            message_id: mail.message_id.clone(),
            from: mail.from.address.clone(),
            to: mail.recipients().map(|to| to.address.clone()).collect(),
            subject: mail.subject.clone(),
        }
    }

    /// As JSON.
    pub fn json(&self) -> String {
        // Text and lists of text: there is nothing that JSON could not say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl OutgoingMail {
    /// The most that the attachments may weigh together: what common servers still take.
    pub const MAX_BYTES: u64 = 18 * 1024 * 1024;

    /// Everybody who gets it, in the order to, cc, bcc.
    pub fn recipients(&self) -> impl Iterator<Item = &Mailbox> {
        self.to.iter().chain(&self.cc).chain(&self.bcc)
    }

    /// Whether it can be written and sent as it is.
    ///
    /// # Errors
    /// `MAIL-COMPOSE-01` (a control character where a header could start, a NUL in the text), `-02`
    /// (no recipient), `-03` (no address), `-04` (a Message-ID, media type or file name of the
    /// wrong form), `-05` (too heavy).
    pub fn check(&self) -> Result<(), Error> {
        self.check_lines()?;
        if self.recipients().next().is_none() {
            return Err(MailFault::NoRecipient { subject: self.subject.clone() }.into());
        }
        for (field, mailbox) in self.mailboxes() {
            if !mailbox.is_deliverable() {
                let (field, value) = (field.to_owned(), mailbox.address.clone());
                return Err(MailFault::BadAddress { field, value }.into());
            }
        }
        for (field, id) in self.ids() {
            if !is_message_id(id) {
                let (field, value) = (field.to_owned(), id.to_owned());
                return Err(MailFault::BadField { field, value }.into());
            }
        }
        self.check_attachments()
    }

    fn mailboxes(&self) -> impl Iterator<Item = (&'static str, &Mailbox)> {
        std::iter::once(("from", &self.from))
            .chain(self.reply_to.iter().map(|m| ("reply_to", m)))
            .chain(self.to.iter().map(|m| ("to", m)))
            .chain(self.cc.iter().map(|m| ("cc", m)))
            .chain(self.bcc.iter().map(|m| ("bcc", m)))
    }

    fn ids(&self) -> impl Iterator<Item = (&'static str, &str)> {
        std::iter::once(("message_id", self.message_id.as_str()))
            .chain(self.in_reply_to.iter().map(|id| ("in_reply_to", id.as_str())))
            .chain(self.references.iter().map(|id| ("references", id.as_str())))
    }

    fn check_lines(&self) -> Result<(), Error> {
        let names = self.mailboxes().flat_map(|(field, mailbox)| {
            [(field, mailbox.name.as_deref().unwrap_or_default()), (field, &mailbox.address)]
        });
        let files = self.attachments.iter().flat_map(|file| {
            [("attachments.name", file.name.as_str()), ("attachments.media_type", &file.media_type)]
        });
        let mut lines = std::iter::once(("subject", self.subject.as_str()))
            .chain(names)
            .chain(self.ids())
            .chain(files);
        let odd = lines.find(|(_, line)| line.chars().any(char::is_control));
        // Some servers refuse a message with a NUL, others cut it there.
        let texts = [("text", Some(&self.text)), ("html", self.html.as_ref())];
        let nul = texts.into_iter().find(|(_, text)| text.is_some_and(|text| text.contains('\0')));
        match odd.map(|(field, _)| field).or(nul.map(|(field, _)| field)) {
            Some(field) => Err(MailFault::HeaderInjection { field: field.to_owned() }.into()),
            None => Ok(()),
        }
    }

    fn check_attachments(&self) -> Result<(), Error> {
        for file in &self.attachments {
            let (field, value) = if file.name.trim().is_empty() {
                ("attachments.name", &file.name)
            } else if !is_media_type(&file.media_type) {
                ("attachments.media_type", &file.media_type)
            } else {
                continue;
            };
            let (field, value) = (field.to_owned(), value.clone());
            return Err(MailFault::BadField { field, value }.into());
        }
        let bytes = self.attachments.iter().map(|file| file.bytes.len() as u64).sum();
        let most = Self::MAX_BYTES;
        if bytes > most { Err(MailFault::TooHeavy { bytes, most }.into()) } else { Ok(()) }
    }
}

/// `left@right` of printable ASCII, without brackets and spaces; right side required.
fn is_message_id(id: &str) -> bool {
    id.split_once('@').is_some_and(|(left, right)| !left.is_empty() && !right.is_empty())
        && id.len() <= 250
        && id.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>'))
}

/// `type/subtype` of token characters; what follows a `;` is left to the writer.
fn is_media_type(media_type: &str) -> bool {
    let token = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    let whole = media_type.split(';').next().unwrap_or_default().trim();
    whole.split_once('/').is_some_and(|(kind, sub)| token(kind) && token(sub))
        && media_type.is_ascii()
}
