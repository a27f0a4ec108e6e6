//! The parts of a message: its text, its files, the messages inside it.

use super::bounds::Room;
use super::multipart::{self, Parts};
use super::text::{self, Piece};
use super::{
    MOST_ATTACHMENTS, MOST_DEPTH, bounds, charset, head, name, opaque, others, tnef, transfer,
};
use callout_core::correspondence::{Attachment, ReadMail};
use callout_core::file::harmless;
use mail_parser::{HeaderName, Message, MimeHeaders};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Text, attachments and nested messages of a message with this head and this body.
pub(super) fn fill(
    head: &Message<'_>,
    body: &[u8],
    depth: usize,
    mail: &mut ReadMail,
    room: &mut Room,
) {
    let mut walk = Walk { mail, depth, room, shown: BTreeSet::new(), full: false, unsaid: 0 };
    let piece = walk.part(head, body, Place { first: true, ..Place::default() });
    let Walk { mail, shown, unsaid, .. } = walk;
    if unsaid > 0 {
        mail.notes.push(format!("{unsaid} more things were odd"));
    }
    mail.text = piece.map(|piece| piece.text).unwrap_or_default();
    for file in &mut mail.attachments {
        file.inline = file.content_id.as_ref().is_some_and(|id| shown.contains(id));
    }
}

/// Where a part stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The first of its siblings, or without any.
    first: bool,
    /// One of several writings of the same.
    alternative: bool,
    /// Beside the page that shows it.
    beside: bool,
    /// In a digest, where a part without a type is a message.
    digest: bool,
}

struct Walk<'w> {
    mail: &'w mut ReadMail,
    depth: usize,
    room: &'w mut Room,
    /// The files that a page shows, by Content-ID.
    shown: BTreeSet<String>,
    /// The note on too many files was made.
    full: bool,
    /// Notes beyond those that are kept.
    unsaid: usize,
}

/// So many notes are kept of a message.
const MOST_NOTES: usize = 90;

