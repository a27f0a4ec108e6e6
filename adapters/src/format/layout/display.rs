//! The display list: what stands where on each page.

use super::style::{Ink, Length};
use super::tree::{NodeId, Tree};
use super::typeface::Face;
use callout_core::document::Picture;

/// A document on its pages.
#[derive(Clone, Debug)]
pub struct Layout<'a> {
    /// The pages, all A4.
    pub pages: Vec<Page>,
    /// What the marks belong to.
    pub tree: Tree,
    /// Pictures by [`Placed::picture`]; each is a sound PNG or JPEG by its header.
    pub pictures: Vec<&'a Picture>,
}

impl Layout<'_> {
    /// All text in the order of painting, a line for each run.
    pub fn text(&self) -> String {
        let runs = self.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
            Mark::Text(run) => Some(run.text.as_str()),
            _ => None,
        });
        runs.collect::<Vec<_>>().join("\n")
    }
}

/// One page. Positions count from its top left corner, down and to the right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// In the order of painting: grounds before the text upon them.
    pub marks: Vec<Mark>,
}

/// Something painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Letters in one line.
    Text(TextRun),
    /// A filled rectangle: a rule or a ground. Never part of the content.
    Fill(Fill),
    /// A picture.
    Picture(Placed),
}

impl Mark {
    pub(super) fn down(mut self, by: Length) -> Self {
        match &mut self {
            Mark::Text(run) => run.baseline += by,
            Mark::Fill(fill) => fill.y += by,
            Mark::Picture(placed) => placed.y += by,
        }
        self
    }

    /// Takes it out of the structure: repeated heads of tables are decoration.
    pub(super) fn artifact(mut self) -> Self {
        match &mut self {
            Mark::Text(run) => run.node = None,
            Mark::Picture(placed) => placed.node = None,
            Mark::Fill(_) => {}
        }
        self
    }
}

/// Letters in one line, of one face, size and colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRun {
    /// Left end.
    pub x: Length,
    /// Line on which the letters stand.
    pub baseline: Length,
    /// From the first letter to the end of the last.
    pub width: Length,
    /// Which face.
    pub face: Face,
    /// Size of the letters.
    pub size: Length,
    /// Colour.
    pub ink: Ink,
    /// The letters; the face has a glyph for each.
    pub text: String,
    /// What it belongs to; decoration (page numbers, repeated heads) belongs to nothing.
    pub node: Option<NodeId>,
}

/// A filled rectangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// Left edge.
    pub x: Length,
    /// Upper edge.
    pub y: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
    /// Colour.
    pub ink: Ink,
}

/// A picture in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Left edge.
    pub x: Length,
    /// Upper edge.
    pub y: Length,
    /// Width on paper.
    pub width: Length,
    /// Height on paper.
    pub height: Length,
    /// Index in [`Layout::pictures`].
    pub picture: usize,
    /// What it belongs to.
    pub node: Option<NodeId>,
}
