//! The text of an RTF document (Rich Text Format 1.9.1), or the page that lies in it
//! ([MS-OXRTFEX]): letters and line ends, nothing of how they look.

#[cfg(test)]
mod tests;
mod words;

use super::charset::{self, Charset};
use std::collections::BTreeMap;
use std::iter::Peekable;

/// How deep groups may lie inside groups: programs write some ten.
const MAX_GROUPS: usize = 1_000;
/// The most fonts of which it is known what letters they have.
const MAX_FONTS: usize = 1_000;
/// So many letters are gathered before they are read.
const MAX_GATHERED: usize = 4_000;
/// The most letters that stand in place of one: programs write one or two.
const MAX_INSTEAD: usize = 16;
/// The longest name of a control word (a control word has at most 32 letters).
const MAX_NAME: usize = 32;

/// What a document says.
#[derive(Default, Debug, PartialEq)]
pub(super) struct Said {
    pub text: String,
    /// It is a page in HTML.
    pub page: bool,
    /// Its end is missing, or it is longer or deeper than is read.
    pub cut: bool,
    /// Some of it is hidden from its reader.
    pub hidden: bool,
    /// It has comments, which are left out.
    pub comments: bool,
}

/// Where a letter goes.
#[derive(Clone, Copy, PartialEq)]
enum Into {
    Text,
    /// A tag of the page.
    Tag,
    Fonts,
    /// A remark at the edge.
    Comment,
    Nothing,
}

/// What holds inside a group.
#[derive(Clone, Copy)]
struct State {
    into: Into,
    /// The number of the font.
    font: i32,
    /// How many letters stand in place of one by its number, for old programs.
    instead: usize,
    /// It is there for programs that do not know pages.
    beside_page: bool,
    hidden: bool,
}

struct Reader<B: Iterator<Item = u8>> {
    bytes: Peekable<B>,
    most: usize,
    state: State,
    groups: Vec<State>,
    said: Said,
    /// The code page of the document, and those of its fonts.
    page: u32,
    fonts: BTreeMap<i32, u32>,
    default_font: i32,
    /// Letters in bytes, and in halves of UTF-16, that are not read yet.
    letters: Vec<u8>,
    wide: Vec<u16>,
    /// How many letters are still passed over.
    pass: usize,
    /// The next word says whose group this is, and who does not know it leaves it out.
    may_be_left: bool,
}

/// Reads a document, at most so many bytes of its text; `None` where it is none.
pub(super) fn read(bytes: impl Iterator<Item = u8>, most: usize) -> Option<Said> {
    let mut bytes = bytes.peekable();
    let begins = b"{\\rtf".iter().all(|it| bytes.next() == Some(*it));
    if !begins {
        return None;
    }
    while bytes.next_if(u8::is_ascii_digit).is_some() {}
    let _blank = bytes.next_if_eq(&b' ');
    let state = State { into: Into::Text, font: 0, instead: 1, beside_page: false, hidden: false };
    let mut reader = Reader {
        bytes,
        most,
        state,
        groups: vec![state],
        said: Said::default(),
        page: 1252,
        fonts: BTreeMap::new(),
        default_font: 0,
        letters: Vec::new(),
        wide: Vec::new(),
        pass: 0,
        may_be_left: false,
    };
    reader.document();
    reader.flush();
    reader.said.text.truncate(reader.said.text.trim_end().len());
    Some(reader.said)
}

