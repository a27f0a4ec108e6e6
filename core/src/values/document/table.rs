//! Tables: lines of an invoice, parts used, the VAT summary.

use serde::{Deserialize, Serialize};

/// Where text stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left, where words stand.
    #[default]
    Left,
    /// Marks and short codes.
    Center,
    /// Amounts and quantities, so that digits stand under digits.
    Right,
}

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading, repeated on every page.
    pub title: String,
    /// Where its text stands.
    #[serde(default)]
    pub align: Align,
    /// Its share of the width, relative to the other columns; from 1. Renderers take width from
    /// wide columns where an amount would break.
    pub weight: u16,
}

impl Column {
    /// A column of words.
    pub fn left(title: impl Into<String>, weight: u16) -> Self {
        Column { title: title.into(), align: Align::Left, weight }
    }

    /// A column of amounts or quantities.
    pub fn right(title: impl Into<String>, weight: u16) -> Self {
        Column { title: title.into(), align: Align::Right, weight }
    }

    /// A column of marks or short codes.
    pub fn center(title: impl Into<String>, weight: u16) -> Self {
        Column { title: title.into(), align: Align::Center, weight }
    }
}

/// What stands in one place of a row. Line breaks in the text are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The text of the cell; its line breaks are kept.
    pub text: String,
    /// Smaller, below: a serial number, the reason of a price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Cell {
    /// A cell with a smaller second text below the first.
    pub fn with_detail(text: impl Into<String>, detail: impl Into<String>) -> Self {
        Cell { text: text.into(), detail: Some(detail.into()) }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Cell { text: text.into(), detail: None }
    }
}

/// A row of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "row", rename_all = "snake_case", deny_unknown_fields)]
pub enum Row {
    /// A line. Missing cells at the end are empty.
    Line {
        /// One for each column.
        cells: Vec<Cell>,
    },
    /// Heading of the lines below it, over the whole width.
    Group {
        /// The heading of the lines below it.
        title: String,
    },
    /// A sum, set apart from the lines above it.
    Total {
        /// One for each column.
        cells: Vec<Cell>,
    },
}

impl Row {
    /// A line from texts.
    pub fn line<T: Into<Cell>>(cells: impl IntoIterator<Item = T>) -> Self {
        Row::Line { cells: cells.into_iter().map(Into::into).collect() }
    }

    /// A sum from texts.
    pub fn total<T: Into<Cell>>(cells: impl IntoIterator<Item = T>) -> Self {
        Row::Total { cells: cells.into_iter().map(Into::into).collect() }
    }

    /// A heading of the lines below it.
    pub fn group(title: impl Into<String>) -> Self {
        Row::Group { title: title.into() }
    }
}

/// Columns and rows. Rows are not torn apart by a page break, the head is repeated after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    #[serde(default)]
    pub rows: Vec<Row>,
    /// What to say when there are no rows; a default in the document's language where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty: Option<String>,
}
