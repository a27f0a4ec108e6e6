//! Outlook's own wrapping of text and files (winmail.dat; [MS-OXTNEF] 2.1).

use super::MAX_ATTACHMENTS;
use super::mapi::{self, Property};

/// The sign that it begins with.
const SIGNATURE: [u8; 4] = [0x78, 0x9f, 0x3e, 0x22];
/// Attributes of a message: its text, what page its letters are of, its properties.
const BODY: u32 = 0x0002_800c;
const CODE_PAGE: u32 = 0x0006_9007;
const MESSAGE: u32 = 0x0006_9003;
/// What sort of message it is, in letters.
const CLASS: u32 = 0x0007_8008;
/// Attributes of a file: it begins, its name, its bytes, its properties.
const BEGINS: u32 = 0x0006_9002;
const TITLE: u32 = 0x0001_8010;
const DATA: u32 = 0x0006_800f;
const FILE: u32 = 0x0006_9005;

/// The most texts: programs write the same one in at most four ways.
const MAX_TEXTS: usize = 10;

/// A file that lies in it.
#[derive(Default)]
pub(super) struct File<'m> {
    pub name: Option<Letters<'m>>,
    pub bytes: Option<&'m [u8]>,
}

/// Letters, and how they are written.
#[derive(Clone, Copy)]
pub(super) struct Letters<'m> {
    pub bytes: &'m [u8],
    pub kind: Kind,
}

/// How letters are written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// In bytes of the wrapping's code page, to a nought.
    Narrow,
    /// In UTF-16, to a nought.
    Wide,
    /// In bytes of the page's own, to their end.
    Bytes,
}

/// The text, in one of its writings; the one that is read first is the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Writing {
    Plain,
    Page,
    Rtf,
}

/// What lies in it.
#[derive(Default)]
pub(super) struct Wrapped<'m> {
    pub files: Vec<File<'m>>,
    pub texts: Vec<(Writing, Letters<'m>)>,
    /// The code page of its letters, and of its page where that is another.
    code_page: Option<u32>,
    internet_page: Option<u32>,
    /// It is sound to its end.
    pub sound: bool,
    /// Some of it has no place: there are more texts than are read, a file has bytes twice, or what
    /// belongs to a file stands before the first.
    pub misplaced: bool,
    /// It is about a meeting, whose times stand in no text.
    pub meeting: bool,
}

/// Whether a type means this wrapping.
pub(super) fn is_one(media_type: &str) -> bool {
    matches!(media_type, "application/ms-tnef" | "application/vnd.ms-tnef")
}

/// Whether bytes begin as such a wrapping.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE)
}

/// What lies in a wrapping, as far as it is sound.
pub(super) fn open(bytes: &[u8]) -> Wrapped<'_> {
    let mut found = Wrapped::default();
    // After the sign stands a key of two bytes, which means nothing.
    let Some(mut rest) = bytes.strip_prefix(&SIGNATURE).and_then(|rest| rest.get(2..)) else {
        return found;
    };
    let mut sound = true;
    while let Some((id, value, after)) = attribute(rest) {
        rest = after;
        let narrow = Letters { bytes: value, kind: Kind::Narrow };
        match id {
            BODY => found.text(Writing::Plain, narrow),
            CODE_PAGE => {
                let page = value.get(..4).and_then(|four| four.try_into().ok());
                found.code_page = page.map(u32::from_le_bytes).or(found.code_page);
            }
            MESSAGE => sound &= mapi::properties(value, |it| found.of_message(&it)),
            CLASS => found.meeting |= is_meeting(value),
            // One more than is taken is enough to see that there are more.
            BEGINS | TITLE | DATA | FILE if found.files.len() > MAX_ATTACHMENTS => {}
            BEGINS => found.files.push(File::default()),
            TITLE | DATA | FILE if found.files.is_empty() => found.misplaced = true,
            TITLE | DATA | FILE => sound &= found.of_file(id, value),
            _ => {}
        }
    }
    found.texts.sort_by_key(|(writing, _)| *writing);
    // Some programs fill the end up.
    let filled = rest.iter().all(|byte| matches!(byte, 0 | b'\r' | b'\n'));
    found.sound = sound && filled;
    found
}

