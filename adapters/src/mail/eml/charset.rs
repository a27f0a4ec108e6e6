//! Charsets: what a label means, and which one it is where the label is wrong or missing.

use super::utf7;
use mail_parser::decoders::charsets::DecoderFnc;
use mail_parser::decoders::charsets::map::charset_decoder;

/// The upper half of code page 852 (DOS Latin 2), which old Czech programs still write.
const CP852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
                     └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

/// The upper half of Mac OS Central European.
const MAC_CE: &str = "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ\
                      ņŃ¬√ńŇ∆«»…\u{a0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ";

/// Letters of Czech, Slovak and German.
const FREQUENT: &str = "áäčďéěëíľĺňóôöřŕšťúůüýžßÁÄČĎÉĚÍĽĹŇÓÔÖŘŔŠŤÚŮÜÝŽ§°–„“”‚‘’…€\u{a0}";

/// A charset that somebody here can read.
#[derive(Clone, Copy)]
pub(super) enum Charset {
    Utf8,
    Utf7,
    Ascii,
    Table(&'static str),
    /// One of the parser's, and whether each of its letters is one byte.
    Parsers(DecoderFnc, bool),
}

/// What a label means; `None` where nobody here knows it.
pub(super) fn known(label: &str) -> Option<Charset> {
    let plain = label.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
    let short: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    match short.as_str() {
        "utf8" | "unicode11utf8" | "unicode20utf8" | "xunicode20utf8" | "utf8mb4" | "cp65001"
        | "65001" => return Some(Charset::Utf8),
        "utf7" | "unicode11utf7" | "unicode20utf7" | "xunicode20utf7" | "csutf7" | "cp65000" => {
            return Some(Charset::Utf7);
        }
        // The parser knows these names, and makes one lost letter of the whole text.
        "iso2022kr" | "csiso2022kr" | "iso2022cn" | "iso2022cnext" | "hz" | "hzgb2312"
        | "replacement" => return None,
        "usascii" | "ascii" | "ansix341968" | "iso646us" | "us" | "default" | "unknown8bit"
        | "xunknown" | "unknown" | "8bit" | "7bit" | "ansi" => return Some(Charset::Ascii),
        "cp852" | "ibm852" | "852" | "dos852" | "cspcp852" | "pcp852" | "xcp852" | "latin2dos" => {
            return Some(Charset::Table(CP852));
        }
        "xmacce"
        | "macce"
        | "maclatin2"
        | "cp10029"
        | "10029"
        | "xmaccentraleurroman"
        | "maccentraleurope"
        | "xmaccentraleurope" => return Some(Charset::Table(MAC_CE)),
        _ => {}
    }
    let windows = ["windows", "win", "cp", "xcp", "mscp", "xwindows", "ms", "xwin", "cswindows"]
        .iter()
        .find_map(|prefix| short.strip_prefix(prefix))
        .unwrap_or(&short);
    let iso = ["iso8859", "xiso8859", "8859", "isoir8859", "iso88590"]
        .iter()
        .find_map(|prefix| short.strip_prefix(prefix));
    let digits = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    let name = match (windows, iso) {
        ("1250" | "1251" | "1252" | "1253" | "1254" | "1255" | "1256" | "1257" | "1258", _) => {
            format!("windows-{windows}")
        }
        ("ee", _) => "windows-1250".to_owned(),
        (_, Some(number)) if (1..=2).contains(&number.len()) && digits(number) => {
            format!("iso-8859-{number}")
        }
        // Written from the right, by who reads it or already by who wrote it.
        (_, Some("6i" | "6e")) => "iso-8859-6".to_owned(),
        (_, Some("8i" | "8e")) => "iso-8859-8".to_owned(),
        _ => other_name(&short, windows).map_or(plain, str::to_owned),
    };
    let decoder = charset_decoder(name.as_bytes()).or_else(|| charset_decoder(short.as_bytes()))?;
    let single = name.starts_with("windows-125") || name.starts_with("iso-8859-");
    Some(Charset::Parsers(decoder, single))
}

/// The name of a code page of Windows, as its programs number charsets.
pub(super) fn of_code_page(page: u32) -> String {
    match page {
        20_127 => "us-ascii".to_owned(),
        20_866 => "koi8-r".to_owned(),
        21_866 => "koi8-u".to_owned(),
        28_591..=28_606 => format!("iso-8859-{}", page - 28_590),
        50_220..=50_222 => "iso-2022-jp".to_owned(),
        51_932 => "euc-jp".to_owned(),
        51_949 => "euc-kr".to_owned(),
        54_936 => "gb18030".to_owned(),
        _ => format!("cp{page}"),
    }
}

/// What the parser calls a charset that other programs call otherwise.
fn other_name(short: &str, windows: &str) -> Option<&'static str> {
    let name = match short {
        "latin1" => "iso-8859-1",
        "latin2" => "iso-8859-2",
        "maccyrillic" | "xmaccyrillic" | "cp10007" | "10007" => "x-mac-cyrillic",
        "macroman" | "cp10000" | "10000" => "macintosh",
        "uhc" | "ksc56011992" => "windows-949",
        "eucgb2312cn" | "euccn" => "gb2312",
        "eucjpms" | "eucjp" => "euc-jp",
        "euckr" => "euc-kr",
        "ibm866" => "cp866",
        "ibm874" => "windows-874",
        _ => match windows {
            "874" => "windows-874",
            "31j" | "932" => "windows-31j",
            "936" => "gbk",
            "949" => "windows-949",
            "950" => "big5",
            "866" => "cp866",
            "850" => "cp850",
            _ => return None,
        },
    };
    Some(name)
}

