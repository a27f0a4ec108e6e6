//! What happened to a mail.

use super::{Filing, KeptFile, KeptInner, State};
use crate::journal::{Hash, Personal};
use crate::letter::Mailbox;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What happened to a mail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A mail came (S3), and was read as far as it could be.
    Received {
        /// Hash of the whole message, byte for byte, under which its bytes are kept. It is held by
        /// the mail's id, and goes with the bytes as soon as somebody who stands in the mail is
        /// forgotten.
        content: Personal<Hash>,
        /// Its Message-ID (RFC 5322, 3.6.4), without angle brackets; nothing where it has none
        /// (E8).
        message_id: Option<Personal<String>>,
        /// The Message-ID of the message that it answers (E7); nothing where it answers none.
        in_reply_to: Option<Personal<String>>,
        /// The Message-IDs of the thread before it, oldest first; empty where it begins one.
        references: Vec<Personal<String>>,
        /// Who wrote the mail: name and address of each author. Empty where it names none.
        from: Vec<Personal<Mailbox>>,
        /// Where the answer is wanted; empty where that is who wrote it.
        reply_to: Vec<Personal<Mailbox>>,
        /// Who the mail was sent to; empty where it names nobody.
        to: Vec<Personal<Mailbox>>,
        /// Who got a copy of the mail; empty where nobody did.
        cc: Vec<Personal<Mailbox>>,
        /// Who else stands in its headers, or in those of messages inside it; empty where nobody
        /// does.
        others: Vec<Personal<Mailbox>>,
        /// The subject, in the sender's words; empty where there is none.
        subject: Personal<String>,
        /// What the mail says as plain text, in the sender's words.
        text: Personal<String>,
        /// The moment at which it says that it was sent; nothing where it does not say. Nobody has
        /// checked it.
        date: Option<Instant>,
        /// The moment at which the mail came.
        received_at: Instant,
        /// The files of the mail, each kept as a blob; empty where it has none.
        attachments: Vec<KeptFile>,
        /// The messages inside it, and those inside them, from the outermost on; empty where there
        /// are none.
        nested: Vec<KeptInner>,
        /// Whether a machine wrote it: an answer in somebody's absence, a report on delivery or
        /// reading (RFC 3834, RFC 6522, RFC 8098). No machine should answer it.
        automatic: bool,
        /// Whether the sender marked the mail as important.
        important: bool,
        /// What of it was lost when it was read, in English, for the log: left unread, cut or left
        /// out. Empty where all that it says was read; 100 notes at most, the last of which says
        /// how many more there were. What was lost of a message inside it stands with that message.
        lost: Vec<Personal<String>>,
        /// What was odd when it was read and lost nothing, in English, for the log: what was
        /// guessed or missing. Empty where nothing was; as many at most.
        warnings: Vec<Personal<String>>,
    },
    /// The mail was filed under a case, or moved there from another (S16).
    Filed {
        /// The case under which it is filed, with the customer and equipment that it is about.
        filing: Filing,
    },
    /// The mail was taken out of its case; the mail stays (E9).
    Unfiled {},
}

/// Folds an event.
pub fn apply(state: State, event: &Event) -> State {
    match event.clone() {
        Event::Received {
            content,
            message_id,
            in_reply_to,
            references,
            from,
            reply_to,
            to,
            cc,
            others,
            subject,
            text,
            date,
            received_at,
            attachments,
            nested,
            automatic,
            important,
            lost,
            warnings,
        } => State {
            content,
            message_id,
            in_reply_to,
            references,
            from,
            reply_to,
            to,
            cc,
            others,
            subject,
            text,
            date,
            received_at,
            attachments,
            nested,
            automatic,
            important,
            lost,
            warnings,
            filed_under: None,
        },
        Event::Filed { filing } => State { filed_under: Some(filing), ..state },
        Event::Unfiled {} => State { filed_under: None, ..state },
    }
}
