//! What may be asked of a mail.

use super::{AttachedFile, Context, InnerMessage, address};
use crate::journal::Hash;
use crate::letter::{Mailbox, ReadMail};
use crate::noun::Manner;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{EnumDiscriminants, IntoStaticStr, VariantArray, VariantNames};

/// What may be asked of a mail.
#[derive(
    Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames, EnumDiscriminants,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[strum_discriminants(
    name(Verb),
    derive(IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case"),
    doc = "The name of a [`Command`], such as `receive`.",
    allow(missing_docs)
)]
pub enum Command {
    /// Take a message in (S3). Asked by Callout itself once it has the bytes: what a mail says
    /// follows from them alone, so no host can say it.
    #[serde(skip)]
    Receive(Box<Message>),
    /// File it under a case, or move it there from another (S16).
    File(File),
    /// Take it out of its case; the mail stays (E9).
    Unfile(Unfile),
}

/// File it under a case, or move it there from another (S16).
///
/// ```
/// # use callout_core::{engine::Session, mail};
/// # use uuid::Uuid;
/// # fn ask(office: Session<'_>, mail: Uuid, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
/// let under = mail::Context::Activity(job);
/// office.add(mail, mail::File { under })?;
/// # Ok(()) }
/// # let w = callout_world::world();
/// # ask(w.office(), w.mail(), w.opened().0).unwrap();
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The customer, equipment or activity whose case it is; under the same one again, nothing
    /// changes.
    pub under: Context,
}

/// Take it out of its case; the mail stays (E9).
///
/// ```
/// # use callout_core::{engine::Session, mail};
/// # use uuid::Uuid;
/// # fn ask(office: Session<'_>, mail: Uuid) -> Result<(), Box<dyn std::error::Error>> {
/// office.add(mail, mail::Unfile {})?;
/// # Ok(()) }
/// # let w = callout_world::world();
/// # ask(w.office(), w.mail()).unwrap();
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct Unfile {}

crate::noun::session_takes!(@adds File);
crate::noun::session_takes!(@adds Unfile);

impl Verb {
    /// How the command of this name meets its record.
    pub const fn manner(self) -> Manner {
        match self {
            Verb::Receive => Manner::Joins,
            Verb::File | Verb::Unfile => Manner::Adds,
        }
    }
}

/// A message as it was read, with its files known by their hashes.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Hash of the whole message, byte for byte.
    pub content: Hash,
    /// Its Message-ID (RFC 5322, 3.6.4), without angle brackets; none where it is missing (E8).
    pub message_id: Option<String>,
    /// The Message-ID of the message that it answers (E7); nothing where it answers none.
    pub in_reply_to: Option<String>,
    /// The Message-IDs of the thread before it, oldest first; empty where it begins one.
    pub references: Vec<String>,
    /// Who wrote it: name and address of each author; empty where it names nobody.
    pub from: Vec<Mailbox>,
    /// Where the answer is wanted; empty where that is who wrote it.
    pub reply_to: Vec<Mailbox>,
    /// Who it was sent to; empty where it names nobody.
    pub to: Vec<Mailbox>,
    /// Who got a copy; empty where nobody did.
    pub cc: Vec<Mailbox>,
    /// Who else stands in its headers (Sender, Bcc, Resent-From and their kin; RFC 5322, 3.6.6), or
    /// in those of messages inside it, so that all of them can be found and forgotten. All five
    /// lists together name 2,000 at most (`MAIL-RECEIVE-01`).
    pub others: Vec<Mailbox>,
    /// The subject, decoded; empty where it has none.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The moment at which it says that it was sent; nothing where it does not say.
    pub date: Option<Instant>,
    /// Its files, kept as blobs.
    pub attachments: Vec<AttachedFile>,
    /// The messages inside it, and those inside them; 500 at most, a note says where there are
    /// more. Their authors count among the 2,000.
    pub nested: Vec<InnerMessage>,
    /// Whether a machine wrote it.
    pub automatic: bool,
    /// Whether the sender marked it as important.
    pub important: bool,
    /// What of it was lost when it was read, in English, for the log: left unread, cut or left out.
    /// 100 notes at most, the last of which says how many more there were, of 300 letters each.
    pub lost: Vec<String>,
    /// What was odd when it was read and lost nothing, in English, for the log; as many at
    /// most.
    pub warnings: Vec<String>,
}

/// The most notes that are kept of what was lost, and of what was odd; and letters of each.
/// Those about all messages inside a mail together are as many again.
const MAX_NOTES: usize = 100;
const MAX_LETTERS: usize = 300;

/// The most messages inside a message that are listed.
const MAX_INNER: usize = 500;

impl Message {
    /// All who stand in it, one after the other; who stands in it twice is twice there.
    pub(crate) fn named(&self) -> impl Iterator<Item = &Mailbox> {
        let Message { from, reply_to, to, cc, others, nested, .. } = self;
        let outer = [from, reply_to, to, cc, others].into_iter().flatten();
        outer.chain(nested.iter().flat_map(|it| &it.from))
    }

