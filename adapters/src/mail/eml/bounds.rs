//! What a message may cost: counted before it is parsed, and while what it holds is decoded.

use super::notes::Notes;
use callout_core::error::Error;
use callout_core::letter::MailFault;

/// Each of these costs the parser memory far beyond its bytes.
const MAX_HEADERS: u64 = 50_000;
const MAX_PARTS: u64 = 50_000;
const MAX_MESSAGES: u64 = 1_000;

/// How deep parts may lie inside parts: each level is looked through once more.
const MAX_NESTED: usize = 50;
/// The most bytes of all decoded files of a message, those of messages in it included: a message
/// that lies in a message is there twice. No file is longer than its mail.
const MAX_FILES: usize = 64 * 1024 * 1024;
/// The most bytes of text: a letter has some thousands, and each is in memory several times while
/// a page is read.
pub(super) const MAX_TEXT: usize = 4 * 1024 * 1024;
/// The most bytes of one head: a long one has some ten thousand.
const MAX_HEAD: usize = 2 * 1024 * 1024;

/// So many messages inside one, at all depths together.
const MAX_INNER: usize = 500;

/// What is still free of all that, for a message and the messages inside it.
pub(super) struct Room {
    files: usize,
    text: usize,
    depth: usize,
    messages: usize,
}

impl Room {
    pub fn new() -> Room {
        Room { files: MAX_FILES, text: MAX_TEXT, depth: 0, messages: MAX_INNER }
    }

    /// Whether there is room for one more message inside, of all that the mail holds at any depth.
    pub fn message(&mut self) -> bool {
        let free = self.messages > 0;
        self.messages = self.messages.saturating_sub(1);
        free
    }

    /// Whether there is room for one more level of parts; if so, it comes back when it is done.
    pub fn goes_deeper(&mut self) -> bool {
        let free = self.depth < MAX_NESTED;
        self.depth += usize::from(free);
        free
    }

    pub fn comes_back(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// As much of a text as there is room for.
    pub fn text<'m>(&mut self, bytes: &'m [u8], notes: &mut Notes) -> &'m [u8] {
        let taken = bytes.get(..bytes.len().min(self.text)).unwrap_or_default();
        self.text -= taken.len();
        if taken.len() < bytes.len() {
            notes.lost(format!("only the first {MAX_TEXT} bytes of text were read"));
        }
        taken
    }

    /// Takes the room that a file wants; what is odd about it otherwise.
    pub fn file(&mut self, bytes: usize) -> Result<(), String> {
        if bytes > self.files {
            return Err(format!(
                "a file of {bytes} bytes was left out, all together may have {MAX_FILES}"
            ));
        }
        self.files -= bytes;
        Ok(())
    }
}

/// A head as far as it is read, to the end of a line if there is one.
pub(super) fn head<'m>(head: &'m [u8], notes: &mut Notes) -> &'m [u8] {
    let Some(most) = head.get(..MAX_HEAD).filter(|most| most.len() < head.len()) else {
        return head;
    };
    notes.lost(format!("only the first {MAX_HEAD} bytes of the headers were read"));
    let end = most.iter().rposition(|byte| *byte == b'\n').map_or(MAX_HEAD, |at| at + 1);
    &most[..end]
}

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
        ("headers", headers, MAX_HEADERS),
        ("parts", parts, MAX_PARTS),
        ("messages", messages, MAX_MESSAGES),
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
