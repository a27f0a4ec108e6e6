//! Pieces: slices of a document that a page break does not cut.

use super::display::{Fill, Mark, TextRun};
use super::style::{Ink, Length, Style};
use super::tree::NodeId;
use super::typeface::Faces;
use super::wrap::Line;
use callout_core::document::Align;

/// A slice of the document. Its marks count from its own upper edge and from the page's left edge.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Free space above; dropped at the top of a page.
    pub before: Length,
    /// Height without the space above.
    pub height: Length,
    /// What is painted.
    pub marks: Vec<Mark>,
    /// Whether it stays on one page with the piece after it.
    pub keep: bool,
    /// The table head to repeat when a page begins with this piece, by index.
    pub head: Option<usize>,
}

/// A line of a cell with the way it is set.
#[derive(Clone, Debug)]
pub(super) struct SetLine {
    pub style: Style,
    pub line: Line,
}

/// Lines in a box: a cell of a row, or one of two columns.
#[derive(Clone, Debug)]
pub(super) struct CellBox {
    pub x: Length,
    pub width: Length,
    pub align: Align,
    pub lines: Vec<SetLine>,
    pub node: Option<NodeId>,
}

impl CellBox {
    pub fn height(&self) -> Length {
        // A cell may hold more lines than a length can count.
        self.lines.iter().fold(0, |sum: Length, set| sum.saturating_add(set.style.leading))
    }

    /// Paints some of its lines from `top` on.
    pub fn paint(&self, lines: std::ops::Range<usize>, top: Length, marks: &mut Vec<Mark>) {
        let mut top = top;
        for set in self.lines.get(lines).unwrap_or_default() {
            let free = (self.width - set.line.width).max(0);
            let indent = match self.align {
                Align::Left => 0,
                Align::Center => free / 2,
                Align::Right => free,
            };
            marks.extend(text(set.style, &set.line, self.x + indent, top, self.node));
            top += set.style.leading;
        }
    }
}

/// A line of text whose upper edge is at `top`; nothing for an empty line.
pub(super) fn text(
    style: Style,
    line: &Line,
    x: Length,
    top: Length,
    node: Option<NodeId>,
) -> Option<Mark> {
    if line.text.is_empty() {
        return None;
    }
    // Letters stand so that the space above and below them in the line looks alike.
    let baseline = top + (style.leading - style.size) / 2 + style.size * 86 / 100;
    Some(Mark::Text(TextRun {
        x,
        baseline,
        width: line.width,
        face: style.face,
        size: style.size,
        ink: style.ink,
        text: line.text.clone(),
        node,
    }))
}

/// Cuts off lines for which there is no place, and shows that there were more.
pub(super) fn shorten(faces: &Faces, lines: &mut Vec<SetLine>, most: usize) {
    if lines.len() <= most {
        return;
    }
    lines.truncate(most);
    if let Some(SetLine { style, line }) = lines.last_mut() {
        line.text.push('…');
        line.width = faces.face(style.face).width(&line.text, style.size);
    }
}

/// A filled rectangle.
pub(super) fn fill(x: Length, y: Length, width: Length, height: Length, ink: Ink) -> Mark {
    Mark::Fill(Fill { x, y, width, height, ink })
}

/// Boxes that stand side by side, as one piece; line by line where they are higher than `limit`.
pub(super) fn side_by_side(boxes: &[CellBox], limit: Length) -> Vec<Piece> {
    let height = boxes.iter().map(CellBox::height).max().unwrap_or(0);
    let mut pieces = Vec::new();
    if height <= limit {
        let mut marks = Vec::new();
        boxes.iter().for_each(|one| one.paint(0..one.lines.len(), 0, &mut marks));
        pieces.push(Piece { height, marks, ..Piece::default() });
        return pieces;
    }
    let rows = boxes.iter().map(|one| one.lines.len()).max().unwrap_or(0);
    for row in 0..rows {
        let mut marks = Vec::new();
        boxes.iter().for_each(|one| one.paint(row..row + 1, 0, &mut marks));
        let leading = |one: &CellBox| one.lines.get(row).map_or(0, |set| set.style.leading);
        let height = boxes.iter().map(leading).max().unwrap_or(0);
        pieces.push(Piece { height, marks, ..Piece::default() });
    }
    pieces
}
