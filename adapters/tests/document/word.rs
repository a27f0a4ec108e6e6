//! What Word gets: repeated heads, alternative texts, properties. And what readers copy out.

use crate::skip::skipped;
use crate::{pictures, samples};
use callout_adapters::format::docx::DocxRenderer;
use callout_adapters::format::pdf::PdfRenderer;
use callout_core::document::{Block, Document, Language, Picture};
use callout_core::port::renderer::{Format, Renderer};
use std::io::{Cursor, Read};
use std::process::Command;

fn part(document: &Document, name: &str) -> String {
    let bytes = DocxRenderer::new().render(document).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn heads_of_tables_are_repeated_and_only_they() {
    let xml = part(&samples::invoice(Language::Cs, 40), "word/document.xml");
    let head = |row: &&str| row.contains("<w:tblHeader />");
    let heads: Vec<&str> = xml.split("<w:tr>").filter(head).collect();
    assert_eq!(heads.len(), 2);
    assert!(heads[0].contains("Množství") && heads[1].contains("Sazba DPH"));
}

#[test]
fn pictures_have_their_own_identity_and_alternative_text() {
    let mut sheet = samples::job_sheet(Language::Cs);
    let alt = "kotel \"před\" & <po>";
    sheet.blocks.push(Block::Picture(Picture::new(pictures::logo(), alt, (40, 40))));
    let xml = part(&sheet, "word/document.xml");
    assert!(xml.contains("id=\"1\" name=\"Figure 1\" descr=\"Podpis zákazníka\""));
    assert!(
        xml.contains(
            "id=\"2\" name=\"Figure 2\" descr=\"kotel &quot;před&quot; &amp; &lt;po&gt;\""
        )
    );
}

#[test]
fn properties_come_from_the_document() {
    let core = part(&samples::invoice(Language::En, 1), "docProps/core.xml");
    for text in [
        "<dc:title>Invoice – tax document 2026000123</dc:title>",
        "<dc:creator>Tepelná technika Říha, s.r.o.</dc:creator>",
        "<dc:language>en-GB</dc:language>",
        "2026-10-15T09:30:00Z</dcterms:created>",
        "2026-10-15T09:30:00Z</dcterms:modified>",
    ] {
        assert!(core.contains(text), "{text} in {core}");
    }
}

#[test]
fn the_footer_counts_pages_in_the_language_of_the_document() {
    for (language, words) in [(Language::Cs, ["Strana ", " z "]), (Language::En, ["Page ", " of "])]
    {
        let footer = part(&samples::job_sheet(language), "word/footer1.xml");
        assert!(words.iter().all(|word| footer.contains(word)));
        assert!(footer.contains("PAGE") && footer.contains("NUMPAGES"));
    }
}

#[test]
fn painters_say_what_they_are() {
    let (pdf, docx) = (PdfRenderer::new(), DocxRenderer::new());
    assert_eq!((pdf.format(), docx.format()), (Format::Pdf, Format::Docx));
    assert!(pdf.name().starts_with("callout-pdf ") && pdf.name().contains("printpdf"));
    assert!(docx.name().starts_with("callout-docx ") && docx.name().contains("docx-rs"));
}

#[test]
fn a_painted_invoice_is_small() {
    let pdf = PdfRenderer::new().render(&samples::invoice(Language::Cs, 40)).unwrap();
    assert!(pdf.len() < 40_000, "{} bytes", pdf.len());
}

/// Needs `pdftotext`; says so and does nothing where it is absent.
#[test]
#[allow(clippy::print_stderr)]
fn readers_copy_out_every_letter() {
    let path = std::env::temp_dir().join(format!("callout-letters-{}.pdf", std::process::id()));
    let pangram = "Příliš žluťoučký kůň úpěl ďábelské ódy. PŘÍLIŠ ŽLUŤOUČKÝ KŮŇ ÚPĚL ĎÁBELSKÉ ÓDY";
    let mut sheet = samples::job_sheet(Language::Cs);
    sheet.blocks.insert(0, Block::paragraph(pangram));
    sheet.blocks.insert(1, Block::paragraph("limit ≤ 5 a ≥ 3 → ✓ ☐ ano €"));
    std::fs::write(&path, PdfRenderer::new().render(&sheet).unwrap()).unwrap();
    let read =
        Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output();
    let _ = std::fs::remove_file(&path);
    let Ok(read) = read else { return skipped("pdftotext", "it is not here") };
    let text = String::from_utf8(read.stdout).unwrap();
    for expected in
        [pangram, "Zakázkový list", "limit ≤ 5 a ≥ 3 → ✓ ☐ ano €", "ZL-2026-0042", "Strana 1 z 1"]
    {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}
