//! What a message may cost, counted before it is parsed.

use callout_core::correspondence::MailFault;
use callout_core::error::Error;

/// Each of these costs the parser memory far beyond its bytes.
const MOST_HEADERS: u64 = 50_000;
const MOST_PARTS: u64 = 50_000;
const MOST_MESSAGES: u64 = 1_000;

/// Counts header lines, lines that could begin a part, and messages inside.
pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
    let (mut headers, mut parts, mut messages) = (0, 0, 0);
    let mut in_head = true;
    // After the head of a message/rfc822 part comes another head.
    let mut head_follows = false;
    for line in bytes.split(|b| *b == b'\n') {
        let blank = line.is_empty() || line == b"\r";
        if line.starts_with(b"--") {
            parts += 1;
            (in_head, head_follows) = (true, false);
        } else if blank {
            in_head = in_head && head_follows;
            head_follows = false;
        } else if in_head {
            headers += 1;
            if mentions_message(line) {
                messages += 1;
                head_follows = true;
            }
        }
    }
    for (what, count, most) in [
        ("headers", headers, MOST_HEADERS),
        ("parts", parts, MOST_PARTS),
        ("messages", messages, MOST_MESSAGES),
    ] {
        if count > most {
            return Err(MailFault::TooComplex { what: what.to_owned(), count, most }.into());
        }
    }
    Ok(())
}

/// A line with a type that makes the parser open another message.
fn mentions_message(line: &[u8]) -> bool {
    let found = |word: &[u8]| line.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    line.len() < 2000 && (found(b"message") || found(b"digest"))
}
