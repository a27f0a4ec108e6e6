//! Encoded words (RFC 2047) and bare letters of headers, written anew where the parser would lose
//! some of them.
//!
//! mail-parser 0.11.9 loses the last bytes of a word in base64 without its `=`, letters that two
//! words share, and all charsets that it does not know. Such words become words in UTF-8.

use super::charset::{self, Charset};
use super::notes::Notes;
use super::transfer::unquote;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use std::borrow::Cow;
use std::ops::Range;

/// A word has 75 letters (RFC 2047, 2); longer ones come, and lines end at 998.
const MAX_WORD: usize = 4_000;

/// So many bytes more than it had may a head have afterwards; then it is left as it is.
const MAX_GROWTH: usize = 1024 * 1024;

/// A head with its words and letters mended; what was odd about them goes to the notes.
pub(super) fn mend<'h>(head: &'h [u8], notes: &mut Notes) -> Cow<'h, [u8]> {
    let head = with_letters(head, notes);
    match head {
        Cow::Borrowed(head) => with_words(head, notes),
        Cow::Owned(head) => Cow::Owned(with_words(&head, notes).into_owned()),
    }
}

pub(super) fn note(notes: &mut Notes, odd: Option<String>, text: &str) {
    notes.letters(odd.map(|odd| odd.replacen("the text", "a header", 1)), text);
}

/// Lines with bare letters that are no UTF-8, in UTF-8.
fn with_letters<'h>(head: &'h [u8], notes: &mut Notes) -> Cow<'h, [u8]> {
    if std::str::from_utf8(head).is_ok() {
        return Cow::Borrowed(head);
    }
    let mut out = Vec::with_capacity(head.len() + head.len() / 8);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        let full = out.len() > head.len() + MAX_GROWTH;
        if full || std::str::from_utf8(line).is_ok() {
            out.extend_from_slice(line);
        } else {
            let (text, odd) = charset::read(None, None, line);
            out.extend_from_slice(text.as_bytes());
            note(notes, odd, &text);
        }
    }
    Cow::Owned(out)
}

fn with_words<'h>(head: &'h [u8], notes: &mut Notes) -> Cow<'h, [u8]> {
    let mut out: Vec<u8> = Vec::new();
    let (mut copied, mut at) = (0, 0);
    let mut left = parameters(head).into_iter().peekable();
    while let Some(next) = head.get(at..).and_then(|rest| find(rest, b"=?")) {
        let start = at + next;
        while left.next_if(|field| field.end <= start).is_some() {}
        if let Some(field) = left.peek().filter(|field| field.start <= start) {
            at = field.end;
            continue;
        }
        let (words, length) = run(&head[start..], true);
        at = start + length.max(2);
        if words.is_empty() || out.len() > head.len() + MAX_GROWTH {
            continue;
        }
        let Some(text) = mended(&words, notes) else { continue };
        out.extend_from_slice(&head[copied..start]);
        write_word(&text, &mut out);
        copied = at;
    }
    if copied == 0 {
        return Cow::Borrowed(head);
    }
    out.extend_from_slice(&head[copied..]);
    Cow::Owned(out)
}

/// The fields whose words stand in parameters, where a word may be cut at a seam: they are read
/// when the pieces are one.
fn parameters(head: &[u8]) -> Vec<Range<usize>> {
    const NAMES: [&[u8]; 2] = [b"content-type:", b"content-disposition:"];
    let mut fields: Vec<Range<usize>> = Vec::new();
    let (mut at, mut inside) = (0, false);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        let end = at + line.len();
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            fields.last_mut().filter(|_| inside).into_iter().for_each(|field| field.end = end);
        } else {
            let is = |name: &&[u8]| {
                line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            };
            inside = NAMES.iter().any(is);
            fields.extend(inside.then_some(at..end));
        }
        at = end;
    }
    fields
}

/// A text with its words read, also such as stand close to one another.
pub(super) fn read(text: &str, notes: &mut Notes) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let (words, length) = run(from.as_bytes(), false);
        if words.is_empty() {
            out.push_str("=?");
        } else {
            out.push_str(&spoken(&words, notes).0);
        }
        rest = from.get(length.max(2)..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

fn find(text: &[u8], sign: &[u8; 2]) -> Option<usize> {
    text.windows(2).position(|pair| pair == sign)
}

/// One encoded word.
struct Word<'h> {
    charset: &'h str,
    bytes: Vec<u8>,
    /// In base64, without the `=` that it wants.
    unpadded: bool,
}

