//! The content lines of a file, their folds undone (RFC 5545 3.1).

use super::letters::letters;
use super::notes::Notes;
use callout_core::calendar::NoteKind;

/// The most bytes of one line; a description of more is cut anyway.
const MAX_LINE: usize = 1 << 20;

pub(super) struct Lines<'b> {
    rest: &'b [u8],
    number: u32,
}

impl<'b> Lines<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Lines { rest: bytes, number: 0 }
    }

    /// The next line that is not empty, with its number. Folds are undone before the bytes become
    /// letters: some programs fold in the middle of one.
    pub(super) fn next(&mut self, notes: &mut Notes) -> Option<(u32, String)> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let mut line = self.piece(notes).to_vec();
            let number = self.number;
            while let [b' ' | b'\t', rest @ ..] = self.rest {
                self.rest = rest;
                let piece = self.piece(notes);
                if line.len() + piece.len() > MAX_LINE {
                    notes.once(NoteKind::TextCut, number, "a line");
                } else {
                    line.extend_from_slice(piece);
                }
            }
            if line.len() > MAX_LINE {
                notes.once(NoteKind::TextCut, number, "a line");
                line.truncate(MAX_LINE);
                // Not in the middle of a letter, which would make the others guesses.
                while line.last().is_some_and(|byte| !byte.is_ascii()) {
                    line.pop();
                }
            }
            let text = letters(line, number, notes);
            if !text.trim().is_empty() {
                return Some((number, text));
            }
        }
    }

    /// Up to the end of a line in the file, which ends with CRLF, LF or CR.
    fn piece(&mut self, notes: &mut Notes) -> &'b [u8] {
        self.number = self.number.saturating_add(1);
        let end = self.rest.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
        let (piece, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\n', rest @ ..] => rest,
            // Some write two before the line feed, by writing a text as a text twice.
            [b'\r', b'\r', b'\n', rest @ ..] => rest,
            [b'\r', rest @ ..] => {
                notes.once(NoteKind::LineEnds, self.number, "");
                rest
            }
            _ => rest,
        };
        piece
    }
}
