//! What must hold before a document is rendered.

use super::{Block, Document, Picture, Refusal, Row, Table, Totals};
use chrono::Datelike;

impl Document {
    /// Most characters of one document: some two thousand pages.
    pub const MAX_CHARACTERS: u64 = 5_000_000;
    /// Most lines and rows of one document: some thousand pages.
    pub const MAX_LINES: u64 = 50_000;
    /// Most columns of a table that A4 can hold.
    pub const MAX_COLUMNS: usize = 20;

    /// Whether a renderer can take it: tables are whole, pictures readable, nothing endless.
    ///
    /// Renderers call this first; hosts may, to hear of a fault before they store a document.
    ///
    /// # Errors
    /// `DOCUMENT-TABLE-01` to `-03`, `DOCUMENT-PICTURE-01` to `-04` and `-06`,
    /// `DOCUMENT-SIZE-01` and `-02`, `DOCUMENT-DATE-01`.
    pub fn check(&self) -> Result<(), Refusal> {
        let year = self.created.year();
        if !(1..=9999).contains(&year) {
            return Err(Refusal::Year { year });
        }
        self.size()?;
        for (index, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Table(table) | Block::Totals(Totals { table: Some(table), .. }) => {
                    check_table(number(index + 1), table)?;
                }
                _ => {}
            }
        }
        self.pictures().try_for_each(|picture| picture.shape().map(|_| ()))
    }

    /// All pictures, in reading order: the logo first.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let inside = self.blocks.iter().flat_map(|block| -> Vec<&Picture> {
            match block {
                Block::Picture(picture) => vec![picture],
                Block::Totals(totals) => totals.picture.iter().collect(),
                Block::Signatures(all) => {
                    all.boxes.iter().filter_map(|one| one.picture.as_ref()).collect()
                }
                _ => Vec::new(),
            }
        });
        self.logo.iter().chain(inside)
    }

    /// Characters are counted in bytes: an upper bound that costs nothing. A row of a table is a
    /// line, also where it is empty.
    fn size(&self) -> Result<(), Refusal> {
        let (mut characters, mut lines) = (0_u64, 0_u64);
        self.texts(&mut |_, text| {
            characters += text.len() as u64 + 1;
            lines += text.matches(['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']).count() as u64;
            Ok(())
        })?;
        let rows = self.blocks.iter().map(|block| match block {
            Block::Table(table) => table.rows.len() as u64,
            Block::KeyValues(all) => all.entries.len() as u64,
            Block::Totals(all) => {
                let own = all.table.as_ref().map_or(0, |table| table.rows.len());
                (all.lines.len() + own) as u64
            }
            Block::Parties(two) => (two.left.lines.len() + two.right.lines.len()) as u64,
            _ => 1,
        });
        lines += rows.sum::<u64>();
        if characters > Self::MAX_CHARACTERS {
            return Err(Refusal::TooLong { characters, most: Self::MAX_CHARACTERS });
        }
        if lines > Self::MAX_LINES {
            return Err(Refusal::TooManyLines { lines, most: Self::MAX_LINES });
        }
        Ok(())
    }
}

fn check_table(place: u32, table: &Table) -> Result<(), Refusal> {
    let columns = table.columns.len();
    if columns == 0 || columns > Document::MAX_COLUMNS {
        let most = number(Document::MAX_COLUMNS);
        return Err(Refusal::TableColumns { table: place, columns: number(columns), most });
    }
    if let Some(index) = table.columns.iter().position(|column| column.weight == 0) {
        return Err(Refusal::ColumnWeight { table: place, column: number(index + 1) });
    }
    for (index, row) in table.rows.iter().enumerate() {
        let (Row::Line { cells } | Row::Total { cells }) = row else { continue };
        if cells.len() > columns {
            return Err(Refusal::TableRow {
                table: place,
                row: number(index + 1),
                cells: number(cells.len()),
                columns: number(columns),
            });
        }
    }
    Ok(())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