impl<B: Iterator<Item = u8>> Reader<B> {
    /// To the end of the outermost group.
    fn document(&mut self) {
        while let Some(byte) = self.bytes.next() {
            match byte {
                b'{' if self.groups.len() >= MAX_GROUPS => break,
                b'{' => {
                    self.flush();
                    self.pass = 0;
                    self.groups.push(self.state);
                }
                b'}' => {
                    self.flush();
                    (self.pass, self.may_be_left) = (0, false);
                    match self.groups.pop() {
                        Some(outer) if !self.groups.is_empty() => self.state = outer,
                        _ => return,
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => {}
                letter => self.byte(letter),
            }
            if self.said.text.len() > self.most {
                break;
            }
        }
        self.said.cut = true;
    }

    fn control(&mut self) {
        let Some(sign) = self.bytes.next() else { return };
        if sign.is_ascii_alphabetic() {
            let (name, number) = self.word(sign);
            self.named(&name, number);
            return;
        }
        match sign {
            b'\'' => {
                let mut digit = || {
                    let digit = self.bytes.next_if(u8::is_ascii_hexdigit)?;
                    char::from(digit).to_digit(16)
                };
                if let Some(value) = digit().and_then(|high| Some(high << 4 | digit()?)) {
                    self.byte(value as u8);
                }
            }
            b'*' => self.may_be_left = true,
            b'\r' | b'\n' => self.sign("\n"),
            b'~' => self.sign("\u{a0}"),
            b'_' => self.sign("\u{2011}"),
            b'\\' | b'{' | b'}' => self.byte(sign),
            // Where a word may be parted, and marks for an index.
            _ => {}
        }
    }

    /// The name of a control word and the number behind it.
    fn word(&mut self, first: u8) -> (String, Option<i32>) {
        let mut name = String::from(char::from(first));
        while let Some(letter) = self.bytes.next_if(u8::is_ascii_alphabetic) {
            if name.len() < MAX_NAME {
                name.push(char::from(letter));
            }
        }
        let minus = self.bytes.next_if_eq(&b'-').is_some();
        let mut number = None;
        while let Some(digit) = self.bytes.next_if(u8::is_ascii_digit) {
            let so_far: i32 = number.unwrap_or(0);
            number = Some(so_far.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
        }
        // A blank ends the word and is no letter.
        let _blank = self.bytes.next_if_eq(&b' ');
        (name, number.map(|number| if minus { -number } else { number }))
    }

    fn named(&mut self, name: &str, number: Option<i32>) {
        let may_be_left = std::mem::take(&mut self.may_be_left);
        let on = number != Some(0);
        let count = number.and_then(|number| usize::try_from(number).ok());
        match name {
            "u" => self.numbered(number.unwrap_or_default()),
            "bin" => self.bytes.by_ref().take(count.unwrap_or(0)).for_each(drop),
            "uc" => self.state.instead = count.unwrap_or(1).min(MAX_INSTEAD),
            "ansi" => self.page = 1252,
            "mac" => self.page = 10_000,
            "pc" => self.page = 437,
            "pca" => self.page = 850,
            "ansicpg" => self.page = number.and_then(|it| it.try_into().ok()).unwrap_or(1252),
            "deff" => {
                self.default_font = number.unwrap_or_default();
                self.state.font = self.default_font;
            }
            "f" => {
                self.flush();
                self.state.font = number.unwrap_or_default();
            }
            "fcharset" if self.state.into == Into::Fonts => self.font(number.unwrap_or_default()),
            "plain" => {
                self.flush();
                (self.state.font, self.state.hidden) = (self.default_font, false);
            }
            "v" => {
                self.flush();
                self.state.hidden = on;
            }
            "fromhtml" => self.said.page = on,
            "htmlrtf" => {
                self.flush();
                self.state.beside_page = on;
            }
            "htmltag" if may_be_left && self.said.page => self.state.into = Into::Tag,
            "fonttbl" => self.state.into = Into::Fonts,
            // A box with its text; what is said of it, and the same for old programs, is left out.
            "shpinst" | "shptxt" | "do" | "dptxbxtext" => {}
            "annotation" => self.state.into = Into::Comment,
            "colortbl" | "stylesheet" | "info" | "pict" | "objdata" | "fldinst" | "nonshppict"
            | "sp" | "shprslt" => self.state.into = Into::Nothing,
            _ if may_be_left => self.state.into = Into::Nothing,
            _ => {
                if let Some(sign) = words::sign(name) {
                    self.sign(sign);
                }
            }
        }
    }

    /// What letters the font has that is told of just now.
    fn font(&mut self, charset: i32) {
        let Some(page) = words::page(charset) else { return };
        if self.fonts.len() < MAX_FONTS {
            self.fonts.insert(self.state.font, page);
        }
    }

    /// A letter by its number in UTF-16; what stands in its place for old programs is passed over.
    fn numbered(&mut self, number: i32) {
        if self.is_passed() {
            return;
        }
        if self.wide.is_empty() {
            self.flush();
        }
        // Numbers above 32767 are written as negative ones, and by some as they are.
        let half = (number & 0xffff) as u16;
        self.wide.push(half);
        self.pass = self.state.instead;
        // A letter of two halves is not cut.
        if self.wide.len() > MAX_GATHERED && !(0xd800..0xdc00).contains(&half)
            || self.wide.len() > 16 * MAX_GATHERED
        {
            self.flush();
        }
    }

    /// A letter of the code page, or a part of one.
    fn byte(&mut self, byte: u8) {
        if self.is_passed() {
            return;
        }
        if !self.wide.is_empty() {
            self.flush();
        }
        self.letters.push(byte);
        // In a long text; letters of several bytes are not cut, unless there is nothing else.
        if self.letters.len() > MAX_GATHERED && byte < 0x80
            || self.letters.len() > 16 * MAX_GATHERED
        {
            self.flush();
        }
    }

    fn sign(&mut self, sign: &str) {
        if !self.is_passed() {
            self.flush();
            self.put(sign);
        }
    }

    fn is_passed(&mut self) -> bool {
        let passed = self.pass > 0;
        self.pass = self.pass.saturating_sub(1);
        passed
    }

    /// Reads the letters that were gathered.
    fn flush(&mut self) {
        if !matches!(self.state.into, Into::Text | Into::Tag) {
            let comment = self.state.into == Into::Comment;
            self.said.comments |= comment && !(self.wide.is_empty() && self.letters.is_empty());
            self.wide.clear();
            self.letters.clear();
            return;
        }
        if !self.wide.is_empty() {
            let text = String::from_utf16_lossy(&std::mem::take(&mut self.wide));
            self.put(&text);
        }
        if !self.letters.is_empty() {
            let letters = std::mem::take(&mut self.letters);
            let page = self.fonts.get(&self.state.font).copied().unwrap_or(self.page);
            let text = charset::known(&charset::of_code_page(page)).filter(|_| !letters.is_ascii());
            let text = text.unwrap_or(Charset::Ascii).decode(&letters);
            self.put(&text);
        }
    }

    fn put(&mut self, text: &str) {
        let state = self.state;
        if self.said.page {
            match state.into {
                Into::Tag => self.said.text.push_str(text),
                // Letters that mean something in a page were letters here.
                Into::Text if !state.beside_page => {
                    let text = text.replace('&', "&amp;").replace('<', "&lt;");
                    self.said.text.push_str(&text);
                }
                _ => {}
            }
        } else if state.into == Into::Text {
            self.said.hidden |= state.hidden;
            if !state.hidden {
                self.said.text.push_str(text);
            }
        }
    }
}
