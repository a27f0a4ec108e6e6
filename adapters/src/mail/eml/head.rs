//! Where the head of a message or of a part ends, and what stands in it.

use super::notes::Notes;
use super::{bounds, kind, words};
use mail_parser::{Message, MessageParser, MessagePart};
use std::borrow::Cow;

/// Head and body of an entity, cut but not read.
pub(super) struct Cut<'m> {
    pub head: &'m [u8],
    pub body: &'m [u8],
    /// Among its headers stands a line that is none.
    pub odd: bool,
    /// An empty line ends its head, or a delimiter does.
    pub ended: bool,
}

/// Cuts at the first empty line; where there is none, before the first line that is no header.
pub(super) fn cut(bytes: &[u8]) -> Cut<'_> {
    let (mut at, mut first_other) = (0, None);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii_end();
        let end = at + line.len();
        let blank = line.iter().all(|byte| matches!(byte, b'\r' | b'\n'));
        if blank || at == 0 && text.is_empty() {
            let odd = first_other.is_some();
            return Cut { head: &bytes[..at], body: &bytes[end..], odd, ended: true };
        }
        let folded = line.starts_with(b" ") || line.starts_with(b"\t");
        if !folded && !is_header(text) {
            // A delimiter ends the head of a message whose writer forgot the empty line.
            if text.starts_with(b"--") {
                let odd = first_other.is_some();
                return Cut { head: &bytes[..at], body: &bytes[at..], odd, ended: true };
            }
            // A message from a mailbox file may keep the line that divided it from the one before.
            let divides = at == 0 && text.starts_with(b"From ");
            first_other = first_other.or(Some(at)).filter(|_| !divides);
        }
        at = end;
    }
    let at = first_other.filter(|at| *at > 0).unwrap_or(bytes.len());
    Cut { head: &bytes[..at], body: &bytes[at..], odd: false, ended: false }
}

/// Cuts a part; one that has neither headers nor an empty line before its text is text.
pub(super) fn cut_part(bytes: &[u8]) -> Cut<'_> {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let blank = first.iter().all(|byte| byte.is_ascii_whitespace());
    let all_text = Cut { head: &[], body: bytes, odd: false, ended: false };
    if !blank && !is_header(first) {
        return all_text;
    }
    let cut = cut(bytes);
    let says =
        |line: &[u8]| line.get(..8).is_some_and(|start| start.eq_ignore_ascii_case(b"content-"));
    let silent = !cut.head.split(|byte| *byte == b'\n').any(says);
    if !cut.ended && silent { all_text } else { cut }
}

fn is_header(line: &[u8]) -> bool {
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default().trim_ascii_end();
    let letter = |byte: &u8| byte.is_ascii_graphic();
    name.len() < line.len() && !name.is_empty() && name.iter().all(letter)
}

/// The head as the parser takes it.
pub(super) fn mended<'h>(head: &'h [u8], notes: &mut Notes) -> Cow<'h, [u8]> {
    let mut head = kind::mended(words::mend(bounds::head(head, notes), notes));
    // mail-parser 0.11.9 loses a last header line that has no line end.
    if !head.ends_with(b"\n") {
        head.to_mut().extend_from_slice(b"\r\n");
    }
    head.to_mut().extend_from_slice(b"\r\n");
    head
}

/// What stands in a head; a head of nothing has no headers.
pub(super) fn parsed(head: &[u8]) -> Message<'_> {
    let read = MessageParser::default().parse_headers(head);
    // A message without a part is one that the parser itself never gives, and panics on.
    read.filter(|it| !it.parts.is_empty())
        .unwrap_or_else(|| Message { parts: vec![MessagePart::default()], ..Message::default() })
}
