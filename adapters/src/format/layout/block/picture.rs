//! Pictures of their own.

use super::super::display::Mark;
use super::super::piece::{CellBox, Piece};
use super::super::style::{DETAIL, MARGIN, WIDTH, mm, pt};
use super::super::tree::{Role, Tree};
use super::{Builder, PIECE_LIMIT};
use callout_core::document::{Align, Picture};
use callout_core::error::Error;

impl<'a> Builder<'a> {
    /// A picture with its caption, scaled down to what a page holds.
    pub fn picture(&mut self, picture: &'a Picture) -> Result<(), Error> {
        let node = self.tree.add_text(Tree::ROOT, Role::Figure, &picture.alt);
        let mut placed = self.place(picture, (WIDTH, PIECE_LIMIT - mm(30)))?;
        placed.x = match picture.align {
            Align::Left => MARGIN,
            Align::Center => MARGIN + (WIDTH - placed.width) / 2,
            Align::Right => MARGIN + WIDTH - placed.width,
        };
        placed.node = Some(node);
        let height = placed.height;
        let marks = vec![Mark::Picture(placed)];
        let mut pieces = vec![Piece { height, marks, ..Piece::default() }];
        pieces.extend(self.caption(picture));
        self.add(mm(5), true, pieces);
        Ok(())
    }

    fn caption(&mut self, picture: &Picture) -> Vec<Piece> {
        let lines = self.set(DETAIL, &picture.caption, WIDTH);
        if lines.is_empty() {
            return Vec::new();
        }
        let node = Some(self.tree.add(Tree::ROOT, Role::Paragraph));
        let one = CellBox { x: MARGIN, width: WIDTH, align: picture.align, lines, node };
        let mut pieces = super::super::piece::side_by_side(&[one], mm(25));
        if let Some(first) = pieces.first_mut() {
            first.before = pt(3);
        }
        pieces
    }
}
