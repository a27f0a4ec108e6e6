//! The look of the house: paper, margins, sizes, inks. All lengths in thousandths of a point.

use super::typeface::Face;

/// A length in thousandths of a point (1 pt = 1/72 inch).
pub type Length = i32;

/// Millimetres as a [`Length`]; for lengths on paper, up to some metres.
pub const fn mm(millimetres: i32) -> Length {
    // 1 mm is 360/127 points.
    millimetres * 360_000 / 127
}

/// Points as a [`Length`].
pub const fn pt(points: i32) -> Length {
    points * 1000
}

/// Width of A4.
pub const PAGE_WIDTH: Length = 595_276;
/// Height of A4.
pub const PAGE_HEIGHT: Length = 841_890;
/// Free on the left and on the right.
pub const MARGIN: Length = mm(18);
/// Free above the first line.
pub const TOP: Length = mm(14);
/// Free below the footer.
pub const BOTTOM: Length = mm(10);
/// Width between the margins.
pub const WIDTH: Length = PAGE_WIDTH - 2 * MARGIN;
/// Between columns that stand side by side.
pub const GUTTER: Length = mm(8);

/// Colour of letters and rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Running text.
    Text,
    /// Labels and small print.
    Soft,
    /// Title, strong rules.
    Accent,
    /// Thin rules between rows.
    Hair,
    /// Ground behind notes.
    Ground,
}

impl Ink {
    /// Red, green, blue.
    pub const fn rgb(self) -> (u8, u8, u8) {
        match self {
            Ink::Text => (0x1b, 0x1f, 0x24),
            Ink::Soft => (0x5c, 0x66, 0x70),
            Ink::Accent => (0x1d, 0x3d, 0x5c),
            Ink::Hair => (0xd3, 0xd8, 0xde),
            Ink::Ground => (0xf3, 0xf5, 0xf7),
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Which face.
    pub face: Face,
    /// Size of the letters.
    pub size: Length,
    /// From baseline to baseline.
    pub leading: Length,
    /// Colour.
    pub ink: Ink,
}

const fn style(face: Face, size: Length, leading: Length, ink: Ink) -> Style {
    Style { face, size, leading, ink }
}

/// The document's title.
pub const TITLE: Style = style(Face::Bold, pt(19), pt(24), Ink::Accent);
/// The document's number.
pub const NUMBER: Style = style(Face::Bold, pt(13), pt(18), Ink::Text);
/// A heading inside.
pub const HEADING: Style = style(Face::Bold, pt(11), pt(15), Ink::Accent);
/// Running text.
pub const BODY: Style = style(Face::Regular, pt(9), 12_600, Ink::Text);
/// Running text that counts.
pub const STRONG: Style = style(Face::Bold, pt(9), 12_600, Ink::Text);
/// What is said where there is nothing.
pub const SOFT_BODY: Style = style(Face::Regular, pt(9), 12_600, Ink::Soft);
/// The label of a value.
pub const LABEL: Style = style(Face::Regular, pt(9), 12_600, Ink::Soft);
/// A small label above something.
pub const OVERLINE: Style = style(Face::Bold, 7_500, pt(11), Ink::Soft);
/// A party's name.
pub const NAME: Style = style(Face::Bold, 10_500, pt(15), Ink::Text);
/// Head of a table.
pub const TABLE_HEAD: Style = style(Face::Bold, pt(8), pt(11), Ink::Soft);
/// A table with more columns than running text has room for.
pub const TIGHT: Style = style(Face::Regular, pt(7), 10_000, Ink::Text);
/// What counts in such a table.
pub const TIGHT_STRONG: Style = style(Face::Bold, pt(7), 10_000, Ink::Text);
/// Second text of a cell, captions.
pub const DETAIL: Style = style(Face::Regular, 7_500, 10_500, Ink::Soft);
/// The sum that counts.
pub const SUM: Style = style(Face::Bold, pt(13), pt(18), Ink::Accent);
/// Running head and footer.
pub const SMALL: Style = style(Face::Regular, 7_500, pt(10), Ink::Soft);
/// The content hash.
pub const TINY: Style = style(Face::Regular, pt(6), pt(9), Ink::Soft);

/// Thickness of a thin rule.
pub const HAIRLINE: Length = 500;
/// Thickness of a strong rule.
pub const STRONG_RULE: Length = 1_000;
