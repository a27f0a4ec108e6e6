//! File names of attachments (RFC 2183, RFC 2231), also the ways that are common and wrong.

use super::notes::Notes;
use super::transfer::unquote;
use super::{charset, words};

/// Decodes encoded words (RFC 2047) where they should not stand, as in quoted file names.
pub(super) fn decoded(text: &str, notes: &mut Notes) -> String {
    if text.contains("=?") { words::read(text, notes) } else { text.to_owned() }
}

/// A name that a raw header says in a parameter, in the ways of RFC 2231 or as it is.
pub(super) fn said(raw: &str, name: &str, notes: &mut Notes) -> Option<String> {
    let all = parameters(raw);
    let plain = all.iter().find(|(key, value)| key == name && !value.is_empty());
    let pieces = pieces(all.iter(), name);
    let whole = pieces.iter().zip(0..).all(|((number, ..), place)| *number == place);
    match plain {
        Some((_, value)) if pieces.is_empty() || !whole => Some(decoded(value, notes)),
        _ if pieces.is_empty() => None,
        _ => {
            if !whole {
                notes.lost("a piece of a file's name is missing");
            }
            Some(extended(&pieces, notes))
        }
    }
}

/// A piece of a parameter: its number, whether it is not encoded, and its value.
type Piece<'p> = (u32, bool, &'p str);

/// The pieces of a parameter by their numbers, of two the one that is encoded.
fn pieces<'p>(all: impl Iterator<Item = &'p (String, String)>, name: &str) -> Vec<Piece<'p>> {
    let mut pieces: Vec<Piece<'p>> = all
        .filter_map(|(key, value)| {
            let rest = key.strip_prefix(name)?.strip_prefix('*')?;
            if rest.is_empty() {
                return Some((0, false, value.as_str()));
            }
            let number = rest.trim_end_matches('*').parse().ok()?;
            Some((number, !rest.ends_with('*'), value.as_str()))
        })
        .collect();
    pieces.sort_by_key(|(number, plain, _)| (*number, *plain));
    pieces.dedup_by_key(|(number, ..)| *number);
    pieces
}

/// A parameter in the ways of RFC 2231: `name*=`, or split over `name*0*=`, `name*1*=` and so on.
/// What it says goes before a plain `name=`, which stands beside it for those who cannot read it
/// (RFC 6266, 4.3). The charset stands in the first piece and holds for all. Encoded words stand in
/// pieces too, one cut at their seam.
fn extended(pieces: &[Piece<'_>], notes: &mut Notes) -> String {
    let mut charset = None;
    let mut bytes = Vec::new();
    for (number, plain, value) in pieces {
        let (mut value, encoded) = (*value, !plain);
        let mut parts = value.splitn(3, '\'');
        if *number == 0
            && encoded
            && let (Some(name), Some(_language), Some(rest)) =
                (parts.next(), parts.next(), parts.next())
        {
            charset = Some(name).filter(|name| !name.is_empty());
            value = rest;
        }
        if encoded {
            unquote(value.as_bytes(), b'%', &mut bytes);
        } else {
            bytes.extend_from_slice(value.as_bytes());
        }
    }
    let (text, odd) = charset::read(charset, None, &bytes);
    words::note(notes, odd, &text);
    if charset.is_none() { decoded(&text, notes) } else { text }
}

/// The parameters of a header: keys in lower case, quotes taken off.
fn parameters(raw: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut item = Item::default();
    let (mut quoted, mut escaped) = (false, false);
    let mut letters = raw.chars().chain(std::iter::once(';')).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            _ if escaped => {
                item.push(letter, true);
                escaped = false;
            }
            // Before other letters it is that of a path: `D:\fotky\a.jpg`.
            '\\' if quoted && matches!(letters.peek(), Some('"' | '\\')) => escaped = true,
            '"' => quoted = !quoted,
            '\r' | '\n' => {}
            ';' if !quoted => found.extend(std::mem::take(&mut item).parameter()),
            _ => item.push(letter, quoted),
        }
    }
    found
}

/// What stands between two `;`. Blanks around it count inside of quotes alone.
#[derive(Default)]
struct Item {
    key: Option<String>,
    text: String,
    /// So many bytes of the text stay.
    solid: usize,
}

impl Item {
    fn push(&mut self, letter: char, quoted: bool) {
        if letter == '=' && !quoted && self.key.is_none() {
            self.key = Some(std::mem::take(&mut self.text));
            return;
        }
        let blank = letter.is_whitespace() && !quoted;
        if !blank || self.key.is_none() || !self.text.is_empty() {
            self.text.push(letter);
        }
        if !blank {
            self.solid = self.text.len();
        }
    }

    fn parameter(mut self) -> Option<(String, String)> {
        let key = self.key?.trim().to_ascii_lowercase();
        self.text.truncate(self.solid);
        Some((key, self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_of_two_names() {
        for (raw, name) in [
            (
                "attachment; filename=\"z_vada.pdf\"; filename*=utf-8''z%C3%A1vada.pdf",
                Some("závada.pdf"),
            ),
            ("attachment; filename*=cp852''%A7.pdf", Some("ž.pdf")),
            ("attachment; filename*=windows1250''%9E.pdf", Some("ž.pdf")),
            ("attachment; filename*=x.pdf", Some("x.pdf")),
            ("attachment; filename*=''x%20y.pdf", Some("x y.pdf")),
            ("attachment; filename=x.pdf", Some("x.pdf")),
            ("attachment; name=x.pdf", None),
            ("attachment; filename*0=a; filename*2=c.pdf; filename=x.pdf", Some("x.pdf")),
            ("attachment; filename*0=a; filename*0*=utf-8''%C5%BE; filename*1=.pdf", Some("ž.pdf")),
            // Blanks at a seam.
            (
                "attachment; filename*0=\"a, b\";\r\n\tfilename*1=\"  c \"; filename*2=\"d.pdf\"",
                Some("a, b  c d.pdf"),
            ),
            ("attachment; filename*0= a ; filename*1= b.pdf ", Some("ab.pdf")),
            ("attachment; filename*0=\"a;\"; filename*1=\" =b.pdf\"", Some("a; =b.pdf")),
            ("attachment; filename*0*=utf-8''%C5; filename*1*=%BE.pdf", Some("ž.pdf")),
            // Encoded words in pieces: whole, cut at the seam, a letter cut at it.
            (
                "attachment; filename*0=\"=?utf-8?B?WsOhdmFkYSDEjWVycA==?=\";\r\n \
                 filename*1=\" =?utf-8?B?YWRsYS5wZGY=?=\"",
                Some("Závada čerpadla.pdf"),
            ),
            (
                "attachment; filename*0=\"=?utf-8?Q?z=C3=A1v=\"; filename*1=\"61da.pdf?=\"",
                Some("závada.pdf"),
            ),
            (
                "attachment; filename*0=\"=?utf-8?Q?z=C3?==?utf-8?Q?=A1va?=\"; filename*1=da.pdf",
                Some("závada.pdf"),
            ),
            // A name that says what charset it has, and is none of words.
            ("attachment; filename*=utf-8''%3D%3Futf-8%3FQ%3Fa%3F%3D", Some("=?utf-8?Q?a?=")),
        ] {
            let mut notes = Notes::default();
            assert_eq!(said(raw, "filename", &mut notes).as_deref(), name, "{raw}");
            assert!(notes.is_empty(), "{raw}");
        }
        let mut notes = Notes::default();
        let gap = said("attachment; filename*0=a; filename*2=c.pdf", "filename", &mut notes);
        assert_eq!((gap.as_deref(), notes.is_empty()), (Some("ac.pdf"), false));
    }
}
