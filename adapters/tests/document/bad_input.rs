//! What cannot be painted is refused with a code, and nothing panics.

use crate::{pictures, samples};
use callout_adapters::format::docx::DocxRenderer;
use callout_adapters::format::pdf::PdfRenderer;
use callout_core::document::{
    Block, Column, Document, Kind, Language, Picture, Refusal, Row, SignatureBox, Signatures, Table,
};
use callout_core::error::{Coded, Error};
use callout_core::port::renderer::Renderer;
use chrono::{TimeZone, Utc};

fn renderers() -> [Box<dyn Renderer>; 2] {
    [Box::new(PdfRenderer::new()), Box::new(DocxRenderer::new())]
}

fn with(block: Block) -> Document {
    let mut document = Document::new(Kind::Other, "Zkouška", Language::Cs);
    document.blocks.push(block);
    document
}

fn picture(bytes: Vec<u8>) -> Document {
    with(Block::Picture(Picture::new(bytes, "podpis", (50, 20))))
}

fn table(columns: Vec<Column>, rows: Vec<Row>) -> Document {
    with(Block::Table(Table { columns, rows, empty: None }))
}

/// A JPEG as far as headers go: frame header of so many channels, then the end.
fn jpeg(channels: u8) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 8 + 3 * channels, 8, 0, 20, 0, 30, channels];
    bytes.extend((0..channels).flat_map(|id| [id, 0x11, 0]));
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// A JPEG that a camera took on its side: EXIF, big-endian, orientation 8.
fn on_its_side() -> Vec<u8> {
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0";
    let length = u8::try_from(exif.len() + 2).unwrap();
    [&[0xff, 0xd8, 0xff, 0xe1, 0, length], &exif[..], &jpeg(3)[2..]].concat()
}

#[test]
fn bad_documents_are_refused_with_their_code() {
    let sound = pictures::signature();
    let mut huge = sound.clone();
    huge[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let mut flat = sound.clone();
    flat[16..20].copy_from_slice(&[0; 4]);
    let mut none = Picture::new(sound.clone(), "podpis", (0, 20));
    none.caption = "bez šířky".into();
    let mut old = Document::new(Kind::Other, "Zkouška", Language::Cs);
    old.created = Utc.with_ymd_and_hms(-44, 3, 15, 12, 0, 0).unwrap();
    let long = "a".repeat(6_000_000);
    let table = [
        // document, code
        (picture(b"GIF89a".to_vec()), "DOCUMENT-PICTURE-01"),
        (picture(Vec::new()), "DOCUMENT-PICTURE-01"),
        (picture(sound[..sound.len() / 2].to_vec()), "DOCUMENT-PICTURE-02"),
        (picture(sound[..9].to_vec()), "DOCUMENT-PICTURE-02"),
        (picture(flat), "DOCUMENT-PICTURE-02"),
        (picture(vec![0xff, 0xd8, 0xff, 0xe0, 0, 200]), "DOCUMENT-PICTURE-02"),
        (picture(huge), "DOCUMENT-PICTURE-03"),
        (picture([sound, vec![0; 17 << 20]].concat()), "DOCUMENT-PICTURE-03"),
        (with(Block::Picture(none)), "DOCUMENT-PICTURE-04"),
        (table(Vec::new(), Vec::new()), "DOCUMENT-TABLE-01"),
        (table(vec![Column::left("a", 1); 21], Vec::new()), "DOCUMENT-TABLE-01"),
        (
            table(vec![Column::left("a", 1)], vec![Row::line(["a"]), Row::line(["a", "b"])]),
            "DOCUMENT-TABLE-02",
        ),
        (table(vec![Column::left("a", 0)], Vec::new()), "DOCUMENT-TABLE-03"),
        (with(Block::paragraph(long)), "DOCUMENT-SIZE-01"),
        (with(Block::paragraph("a\n".repeat(50_001))), "DOCUMENT-SIZE-02"),
        (table(vec![Column::left("a", 1)], vec![Row::line([""]); 50_001]), "DOCUMENT-SIZE-02"),
        (picture(on_its_side()), "DOCUMENT-PICTURE-06"),
        (with(Block::heading("a\u{0}")), "DOCUMENT-LETTER-01"),
        (with(Block::note("a\u{1b}")), "DOCUMENT-LETTER-01"),
        (with(Block::note("a\u{fffe}")), "DOCUMENT-LETTER-01"),
        (with(Block::note("a\u{85}")), "DOCUMENT-LETTER-01"),
        (old, "DOCUMENT-DATE-01"),
    ];
    for (document, code) in &table {
        for renderer in renderers() {
            let error = renderer.render(document).err().map(|error| error.code());
            assert_eq!(error, Some(*code), "{}", renderer.name());
        }
    }
}

#[test]
fn pictures_that_only_decoding_shows_broken_are_refused_by_the_pdf_painter() {
    let mut bytes = pictures::signature();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8].fill(0xaa);
    let broken = PdfRenderer::new().render(&picture(bytes)).unwrap_err();
    assert_eq!(broken.code(), "DOCUMENT-PICTURE-02");
    let cmyk = PdfRenderer::new().render(&picture(jpeg(4))).unwrap_err();
    assert_eq!(cmyk.code(), "DOCUMENT-PICTURE-05");
}

