//! Blocks: what a document is made of, top to bottom.

use super::{Picture, Table};
use serde::{Deserialize, Serialize};

/// One block. In JSON its kind stands in `block`: `{"block": "paragraph", "text": "…"}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading inside the document; stays with what follows.
    Heading(Heading),
    /// Running text, over the whole width.
    Paragraph(Paragraph),
    /// Two parties side by side.
    Parties(Parties),
    /// Labels and values, in one to three columns.
    KeyValues(KeyValues),
    /// A table of lines, groups and sums.
    Table(Table),
    /// The sums at the end, right-aligned.
    Totals(Totals),
    /// A picture with its text for those who cannot see it.
    Picture(Picture),
    /// Who signed, two side by side.
    Signatures(Signatures),
    /// A remark set apart: a legal text, a reservation.
    Note(Note),
}

impl Block {
    /// A heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Block::Heading(Heading { text: text.into() })
    }

    /// Running text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Block::Paragraph(Paragraph { text: text.into() })
    }

    /// A remark without a title.
    pub fn note(text: impl Into<String>) -> Self {
        Block::Note(Note { title: String::new(), text: text.into() })
    }
}

/// A heading below the document's title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// The text of the heading, as it is printed.
    pub text: String,
}

/// Running text; line breaks are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// The text of the paragraph; its line breaks are kept.
    pub text: String,
}

/// Seller and buyer, or company and customer, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parties {
    /// On the left: the seller.
    pub left: Party,
    /// On the right: the buyer.
    pub right: Party,
}

/// One of two parties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The part that the party has in the document: `Dodavatel`.
    pub title: String,
    /// The name of the party, printed with emphasis.
    pub name: String,
    /// Address, company number, VAT number, contact: a line each.
    #[serde(default)]
    pub lines: Vec<String>,
}

/// Labels and values, filled column by column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyValues {
    /// How many pairs stand side by side: 1 to 3, other numbers are taken as the nearest.
    pub columns: u8,
    /// The pairs of label and value, in the order in which they are filled in.
    pub entries: Vec<KeyValue>,
}

/// A label with its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyValue {
    /// The label: `Datum splatnosti`.
    pub label: String,
    /// The value as it is printed.
    pub value: String,
    /// Whether the value is what the reader looks for first.
    #[serde(default)]
    pub emphasised: bool,
}

impl KeyValue {
    /// An ordinary pair.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        KeyValue { label: label.into(), value: value.into(), emphasised: false }
    }

    /// A pair whose value the reader looks for first.
    pub fn emphasised(label: impl Into<String>, value: impl Into<String>) -> Self {
        KeyValue { label: label.into(), value: value.into(), emphasised: true }
    }
}

/// The sums at the end, kept together on one page and with the last rows of the table above them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// The sums, top to bottom.
    pub lines: Vec<Total>,
    /// A picture in the free place on their left: the payment code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// A table of a few rows, such as the VAT summary: in the free place on their left, below the
    /// picture where there is one; above them over the whole width where it does not fit there, and
    /// in Word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
}

/// One sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// What it sums up: `DPH 21 %`.
    pub label: String,
    /// The sum as it is printed.
    pub value: String,
    /// Whether it is the one that counts: the amount due.
    #[serde(default)]
    pub emphasised: bool,
}

impl Total {
    /// An ordinary sum.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Total { label: label.into(), value: value.into(), emphasised: false }
    }

    /// The sum that counts.
    pub fn emphasised(label: impl Into<String>, value: impl Into<String>) -> Self {
        Total { label: label.into(), value: value.into(), emphasised: true }
    }
}

/// Boxes for signatures, two side by side; a box is kept together on one page, and with what
/// stands above it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// The boxes for signatures, each for one person.
    pub boxes: Vec<SignatureBox>,
}

/// Who signed, when, and in what state the signature is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignatureBox {
    /// Whose signature: `Podpis zákazníka`.
    pub title: String,
    /// Label before the name: `Jméno`.
    pub name_label: String,
    /// Who signed; empty leaves a line to write on.
    #[serde(default)]
    pub name: String,
    /// Label before the time: `Datum a čas`.
    pub time_label: String,
    /// When it was signed, as it is printed; empty leaves a line to write on.
    #[serde(default)]
    pub time: String,
    /// The signature as it was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// What there is to say: signed with reservation, refused, nobody there.
    #[serde(default)]
    pub state: String,
}

/// A remark set apart from the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its title; may be empty.
    #[serde(default)]
    pub title: String,
    /// The text; line breaks are kept.
    pub text: String,
}
