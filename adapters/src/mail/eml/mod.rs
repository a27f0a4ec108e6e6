//! Reading a message: bytes as a mail server keeps them become plain values.
//!
//! mail-parser does the grammar of headers, charsets and entities. Around it stand bounds, as such
//! a message is a stranger's input, and what its version 0.11.9 loses: text behind a boundary in
//! a line, the end of base64 without its `=`, letters under a wrong label, the lines of HTML. What
//! was odd is noted. A message that can be read at all is read: only bytes that are no message are
//! refused.

mod automatic;
mod bounds;
mod charset;
mod date;
mod elements;
mod file;
mod flowed;
mod head;
mod hidden;
mod html;
mod kind;
mod lzfu;
mod mailbox;
mod mapi;
mod multipart;
mod name;
mod notes;
mod opaque;
mod others;
mod part;
mod rtf;
mod tag;
mod text;
mod tnef;
mod transfer;
mod utf7;
mod uu;
mod winmail;
mod words;

use bounds::Room;
use callout_core::engine::{MAIL_COPIES, room_for};
use callout_core::error::Error;
use callout_core::letter::{MailFault, ReadMail};
use mail_parser::{HeaderName, HeaderValue, Message};
use notes::Notes;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most bytes of one message that are read.
pub const MAX_BYTES: usize = 25 * 1024 * 1024;

/// How deep messages may lie inside messages before they are left unread.
pub const MAX_DEPTH: usize = 8;

/// The most attachments of one message that are taken.
pub const MAX_ATTACHMENTS: usize = 500;

/// The most references to messages of its thread that are taken of one.
pub const MAX_REFERENCES: usize = 1_000;

/// Reads one message (RFC 5322 with MIME).
///
/// Of one message, those inside it included, at most 4 MiB of text and 64 MiB of decoded files are
/// taken, of a head 2 MiB, of parts inside parts 50 levels; what is more is left out, and a note
/// says so. A message costs at most four times its size in memory, and where it holds a packed text
/// (winmail.dat) at most 20 MiB more.
///
/// # Errors
/// `MAIL-READ-01` for no bytes, `-02` for too many, `-03` for bytes that are no message, `-04`
/// for a shape made to exhaust the reader; `ENGINE-MEMORY-01` where there is no room for it.
///
/// ```
/// use callout_adapters::mail::eml;
/// let mail = eml::read(b"From: Jana <jana@firma.example>\r\nSubject: =?utf-8?Q?Z=C3=A1vada?=\r\n\r\nNejde.")?;
/// assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("Závada", "Nejde."));
/// assert_eq!(mail.respond_to().unwrap().address, "jana@firma.example");
/// assert_eq!(eml::read(b"").unwrap_err().code(), "MAIL-READ-01");
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<ReadMail, Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(MailFault::Empty {}.into());
    }
    if bytes.len() > MAX_BYTES {
        let (bytes, most) = (bytes.len() as u64, MAX_BYTES as u64);
        return Err(MailFault::TooLarge { bytes, most }.into());
    }
    room_for(bytes.len(), MAIL_COPIES)?;
    bounds::check(bytes)?;
    let (bytes, mailbox_file) = without_mbox_line(bytes);
    let mut notes = Notes::default();
    if mailbox_file {
        notes.odd("it was cut out of a mailbox file: the line From was left out");
    }
    // The parser promises not to panic; a stranger's bytes are not the place to rely on it.
    match catch_unwind(AssertUnwindSafe(|| inside(bytes, 0, notes, &mut Room::new()))) {
        Ok(Some(mail)) => Ok(mail),
        Ok(None) => Err(no_message("it has none of the headers of a message")),
        Err(_) => Err(no_message("its structure cannot be followed")),
    }
}

fn no_message(reason: &str) -> Error {
    MailFault::NotAMessage { reason: reason.to_owned() }.into()
}