impl Charset {
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Charset::Utf8 | Charset::Ascii => String::from_utf8_lossy(bytes).into_owned(),
            Charset::Utf7 => utf7::decode(bytes),
            Charset::Table(upper) => {
                let upper: Vec<char> = upper.chars().collect();
                let letter = |byte: &u8| match byte.checked_sub(0x80) {
                    None => char::from(*byte),
                    Some(place) => upper.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
                };
                bytes.iter().map(letter).collect()
            }
            Charset::Parsers(decoder, _) => decoder(bytes),
        }
    }

    /// Whether its letters are single bytes, so that UTF-8 under its name makes no sense.
    fn is_single(self) -> bool {
        matches!(self, Charset::Ascii | Charset::Table(_) | Charset::Parsers(_, true))
    }
}

/// Bytes as text, and what was odd about their charset.
pub(super) fn read(
    label: Option<&str>,
    inner: Option<&str>,
    bytes: &[u8],
) -> (String, Option<String>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let charset = label.map(known);
    let unknown = || label.map(|label| format!("the charset {label:.40} of the text is not known"));
    if matches!(charset, Some(None) | None | Some(Some(Charset::Ascii | Charset::Utf8)))
        && bytes.is_ascii()
        && !bytes.contains(&0x1b)
    {
        let odd = if let Some(None) = charset { unknown() } else { None };
        return (String::from_utf8_lossy(bytes).into_owned(), odd);
    }
    let charset = charset.flatten();
    // Letters of one byte each hardly ever make sound UTF-8 by chance.
    if charset.is_none_or(Charset::is_single)
        && !bytes.is_ascii()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        let odd = match (charset, label) {
            (None, Some(_)) => unknown(),
            (_, Some(label)) => {
                Some(format!("the text is in UTF-8, not in {label:.40} as it says"))
            }
            _ => None,
        };
        return (text.to_owned(), odd);
    }
    if let Some(charset) = charset.filter(|charset| !matches!(charset, Charset::Ascii)) {
        let text = charset.decode(bytes);
        if !is_broken(&text, charset.is_single()) {
            let odd = text.contains('\u{fffd}').then(|| LOST.to_owned());
            return (text, odd);
        }
    }
    let (mut text, name) = guessed(inner, bytes);
    if name.is_none()
        && let Some(charset) = charset
    {
        text = charset.decode(bytes);
    }
    let said = label.map_or("names no charset".to_owned(), |label| format!("says {label:.40}"));
    let odd = match name {
        Some(name) => format!("the text {said}; it was read as {name}"),
        None if charset.is_none() && label.is_some() => unknown().unwrap_or_default(),
        None => LOST.to_owned(),
    };
    (text, Some(odd))
}

/// What stands where a letter is missing.
pub(super) const NO_LETTER: char = '\u{fffd}';

const LOST: &str = "the text has letters that its charset does not have";

