//! Cutting a face to the letters of one document.

use super::failed;
use crate::format::layout::Typeface;
use callout_core::error::Error;
use printpdf::{Codepoint, FontMetrics, ParsedFont, PdfFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use subsetter::{GlyphRemapper, subset};

/// Which glyph of the cut face shows a letter.
pub(super) struct CutFace {
    glyphs: BTreeMap<char, u16>,
}

impl CutFace {
    /// Cuts a face to the letters of some texts; no font where there are none.
    pub fn new<'t>(
        face: &Typeface,
        texts: impl Iterator<Item = &'t str>,
    ) -> Result<(Self, Option<PdfFont>), Error> {
        let letters: BTreeSet<char> = texts.flat_map(str::chars).collect();
        if letters.is_empty() {
            return Ok((CutFace { glyphs: BTreeMap::new() }, None));
        }
        let mut remapper = GlyphRemapper::new();
        let mut glyphs = BTreeMap::new();
        let mut widths = BTreeMap::new();
        for letter in letters {
            let glyph = face.glyph(letter);
            let id = remapper.remap(glyph.id);
            glyphs.insert(letter, id);
            widths.insert(id, glyph.advance);
        }
        let bytes = subset(face.bytes, 0, &remapper).map_err(failed)?;
        let letters = glyphs.iter().map(|(letter, id)| (u32::from(*letter), *id)).collect();
        let name = format!("{}+{}", tag(&bytes), face.name);
        let metrics = FontMetrics { ascent: face.ascent, descent: face.descent };
        let units = face.units_per_em;
        let mut font =
            ParsedFont::with_glyph_data(bytes, 0, Some(name), letters, widths, units, metrics);
        font.pdf_font_metrics = PdfFontMetricsStub {
            units_per_em: units,
            x_min: face.bounds.0,
            y_min: face.bounds.1,
            x_max: face.bounds.2,
            y_max: face.bounds.3,
            us_weight_class: face.weight,
            caret_slope_rise: 1,
            ..PdfFontMetricsStub::default()
        };
        Ok((CutFace { glyphs }, Some(PdfFont::new(font))))
    }

    /// A text as glyphs, each with the letter that readers copy out.
    pub fn glyphs(&self, text: &str) -> Vec<Codepoint> {
        let glyph = |letter: char| {
            let gid = self.glyphs.get(&letter).copied().unwrap_or(0);
            Codepoint { gid, offset: 0.0, cid: Some(letter.to_string()) }
        };
        text.chars().map(glyph).collect()
    }
}

/// Six capitals that mark a cut face, from its bytes.
fn tag(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
