//! File names of attachments (RFC 2183, RFC 2231), also the ways that are common and wrong.

use super::charset;
use mail_parser::{HeaderValue, parsers::MessageStream};

/// Decodes encoded words (RFC 2047) where they should not stand, as in quoted file names.
pub(super) fn decoded(text: &str) -> String {
    if !text.contains("=?") {
        return text.to_owned();
    }
    let line = format!("{text}\n");
    match MessageStream::new(line.as_bytes()).parse_unstructured() {
        HeaderValue::Text(text) => text.into_owned(),
        _ => text.to_owned(),
    }
}

/// A parameter that is split over `name*0*=`, `name*1*=` and so on, from the raw header; `None`
/// when it is not split. The charset stands in the first piece and holds for all.
pub(super) fn split_parameter(raw: &str, name: &str) -> Option<String> {
    let mut pieces: Vec<(u32, bool, String)> = parameters(raw)
        .into_iter()
        .filter_map(|(key, value)| {
            let rest = key.strip_prefix(name)?.strip_prefix('*')?;
            let encoded = rest.ends_with('*');
            Some((rest.trim_end_matches('*').parse().ok()?, encoded, value))
        })
        .collect();
    pieces.sort();
    let (first, ..) = pieces.first()?;
    if *first != 0 {
        return None;
    }
    let mut charset = String::new();
    let mut bytes = Vec::new();
    for (number, encoded, value) in &pieces {
        let mut value = value.as_str();
        if *number == 0 && *encoded {
            let mut parts = value.splitn(3, '\'');
            let (name, _language, rest) = (parts.next()?, parts.next()?, parts.next()?);
            charset = name.to_owned();
            value = rest;
        }
        if *encoded {
            percent_decode(value.as_bytes(), &mut bytes);
        } else {
            bytes.extend_from_slice(value.as_bytes());
        }
    }
    Some(charset::decode(&charset, &bytes))
}

/// The parameters of a header: keys in lower case, quotes taken off.
fn parameters(raw: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut item = String::new();
    let (mut quoted, mut escaped) = (false, false);
    for letter in raw.chars().chain(std::iter::once(';')) {
        match letter {
            _ if escaped => {
                item.push(letter);
                escaped = false;
            }
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '\r' | '\n' => {}
            ';' if !quoted => {
                if let Some((key, value)) = item.split_once('=') {
                    found.push((key.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                item.clear();
            }
            _ => item.push(letter),
        }
    }
    found
}

fn percent_decode(text: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let hex = text.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(value) if *byte == b'%' => {
                out.push(value);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
}