impl Walk<'_> {
    fn note(&mut self, odd: impl Into<String>) {
        let odd = odd.into();
        if self.mail.notes.contains(&odd) {
        } else if self.mail.notes.len() < MOST_NOTES {
            self.mail.notes.push(odd);
        } else {
            self.unsaid += 1;
        }
    }

    /// What some work notes, each once.
    fn noting<R>(&mut self, work: impl FnOnce(&mut Room, &mut Vec<String>) -> R) -> R {
        let mut notes = Vec::new();
        let done = work(self.room, &mut notes);
        notes.into_iter().for_each(|odd| self.note(odd));
        done
    }

    /// A part as it stands between two delimiters.
    fn entity(&mut self, bytes: &[u8], place: Place) -> Option<Piece> {
        let cut = head::cut_part(bytes);
        if cut.odd {
            self.note("a line among the headers of a part is no header: it was left out");
        }
        if !cut.ended && !cut.body.is_empty() {
            self.note("a part has no empty line before its text");
        }
        let mended = self.noting(|_, notes| head::mended(cut.head, notes));
        self.part(&head::parsed(&mended), cut.body, place)
    }

    /// The text of a part, if it has some for the reader; files and messages in it are taken.
    fn part(&mut self, head: &Message<'_>, body: &[u8], place: Place) -> Option<Piece> {
        let kind = media_type(head, place);
        if kind.starts_with("multipart/") {
            match self.parts(head, body) {
                Some(parts) => return self.multipart(&kind, &parts, place),
                None => {
                    self.note("a part says that it has parts and has none: it was read as text")
                }
            }
            return Some(self.text(head, body, false));
        }
        let is_text = matches!(kind.as_str(), "text/plain" | "text/html");
        if is_text && is_body(head, place) {
            return Some(self.text(head, body, kind == "text/html"));
        }
        self.file(head, body, kind, place)
    }

    fn parts<'m>(&mut self, head: &Message<'_>, body: &'m [u8]) -> Option<Parts<'m>> {
        let boundary = head.content_type()?.attribute("boundary")?;
        if !self.room.goes_deeper() {
            self.note("parts inside parts inside parts without end were not read");
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
            self.note(
                "a line begins as the boundary between parts and goes on: it was read as text",
            );
        }
        if parts.open {
            self.note("the end of the last part is missing: the message may have been cut");
        }
        if parts.has_preamble() {
            self.note("text before the first part was left out");
        }
        if parts.has_epilogue() {
            self.note("text after the last part was left out");
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
            self.note("the text is encrypted (PGP): only a mail program with the key shows it");
        }
        self.noting(
            |_, notes| {
                if alternative { text::best(pieces, notes) } else { text::joined(pieces) }
            },
        )
    }

    fn text(&mut self, head: &Message<'_>, body: &[u8], html: bool) -> Piece {
        let encoding = head.content_transfer_encoding().unwrap_or_default();
        let decoded = transfer::undo(encoding, body);
        if let Some(odd) = &decoded.odd {
            self.note(format!("the transfer encoding of the text {odd}"));
        }
        let label = head.content_type().and_then(|kind| kind.attribute("charset"));
        let before = self.noting(|room, notes| room.text(decoded.before, notes));
        let bytes = self.noting(|room, notes| room.text(&decoded.bytes, notes));
        let page = html.then(|| charset::of_page(bytes)).flatten();
        let (mut text, odd) = charset::read(label, page.as_deref(), bytes);
        odd.into_iter().for_each(|odd| self.note(odd));
        if html {
            text::shown_files(&text, &mut self.shown);
            text = self.noting(|_, notes| text::of_page(&text, notes));
        }
        if !before.is_empty() {
            text.insert_str(0, &charset::read(None, None, before).0);
            self.note("before the encoded text stands text that is not encoded");
        }
        let footer = self.noting(|room, notes| room.text(decoded.footer, notes));
        if !footer.is_empty() {
            text.push('\n');
            text.push_str(&charset::read(None, None, footer).0);
            self.note("after the encoded text stands text that is not encoded");
        }
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
        let text = if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text };
        Piece { text, html }
    }

    /// Takes a file; one that is a wrapping gives its text, and one that is a message is opened.
    fn file(
        &mut self,
        head: &Message<'_>,
        body: &[u8],
        media_type: String,
        place: Place,
    ) -> Option<Piece> {
        let name = self.file_name(head);
        let bytes = self.content(head, body)?;
        let mut piece = None;
        let file_ends =
            |end: &str| name.as_deref().is_some_and(|name| name.to_lowercase().ends_with(end));
        if holds_message(&media_type) || file_ends(".eml") {
            self.nested(&bytes, holds_message(&media_type));
        } else if media_type.starts_with("message/") {
            self.mail.others.extend(others::in_report(&String::from_utf8_lossy(&bytes)));
        } else if opaque::is_one(&media_type) || file_ends(".p7m") {
            match opaque::signed(&bytes) {
                // What an encoding hid was not counted before.
                Some(inner) if bounds::check(&inner).is_ok() && self.room.goes_deeper() => {
                    self.note(
                        "the text lies in an opaque signature (S/MIME), which was not checked",
                    );
                    piece = self.entity(&inner, Place { first: true, ..place });
                    self.room.comes_back();
                }
                _ => self.note(
                    "a part is encrypted, or signed so that it cannot be read (S/MIME): open the \
                     message in a mail program that has the key",
                ),
            }
        } else if tnef::is_one(&media_type) || file_ends("winmail.dat") {
            self.winmail(&bytes);
        }
        let content_id = head.content_id().map(|id| id.trim_matches(['<', '>']).to_owned());
        let bytes = bytes.into_owned();
        self.take(Attachment { name, media_type, bytes, inline: false, content_id });
        piece
    }

    /// The bytes of a file; `None` where there is no room for them.
    fn content<'m>(&mut self, head: &Message<'_>, body: &'m [u8]) -> Option<Cow<'m, [u8]>> {
        if !self.has_room() {
            return None;
        }
        let encoding = head.content_transfer_encoding().unwrap_or_default();
        let decoded = transfer::undo(encoding, body);
        if let Some(odd) = &decoded.odd {
            self.note(format!("the transfer encoding of a file {odd}"));
        }
        let mut bytes = decoded.bytes;
        let around = [decoded.before, decoded.footer];
        if around.iter().any(|text| text.len() > MOST_FOOTER) {
            self.note("the transfer encoding of a file is broken: it is kept as it came");
            bytes = Cow::Borrowed(body);
        } else if around.iter().any(|text| !text.trim_ascii().is_empty()) {
            self.note("what stands around an encoded file and is not encoded was left out");
        }
        match self.room.file(bytes.len()) {
            Ok(()) => Some(bytes),
            Err(odd) => {
                self.note(odd);
                None
            }
        }
    }

    /// Whether one more file is taken; that one is not is noted once.
    fn has_room(&mut self) -> bool {
        let free = self.mail.attachments.len() < MOST_ATTACHMENTS;
        if !free && !self.full {
            self.note(format!("only the first {MOST_ATTACHMENTS} attachments were taken"));
            self.full = true;
        }
        free
    }

    fn take(&mut self, file: Attachment) {
        if self.has_room() {
            self.mail.attachments.push(file);
        }
    }

    fn nested(&mut self, bytes: &[u8], surely: bool) {
        if self.depth + 1 >= MOST_DEPTH {
            self.note(format!("messages inside messages deeper than {MOST_DEPTH} were not read"));
            return;
        }
        // What an encoding hid was not counted before.
        if bounds::check(bytes).is_err() {
            self.note("a message inside it has too many parts or headers and was not opened");
            return;
        }
        if !self.room.message() {
            self.note("more than 500 messages lie inside: the others were not opened");
            return;
        }
        match super::inside(bytes, self.depth + 1, self.room) {
            Some(inner) => self.mail.nested.push(inner),
            None if surely => self.note("a message inside it has no headers and was not opened"),
            None => {}
        }
    }

    fn winmail(&mut self, bytes: &[u8]) {
        self.note(
            "a part is in Outlook's own format (winmail.dat): its files were taken, its text was \
             not read; ask the sender to write in HTML or plain text",
        );
        let (files, sound) = tnef::files(bytes);
        if !sound {
            self.note("winmail.dat is broken: what stands in it after that was left out");
        }
        for file in files {
            if !self.has_room() {
                break;
            }
            match self.room.file(file.bytes.len()) {
                Ok(()) => self.take(Attachment {
                    name: harmless(&file.name),
                    media_type: "application/octet-stream".to_owned(),
                    bytes: file.bytes.to_vec(),
                    inline: false,
                    content_id: None,
                }),
                Err(odd) => self.note(odd),
            }
        }
    }

    /// The name by Content-Disposition, else by Content-Type.
    fn file_name(&mut self, head: &Message<'_>) -> Option<String> {
        let raw = |wanted: HeaderName<'_>| {
            let header = head.headers().iter().rev().find(|header| header.name == wanted)?;
            let (from, to) = (header.offset_start() as usize, header.offset_end() as usize);
            Some(String::from_utf8_lossy(head.raw_message().get(from..to)?).into_owned())
        };
        let disposition = raw(HeaderName::ContentDisposition);
        let said = disposition.and_then(|raw| name::extended(&raw, "filename"));
        let said = said
            .or_else(|| head.content_disposition()?.attribute("filename").map(name::decoded))
            .or_else(|| name::extended(&raw(HeaderName::ContentType)?, "name"))
            .or_else(|| head.attachment_name().map(name::decoded))?;
        let kept = harmless(&said);
        if kept.as_deref() != Some(said.trim()) {
            self.note(
                format!("a file is named {said:?} in the message")
                    .chars()
                    .take(300)
                    .collect::<String>(),
            );
        }
        kept
    }
}

