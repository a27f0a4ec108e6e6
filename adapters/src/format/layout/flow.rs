//! Filling pages with pieces.

use super::display::Page;
use super::frame::Frame;
use super::piece::Piece;
use super::style::Length;

/// Puts pieces on pages, top to bottom. Pieces that keep together go to a new page together,
/// unless no page could hold them all.
pub(super) fn flow(pieces: Vec<Piece>, heads: &[Piece], frame: &Frame) -> Vec<Page> {
    let mut filling = Filling { pages: Vec::new(), y: 0, heads, frame };
    filling.new_page();
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut group = vec![first];
        while group.last().is_some_and(|piece| piece.keep) {
            let Some(next) = rest.next() else { break };
            group.push(next);
        }
        filling.place_group(group);
    }
    filling.pages
}

/// Binds what ends the document (sums, remarks, signatures) to the last two rows above it, where
/// that is not much: a last page that shows no row says nothing by itself.
pub(super) fn bind_end(pieces: &mut [Piece], most: Length) {
    let Some(row) = pieces.iter().rposition(|piece| piece.head.is_some()) else { return };
    let end = pieces.get(row + 1..).unwrap_or_default();
    let height = end.iter().fold(0, |sum: Length, one| sum.saturating_add(one.before + one.height));
    if end.is_empty() || height > most {
        return;
    }
    let before = row.saturating_sub(1);
    let two = pieces[before].head.is_some() && pieces[before].head == pieces[row].head;
    let from = if two { before } else { row };
    let last = pieces.len() - 1;
    pieces[from..last].iter_mut().for_each(|piece| piece.keep = true);
}

struct Filling<'a> {
    pages: Vec<Page>,
    /// Upper edge of the free space on the last page.
    y: Length,
    heads: &'a [Piece],
    frame: &'a Frame<'a>,
}

impl Filling<'_> {
    fn new_page(&mut self) {
        self.y = self.frame.top(self.pages.len());
        self.pages.push(Page::default());
    }

    fn at_top(&self) -> bool {
        self.y == self.frame.top(self.pages.len().saturating_sub(1))
    }

    fn free(&self) -> Length {
        self.frame.bottom() - self.y
    }

    fn place_group(&mut self, group: Vec<Piece>) {
        let height = group
            .iter()
            .fold(0, |sum: Length, piece| sum.saturating_add(piece.before + piece.height));
        let head = group.first().and_then(|piece| piece.head).map_or(0, |at| self.heads[at].height);
        let fits_a_page = height <= self.frame.body() - head;
        if fits_a_page && height > self.free() && !self.at_top() {
            self.break_before(group.first());
        }
        for piece in group {
            self.place(piece);
        }
    }

    fn break_before(&mut self, piece: Option<&Piece>) {
        self.new_page();
        let Some(head) = piece.and_then(|piece| piece.head) else { return };
        let head = self.heads[head].clone();
        let y = self.y;
        self.y += head.height;
        self.put(head.marks.into_iter().map(|mark| mark.artifact().down(y)).collect());
    }

    fn place(&mut self, piece: Piece) {
        let before = if self.at_top() { 0 } else { piece.before };
        if before + piece.height > self.free() && !self.at_top() {
            self.break_before(Some(&piece));
        } else {
            self.y += before;
        }
        let y = self.y;
        self.y += piece.height;
        self.put(piece.marks.into_iter().map(|mark| mark.down(y)).collect());
    }

    fn put(&mut self, marks: Vec<super::display::Mark>) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(marks);
        }
    }
}
