//! Files that somebody hands over: what their names may be, and whether they are what they say.

/// The most bytes of a file's name, as file systems take them.
pub const MAX_NAME_BYTES: usize = 255;

/// A name under which a file may be kept: without folders, without letters that nobody sees or that
/// turn the direction of writing, and none that Windows keeps for itself. `None` where nothing is
/// left of it.
///
/// ```
/// use callout_core::file::harmless;
/// assert_eq!(harmless("../../etc/štítek.png").as_deref(), Some("štítek.png"));
/// assert_eq!(harmless(".."), None);
/// ```
pub fn harmless(name: &str) -> Option<String> {
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
    if name.len() <= MAX_NAME_BYTES {
        return name;
    }
    let ending = name.rfind('.').map_or("", |at| &name[at..]);
    let ending = if ending.len() <= 20 { ending } else { "" };
    let end = (0..=MAX_NAME_BYTES - ending.len())
        .rev()
        .find(|at| name.is_char_boundary(*at))
        .unwrap_or(0);
    format!("{}{ending}", name[..end].trim_end())
}

/// The media types of pictures that are taken.
pub const PICTURES: &[&str] =
    &["image/png", "image/jpeg", "image/gif", "image/webp", "image/heic", "image/heif"];

/// The media type of a picture as it is registered: in small letters, and `image/jpeg` for the
/// `image/jpg` that many programs say (RFC 6838, 4.2; RFC 2046, 4.2).
///
/// ```
/// use callout_core::file::registered;
/// assert_eq!(registered("image/JPG"), "image/jpeg");
/// assert_eq!(registered("image/png"), "image/png");
/// ```
pub fn registered(media_type: &str) -> String {
    match media_type.to_ascii_lowercase().as_str() {
        "image/jpg" => "image/jpeg".to_owned(),
        other => other.to_owned(),
    }
}

/// So many bytes at the beginning of a file tell what it is.
pub(crate) const TELLING: usize = 16;

/// Whether a file begins as a picture of its media type does. Text and empty files do not, nor does
/// SVG, which is a program as well as a picture. The first sixteen bytes are enough.
///
/// ```
/// use callout_core::file::is_picture;
/// assert!(is_picture(b"GIF89a\x01\0", "image/gif"));
/// assert!(!is_picture(b"GIF89a\x01\0", "image/png"));
/// ```
pub fn is_picture(begins: &[u8], media_type: &str) -> bool {
    let brand = begins.strip_prefix(b"\0\0\0").and_then(|rest| rest.get(1..9));
    let brand = brand.and_then(|rest| rest.strip_prefix(b"ftyp"));
    match media_type {
        "image/png" => begins.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => begins.starts_with(b"\xff\xd8\xff"),
        "image/gif" => begins.starts_with(b"GIF87a") || begins.starts_with(b"GIF89a"),
        "image/webp" => begins.starts_with(b"RIFF") && begins.get(8..12) == Some(b"WEBP"),
        // ISO 23008-12, 10.2: still pictures and sequences of them.
        "image/heic" | "image/heif" => brand.is_some_and(|brand| {
            [b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"]
                .iter()
                .any(|known| brand == known.as_slice())
        }),
        _ => false,
    }
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
        let ending = |bytes: usize| format!("{}.pdf", "a".repeat(bytes - 4));
        for (bytes, kept) in [(254, 254), (255, 255), (256, 255), (600, 255)] {
            assert_eq!(harmless(&ending(bytes)), Some(ending(kept)), "{bytes}");
        }
        let long = harmless(&format!("{}.pdf", "ž".repeat(300)));
        assert!(long.is_some_and(|name| name.len() == 254 && name.ends_with("ž.pdf")));
    }

    #[test]
    fn pictures_begin_as_they_say() {
        for (begins, media_type) in [
            (&b"\x89PNG\r\n\x1a\n\0\0"[..], "image/png"),
            (b"\xff\xd8\xff\xe0\0\x10", "image/jpeg"),
            (b"GIF89a\x01\0", "image/gif"),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0", "image/heif"),
        ] {
            let said = PICTURES.iter().filter(|it| is_picture(begins, it)).count();
            assert!(is_picture(begins, media_type), "{media_type}");
            assert!(said == 1 || media_type.starts_with("image/he"), "{media_type}");
            assert!(!is_picture(&begins[..3.min(begins.len() - 1)], media_type) || said == 1);
        }
        for begins in [&b""[..], b"text", b"<svg onload=\"x()\">", b"MZ", b"%PDF-1.4"] {
            assert!(!PICTURES.iter().any(|media_type| is_picture(begins, media_type)));
        }
        assert!(!is_picture(b"<svg", "image/svg+xml"));
    }
}
