//! What is told about a file, in bounds.

use callout_core::calendar::{Note, NoteKind};
use std::collections::BTreeSet;

/// The most notes of either kind; a file with more faults is told by its first ones.
const MAX_NOTES: usize = 200;
/// The most letters that a note repeats.
const MAX_DETAIL: usize = 80;

#[derive(Default)]
pub(super) struct Notes {
    odd: Vec<Note>,
    lost: Vec<Note>,
    told: BTreeSet<(NoteKind, String)>,
    untold: (u32, u32),
}

impl Notes {
    pub(super) fn tell(&mut self, kind: NoteKind, line: u32, detail: &str) {
        let detail: String = detail.chars().take(MAX_DETAIL).collect();
        self.push(Note { kind, line, detail });
    }

    /// What many lines may be to blame for is told at the first.
    pub(super) fn once(&mut self, kind: NoteKind, line: u32, detail: &str) {
        let short: String = detail.chars().take(MAX_DETAIL).collect();
        if self.told.len() < MAX_NOTES && self.told.insert((kind, short)) {
            self.tell(kind, line, detail);
        }
    }

    fn push(&mut self, note: Note) {
        let (list, untold) = if note.kind.loses() {
            (&mut self.lost, &mut self.untold.1)
        } else {
            (&mut self.odd, &mut self.untold.0)
        };
        if list.len() < MAX_NOTES { list.push(note) } else { *untold += 1 }
    }

    pub(super) fn add(&mut self, other: Notes) {
        other.odd.into_iter().chain(other.lost).for_each(|note| self.push(note));
        self.untold.0 += other.untold.0;
        self.untold.1 += other.untold.1;
    }

    /// What was odd, and what was lost.
    pub(super) fn done(mut self) -> (Vec<Note>, Vec<Note>) {
        let (odd, lost) = self.untold;
        if odd + lost > 0 {
            let detail = format!("{odd} notes about what was odd, {lost} about what was lost");
            self.lost.push(Note { kind: NoteKind::TooMany, line: 0, detail });
        }
        (self.odd, self.lost)
    }
}
