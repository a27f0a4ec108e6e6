//! Tables with a head that Word repeats on every page.

use super::block::{Writer, kept, plain};
use super::look::{self, Look, WIDTH};
use crate::format::widths::widen;
use callout_core::document::{Cell, Column, Row, Table};
use docx_rs::{TableCell, TableCellBorderPosition, TableCellMargins, TableRow, VAlignType};

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let keeps = self.keeps();
        self.rows(table, |index| index + 2 >= table.rows.len() && keeps);
    }

    /// A small table that stays with the sums below it.
    pub(super) fn kept_table(&mut self, table: &Table) {
        self.rows(table, |_| true);
        self.body.paragraph(look::space(20).keep_next(true));
    }

    fn rows(&mut self, table: &Table, kept: impl Fn(usize) -> bool) {
        let (widths, roomy) = widths(table);
        let (of_line, of_total) =
            if roomy { (look::BODY, look::STRONG) } else { (look::TIGHT, look::TIGHT_STRONG) };
        let mut rows = vec![head(table, &widths)];
        if table.rows.is_empty() {
            let text = table.empty.as_deref().unwrap_or(self.document.language.no_items());
            rows.push(whole(look::LABEL, text, widths.len(), false));
        }
        for (index, row) in table.rows.iter().enumerate() {
            let next = table.rows.get(index + 1);
            let keep = matches!(next, Some(Row::Total { .. })) || kept(index);
            rows.push(match row {
                Row::Group { title } => whole(look::STRONG, title, widths.len(), next.is_some()),
                Row::Line { cells } => {
                    line(of_line, cells, (&table.columns, &widths), keep, look::HAIR)
                }
                Row::Total { cells } => {
                    line(of_total, cells, (&table.columns, &widths), keep, look::ACCENT)
                }
            });
        }
        self.space(320);
        let margins = TableCellMargins::new().margin(50, 70, 50, 70);
        self.body.table(plain(rows, widths).margins(margins));
    }
}

/// Widths in dxa by weight, widened where a word or an amount would break, and whether letters of
/// the usual size fit. Word measures for itself; this reckons with an average letter.
fn widths(table: &Table) -> (Vec<usize>, bool) {
    let columns = &table.columns;
    let weights: usize = columns.iter().map(|column| usize::from(column.weight)).sum();
    let length = |width: usize| i32::try_from(width).unwrap_or(i32::MAX);
    let share = |column: &Column| length(WIDTH * usize::from(column.weight) / weights.max(1));
    let shares: Vec<i32> = columns.iter().map(share).collect();
    let needs = |letter: usize| -> Vec<i32> {
        let need = |at| (longest_word(table, at) * letter + 180).min(WIDTH / 2);
        (0..columns.len()).map(|at| length(need(at))).collect()
    };
    let roomy = needs(105);
    let fits = roomy.iter().sum::<i32>() <= length(WIDTH);
    let given = widen(shares, &if fits { roomy } else { needs(82) });
    let mut widths: Vec<usize> =
        given.into_iter().map(|width| usize::try_from(width).unwrap_or(0)).collect();
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += WIDTH.saturating_sub(used);
    }
    (widths, fits)
}

/// Letters in the longest word of a column.
fn longest_word(table: &Table, at: usize) -> usize {
    let of = |text: &str| text.split([' ', '\n']).map(|word| word.chars().count()).max();
    let cells = table.rows.iter().filter_map(|row| match row {
        Row::Line { cells } | Row::Total { cells } => cells.get(at),
        Row::Group { .. } => None,
    });
    let longest = cells.filter_map(|cell| of(&cell.text)).max();
    longest.max(of(&table.columns[at].title)).unwrap_or(0)
}

/// The head; its paragraph style tells the row apart when it is marked as repeated.
fn head(table: &Table, widths: &[usize]) -> TableRow {
    let cell = |(column, width): (&Column, &usize)| {
        let title = kept(look::TABLE_HEAD, &column.title, true)
            .style(look::TABLE_HEAD_STYLE)
            .align(look::alignment(column.align));
        let cell = look::cell(*width).vertical_align(VAlignType::Bottom).add_paragraph(title);
        look::edge(cell, TableCellBorderPosition::Bottom, 8, look::ACCENT)
    };
    TableRow::new(table.columns.iter().zip(widths).map(cell).collect()).cant_split()
}

fn line(
    style: Look,
    cells: &[Cell],
    (columns, widths): (&[Column], &[usize]),
    keep: bool,
    rule: &str,
) -> TableRow {
    let empty = Cell::default();
    let cell = |(index, (column, width)): (usize, (&Column, &usize))| {
        let cell = cells.get(index).unwrap_or(&empty);
        let align = look::alignment(column.align);
        let mut out = look::cell(*width).add_paragraph(kept(style, &cell.text, keep).align(align));
        if let Some(detail) = &cell.detail {
            out = out.add_paragraph(kept(look::DETAIL, detail, keep).align(align));
        }
        look::edge(out, TableCellBorderPosition::Bottom, 4, rule)
    };
    let cells: Vec<TableCell> = columns.iter().zip(widths).enumerate().map(cell).collect();
    TableRow::new(cells).cant_split()
}

/// A row of one cell over the whole width.
fn whole(style: Look, text: &str, columns: usize, keep: bool) -> TableRow {
    let text = look::spaced(kept(style, text, keep), 100, 0);
    let cell = look::cell(WIDTH).grid_span(columns).add_paragraph(text);
    let cell = look::edge(cell, TableCellBorderPosition::Bottom, 4, look::HAIR);
    TableRow::new(vec![cell]).cant_split()
}