/// So much may follow a file's base64 that is no base64, in bytes: more is a broken file.
const MOST_FOOTER: usize = 4_000;

/// Whether a text is there to be read, not a file that is text.
fn is_body(head: &Message<'_>, place: Place) -> bool {
    let attached = head.content_disposition().is_some_and(|said| said.is_attachment());
    let named = head.content_type().is_some_and(|kind| kind.has_attribute("name"));
    place.alternative && !place.beside || !attached && !place.beside && (place.first || !named)
}

fn holds_message(media_type: &str) -> bool {
    [
        "message/rfc822",
        "message/global",
        "message/news",
        "text/rfc822-headers",
        "message/global-headers",
        "application/x-message",
        "application/eml",
    ]
    .contains(&media_type)
}

/// In lower case; of a type that is cut or missing, what RFC 2045 (5.2) takes it for.
fn media_type(head: &Message<'_>, place: Place) -> String {
    let fallback = if place.digest { "message/rfc822" } else { "text/plain" };
    let Some(kind) = head.content_type() else { return fallback.to_owned() };
    match (kind.ctype(), kind.subtype()) {
        ("" | "text", None) => fallback.to_owned(),
        (kind, Some(subtype)) => format!("{kind}/{subtype}").to_ascii_lowercase(),
        (kind, None) if kind.eq_ignore_ascii_case("multipart") => "multipart/mixed".to_owned(),
        _ => "application/octet-stream".to_owned(),
    }
}
