//! Outgoing messages: intents in the same transaction as what they tell of.
//!
//! Callout starts no thread: the host pumps them with [`Engine::deliver`]. Before a message is
//! handed to the mailer it is marked `unknown`; a crash in between leaves it so, and it is not sent
//! again by itself (R8). What was certainly not taken by any attempt and may be taken later is: it
//! stays queued, and is due again after the minutes that the company's settings name.
//!
//! [`Engine::deliver`]: crate::engine::Engine::deliver

mod conclude;
mod doors;
mod event;
mod lifecycle;
mod query;
mod text;
mod told;

pub use doors::{
    Begin, Command, Conclude, Document, Facts, Queue, RecordBounce, Refusal, Retry, Verb, Withdraw,
    decide,
};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub(crate) use query::AT_ONCE;
pub use query::{ACTIVITIES, Filter, Order, Row, TABLE};

use crate::journal::Personal;
use crate::language::Language;
use crate::noun::{Links, Named, Noun, Offered, doors as room_doors, verbs};
use crate::port::renderer::Format;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use uuid::Uuid;

/// The message as a noun.
pub struct Message;

/// Why a message goes out. Automatic ones go once for a document version and recipient (R8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// It brings the confirmed job sheet (S44).
    JobSheet,
    /// It brings the issued invoice (S55).
    Invoice,
    /// It says what somebody wrote.
    #[default]
    Letter,
}

/// A document that goes along.
///
/// ```
/// use callout_core::{message::Enclosed, port::renderer::Format};
/// # let invoice = uuid::Uuid::from_u128(1);
/// let enclosed = Enclosed { document: invoice, version: 1, format: Format::Pdf };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Enclosed {
    /// The id of the job sheet or invoice.
    pub document: Uuid,
    /// The version of the document, from 1; an invoice has only that. A newer version is another
    /// document (R6).
    pub version: u32,
    /// The file that it goes as, PDF or Word.
    pub format: Format,
}

/// One attempt to send a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attempt {
    /// The moment at which it began.
    pub at: Instant,
    /// What the mailer said of it; missing where it never ended.
    pub outcome: Option<Outcome>,
    /// What the other side said when it sent the message back; missing where it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounced: Option<Outcome>,
}

/// What became of an attempt, as its mailer said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AttemptResult {
    /// The next hop took it over.
    Sent,
    /// It was certainly not taken, and may be later.
    NotNow,
    /// It was certainly not taken, and the same message never will be: sending it again is of no
    /// use.
    Never,
    /// It was handed over, and nobody knows whether it was taken.
    Unknown,
}

/// What was said of an attempt. Servers repeat addresses: their words are a person's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// The reply code with its enhanced status (RFC 5321, RFC 3463), such as `550 5.1.1`; nothing
    /// where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What became of the attempt; missing where these are the words with which a message came
    /// back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<AttemptResult>,
    /// What the mailer or the other side said, in its own words; kept as the recipient's, or as the
    /// message's where it has several.
    pub detail: Personal<String>,
}

/// So many characters of what a mailer or server says of a message are kept.
pub const MAX_WORDS: usize = 2_000;

impl Outcome {
    fn of(recipient: Uuid, result: Option<AttemptResult>, words: &str) -> Outcome {
        let mut kept: String = words.chars().take(MAX_WORDS).collect();
        if kept.len() < words.len() {
            kept.push('…');
        }
        let words_of = Personal::of(recipient, kept);
        Outcome { code: code(words), result, detail: words_of }
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

/// An outgoing message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The status in which it is: queued, sent, failed, unknown, bounced or withdrawn.
    pub status: Status,
    /// Why it goes out: with a job sheet, with an invoice, or as a letter.
    pub purpose: Purpose,
    /// The language of its subject and text.
    pub language: Language,
    /// The addresses to which it goes, each the person's who has it; one at least.
    pub to: Vec<Personal<String>>,
    /// The subject of the mail; kept as the recipient's, or as the message's where it has several.
    pub subject: Personal<String>,
    /// What the mail says, as plain text; kept as the recipient's, or as the message's where it has
    /// several.
    pub text: Personal<String>,
    /// The document that goes along as a file; nothing where none does.
    pub enclosed: Option<Enclosed>,
    /// The ids of the activities under which it is filed (S45, S56).
    pub activities: Vec<Uuid>,
    /// The id of the customer whose activities those are; nothing where it is filed under none.
    pub customer: Option<Uuid>,
    /// The moment at which it was queued.
    pub queued_at: Instant,
    /// The attempts to send it, oldest first.
    pub attempts: Vec<Attempt>,
    /// Whether somebody said that it goes out although a newer version has replaced what it
    /// encloses (R6); missing where nobody did.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaced: bool,
    /// From when on it is tried again by itself, after it was certainly not taken; missing where it
    /// waits for no such try.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_try: Option<Instant>,
    /// How often it was put back to be tried again by itself, since it was queued or a person sent
    /// it again.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub tries: u32,
}

/// What may be asked next; only what some server may have taken may come back.
fn next(status: Status, may_bounce: bool) -> Vec<&'static str> {
    let all = verbs(LIFECYCLE, status).into_iter();
    all.filter(|verb| *verb != "deliver" && (may_bounce || *verb != "record_bounce")).collect()
}

impl Noun for Message {
    room_doors!("message", fold 3, tables [TABLE, ACTIVITIES]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = next(row.status, row.may_bounce);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let customer = row.customer.map(|id| Named::name("customer", id, &mut row.customer_name));
        customer.into_iter().collect()
    }

    fn links(_: Uuid, state: &State) -> Links {
        let activities = state.activities.iter().copied().map(Some);
        Links::to(activities.chain([state.customer]))
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        next(state.status, conclude::may_come_back(state).is_some())
    }
}
