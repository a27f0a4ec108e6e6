//! Title, headings, paragraphs, notes, parties, labels with values.

use super::super::display::Mark;
use super::super::piece::{CellBox, Piece, SetLine, fill, side_by_side};
use super::super::style::{
    BODY, GUTTER, HEADING, Ink, LABEL, Length, MARGIN, NAME, NUMBER, OVERLINE, STRONG, STRONG_RULE,
    TITLE, WIDTH, mm, pt,
};
use super::super::tree::{NodeId, Role, Tree};
use super::{Builder, PIECE_LIMIT};
use callout_core::document::{Align, KeyValue, KeyValues, Note, Parties, Party};
use callout_core::error::Error;

/// Between blocks.
const APART: Length = mm(5);
/// Between paragraphs.
const PARAGRAPH: Length = mm(3);

impl<'a> Builder<'a> {
    /// Title and number on the left, the company's mark on the right.
    pub fn title(&mut self) -> Result<(), Error> {
        let document = self.document;
        let mut width = WIDTH;
        let mut logo = None;
        if let Some(picture) = &document.logo {
            let mut placed = self.place(picture, (WIDTH / 2, mm(40)))?;
            placed.x = MARGIN + WIDTH - placed.width;
            placed.node = Some(self.tree.add_text(Tree::ROOT, Role::Figure, &picture.alt));
            width = WIDTH - placed.width - GUTTER;
            logo = Some(placed);
        }
        let heading = document.heading();
        let node = self.tree.add_text(Tree::ROOT, Role::Heading(1), &heading);
        let mut one = self.boxed(TITLE, &document.title, (MARGIN, width), node);
        one.lines.extend(self.set(NUMBER, &document.number, width));
        let mut pieces = side_by_side(&[one], PIECE_LIMIT);
        if let (Some(placed), Some(first)) = (logo, pieces.first_mut()) {
            if first.height < placed.height {
                first.height = placed.height;
            }
            first.marks.push(Mark::Picture(placed));
        }
        self.add(0, true, pieces);
        Ok(())
    }

    /// A heading stays with what follows.
    pub fn heading(&mut self, text: &str) {
        let node = self.tree.add_text(Tree::ROOT, Role::Heading(2), text);
        let one = self.boxed(HEADING, text, (MARGIN, WIDTH), node);
        let mut pieces = side_by_side(&[one], PIECE_LIMIT);
        pieces.iter_mut().for_each(|piece| piece.keep = true);
        self.add(APART, true, pieces);
        self.under_heading = true;
    }

    /// Running text, line by line; its first two lines and its last two stay together.
    pub fn paragraph(&mut self, text: &str) {
        let node = self.tree.add(Tree::ROOT, Role::Paragraph);
        let one = self.boxed(BODY, text, (MARGIN, WIDTH), node);
        let pieces = line_by_line(&one);
        self.add(PARAGRAPH, false, pieces);
    }

    /// A remark on a ground of its own, with a strong rule at its left.
    pub fn note(&mut self, note: &Note) {
        let node = self.tree.add(Tree::ROOT, Role::Paragraph);
        let (inset, pad) = (mm(4), mm(2));
        let place = (MARGIN + inset, WIDTH - 2 * inset);
        let mut one = self.boxed(STRONG, &note.title, place, node);
        one.lines.extend(self.set(BODY, &note.text, place.1));
        let mut pieces = line_by_line(&one);
        let last = pieces.len().saturating_sub(1);
        for (index, piece) in pieces.iter_mut().enumerate() {
            let above = if index == 0 { pad } else { 0 };
            let below = if index == last { pad } else { 0 };
            piece.height += above + below;
            let ground = fill(MARGIN, 0, WIDTH, piece.height, Ink::Ground);
            let bar = fill(MARGIN, 0, pt(2), piece.height, Ink::Accent);
            let text = std::mem::take(&mut piece.marks);
            piece.marks = vec![ground, bar];
            piece.marks.extend(text.into_iter().map(|mark| mark.down(above)));
        }
        self.add(APART, false, pieces);
    }

