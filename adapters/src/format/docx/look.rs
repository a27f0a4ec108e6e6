//! The look of the house in Word's units: twentieths of a point (dxa), half points, eighths.

use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, LineSpacing, LineSpacingType, Paragraph, Run,
    Style, StyleType, TableCell, TableCellBorder, TableCellBorderPosition, TableCellBorders,
};

use crate::format::nobreak::bind;
use callout_core::document::Align;
use unicode_normalization::UnicodeNormalization;

/// Letters that every office has, or has a twin of in the same widths.
pub(super) const LETTERS: &str = "Arial";
/// Margin at the left and the right, in dxa.
pub(super) const MARGIN: i32 = 1020;
/// Width between the margins, in dxa.
pub(super) const WIDTH: usize = 9866;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Size in half points.
    pub size: usize,
    pub bold: bool,
    pub colour: &'static str,
}

const fn look(size: usize, bold: bool, colour: &'static str) -> Look {
    Look { size, bold, colour }
}

pub(super) const TEXT: &str = "1B1F24";
pub(super) const SOFT: &str = "5C6670";
pub(super) const ACCENT: &str = "1D3D5C";
pub(super) const HAIR: &str = "D3D8DE";
pub(super) const GROUND: &str = "F3F5F7";

pub(super) const TITLE: Look = look(36, true, ACCENT);
pub(super) const NUMBER: Look = look(26, true, TEXT);
pub(super) const HEADING: Look = look(22, true, ACCENT);
pub(super) const BODY: Look = look(18, false, TEXT);
pub(super) const STRONG: Look = look(18, true, TEXT);
pub(super) const LABEL: Look = look(18, false, SOFT);
pub(super) const OVERLINE: Look = look(15, true, SOFT);
pub(super) const NAME: Look = look(21, true, TEXT);
pub(super) const TIGHT: Look = look(14, false, TEXT);
pub(super) const TIGHT_STRONG: Look = look(14, true, TEXT);
pub(super) const TABLE_HEAD: Look = look(16, true, SOFT);
pub(super) const DETAIL: Look = look(15, false, SOFT);
pub(super) const SUM: Look = look(26, true, ACCENT);
pub(super) const SMALL: Look = look(15, false, SOFT);
pub(super) const TINY: Look = look(12, false, SOFT);

/// Styles by which Word knows headings and heads of tables.
pub(super) const TITLE_STYLE: &str = "Heading1";
pub(super) const HEADING_STYLE: &str = "Heading2";
pub(super) const TABLE_HEAD_STYLE: &str = "TableHead";

pub(super) fn styles(docx: Docx) -> Docx {
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    docx.add_style(style(TITLE_STYLE, "heading 1").outline_lvl(0))
        .add_style(style(HEADING_STYLE, "heading 2").outline_lvl(1))
        .add_style(style(TABLE_HEAD_STYLE, "Table Head"))
}

/// A text as one run; line breaks are kept.
pub(super) fn run(look: Look, text: &str) -> Run {
    let mut run = Run::new().size(look.size).color(look.colour);
    if look.bold {
        run = run.bold();
    }
    for (index, line) in clean(&bind(text)).split('\n').enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        if !line.is_empty() {
            run = run.add_text(line);
        }
    }
    run
}

/// A text as a paragraph without space around it.
pub(super) fn paragraph(look: Look, text: &str) -> Paragraph {
    bare().add_run(run(look, text))
}

/// A paragraph without text and without space around it.
pub(super) fn bare() -> Paragraph {
    spaced(Paragraph::new(), 0, 0)
}

/// A paragraph with space above and below, in dxa.
pub(super) fn spaced(paragraph: Paragraph, before: u32, after: u32) -> Paragraph {
    let spacing = LineSpacing::new().before(before).after(after).line(259);
    paragraph.line_spacing(spacing.line_rule(LineSpacingType::Auto))
}

/// An empty line of exactly this height in dxa: Word joins tables that touch.
pub(super) fn space(height: i32) -> Paragraph {
    let spacing = LineSpacing::new().before(0).after(0).line(height);
    Paragraph::new().line_spacing(spacing.line_rule(LineSpacingType::Exact)).size(2)
}

pub(super) fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
    }
}

/// Draws one edge of a cell; thickness in eighths of a point.
pub(super) fn edge(
    cell: TableCell,
    position: TableCellBorderPosition,
    thickness: usize,
    colour: &str,
) -> TableCell {
    let border = TableCellBorder::new(position).color(colour).size(thickness);
    cell.set_border(border.border_type(BorderType::Single))
}

/// A cell of a width in dxa without edges.
pub(super) fn cell(width: usize) -> TableCell {
    TableCell::new()
        .width(width, docx_rs::WidthType::Dxa)
        .set_borders(TableCellBorders::with_empty())
}

/// Whether XML can hold a letter: control characters and what is no character it cannot.
pub(super) fn is_text(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => true,
        '\u{fdd0}'..='\u{fdef}' => false,
        other => !other.is_control() && u32::from(other) & 0xfffe != 0xfffe,
    }
}

/// A text with its parts of letters composed and all breaks of lines alike. What XML cannot hold
/// was refused before; in a file's properties it is shown as U+FFFD.
pub(super) fn clean(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\t' => ' ',
        '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => '\n',
        other if is_text(other) => other,
        _ => '\u{fffd}',
    };
    text.replace("\r\n", "\n").nfc().filter(|letter| *letter != '\r').map(shown).collect()
}
