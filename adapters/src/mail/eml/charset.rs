//! Charsets, and code page 852 (DOS Latin 2), which old Czech programs still write.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use std::borrow::Cow;

/// The upper half of code page 852, from 0x80.
const CP852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
                     └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

/// Whether this is a name of code page 852.
pub(super) fn is_cp852(charset: &str) -> bool {
    let name = charset.to_ascii_lowercase();
    matches!(
        name.as_str(),
        "cp852" | "ibm852" | "852" | "dos-852" | "cp-852" | "cspcp852" | "ibm-852"
    )
}

/// Whether anybody here can read it.
pub(super) fn is_known(charset: &str) -> bool {
    let utf8 = charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8");
    utf8 || is_cp852(charset) || charset_decoder(charset.as_bytes()).is_some()
}

/// Bytes of a charset as text; an unknown charset is read as UTF-8.
pub(super) fn decode(charset: &str, bytes: &[u8]) -> String {
    if is_cp852(charset) {
        return bytes.iter().map(|byte| cp852(*byte)).collect();
    }
    match charset_decoder(charset.as_bytes()) {
        Some(decoder) => decoder(bytes),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn cp852(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(place) => CP852.chars().nth(usize::from(place)).unwrap_or('\u{fffd}'),
    }
}

/// Writes encoded words (RFC 2047) of code page 852 anew in UTF-8, so that the parser reads them.
pub(super) fn mend_words(bytes: &[u8]) -> Cow<'_, [u8]> {
    const STARTS: [&[u8]; 3] = [b"=?cp852?", b"=?ibm852?", b"=?852?"];
    let start_at = |at: usize| {
        let rest = bytes.get(at..)?;
        STARTS.iter().find(|start| {
            rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
        })
    };
    let mut out: Vec<u8> = Vec::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(next) = bytes[at..].windows(2).position(|pair| pair == b"=?") {
        let here = at + next;
        at = here + 2;
        let Some(start) = start_at(here) else { continue };
        let Some((word, length)) = word(&bytes[here + start.len()..]) else { continue };
        out.extend_from_slice(&bytes[copied..here]);
        out.extend_from_slice(b"=?utf-8?Q?");
        for byte in word.bytes() {
            if byte.is_ascii_alphanumeric() {
                out.push(byte);
            } else {
                out.extend_from_slice(format!("={byte:02X}").as_bytes());
            }
        }
        out.extend_from_slice(b"?=");
        copied = here + start.len() + length;
        at = copied;
    }
    if copied == 0 {
        return Cow::Borrowed(bytes);
    }
    out.extend_from_slice(&bytes[copied..]);
    Cow::Owned(out)
}

/// The text of `Q?...?=` or `B?...?=` and how many bytes it took.
fn word(rest: &[u8]) -> Option<(String, usize)> {
    let rest = rest.get(..rest.len().min(200))?;
    let end = rest.windows(2).skip(2).position(|pair| pair == b"?=")? + 2;
    let body = rest.get(2..end)?;
    let decoded = match rest.get(..2)? {
        b"Q?" | b"q?" => {
            let spaced: Vec<u8> = body.iter().map(|b| if *b == b'_' { b' ' } else { *b }).collect();
            quoted_printable_decode(&spaced)?
        }
        b"B?" | b"b?" => base64_decode(body)?,
        _ => return None,
    };
    Some((decode("cp852", &decoded), end + 2))
}
