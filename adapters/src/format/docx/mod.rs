//! Word documents: the same content as the pages, for those who edit it further.
//!
//! Written with docx-rs. Word lays the pages out itself, so this follows the document's blocks and
//! not the display list. Identifiers, dates and the order of parts come from the document: the
//! same document gives the same bytes.

mod block;
mod look;
mod order;
mod pack;
mod patch;
mod sheet;
mod side;

use callout_core::document::{Document, Refusal};
use callout_core::error::Error;
use callout_core::port::renderer::{Format, Renderer};
use chrono::SecondsFormat;
use docx_rs::{Docx, Footer, PageMargin, RunFonts};

/// Renders documents as Office Open XML.
///
/// ```
/// use callout_adapters::format::docx::DocxRenderer;
/// use callout_core::document::{Block, Document, Kind, Language};
/// use callout_core::port::renderer::Renderer;
///
/// let mut letter = Document::new(Kind::Other, "Oznámení", Language::Cs);
/// letter.blocks.push(Block::paragraph("Přijedeme v úterý."));
/// let bytes = DocxRenderer::new().render(&letter)?;
/// assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct DocxRenderer {}

/// Name and version of this renderer and of what it writes with.
const RENDERER: &str = concat!("callout-docx ", env!("CARGO_PKG_VERSION"), " (docx-rs 0.4.22)");

impl DocxRenderer {
    /// A renderer; it holds no state.
    pub fn new() -> Self {
        DocxRenderer {}
    }
}

impl Renderer for DocxRenderer {
    fn format(&self) -> Format {
        Format::Docx
    }

    fn name(&self) -> String {
        RENDERER.to_owned()
    }

    /// Word has faces for every letter; XML cannot hold what is none.
    fn check(&self, document: &Document) -> Result<(), Error> {
        document.check()?;
        Ok(document.letters(look::is_text)?)
    }

    fn render(&self, document: &Document) -> Result<Vec<u8>, Error> {
        self.check(document)?;
        let mut writer = block::Writer::new(document);
        writer.title()?;
        for block in &document.blocks {
            writer.block(block)?;
        }
        let block::Writer { body, pictures, .. } = writer;
        let mut package = body.into_docx(empty(document)).build();
        patch::patch(&mut package, document, &pictures);
        pack::pack(package).map_err(failed)
    }
}

/// A failure of the renderer itself.
fn failed(reason: impl std::fmt::Display) -> Error {
    Refusal::Renderer { renderer: RENDERER.to_owned(), reason: reason.to_string() }.into()
}

/// Paper, margins, letters, footer and dates.
fn empty(document: &Document) -> Docx {
    let made = document.created.to_rfc3339_opts(SecondsFormat::Secs, true);
    let letters = RunFonts::new()
        .ascii(look::LETTERS)
        .hi_ansi(look::LETTERS)
        .cs(look::LETTERS)
        .east_asia(look::LETTERS);
    let side = look::MARGIN;
    let margin = PageMargin {
        top: 900,
        bottom: 1200,
        left: side,
        right: side,
        header: 500,
        footer: 500,
        gutter: 0,
    };
    let mut footer = Footer::new();
    for paragraph in side::footer(document) {
        footer = footer.add_paragraph(paragraph);
    }
    look::styles(Docx::new())
        .default_fonts(letters)
        .default_size(look::BODY.size)
        .page_size(11906, 16838)
        .page_margin(margin)
        .created_at(&made)
        .updated_at(&made)
        .footer(footer)
}