/// Whether text has what no writer writes. Where letters have several bytes, most of a text with a
/// few bad ones is right.
fn is_broken(text: &str, single: bool) -> bool {
    let (mut lost, mut sound) = (0_usize, 0_usize);
    for letter in text.chars() {
        match letter {
            '\u{fffd}' => lost += 1,
            '\u{80}'..='\u{9f}' => lost += 1,
            letter if !letter.is_ascii() => sound += 1,
            _ => {}
        }
    }
    if single { lost > 0 } else { lost > sound }
}

/// What a page says of itself, else the charset in which the letters are those that people write;
/// with its name, or `None` where no such is found.
fn guessed(inner: Option<&str>, bytes: &[u8]) -> (String, Option<String>) {
    if let Some((name, charset)) = inner.and_then(|name| Some((name, known(name)?)))
        && !matches!(charset, Charset::Utf8 | Charset::Utf7 | Charset::Ascii)
    {
        let text = charset.decode(bytes);
        if !is_broken(&text, charset.is_single()) {
            return (text, Some(format!("{name:.40}")));
        }
    }
    let upper: Vec<u8> =
        bytes.iter().filter(|byte| !byte.is_ascii()).take(4_000).copied().collect();
    let likely = ["windows-1250", "iso-8859-2", "cp852"].into_iter().filter_map(|name| {
        let charset = known(name)?;
        let text = charset.decode(&upper);
        let right = text.chars().filter(|letter| FREQUENT.contains(*letter)).count();
        (right > 0 && right * 10 >= upper.len() * 7).then_some((right, name, charset))
    });
    // The first of equals.
    let best = likely.reduce(|best, next| if next.0 > best.0 { next } else { best });
    match best {
        Some((_, name, charset)) => (charset.decode(bytes), Some(name.to_owned())),
        None => (String::from_utf8_lossy(bytes).into_owned(), None),
    }
}

