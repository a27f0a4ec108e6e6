//! Rendering a document: PDF, Word, or what a host brings.

use crate::document::Document;
use crate::error::Error;
use serde::{Deserialize, Serialize};

/// The format of a rendered document.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// PDF: the same on every screen and printer.
    #[default]
    Pdf,
    /// Word document (Office Open XML): can be edited.
    Docx,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 2] = [Format::Pdf, Format::Docx];

    /// Media type, as mail and HTTP want it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
        }
    }

    /// File name extension without the dot.
    ///
    /// ```
    /// use callout_core::port::renderer::Format;
    /// assert_eq!(format!("faktura.{}", Format::Pdf.extension()), "faktura.pdf");
    /// ```
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        }
    }
}

/// Turns documents into files of one format.
///
/// The same document gives the same bytes every time: what was sent can be rendered again and
/// compared. All times come from the document. It is called with no transaction of the engine's
/// open; where a host signs inside a transaction of its own, that one is open, and a renderer that
/// asks the engine for another waits for it in vain.
pub trait Renderer: Send + Sync {
    /// The format of the files that it makes.
    fn format(&self) -> Format;

    /// Its name and version, kept with what it made: `callout-pdf 0.1.0 (printpdf 0.12.8)`.
    fn name(&self) -> String;

    /// Whether it can render a document, told without rendering it: an invoice is not issued and
    /// a job sheet is neither generated nor signed where the renderer of its file would refuse it
    /// afterwards, for what is frozen then can never be mended. It is asked inside the command's
    /// transaction, so it asks the engine nothing and does not take long. Pictures are tried apart,
    /// before that. Where a renderer does not say, [`Document::check`] alone decides.
    ///
    /// # Errors
    /// Those of [`Document::check`]; `DOCUMENT-LETTER-01` for a letter that it has no shape for.
    fn check(&self, document: &Document) -> Result<(), Error> {
        Ok(document.check()?)
    }

    /// Renders a document into the bytes of a file.
    ///
    /// # Errors
    /// Those of [`Renderer::check`]; `DOCUMENT-PICTURE-02` and `-05` where a picture cannot be
    /// decoded; `DOCUMENT-RENDER-01` where the renderer itself fails.
    fn render(&self, document: &Document) -> Result<Vec<u8>, Error>;
}
