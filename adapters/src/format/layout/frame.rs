//! What stands on every page: running head, footer, page numbers, content hash.

use super::display::{Mark, Page};
use super::piece::{fill, text};
use super::style::{
    BOTTOM, HAIRLINE, Ink, Length, MARGIN, PAGE_HEIGHT, SMALL, Style, TINY, TOP, WIDTH, mm, pt,
};
use super::typeface::Faces;
use super::wrap::{Line, wrap};
use callout_core::document::Document;

/// A footer of more lines is printed as the last paragraph instead.
const MAX_FOOTER_LINES: usize = 6;
/// Height of the running head on the pages after the first.
const RUNNING_HEAD: Length = mm(11);
/// Room for the page number at the right of the footer.
const NUMBER_WIDTH: Length = mm(32);

/// The frame around the content of every page.
pub(super) struct Frame<'a> {
    document: &'a Document,
    faces: &'static Faces,
    footer: Vec<Line>,
    hash: Vec<Line>,
}

impl<'a> Frame<'a> {
    pub fn new(document: &'a Document, faces: &'static Faces) -> Self {
        let lines = |style: Style, text: &str, width| match text.trim() {
            "" => Vec::new(),
            text => wrap(faces, style, text, width),
        };
        let mut footer = lines(SMALL, &document.footer, WIDTH - NUMBER_WIDTH);
        if footer.len() > MAX_FOOTER_LINES {
            footer.clear();
        }
        let hash = document.content_hash.as_deref().unwrap_or_default();
        let hash = match hash {
            "" => Vec::new(),
            hash => lines(TINY, &format!("{}: {hash}", document.language.content_hash()), WIDTH),
        };
        // What is so long is no hash; a page must remain.
        let hash = hash.into_iter().take(MAX_FOOTER_LINES).collect();
        Frame { document, faces, footer, hash }
    }

    /// A footer too long for the foot of a page.
    pub fn left_over(&self) -> Option<&'a str> {
        let text = self.document.footer.trim();
        (self.footer.is_empty() && !text.is_empty()).then_some(text)
    }

    /// Upper edge of the content on a page, counted from 0.
    pub fn top(&self, page: usize) -> Length {
        if page == 0 { TOP } else { TOP + RUNNING_HEAD }
    }

    /// Lower edge of the content on every page.
    pub fn bottom(&self) -> Length {
        self.footer_top() - mm(4)
    }

    /// Height for content on every page but the first, which has more.
    pub fn body(&self) -> Length {
        self.bottom() - self.top(1)
    }

    fn footer_top(&self) -> Length {
        let lines = Length::try_from(self.footer.len().max(1)).unwrap_or(1);
        let hash = Length::try_from(self.hash.len()).unwrap_or(0);
        PAGE_HEIGHT - BOTTOM - lines * SMALL.leading - hash * TINY.leading - pt(5)
    }

    /// Paints the frame on all pages, once their number is known.
    pub fn dress(&self, pages: &mut [Page]) {
        let of = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            if index > 0 {
                self.running_head(&mut page.marks);
            }
            self.footer(index + 1, of, &mut page.marks);
        }
    }

    fn running_head(&self, marks: &mut Vec<Mark>) {
        let heading = self.document.heading();
        let line = wrap(self.faces, SMALL, &heading, WIDTH).into_iter().next();
        marks.extend(line.and_then(|line| text(SMALL, &line, MARGIN, TOP, None)));
        let under = TOP + SMALL.leading + pt(4);
        marks.push(fill(MARGIN, under, WIDTH, HAIRLINE, Ink::Hair));
    }

    fn footer(&self, number: usize, of: usize, marks: &mut Vec<Mark>) {
        let mut top = self.footer_top();
        marks.push(fill(MARGIN, top, WIDTH, HAIRLINE, Ink::Hair));
        top += pt(5);
        let page = self.document.language.page(number, of);
        let width = self.faces.face(SMALL.face).width(&page, SMALL.size);
        let line = Line { text: page, width };
        marks.extend(text(SMALL, &line, MARGIN + WIDTH - width, top, None));
        for line in &self.footer {
            marks.extend(text(SMALL, line, MARGIN, top, None));
            top += SMALL.leading;
        }
        if self.footer.is_empty() {
            top += SMALL.leading;
        }
        for line in &self.hash {
            marks.extend(text(TINY, line, MARGIN, top, None));
            top += TINY.leading;
        }
    }
}
