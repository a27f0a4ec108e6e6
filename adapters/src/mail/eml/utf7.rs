//! UTF-7 (RFC 2152).
//!
//! Own, as that of mail-parser 0.11.9 loses the letter that ends a run without its `-`, and keeps
//! the `-` of `+-`.

/// Text from UTF-7; what is none becomes U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'+' {
            out.push(if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER });
            continue;
        }
        let length = rest.iter().take_while(|byte| value(**byte).is_some()).count();
        let (run, after) = rest.split_at(length);
        let absorbed = after.strip_prefix(b"-");
        rest = absorbed.unwrap_or(after);
        if run.is_empty() {
            out.push('+');
        } else {
            letters(run, &mut out);
        }
    }
    out
}

/// The letters of a run: units of UTF-16, six bits in each sign; what is left over is filling.
fn letters(run: &[u8], out: &mut String) {
    let (mut bits, mut held) = (0_u32, 0_u32);
    let units = run.iter().filter_map(|byte| value(*byte)).filter_map(|six| {
        bits = bits << 6 | six;
        held += 6;
        let unit = held.checked_sub(16)?;
        held = unit;
        u16::try_from(bits >> unit & 0xffff).ok()
    });
    let lost = char::REPLACEMENT_CHARACTER;
    let letters: String =
        char::decode_utf16(units.collect::<Vec<_>>()).map(|it| it.unwrap_or(lost)).collect();
    // Filling is less than one sign, and all zero.
    let whole = held < 6 && bits & ((1 << held) - 1) == 0;
    out.push_str(&letters);
    out.extend((!whole).then_some(lost));
}

fn value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn letters_and_runs() {
        for (bytes, text) in [
            ("+AQw. 5, k+AW8BSA - pes", "Č. 5, kůň - pes"),
            ("+AQw-. +AQw- +AQw--", "Č. Č Č-"),
            ("1 +- 1, +-+-, C+-+-", "1 + 1, ++, C++"),
            ("+2D3eAQ-", "\u{1f601}"),
            ("+2D0-", "\u{fffd}"),
            ("+AQ-", "\u{fffd}"),
            ("+AQx-", "Č\u{fffd}"),
            ("a +. b", "a +. b"),
            ("+", "+"),
            ("+AQw", "Č"),
            ("+AOEA4Q-", "áá"),
            ("", ""),
        ] {
            assert_eq!(decode(bytes.as_bytes()), text, "{bytes}");
        }
        assert_eq!(decode(b"a\xe1"), "a\u{fffd}");
    }
}
