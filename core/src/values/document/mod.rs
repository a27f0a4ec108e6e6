//! Documents as they are read: what an invoice or a job sheet says, free of any format.
//!
//! A [`Document`] is a plain value. The rooms of the trade fill it with finished text (amounts and
//! dates already written for the reader, see [mod@format]), a renderer behind
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

mod block;
mod check;
mod letters;
mod picture;
mod refusal;
mod table;

pub use crate::language::{Language, format};
pub use block::{
    Block, Heading, KeyValue, KeyValues, Note, Paragraph, Parties, Party, SignatureBox, Signatures,
    Total, Totals,
};
pub use picture::{Picture, PictureBytes, PictureKind, PictureShape};
pub use refusal::Refusal;
pub use table::{Align, Cell, Column, Row, Table};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What a document is, for programs; readers see its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Invoice, tax document or not.
    Invoice,
    /// A credit note, which corrects an invoice.
    CreditNote,
    /// Request for an advance payment.
    AdvanceInvoice,
    /// Job sheet: what was done, with the customer's signature.
    JobSheet,
    /// Any other document: readers see its title.
    #[default]
    Other,
}

/// A document, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Language of the words that the renderer adds: page numbers, "no items".
    pub language: Language,
    /// When it was made. Renderers write this instant, never their own.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_host_can_write_a_document_by_hand() {
        let document: Document = serde_json::from_value(json!({
            "title": "Zakázkový list",
            "language": "cs",
            "created": "2026-10-14T13:05:00Z",
            "blocks": [
                {"block": "heading", "text": "Práce"},
                {"block": "table",
                 "columns": [{"title": "Popis", "weight": 3},
                             {"title": "Cena", "align": "right", "weight": 1}],
                 "rows": [{"row": "group", "title": "Zásah"},
                          {"row": "line", "cells": [{"text": "Oprava"}, {"text": "850,00"}]},
                          {"row": "total", "cells": [{"text": "Celkem"}, {"text": "850,00"}]}]},
                {"block": "picture", "bytes": "iVBORw0KGgo=", "alt": "podpis",
                 "max_width_mm": 50, "max_height_mm": 20}
            ]
        }))
        .unwrap();
        let Block::Table(table) = &document.blocks[1] else { panic!("a table") };
        assert_eq!(table.rows[0], Row::group("Zásah"));
        let refusal = document.check().unwrap_err();
        assert_eq!(
            refusal,
            Refusal::PictureBroken { alt: "podpis".into(), reason: "its header is missing".into() }
        );
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_schema_knows_all_blocks() {
        let schema = serde_json::to_string(&schemars::schema_for!(Document)).unwrap();
        for block in [
            "heading",
            "paragraph",
            "parties",
            "key_values",
            "table",
            "totals",
            "picture",
            "signatures",
            "note",
        ] {
            assert!(schema.contains(&format!("\"const\":\"{block}\"")), "{block}");
        }
        assert!(schema.contains("\"contentEncoding\":\"base64\""));
        assert!(schema.contains("\"format\":\"date-time\""));
    }

    #[test]
    fn refusals_say_in_both_languages_what_to_do() {
        for code in Refusal::CODES {
            assert!(code.code.starts_with("DOCUMENT-"), "{}", code.code);
            for parameter in code.parameters {
                let place = format!("{{{parameter}}}");
                assert!(code.en.contains(&place) && code.cs.contains(&place), "{}", code.code);
            }
        }
    }
}
