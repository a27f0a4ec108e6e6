//! Pictures by value: their bytes, their size on paper, and what their header says.

use super::{Align, Refusal};
use crate::wire::base64;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The bytes of a picture; base64 in JSON.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PictureBytes(pub Vec<u8>);

impl std::fmt::Debug for PictureBytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PictureBytes({} bytes)", self.0.len())
    }
}

impl Serialize for PictureBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        base64::serialize(&self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for PictureBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        base64::deserialize(deserializer).map(PictureBytes)
    }
}

/// A picture on paper. It keeps its proportions and is never cut off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// A PNG or JPEG file.
    pub bytes: PictureBytes,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// At most this wide, in millimetres; from 1.
    pub max_width_mm: u16,
    /// At most this high, in millimetres; from 1.
    pub max_height_mm: u16,
    /// Where it stands in the width of the page.
    #[serde(default)]
    pub align: Align,
    /// Small text below it; may be empty.
    #[serde(default)]
    pub caption: String,
}

/// File format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// The file is a PNG.
    Png,
    /// JPEG, baseline or progressive.
    Jpeg,
}

/// What a picture's header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureShape {
    /// The file format, as its header says.
    pub kind: PictureKind,
    /// Width in pixels, from 1.
    pub width: u32,
    /// Height in pixels, from 1.
    pub height: u32,
    /// Colour channels: 1 grey, 3 RGB, 4 with transparency (PNG) or CMYK (JPEG).
    pub channels: u8,
}

impl Picture {
    /// A picture at the left, at most so many millimetres wide and high.
    pub fn new(bytes: Vec<u8>, alt: impl Into<String>, max_mm: (u16, u16)) -> Self {
        Picture {
            bytes: PictureBytes(bytes),
            alt: alt.into(),
            max_width_mm: max_mm.0,
            max_height_mm: max_mm.1,
            align: Align::Left,
            caption: String::new(),
        }
    }

    /// Most pixels of one picture: a photo of 40 megapixels.
    pub const MAX_PIXELS: u64 = 40_000_000;
    /// Most bytes of one picture file: 16 MiB.
    pub const MAX_BYTES: usize = 16 * 1024 * 1024;

    /// Reads format, size and colours from the header and checks the limits; nothing is decoded.
    ///
    /// # Errors
    /// `DOCUMENT-PICTURE-01` to `-04`: of unknown format, damaged, too large, no size on paper;
    /// `-06` where its file says that it lies on its side (EXIF): readers of paper do not agree
    /// whether to turn it.
    pub fn shape(&self) -> Result<PictureShape, Refusal> {
        let bytes = &self.bytes.0;
        if self.max_width_mm == 0 || self.max_height_mm == 0 {
            return Err(Refusal::PictureNoSize { alt: self.alt.clone() });
        }
        if bytes.len() > Self::MAX_BYTES {
            return Err(
                self.too_large(format!("{} B", bytes.len()), format!("{} B", Self::MAX_BYTES))
            );
        }
        let shape = if bytes.starts_with(&PNG_SIGNATURE) {
            png_shape(bytes)
        } else if bytes.starts_with(&[0xff, 0xd8]) {
            jpeg_shape(bytes)
        } else {
            return Err(Refusal::PictureUnknown { alt: self.alt.clone() });
        };
        let (shape, exif) = shape.map_err(|reason| self.broken(reason))?;
        if exif.and_then(turned).is_some_and(|turned| (2..=8).contains(&turned)) {
            return Err(Refusal::PictureTurned { alt: self.alt.clone() });
        }
        if shape.width == 0 || shape.height == 0 {
            return Err(self.broken("it has no pixels"));
        }
        if u64::from(shape.width) * u64::from(shape.height) > Self::MAX_PIXELS {
            return Err(self.too_large(
                format!("{} × {} px", shape.width, shape.height),
                format!("{} px", Self::MAX_PIXELS),
            ));
        }
        Ok(shape)
    }

