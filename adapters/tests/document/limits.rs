//! What one document holds: at its limits it is taken, and one past them it is not.

use callout_core::document::{Block, Column, Document, Kind, Language, Picture, Row, Table};

fn code(block: Block) -> Option<&'static str> {
    let mut document = Document::new(Kind::Other, "Zápis", Language::Cs);
    document.blocks.push(block);
    document.check().err().map(|refusal| callout_core::error::Error::from(refusal).code())
}

#[test]
fn a_document_has_so_many_characters_lines_and_columns() {
    let most = Document::MAX_CHARACTERS as usize;
    let text = |characters: usize| Block::paragraph("a".repeat(characters));
    // Title, number, text, footer and hash: each counts one more than it has.
    let beside = "Zápis".len() + 5;
    assert_eq!(code(text(most - beside)), None);
    assert_eq!(code(text(most - beside + 1)), Some("DOCUMENT-SIZE-01"));
    let most = Document::MAX_LINES as usize;
    assert_eq!(code(Block::paragraph("\n".repeat(most - 1))), None);
    assert_eq!(code(Block::paragraph("\n".repeat(most))), Some("DOCUMENT-SIZE-02"));
    let table = |columns: usize| {
        let columns = (0..columns).map(|n| Column::left(n.to_string(), 1)).collect();
        Block::Table(Table { columns, rows: vec![Row::Line { cells: Vec::new() }], empty: None })
    };
    assert_eq!(code(table(Document::MAX_COLUMNS)), None);
    assert_eq!(code(table(Document::MAX_COLUMNS + 1)), Some("DOCUMENT-TABLE-01"));
}

/// A PNG that says its size and holds no pixels.
fn png(width: u32, height: u32, bytes: usize) -> Picture {
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    file.extend(width.to_be_bytes());
    file.extend(height.to_be_bytes());
    file.extend(b"\x08\x02\0\0\0CRCC");
    let fill = bytes.saturating_sub(file.len() + 24);
    file.extend((fill as u32).to_be_bytes());
    file.extend(b"teXt");
    file.resize(file.len() + fill + 4, 0);
    file.extend(b"\0\0\0\0IENDCRCC");
    Picture::new(file, "Podpis", (10, 10))
}

#[test]
fn a_picture_has_so_many_pixels_and_bytes() {
    let most = u32::try_from(Picture::MAX_PIXELS).expect("it fits");
    let code = |picture: Picture| code(Block::Picture(picture));
    assert_eq!(code(png(most, 1, 0)), None);
    assert_eq!(code(png(most + 1, 1, 0)), Some("DOCUMENT-PICTURE-03"));
    let largest = png(1, 1, Picture::MAX_BYTES);
    assert_eq!(largest.bytes.0.len(), Picture::MAX_BYTES);
    assert_eq!(code(largest), None);
    assert_eq!(code(png(1, 1, Picture::MAX_BYTES + 1)), Some("DOCUMENT-PICTURE-03"));
}
