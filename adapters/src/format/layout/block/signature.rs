//! Boxes for signatures.

use super::super::display::Mark;
use super::super::piece::{CellBox, Piece, fill, shorten};
use super::super::style::{
    BODY, GUTTER, HAIRLINE, Ink, LABEL, Length, MARGIN, OVERLINE, STRONG, WIDTH, mm, pt,
};
use super::super::tree::{Role, Tree};
use super::Builder;
use callout_core::document::{Align, SignatureBox, Signatures};
use callout_core::error::Error;

/// Room for the drawn signature.
const DRAWN: Length = mm(18);
/// Inside the box at all edges.
const PAD: Length = 7_000;
/// Room for labels.
const FOR_LABEL: Length = mm(24);
/// Longer states are printed below the boxes, so that a box always fits on a page.
const MAX_STATE_LINES: usize = 12;

impl<'a> Builder<'a> {
    /// Boxes two by two; a pair is never torn apart.
    pub fn signatures(&mut self, all: &'a Signatures) -> Result<(), Error> {
        let width = (WIDTH - GUTTER) / 2;
        for pair in all.boxes.chunks(2) {
            let mut marks = Vec::new();
            let mut height = 0;
            let mut long = Vec::new();
            for (one, x) in pair.iter().zip([MARGIN, MARGIN + width + GUTTER]) {
                let (own, own_height) = self.signature(one, (x, width), &mut long)?;
                marks.push((own, x, own_height));
                height = height.max(own_height);
            }
            let mut piece = Piece { height, ..Piece::default() };
            for (own, x, _) in marks {
                piece.marks.extend(outline((x, width), height));
                piece.marks.extend(own);
            }
            self.add(mm(5), true, vec![piece]);
            long.into_iter().for_each(|state| self.paragraph(state));
        }
        Ok(())
    }

    fn signature(
        &mut self,
        one: &'a SignatureBox,
        (x, width): (Length, Length),
        long: &mut Vec<&'a str>,
    ) -> Result<(Vec<Mark>, Length), Error> {
        let (x, width) = (x + PAD, width - 2 * PAD);
        let mut marks = Vec::new();
        let mut y = PAD;
        let node = Some(self.tree.add(Tree::ROOT, Role::Paragraph));
        let mut lines = self.set(OVERLINE, &one.title, width);
        shorten(self.faces, &mut lines, 3);
        let title = CellBox { x, width, align: Align::Left, lines, node };
        title.paint(0..title.lines.len(), y, &mut marks);
        y += title.height();
        if let Some(picture) = &one.picture {
            let mut placed = self.place(picture, (width, DRAWN - pt(2)))?;
            placed.x = x + (width - placed.width) / 2;
            placed.y = y + DRAWN - placed.height;
            placed.node = Some(self.tree.add_text(Tree::ROOT, Role::Figure, &picture.alt));
            marks.push(Mark::Picture(placed));
        }
        y += DRAWN;
        marks.push(fill(x, y, width, HAIRLINE, Ink::Soft));
        y += pt(6);
        for (label, value) in [(&one.name_label, &one.name), (&one.time_label, &one.time)] {
            y += self.labelled((label, value), (x, width), y, &mut marks);
        }
        let node = Some(self.tree.add(Tree::ROOT, Role::Paragraph));
        let lines = self.set(STRONG, &one.state, width);
        if lines.len() > MAX_STATE_LINES {
            long.push(&one.state);
        } else if !lines.is_empty() {
            let state = CellBox { x, width, align: Align::Left, lines, node };
            state.paint(0..state.lines.len(), y + pt(3), &mut marks);
            y += pt(3) + state.height();
        }
        Ok((marks, y + PAD))
    }

    /// A label with its value, or with a line to write on; gives the height.
    fn labelled(
        &mut self,
        (label, value): (&str, &str),
        (x, width): (Length, Length),
        y: Length,
        marks: &mut Vec<Mark>,
    ) -> Length {
        let node = Some(self.tree.add(Tree::ROOT, Role::Paragraph));
        let (from, room) = (x + FOR_LABEL, width - FOR_LABEL);
        let mut height = BODY.leading;
        for (style, text, x, width) in
            [(LABEL, label, x, FOR_LABEL - pt(4)), (BODY, value, from, room)]
        {
            let mut lines = self.set(style, text, width);
            shorten(self.faces, &mut lines, 8);
            let one = CellBox { x, width, align: Align::Left, lines, node };
            one.paint(0..one.lines.len(), y, marks);
            height = height.max(one.height());
        }
        if value.trim().is_empty() {
            height += pt(4);
            marks.push(fill(from, y + height - pt(2), room, HAIRLINE, Ink::Hair));
        }
        height + pt(1)
    }
}

/// Thin rules around a box.
fn outline((x, width): (Length, Length), height: Length) -> [Mark; 4] {
    let rule = |x, y, width, height| fill(x, y, width, height, Ink::Hair);
    [
        rule(x, 0, width, HAIRLINE),
        rule(x, height - HAIRLINE, width, HAIRLINE),
        rule(x, 0, HAIRLINE, height),
        rule(x + width - HAIRLINE, 0, HAIRLINE, height),
    ]
}