/// The charset that a page names in its own head: `<meta charset=windows-1250>`.
pub(super) fn of_page(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(4_096))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head).into_owned();
    let metas = head.split("<meta").skip(1).filter_map(|rest| rest.split('>').next());
    metas.filter_map(|tag| tag.split("charset").nth(1)).find_map(|rest| {
        let rest = rest.trim_start().strip_prefix('=')?;
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/');
        let name = rest.trim_start_matches(['"', '\'', ' ']).split(ends).next()?;
        (!name.is_empty()).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_have_names() {
        for (page, bytes, text) in [
            (1250, &b"\xe8"[..], "č"),
            (20_127, b"a", "a"),
            (20_866, b"\xc1", "а"),
            (21_866, b"\xa4", "є"),
            (28_591, b"\xe8", "è"),
            (28_592, b"\xe8", "č"),
            (28_605, b"\xa4", "€"),
            (50_220, b"\x1b$B8N>c\x1b(B", "故障"),
            (51_932, b"\xb8\xce\xbe\xe3", "故障"),
            (54_936, b"\xb9\xca", "故"),
            (65_001, "č".as_bytes(), "č"),
            (10_029, b"\x89", "Č"),
            (852, b"\x9f", "č"),
        ] {
            let charset = known(&of_code_page(page));
            assert_eq!(charset.map(|it| it.decode(bytes)).as_deref(), Some(text), "{page}");
        }
    }

    const WINDOWS: &[u8] = b"\xc8erpadlo v d\xedln\xec";

    #[test]
    fn labels_as_they_are_written() {
        for label in [
            "windows1250",
            "win-1250",
            "cp-1250",
            "ms-ee",
            "x-cp1250",
            "WINDOWS_1250",
            "\"cp1250\"",
        ] {
            assert_eq!(
                read(Some(label), None, WINDOWS),
                ("Čerpadlo v dílně".into(), None),
                "{label}"
            );
        }
        for label in ["latin-2", "8859_2", "iso8859-2", "ISO_8859-2:1987", "l2", "iso-8859-2"] {
            assert_eq!(read(Some(label), None, b"\xb9\xbb\xbe"), ("šťž".into(), None), "{label}");
        }
        for label in ["x-mac-ce", "maclatin2", "X-MAC-CENTRALEURROMAN"] {
            assert_eq!(
                read(Some(label), None, b"\x8b\xde\xec\xe4"),
                ("čřžš".into(), None),
                "{label}"
            );
        }
        assert_eq!(read(Some("cp-852"), None, b"\xa7\x9f\xe5"), ("žčň".into(), None));
        assert_eq!(MAC_CE.chars().count() + CP852.chars().count(), 256);
    }

    /// What each name means, by a word that has other bytes in all others; UTF-8 of it is told.
    #[test]
    fn charsets_of_other_writings() {
        for (labels, bytes, text) in [
            (
                &["iso-8859-8-i", "ISO8859-8I", "iso-8859-8-e", "csISO88598I"][..],
                &b"\xee\xe3\xe7\xf1"[..],
                "מדחס",
            ),
            (&["iso-8859-6-i"], b"\xd9\xd7\xc7\xe4", "عطال"),
            (
                &["cp949", "949", "ms949", "uhc", "ks_c_5601-1987", "euc-kr"],
                b"\xb0\xed\xc0\xe5",
                "고장",
            ),
            (
                &["cp932", "ms932", "932", "windows-31j", "cswindows31j", "x-sjis"],
                b"\x8c\xcc\x8f\xe1",
                "故障",
            ),
            (&["cp936", "936", "ms936", "euc-cn"], b"\xb9\xca\xd5\xcf", "故障"),
            (&["cp950", "950", "big5"], b"\xac\x47\xbb\xd9", "故障"),
            (&["mac-cyrillic", "x-mac-cyrillic", "MacCyrillic"], b"\x8a\xee\xec\xef", "Комп"),
            (&["cp874", "874", "windows-874", "ibm874", "tis-620"], b"\xe0\xca\xd5\xc2", "เสีย"),
            (&["cp866", "ibm866", "866"], b"\x8a\xae\xac\xaf", "Комп"),
            (&["utf-7", "UTF7", "unicode-1-1-utf-7"], b"k+AW8BSA, +-", "kůň, +"),
        ] {
            for label in labels {
                assert_eq!(read(Some(label), None, bytes), (text.into(), None), "{label}");
            }
        }
        for (label, bytes) in [
            ("cp857", &b"\x8d\x98"[..]),
            ("iso-2022-kr", b"\x1b$)C\x0e0m@e\x0f"),
            ("hz-gb-2312", b"~{9JUO~}"),
        ] {
            let (text, odd) = read(Some(label), None, bytes);
            assert!(text.len() >= bytes.len(), "{label}");
            assert_eq!(odd, Some(format!("the charset {label} of the text is not known")));
        }
    }

    #[test]
    fn wrong_and_missing_labels() {
        let utf8 = "Dobrý den".as_bytes();
        for (label, bytes, text, odd) in [
            (Some("us-ascii"), utf8, "Dobrý den", true),
            (None, utf8, "Dobrý den", false),
            (Some("windows-1250"), utf8, "Dobrý den", true),
            (Some("us-ascii"), WINDOWS, "Čerpadlo v dílně", true),
            (None, WINDOWS, "Čerpadlo v dílně", true),
            (Some("utf-8"), WINDOWS, "Čerpadlo v dílně", true),
            (Some("iso-8859-2"), b"v\x9eda \x9aroub\xf9", "vžda šroubů", true),
            (None, b"\xb9roub \xbeeleza a p\xf8\xedklad", "šroub železa a příklad", true),
            (Some("klingon"), b"x", "x", true),
            (Some("utf-8"), b"P\xc5\x99\xc3\xadliv \xc5\xbe\xff", "Příliv ž\u{fffd}", true),
            (Some("windows-1252"), b"caf\xe9", "café", false),
            (Some("us-ascii"), b"x", "x", false),
        ] {
            let (read, noted) = read(label, None, bytes);
            assert_eq!((read.as_str(), noted.is_some()), (text, odd), "{label:?} {noted:?}");
        }
        let page =
            b"<html><head><META http-equiv=x content=\"text/html; charset=koi8-r\"></head>\xd1";
        assert_eq!(of_page(page).as_deref(), Some("koi8-r"));
        assert!(read(None, Some("koi8-r"), page).0.ends_with('я'));
        assert_eq!(of_page(b"<meta charset=\"windows-1250\"/>").as_deref(), Some("windows-1250"));
    }
}
