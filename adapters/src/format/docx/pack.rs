//! Packing the parts: compressed, without dates, always in the same order.

use docx_rs::XMLDocx;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A theme in the colours of the house: readers expect one.
const THEME: &[u8] = include_bytes!("theme.xml");

/// The bytes of the file.
pub(super) fn pack(package: XMLDocx) -> ZipResult<Vec<u8>> {
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".into(), package.content_type),
        ("_rels/.rels".into(), package.rels),
        ("docProps/app.xml".into(), package.doc_props.app),
        ("docProps/core.xml".into(), package.doc_props.core),
        ("docProps/custom.xml".into(), package.doc_props.custom),
        ("word/_rels/document.xml.rels".into(), package.document_rels),
        ("word/document.xml".into(), package.document),
        ("word/styles.xml".into(), package.styles),
        ("word/settings.xml".into(), package.settings),
        ("word/fontTable.xml".into(), package.font_table),
        ("word/comments.xml".into(), package.comments),
        ("word/numbering.xml".into(), package.numberings),
        ("word/commentsExtended.xml".into(), package.comments_extended),
        ("word/footnotes.xml".into(), package.footnotes),
        ("word/theme1.xml".into(), THEME.to_vec()),
    ];
    let mut numbered = |name: &str, end: &str, all: Vec<Vec<u8>>| {
        for (index, part) in all.into_iter().enumerate() {
            parts.push((format!("word/{name}{}{end}", index + 1), part));
        }
    };
    numbered("header", ".xml", package.headers);
    numbered("_rels/header", ".xml.rels", package.header_rels);
    numbered("footer", ".xml", package.footers);
    numbered("_rels/footer", ".xml.rels", package.footer_rels);
    for (name, bytes) in package.media {
        parts.push((format!("word/media/{name}.png"), bytes));
    }
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
