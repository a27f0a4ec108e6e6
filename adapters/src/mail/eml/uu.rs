//! Uuencoded files (POSIX uuencode), which the parser leaves as they are.

/// Whether a transfer encoding means this.
pub(super) fn is_uu(encoding: &str) -> bool {
    let plain = encoding.trim().to_ascii_lowercase();
    matches!(plain.trim_start_matches("x-"), "uuencode" | "uuencoded" | "uue" | "uu")
}

/// The file between `begin 644 name` and `end`; `None` when there is no such frame.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut lines =
        text.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    lines.by_ref().find(|line| line.starts_with(b"begin "))?;
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    for line in lines {
        if line == b"end" {
            break;
        }
        let Some((length, letters)) = line.split_first() else { continue };
        let length = usize::from(value(*length));
        let start = out.len();
        for group in letters.chunks(4) {
            let at = |i: usize| group.get(i).map_or(0, |letter| value(*letter));
            out.push(at(0) << 2 | at(1) >> 4);
            out.push(at(1) << 4 | at(2) >> 2);
            out.push(at(2) << 6 | at(3));
        }
        out.resize(start + length, 0);
    }
    Some(out)
}

/// Six bits of a printable letter; space and backquote are zero.
fn value(letter: u8) -> u8 {
    letter.wrapping_sub(b' ') & 0x3f
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_its_frame() {
        let text = b"begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n";
        assert_eq!(decode(text).as_deref(), Some(&b"Cat"[..]));
        assert_eq!(decode(b"no frame"), None);
        assert!(is_uu("X-uuencode") && is_uu("uuencode") && !is_uu("base64"));
    }
}