    /// As an adapter has read it.
    pub fn from_read(content: Hash, read: &ReadMail) -> Message {
        let attachments = read.attachments.iter().map(|file| AttachedFile {
            name: file.name.clone().unwrap_or_default(),
            media_type: file.media_type.clone(),
            content: Hash::of(&file.bytes),
            size: file.bytes.len() as u64,
        });
        let mut nested = inner(read);
        let (mut lost, mut warnings) = of_inner(&mut nested);
        lost.extend(read.lost.iter().cloned());
        warnings.extend(read.warnings.iter().cloned());
        Message {
            content,
            message_id: read.message_id.clone(),
            in_reply_to: read.in_reply_to.clone(),
            references: read.references.clone(),
            from: read.from.clone(),
            reply_to: read.reply_to.clone(),
            to: read.to.clone(),
            cc: read.cc.clone(),
            others: others(read),
            subject: read.subject.clone(),
            text: read.text.clone(),
            date: read.date.map(Instant::new),
            attachments: attachments.collect(),
            nested,
            automatic: read.automatic,
            important: read.important,
            lost: bounded(lost, "lost"),
            warnings: bounded(warnings, "odd"),
        }
    }
}

/// As many notes as are kept, and how many were not.
fn bounded(mut notes: Vec<String>, were: &str) -> Vec<String> {
    notes.iter_mut().for_each(shorten);
    if notes.len() > MAX_NOTES {
        let more = notes.len() - (MAX_NOTES - 1);
        notes.truncate(MAX_NOTES - 1);
        notes.push(format!("{more} more things were {were}"));
    }
    notes
}

fn shorten(note: &mut String) {
    if let Some((end, _)) = note.char_indices().nth(MAX_LETTERS) {
        note.truncate(end);
        note.push_str(" ...");
    }
}

/// Bounds the messages inside a mail and the notes about them; what the mail itself says of those
/// that are not kept, as a loss and as an oddity.
fn of_inner(nested: &mut Vec<InnerMessage>) -> (Vec<String>, Vec<String>) {
    let (mut lost, mut warnings) = (Vec::new(), Vec::new());
    let unlisted = nested.split_off(nested.len().min(MAX_INNER));
    if !unlisted.is_empty() {
        lost.push(format!("{} more messages inside it are not listed", unlisted.len()));
    }
    let more = kept(nested.iter_mut().map(|it| &mut it.lost));
    let more = more + unlisted.iter().map(|it| it.lost.len()).sum::<usize>();
    if more > 0 {
        lost.push(format!("{more} more things were lost of messages inside it"));
    }
    let more = kept(nested.iter_mut().map(|it| &mut it.warnings));
    let more = more + unlisted.iter().map(|it| it.warnings.len()).sum::<usize>();
    if more > 0 {
        warnings.push(format!("{more} more things were odd about messages inside it"));
    }
    (lost, warnings)
}

/// Keeps the first notes of some messages; how many were not kept.
fn kept<'n>(all: impl Iterator<Item = &'n mut Vec<String>>) -> usize {
    let (mut room, mut more) = (MAX_NOTES, 0);
    for notes in all {
        more += notes.len().saturating_sub(room);
        notes.truncate(room);
        room -= notes.len();
        notes.iter_mut().for_each(shorten);
    }
    more
}

/// The messages inside a message, each before those inside it.
fn inner(read: &ReadMail) -> Vec<InnerMessage> {
    let mut found = Vec::new();
    let mut inside: Vec<&ReadMail> = read.nested.iter().rev().collect();
    while let Some(it) = inside.pop() {
        found.push(InnerMessage {
            from: it.from.clone(),
            subject: it.subject.clone(),
            date: it.date.map(Instant::new),
            lost: it.lost.clone(),
            warnings: it.warnings.clone(),
        });
        inside.extend(it.nested.iter().rev());
    }
    found
}

/// Who stands in a message's other headers, and in all of those inside it; each once.
fn others(read: &ReadMail) -> Vec<Mailbox> {
    let (mut found, mut inside) = (read.others.clone(), vec![&read.nested]);
    while let Some(messages) = inside.pop() {
        for it in messages {
            let all = [&it.from, &it.reply_to, &it.to, &it.cc, &it.others];
            found.extend(all.into_iter().flatten().cloned());
            inside.push(&it.nested);
        }
    }
    // One address may have several names.
    let known_by = |it: &Mailbox| (address(it), it.name.as_deref().map(str::to_lowercase));
    let outer = [&read.from, &read.reply_to, &read.to, &read.cc].into_iter().flatten();
    let mut known: BTreeSet<_> = outer.map(known_by).collect();
    found.retain(|it| known.insert(known_by(it)));
    found
}
