//! What a part says it is, also where it says so in a way that no rule knows (RFC 2045, 5.2;
//! RFC 2046, 4.1.4).

use mail_parser::{HeaderName, Message, MimeHeaders};
use std::borrow::Cow;

/// How the content of a part is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// As plain text.
    Plain,
    /// As a page.
    Page,
    /// As plain text, as what it says is not known or is no type.
    Guessed,
    /// Not as text.
    File,
}

/// A media type, and how what is of it is read.
pub(super) struct Kind {
    /// In lower case.
    pub media_type: String,
    pub reading: Reading,
}

/// Kinds of text that are written for programs.
const DATA: [&str; 17] = [
    "calendar",
    "x-vcalendar",
    "vcard",
    "x-vcard",
    "directory",
    "csv",
    "comma-separated-values",
    "tab-separated-values",
    "xml",
    "rtf",
    "css",
    "javascript",
    "rfc822-headers",
    "json",
    "x-amp-html",
    "watch-html",
    "x-watch-html",
];

/// Keys that a writer may have forgotten to set apart.
const KEYS: [&str; 5] = ["charset", "boundary", "format", "delsp", "name"];

impl Kind {
    /// What a head says; a type that is missing or cut is that of a text, in a digest of a message.
    pub fn of(head: &Message<'_>, digest: bool) -> Kind {
        let said = raw(head, &HeaderName::ContentType).unwrap_or_default();
        let said = word(&said);
        let (kind, subtype) = match said.split_once('/') {
            Some((kind, subtype)) => (kind, Some(subtype).filter(|it| !it.is_empty())),
            None => (said.as_str(), None),
        };
        let (media_type, reading) = match (kind, subtype) {
            ("" | "text", None) if digest => ("message/rfc822", Reading::File),
            ("" | "text" | "plain", None)
            | ("text", Some("plain"))
            | ("plain", Some("text" | "plain")) => ("text/plain", Reading::Plain),
            ("html" | "htm", None | Some("text" | "html"))
            | ("text", Some("html" | "htm" | "xhtml")) => ("text/html", Reading::Page),
            ("application", Some("xhtml+xml")) => (said.as_str(), Reading::Page),
            ("text", Some(subtype)) if !DATA.contains(&subtype) => {
                (said.as_str(), Reading::Guessed)
            }
            ("application", Some("text" | "plain" | "txt")) if !is_file(head) => {
                (said.as_str(), Reading::Guessed)
            }
            ("multipart", None) => ("multipart/mixed", Reading::File),
            (_, Some(_)) => (said.as_str(), Reading::File),
            (_, None) if is_file(head) => ("application/octet-stream", Reading::File),
            (_, None) => ("text/plain", Reading::Guessed),
        };
        Kind { media_type: media_type.to_owned(), reading }
    }
}

/// The last header of a name as it was written, with the spaces and line ends around it.
pub(super) fn raw(head: &Message<'_>, wanted: &HeaderName<'_>) -> Option<String> {
    let header = head.headers().iter().rev().find(|header| header.name == *wanted)?;
    let (from, to) = (header.offset_start() as usize, header.offset_end() as usize);
    Some(String::from_utf8_lossy(head.raw_message().get(from..to)?).into_owned())
}

/// Whether a part says that it is a file, or has the name of one.
pub(super) fn is_file(head: &Message<'_>) -> bool {
    head.content_disposition().is_some_and(|said| said.is_attachment())
        || head.attachment_name().is_some()
}

/// `type/subtype`, or the word that stands in its place.
fn word(said: &str) -> String {
    let said = said.split(';').next().unwrap_or_default().to_ascii_lowercase();
    // A comment may stand before and behind.
    let mut plain = String::new();
    let mut depth = 0_usize;
    for letter in said.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '"' => {}
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let ends = |c: char| c.is_whitespace() || c == ',';
    let first = |text: &str| text.trim().split(ends).next().unwrap_or_default().to_owned();
    match plain.split_once('/') {
        Some((kind, subtype)) => format!("{}/{}", first(kind), first(subtype)),
        None => first(&plain),
    }
}

