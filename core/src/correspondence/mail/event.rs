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
#[allow(missing_docs)]
pub enum Event {
    Received {
        content: Personal<Hash>,
        message_id: Option<Personal<String>>,
        in_reply_to: Option<Personal<String>>,
        references: Vec<Personal<String>>,
        from: Vec<Personal<Mailbox>>,
        reply_to: Vec<Personal<Mailbox>>,
        to: Vec<Personal<Mailbox>>,
        cc: Vec<Personal<Mailbox>>,
        others: Vec<Personal<Mailbox>>,
        subject: Personal<String>,
        text: Personal<String>,
        date: Option<Instant>,
        received_at: Instant,
        attachments: Vec<KeptFile>,
        nested: Vec<KeptInner>,
        automatic: bool,
        important: bool,
        lost: Vec<Personal<String>>,
        warnings: Vec<Personal<String>>,
    },
    Filed {
        filing: Filing,
    },
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
