//! From blocks to paragraphs and tables of Word.

use super::look::{self, Look};
use callout_core::document::{Block, Document, Note, Picture};
use callout_core::error::Error;
use docx_rs::{
    Docx, Paragraph, Pic, Run, Shading, Table, TableCellBorderPosition, TableCellMargins,
    TableLayoutType, TableRow, WidthType,
};

/// A paragraph or a table.
enum Part {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// What the document is made of, top to bottom.
#[derive(Default)]
pub(super) struct Body(Vec<Part>);

impl Body {
    pub fn paragraph(&mut self, paragraph: Paragraph) {
        self.0.push(Part::Paragraph(Box::new(paragraph)));
    }

    pub fn table(&mut self, table: Table) {
        self.0.push(Part::Table(Box::new(table)));
    }

    pub fn into_docx(self, docx: Docx) -> Docx {
        self.0.into_iter().fold(docx, |docx, part| match part {
            Part::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Part::Table(table) => docx.add_table(*table),
        })
    }
}

/// Collects the body and its pictures.
pub(super) struct Writer<'a> {
    pub document: &'a Document,
    pub body: Body,
    /// In the order in which they stand in the body.
    pub pictures: Vec<&'a Picture>,
    /// Whether the last block was a heading: what follows it comes closer.
    under_heading: bool,
    /// From which block to which everything stays on one page, with the table's last rows.
    end: std::ops::Range<usize>,
    /// The number of the block that is written.
    at: usize,
}

/// More at the end of a document would not stay on one page.
const MAX_AT_THE_END: usize = 1_500;

impl<'a> Writer<'a> {
    pub fn new(document: &'a Document) -> Self {
        Writer {
            document,
            body: Body::default(),
            pictures: Vec::new(),
            under_heading: false,
            end: end(document),
            at: 0,
        }
    }

    /// Whether what is written now stays on one page with the block after it.
    pub fn keeps(&self) -> bool {
        self.end.contains(&self.at) && self.at + 1 < self.end.end
    }

    pub fn block(&mut self, block: &'a Block) -> Result<(), Error> {
        match block {
            Block::Heading(heading) => self.heading(&heading.text),
            Block::Paragraph(paragraph) => self.paragraph(&paragraph.text),
            Block::Note(note) => self.note(note),
            Block::Parties(parties) => self.parties(parties),
            Block::KeyValues(all) => self.key_values(all),
            Block::Table(table) => self.table(table),
            Block::Totals(totals) => self.totals(totals)?,
            Block::Picture(picture) => self.picture(picture)?,
            Block::Signatures(all) => self.signatures(all)?,
        }
        self.under_heading = matches!(block, Block::Heading(_));
        self.at += 1;
        Ok(())
    }

    /// Title and number on the left, the company's mark on the right.
    pub fn title(&mut self) -> Result<(), Error> {
        let document = self.document;
        let title = look::paragraph(look::TITLE, &document.title).style(look::TITLE_STYLE);
        let number =
            (!document.number.is_empty()).then(|| look::paragraph(look::NUMBER, &document.number));
        let Some(logo) = &document.logo else {
            self.body.paragraph(title);
            number.into_iter().for_each(|number| self.body.paragraph(number));
            return Ok(());
        };
        let picture = self.run(logo, (look::WIDTH / 2, 2270))?;
        let (wide, narrow) = (look::WIDTH - 3400, 3400);
        let mut left = look::cell(wide).add_paragraph(title);
        if let Some(number) = number {
            left = left.add_paragraph(number);
        }
        let right = look::bare().align(docx_rs::AlignmentType::Right).add_run(picture);
        let right = look::cell(narrow).add_paragraph(right);
        let row = TableRow::new(vec![left, right]).cant_split();
        self.body.table(plain(vec![row], vec![wide, narrow]));
        Ok(())
    }

    /// The space above a table.
    pub fn space(&mut self, height: i32) {
        let height = if self.under_heading { 60 } else { height };
        let below_rows = self.end.contains(&self.at) && self.at > self.end.start;
        let keep = self.under_heading || below_rows;
        self.body.paragraph(look::space(height).keep_next(keep));
    }

    fn heading(&mut self, text: &str) {
        let heading = look::spaced(Paragraph::new(), 340, 60).keep_next(true);
        let heading = heading.add_run(look::run(look::HEADING, text));
        self.body.paragraph(heading.style(look::HEADING_STYLE));
    }

