//! Received mail as evidence: what came, and which case it is filed under (S3, S16, S45, S58).
//!
//! A mail's id follows from its bytes, so the same bytes twice are one mail (E6). The bytes stay
//! what they are; what was read out of them stands beside. Un-filing deletes nothing (E9).

mod command;
mod decide;
mod event;
mod lifecycle;
mod query;
mod refusal;
mod told;

pub use command::{Command, File, Message, Unfile, Verb};
pub use decide::{Facts, decide};
pub(crate) use decide::{address, bounded};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{ADDRESSES, Filter, Order, REFERENCES, Row, TABLE, TECHNICIANS, WORDS};
pub use refusal::Refusal;

use crate::journal::{Hash, Personal};
use crate::letter::Mailbox;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
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
    hidden(secret, &format!("mail:{content}"))
}

/// A file of a mail, kept as a blob; it is the sender's. A message that lies in a mail is a file of
/// it, and its bytes go with those of the mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptFile {
    /// As the sender named it; two may have one name (E92).
    pub name: Personal<String>,
    /// Its media type as the sender said it, `application/pdf`; not checked.
    pub media_type: Personal<String>,
    /// Hash of its bytes, under which they are kept as a blob.
    pub content: Personal<Hash>,
    /// How many bytes it has.
    pub size: u64,
}

/// A file of a mail as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachedFile {
    /// The name that the sender gave it; two files may have one (E92). Empty where he gave none.
    pub name: String,
    /// Its media type as the sender said it, `application/pdf`; not checked.
    pub media_type: String,
    /// Hash of its bytes, under which they are kept as a blob.
    pub content: Hash,
    /// How many bytes it has.
    pub size: u64,
}

/// A message inside a mail, as forwarding "as attachment" puts it there; its text is in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptInner {
    /// Who wrote it: name and address of each author. Empty where it names none.
    pub from: Vec<Personal<Mailbox>>,
    /// Its subject, in the words of who wrote it; empty where there is none.
    pub subject: Personal<String>,
    /// The moment at which it says that it was sent; nothing where it does not say. Nobody has
    /// checked it.
    pub date: Option<Instant>,
    /// What of it was lost when it was read, in English, for the log: left unread, cut or left out.
    /// Empty where nothing was. Of all messages inside a mail 100 such notes are kept; the mail's
    /// own `lost` says how many more there were.
    pub lost: Vec<Personal<String>>,
    /// What was odd when it was read and lost nothing, in English, for the log. Empty where
    /// nothing was. Of all messages inside a mail 100 such notes are kept; the mail's own
    /// `warnings` says how many more there were.
    pub warnings: Vec<Personal<String>>,
}

/// A message inside a mail, as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InnerMessage {
    /// Who wrote it: name and address of each author; empty where it names nobody.
    pub from: Vec<Mailbox>,
    /// The subject, decoded; empty where it has none.
    pub subject: String,
    /// The moment at which it says that it was sent; nothing where it does not say.
    pub date: Option<Instant>,
    /// What of it was lost when it was read, in English; empty where nothing was. Of all messages
    /// inside a mail 100 such notes are kept; the mail's own say how many more there were.
    pub lost: Vec<String>,
    /// What was odd when it was read and lost nothing, in English; empty where nothing was. As
    /// many are kept.
    pub warnings: Vec<String>,
}

/// The case that a mail is filed under.
///
/// ```
/// use callout_core::mail::Context;
/// # let job = uuid::Uuid::from_u128(1);
/// let under = Context::Activity(job);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// The case of the customer with this id; `MAIL-FILE-01` where there is none such.
    Customer(Uuid),
    /// The case of the equipment with this id, and of who owns it; `MAIL-FILE-02` where there is
    /// none such.
    Equipment(Uuid),
    /// The case of the activity with this id, of its customer and of its equipment; `MAIL-FILE-03`
    /// where there is none such.
    Activity(Uuid),
}

