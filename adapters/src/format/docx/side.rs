//! What stands side by side: parties, labels with values, sums, signatures; and the footer.

use super::block::{Writer, kept, plain};
use super::look::{self, WIDTH};
use callout_core::document::{
    Document, KeyValue, KeyValues, Parties, Party, SignatureBox, Signatures, Totals,
};
use callout_core::error::Error;
use docx_rs::{
    AlignmentType, FieldCharType, InstrNUMPAGES, InstrPAGE, InstrText, Paragraph, Tab,
    TabValueType, TableCell, TableCellBorderPosition, TableRow, VAlignType, VMergeType,
};

/// Between what stands side by side, in dxa.
const GUTTER: usize = 454;
const HALF: usize = (WIDTH - GUTTER) / 2;

impl<'a> Writer<'a> {
    pub(super) fn parties(&mut self, parties: &Parties) {
        let party = |party: &Party| {
            let cell = look::edge(look::cell(HALF), TableCellBorderPosition::Top, 8, look::ACCENT);
            let title = look::spaced(Paragraph::new(), 80, 0);
            let title = title.add_run(look::run(look::OVERLINE, &party.title));
            let name = look::paragraph(look::NAME, &party.name);
            let cell = cell.add_paragraph(title).add_paragraph(name);
            party
                .lines
                .iter()
                .fold(cell, |cell, line| cell.add_paragraph(look::paragraph(look::BODY, line)))
        };
        let gap = look::cell(GUTTER).add_paragraph(look::bare());
        let row = TableRow::new(vec![party(&parties.left), gap, party(&parties.right)]);
        self.space(400);
        self.body.table(plain(vec![row.cant_split()], vec![HALF, GUTTER, HALF]));
    }

    pub(super) fn key_values(&mut self, all: &KeyValues) {
        let columns = usize::from(all.columns.clamp(1, 3)).min(all.entries.len().max(1));
        let rows = all.entries.len().div_ceil(columns);
        if rows == 0 {
            return;
        }
        let width = (WIDTH - (columns - 1) * GUTTER) / columns;
        // Each column has room for its own labels. A letter takes some 95 dxa; Word measures for
        // itself, this only has to be enough.
        let label_of = |part: &[KeyValue]| {
            let longest = part.iter().map(|pair| pair.label.chars().count()).max();
            (longest.unwrap_or(0) * 95 + 240).clamp(1250, width / 2)
        };
        let labels: Vec<usize> = all.entries.chunks(rows).map(label_of).collect();
        let label_at = |column: usize| labels.get(column).copied().unwrap_or(width / 2);
        let mut grid = Vec::new();
        for column in 0..columns {
            if column > 0 {
                grid.push(GUTTER);
            }
            grid.extend([label_at(column), width - label_at(column)]);
        }
        let row = |row: usize| {
            let mut cells = Vec::new();
            for column in 0..columns {
                if column > 0 {
                    cells.push(look::cell(GUTTER).add_paragraph(look::bare()));
                }
                let pair = all.entries.get(row + column * rows);
                let label = label_at(column);
                cells.extend(pair_cells(pair, label, width - label));
            }
            TableRow::new(cells).cant_split()
        };
        let rows = (0..rows).map(row).collect();
        self.space(320);
        self.body.table(plain(rows, grid));
    }

    pub(super) fn totals(&mut self, totals: &'a Totals) -> Result<(), Error> {
        if let Some(table) = &totals.table {
            self.kept_table(table);
        }
        // A letter of the large sum takes some 150 dxa.
        let longest = totals.lines.iter().map(|total| total.value.chars().count()).max();
        let value = (longest.unwrap_or(0) * 150 + 60).clamp(2200, 3600);
        let (beside, label) = (WIDTH - 4650, 4650 - value);
        let mut picture = None;
        if let Some(one) = &totals.picture {
            let run = self.run(one, (beside - GUTTER, 3400))?;
            let mut cell = look::cell(beside).add_paragraph(look::bare().add_run(run));
            if !one.caption.is_empty() {
                cell = cell.add_paragraph(look::paragraph(look::DETAIL, &one.caption));
            }
            picture = Some(cell.vertical_merge(VMergeType::Restart));
        }
        let last = totals.lines.len();
        let mut rows = Vec::new();
        for (index, total) in totals.lines.iter().enumerate() {
            let keep = index + 1 < last || self.keeps();
            let left = picture.take().unwrap_or_else(|| {
                let cell = look::cell(beside).add_paragraph(look::bare());
                let merged = totals.picture.is_some() && index > 0;
                if merged { cell.vertical_merge(VMergeType::Continue) } else { cell }
            });
            let (of_label, of_value) = if total.emphasised {
                (look::STRONG, look::SUM)
            } else {
                (look::LABEL, look::BODY)
            };
            let amount = kept(of_value, &total.value, keep).align(AlignmentType::Right);
            let mut name = look::cell(label)
                .vertical_align(VAlignType::Center)
                .add_paragraph(kept(of_label, &total.label, keep));
            let mut amount =
                look::cell(value).vertical_align(VAlignType::Center).add_paragraph(amount);
            if total.emphasised {
                name = look::edge(name, TableCellBorderPosition::Top, 8, look::ACCENT);
                amount = look::edge(amount, TableCellBorderPosition::Top, 8, look::ACCENT);
            }
            rows.push(TableRow::new(vec![left, name, amount]).cant_split());
        }
        self.space(320);
        // The rest of the picture stands beside an empty row, or the last sum would be as high.
        if totals.picture.is_some() {
            let left = picture.unwrap_or_else(|| {
                let cell = look::cell(beside).add_paragraph(look::bare());
                cell.vertical_merge(VMergeType::Continue)
            });
            let empty = |width| look::cell(width).add_paragraph(look::bare());
            rows.push(TableRow::new(vec![left, empty(label), empty(value)]).cant_split());
        }
        if !rows.is_empty() {
            self.body.table(plain(rows, vec![beside, label, value]));
        }
        Ok(())
    }

