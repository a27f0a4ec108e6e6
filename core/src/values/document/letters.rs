//! Every text that a document has on paper, and where it stands.

use super::{Block, Document, Party, Refusal, Row, SignatureBox, Table};
use unicode_normalization::UnicodeNormalization;

/// How much of a text is repeated to say where a letter stands.
const EXCERPT: usize = 80;

impl Document {
    /// Refuses the first letter that a renderer cannot show. `paints` is asked about composed
    /// letters (NFC), line breaks among them. Renderers call this from
    /// [`Renderer::check`](crate::port::renderer::Renderer::check).
    ///
    /// # Errors
    /// `DOCUMENT-LETTER-01`, with the letter and the text in which it stands.
    pub fn letters(&self, paints: impl Fn(char) -> bool) -> Result<(), Refusal> {
        self.texts(&mut |place, text| match text.nfc().find(|letter| !paints(*letter)) {
            None => Ok(()),
            Some(letter) => Err(Refusal::Letter {
                letter: shown(letter),
                code: format!("U+{:04X}", u32::from(letter)),
                place: place.to_owned(),
                text: text.nfc().take(EXCERPT).map(shown).collect(),
            }),
        })
    }

    /// Shows each text that is rendered, with the words by which its reader finds it.
    pub(super) fn texts<'d>(
        &'d self,
        visit: &mut dyn FnMut(&str, &'d str) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        visit(&self.title, &self.title)?;
        visit(&self.title, &self.number)?;
        for block in &self.blocks {
            texts_of(block, visit)?;
        }
        for picture in self.pictures() {
            visit(&picture.alt, &picture.caption)?;
        }
        visit(&self.title, &self.footer)?;
        visit(&self.title, self.content_hash.as_deref().unwrap_or_default())
    }
}

/// A letter as a message can hold it.
fn shown(letter: char) -> String {
    let odd = letter.is_control() || matches!(u32::from(letter) & 0xffff, 0xfffe | 0xffff);
    if odd { "\u{fffd}".to_owned() } else { letter.to_string() }
}

type Visit<'v, 'd> = &'v mut dyn FnMut(&str, &'d str) -> Result<(), Refusal>;

fn texts_of<'d>(block: &'d Block, visit: Visit<'_, 'd>) -> Result<(), Refusal> {
    match block {
        Block::Heading(heading) => visit(&heading.text, &heading.text),
        Block::Paragraph(paragraph) => visit("", &paragraph.text),
        Block::Note(note) => {
            visit(&note.title, &note.title)?;
            visit(&note.title, &note.text)
        }
        Block::Parties(two) => {
            party(&two.left, visit)?;
            party(&two.right, visit)
        }
        Block::KeyValues(all) => all.entries.iter().try_for_each(|pair| {
            visit(&pair.label, &pair.label)?;
            visit(&pair.label, &pair.value)
        }),
        Block::Table(one) => table(one, visit),
        Block::Totals(all) => {
            for line in &all.lines {
                visit(&line.label, &line.label)?;
                visit(&line.label, &line.value)?;
            }
            all.table.iter().try_for_each(|own| table(own, visit))
        }
        // Its caption is looked at with all pictures.
        Block::Picture(_) => Ok(()),
        Block::Signatures(all) => all.boxes.iter().try_for_each(|one| signature(one, visit)),
    }
}

fn party<'d>(party: &'d Party, visit: Visit<'_, 'd>) -> Result<(), Refusal> {
    visit(&party.title, &party.title)?;
    visit(&party.title, &party.name)?;
    party.lines.iter().try_for_each(|line| visit(&party.title, line))
}