/// Where a mail is filed, with what followed from it that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filing {
    /// The customer, equipment or activity under which it is filed.
    pub under: Context,
    /// The id of the customer whose case that is.
    pub customer: Uuid,
    /// The id of the equipment that the case is about; nothing where it is about none.
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
    /// Hash of the whole message, byte for byte, under which its bytes are kept. It is held by the
    /// mail's id, and goes with the bytes as soon as somebody who stands in the mail is forgotten.
    pub content: Personal<Hash>,
    /// Its Message-ID (RFC 5322, 3.6.4), without angle brackets; nothing where it has none (E8).
    pub message_id: Option<Personal<String>>,
    /// The Message-ID of the message that it answers (E7); nothing where it answers none.
    pub in_reply_to: Option<Personal<String>>,
    /// The Message-IDs of the thread before it, oldest first; empty where it begins one.
    pub references: Vec<Personal<String>>,
    /// Who wrote it: name and address of each author. Empty where the mail names none.
    pub from: Vec<Personal<Mailbox>>,
    /// Where the answer is wanted; empty where that is who wrote it.
    pub reply_to: Vec<Personal<Mailbox>>,
    /// Who it was sent to; empty where the mail names nobody.
    pub to: Vec<Personal<Mailbox>>,
    /// Who got a copy; empty where nobody did.
    pub cc: Vec<Personal<Mailbox>>,
    /// Who else stands in its headers, or in those of messages inside it; empty where nobody does.
    pub others: Vec<Personal<Mailbox>>,
    /// The subject, in the sender's words; empty where there is none.
    pub subject: Personal<String>,
    /// What it says as plain text, in the sender's words.
    pub text: Personal<String>,
    /// The moment at which it says that it was sent; nothing where it does not say. Nobody has
    /// checked it.
    pub date: Option<Instant>,
    /// The moment at which it came.
    pub received_at: Instant,
    /// Its files, each kept as a blob.
    pub attachments: Vec<KeptFile>,
    /// The messages inside it, and those inside them, from the outermost on; empty where there are
    /// none.
    pub nested: Vec<KeptInner>,
    /// Whether a machine wrote it: an answer in somebody's absence, a report on delivery or reading
    /// (RFC 3834, RFC 6522, RFC 8098). No machine should answer it.
    pub automatic: bool,
    /// Whether the sender marked it as important.
    pub important: bool,
    /// What of it was lost when it was read, in English, for the log: left unread, cut or left out.
    /// Empty where all that it says was read; 100 notes at most, the last of which says how many
    /// more there were. What was lost of a message inside it stands with that message.
    pub lost: Vec<Personal<String>>,
    /// What was odd when it was read and lost nothing, in English, for the log: what was
    /// guessed or missing. Empty where nothing was; as many at most.
    pub warnings: Vec<Personal<String>>,
    /// The case under which it is filed (S16); nothing as long as it is under none.
    pub filed_under: Option<Filing>,
}

impl Status {
    /// By what a mail is filed under.
    pub const fn of(filed_under: Option<&Filing>) -> Status {
        if filed_under.is_some() { Status::Filed } else { Status::Unfiled }
    }
}

impl Noun for Mail {
    doors!("mail", fold 1, tables [TABLE, ADDRESSES, REFERENCES, WORDS, TECHNICIANS]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = verbs(LIFECYCLE, Status::of(row.filed_under.as_ref()));
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let Some(filing) = row.filed_under else { return Vec::new() };
        let machine =
            filing.equipment.map(|id| Named::name("equipment", id, &mut row.equipment_name));
        let activity =
            filing.activity().map(|id| Named::number("activity", id, &mut row.activity_number));
        let customer = Named::name("customer", filing.customer, &mut row.customer_name);
        [machine, activity, Some(customer)].into_iter().flatten().collect()
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
        verbs(LIFECYCLE, Status::of(state.filed_under.as_ref()))
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