    fn paragraph(&mut self, text: &str) {
        let paragraph = look::spaced(Paragraph::new(), 120, 60).keep_next(self.keeps());
        self.body.paragraph(paragraph.add_run(look::run(look::BODY, text)));
    }

    /// A remark on a ground of its own.
    fn note(&mut self, note: &Note) {
        let mut cell = look::cell(look::WIDTH).shading(Shading::new().fill(look::GROUND));
        cell = look::edge(cell, TableCellBorderPosition::Left, 18, look::ACCENT);
        if !note.title.is_empty() {
            cell = cell.add_paragraph(kept(look::STRONG, &note.title, self.keeps()));
        }
        cell = cell.add_paragraph(kept(look::BODY, &note.text, self.keeps()));
        let table = plain(vec![TableRow::new(vec![cell])], vec![look::WIDTH]);
        let margins = TableCellMargins::new().margin(110, 220, 110, 220);
        self.space(300);
        self.body.table(table.margins(margins));
        self.body.paragraph(look::space(60).keep_next(self.keeps()));
    }

    fn picture(&mut self, picture: &'a Picture) -> Result<(), Error> {
        let run = self.run(picture, (look::WIDTH, 9000))?;
        let align = look::alignment(picture.align);
        let has_caption = !picture.caption.is_empty();
        let paragraph = look::spaced(Paragraph::new(), 240, 60).align(align).keep_next(has_caption);
        self.body.paragraph(paragraph.add_run(run));
        if has_caption {
            let caption = look::paragraph(look::DETAIL, &picture.caption).align(align);
            self.body.paragraph(caption);
        }
        Ok(())
    }

    /// A picture in its place in a line, no larger than `room` in dxa.
    pub fn run(&mut self, picture: &'a Picture, room: (usize, usize)) -> Result<Run, Error> {
        const EMU_PER_MM: u64 = 36_000;
        const EMU_PER_DXA: u64 = 635;
        let shape = picture.shape()?;
        let most = |mm: u16, dxa: usize| (u64::from(mm) * EMU_PER_MM).min(dxa as u64 * EMU_PER_DXA);
        let most_w = most(picture.max_width_mm, room.0);
        let most_h = most(picture.max_height_mm, room.1);
        let (w, h) = (u64::from(shape.width), u64::from(shape.height));
        let (width, height) = if most_w * h <= most_h * w {
            (most_w, most_w * h / w)
        } else {
            (most_h * w / h, most_h)
        };
        let emu = |value: u64| u32::try_from(value).unwrap_or(u32::MAX).max(1);
        let name = format!("rIdPicture{}", self.pictures.len() + 1);
        self.pictures.push(picture);
        let bytes = picture.bytes.0.clone();
        // Its size is said below: docx-rs 0.4.22 would multiply that in pixels beyond its number.
        let picture = Pic::new_with_dimensions(bytes, 1, 1);
        Ok(Run::new().add_image(picture.id(name).size(emu(width), emu(height))))
    }
}

/// The blocks from the last table on, where sums, remarks and signatures below it are few: a last
/// page that shows no row says nothing by itself.
fn end(document: &Document) -> std::ops::Range<usize> {
    let blocks = &document.blocks;
    let Some(table) = blocks.iter().rposition(|block| matches!(block, Block::Table(_))) else {
        return 0..0;
    };
    let below = blocks.get(table + 1..).unwrap_or_default();
    let letters = below.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.text.len(),
        Block::Note(note) => note.title.len() + note.text.len(),
        Block::Signatures(all) => all.boxes.iter().map(|one| one.state.len()).sum(),
        Block::Picture(_) | Block::Parties(_) => MAX_AT_THE_END,
        Block::KeyValues(all) => all.entries.len() * 50,
        _ => 0,
    });
    if letters.sum::<usize>() < MAX_AT_THE_END { table..blocks.len() } else { 0..0 }
}

/// A table of fixed widths (dxa) without rules.
pub(super) fn plain(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    Table::without_borders(rows)
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
        .set_grid(widths)
}

/// A paragraph that stays with the next one.
pub(super) fn kept(look: Look, text: &str, keep: bool) -> Paragraph {
    look::paragraph(look, text).keep_next(keep)
}
