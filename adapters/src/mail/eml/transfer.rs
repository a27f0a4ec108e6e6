//! Transfer encodings (RFC 2045, 6) undone. No answer is longer than what it was read from.
//!
//! Own, as those of mail-parser 0.11.9 lose the last bytes of base64 without its `=`, and give up
//! a whole part where something else follows base64.

use super::notes::Notes;
use super::uu;
use mail_parser::decoders::base64::base64_decode;
use std::borrow::Cow;

/// A part with its transfer encoding undone.
pub(super) struct Decoded<'m> {
    pub bytes: Cow<'m, [u8]>,
    /// What stands before it and is not in this encoding.
    pub before: &'m [u8],
    /// What follows and is not in this encoding: the footer that a scanner or a mailing list adds.
    pub footer: &'m [u8],
    /// What was odd about it.
    pub odd: Option<String>,
    /// Whether what is odd about it lost something.
    pub lost: bool,
}

impl<'m> Decoded<'m> {
    /// Says what was odd about it, as it encodes a text or a file.
    pub fn tell(&self, what: &str, notes: &mut Notes) {
        let Some(odd) = &self.odd else { return };
        let odd = format!("the transfer encoding of {what} {odd}");
        if self.lost { notes.lost(odd) } else { notes.odd(odd) }
    }

    fn whole(bytes: Cow<'m, [u8]>) -> Self {
        Decoded { bytes, before: &[], footer: &[], odd: None, lost: false }
    }

    fn as_it_is(bytes: &'m [u8], odd: String) -> Self {
        Decoded { odd: Some(odd), lost: true, ..Decoded::whole(Cow::Borrowed(bytes)) }
    }
}

const BROKEN: &str = "is broken";

/// Undoes the encoding of this name; one that nobody knows is left as it is, with a note.
pub(super) fn undo<'m>(encoding: &str, raw: &'m [u8]) -> Decoded<'m> {
    let name = encoding.split(['(', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    match name.trim_matches('"') {
        "" | "7bit" | "8bit" | "binary" | "7-bit" | "8-bit" => Decoded::whole(Cow::Borrowed(raw)),
        "base64" => base64(raw),
        "quoted-printable" => quoted_printable(raw),
        name if uu::is_uu(name) => match uu::decode(raw) {
            Some(uu::Framed { bytes, short, before, after }) => {
                let odd = short.then(|| BROKEN.to_owned());
                Decoded { bytes: Cow::Owned(bytes), before, footer: after, odd, lost: short }
            }
            None => Decoded::as_it_is(raw, BROKEN.to_owned()),
        },
        name => Decoded::as_it_is(raw, format!("{name:.40} is not known")),
    }
}

/// As far as there are lines of base64, with or without the `=` at the end.
fn base64(raw: &[u8]) -> Decoded<'_> {
    let mut end = 0;
    let mut padded = false;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let letters = line.trim_ascii();
        if !letters.is_empty() {
            // After the last letters stands `=`; what follows can be base64 again, of some writers.
            if !is_base64(letters) || padded && letters.len() % 4 != 0 {
                break;
            }
            padded = letters.ends_with(b"=");
        }
        end += line.len();
    }
    let (letters, footer) = raw.split_at(end);
    if letters.trim_ascii().is_empty() && !footer.trim_ascii().is_empty() {
        return Decoded::as_it_is(raw, BROKEN.to_owned());
    }
    match base64_decode(letters) {
        Some(bytes) => {
            let lost = lost_bits(letters);
            let odd = lost.then(|| BROKEN.to_owned());
            Decoded { footer, odd, lost, ..Decoded::whole(Cow::Owned(bytes)) }
        }
        None => Decoded::as_it_is(raw, BROKEN.to_owned()),
    }
}

fn is_base64(line: &[u8]) -> bool {
    let letters = line.trim_ascii_end();
    let padding = letters.iter().rev().take_while(|byte| **byte == b'=').count();
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    letters[..letters.len() - padding].iter().all(letter) && padding <= 3
}

