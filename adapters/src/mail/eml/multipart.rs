//! A body in parts (RFC 2046, 5.1).
//!
//! Own, as mail-parser 0.11.9 takes a boundary in the middle of a line for one, and loses the text
//! from there on. Here a delimiter begins its line and fills it but for blanks and a closing `--`.

use super::text;

/// The parts of a body, and what was odd about them.
#[derive(Default)]
pub(super) struct Parts<'m> {
    pub parts: Vec<&'m [u8]>,
    /// What stands before the first part.
    pub before: &'m [u8],
    /// What follows the last part.
    pub rest: &'m [u8],
    /// A line begins with the delimiter and goes on.
    pub look_alike: bool,
    /// The closing delimiter is missing: the mail may have been cut.
    pub open: bool,
}

/// Cuts a body into its parts; `None` where no line is its delimiter.
pub(super) fn split<'m>(body: &'m [u8], boundary: &str) -> Option<Parts<'m>> {
    let boundary = boundary.trim_end().as_bytes();
    let mut found = Parts { open: true, ..Parts::default() };
    let (mut at, mut start) = (0, None);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let here = at;
        at += line.len();
        let Some(rest) = line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary))
        else {
            continue;
        };
        let rest = rest.trim_ascii();
        if !rest.is_empty() && rest != b"--" {
            found.look_alike = true;
            continue;
        }
        let closes = rest == b"--";
        // Of a boundary of dashes alone a rule in the text can look as the end: the last one is it.
        if closes && boundary.iter().all(|byte| *byte == b'-') && goes_on(&body[at..], boundary) {
            found.look_alike = true;
            continue;
        }
        if start.is_none() {
            found.before = &body[..here];
        }
        found.parts.extend(start.map(|start| without_line_end(&body[start..here])));
        start = Some(at);
        if closes {
            found.open = false;
            found.rest = &body[at..];
            return Some(found);
        }
    }
    // The rest is the last part, where the closing delimiter is missing.
    found.parts.push(&body[start?..]);
    Some(found)
}

impl Parts<'_> {
    /// Whether something stands before the first part, beside what programs write there for old
    /// ones that know no parts.
    pub fn has_preamble(&self) -> bool {
        let known = |said: &str| PREAMBLES.iter().any(|it| it.eq_ignore_ascii_case(said));
        !text::says_nothing(self.before)
            && !std::str::from_utf8(self.before).is_ok_and(|said| known(said.trim()))
    }

    /// Whether something stands after the last part.
    pub fn has_epilogue(&self) -> bool {
        !text::says_nothing(self.rest)
    }
}

const PREAMBLES: [&str; 3] = [
    "This is a multi-part message in MIME format.",
    "This is a multipart message in MIME format.",
    "This is a cryptographically signed message in MIME format.",
];

/// Whether a delimiter follows. Looks no further than to the next, so that many cost no more.
fn goes_on(rest: &[u8], boundary: &[u8]) -> bool {
    let lines = rest.split(|byte| *byte == b'\n');
    let after = |line: &[u8]| {
        let rest = line.strip_prefix(b"--")?.strip_prefix(boundary)?.trim_ascii();
        Some(rest.is_empty() || rest == b"--")
    };
    lines.into_iter().any(|line| after(line).unwrap_or(false))
}

/// The line end before a delimiter belongs to it.
fn without_line_end(part: &[u8]) -> &[u8] {
    let part = part.strip_suffix(b"\n").unwrap_or(part);
    part.strip_suffix(b"\r").unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_delimiter() {
        for (body, boundary, parts) in [
            ("--b\nx\n--b--\n", "b", Some(&["x"][..])),
            ("a\r\n--b \r\nx\r\n--b\t\r\ny\r\n--b-- \r\nz", "b", Some(&["x", "y"])),
            (
                "--b\nviz --b v\n >--b\n --b\n--bx\n--b--\n",
                "b",
                Some(&["viz --b v\n >--b\n --b\n--bx"]),
            ),
            (
                "-----\nx\n-----P\u{16f}vodn\u{ed}-----\ny\n-------\n",
                "---",
                Some(&["x\n-----P\u{16f}vodn\u{ed}-----\ny"]),
            ),
            ("------\nx\n--------\ny\n--------\n", "----", Some(&["x\n--------\ny"])),
            ("--b\nx", "b", Some(&["x"])),
            ("--b\n--b--", "b", Some(&[""])),
            ("--bc\nx", "b", None),
            ("x", "b", None),
            ("", "", None),
        ] {
            let found = split(body.as_bytes(), boundary);
            let texts: Option<Vec<_>> = found.map(|it| {
                it.parts.iter().map(|part| String::from_utf8_lossy(part).into_owned()).collect()
            });
            assert_eq!(
                texts.as_deref(),
                parts
                    .map(|parts| parts.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>())
                    .as_deref(),
                "{body}"
            );
        }
        assert!(split(b"--b\nx\n--bx\n--b--\n", "b").is_some_and(|it| it.look_alike && !it.open));
    }
}
