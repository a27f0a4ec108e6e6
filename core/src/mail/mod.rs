//! Received mail as evidence: what came, and which case it is filed under (S3, S16, S45, S58).
//!
//! A mail's id follows from its bytes, so the same bytes twice are one mail (E6). The bytes stay
//! what they are; what was read out of them stands beside. Un-filing deletes nothing (E9).

mod command;
mod decide;
mod event;
mod query;
mod refusal;

pub use command::{Command, Message};
pub(crate) use decide::address;
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use query::{Filter, Order, REFERENCES, Row, SENDERS, TABLE, TECHNICIANS, WORDS};
pub use refusal::Refusal;

use crate::correspondence::Mailbox;
use crate::journal::{Hash, Personal};
use crate::noun::{Links, Manner, Noun, doors};
use crate::port::ids::hidden;
use crate::port::index::{Cell, Cond, Link, is};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The mail as a noun.
pub struct Mail;

/// The id of the mail of some bytes, in the company with this secret.
///
/// ```
/// use callout_core::{journal::Hash, mail};
/// let (secret, content) = (Hash::of(b"secret"), Hash::of(b"From: ..."));
/// assert_eq!(mail::id(&secret, &content), mail::id(&secret, &content));
/// ```
pub fn id(secret: &Hash, content: &Hash) -> Uuid {
    hidden(secret, &name(content))
}

fn name(content: &Hash) -> String {
    format!("mail:{content}")
}

/// A file of a mail, kept as a blob; it is the sender's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptFile {
    /// As the sender named it; two may have one name (E92).
    pub name: Personal<String>,
    /// As the sender said it, `application/pdf`.
    pub media_type: Personal<String>,
    /// Its bytes.
    pub content: Personal<Hash>,
    /// How many they are.
    pub size: u64,
}

/// A file of a mail as it was read, put as a blob.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttachedFile {
    /// As the sender named it; two may have one name (E92).
    pub name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// Its bytes.
    pub content: Hash,
    /// How many they are.
    pub size: u64,
}

/// The case that a mail is filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// Of a customer.
    Customer(Uuid),
    /// Of a machine.
    Equipment(Uuid),
    /// Of an activity.
    Activity(Uuid),
}

/// Where a mail is filed, with what followed from it that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filing {
    /// Under what.
    pub under: Context,
    /// Whose case that is.
    pub customer: Uuid,
    /// About which machine.
    pub equipment: Option<Uuid>,
}

impl Filing {
    const fn activity(&self) -> Option<Uuid> {
        match self.under {
            Context::Activity(activity) => Some(activity),
            _ => None,
        }
    }
}

/// A received mail.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The whole message, byte for byte; the sender's.
    pub content: Personal<Hash>,
    /// Message-ID; some have none (E8).
    pub message_id: Option<Personal<String>>,
    /// The message that it answers (E7).
    pub in_reply_to: Option<Personal<String>>,
    /// The thread, oldest first.
    pub references: Vec<Personal<String>>,
    /// Who wrote it.
    pub from: Vec<Personal<Mailbox>>,
    /// Who wants the answer, if somebody else.
    pub reply_to: Vec<Personal<Mailbox>>,
    /// What it is about; the sender's words.
    pub subject: Personal<String>,
    /// What it says; the sender's words.
    pub text: Personal<String>,
    /// When it says that it was sent.
    pub date: Option<Instant>,
    /// When it came.
    pub received_at: Instant,
    /// Its files.
    pub attachments: Vec<KeptFile>,
    /// Where it is filed.
    pub filed_under: Option<Filing>,
}

impl Noun for Mail {
    doors!("mail", fold 1, tables [TABLE, SENDERS, REFERENCES, WORDS, TECHNICIANS]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::Receive(_) => Manner::Joins,
            Command::File { .. } | Command::Unfile {} => Manner::Adds,
        }
    }

    fn name(command: &Command) -> Option<String> {
        match command {
            Command::Receive(message) => Some(name(&message.content)),
            _ => None,
        }
    }

    fn blobs(state: &State) -> Vec<Hash> {
        let files = state.attachments.iter().map(|file| &file.content);
        let all = std::iter::once(&state.content).chain(files);
        all.filter_map(Personal::reveal).copied().collect()
    }

    fn links(id: Uuid, state: &State) -> Links {
        let filing = state.filed_under;
        Links::to([
            Some(id),
            filing.map(|filing| filing.customer),
            filing.and_then(|filing| filing.equipment),
            filing.and_then(|filing| filing.activity()),
        ])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        if state.filed_under.is_some() { vec!["file", "unfile"] } else { vec!["file"] }
    }

    fn belongs_to(state: &State) -> Option<Uuid> {
        state.filed_under.and_then(|filing| filing.activity())
    }

    /// A technician reads the mails of activities that he is on (S45).
    fn own(technician: Uuid) -> Vec<Cond> {
        let mine = is("technician", Cell::Id(technician));
        vec![Cond::Has(&TECHNICIANS, Link::SameOwner, vec![mine])]
    }
}
