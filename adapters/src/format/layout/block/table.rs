//! Tables: widths of the columns, rows, the head that is repeated.

use super::super::piece::{CellBox, Piece, fill, shorten, side_by_side};
use super::super::style::{
    BODY, DETAIL, HAIRLINE, Ink, Length, SOFT_BODY, STRONG, STRONG_RULE, Style, TABLE_HEAD, TIGHT,
    TIGHT_STRONG, mm, pt,
};
use super::super::tree::{NodeId, Role, Tree};
use super::super::wrap::longest_word;
use super::{Builder, PIECE_LIMIT};
use crate::format::widths::widen;
use callout_core::document::{Align, Cell, Row, Table};

/// Between two columns.
const GAP: Length = pt(9);
/// Above and below the text of a row.
const PAD: Length = 2_500;

/// How lines and sums are set.
#[derive(Clone, Copy)]
struct Letters {
    line: Style,
    total: Style,
}

const ROOMY: Letters = Letters { line: BODY, total: STRONG };
const NARROW: Letters = Letters { line: TIGHT, total: TIGHT_STRONG };

/// Where a column stands.
struct Place {
    x: Length,
    width: Length,
    align: Align,
}

impl Builder<'_> {
    /// A table; its head is repeated, its rows are not torn apart, its sums stay together with the
    /// last line above them.
    pub fn table(&mut self, table: &Table) {
        let (places, letters) = self.columns(table);
        let node = self.tree.add(Tree::ROOT, Role::Table);
        let head = self.head(table, &places, node);
        let index = self.heads.len();
        self.heads.push(head.clone());
        self.add(mm(6), false, vec![head]);
        if table.rows.is_empty() {
            self.empty(table, node);
        }
        for (at, row) in table.rows.iter().enumerate() {
            let next = table.rows.get(at + 1);
            let mut pieces = self.row(row, (&places, letters), node);
            for piece in &mut pieces {
                piece.head = Some(index);
            }
            if let Some(last) = pieces.last_mut() {
                last.keep = matches!(row, Row::Group { .. }) && next.is_some()
                    || matches!(next, Some(Row::Total { .. }));
            }
            self.add(0, false, pieces);
        }
    }

    fn head(&mut self, table: &Table, places: &[Place], node: NodeId) -> Piece {
        let row = self.tree.add(node, Role::Row);
        let mut boxes = Vec::new();
        for (column, place) in table.columns.iter().zip(places) {
            let node = self.tree.add(row, Role::HeaderCell { of_row: false });
            let mut one = self.boxed(TABLE_HEAD, &column.title, (place.x, place.width), node);
            one.align = place.align;
            // A head of many lines would leave no room for rows.
            shorten(self.faces, &mut one.lines, 6);
            boxes.push(one);
        }
        // All titles stand on the rule, however many lines they have.
        let height = boxes.iter().map(CellBox::height).max().unwrap_or(0);
        let mut marks = Vec::new();
        for one in &boxes {
            one.paint(0..one.lines.len(), height - one.height(), &mut marks);
        }
        marks.push(fill(self.span.0, height + pt(3), self.span.1, STRONG_RULE, Ink::Accent));
        let height = height + pt(3) + STRONG_RULE;
        Piece { height, marks, keep: true, ..Piece::default() }
    }

    fn empty(&mut self, table: &Table, node: NodeId) {
        let text = table.empty.as_deref().unwrap_or(self.document.language.no_items());
        let row = self.tree.add(node, Role::Row);
        let columns = u16::try_from(table.columns.len()).unwrap_or(1);
        let cell = self.tree.add(row, Role::Cell { columns });
        let one = self.boxed(SOFT_BODY, text, self.span, cell);
        let pieces = ruled(self.span, &[one], (PAD, PAD), Some((HAIRLINE, Ink::Hair)));
        self.add(0, false, pieces);
    }

    fn row(
        &mut self,
        row: &Row,
        (places, letters): (&[Place], Letters),
        table: NodeId,
    ) -> Vec<Piece> {
        let node = self.tree.add(table, Role::Row);
        match row {
            Row::Group { title } => {
                let columns = u16::try_from(places.len()).unwrap_or(1);
                let cell = self.tree.add(node, Role::Cell { columns });
                let one = self.boxed(STRONG, title, self.span, cell);
                ruled(self.span, &[one], (pt(8), PAD), Some((HAIRLINE, Ink::Hair)))
            }
            Row::Line { cells } => {
                let boxes = self.cells(cells, places, letters.line, node);
                ruled(self.span, &boxes, (PAD, PAD), Some((HAIRLINE, Ink::Hair)))
            }
            Row::Total { cells } => {
                let boxes = self.cells(cells, places, letters.total, node);
                ruled(self.span, &boxes, (PAD, PAD), Some((HAIRLINE, Ink::Accent)))
            }
        }
    }

    fn cells(
        &mut self,
        cells: &[Cell],
        places: &[Place],
        style: Style,
        row: NodeId,
    ) -> Vec<CellBox> {
        let empty = Cell::default();
        let mut boxes = Vec::new();
        for (at, place) in places.iter().enumerate() {
            let cell = cells.get(at).unwrap_or(&empty);
            let node = self.tree.add(row, Role::Cell { columns: 1 });
            let mut one = self.boxed(style, &cell.text, (place.x, place.width), node);
            if let Some(detail) = &cell.detail {
                one.lines.extend(self.set(DETAIL, detail, place.width));
            }
            one.align = place.align;
            boxes.push(one);
        }
        boxes
    }

    /// Widths by weight, then widened where a word or an amount would break, at the cost of the
    /// columns that have room. Letters become smaller where an amount would still break.
    fn columns(&self, table: &Table) -> (Vec<Place>, Letters) {
        let count = Length::try_from(table.columns.len()).unwrap_or(1);
        let room = self.span.1 - (count - 1) * GAP;
        let weights: i64 = table.columns.iter().map(|column| i64::from(column.weight)).sum();
        let mut widths = Vec::new();
        for column in &table.columns {
            let share = i64::from(room) * i64::from(column.weight) / weights.max(1);
            widths.push(Length::try_from(share).unwrap_or(0));
        }
        let needs = |letters: Letters| -> Vec<Length> {
            (0..widths.len()).map(|at| self.need(table, at, letters)).collect()
        };
        let mut letters = ROOMY;
        let mut needs_now = needs(letters);
        if needs_now.iter().sum::<Length>() > room {
            letters = NARROW;
            needs_now = needs(letters);
        }
        let needs = needs_now;
        let widths = widen(widths, &needs);
        let mut x = self.span.0;
        let mut places = Vec::new();
        for (column, width) in table.columns.iter().zip(widths) {
            places.push(Place { x, width, align: column.align });
            x += width + GAP;
        }
        // What rounding left over goes to the last column, so that it ends at the margin.
        if let Some(last) = places.last_mut() {
            last.width = (self.span.0 + self.span.1 - last.x).max(1);
        }
        (places, letters)
    }

    /// Whether a table stands in a width without breaking an amount.
    pub(super) fn fits(&self, table: &Table, width: Length) -> bool {
        let gaps = Length::try_from(table.columns.len()).unwrap_or(1) * GAP;
        let needs = (0..table.columns.len()).map(|at| self.need(table, at, NARROW));
        needs.sum::<Length>() + gaps <= width
    }

    /// Width that a column needs so that none of its words breaks.
    fn need(&self, table: &Table, at: usize, letters: Letters) -> Length {
        let mut need = longest_word(self.faces, TABLE_HEAD, &table.columns[at].title);
        for row in &table.rows {
            let (cells, style) = match row {
                Row::Line { cells } => (cells, letters.line),
                Row::Total { cells } => (cells, letters.total),
                Row::Group { .. } => continue,
            };
            if let Some(cell) = cells.get(at) {
                need = need.max(longest_word(self.faces, style, &cell.text));
            }
        }
        // The measure of the line is cut down to whole units; one point is on the safe side.
        (need + pt(1)).min(self.span.1 / 2)
    }
}

/// Boxes side by side with space above and below, and a rule at the lower edge.
fn ruled(
    (x, width): (Length, Length),
    boxes: &[CellBox],
    (above, below): (Length, Length),
    rule: Option<(Length, Ink)>,
) -> Vec<Piece> {
    let mut pieces = side_by_side(boxes, PIECE_LIMIT);
    if let Some(first) = pieces.first_mut() {
        first.marks =
            std::mem::take(&mut first.marks).into_iter().map(|mark| mark.down(above)).collect();
        first.height += above;
    }
    if let (Some(last), Some((thickness, ink))) = (pieces.last_mut(), rule) {
        last.height += below;
        last.marks.push(fill(x, last.height, width, thickness, ink));
        last.height += thickness;
    }
    pieces
}
