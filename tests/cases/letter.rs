//! A message that comes: the fields of a case become the bytes that a mail server hands over.

use callout::letter::Mailbox;
use callout::schedule::Instant;
use serde::Deserialize;
use std::fmt::Write;

/// What a case says of a message; what it leaves out does not stand in it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Letter {
    message_id: Option<String>,
    in_reply_to: Option<String>,
    references: Vec<String>,
    from: Vec<Mailbox>,
    reply_to: Vec<Mailbox>,
    to: Vec<Mailbox>,
    cc: Vec<Mailbox>,
    /// Those to whom it was sent on.
    others: Vec<Mailbox>,
    subject: String,
    text: String,
    date: Option<Instant>,
    attachments: Vec<File>,
    nested: Vec<Letter>,
    automatic: bool,
    important: bool,
}

/// A file in a message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    media_type: String,
    text: String,
}

const SEAM: &str = "=_seam";

impl Letter {
    /// The message (RFC 5322 with MIME).
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = String::new();
        let mut head = |name: &str, value: String| {
            if !value.is_empty() {
                let _ = write!(out, "{name}: {value}\r\n");
            }
        };
        let id = |id: &String| format!("<{id}>");
        head("Message-ID", self.message_id.as_ref().map(id).unwrap_or_default());
        head("In-Reply-To", self.in_reply_to.as_ref().map(id).unwrap_or_default());
        head("References", self.references.iter().map(id).collect::<Vec<_>>().join(" "));
        head("From", mailboxes(&self.from));
        head("Reply-To", mailboxes(&self.reply_to));
        head("To", mailboxes(&self.to));
        head("Cc", mailboxes(&self.cc));
        head("Resent-To", mailboxes(&self.others));
        head("Subject", word(&self.subject));
        head("Date", self.date.map(|date| date.utc().to_rfc2822()).unwrap_or_default());
        head("Auto-Submitted", (if self.automatic { "auto-replied" } else { "" }).to_owned());
        head("Importance", (if self.important { "high" } else { "" }).to_owned());
        head("MIME-Version", "1.0".to_owned());
        self.body(&mut out);
        out.into_bytes()
    }

    fn body(&self, out: &mut String) {
        let text = format!("Content-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n", self.text);
        if self.attachments.is_empty() && self.nested.is_empty() {
            out.push_str(&text);
            return;
        }
        let _ = write!(out, "Content-Type: multipart/mixed; boundary=\"{SEAM}\"\r\n\r\n");
        let _ = write!(out, "--{SEAM}\r\n{text}");
        for file in &self.attachments {
            let File { name, media_type, text } = file;
            let _ = write!(
                out,
                "\r\n--{SEAM}\r\nContent-Type: {media_type}\r\n\
                 Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{text}"
            );
        }
        for inner in &self.nested {
            let inner = String::from_utf8_lossy(&inner.bytes()).into_owned();
            let _ = write!(out, "\r\n--{SEAM}\r\nContent-Type: message/rfc822\r\n\r\n{inner}");
        }
        let _ = write!(out, "\r\n--{SEAM}--\r\n");
    }
}

fn mailboxes(mailboxes: &[Mailbox]) -> String {
    let one = |it: &Mailbox| match &it.name {
        Some(name) => format!("{} <{}>", word(name), it.address),
        None => it.address.clone(),
    };
    mailboxes.iter().map(one).collect::<Vec<_>>().join(",\r\n ")
}

/// As an encoded word where it is not ASCII (RFC 2047).
fn word(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let hex: String = text.bytes().map(|byte| format!("={byte:02X}")).collect();
    format!("=?utf-8?Q?{hex}?=")
}