/// One letter alone at the end says six bits of a byte that is not there.
fn lost_bits(letters: &[u8]) -> bool {
    let mut count = 0;
    for byte in letters {
        count = match byte {
            b'=' => 0,
            byte if byte.is_ascii_whitespace() => count,
            _ => (count + 1) % 4,
        };
    }
    count == 1
}

/// `=C5=BE` and soft line ends; a `=` that means neither stays, as people write it.
fn quoted_printable(raw: &[u8]) -> Decoded<'_> {
    let mut out = Vec::with_capacity(raw.len());
    let mut odd = false;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let end = match line {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n'] => 1,
            _ => 0,
        };
        let (text, end) = line.split_at(line.len() - end);
        // White space at the end of a line came on the way.
        let text = text.trim_ascii_end();
        let (text, soft) = text.strip_suffix(b"=").map_or((text, false), |text| (text, true));
        odd |= unquote(text, b'=', &mut out);
        if !soft {
            out.extend_from_slice(end);
        }
    }
    let odd = odd.then(|| BROKEN.to_owned());
    Decoded { odd, ..Decoded::whole(Cow::Owned(out)) }
}

/// Two hexadecimal digits after the sign are a byte. Whether a sign stood without them.
pub(super) fn unquote(text: &[u8], sign: u8, out: &mut Vec<u8>) -> bool {
    let (mut at, mut odd) = (0, false);
    while let Some(byte) = text.get(at) {
        let hex = text.get(at + 1..at + 3).filter(|_| *byte == sign);
        let value = hex.and_then(|hex| match hex {
            [a, b] => Some(digit(*a)? << 4 | digit(*b)?),
            _ => None,
        });
        odd |= *byte == sign && value.is_none();
        out.push(value.unwrap_or(*byte));
        at += if value.is_some() { 3 } else { 1 };
    }
    odd
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_each() {
        for (encoding, raw, bytes, footer, odd) in [
            ("base64", "TmHFoWUgScSMTyA1OTYyMDAwNQ", "Naše IČO 59620005", "", false),
            ("BASE64", "YWJj\r\nZGVm\r\n", "abcdef", "", false),
            ("base64", "YWI=\r\nY2Q=\r\n", "abcd", "", false),
            ("base64", "YWI\r\n\r\n-- \r\nSeznam\r\n", "ab", "-- \r\nSeznam\r\n", false),
            ("base64", "YWI=\nhlas\u{16f}\n", "ab", "hlas\u{16f}\n", false),
            ("base64", "YWI=\nChecked by AV\n", "ab", "Checked by AV\n", false),
            ("base64", "YWI=\nAvast\n", "ab", "Avast\n", false),
            ("base64", "YWJjZ", "abc", "", true),
            ("base64", "Ahoj, sv\u{11b}te", "Ahoj, sv\u{11b}te", "", true),
            ("quoted-printable", "=C5=BElu=\r\nt=FD  \r\nx", "ž", "", false),
            ("quoted-printable", "a=b =", "a=b ", "", true),
            ("8bit", "a", "a", "", false),
            ("7bit (plain)", "a", "a", "", false),
            ("x-yenc", "a", "a", "", true),
        ] {
            let decoded = undo(encoding, raw.as_bytes());
            let text = String::from_utf8_lossy(&decoded.bytes);
            assert!(text.starts_with(bytes), "{raw}: {text}");
            assert_eq!(decoded.footer, footer.as_bytes(), "{raw}");
            assert_eq!(decoded.odd.is_some(), odd, "{raw}: {:?}", decoded.odd);
            assert!(decoded.bytes.len() <= raw.len(), "{raw}");
        }
        let soft = undo("quoted-printable", b"a=\r\nb \r\nc");
        assert_eq!(&*soft.bytes, b"ab\r\nc");
    }
}
