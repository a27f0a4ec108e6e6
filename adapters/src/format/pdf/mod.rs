//! The default PDF renderer: plain, small, the same bytes every time.
//!
//! It draws the display list of [`super::layout`] with printpdf. Faces are cut to the
//! letters that a document uses; object names, dates and file identity come from the document.

mod face;
mod picture;
mod seal;

use super::layout::{self, Face, Faces, Fill, Layout, Mark, Page, Placed, TextRun, lay_out, style};
use callout_core::document::{Block, Document, Picture, Refusal};
use callout_core::error::Error;
use callout_core::port::renderer::{Format, Renderer};
use face::CutFace;
use printpdf::{
    Color, FontId, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point,
    Pt, Rect, Rgb, TextItem, XObject, XObjectId, XObjectTransform,
};
use style::Length;

/// Renders documents as PDF 1.7.
///
/// ```
/// use callout_adapters::format::pdf::PdfRenderer;
/// use callout_core::document::{Block, Document, Kind, Language};
/// use callout_core::port::renderer::Renderer;
///
/// let mut letter = Document::new(Kind::Other, "Oznámení", Language::Cs);
/// letter.blocks.push(Block::paragraph("Přijedeme v úterý."));
/// let bytes = PdfRenderer::new().render(&letter)?;
/// assert!(bytes.starts_with(b"%PDF-1.7"));
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct PdfRenderer {}

/// Name and version of this renderer and of what it draws with.
const RENDERER: &str = concat!("callout-pdf ", env!("CARGO_PKG_VERSION"), " (printpdf 0.12.8)");

impl PdfRenderer {
    /// A renderer; it holds no state.
    pub fn new() -> Self {
        PdfRenderer {}
    }
}

impl Renderer for PdfRenderer {
    fn format(&self) -> Format {
        Format::Pdf
    }

    fn name(&self) -> String {
        RENDERER.to_owned()
    }

    fn check(&self, document: &Document) -> Result<(), Error> {
        layout::check(document)
    }

    fn render(&self, document: &Document) -> Result<Vec<u8>, Error> {
        let layout = lay_out(document)?;
        let mut pdf = PdfDocument::new(&document.heading());
        let faces = cut_faces(&layout, &mut pdf)?;
        for (index, picture) in layout.pictures.iter().enumerate() {
            let (width, shows) = (width_of(&layout, index), signs(document, picture));
            let object = XObject::External(picture::embed(picture, width, shows)?);
            pdf.resources.xobjects.map.insert(picture_id(index), object);
        }
        let pages = layout.pages.iter().map(|page| paint_page(page, &faces)).collect();
        pdf.with_pages(pages);
        seal::describe(&mut pdf, document);
        // Optimising pictures would re-encode them, some of them lossily.
        let options = PdfSaveOptions {
            optimize: false,
            subset_fonts: false,
            secure: true,
            image_optimization: None,
        };
        let raw = pdf.to_lopdf_document(&options, &mut Vec::new());
        seal::finish(raw, document)
    }
}

/// A failure of the renderer itself.
fn failed(reason: impl std::fmt::Display) -> Error {
    Refusal::Renderer { renderer: RENDERER.to_owned(), reason: reason.to_string() }.into()
}

/// How wide a picture stands on paper.
fn width_of(layout: &Layout<'_>, picture: usize) -> Length {
    let marks = layout.pages.iter().flat_map(|page| &page.marks);
    let width = |mark: &Mark| match mark {
        Mark::Picture(placed) if placed.picture == picture => Some(placed.width),
        _ => None,
    };
    marks.filter_map(width).max().unwrap_or(0)
}

/// Whether a picture is somebody's signature.
fn signs(document: &Document, picture: &Picture) -> bool {
    let signatures = document.blocks.iter().filter_map(|block| match block {
        Block::Signatures(signatures) => Some(&signatures.boxes),
        _ => None,
    });
    let mut pictures = signatures.flatten().filter_map(|one| one.picture.as_ref());
    pictures.any(|own| std::ptr::eq(own, picture))
}

/// The faces that the document uses, cut to its letters, by fixed names.
fn cut_faces(layout: &Layout<'_>, pdf: &mut PdfDocument) -> Result<Vec<(Face, CutFace)>, Error> {
    let faces = Faces::load()?;
    let mut cut = Vec::new();
    for face in [Face::Regular, Face::Bold] {
        let runs = layout.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
            Mark::Text(run) if run.face == face => Some(run.text.as_str()),
            _ => None,
        });
        let (one, font) = CutFace::new(faces.face(face), runs)?;
        if let Some(font) = font {
            pdf.resources.fonts.map.insert(face_id(face), font);
        }
        cut.push((face, one));
    }
    Ok(cut)
}

fn face_id(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "F0".to_owned(),
        Face::Bold => "F1".to_owned(),
    })
}

fn picture_id(index: usize) -> XObjectId {
    XObjectId(format!("P{index}"))
}

/// The one place where lengths become floats: PDF numbers have three decimals here.
fn pt(length: Length) -> Pt {
    Pt(length as f32 / 1000.0)
}

fn paint_page(page: &Page, faces: &[(Face, CutFace)]) -> PdfPage {
    let mut ops = Vec::new();
    for mark in &page.marks {
        match mark {
            Mark::Text(run) => paint_text(run, faces, &mut ops),
            Mark::Fill(fill) => paint_fill(fill, &mut ops),
            Mark::Picture(placed) => paint_picture(placed, &mut ops),
        }
    }
    let mut painted = PdfPage::new(Mm(210.0), Mm(297.0), ops);
    let paper = Rect::from_wh(pt(style::PAGE_WIDTH), pt(style::PAGE_HEIGHT));
    painted.media_box = paper.clone();
    painted.trim_box = paper.clone();
    painted.crop_box = paper;
    painted
}

fn colour(ink: style::Ink) -> Color {
    let (r, g, b) = ink.rgb();
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}

fn paint_text(run: &TextRun, faces: &[(Face, CutFace)], ops: &mut Vec<Op>) {
    let Some((_, face)) = faces.iter().find(|(face, _)| *face == run.face) else { return };
    let pos = Point { x: pt(run.x), y: pt(style::PAGE_HEIGHT - run.baseline) };
    ops.extend([
        Op::StartTextSection,
        Op::SetFillColor { col: colour(run.ink) },
        Op::SetFont { font: PdfFontHandle::External(face_id(run.face)), size: pt(run.size) },
        Op::SetTextCursor { pos },
        Op::ShowText { items: vec![TextItem::GlyphIds(face.glyphs(&run.text))] },
        Op::EndTextSection,
    ]);
}

fn paint_fill(fill: &Fill, ops: &mut Vec<Op>) {
    let low = pt(style::PAGE_HEIGHT - fill.y - fill.height);
    let mut rectangle = Rect::from_xywh(pt(fill.x), low, pt(fill.width), pt(fill.height));
    rectangle.mode = Some(PaintMode::Fill);
    ops.extend([Op::SetFillColor { col: colour(fill.ink) }, Op::DrawRectangle { rectangle }]);
}

fn paint_picture(placed: &Placed, ops: &mut Vec<Op>) {
    let transform = XObjectTransform {
        translate_x: Some(pt(placed.x)),
        translate_y: Some(pt(style::PAGE_HEIGHT - placed.y - placed.height)),
        scale_x: Some(pt(placed.width).0),
        scale_y: Some(pt(placed.height).0),
        no_auto_scale: true,
        ..XObjectTransform::default()
    };
    ops.push(Op::UseXobject { id: picture_id(placed.picture), transform });
}