fn table<'d>(table: &'d Table, visit: Visit<'_, 'd>) -> Result<(), Refusal> {
    let mut column_of = |at: usize, text: &'d str| {
        visit(table.columns.get(at).map_or("", |column| &column.title), text)
    };
    for (at, column) in table.columns.iter().enumerate() {
        column_of(at, &column.title)?;
    }
    for row in &table.rows {
        match row {
            Row::Group { title } => column_of(0, title)?,
            Row::Line { cells } | Row::Total { cells } => {
                for (at, cell) in cells.iter().enumerate() {
                    column_of(at, &cell.text)?;
                    column_of(at, cell.detail.as_deref().unwrap_or_default())?;
                }
            }
        }
    }
    column_of(0, table.empty.as_deref().unwrap_or_default())
}

fn signature<'d>(one: &'d SignatureBox, visit: Visit<'_, 'd>) -> Result<(), Refusal> {
    let texts = [&one.title, &one.name_label, &one.name, &one.time_label, &one.time, &one.state];
    texts.into_iter().try_for_each(|text| visit(&one.title, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Column, KeyValue, KeyValues, Kind, Language, Note, Parties};
    use crate::document::{Picture, Signatures, Total, Totals};

    /// A document that has a mark of its own in each place where text can stand.
    fn full() -> (Document, Vec<char>) {
        let mut marks = ('\u{4e00}'..).take(40);
        let mut used = Vec::new();
        let mut mark = || {
            let one = marks.next().unwrap();
            used.push(one);
            format!("text {one}")
        };
        let mut document = Document::new(Kind::Other, mark(), Language::Cs);
        document.number = mark();
        document.footer = mark();
        document.content_hash = Some(mark());
        let mut party = || Party { title: mark(), name: mark(), lines: vec![mark()] };
        let (left, right) = (party(), party());
        let mut picture = Picture::new(Vec::new(), "obrázek", (1, 1));
        picture.caption = mark();
        document.blocks = vec![
            Block::heading(mark()),
            Block::paragraph(mark()),
            Block::Note(Note { title: mark(), text: mark() }),
            Block::Parties(Parties { left, right }),
            Block::KeyValues(KeyValues {
                columns: 1,
                entries: vec![KeyValue::new(mark(), mark())],
            }),
            Block::Table(Table {
                columns: vec![Column::left(mark(), 1)],
                rows: vec![
                    Row::group(mark()),
                    Row::line([Cell::with_detail(mark(), mark())]),
                    Row::total([mark()]),
                ],
                empty: Some(mark()),
            }),
            Block::Totals(Totals {
                lines: vec![Total::new(mark(), mark())],
                table: Some(Table { columns: vec![Column::left(mark(), 1)], ..Table::default() }),
                ..Totals::default()
            }),
            Block::Picture(picture),
            Block::Signatures(Signatures {
                boxes: vec![SignatureBox {
                    title: mark(),
                    name_label: mark(),
                    name: mark(),
                    time_label: mark(),
                    time: mark(),
                    picture: None,
                    state: mark(),
                }],
            }),
        ];
        (document, used)
    }

    #[test]
    fn no_place_is_overlooked() {
        let (document, marks) = full();
        assert!(document.letters(|_| true).is_ok());
        for mark in marks {
            let refusal = document.letters(|letter| letter != mark).unwrap_err();
            let Refusal::Letter { letter, code, text, .. } = refusal else { panic!("{mark}") };
            assert_eq!((letter, code), (mark.to_string(), format!("U+{:X}", u32::from(mark))));
            assert!(text.contains(mark), "{text}");
        }
    }

    #[test]
    fn parts_of_a_letter_are_looked_at_as_one() {
        let mut document = Document::new(Kind::Other, "Hu\u{31b}\u{303}u", Language::Cs);
        document.blocks.push(Block::paragraph("a\u{7}b"));
        let refusal = document.letters(|letter| letter.is_alphabetic()).unwrap_err();
        let Refusal::Letter { letter, code, .. } = refusal else { panic!("a letter") };
        assert_eq!((letter.as_str(), code.as_str()), ("\u{fffd}", "U+0007"));
    }
}