/// The words that a text begins with, with white space alone between them, and their length; some
/// where there has to be some.
fn run(text: &[u8], spaced: bool) -> (Vec<Word<'_>>, usize) {
    let (mut words, mut end) = (Vec::new(), 0);
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let gap = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let apart = spaced && !words.is_empty() && gap == 0;
        let Some((word, length)) = word(&rest[gap..]).filter(|_| words.is_empty() || !apart) else {
            return (words, end);
        };
        if words.is_empty() && gap > 0 {
            return (words, end);
        }
        words.push(word);
        end += gap + length;
    }
}

/// `=?charset?Q?...?=` or `=?charset?B?...?=` and how many bytes it takes.
fn word(text: &[u8]) -> Option<(Word<'_>, usize)> {
    let inside = text.strip_prefix(b"=?")?;
    let inside = inside.get(..inside.len().min(MAX_WORD))?;
    let mark = inside.iter().position(|byte| *byte == b'?')?;
    let charset = std::str::from_utf8(inside.get(..mark)?).ok()?;
    let fits = |c: char| c.is_ascii_graphic();
    // RFC 2231 lets a language follow the charset: `utf-8*cs`.
    let charset = charset.split('*').next().filter(|name| !name.is_empty())?;
    let rest = inside.get(mark + 1..)?;
    let (kind, rest) = rest.split_first()?;
    let rest = rest.strip_prefix(b"?")?;
    let end = word_end(rest)?;
    let body = rest.get(..end)?;
    if !charset.chars().all(fits) {
        return None;
    }
    let mut unpadded = false;
    let bytes = match kind {
        b'Q' | b'q' => {
            let spaced: Vec<u8> = body.iter().map(|b| if *b == b'_' { b' ' } else { *b }).collect();
            let mut out = Vec::with_capacity(spaced.len());
            unquote(&spaced, b'=', &mut out);
            out
        }
        b'B' | b'b' => {
            unpadded = body.iter().filter(|byte| !byte.is_ascii_whitespace()).count() % 4 != 0;
            base64_decode(body)?
        }
        _ => return None,
    };
    Some((Word { charset, bytes, unpadded }, 2 + mark + 3 + end + 2))
}

/// Where `?=` stands, if no other word begins before it: so no letter is looked at for many words.
fn word_end(rest: &[u8]) -> Option<usize> {
    let stops = |at: &usize| match rest.get(*at..*at + 2) {
        Some(b"?=") => true,
        Some(b"=?") => rest.get(at + 2) != Some(&b'='),
        _ => rest.get(*at) == Some(&b'\n'),
    };
    let at = (0..rest.len()).find(stops)?;
    rest.get(at..)?.starts_with(b"?=").then_some(at)
}

/// The text of a run of words; `None` where the parser reads them as well.
fn mended(words: &[Word<'_>], notes: &mut Notes) -> Option<String> {
    let parsers = |word: &Word<'_>| {
        let sound = match charset::known(word.charset) {
            Some(Charset::Utf8) => std::str::from_utf8(&word.bytes).is_ok(),
            Some(Charset::Ascii | Charset::Parsers(..)) => {
                charset_decoder(word.charset.as_bytes()).is_some()
            }
            _ => false,
        };
        sound && !word.unpadded
    };
    let wanted = !words.iter().all(parsers);
    let (text, odd) = spoken(words, notes);
    (wanted || odd).then_some(text)
}

/// The text of words, and whether something was odd about it.
fn spoken(words: &[Word<'_>], notes: &mut Notes) -> (String, bool) {
    let mut text = String::new();
    let mut found = false;
    for same in words.chunk_by(|one, next| one.charset.eq_ignore_ascii_case(next.charset)) {
        let bytes: Vec<u8> = same.iter().flat_map(|word| word.bytes.iter().copied()).collect();
        let (piece, odd) = charset::read(same.first().map(|word| word.charset), None, &bytes);
        found |= odd.is_some();
        note(notes, odd, &piece);
        text.push_str(&piece);
    }
    (text, found)
}

fn write_word(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(b"=?utf-8?Q?");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("={byte:02X}").as_bytes());
        }
    }
    out.extend_from_slice(b"?=");
}