/// A head in which the parameters of Content-Type stand apart, where its writer left out a `;` or
/// wrote a comma: the parser takes all that follows for one word.
pub(super) fn mended(head: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    let mut places = Vec::new();
    let (mut at, mut field) = (0, None);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            field.take().into_iter().for_each(|from| gaps(&head, from..at, &mut places));
            let name = line.get(..13).unwrap_or_default();
            field = name.eq_ignore_ascii_case(b"content-type:").then_some(at + 13);
        }
        at += line.len();
    }
    field.take().into_iter().for_each(|from| gaps(&head, from..at, &mut places));
    if places.is_empty() {
        return head;
    }
    let mut out = Vec::with_capacity(head.len() + places.len());
    let mut copied = 0;
    for place in places {
        out.extend_from_slice(head.get(copied..place).unwrap_or_default());
        out.push(b';');
        copied = place + usize::from(head.get(place) == Some(&b','));
    }
    out.extend_from_slice(head.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where in a field a `;` is missing: before a comma or a space that a known key follows.
fn gaps(head: &[u8], field: std::ops::Range<usize>, places: &mut Vec<usize>) {
    let Some(text) = head.get(field.clone()) else { return };
    let (mut quoted, mut escaped, mut depth) = (false, false, 0_usize);
    // The last that stands before the gap, and where the gap begins.
    let (mut last, mut gap) = (b';', None);
    for (at, byte) in text.iter().enumerate() {
        let blank = byte.is_ascii_whitespace() || *byte == b',';
        if quoted {
            quoted = *byte != b'"' || escaped;
            escaped = *byte == b'\\' && !escaped;
        } else if depth == 0 && blank {
            gap = gap.filter(|_| *byte != b',').or(Some(at));
            continue;
        } else {
            let apart = !matches!(last, b';' | b'=') && is_key(&text[at..]);
            places.extend(gap.filter(|_| depth == 0 && apart).map(|gap| field.start + gap));
            match byte {
                b'"' => quoted = true,
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        (last, gap) = (*byte, None);
    }
}

/// Whether a text begins with a known key and its `=`.
fn is_key(text: &[u8]) -> bool {
    KEYS.iter().any(|key| {
        let (name, rest) = text.split_at_checked(key.len()).unwrap_or_default();
        name.eq_ignore_ascii_case(key.as_bytes())
            && matches!(rest.trim_ascii_start().first(), Some(b'=' | b'*'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_set_apart() {
        for (said, mended_to) in [
            ("text/plain charset=utf-8", "text/plain; charset=utf-8"),
            ("text/plain, charset=utf-8", "text/plain; charset=utf-8"),
            ("text/plain ,charset=utf-8", "text/plain ;charset=utf-8"),
            ("text/plain\r\n\tcharset = x", "text/plain;\r\n\tcharset = x"),
            ("text/plain; charset=x format=flowed", "text/plain; charset=x; format=flowed"),
            (
                "multipart/mixed boundary=\"a charset=b\"",
                "multipart/mixed; boundary=\"a charset=b\"",
            ),
            ("text/plain ; charset=x ; name=y", "text/plain ; charset=x ; name=y"),
            ("text/plain; name=\"a, name=b\"", "text/plain; name=\"a, name=b\""),
            ("text/plain (a charset=b); charset=x", "text/plain (a charset=b); charset=x"),
            ("text/plain; name=a b.txt", "text/plain; name=a b.txt"),
        ] {
            let head = |said: &str| format!("X: a charset=b\r\ncontent-type: {said}\r\nY: z\r\n");
            let given = head(said);
            let got = mended(Cow::Borrowed(given.as_bytes()));
            assert_eq!(String::from_utf8_lossy(&got), head(mended_to), "{said}");
        }
    }

    #[test]
    fn the_word_of_a_type() {
        for (said, read) in [
            (" Text/HTML", "text/html"),
            ("text/plain charset=x", "text/plain"),
            ("text/plain, x", "text/plain"),
            ("(a/b) text / plain (c)", "text/plain"),
            ("\"text/html\"; charset=x", "text/html"),
            ("html\r\n", "html"),
            ("", ""),
            ("text/", "text/"),
        ] {
            assert_eq!(word(said), read, "{said}");
        }
    }
}
