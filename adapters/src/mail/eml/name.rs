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

/// A name under which a file may be kept: without folders, without letters that nobody sees or that
/// turn the direction of writing, and none that Windows keeps for itself. `None` where nothing is
/// left of it.
pub(super) fn harmless(name: &str) -> Option<String> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let allowed =
        |c: char| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { c };
    let plain: String = base.chars().filter(shown).map(allowed).collect();
    let plain = plain.trim().trim_end_matches(['.', ' ']);
    let stem = plain.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || ["COM", "LPT"].iter().any(|port| {
            let number = stem.strip_prefix(port).unwrap_or_default();
            number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit())
        });
    let name = if device { format!("_{plain}") } else { plain.to_owned() };
    (!name.is_empty()).then(|| shortened(name))
}

/// At most 255 bytes, as file systems take them; the ending stays.
fn shortened(name: String) -> String {
    const MOST: usize = 255;
    if name.len() <= MOST {
        return name;
    }
    let ending = name.rfind('.').map_or("", |at| &name[at..]);
    let ending = if ending.len() <= 20 { ending } else { "" };
    let end = (0..=MOST - ending.len()).rev().find(|at| name.is_char_boundary(*at)).unwrap_or(0);
    format!("{}{ending}", name[..end].trim_end())
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
    fn names_of_files() {
        for (raw, name) in [
            ("foto.jpg", Some("foto.jpg")),
            ("../../../etc/cron.d/x", Some("x")),
            ("D:\\slozka\\x.exe", Some("x.exe")),
            ("a\u{202e}gnp.exe", Some("agnp.exe")),
            ("a\u{200b}\r\n\0.pdf", Some("a.pdf")),
            ("nul", Some("_nul")),
            ("COM1.txt", Some("_COM1.txt")),
            ("aux .tar.gz", Some("_aux .tar.gz")),
            ("communication.txt", Some("communication.txt")),
            ("a.txt:tajny", Some("a.txt_tajny")),
            ("x.pdf. .", Some("x.pdf")),
            ("..", None),
            ("slozka/", None),
            ("", None),
        ] {
            assert_eq!(harmless(raw).as_deref(), name, "{raw}");
        }
        let long = harmless(&format!("{}.pdf", "ž".repeat(300)));
        assert!(long.is_some_and(|name| name.len() <= 255 && name.ends_with("ž.pdf")));
    }

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