    /// Two parties side by side, each under a strong rule.
    pub fn parties(&mut self, parties: &Parties) {
        let width = (WIDTH - GUTTER) / 2;
        let left = self.party(&parties.left, (MARGIN, width));
        let right = self.party(&parties.right, (MARGIN + width + GUTTER, width));
        let mut pieces = side_by_side(&[left, right], PIECE_LIMIT);
        if let Some(first) = pieces.first_mut() {
            let pad = pt(5);
            let text = std::mem::take(&mut first.marks);
            first.marks = [MARGIN, MARGIN + width + GUTTER]
                .map(|x| fill(x, 0, width, STRONG_RULE, Ink::Accent))
                .into();
            first.marks.extend(text.into_iter().map(|mark| mark.down(pad)));
            first.height += pad;
        }
        self.add(APART + mm(1), false, pieces);
    }

    fn party(&mut self, party: &Party, place: (Length, Length)) -> CellBox {
        let node = self.tree.add(Tree::ROOT, Role::Paragraph);
        let mut one = self.boxed(OVERLINE, &party.title, place, node);
        one.lines.extend(self.set(NAME, &party.name, place.1));
        for line in &party.lines {
            one.lines.extend(self.set(BODY, line, place.1));
        }
        one
    }

    /// Labels and values, filled column by column.
    pub fn key_values(&mut self, all: &KeyValues) {
        let columns = usize::from(all.columns.clamp(1, 3)).min(all.entries.len().max(1));
        let count = Length::try_from(columns).unwrap_or(1);
        let width = (WIDTH - (count - 1) * GUTTER) / count;
        let rows = all.entries.len().div_ceil(columns);
        let columns_of = all.entries.chunks(rows.max(1));
        let labels: Vec<Length> = columns_of.map(|part| self.label_width(part, width)).collect();
        let table = self.tree.add(Tree::ROOT, Role::Table);
        for row in 0..rows {
            let node = self.tree.add(table, Role::Row);
            let mut boxes = Vec::new();
            for column in 0..count {
                let at = row + usize::try_from(column).unwrap_or(0) * rows;
                let x = MARGIN + column * (width + GUTTER);
                if let Some(pair) = all.entries.get(at) {
                    let label = labels.get(at / rows).copied().unwrap_or(width / 2);
                    boxes.extend(self.pair(pair, (x, width), label, node));
                }
            }
            let mut pieces = side_by_side(&boxes, PIECE_LIMIT);
            // Neither the first row nor the last stands alone on a page.
            if let Some(piece) = pieces.last_mut() {
                piece.keep = row + 1 < rows && (row == 0 || row + 2 == rows);
            }
            self.add(if row == 0 { APART } else { pt(2) }, false, pieces);
        }
    }

    /// As much as the longest label of a column needs, at most half of the column.
    fn label_width(&self, entries: &[KeyValue], width: Length) -> Length {
        let face = self.faces.face(LABEL.face);
        let label = |pair: &KeyValue| face.width(&face.showable(&pair.label), LABEL.size);
        let longest = entries.iter().map(label).max().unwrap_or(0);
        (longest + pt(10)).max(mm(22)).min(width / 2)
    }

    fn pair(
        &mut self,
        pair: &KeyValue,
        (x, width): (Length, Length),
        for_label: Length,
        row: NodeId,
    ) -> [CellBox; 2] {
        let key = self.tree.add(row, Role::HeaderCell { of_row: true });
        let value = self.tree.add(row, Role::Cell { columns: 1 });
        let style = if pair.emphasised { STRONG } else { BODY };
        let place = (x + for_label, width - for_label);
        let values = self.boxed(style, &pair.value, place, value);
        [self.boxed(LABEL, &pair.label, (x, for_label - pt(6)), key), values]
    }
}

/// A box cut into lines, such that no first or last line stands alone on a page.
fn line_by_line(one: &CellBox) -> Vec<Piece> {
    let last = one.lines.len().saturating_sub(1);
    let piece = |(index, set): (usize, &SetLine)| {
        let mut marks = Vec::new();
        one.paint(index..index + 1, 0, &mut marks);
        let keep = index < last && (index == 0 || index + 1 == last);
        Piece { height: set.style.leading, marks, keep, ..Piece::default() }
    };
    one.lines.iter().enumerate().map(piece).collect()
}

/// A box for a single line at the right.
pub(super) fn at_right(mut one: CellBox) -> CellBox {
    one.align = Align::Right;
    one
}
