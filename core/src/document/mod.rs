//! Documents as they are read: what an invoice or a job sheet says, free of any format.
//!
//! A [`Document`] is a plain value. The rooms of the trade fill it with finished text (amounts and
//! dates already written for the reader, see [`format`]), a painter behind
//! [`Renderer`](crate::port::renderer::Renderer) turns it into PDF or Word. A host may build one
//! itself: every type here reads and writes JSON and has a schema.
//!
//! ```
//! use callout_core::document::{Block, Cell, Column, Document, Kind, Language, Row, Table};
//!
//! let mut sheet = Document::new(Kind::JobSheet, "Zakázkový list", Language::Cs);
//! sheet.number = "ZL-2026-0042".into();
//! sheet.blocks.push(Block::paragraph("Výměna čerpadla."));
//! sheet.blocks.push(Block::Table(Table {
//!     columns: vec![Column::left("Materiál", 4), Column::right("Množství", 1)],
//!     rows: vec![Row::line(["Čerpadlo", "1 ks"])],
//!     ..Table::default()
//! }));
//! assert!(sheet.check().is_ok());
//! ```

mod base64;
mod block;
mod check;
pub mod format;
mod language;
mod picture;
mod refusal;
mod table;

pub use block::{
    Block, Heading, KeyValue, KeyValues, Note, Paragraph, Parties, Party, SignatureBox, Signatures,
    Total, Totals,
};
pub use language::Language;
pub use picture::{Picture, PictureBytes, PictureKind, PictureShape};
pub use refusal::Refusal;
pub use table::{Align, Cell, Column, Row, Table};

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a document is, for programs; readers see its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Invoice, tax document or not.
    Invoice,
    /// Credit note.
    CreditNote,
    /// Request for an advance payment.
    AdvanceInvoice,
    /// Job sheet: what was done, with the customer's signature.
    JobSheet,
    /// Anything else.
    #[default]
    Other,
}

/// A document, ready to be painted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What it is, for programs.
    #[serde(default)]
    pub kind: Kind,
    /// What it is, for readers: `Faktura – daňový doklad`.
    pub title: String,
    /// Its number; empty where it has none (a draft).
    #[serde(default)]
    pub number: String,
    /// Language of the words that the painter adds: page numbers, "no items".
    pub language: Language,
    /// When it was made. Painters write this instant, never their own.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub created: DateTime<Utc>,
    /// Who made it: the company's name, or a person's.
    #[serde(default)]
    pub author: String,
    /// The company's mark at the top right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// The content, top to bottom.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Small print at the foot of every page: the register entry, a phone number.
    #[serde(default)]
    pub footer: String,
    /// Hash of what was issued or signed, printed small in the footer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<String>,
}

impl Document {
    /// An empty document, dated 1970-01-01 until `created` is set.
    pub fn new(kind: Kind, title: impl Into<String>, language: Language) -> Self {
        Document {
            kind,
            title: title.into(),
            number: String::new(),
            language,
            created: DateTime::UNIX_EPOCH,
            author: String::new(),
            logo: None,
            blocks: Vec::new(),
            footer: String::new(),
            content_hash: None,
        }
    }

    /// Title and number in one line, as running heads and file properties show them.
    ///
    /// ```
    /// use callout_core::document::{Document, Kind, Language};
    /// let mut invoice = Document::new(Kind::Invoice, "Invoice", Language::En);
    /// invoice.number = "2026000123".into();
    /// assert_eq!(invoice.heading(), "Invoice 2026000123");
    /// ```
    pub fn heading(&self) -> String {
        format!("{} {}", self.title, self.number).trim().to_owned()
    }
}
