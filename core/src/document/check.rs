//! What must hold before a document is painted.

use super::{Block, Document, Picture, Refusal, Row, Table};
use chrono::Datelike;

impl Document {
    /// Most characters of one document: some two thousand pages.
    pub const MOST_CHARACTERS: u64 = 5_000_000;
    /// Most columns of a table that A4 can hold.
    pub const MOST_COLUMNS: usize = 20;

    /// Whether a painter can take it: tables are whole, pictures readable, nothing endless.
    ///
    /// Painters call this first; hosts may, to hear of a fault before they store a document.
    ///
    /// # Errors
    /// `DOCUMENT-TABLE-01` to `-03`, `DOCUMENT-PICTURE-01` to `-04`, `DOCUMENT-SIZE-01`,
    /// `DOCUMENT-DATE-01`.
    pub fn check(&self) -> Result<(), Refusal> {
        let year = self.created.year();
        if !(1..=9999).contains(&year) {
            return Err(Refusal::Year { year });
        }
        let characters = self.characters();
        if characters > Self::MOST_CHARACTERS {
            return Err(Refusal::TooLong { characters, most: Self::MOST_CHARACTERS });
        }
        for (index, block) in self.blocks.iter().enumerate() {
            if let Block::Table(table) = block {
                check_table(number(index + 1), table)?;
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

    fn characters(&self) -> u64 {
        let of = |text: &str| text.len() as u64;
        let blocks: u64 = self.blocks.iter().map(|block| characters_of(block, &of)).sum();
        blocks + of(&self.title) + of(&self.number) + of(&self.footer)
    }
}

/// Counted in bytes: an upper bound of characters that costs nothing.
fn characters_of(block: &Block, of: &dyn Fn(&str) -> u64) -> u64 {
    match block {
        Block::Heading(heading) => of(&heading.text),
        Block::Paragraph(paragraph) => of(&paragraph.text),
        Block::Note(note) => of(&note.title) + of(&note.text),
        Block::Parties(two) => [&two.left, &two.right]
            .iter()
            .map(|party| {
                let lines: u64 = party.lines.iter().map(|line| of(line) + 1).sum();
                of(&party.title) + of(&party.name) + lines
            })
            .sum(),
        Block::KeyValues(all) => {
            all.entries.iter().map(|pair| of(&pair.label) + of(&pair.value) + 1).sum()
        }
        Block::Totals(all) => {
            all.lines.iter().map(|line| of(&line.label) + of(&line.value) + 1).sum()
        }
        Block::Table(table) => table.rows.iter().map(|row| characters_of_row(row, of)).sum(),
        Block::Signatures(all) => {
            all.boxes.iter().map(|one| of(&one.state) + of(&one.name) + 1).sum()
        }
        Block::Picture(picture) => of(&picture.caption),
    }
}

fn characters_of_row(row: &Row, of: &dyn Fn(&str) -> u64) -> u64 {
    match row {
        Row::Group { title } => of(title) + 1,
        Row::Line { cells } | Row::Total { cells } => {
            cells.iter().map(|cell| of(&cell.text) + cell.detail.as_deref().map_or(0, of) + 1).sum()
        }
    }
}

fn check_table(place: u32, table: &Table) -> Result<(), Refusal> {
    let columns = table.columns.len();
    if columns == 0 || columns > Document::MOST_COLUMNS {
        let most = number(Document::MOST_COLUMNS);
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