#[test]
fn a_signature_without_a_stroke_is_none_and_a_large_one_is_scaled_to_paper() {
    let signed = |bytes: Vec<u8>| {
        let picture = Some(Picture::new(bytes, "podpis", (60, 20)));
        let one = SignatureBox { picture, ..SignatureBox::default() };
        with(Block::Signatures(Signatures { boxes: vec![one] }))
    };
    for colour in [(255, 255), (0, 0), (252, 255), (0, 255), (128, 255), (60, 128)] {
        let white = pictures::png(20, 20, |_, _| colour);
        let refused = PdfRenderer::new().render(&signed(white.clone())).unwrap_err();
        assert_eq!(refused.code(), "DOCUMENT-PICTURE-07", "{colour:?}");
        assert!(PdfRenderer::new().render(&picture(white)).is_ok(), "a picture may be white");
    }
    let noise = |x: u32, y: u32| ((x.wrapping_mul(2_654_435_761) ^ (y * 40_503)) as u8, 255);
    let small = PdfRenderer::new().render(&signed(pictures::png(700, 200, noise))).unwrap();
    let large = PdfRenderer::new().render(&signed(pictures::png(4200, 1200, noise))).unwrap();
    assert!(large.len() < small.len() * 2, "{} of {}", large.len(), small.len());
}

#[test]
fn jpeg_goes_through_as_it_is() {
    let bytes = jpeg(3);
    let painted = PdfRenderer::new().render(&picture(bytes.clone())).unwrap();
    assert!(painted.windows(bytes.len()).any(|window| window == bytes));
    assert!(painted.windows(9).any(|window| window == b"DCTDecode"));
    assert!(DocxRenderer::new().render(&picture(bytes)).is_ok());
}

/// Its pixels stay below the most, and its width in units of Word is beyond 32 bits.
#[test]
fn a_picture_of_great_width_is_painted() {
    let wide = pictures::png(460_000, 2, |x, _| (x as u8, 255));
    for most in [1, 500] {
        let mut page = picture(wide.clone());
        for block in &mut page.blocks {
            if let Block::Picture(picture) = block {
                (picture.max_width_mm, picture.max_height_mm) = (most, most);
            }
        }
        assert!(PdfRenderer::new().render(&page).is_ok());
        assert!(DocxRenderer::new().render(&page).is_ok());
    }
}

#[test]
fn no_damaged_picture_makes_a_panic() {
    let sound = pictures::png(16, 16, |x, y| ((x * 16) as u8, (y * 16) as u8));
    let jpeg = jpeg(3);
    for bytes in [&sound, &jpeg] {
        for at in 0..bytes.len() {
            for value in [0x00, 0x7f, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] = value;
                // Refused or painted, both will do.
                let _ = PdfRenderer::new().render(&picture(damaged.clone()));
                let _ = DocxRenderer::new().render(&picture(damaged[..at].to_vec()));
            }
        }
    }
}

#[test]
fn odd_letters_are_painted() {
    let odd = "\u{202e}\u{2066}<b>&amp;\u{1f600}\r\n\t\u{2028}\u{b}]]>";
    let mut document = with(Block::paragraph(odd));
    document.title = odd.into();
    document.number = odd.into();
    document.author = odd.into();
    document.footer = odd.into();
    document.content_hash = Some(odd.into());
    document.blocks.push(Block::heading(odd));
    document.blocks.push(Block::Table(Table {
        columns: vec![Column::left(odd, 1)],
        rows: vec![Row::group(odd), Row::line([odd]), Row::total([odd])],
        empty: None,
    }));
    for renderer in renderers() {
        assert!(renderer.render(&document).is_ok(), "{}", renderer.name());
    }
}

#[test]
fn json_with_unknown_fields_or_bad_bytes_is_not_read() {
    let mut json = serde_json::to_value(samples::job_sheet(Language::Cs)).unwrap();
    let read = |json: &serde_json::Value| serde_json::from_value::<Document>(json.clone());
    assert!(read(&json).is_ok());
    json["blocks"][0]["colour"] = "red".into();
    assert!(read(&json).unwrap_err().to_string().contains("colour"));
    let text = r#"{"bytes": "*", "alt": "", "max_width_mm": 1, "max_height_mm": 1}"#;
    assert!(serde_json::from_str::<Picture>(text).unwrap_err().to_string().contains("base64"));
}

#[test]
fn a_failing_painter_says_which() {
    let refusal = Refusal::Renderer { renderer: "p".into(), reason: "r".into() };
    assert_eq!(Error::from(refusal.clone()).code(), "DOCUMENT-RENDER-01");
    assert_eq!(refusal.parameters().len(), 2);
}
