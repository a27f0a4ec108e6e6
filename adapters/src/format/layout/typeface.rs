//! The two faces of the house: measuring letters, and what stands for a letter they lack.

use super::style::Length;
use callout_core::document::Refusal;
use callout_core::error::Error;
use std::collections::HashMap;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// Which of the two faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Running text.
    Regular,
    /// Headings and what counts.
    Bold,
}

/// A glyph of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its index in the face's file.
    pub id: u16,
    /// Its advance width in font units.
    pub advance: u16,
}

/// One face with the measures that renderers need; all in font units.
#[derive(Debug)]
pub struct Typeface {
    /// PostScript name: `NotoSans-Regular`.
    pub name: &'static str,
    /// The TrueType file.
    pub bytes: &'static [u8],
    /// Font units in the size of the face.
    pub units_per_em: u16,
    /// Height above the baseline.
    pub ascent: i16,
    /// Depth below the baseline, negative.
    pub descent: i16,
    /// Box around all glyphs: left, bottom, right, top.
    pub bounds: (i16, i16, i16, i16),
    /// Weight: 400 regular, 700 bold.
    pub weight: u16,
    glyphs: HashMap<char, Glyph>,
}

/// What is printed for a letter that the face lacks.
const MISSING: char = '\u{fffd}';

impl Typeface {
    fn parse(name: &'static str, bytes: &'static [u8]) -> Option<Self> {
        let face = ttf_parser::Face::parse(bytes, 0).ok()?;
        let mut glyphs = HashMap::new();
        for table in face.tables().cmap?.subtables.into_iter().filter(|table| table.is_unicode()) {
            table.codepoints(|code| {
                let Some(letter) = char::from_u32(code) else { return };
                let Some(id) = table.glyph_index(code) else { return };
                let advance = face.glyph_hor_advance(id).unwrap_or(0);
                glyphs.insert(letter, Glyph { id: id.0, advance });
            });
        }
        let bounds = face.global_bounding_box();
        // Every text can be shown once these two are there.
        (glyphs.contains_key(&MISSING) && glyphs.contains_key(&' ')).then_some(Typeface {
            name,
            bytes,
            units_per_em: face.units_per_em(),
            ascent: face.ascender(),
            descent: face.descender(),
            bounds: (bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max),
            weight: face.weight().to_number(),
            glyphs,
        })
    }

    /// The glyph of a letter; for letters that the face lacks, that of U+FFFD.
    pub fn glyph(&self, letter: char) -> Glyph {
        let missing = Glyph { id: 0, advance: self.units_per_em };
        let known = self.glyphs.get(&letter).or_else(|| self.glyphs.get(&MISSING));
        known.copied().unwrap_or(missing)
    }

    /// Width of a text at a size, in thousandths of a point. The text is taken as it is, see
    /// [`Typeface::showable`].
    pub fn width(&self, text: &str, size: Length) -> Length {
        let units: i64 = text.chars().map(|letter| i64::from(self.glyph(letter).advance)).sum();
        self.scale(units, size)
    }

    /// Font units at a size, in thousandths of a point.
    pub fn scale(&self, units: i64, size: Length) -> Length {
        let length = units * i64::from(size) / i64::from(self.units_per_em);
        Length::try_from(length).unwrap_or(Length::MAX)
    }

    /// The text with letters that this face can show: parts composed, tabs as spaces, marks
    /// without a shape left out, letters that it lacks as U+FFFD so that nothing vanishes.
    pub fn showable(&self, text: &str) -> String {
        let show = |letter| match role(letter) {
            Role::Break => Some('\n'),
            Role::Space => Some(' '),
            Role::Shapeless => None,
            Role::Letter if self.glyphs.contains_key(&letter) => Some(letter),
            Role::Letter => Some(MISSING),
        };
        text.nfc().filter_map(show).collect()
    }

    /// Whether a composed letter can be shown, or has no shape by itself.
    fn shows(&self, letter: char) -> bool {
        role(letter) != Role::Letter || self.glyphs.contains_key(&letter)
    }
}

/// What a letter is to a line of text.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Letter,
    Break,
    Space,
    Shapeless,
}

fn role(letter: char) -> Role {
    match letter {
        '\n' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Role::Break,
        '\t' => Role::Space,
        // Carriage return, soft hyphen, joiners, marks of direction, byte order mark.
        '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Role::Shapeless,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Role::Shapeless,
        // How the sign before it is coloured, where there are colours.
        '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' => Role::Shapeless,
        _ => Role::Letter,
    }
}

/// Both faces, read once a process.
#[derive(Debug)]
pub struct Faces {
    regular: Typeface,
    bold: Typeface,
}

impl Faces {
    /// The faces built into Callout.
    ///
    /// # Errors
    /// `DOCUMENT-RENDER-01` if this build holds broken files.
    pub fn load() -> Result<&'static Faces, Error> {
        static FACES: OnceLock<Option<Faces>> = OnceLock::new();
        let faces = FACES.get_or_init(|| {
            let regular = include_bytes!("../../../fonts/NotoSans-Regular.ttf");
            let bold = include_bytes!("../../../fonts/NotoSans-Bold.ttf");
            Some(Faces {
                regular: Typeface::parse("NotoSans-Regular", regular)?,
                bold: Typeface::parse("NotoSans-Bold", bold)?,
            })
        });
        faces.as_ref().ok_or_else(|| {
            let reason = "a built-in face cannot be read".to_owned();
            Refusal::Renderer { renderer: "layout".to_owned(), reason }.into()
        })
    }

    /// Whether both faces can show a composed letter.
    pub fn show(&self, letter: char) -> bool {
        self.regular.shows(letter) && self.bold.shows(letter)
    }

    /// One of the two.
    pub fn face(&self, face: Face) -> &Typeface {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }
}
