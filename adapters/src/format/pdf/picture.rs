//! Pictures as PDF image objects.

use callout_core::document::{Picture, PictureKind, Refusal};
use callout_core::error::Error;
use png::{BitDepth, ColorType, Decoder, Limits, Transformations};
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Most memory that decoding one picture may take: 40 megapixels of four bytes.
const MOST_MEMORY: usize = 4 * 40_000_000;

/// A picture as an image object: JPEG as it is, PNG decoded and laid on white paper.
pub(super) fn embed(picture: &Picture) -> Result<ExternalXObject, Error> {
    let shape = picture.shape()?;
    let (channels, filter, content) = match shape.kind {
        PictureKind::Jpeg if shape.channels == 4 => {
            let colours = "CMYK".to_owned();
            return Err(Refusal::PictureColours { alt: picture.alt.clone(), colours }.into());
        }
        PictureKind::Jpeg => (shape.channels, Some("DCTDecode"), picture.bytes.0.clone()),
        PictureKind::Png => {
            let (channels, pixels) = decode_png(picture)?;
            (channels, None, pixels)
        }
    };
    let space = if channels == 1 { "DeviceGray" } else { "DeviceRGB" };
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(shape.width))),
        ("Height".to_owned(), DictItem::Int(i64::from(shape.height))),
        ("ColorSpace".to_owned(), name(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    if let Some(filter) = filter {
        dict.insert("Filter".to_owned(), name(filter));
    }
    let stream = ExternalStream { dict, content, compress: filter.is_none() };
    Ok(ExternalXObject { stream, width: None, height: None, dpi: None })
}

/// Channels (1 or 3) and eight bits a channel.
fn decode_png(picture: &Picture) -> Result<(u8, Vec<u8>), Error> {
    let broken = |error: png::DecodingError| Error::from(picture.broken(error.to_string()));
    let mut decoder = Decoder::new(Cursor::new(&picture.bytes.0));
    decoder.set_limits(Limits { bytes: MOST_MEMORY });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().filter(|size| *size <= MOST_MEMORY);
    let size = size.ok_or_else(|| picture.broken("its pixels do not fit into memory"))?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    if frame.bit_depth != BitDepth::Eight {
        return Err(picture.broken("its colour depth is unknown").into());
    }
    match frame.color_type {
        ColorType::Grayscale => Ok((1, pixels)),
        ColorType::GrayscaleAlpha => Ok((1, on_white(&pixels, 1))),
        ColorType::Rgb => Ok((3, pixels)),
        ColorType::Rgba => Ok((3, on_white(&pixels, 3))),
        ColorType::Indexed => Err(picture.broken("its palette is missing").into()),
    }
}

/// Lays pixels with transparency on white.
fn on_white(pixels: &[u8], channels: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(pixels.len() / (channels + 1) * channels);
    for pixel in pixels.chunks_exact(channels + 1) {
        let alpha = u32::from(pixel[channels]);
        for value in &pixel[..channels] {
            let mixed = (u32::from(*value) * alpha + 255 * (255 - alpha) + 127) / 255;
            out.push(u8::try_from(mixed).unwrap_or(u8::MAX));
        }
    }
    out
}
