//! From blocks to pieces, a file for each kind of block.

mod picture;
mod running;
mod signature;
mod table;
mod totals;

use super::display::Placed;
use super::piece::{CellBox, Piece, SetLine};
use super::style::{BOTTOM, Length, MARGIN, PAGE_HEIGHT, Style, TOP, WIDTH, mm};
use super::tree::{NodeId, Tree};
use super::typeface::Faces;
use super::wrap::wrap;
use callout_core::document::{Align, Block, Document, Picture};
use callout_core::error::Error;

/// What is higher is set line by line: less than the content height of any page, also under a
/// repeated head and above the longest footer.
pub(super) const PIECE_LIMIT: Length = PAGE_HEIGHT - TOP - BOTTOM - mm(75);

/// More than A4 has, and little enough to be a length.
const MAX_MM: u16 = 300;

/// Collects pieces, structure and pictures.
pub(super) struct Builder<'a> {
    pub document: &'a Document,
    pub faces: &'static Faces,
    pub tree: Tree,
    pub pieces: Vec<Piece>,
    /// Table heads to repeat.
    pub heads: Vec<Piece>,
    pub pictures: Vec<&'a Picture>,
    /// Left edge and width of tables: the page's, or the free place beside the sums.
    span: (Length, Length),
    /// Whether the last block was a heading: what follows it comes closer.
    under_heading: bool,
}

impl<'a> Builder<'a> {
    pub fn new(document: &'a Document, faces: &'static Faces) -> Self {
        Builder {
            document,
            faces,
            tree: Tree::new(),
            pieces: Vec::new(),
            heads: Vec::new(),
            pictures: Vec::new(),
            span: (MARGIN, WIDTH),
            under_heading: false,
        }
    }

    pub fn block(&mut self, block: &'a Block) -> Result<(), Error> {
        // Neither sums nor signatures stand on a page without anything that they are about.
        if let (Block::Totals(_) | Block::Signatures(_), Some(above)) =
            (block, self.pieces.last_mut())
        {
            above.keep = true;
        }
        match block {
            Block::Heading(heading) => self.heading(&heading.text),
            Block::Paragraph(paragraph) => self.paragraph(&paragraph.text),
            Block::Note(note) => self.note(note),
            Block::Parties(parties) => self.parties(parties),
            Block::KeyValues(entries) => self.key_values(entries),
            Block::Table(table) => self.table(table),
            Block::Totals(totals) => self.totals(totals)?,
            Block::Picture(picture) => self.picture(picture)?,
            Block::Signatures(signatures) => self.signatures(signatures)?,
        }
        Ok(())
    }

    /// Adds pieces with space above the first; `keep` binds them to each other.
    fn add(&mut self, before: Length, keep: bool, mut pieces: Vec<Piece>) {
        let last = pieces.len().saturating_sub(1);
        let before = if self.under_heading { before.min(mm(2)) } else { before };
        self.under_heading &= pieces.is_empty();
        for (index, piece) in pieces.iter_mut().enumerate() {
            if index == 0 {
                piece.before += before;
            }
            piece.keep |= keep && index < last;
        }
        self.pieces.extend(pieces);
    }

    /// A text in a box of its own.
    fn boxed(
        &self,
        style: Style,
        text: &str,
        (x, width): (Length, Length),
        node: NodeId,
    ) -> CellBox {
        CellBox {
            x,
            width,
            align: Align::Left,
            lines: self.set(style, text, width),
            node: Some(node),
        }
    }

    /// A text as lines; none where there is no text.
    fn set(&self, style: Style, text: &str, width: Length) -> Vec<SetLine> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let lines = wrap(self.faces, style, text, width);
        lines.into_iter().map(|line| SetLine { style, line }).collect()
    }

    /// A picture's size on paper: as large as allowed, no wider than `room`, in proportion.
    fn place(&mut self, picture: &'a Picture, room: (Length, Length)) -> Result<Placed, Error> {
        let shape = picture.shape()?;
        let most = (
            mm(i32::from(picture.max_width_mm.min(MAX_MM))).min(room.0),
            mm(i32::from(picture.max_height_mm.min(MAX_MM))).min(room.1),
        );
        let (w, h) = (i64::from(shape.width), i64::from(shape.height));
        let (most_w, most_h) = (i64::from(most.0), i64::from(most.1));
        let (width, height) = if most_w * h <= most_h * w {
            (most_w, most_w * h / w)
        } else {
            (most_h * w / h, most_h)
        };
        let length = |value: i64| Length::try_from(value).unwrap_or(Length::MAX).max(1);
        self.pictures.push(picture);
        let index = self.pictures.len() - 1;
        let (width, height) = (length(width), length(height));
        Ok(Placed { x: 0, y: 0, width, height, picture: index, node: None })
    }
}
