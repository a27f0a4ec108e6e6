//! The sums at the end.

use super::super::display::Mark;
use super::super::piece::{CellBox, Piece, fill, shorten, side_by_side};
use super::super::style::{
    BODY, DETAIL, GUTTER, Ink, LABEL, Length, MARGIN, STRONG, STRONG_RULE, SUM, WIDTH, mm, pt,
};
use super::super::tree::{NodeId, Role, Tree};
use super::super::wrap::longest_word;
use super::running::at_right;
use super::{Builder, PIECE_LIMIT};
use callout_core::document::{Align, Picture, Table, Total, Totals};
use callout_core::error::Error;

/// Width of the sums.
const SUMS: Length = mm(82);

impl<'a> Builder<'a> {
    /// Sums at the right, a picture at their left; all on one page where a page can hold them.
    pub fn totals(&mut self, totals: &'a Totals) -> Result<(), Error> {
        let table = self.tree.add(Tree::ROOT, Role::Table);
        let mut pieces = Vec::new();
        let values = self.value_width(totals);
        for total in &totals.lines {
            pieces.extend(self.total(total, values, table));
        }
        let height = pieces
            .iter()
            .fold(0, |sum: Length, piece| sum.saturating_add(piece.before + piece.height));
        let mut beside = match &totals.picture {
            Some(picture) => Some(self.beside(picture)?),
            None => None,
        };
        if let Some(table) = &totals.table {
            beside = self.summary(table, beside);
        }
        if let Some(beside) = beside {
            if height > PIECE_LIMIT || pieces.is_empty() {
                pieces.insert(0, beside);
            } else {
                let short = beside.height - height;
                if let Some(first) = pieces.first_mut() {
                    // Read in this order, whole: what stands on the left, then the sums.
                    first.marks.splice(0..0, beside.marks);
                }
                if let Some(last) = pieces.last_mut() {
                    last.height += short.max(0);
                }
            }
        }
        self.add(mm(6), true, pieces);
        Ok(())
    }

    /// A small table in the free place on the left, below what stands there; on the whole width and
    /// above the sums where it does not fit.
    fn summary(&mut self, table: &Table, above: Option<Piece>) -> Option<Piece> {
        let page = self.span;
        let free = (MARGIN, WIDTH - SUMS - GUTTER);
        let fits = self.fits(table, free.1);
        if fits {
            self.span = free;
        }
        let from = self.pieces.len();
        self.table(table);
        self.span = page;
        let mut pieces = self.pieces.split_off(from);
        let height = pieces.iter().fold(0, |sum: Length, one| sum.saturating_add(one.height));
        if !fits || height > PIECE_LIMIT / 2 {
            if height <= PIECE_LIMIT / 2 {
                pieces.iter_mut().for_each(|piece| piece.keep = true);
            }
            self.pieces.extend(pieces);
            return above;
        }
        let mut whole = above.unwrap_or_default();
        whole.height += if whole.height > 0 { mm(4) } else { 0 };
        for piece in pieces {
            let y = whole.height;
            whole.marks.extend(piece.marks.into_iter().map(|mark| mark.down(y)));
            whole.height += piece.height;
        }
        Some(whole)
    }

    /// As much as the longest amount needs, and at most what leaves room for the labels.
    fn value_width(&self, totals: &Totals) -> Length {
        let width = |total: &Total| {
            let style = if total.emphasised { SUM } else { BODY };
            longest_word(self.faces, style, &total.value) + pt(1)
        };
        let longest = totals.lines.iter().map(width).max().unwrap_or(0);
        longest.clamp(SUMS * 30 / 100, SUMS * 75 / 100)
    }

    fn total(&mut self, total: &Total, values: Length, table: NodeId) -> Vec<Piece> {
        let row = self.tree.add(table, Role::Row);
        let label = self.tree.add(row, Role::HeaderCell { of_row: true });
        let value = self.tree.add(row, Role::Cell { columns: 1 });
        let (label_style, value_style) =
            if total.emphasised { (STRONG, SUM) } else { (LABEL, BODY) };
        let x = MARGIN + WIDTH - SUMS;
        let name = self.boxed(label_style, &total.label, (x, SUMS - values - pt(8)), label);
        let place = (x + SUMS - values, values);
        let amount = self.boxed(value_style, &total.value, place, value);
        // The label stands in the middle of a larger amount.
        let lower = (amount.height() - name.height()).max(0) / 2;
        let amount = at_right(amount);
        let mut pieces = if lower > 0 && name.lines.len() == 1 {
            let mut marks = Vec::new();
            name.paint(0..1, lower, &mut marks);
            amount.paint(0..amount.lines.len(), 0, &mut marks);
            vec![Piece { height: amount.height(), marks, ..Piece::default() }]
        } else {
            side_by_side(&[name, amount], PIECE_LIMIT)
        };
        if let Some(first) = pieces.first_mut() {
            first.before = pt(2);
            if total.emphasised {
                let pad = pt(5);
                let marks = std::mem::take(&mut first.marks);
                first.marks = marks.into_iter().map(|mark| mark.down(pad)).collect();
                first.marks.push(fill(x, 0, SUMS, STRONG_RULE, Ink::Accent));
                first.height += pad;
                first.before = pt(4);
            }
        }
        pieces
    }

    /// The picture in the free place on the left, with its caption.
    fn beside(&mut self, picture: &'a Picture) -> Result<Piece, Error> {
        let node = self.tree.add_text(Tree::ROOT, Role::Figure, &picture.alt);
        let room = WIDTH - SUMS - GUTTER;
        let mut placed = self.place(picture, (room, mm(60)))?;
        placed.x = MARGIN;
        placed.node = Some(node);
        let mut height = placed.height;
        let mut marks = vec![Mark::Picture(placed)];
        let mut lines = self.set(DETAIL, &picture.caption, room);
        shorten(self.faces, &mut lines, 20);
        if !lines.is_empty() {
            let node = Some(self.tree.add(Tree::ROOT, Role::Paragraph));
            let one = CellBox { x: MARGIN, width: room, align: Align::Left, lines, node };
            one.paint(0..one.lines.len(), height + pt(3), &mut marks);
            height += pt(3) + one.height();
        }
        Ok(Piece { height, marks, ..Piece::default() })
    }
}
