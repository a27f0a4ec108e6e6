//! Pictures as PDF image objects.

use super::style::Length;
use callout_core::document::{Picture, PictureKind, Refusal};
use callout_core::error::Error;
use png::{BitDepth, ColorType, Decoder, Limits, Transformations};
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Most memory that decoding one picture may take: 40 megapixels of four bytes.
const MAX_MEMORY: usize = 4 * 40_000_000;

/// Colours that differ by less than this are one: nobody tells them apart on paper.
const ALIKE: u8 = 6;
/// Pixels in an inch of paper: more are not seen.
const SEEN: u64 = 300;

/// A picture as an image object: JPEG as it is, PNG decoded, laid on white paper and scaled to what
/// is seen of it at its size on paper. One that must show something (a signature) is refused where
/// all of it is one colour, white or not; of a JPEG that is not known.
pub(super) fn embed(
    picture: &Picture,
    width: Length,
    shows: bool,
) -> Result<ExternalXObject, Error> {
    let mut shape = picture.shape()?;
    let (channels, filter, content) = match shape.kind {
        PictureKind::Jpeg if shape.channels == 4 => {
            let colours = "CMYK".to_owned();
            return Err(Refusal::PictureColours { alt: picture.alt.clone(), colours }.into());
        }
        PictureKind::Jpeg => (shape.channels, Some("DCTDecode"), picture.bytes.0.clone()),
        PictureKind::Png => {
            let (channels, pixels) = decode_png(picture)?;
            if shows && is_of_one_colour(channels, &pixels) {
                return Err(Refusal::PictureBlank { alt: picture.alt.clone() }.into());
            }
            let seen = u64::try_from(width).unwrap_or(0) * SEEN / 72_000;
            let step = u64::from(shape.width) / seen.max(1);
            let (size, pixels) = scaled((shape.width, shape.height), channels, pixels, step);
            (shape.width, shape.height) = size;
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

/// Whether nothing can be seen on it: a pad that drops what is transparent gives all black.
fn is_of_one_colour(channels: u8, pixels: &[u8]) -> bool {
    let channels = usize::from(channels).max(1);
    let Some(first) = pixels.get(..channels) else { return true };
    let like = |pixel: &[u8]| pixel.iter().zip(first).all(|(a, b)| a.abs_diff(*b) < ALIKE);
    pixels.chunks_exact(channels).all(like)
}

/// Each square of `step` pixels as one of their mean; the rest at the right and below is a part of
/// a square.
fn scaled(
    (width, height): (u32, u32),
    channels: u8,
    pixels: Vec<u8>,
    step: u64,
) -> ((u32, u32), Vec<u8>) {
    let Some(step) = usize::try_from(step).ok().filter(|step| *step > 1) else {
        return ((width, height), pixels);
    };
    let (channels, across, down) = (usize::from(channels), width as usize, height as usize);
    let (wide, high) = (across.div_ceil(step), down.div_ceil(step));
    let mut out = Vec::with_capacity(wide * high * channels);
    for (row, column) in (0..high).flat_map(|row| (0..wide).map(move |column| (row, column))) {
        let rows = row * step..((row + 1) * step).min(down);
        let columns = column * step..((column + 1) * step).min(across);
        let count = rows.len() * columns.len();
        for channel in 0..channels {
            let at = |y: usize, x: usize| (y * across + x) * channels + channel;
            let square = rows.clone().flat_map(|y| columns.clone().map(move |x| (y, x)));
            let sum: usize =
                square.filter_map(|(y, x)| pixels.get(at(y, x))).map(|one| usize::from(*one)).sum();
            out.push(u8::try_from((sum + count / 2) / count.max(1)).unwrap_or(u8::MAX));
        }
    }
    let size = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    ((size(wide), size(high)), out)
}

/// Channels (1 or 3) and eight bits a channel.
fn decode_png(picture: &Picture) -> Result<(u8, Vec<u8>), Error> {
    let broken = |error: png::DecodingError| Error::from(picture.broken(error.to_string()));
    let mut decoder = Decoder::new(Cursor::new(&picture.bytes.0));
    decoder.set_limits(Limits { bytes: MAX_MEMORY });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().filter(|size| *size <= MAX_MEMORY);
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