    pub(super) fn signatures(&mut self, all: &'a Signatures) -> Result<(), Error> {
        for pair in all.boxes.chunks(2) {
            let mut cells = Vec::new();
            for (index, one) in pair.iter().enumerate() {
                if index > 0 {
                    cells.push(look::cell(GUTTER).add_paragraph(look::bare()));
                }
                cells.push(self.signature(one)?);
            }
            let grid = if pair.len() == 2 { vec![HALF, GUTTER, HALF] } else { vec![HALF] };
            self.space(400);
            let table = plain(vec![TableRow::new(cells).cant_split()], grid);
            let margins = docx_rs::TableCellMargins::new().margin(120, 170, 120, 170);
            self.body.table(table.margins(margins));
        }
        self.body.paragraph(look::space(60));
        Ok(())
    }

    fn signature(&mut self, one: &'a SignatureBox) -> Result<TableCell, Error> {
        use TableCellBorderPosition::{Bottom, Left, Right, Top};
        let mut cell = look::cell(HALF);
        for position in [Top, Bottom, Left, Right] {
            cell = look::edge(cell, position, 4, look::HAIR);
        }
        cell = cell.add_paragraph(look::paragraph(look::OVERLINE, &one.title));
        cell = match &one.picture {
            Some(picture) => {
                let run = self.run(picture, (HALF - 400, 1250))?;
                let centre = look::bare().align(AlignmentType::Center);
                cell.add_paragraph(centre.add_run(run))
            }
            None => cell.add_paragraph(look::space(1250)),
        };
        for (label, value) in [(&one.name_label, &one.name), (&one.time_label, &one.time)] {
            let value = if value.trim().is_empty() {
                "……………………………………"
            } else {
                value
            };
            let tab = Tab::new().val(TabValueType::Left).pos(1360);
            let line = look::spaced(Paragraph::new(), 40, 0).add_tab(tab);
            let line = line.add_run(look::run(look::LABEL, label).add_tab());
            cell = cell.add_paragraph(line.add_run(look::run(look::BODY, value)));
        }
        if !one.state.is_empty() {
            let state = look::spaced(Paragraph::new(), 80, 0);
            cell = cell.add_paragraph(state.add_run(look::run(look::STRONG, &one.state)));
        }
        Ok(cell)
    }
}

fn pair_cells(pair: Option<&KeyValue>, label: usize, value: usize) -> [TableCell; 2] {
    let none = KeyValue::default();
    let pair = pair.unwrap_or(&none);
    let of_value = if pair.emphasised { look::STRONG } else { look::BODY };
    [
        look::cell(label).add_paragraph(look::paragraph(look::LABEL, &pair.label)),
        look::cell(value).add_paragraph(look::paragraph(of_value, &pair.value)),
    ]
}

/// Footer text with the page number at its right, and the content hash below.
pub(super) fn footer(document: &Document) -> Vec<Paragraph> {
    let (page, of) = document.language.page_words();
    let small = |text: &str| look::run(look::SMALL, text);
    let number = look::bare().align(AlignmentType::Right).add_run(small(&format!("{page} ")));
    let number = field(number, InstrText::PAGE(InstrPAGE::new()));
    let number = number.add_run(small(&format!(" {of} ")));
    let number = field(number, InstrText::NUMPAGES(InstrNUMPAGES::new()));
    let mut lines = vec![number];
    if !document.footer.trim().is_empty() {
        lines.push(look::paragraph(look::SMALL, &document.footer));
    }
    if let Some(hash) = document.content_hash.as_deref().filter(|hash| !hash.is_empty()) {
        let text = format!("{}: {hash}", document.language.content_hash());
        lines.push(look::paragraph(look::TINY, &text));
    }
    lines
}

/// A number that Word counts itself; each part has its own run, or readers lose its size.
fn field(paragraph: Paragraph, what: InstrText) -> Paragraph {
    let run = || look::run(look::SMALL, "");
    paragraph
        .add_run(run().add_field_char(FieldCharType::Begin, false))
        .add_run(run().add_instr_text(what))
        .add_run(run().add_field_char(FieldCharType::Separate, false))
        .add_run(run().add_text("1"))
        .add_run(run().add_field_char(FieldCharType::End, false))
}
