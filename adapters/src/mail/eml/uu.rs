//! Uuencoded files (POSIX uuencode), which the parser leaves as they are.

/// Whether a transfer encoding means this.
pub(super) fn is_uu(encoding: &str) -> bool {
    let plain = encoding.trim().to_ascii_lowercase();
    matches!(plain.trim_start_matches("x-"), "uuencode" | "uuencoded" | "uue" | "uu")
}

/// The file between `begin 644 name` and `end`, and whether a line has fewer letters than it says;
/// `None` when there is no such frame.
pub(super) fn decode(text: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut lines =
        text.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    lines.by_ref().find(|line| line.starts_with(b"begin "))?;
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let mut short = false;
    for line in lines {
        if line == b"end" {
            break;
        }
        let Some((length, letters)) = line.split_first() else { continue };
        let start = out.len();
        for group in letters.chunks(4) {
            let at = |i: usize| group.get(i).map_or(0, |letter| value(*letter));
            out.push(at(0) << 2 | at(1) >> 4);
            out.push(at(1) << 4 | at(2) >> 2);
            out.push(at(2) << 6 | at(3));
        }
        // No byte is made up that the letters do not say: a line of one letter may claim 63.
        let end = start + usize::from(value(*length));
        short |= out.len() < end;
        out.truncate(end);
    }
    Some((out, short))
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
        assert_eq!(decode(text), Some((b"Cat".to_vec(), false)));
        assert_eq!(decode(b"no frame"), None);
        assert!(is_uu("X-uuencode") && is_uu("uuencode") && !is_uu("base64"));
    }

    #[test]
    fn what_a_line_claims_beyond_its_letters_is_not_made_up() {
        let text = [&b"begin 644 x\n"[..], &b"_\n".repeat(1_000), b"end\n"].concat();
        assert_eq!(decode(&text), Some((Vec::new(), true)));
        let text = [&b"begin 644 x\n"[..], &b"_A\n".repeat(1_000), b"end\n"].concat();
        assert_eq!(decode(&text).map(|(bytes, _)| bytes.len()), Some(3_000));
    }
}