/// An mbox file puts a line `From somebody date` before the message.
fn without_mbox_line(bytes: &[u8]) -> (&[u8], bool) {
    let start = bytes.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
    let rest = bytes.get(start..).unwrap_or_default();
    let rest = rest.strip_prefix(b"\xef\xbb\xbf").unwrap_or(rest);
    match rest.starts_with(b"From ") {
        true => match rest.iter().position(|b| *b == b'\n') {
            Some(end) => (rest.get(end + 1..).unwrap_or_default(), true),
            None => (rest, false),
        },
        false => (rest, false),
    }
}

fn is_message(message: &Message<'_>) -> bool {
    message.headers().iter().any(|header| {
        matches!(
            header.name,
            HeaderName::From
                | HeaderName::To
                | HeaderName::Cc
                | HeaderName::Sender
                | HeaderName::Subject
                | HeaderName::Date
                | HeaderName::MessageId
                | HeaderName::Received
                | HeaderName::ReturnPath
                | HeaderName::MimeVersion
                | HeaderName::ContentType
        )
    })
}

/// A message, at the top or inside another; `depth` counts messages inside messages. `None` where
/// there are no headers of one.
fn inside(bytes: &[u8], depth: usize, mut notes: Notes, room: &mut Room) -> Option<ReadMail> {
    let cut = head::cut(bytes);
    let mended = head::mended(cut.head, &mut notes);
    let message = head::parsed(&mended);
    if !is_message(&message) {
        return None;
    }
    let mut mail = headers(&message, &mut notes);
    if cut.odd {
        notes.lost("a line among the headers is no header: it was left out");
    }
    part::fill(&message, cut.body, depth, &mut mail, &mut notes, room);
    notes.put(&mut mail);
    Some(mail)
}

/// What stands in the headers.
fn headers(message: &Message<'_>, notes: &mut Notes) -> ReadMail {
    let thread = ids(message.references());
    let cut = thread.len().saturating_sub(MAX_REFERENCES);
    // The thread's beginning is left out, not the message that this one answers.
    let references = thread.into_iter().skip(cut);
    let mut mailboxes = |name| mailbox::all(message, name, notes);
    let mail = ReadMail {
        message_id: message.message_id().map(clean_id).filter(|id| !id.is_empty()),
        in_reply_to: ids(message.in_reply_to()).into_iter().next(),
        references: references.collect(),
        from: mailboxes(HeaderName::From),
        reply_to: mailboxes(HeaderName::ReplyTo),
        to: mailboxes(HeaderName::To),
        cc: mailboxes(HeaderName::Cc),
        others: others::of(message, notes),
        subject: message.subject().unwrap_or_default().trim().to_owned(),
        date: date::of(message, notes),
        important: is_important(message),
        automatic: automatic::is_automatic(message),
        ..ReadMail::default()
    };
    if cut > 0 {
        notes.lost(format!("only the last {MAX_REFERENCES} of its references were taken"));
    }
    for (missing, what) in [
        (mail.message_id.is_none(), "it has no Message-ID"),
        (mail.from.is_empty(), "it has no From"),
    ] {
        if missing {
            notes.odd(what);
        }
    }
    match (mail.date, message.header_raw("Date")) {
        (None, Some(_)) => notes.lost("it has no readable Date"),
        (None, None) => notes.odd("it has no Date"),
        _ => {}
    }
    mail
}

fn clean_id(id: &str) -> String {
    id.trim().trim_matches(['<', '>']).to_owned()
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    let list = match value {
        HeaderValue::Text(id) => vec![clean_id(id)],
        HeaderValue::TextList(ids) => ids.iter().map(|id| clean_id(id)).collect(),
        _ => Vec::new(),
    };
    list.into_iter().filter(|id| !id.is_empty()).collect()
}

fn text_header(message: &Message<'_>, name: &'static str) -> String {
    let value = message.header_raw(name).unwrap_or_default();
    value.trim().to_ascii_lowercase()
}

/// Importance (RFC 2156), X-Priority, Priority: senders use all three.
fn is_important(message: &Message<'_>) -> bool {
    text_header(message, "Importance") == "high"
        || text_header(message, "X-Priority").starts_with(['1', '2'])
        || text_header(message, "Priority") == "urgent"
}
