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
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use query::{Filter, Order, REFERENCES, Row, SENDERS, TABLE};
pub use refusal::Refusal;

use crate::correspondence::Mailbox;
use crate::journal::{Hash, Personal};
use crate::noun::{Bytes, Links, Manner, Noun, doors};
use crate::port::ids::named;
use crate::port::index::{Cell, Cond, Link, is};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The mail as a noun.
pub struct Mail;

/// The id of the mail of some bytes.
///
/// ```
/// use callout_core::{journal::Hash, mail};
/// let company = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
/// let hash = Hash::of(b"From: ...");
/// assert_eq!(mail::id(company, &hash), mail::id(company, &hash));
/// ```
pub fn id(company: Uuid, content: &Hash) -> Uuid {
    named(company, &format!("mail:{content}"))
}

/// The id under which values about the sender with this address are kept, in all mails.
pub fn sender_id(company: Uuid, address: &str) -> Uuid {
    named(company, &format!("sender:{}", address.trim().to_lowercase()))
}

/// A file of a mail, kept as a blob.
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
    /// The whole message, byte for byte.
    pub content: Hash,
    /// Message-ID; some have none (E8).
    pub message_id: Option<String>,
    /// The message that it answers (E7).
    pub in_reply_to: Option<String>,
    /// The thread, oldest first.
    pub references: Vec<String>,
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
    pub attachments: Vec<AttachedFile>,
    /// Where it is filed.
    pub filed_under: Option<Filing>,
}

impl Noun for Mail {
    doors!("mail", fold 1, tables [TABLE, SENDERS, REFERENCES]);

    fn manner(command: &Command) -> Manner {
        match command {
            Command::Receive(_) => Manner::Joins,
            Command::File { .. } | Command::Unfile {} => Manner::Adds,
        }
    }

    fn target(company: Uuid, command: &Command) -> Option<Uuid> {
        match command {
            Command::Receive(message) => Some(id(company, &message.content)),
            _ => None,
        }
    }

    fn blobs(state: &State) -> Vec<Bytes> {
        let persons: Vec<Uuid> =
            state.from.iter().chain(&state.reply_to).map(Personal::person).collect();
        let mut of = vec![state.subject.person()];
        of.extend(persons);
        let files =
            state.attachments.iter().map(|file| Bytes { hash: file.content, of: Vec::new() });
        std::iter::once(Bytes { hash: state.content, of: of.clone() }).chain(files).collect()
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
        vec![Cond::Has(&crate::activity::TECHNICIANS, Link::NamedBy("activity"), vec![mine])]
    }
}
