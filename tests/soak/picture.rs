//! Pictures: what passes the checks is painted by every renderer, and the files open.

use super::mutate::{Dice, bytes};
use callout::adapters::format::docx::DocxRenderer;
use callout::adapters::format::pdf::PdfRenderer;
use callout::document::{Block, Document, Kind, Language, Picture, SignatureBox, Signatures};
use callout::port::renderer::{Format, Renderer};
use std::io::{Cursor, Read};

const WORDS: [&str; 8] =
    ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "eXIf", "Exif\0\0II*\0\u{8}\0\0\0", "\u{0}\u{0}"];

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    })
}

fn chunk(name: &[u8; 4], value: &[u8]) -> Vec<u8> {
    let named = [&name[..], value].concat();
    let length = u32::try_from(value.len()).unwrap().to_be_bytes();
    [&length[..], &named, &crc(&named).to_be_bytes()].concat()
}

/// A PNG of 24 by 16 pixels, not compressed, with these chunks before its pixels.
fn png(depth: u8, colour: u8, between: &[Vec<u8>]) -> Vec<u8> {
    let samples = [1, 0, 3, 1, 2, 0, 4][usize::from(colour)];
    let row = usize::from(depth) * samples * 24 / 8;
    let mut pixels = Vec::new();
    for y in 0..16 {
        pixels.push(0);
        pixels.extend((0..row).map(|x| (x * 37 + y * 11) as u8));
    }
    let (mut a, mut b) = (1u32, 0u32);
    for byte in &pixels {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    let length = u16::try_from(pixels.len()).unwrap();
    let head = [&[0x78, 1, 1][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
    let data = [&head[..], &pixels, &(b << 16 | a).to_be_bytes()].concat();
    let shape =
        [&24u32.to_be_bytes()[..], &16u32.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat();
    let sign = b"\x89PNG\r\n\x1a\n".to_vec();
    let chunks = [chunk(b"IDAT", &data), chunk(b"IEND", b"")];
    [&[sign, chunk(b"IHDR", &shape)][..], between, &chunks].concat().concat()
}

/// A JPEG as far as its frame goes: renderers hand it on as it is.
fn jpeg(frame: u8, channels: u8, exif: &[u8]) -> Vec<u8> {
    let segment = |marker: u8, value: &[u8]| {
        let length = u16::try_from(value.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker][..], &length, value].concat()
    };
    let planes: Vec<u8> = (1..=channels).flat_map(|n| [n, 0x11, 0]).collect();
    let shape = [&[8, 0, 16, 0, 24, channels][..], &planes].concat();
    [
        vec![0xff, 0xd8],
        segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xe1, exif),
        segment(0xdb, &[0; 65]),
        segment(frame, &shape),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![0x5a; 40],
        vec![0xff, 0xd9],
    ]
    .concat()
}

fn samples() -> Vec<Vec<u8>> {
    let palette = chunk(b"PLTE", &(0..=255).flat_map(|n| [n, 255 - n, n / 2]).collect::<Vec<_>>());
    let through = chunk(b"tRNS", &[0, 128, 255]);
    let upright = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0";
    vec![
        png(8, 0, &[]),
        png(1, 0, &[]),
        png(16, 2, &[]),
        png(8, 2, &[chunk(b"tRNS", &[0; 6])]),
        png(8, 3, &[palette.clone(), through]),
        png(4, 3, &[palette]),
        png(8, 4, &[]),
        png(8, 6, &[chunk(b"gAMA", &[0, 0, 0xb1, 0x8f])]),
        jpeg(0xc0, 3, upright),
        jpeg(0xc2, 1, b""),
        include_bytes!("../../examples/service_call/signature.png").to_vec(),
    ]
}

/// Sums that hold again after the damage, so that it goes past the first check.
fn mended(png: &mut [u8]) {
    let mut at = 8;
    while let Some(length) = png.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap()) as usize;
        let Some(end) = (at + 8).checked_add(length) else { return };
        let Some(named) = png.get(at + 4..end) else { return };
        let sum = crc(named).to_be_bytes();
        let Some(place) = png.get_mut(end..end + 4) else { return };
        place.copy_from_slice(&sum);
        at = end + 4;
    }
}

fn damaged(samples: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let sample = dice.of(samples).clone();
    let mut sample = bytes(&sample, samples, &WORDS, dice);
    if dice.below(3) > 0 {
        mended(&mut sample);
    }
    sample
}

/// A page with the picture as a signature of this size, in both formats.
fn painted(sample: &[u8], most_mm: (u16, u16)) -> Vec<Result<Vec<u8>, &'static str>> {
    let picture = Some(Picture::new(sample.to_vec(), "Podpis", most_mm));
    let mut page = Document::new(Kind::Other, "Podpis", Language::Cs);
    let one = SignatureBox { picture, ..SignatureBox::default() };
    page.blocks.push(Block::Signatures(Signatures { boxes: vec![one] }));
    let renderers: [&dyn Renderer; 2] = [&PdfRenderer::new(), &DocxRenderer::new()];
    renderers.map(|it| it.render(&page).map_err(|error| error.code())).into()
}

fn opens(file: &[u8], format: Format) {
    match format {
        Format::Pdf => {
            let pdf = lopdf::Document::load_mem(file).expect("a PDF that opens");
            assert_eq!(pdf.get_pages().len(), 1);
        }
        Format::Docx => {
            let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
            let mut text = String::new();
            let mut part = archive.by_name("word/document.xml").expect("its text");
            part.read_to_string(&mut text).expect("letters");
            assert!(text.ends_with("</w:document>"), "{text}");
        }
    }
}

#[test]
fn no_picture_breaks_a_painter() {
    let samples = samples();
    let (mut kept, mut refused) = (0, 0);
    crate::soak(
        "picture",
        |dice| damaged(&samples, dice),
        |sample| {
            // As it is tried when somebody signs, and as it stands on the sheet then.
            let tried = painted(sample, (1, 1));
            for code in tried.iter().filter_map(|it| it.as_ref().err()) {
                assert!(code.starts_with("DOCUMENT-PICTURE-"), "{code}");
            }
            let shape = Picture::new(sample.to_vec(), "Podpis", (60, 20)).shape();
            if tried.iter().any(Result::is_err) {
                refused += 1;
                return;
            }
            assert!(shape.is_ok(), "painted, and has no shape");
            kept += 1;
            for (file, format) in painted(sample, (60, 20)).iter().zip([Format::Pdf, Format::Docx])
            {
                opens(file.as_ref().expect("what was tried is painted"), format);
            }
        },
    );
    println!("picture: {kept} painted, {refused} refused");
    assert!(kept > 10 && refused > 10);
}

#[test]
fn the_samples_are_sound() {
    for (n, sample) in samples().iter().enumerate() {
        let files = painted(sample, (60, 20));
        assert!(files.iter().all(Result::is_ok), "{n}");
    }
}
