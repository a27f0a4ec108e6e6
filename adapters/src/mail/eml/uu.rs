//! Uuencoded files (POSIX uuencode), which the parser leaves as they are.

/// Whether a transfer encoding means this.
pub(super) fn is_uu(encoding: &str) -> bool {
    let plain = encoding.trim().to_ascii_lowercase();
    matches!(plain.trim_start_matches("x-"), "uuencode" | "uuencoded" | "uue" | "uu")
}

/// A file in its frame.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Framed<'m> {
    pub bytes: Vec<u8>,
    /// A line has fewer letters than it says, or the frame has no end.
    pub short: bool,
    /// What stands before the frame, and after it.
    pub before: &'m [u8],
    pub after: &'m [u8],
}

/// The file between `begin 644 name` and `end`; `None` when there is no such frame.
pub(super) fn decode(text: &[u8]) -> Option<Framed<'_>> {
    let (mut at, mut before) = (0, None);
    let mut found = Framed { bytes: Vec::new(), short: true, before: &[], after: &[] };
    let mut short = false;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        let here = at;
        at += line.len();
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if before.is_none() {
            before = line.starts_with(b"begin ").then(|| &text[..here]);
            continue;
        }
        if line == b"end" {
            (found.short, found.after) = (short, &text[at..]);
            break;
        }
        short |= decode_line(line, &mut found.bytes);
    }
    found.before = before?;
    Some(found)
}

/// Whether the line has fewer letters than it says.
fn decode_line(line: &[u8], out: &mut Vec<u8>) -> bool {
    let Some((length, letters)) = line.split_first() else { return false };
    let start = out.len();
    for group in letters.chunks(4) {
        let at = |i: usize| group.get(i).map_or(0, |letter| value(*letter));
        out.push(at(0) << 2 | at(1) >> 4);
        out.push(at(1) << 4 | at(2) >> 2);
        out.push(at(2) << 6 | at(3));
    }
    // No byte is made up that the letters do not say: a line of one letter may claim 63.
    let end = start + usize::from(value(*length));
    let short = out.len() < end;
    out.truncate(end);
    short
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
        let whole = |text: &'static [u8]| {
            decode(text).map(|it| (it.bytes, it.short, it.before.to_vec(), it.after.to_vec()))
        };
        let frame = b"Text\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nKonec";
        let read = (b"Cat".to_vec(), false, b"Text\r\n".to_vec(), b"Konec".to_vec());
        assert_eq!(whole(frame), Some(read));
        let open = (b"Cat".to_vec(), true, Vec::new(), Vec::new());
        assert_eq!(whole(b"begin 644 cat.txt\n#0V%T"), Some(open));
        assert_eq!(whole(b"no frame"), None);
        assert!(is_uu("X-uuencode") && is_uu("uuencode") && !is_uu("base64"));
    }

    #[test]
    fn what_a_line_claims_beyond_its_letters_is_not_made_up() {
        let bytes = |text: &[u8]| decode(text).map(|it| (it.bytes.len(), it.short));
        let text = [&b"begin 644 x\n"[..], &b"_\n".repeat(1_000), b"end\n"].concat();
        assert_eq!(bytes(&text), Some((0, true)));
        let text = [&b"begin 644 x\n"[..], &b"_A\n".repeat(1_000), b"end\n"].concat();
        assert_eq!(bytes(&text), Some((3_000, true)));
    }
}
