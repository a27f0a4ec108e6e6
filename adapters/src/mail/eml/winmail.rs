//! What lies in Outlook's own wrapping: its files, and its text where the mail has no other.

use super::part::{Walk, Written};
use super::text::{self, Piece};
use super::tnef::{self, Kind, Letters, Wrapped, Writing};
use super::{bounds, charset, kind, lzfu, rtf};
use callout_core::engine::{MAIL_COPIES, room_for};
use callout_core::file::harmless;
use callout_core::letter::Attachment;

impl Walk<'_> {
    /// Takes the files.
    pub(super) fn files_of_wrapping(&mut self, bytes: &[u8]) {
        let wrapped = tnef::open(bytes);
        if !wrapped.sound {
            self.notes.lost("winmail.dat is broken: what stands in it after that was left out");
        }
        if wrapped.meeting {
            self.notes
                .lost("winmail.dat is about a meeting: its times and who is invited were not read");
        }
        if wrapped.misplaced {
            self.notes.lost(
                "winmail.dat has texts or bytes of files where none belong: they were left out",
            );
        }
        for file in &wrapped.files {
            if !self.has_room() {
                break;
            }
            let bytes = file.bytes.unwrap_or_default();
            if tnef::begins(bytes) {
                self.notes.lost("a message inside winmail.dat is kept as a file and was not read");
            }
            let name = file.name.and_then(|name| self.line(name, &wrapped));
            match self.room.file(bytes.len()) {
                Ok(()) => self.take(Attachment {
                    name: name.as_deref().and_then(harmless),
                    media_type: "application/octet-stream".to_owned(),
                    bytes: bytes.to_vec(),
                    inline: false,
                    content_id: None,
                }),
                Err(lost) => self.notes.lost(lost),
            }
        }
    }

    /// A name, up to the nought at its end.
    fn line(&mut self, letters: Letters<'_>, wrapped: &Wrapped<'_>) -> Option<String> {
        let text = match letters.kind {
            Kind::Wide => from_wide(letters.bytes),
            Kind::Narrow | Kind::Bytes => {
                let page = label(wrapped, letters.kind);
                let (text, odd) = charset::read(page.as_deref(), None, without_end(letters.bytes));
                self.notes.letters(odd.map(|odd| odd.replacen("the text", "a name", 1)), &text);
                text
            }
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The text, or where nobody sees any, that of the wrappings.
    pub(super) fn or_wrapped(&mut self, piece: Option<Piece>) -> Option<Piece> {
        let says = piece.as_ref().is_some_and(|piece| !text::is_blank(&piece.text));
        let mut found = Vec::new();
        for at in std::mem::take(&mut self.wrappings) {
            // One for which there was no room is noted.
            let Some(file) = self.mail.attachments.get_mut(at) else { continue };
            let bytes = std::mem::take(&mut file.bytes);
            found.extend(self.text_of_wrapping(&bytes, says));
            if let Some(file) = self.mail.attachments.get_mut(at) {
                file.bytes = bytes;
            }
        }
        text::joined(found).or(piece)
    }

    fn text_of_wrapping(&mut self, bytes: &[u8], says: bool) -> Option<Piece> {
        let wrapped = tnef::open(bytes);
        if says && !wrapped.texts.is_empty() {
            self.notes.odd(
                "a part is in Outlook's own format (winmail.dat): its files were taken, its text \
                 was not read, as the message has one beside it",
            );
            return None;
        }
        let mut lost = !wrapped.sound;
        for (writing, letters) in &wrapped.texts {
            match self.writing(*writing, *letters, &wrapped) {
                Some(text) if !text::is_blank(&text) => {
                    self.notes.odd("the text was read from Outlook's own format (winmail.dat)");
                    let text = text.trim_end_matches(['\r', '\n']).replace("\r\n", "\n");
                    return Some(Piece { text, reading: kind::Reading::Plain });
                }
                Some(_) => {}
                None => lost = true,
            }
        }
        if lost {
            self.notes.lost(
                "a part is in Outlook's own format (winmail.dat): its files were taken, its text \
                 could not be read; ask the sender to write in HTML or plain text",
            );
        } else {
            self.notes.odd(
                "a part is in Outlook's own format (winmail.dat): its files were taken; it holds no \
                 text",
            );
        }
        None
    }

    /// One writing of the text; `None` where it cannot be read.
    fn writing(&mut self, writing: Writing, it: Letters<'_>, all: &Wrapped<'_>) -> Option<String> {
        if writing == Writing::Rtf {
            return self.rtf(it.bytes);
        }
        let html = writing == Writing::Page;
        if it.kind == Kind::Wide {
            let wide = from_wide(it.bytes);
            let written = Written { charset: Some("utf-8".to_owned()), html, flowed: None };
            return Some(self.letters(&written, wide.as_bytes()));
        }
        let written = Written { charset: label(all, it.kind), html, flowed: None };
        let bytes = if it.kind == Kind::Bytes { it.bytes } else { without_end(it.bytes) };
        Some(self.letters(&written, bytes))
    }

    fn rtf(&mut self, bytes: &[u8]) -> Option<String> {
        let packed = lzfu::open(bytes)?;
        // Only a packed text can be longer than its mail.
        room_for(packed.length.min(bounds::MAX_TEXT), MAIL_COPIES).ok()?;
        let said = rtf::read(packed.bytes(), bounds::MAX_TEXT)?;
        if said.cut {
            self.notes.lost("the end of the text in winmail.dat is missing");
        }
        if said.hidden {
            self.notes.lost("text of the message that its reader does not see was left out");
        }
        if said.comments {
            self.notes.lost("comments beside the text in winmail.dat were left out");
        }
        if said.text.contains(charset::NO_LETTER) {
            self.notes.lost("the text has letters that its charset does not have");
        }
        let written = Written { charset: Some("utf-8".to_owned()), html: said.page, flowed: None };
        Some(self.letters(&written, said.text.as_bytes()))
    }
}

/// What the parser calls the code page of the letters.
fn label(wrapped: &Wrapped<'_>, kind: Kind) -> Option<String> {
    wrapped.code_page(kind).map(charset::of_code_page)
}

fn without_end(letters: &[u8]) -> &[u8] {
    let end = letters.iter().position(|byte| *byte == 0).unwrap_or(letters.len());
    letters.get(..end).unwrap_or_default()
}

/// Letters in UTF-16, up to the nought at their end.
fn from_wide(letters: &[u8]) -> String {
    let halves = letters.chunks_exact(2).map(|two| match two {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    });
    let halves = halves.take_while(|half| *half != 0);
    char::decode_utf16(halves).map(|it| it.unwrap_or(charset::NO_LETTER)).collect()
}
