//! What makes the file the same every time: dates and identity from the document.

use super::{RENDERER, failed};
use callout_core::document::Document;
use callout_core::error::Error;
use chrono::{DateTime, Datelike, Timelike, Utc};
use lopdf::{Object, StringFormat, dictionary};
use printpdf::{OffsetDateTime, PdfDocument};
use sha2::{Digest, Sha256};

/// Title, author, producer and dates in the file's properties.
pub(super) fn describe(pdf: &mut PdfDocument, document: &Document) {
    let info = &mut pdf.metadata.info;
    info.document_title = document.heading();
    info.author = document.author.clone();
    info.creator = "Callout".to_owned();
    info.producer = RENDERER.to_owned();
    // The dates themselves are written by `finish`, in the one form that all readers take.
    if let Ok(made) = OffsetDateTime::from_unix_timestamp(document.created.timestamp()) {
        info.creation_date = made;
        info.modification_date = made;
        info.metadata_date = made;
    }
}

/// Writes the file: version, language, dates, identity, compressed streams.
pub(super) fn finish(mut pdf: lopdf::Document, document: &Document) -> Result<Vec<u8>, Error> {
    pdf.version = "1.7".to_owned();
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object
            && !stream.dict.has(b"Filter")
        {
            stream.compress().map_err(failed)?;
        }
    }
    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::string_literal(document.language.tag()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let info = pdf.trailer.get(b"Info").and_then(Object::as_reference).map_err(failed)?;
    let info = pdf.get_dictionary_mut(info).map_err(failed)?;
    let made = date(document.created);
    info.set("CreationDate", Object::string_literal(made.as_str()));
    info.set("ModDate", Object::string_literal(made.as_str()));
    // Keys that say nothing here, or that belong to printing standards.
    for key in ["GTS_PDFXVersion", "Identifier", "Keywords", "Subject", "Trapped"] {
        info.remove(key.as_bytes());
    }
    let identity = identity(document)?;
    let identity = Object::String(identity, StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![identity.clone(), identity]);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Sixteen bytes from all that the document says.
fn identity(document: &Document) -> Result<Vec<u8>, Error> {
    let said = serde_json::to_vec(document).map_err(failed)?;
    Ok(Sha256::digest(said).iter().take(16).copied().collect())
}

/// An instant as PDF writes it: `D:20261015063000Z`.
fn date(at: DateTime<Utc>) -> String {
    format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}Z",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}
