//! Spaces at which no line ends: after words of one letter, between a number and its unit.

/// The space that does not break a line.
const NO_BREAK: char = '\u{a0}';

/// Units that stay with their number, in both languages.
const UNITS: &[&str] = &[
    "%", "‰", "°C", "°", "A", "Ah", "CZK", "EUR", "GB", "Hz", "J", "K", "Kč", "MB", "MPa", "MW",
    "N", "Nm", "Pa", "V", "VA", "W", "Wh", "bar", "cm", "dB", "dm", "dní", "g", "h", "ha", "hod",
    "hod.", "kHz", "kPa", "kV", "kVA", "kW", "kWh", "kg", "km", "ks", "l", "lt", "m", "m²", "m³",
    "min", "min.", "mA", "mV", "mg", "ml", "mm", "ms", "ot", "ot.", "pcs", "s", "t", "€", "Ω",
];

/// At most so many spaces in a row are closed: a word of words must still break somewhere.
const MAX_IN_A_ROW: u32 = 2;

/// The text with U+00A0 for each single space at which a reader would stumble over a line's end.
/// Czech has many words of one letter (`k`, `s`, `v`, `z`, `o`, `u`, `a`, `i`), and sets none of
/// them last in a line.
pub(crate) fn bind(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut closed = 0;
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (word, after) = (&rest[..at], &rest[at + 1..]);
        let next = after.split([' ', '\n', '\t', NO_BREAK]).next().unwrap_or_default();
        let binds = closed < MAX_IN_A_ROW && !next.is_empty() && belong(word, next);
        closed = if binds { closed + 1 } else { 0 };
        out.push_str(word);
        out.push(if binds { NO_BREAK } else { ' ' });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether what stands before a space and what stands after it belong on one line.
fn belong(before: &str, next: &str) -> bool {
    let last = before.rsplit(['\n', '\t', NO_BREAK]).next().unwrap_or_default();
    let mut letters = last.trim_start_matches(['(', '„', '"', '«', '[']).chars();
    let one =
        matches!((letters.next(), letters.next()), (Some(only), None) if only.is_alphabetic());
    // `s r. o.` in a company's name.
    let legal = last == "r." && next.starts_with("o.");
    let number = last.ends_with(|letter: char| letter.is_ascii_digit());
    let unit = next.trim_end_matches([',', ';', ':', ')', '?', '!', '.']);
    let unit = UNITS.contains(&unit) || UNITS.contains(&next);
    one || legal || (number && unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_closed_where_a_reader_would_stumble() {
        let table = [
            // text, bound; the closed space as ~
            ("v rozporu s návodem", "v~rozporu s~návodem"),
            ("(k tomu) a „o tom“", "(k~tomu) a~„o~tom“"),
            ("KOVO spol. s r. o. Praha", "KOVO spol. s~r.~o. Praha"),
            ("1,5 m. a 20 °C, 3 ks", "1,5~m. a~20~°C, 3~ks"),
            ("3 motory, 15 mist", "3 motory, 15 mist"),
            ("i s ním", "i~s~ním"),
            ("a b c d e f", "a~b~c d~e~f"),
            ("a     b", "a     b"),
            ("konec\nk ránu", "konec\nk~ránu"),
            ("10 ", "10 "),
            ("", ""),
        ];
        for (text, bound) in table {
            assert_eq!(bind(text).replace(NO_BREAK, "~"), bound, "{text}");
        }
    }
}
