//! File names of attachments (RFC 2183, RFC 2231), also the ways that are common and wrong.

use super::charset;
use super::transfer::unquote;
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

/// A parameter in the ways of RFC 2231, from the raw header: `name*=`, or split over `name*0*=`,
/// `name*1*=` and so on; `None` when it is there in neither. What it says goes before a plain
/// `name=`, which stands beside it for those who cannot read it (RFC 6266, 4.3). The charset stands
/// in the first piece and holds for all.
pub(super) fn extended(raw: &str, name: &str) -> Option<String> {
    let mut pieces: Vec<(u32, bool, String)> = parameters(raw)
        .into_iter()
        .filter_map(|(key, value)| {
            let rest = key.strip_prefix(name)?.strip_prefix('*')?;
            if rest.is_empty() {
                return Some((0, true, value));
            }
            let encoded = rest.ends_with('*');
            Some((rest.trim_end_matches('*').parse().ok()?, encoded, value))
        })
        .collect();
    pieces.sort();
    let (first, ..) = pieces.first()?;
    if *first != 0 {
        return None;
    }
    let mut charset = None;
    let mut bytes = Vec::new();
    for (number, encoded, value) in &pieces {
        let mut value = value.as_str();
        let mut parts = value.splitn(3, '\'');
        if *number == 0
            && *encoded
            && let (Some(name), Some(_language), Some(rest)) =
                (parts.next(), parts.next(), parts.next())
        {
            charset = Some(name).filter(|name| !name.is_empty());
            value = rest;
        }
        if *encoded {
            unquote(value.as_bytes(), b'%', &mut bytes);
        } else {
            bytes.extend_from_slice(value.as_bytes());
        }
    }
    Some(charset::read(charset, None, &bytes).0)
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
            ("attachment; filename=x.pdf", None),
        ] {
            assert_eq!(extended(raw, "filename").as_deref(), name, "{raw}");
        }
    }
}
