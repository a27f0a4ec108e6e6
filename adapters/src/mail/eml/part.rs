//! The parts of a message, and which of them is its text.

use super::bounds::Room;
use super::kind::{self, Kind, Reading};
use super::multipart::{self, Parts};
use super::notes::Notes;
use super::text::{self, Piece};
use super::{charset, flowed, head, transfer};
use callout_core::letter::ReadMail;
use mail_parser::{HeaderName, Message, MimeHeaders};
use std::collections::BTreeSet;

/// Text, attachments and nested messages of a message with this head and this body.
pub(super) fn fill(
    head: &Message<'_>,
    body: &[u8],
    depth: usize,
    mail: &mut ReadMail,
    notes: &mut Notes,
    room: &mut Room,
) {
    let shown = BTreeSet::new();
    let mut walk =
        Walk { mail, notes, depth, room, shown, spare: None, full: false, wrappings: Vec::new() };
    let piece = walk.part(head, body, Place { first: true, ..Place::default() });
    let piece = walk.or_wrapped(piece);
    let piece = walk.or_spare(piece);
    let Walk { mail, shown, .. } = walk;
    mail.text = piece.map(|piece| piece.text).unwrap_or_default();
    for file in &mut mail.attachments {
        file.inline = file.content_id.as_ref().is_some_and(|id| shown.contains(id));
    }
}

/// Where a part stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// The first of its siblings, or without any.
    pub(super) first: bool,
    /// One of several writings of the same.
    pub(super) alternative: bool,
    /// Beside the page that shows it.
    pub(super) beside: bool,
    /// In a digest, where a part without a type is a message.
    pub(super) digest: bool,
}

/// A text that was taken as a file.
struct Spare {
    /// Which of the files.
    at: usize,
    written: Written,
    /// It says that it is a file, and has a name.
    surely: bool,
}

/// How a text is written.
pub(super) struct Written {
    pub(super) charset: Option<String>,
    pub(super) html: bool,
    /// Its lines are broken only to be sent; whether the space at the break belongs to it.
    pub(super) flowed: Option<bool>,
}

impl Written {
    fn of(head: &Message<'_>, html: bool) -> Written {
        let says = |name: &str| head.content_type().and_then(|kind| kind.attribute(name));
        let is = |name: &str, value: &str| {
            says(name).is_some_and(|it| it.trim().eq_ignore_ascii_case(value))
        };
        let flowed = (!html && is("format", "flowed")).then(|| is("delsp", "yes"));
        Written { charset: says("charset").map(str::to_owned), html, flowed }
    }
}

pub(super) struct Walk<'w> {
    pub(super) mail: &'w mut ReadMail,
    pub(super) notes: &'w mut Notes,
    pub(super) depth: usize,
    pub(super) room: &'w mut Room,
    /// The files that a page shows, by Content-ID.
    shown: BTreeSet<String>,
    /// The first text among the files.
    spare: Option<Spare>,
    /// The note on too many files was made.
    pub(super) full: bool,
    /// Which of the files are in Outlook's own wrapping.
    pub(super) wrappings: Vec<usize>,
}

