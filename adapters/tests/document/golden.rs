//! Golden files: what stands where on each page, and the same bytes every time.

use crate::samples;
use callout_adapters::format::docx::DocxRenderer;
use callout_adapters::format::layout::{Mark, lay_out};
use callout_adapters::format::pdf::PdfRenderer;
use callout_core::document::{Document, Language};
use callout_core::port::renderer::Renderer;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn all() -> [(&'static str, Document); 4] {
    [
        ("invoice-cs", samples::invoice(Language::Cs, 40)),
        ("invoice-en", samples::invoice(Language::En, 40)),
        ("job-sheet-cs", samples::job_sheet(Language::Cs)),
        ("job-sheet-en", samples::job_sheet(Language::En)),
    ]
}

/// Points with one decimal.
fn pt(length: i32) -> String {
    format!("{}.{}", length / 1000, length % 1000 / 100)
}

/// The display list as lines: baseline, left end, size, text; rules and pictures by their boxes.
fn describe(document: &Document) -> String {
    let layout = lay_out(document).unwrap();
    let mut out = String::new();
    for (index, page) in layout.pages.iter().enumerate() {
        writeln!(out, "== page {} of {}", index + 1, layout.pages.len()).unwrap();
        for mark in &page.marks {
            match mark {
                Mark::Text(run) => {
                    let role = run.node.map(|id| layout.tree.nodes[id.0 as usize].role);
                    let role = role.map_or("Artifact".to_owned(), |role| format!("{role:?}"));
                    let (y, x, size) = (pt(run.baseline), pt(run.x), pt(run.size));
                    let text = run.text.replace('\u{a0}', "~");
                    writeln!(out, "{y:>6} {x:>6} {:?} {size} {role}: {text}", run.face)
                }
                Mark::Fill(fill) => {
                    let (y, x, w, h) = (pt(fill.y), pt(fill.x), pt(fill.width), pt(fill.height));
                    writeln!(out, "{y:>6} {x:>6} {:?} {w} x {h}", fill.ink)
                }
                Mark::Picture(one) => {
                    let (y, x, w, h) = (pt(one.y), pt(one.x), pt(one.width), pt(one.height));
                    let alt = &layout.pictures[one.picture].alt;
                    writeln!(out, "{y:>6} {x:>6} Picture {w} x {h}: {alt}")
                }
            }
            .unwrap();
        }
    }
    out
}

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/document").join(name)
}

#[test]
fn pages_are_as_they_were() {
    for (name, document) in all() {
        let path = golden(&format!("{name}.txt"));
        let found = describe(&document);
        if std::env::var_os("DOCUMENT_GOLDEN").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap();
        for (number, (found, kept)) in found.lines().zip(kept.lines()).enumerate() {
            assert_eq!(found, kept, "{name}.txt line {}", number + 1);
        }
        assert_eq!(found.lines().count(), kept.lines().count(), "{name}.txt");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let renderers: [&dyn Renderer; 2] = [&PdfRenderer::new(), &DocxRenderer::new()];
    for renderer in renderers {
        for (name, document) in all() {
            let bytes = renderer.render(&document).unwrap();
            // Rendered in between, another document must leave no trace.
            renderer.render(&samples::invoice(Language::En, 3)).unwrap();
            assert!(bytes == renderer.render(&document).unwrap(), "{name}");
            if let Some(folder) = std::env::var_os("DOCUMENT_OUT") {
                let file = format!("{name}.{}", renderer.format().extension());
                std::fs::write(Path::new(&folder).join(file), bytes).unwrap();
            }
        }
    }
}

#[test]
fn another_document_is_another_file() {
    let renderer = PdfRenderer::new();
    let one = samples::job_sheet(Language::Cs);
    let mut other = one.clone();
    other.number.push('1');
    assert_ne!(renderer.render(&one).unwrap(), renderer.render(&other).unwrap());
}

#[test]
fn documents_survive_json() {
    for (name, document) in all() {
        let json = serde_json::to_string(&document).unwrap();
        let back: Document = serde_json::from_str(&json).unwrap();
        assert_eq!(back, document, "{name}");
    }
}