    /// The refusal for a picture that cannot be decoded, for renderers.
    pub fn broken(&self, reason: impl Into<String>) -> Refusal {
        Refusal::PictureBroken { alt: self.alt.clone(), reason: reason.into() }
    }

    fn too_large(&self, size: String, most: String) -> Refusal {
        Refusal::PictureTooLarge { alt: self.alt.clone(), size, most }
    }
}

const PNG_SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

/// Four bytes, most significant first.
fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

/// Walks the chunks, so that a file that was cut short is noticed before anybody decodes it.
fn png_shape(bytes: &[u8]) -> Result<(PictureShape, Option<&[u8]>), &'static str> {
    const CUT: &str = "it is cut short";
    if bytes.get(12..16) != Some(b"IHDR") {
        return Err("its header is missing");
    }
    let width = word(bytes, 16).ok_or(CUT)?;
    let height = word(bytes, 20).ok_or(CUT)?;
    let channels = match bytes.get(25).ok_or(CUT)? {
        0 => 1,
        2 | 3 => 3,
        4 | 6 => 4,
        _ => return Err("its colour type is unknown"),
    };
    let (mut at, mut exif) = (8, None);
    loop {
        let length = word(bytes, at).ok_or(CUT)? as usize;
        let end = at + 12 + length;
        if end > bytes.len() {
            return Err(CUT);
        }
        match &bytes[at + 4..at + 8] {
            b"IEND" => {
                let shape = PictureShape { kind: PictureKind::Png, width, height, channels };
                return Ok((shape, exif));
            }
            b"eXIf" => exif = bytes.get(at + 8..at + 8 + length),
            _ => {}
        }
        at = end;
    }
}

/// Walks the segments up to the frame header.
fn jpeg_shape(bytes: &[u8]) -> Result<(PictureShape, Option<&[u8]>), &'static str> {
    const CUT: &str = "it is cut short";
    let half = |at: usize| -> Result<u32, &'static str> {
        let two = bytes.get(at..at + 2).ok_or(CUT)?;
        Ok(u32::from(two[0]) << 8 | u32::from(two[1]))
    };
    let (mut at, mut exif) = (2, None);
    loop {
        if *bytes.get(at).ok_or(CUT)? != 0xff {
            return Err("its segments are out of step");
        }
        let marker = *bytes.get(at + 1).ok_or(CUT)?;
        match marker {
            // Fill bytes and markers without content.
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            0xd9 | 0xda => return Err("it has no frame before its data"),
            0xc0..=0xc2 => {
                let channels = *bytes.get(at + 9).ok_or(CUT)?;
                if *bytes.get(at + 4).ok_or(CUT)? != 8 || !matches!(channels, 1 | 3 | 4) {
                    return Err("its colour depth is unknown");
                }
                if !bytes.windows(2).rev().take(1024).any(|pair| pair == [0xff, 0xd9]) {
                    return Err(CUT);
                }
                let (kind, width, height) = (PictureKind::Jpeg, half(at + 7)?, half(at + 5)?);
                return Ok((PictureShape { kind, width, height, channels }, exif));
            }
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err("its kind of compression is not common");
            }
            marker => {
                let end = at + 2 + half(at + 2)? as usize;
                let inside = bytes.get(at + 4..end).unwrap_or_default();
                if let (0xe1, Some(found)) = (marker, inside.strip_prefix(b"Exif\0\0")) {
                    exif = exif.or(Some(found));
                }
                at = end;
            }
        }
    }
}

/// How a camera was held (EXIF, tag 0x0112): 1 upright, 2 to 8 turned or mirrored; nothing where
/// the file does not say.
fn turned(exif: &[u8]) -> Option<u16> {
    const ORIENTATION: u16 = 0x0112;
    let big = match exif.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let two: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    };
    let long = |at: usize| -> Option<usize> {
        let four: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value = if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
        usize::try_from(value).ok()
    };
    let first = long(4)?;
    let entries = (0..usize::from(short(first)?)).map(|entry| first + 2 + entry * 12);
    entries.take(64).find(|at| short(*at) == Some(ORIENTATION)).and_then(|at| short(at + 8))
}