impl<'m> Wrapped<'m> {
    /// The code page of letters that are written so; of a page its own, where it has one.
    pub fn code_page(&self, kind: Kind) -> Option<u32> {
        let (first, second) = match kind {
            Kind::Bytes => (self.internet_page, self.code_page),
            Kind::Narrow | Kind::Wide => (self.code_page, self.internet_page),
        };
        first.or(second)
    }

    fn text(&mut self, writing: Writing, letters: Letters<'m>) {
        if self.texts.len() < MAX_TEXTS {
            self.texts.push((writing, letters));
        } else {
            self.misplaced = true;
        }
    }

    fn of_message(&mut self, property: &Property<'m>) {
        let letters = letters(property);
        match property.id {
            mapi::BODY => self.text(Writing::Plain, letters),
            mapi::PAGE => self.text(Writing::Page, letters),
            mapi::RTF => self.text(Writing::Rtf, letters),
            mapi::INTERNET_PAGE => self.internet_page = property.number().or(self.internet_page),
            // Programs write the attribute; where there is none, this says the same.
            mapi::MESSAGE_PAGE => self.code_page = self.code_page.or(property.number()),
            _ => {}
        }
    }

    /// What belongs to the file that began last; whether that is sound.
    fn of_file(&mut self, id: u32, value: &'m [u8]) -> bool {
        let Some(file) = self.files.last_mut() else { return true };
        let misplaced = &mut self.misplaced;
        let mut bytes = |file: &mut File<'m>, bytes: &'m [u8]| match file.bytes {
            Some(before) if before != bytes && !before.is_empty() && !bytes.is_empty() => {
                *misplaced = true;
            }
            before => file.bytes = Some(before.filter(|it| !it.is_empty()).unwrap_or(bytes)),
        };
        match id {
            TITLE => {
                file.name = file.name.or(Some(Letters { bytes: value, kind: Kind::Narrow }));
                true
            }
            DATA => {
                bytes(file, value);
                true
            }
            _ => mapi::properties(value, |it| match it.id {
                // The other is cut to eight letters and three.
                mapi::LONG_NAME => file.name = Some(letters(&it)),
                mapi::DATA => bytes(file, it.thing()),
                _ => {}
            }),
        }
    }
}

/// Whether a class is one of meetings: asked for, answered, cancelled.
fn is_meeting(class: &[u8]) -> bool {
    let class = class.to_ascii_lowercase();
    [&b"schedule.m"[..], b"ipm.appointment"]
        .iter()
        .any(|known| class.windows(known.len()).any(|part| part == *known))
}

fn letters<'m>(property: &Property<'m>) -> Letters<'m> {
    let kind = match (property.is_wide(), property.is_text()) {
        (true, _) => Kind::Wide,
        (false, true) => Kind::Narrow,
        (false, false) => Kind::Bytes,
    };
    Letters { bytes: property.value, kind }
}

/// One attribute: level, id, length, value, sum of its bytes.
fn attribute(bytes: &[u8]) -> Option<(u32, &[u8], &[u8])> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    };
    let (id, length) = (number(1)?, usize::try_from(number(5)?).ok()?);
    let end = length.checked_add(9)?;
    Some((id, bytes.get(9..end)?, bytes.get(end.checked_add(2)?..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_wrapping() {
        let attribute = |id: u32, value: &[u8]| {
            let length = u32::try_from(value.len()).unwrap_or_default();
            [&[2][..], &id.to_le_bytes(), &length.to_le_bytes(), value, &[0, 0]].concat()
        };
        let whole = [
            &SIGNATURE[..],
            &[1, 0],
            &attribute(BEGINS, &[0; 14]),
            &attribute(TITLE, b"foto.jpg\0"),
            &attribute(DATA, b"JPEG"),
            &attribute(BEGINS, &[0; 14]),
            &attribute(DATA, b"x"),
        ]
        .concat();
        let found = open(&whole);
        assert!(found.sound);
        let name = |file: &File<'_>| file.name.map(|name| name.bytes.to_vec());
        let read: Vec<_> =
            found.files.iter().map(|it| (name(it), it.bytes.unwrap().to_vec())).collect();
        let first = (Some(b"foto.jpg\0".to_vec()), b"JPEG".to_vec());
        assert_eq!(read, [first, (None, b"x".to_vec())]);
        for end in 0..whole.len() {
            let _ = open(&whole[..end]);
        }
        for end in [1, whole.len() - 1] {
            assert!(!open(&whole[..end]).sound);
        }
    }
}
