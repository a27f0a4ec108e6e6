//! The files of a message, and the messages inside it.

use super::notes::Notes;
use super::part::{Place, Walk};
use super::text::Piece;
use super::{MAX_ATTACHMENTS, MAX_DEPTH, bounds, kind, name, opaque, others, tnef, transfer};
use callout_core::file::harmless;
use callout_core::letter::Attachment;
use mail_parser::{HeaderName, Message, MimeHeaders};
use std::borrow::Cow;

impl Walk<'_> {
    /// Takes a file; one that is a wrapping gives its text, and one that is a message is opened.
    pub(super) fn file(
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
                    self.notes.odd(
                        "the text lies in an opaque signature (S/MIME), which was not checked",
                    );
                    piece = self.entity(&inner, Place { first: true, ..place });
                    self.room.comes_back();
                }
                _ => self.notes.lost(
                    "a part is encrypted, or signed so that it cannot be read (S/MIME): open the \
                     message in a mail program that has the key",
                ),
            }
        }
        let wrapping = tnef::is_one(&media_type) || file_ends("winmail.dat");
        if wrapping {
            self.files_of_wrapping(&bytes);
        }
        let content_id = head.content_id().map(|id| id.trim_matches(['<', '>']).to_owned());
        let bytes = bytes.into_owned();
        if wrapping {
            self.wrappings.push(self.mail.attachments.len());
        }
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
        decoded.tell("a file", self.notes);
        let mut bytes = decoded.bytes;
        let around = [decoded.before, decoded.footer];
        if around.iter().any(|text| text.len() > MAX_FOOTER) {
            self.notes.lost("the transfer encoding of a file is broken: it is kept as it came");
            bytes = Cow::Borrowed(body);
        } else if around.iter().any(|text| !text.trim_ascii().is_empty()) {
            self.notes.lost("what stands around an encoded file and is not encoded was left out");
        }
        match self.room.file(bytes.len()) {
            Ok(()) => Some(bytes),
            Err(odd) => {
                self.notes.lost(odd);
                None
            }
        }
    }

    /// Whether one more file is taken; that one is not is noted once.
    pub(super) fn has_room(&mut self) -> bool {
        let free = self.mail.attachments.len() < MAX_ATTACHMENTS;
        if !free && !self.full {
            self.notes.lost(format!("only the first {MAX_ATTACHMENTS} attachments were taken"));
            self.full = true;
        }
        free
    }

    pub(super) fn take(&mut self, file: Attachment) {
        if self.has_room() {
            self.mail.attachments.push(file);
        }
    }

    fn nested(&mut self, bytes: &[u8], surely: bool) {
        if self.depth + 1 >= MAX_DEPTH {
            self.notes
                .lost(format!("messages inside messages deeper than {MAX_DEPTH} were not read"));
            return;
        }
        // What an encoding hid was not counted before.
        if bounds::check(bytes).is_err() {
            self.notes.lost("a message inside it has too many parts or headers and was not opened");
            return;
        }
        if !self.room.message() {
            self.notes.lost("more than 500 messages lie inside: the others were not opened");
            return;
        }
        match super::inside(bytes, self.depth + 1, Notes::default(), self.room) {
            Some(inner) => self.mail.nested.push(inner),
            None if surely => {
                self.notes.lost("a message inside it has no headers and was not opened")
            }
            None => {}
        }
    }

    /// The name by Content-Disposition, else by Content-Type.
    fn file_name(&mut self, head: &Message<'_>) -> Option<String> {
        let raw = |wanted| kind::raw(head, &wanted);
        let mut said = |header, key| name::said(&raw(header)?, key, self.notes);
        let said = said(HeaderName::ContentDisposition, "filename")
            .or_else(|| said(HeaderName::ContentType, "name"))
            .or_else(|| Some(name::decoded(head.attachment_name()?, self.notes)))?;
        let kept = harmless(&said);
        if kept.as_deref() != Some(said.trim()) {
            self.notes.odd(
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
const MAX_FOOTER: usize = 4_000;

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
