//! Outgoing messages: intents in the same transaction as what they tell of (decision 12).
//!
//! Callout starts no thread: the host pumps them with [`Engine::deliver`]. Before a message is
//! handed to the mailer it is marked `unknown`; a crash in between leaves it so, and nothing is
//! sent again by itself (R8).
//!
//! [`Engine::deliver`]: crate::engine::Engine::deliver

mod doors;
mod query;
mod text;

pub use doors::{Command, Event, Facts, Refusal, apply, decide};
pub use query::{Filter, Order, Row, TABLE};

use crate::document::Language;
use crate::journal::Personal;
use crate::noun::{Links, Manner, Noun, doors as room_doors};
use crate::port::renderer::Format;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// The message as a noun.
pub struct Message;

/// Where a message stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Waits for the host to deliver.
    #[default]
    Queued,
    /// Taken over by the next server.
    Sent,
    /// Was not sent, and why is known.
    Failed,
    /// Handed over, and nobody knows what became of it.
    Unknown,
    /// Came back (E64).
    Bounced,
}

/// Why a message goes out. Automatic ones go once for a document version and recipient (R8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// The confirmed job sheet (S44).
    JobSheet,
    /// The issued invoice (S55).
    Invoice,
    /// What somebody wrote.
    #[default]
    Letter,
}

/// A document that goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Enclosed {
    /// The job sheet or invoice.
    pub document: Uuid,
    /// Its version: a newer one is another document (R6).
    pub version: u32,
    /// PDF or Word.
    pub format: Format,
}

/// One try.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attempt {
    /// When it began.
    pub at: Instant,
    /// What came of it; missing where it never ended.
    pub outcome: Option<Outcome>,
    /// What the other side said when it sent the message back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounced: Option<Outcome>,
}

/// What was said of an attempt. Servers repeat addresses: their words are the recipient's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// The reply code with its enhanced status (RFC 5321, RFC 3463), such as `550 5.1.1`; nothing
    /// where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Of a failure: whether the same message will never be taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The other side's words, about the first recipient.
    pub words: Personal<String>,
}

impl Outcome {
    fn of(recipient: Uuid, permanent: Option<bool>, words: &str) -> Outcome {
        let words_of = Personal::of(recipient, words.to_owned());
        Outcome { code: code(words), permanent, words: words_of }
    }
}

/// The codes that lead a server's answer: digits and points, and nothing that names anybody.
fn code(words: &str) -> Option<String> {
    let mut parts = words.split(|c: char| c.is_whitespace() || c == '-');
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let reply = parts.next().filter(|part| part.len() == 3).filter(digits)?;
    let triple = |part: &&str| {
        let numbers: Vec<&str> = part.split('.').collect();
        numbers.len() == 3 && numbers.iter().all(|n| (1..=3).contains(&n.len()) && digits(n))
    };
    Some(match parts.next().filter(triple) {
        Some(enhanced) => format!("{reply} {enhanced}"),
        None => reply.to_owned(),
    })
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Where it stands.
    pub status: Status,
    /// Why it goes out.
    pub purpose: Purpose,
    /// In which language.
    pub language: Language,
    /// To whom.
    pub to: Vec<Personal<String>>,
    /// What it is about; the first recipient's, as what it says.
    pub subject: Personal<String>,
    /// What it says.
    pub text: Personal<String>,
    /// What goes along.
    pub enclosed: Option<Enclosed>,
    /// Under which activities it is filed (S45, S56).
    pub activities: Vec<Uuid>,
    /// Whose.
    pub customer: Option<Uuid>,
    /// When it was queued.
    pub queued_at: Instant,
    /// In order.
    pub attempts: Vec<Attempt>,
    /// Somebody said that it goes out although what it encloses was replaced (R6).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaced: bool,
}

impl Noun for Message {
    room_doors!("message", fold 2, tables [TABLE]);

    fn manner(command: &Command) -> Manner {
        match command {
            // Asked twice for the same intent, it is there once.
            Command::Queue { .. } => Manner::Joins,
            Command::Retry { .. } => Manner::Changes,
            _ => Manner::Adds,
        }
    }

    fn links(_: Uuid, state: &State) -> Links {
        let activities = state.activities.iter().copied().map(Some);
        Links::to(activities.chain([state.customer]))
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        match state.status {
            Status::Failed | Status::Bounced => vec!["retry"],
            Status::Unknown => vec!["bounce", "retry"],
            Status::Sent => vec!["bounce"],
            Status::Queued => Vec::new(),
        }
    }
}
