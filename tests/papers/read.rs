//! The files of a document, read back.

use crate::support::world;
use callout::document::{Language, format};
use callout::engine::Engine;
use callout::money::Exact;
use callout::port::renderer::Format;
use callout::rendering::Page;
use std::io::{Cursor, Read};
use uuid::Uuid;

/// The bytes of a file of a document.
pub fn painted(engine: &Engine, document: Uuid, format: Format) -> Vec<u8> {
    let page = Page { document, version: 1, format };
    let file = engine.render(world::company(), &world::manager(), &page).expect("painted");
    engine.session(world::company(), world::manager()).blob(&file.blob).expect("its bytes")
}

/// The text of each paragraph of a Word document, in order.
fn word(bytes: Vec<u8>) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut xml = String::new();
    zip.by_name("word/document.xml").expect("a part").read_to_string(&mut xml).expect("text");
    let run = |piece: &str| {
        let inner = piece.split_once('>').map_or("", |(_, inner)| inner);
        inner.split("</w:t>").next().unwrap_or_default().to_owned()
    };
    let runs = |p: &str| p.replace("<w:t ", "<w:t>").split("<w:t>").skip(1).map(run).collect();
    xml.split("</w:p>").map(runs).collect()
}

/// What a reader copies out of a PDF, piece by piece in reading order, and how many pages it has.
fn pdf(bytes: &[u8]) -> (Vec<String>, usize) {
    let file = lopdf::Document::load_mem(bytes).expect("a PDF");
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    let text = |page: &u32| file.extract_text(&[*page]).expect("text");
    let pieces = pages.iter().flat_map(|page| {
        text(page).lines().map(|line| line.trim_end_matches(' ').to_owned()).collect::<Vec<_>>()
    });
    (pieces.collect(), pages.len())
}

/// The pieces that are an amount of money, with or without the currency, in their order.
fn amounts(pieces: &[String], language: Language) -> Vec<Exact> {
    let (apart, point) = match language {
        Language::Cs => (format::NO_BREAK, ','),
        Language::En => (',', '.'),
    };
    let amount = |piece: &String| {
        let bare = piece.trim_end_matches("Kč").trim_start_matches("CZK");
        let bare = bare.trim_matches(format::NO_BREAK);
        let (whole, fraction) = bare.split_once(point)?;
        let plain = whole.replace(apart, "");
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        (digits(&plain) && digits(fraction) && fraction.len() == 2)
            .then(|| format!("{plain}.{fraction}").parse().expect("an amount"))
    };
    pieces.iter().filter_map(amount).collect()
}

/// The two files of a document, read back.
pub struct Files {
    pub word: Vec<String>,
    pub pdf: Vec<String>,
    pub pages: usize,
    language: Language,
}

impl Files {
    pub fn of(engine: &Engine, document: Uuid, language: Language) -> Files {
        let (pdf, pages) = pdf(&painted(engine, document, Format::Pdf));
        let word = word(painted(engine, document, Format::Docx));
        Files { word, pdf, pages, language }
    }

    /// The same amounts in the same order.
    pub fn amounts(&self) -> Vec<Exact> {
        let amounts = amounts(&self.word, self.language);
        assert_eq!(amounts, self::amounts(&self.pdf, self.language));
        amounts
    }

    pub fn say(&self, count: usize, words: &str) {
        for pieces in [&self.word, &self.pdf] {
            let found = pieces.iter().filter(|piece| piece.contains(words)).count();
            assert_eq!(found, count, "{words}");
        }
    }
}