impl Walk<'_> {
    /// A part as it stands between two delimiters.
    pub(super) fn entity(&mut self, bytes: &[u8], place: Place) -> Option<Piece> {
        let cut = head::cut_part(bytes);
        if cut.odd {
            self.notes.lost("a line among the headers of a part is no header: it was left out");
        }
        if !cut.ended && !cut.body.is_empty() {
            self.notes.odd("a part has no empty line before its text");
        }
        let mended = head::mended(cut.head, self.notes);
        self.part(&head::parsed(&mended), cut.body, place)
    }

    /// The text of a part, if it has some for the reader; files and messages in it are taken.
    fn part(&mut self, head: &Message<'_>, body: &[u8], place: Place) -> Option<Piece> {
        let Kind { mut media_type, reading } = Kind::of(head, place.digest);
        if media_type.starts_with("multipart/") {
            match self.parts(head, body) {
                Some(parts) => return self.multipart(&media_type, &parts, place),
                None => self
                    .notes
                    .odd("a part says that it has parts and has none: it was read as text"),
            }
            return Some(self.text(head, body, Reading::Plain));
        }
        let guessed = reading == Reading::Guessed;
        let text = reading != Reading::File && (!guessed || is_text(head, body));
        // What is known by its name is a file, if nobody knows its type.
        if text && is_body(head, place) && !(guessed && head.attachment_name().is_some()) {
            // Of several writings another may be the one that is read.
            if guessed && !place.alternative {
                let said = kind::raw(head, &HeaderName::ContentType).unwrap_or_default();
                let said = said.split(';').next().unwrap_or_default().trim();
                self.notes
                    .odd(format!("a text says that it is {said:.60}: it was read as plain text"));
            }
            return Some(self.text(head, body, reading));
        }
        if guessed && !text && media_type == "text/plain" {
            "application/octet-stream".clone_into(&mut media_type);
        }
        let before = self.mail.attachments.len();
        let is_text_type = media_type.starts_with("text/");
        let piece = self.file(head, body, media_type, place);
        let taken = self.mail.attachments.len() > before;
        if taken && (text || is_text_type) && self.spare.is_none() {
            let written = Written::of(head, reading == Reading::Page);
            let attached = head.content_disposition().is_some_and(|said| said.is_attachment());
            let surely = !text || attached && head.attachment_name().is_some();
            self.spare = Some(Spare { at: before, written, surely });
        }
        piece
    }

    /// The text, or where nobody sees any, one that stands among the files.
    fn or_spare(&mut self, piece: Option<Piece>) -> Option<Piece> {
        let says = piece.as_ref().is_some_and(|piece| !text::is_blank(&piece.text));
        let Some(spare) = self.spare.take().filter(|_| !says) else { return piece };
        if spare.surely {
            self.notes.odd("the message has no text; one of its files is a text");
            return piece;
        }
        let bytes = std::mem::take(&mut self.mail.attachments.get_mut(spare.at)?.bytes);
        let mut text = self.letters(&spare.written, &bytes);
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
        if let Some(file) = self.mail.attachments.get_mut(spare.at) {
            file.bytes = bytes;
        }
        if text::is_blank(&text) {
            return piece;
        }
        self.notes.odd("the message has no text; one of its files is a text, and was read as it");
        Some(Piece { text, reading: Reading::Plain })
    }

    fn parts<'m>(&mut self, head: &Message<'_>, body: &'m [u8]) -> Option<Parts<'m>> {
        let boundary = head.content_type()?.attribute("boundary")?;
        if !self.room.goes_deeper() {
            self.notes.lost("parts inside parts inside parts without end were not read");
            return None;
        }
        let parts = multipart::split(body, boundary);
        if parts.is_none() {
            self.room.comes_back();
        }
        parts
    }

    fn multipart(&mut self, kind: &str, parts: &Parts<'_>, place: Place) -> Option<Piece> {
        if parts.look_alike {
            self.notes.odd(
                "a line begins as the boundary between parts and goes on: it was read as text",
            );
        }
        if parts.open {
            self.notes.lost("the end of the last part is missing: the message may have been cut");
        }
        if parts.has_preamble() {
            self.notes.lost("text before the first part was left out");
        }
        if parts.has_epilogue() {
            self.notes.lost("text after the last part was left out");
        }
        let within = Place { digest: kind == "multipart/digest", ..Place::default() };
        let (alternative, related) = (kind == "multipart/alternative", kind == "multipart/related");
        let mut pieces = Vec::new();
        for (n, part) in parts.parts.iter().enumerate() {
            // Beside a page stand its pictures; the page is the first that has text.
            let beside = place.beside || related && !pieces.is_empty();
            let place = Place { first: n == 0, alternative, beside, ..within };
            pieces.extend(self.entity(part, place));
        }
        self.room.comes_back();
        if kind == "multipart/encrypted" {
            self.notes
                .lost("the text is encrypted (PGP): only a mail program with the key shows it");
        }
        if alternative { text::best(pieces, self.notes) } else { text::joined(pieces) }
    }

    fn text(&mut self, head: &Message<'_>, body: &[u8], reading: Reading) -> Piece {
        let encoding = head.content_transfer_encoding().unwrap_or_default();
        let decoded = transfer::undo(encoding, body);
        decoded.tell("the text", self.notes);
        let before = self.room.text(decoded.before, self.notes);
        let written = Written::of(head, reading == Reading::Page);
        let mut text = self.letters(&written, &decoded.bytes);
        if !before.is_empty() {
            text.insert_str(0, &charset::read(None, None, before).0);
            self.notes.odd("before the encoded text stands text that is not encoded");
        }
        let footer = self.room.text(decoded.footer, self.notes);
        if !footer.is_empty() {
            text.push('\n');
            text.push_str(&charset::read(None, None, footer).0);
            self.notes.odd("after the encoded text stands text that is not encoded");
        }
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
        Piece { text: with_line_feeds(text), reading }
    }

    /// Bytes as the text that a reader sees.
    pub(super) fn letters(&mut self, written: &Written, bytes: &[u8]) -> String {
        let bytes = self.room.text(bytes, self.notes);
        let page = written.html.then(|| charset::of_page(bytes)).flatten();
        let (text, odd) = charset::read(written.charset.as_deref(), page.as_deref(), bytes);
        self.notes.letters(odd, &text);
        if written.html {
            text::shown_files(&text, &mut self.shown);
            return text::of_page(&text, self.notes);
        }
        let text = with_line_feeds(text);
        match written.flowed {
            Some(delsp) => flowed::joined(&text, delsp),
            None => text,
        }
    }
}

/// Whether a text is there to be read, not a file that is text.
fn is_body(head: &Message<'_>, place: Place) -> bool {
    let attached = head.content_disposition().is_some_and(|said| said.is_attachment());
    let named = head.content_type().is_some_and(|kind| kind.has_attribute("name"));
    place.alternative && !place.beside || !attached && !place.beside && (place.first || !named)
}

/// Whether the bytes of a part can be a text.
fn is_text(head: &Message<'_>, body: &[u8]) -> bool {
    let decoded = transfer::undo(head.content_transfer_encoding().unwrap_or_default(), body);
    let sign = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    decoded.bytes.iter().all(sign)
}

fn with_line_feeds(text: String) -> String {
    if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text }
}
