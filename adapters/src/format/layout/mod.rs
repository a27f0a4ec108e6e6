//! One layout for all page renderers: a document becomes a display list.
//!
//! [`lay_out`] measures, wraps and breaks pages once; a renderer only draws what the [`Layout`]
//! lists (text runs, rules, fills, pictures) and, if it tags its files, follows [`Tree`]. Lengths
//! are integers in thousandths of a point, so that the same document gives the same pages on every
//! machine.
//!
//! ```
//! use callout_adapters::format::layout::lay_out;
//! use callout_core::document::{Block, Document, Kind, Language};
//!
//! let mut letter = Document::new(Kind::Other, "Oznámení", Language::Cs);
//! letter.blocks.push(Block::paragraph("Přijedeme v úterý."));
//! let layout = lay_out(&letter)?;
//! assert_eq!(layout.pages.len(), 1);
//! assert!(layout.text().contains("Přijedeme v úterý."));
//! # Ok::<(), callout_core::error::Error>(())
//! ```

mod block;
mod display;
mod flow;
mod frame;
mod piece;
pub mod style;
mod tree;
mod typeface;
mod wrap;

pub use display::{Fill, Layout, Mark, Page, Placed, TextRun};
pub use tree::{Node, NodeId, Role, Tree};
pub use typeface::{Face, Faces, Glyph, Typeface};

use callout_core::document::Document;
use callout_core::error::Error;

/// Whether a document can be placed: it is sound, and the built-in faces have all its letters.
///
/// # Errors
/// Those of [`Document::check`]; `DOCUMENT-LETTER-01`.
pub fn check(document: &Document) -> Result<(), Error> {
    document.check()?;
    let faces = Faces::load()?;
    Ok(document.letters(|letter| faces.show(letter))?)
}

/// Places a document on A4 pages.
///
/// # Errors
/// Those of [`check`].
pub fn lay_out(document: &Document) -> Result<Layout<'_>, Error> {
    check(document)?;
    let faces = Faces::load()?;
    let mut builder = block::Builder::new(document, faces);
    builder.title()?;
    for block in &document.blocks {
        builder.block(block)?;
    }
    let frame = frame::Frame::new(document, faces);
    if let Some(text) = frame.left_over() {
        builder.paragraph(text);
    }
    let block::Builder { tree, mut pieces, heads, pictures, .. } = builder;
    flow::bind_end(&mut pieces, block::PIECE_LIMIT / 2);
    let mut pages = flow::flow(pieces, &heads, &frame);
    frame.dress(&mut pages);
    Ok(Layout { pages, tree, pictures })
}
