//! The text of an RTF document (Rich Text Format 1.9.1), or the page that lies in it
//! ([MS-OXRTFEX]): letters and line ends, nothing of how they look.

mod words;

use super::charset::{self, Charset};
use std::collections::BTreeMap;
use std::iter::Peekable;

/// How deep groups may lie inside groups: programs write some ten.
const MOST_GROUPS: usize = 1_000;
/// The most fonts of which it is known what letters they have.
const MOST_FONTS: usize = 1_000;
/// So many letters are gathered before they are read.
const MOST_GATHERED: usize = 4_000;
/// The most letters that stand in place of one: programs write one or two.
const MOST_INSTEAD: usize = 16;
/// The longest name of a control word (a control word has at most 32 letters).
const MOST_NAME: usize = 32;

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
}

/// Where a letter goes.
#[derive(Clone, Copy, PartialEq)]
enum Into {
    Text,
    /// A tag of the page.
    Tag,
    Fonts,
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
                b'{' if self.groups.len() >= MOST_GROUPS => break,
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
            if name.len() < MOST_NAME {
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
            "uc" => self.state.instead = count.unwrap_or(1).min(MOST_INSTEAD),
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
            "colortbl" | "stylesheet" | "info" | "pict" | "objdata" | "fldinst" | "nonshppict" => {
                self.state.into = Into::Nothing;
            }
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
        if self.fonts.len() < MOST_FONTS {
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
        if self.wide.len() > MOST_GATHERED && !(0xd800..0xdc00).contains(&half)
            || self.wide.len() > 16 * MOST_GATHERED
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
        if self.letters.len() > MOST_GATHERED && byte < 0x80
            || self.letters.len() > 16 * MOST_GATHERED
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> Option<String> {
        read(rtf.bytes(), 1_000).map(|said| said.text)
    }

    #[test]
    fn what_a_document_says() {
        for (rtf, said) in [
            ("{\\rtf1 Ahoj}", "Ahoj"),
            (
                "{\\rtf1\\ansi\\ansicpg1250 \\'c8erpadlo\\par stoj\\'ed\\line v d\r\n\\'edln\\'ec.}",
                "Čerpadlo\nstojí\nv dílně.",
            ),
            (
                "{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset238 Arial CE;}}{\\f1 \\'e8}\\'e8{\\f2\\'e8}}",
                "čèè",
            ),
            ("{\\rtf1\\deff1{\\fonttbl{\\f1\\fcharset204 A;}}\\f0 \\'e8\\plain\\'e8}", "èи"),
            (
                "{\\rtf1\\uc1\\u268 C\\u237\\'edslo {\\uc2\\u269 ab}\\u-3913?\\u0?}",
                "Číslo č\u{f0b7}\u{0}",
            ),
            ("{\\rtf1\\uc0\\u55357\\u56898 x\\uc1\\u55357?\\u56898?}", "🙂x🙂"),
            ("{\\rtf1 a{\\*\\generator Riched;}{\\info{\\author X}}{\\pict\\bin4 }{}}}b}", "ab"),
            ("{\\rtf1 {\\field{\\*\\fldinst{HYPERLINK \"x\"}}{\\fldrslt{odkaz}}}}", "odkaz"),
            (
                "{\\rtf1 a\\tab b\\~c\\-d\\_e\\{\\}\\\\\\emdash}",
                "a\tb\u{a0}cd\u{2011}e{}\\\u{2014}",
            ),
            ("{\\rtf1\\ansicpg65001 \\'c4\\'8d}", "č"),
            ("{\\rtf1\\ansicpg932 \\'8c\\'cc\\'8f\\'e1}", "故障"),
            ("{\\rtf1\\ansicpg99999 \\'e8}", "\u{fffd}"),
            ("{\\rtf1 a\\\nb\\'zzc}", "a\nbzzc"),
            ("{\\rtf1 {\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}x}}} y", "x"),
            ("{\\rtf1 a{\\uc1\\u268}b}", "aČb"),
        ] {
            let said_here = read(rtf.bytes(), 1_000).unwrap_or_default();
            assert_eq!((said_here.text.as_str(), said_here.cut), (said, false), "{rtf}");
        }
        for none in ["", "{\\rt", "{\\html1 x}", "Ahoj"] {
            assert_eq!(text(none), None, "{none}");
        }
        let hidden = read("{\\rtf1 a{\\v b}\\v c\\v0 d}".bytes(), 1_000);
        assert!(hidden.is_some_and(|it| it.text == "ad" && it.hidden));
    }

    #[test]
    fn the_page_in_a_document() {
        let rtf = "{\\rtf1\\ansi\\ansicpg1250\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}\r\n\
            {\\*\\htmltag18 <html>}{\\*\\htmltag64 <p class=\"a\">}\\htmlrtf {\\htmlrtf0 \\'c8erpadlo \
            {\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 5 < 6 & 7\\htmlrtf\\par}\\htmlrtf0\r\n\
            {\\*\\mhtmltag84 x}{\\*\\htmltag72 </p>\\par}}";
        let said = read(rtf.bytes(), 1_000).unwrap_or_default();
        assert!(said.page && !said.cut);
        assert_eq!(said.text, "<html><p class=\"a\">Čerpadlo &lt;5 &lt; 6 &amp; 7</p>");
    }

    #[test]
    fn what_has_no_end_is_cut() {
        let cut = |rtf: &str| read(rtf.bytes(), 100).map(|said| (said.text.len(), said.cut));
        let letters = |many: usize| format!("{{\\rtf1 {}}}", "{a}".repeat(many));
        assert_eq!(cut(&letters(100)), Some((100, false)));
        assert_eq!(cut(&letters(101)), Some((101, true)));
        assert_eq!(cut("{\\rtf1 a"), Some((1, true)));
        assert_eq!(cut("{\\rtf1 a\\"), Some((1, true)));
        let groups = |many: usize| format!("{{\\rtf1 {}a{}}}", "{".repeat(many), "}".repeat(many));
        assert_eq!(cut(&groups(MOST_GROUPS - 1)), Some((1, false)));
        assert_eq!(cut(&groups(MOST_GROUPS)), Some((0, true)));
        assert_eq!(cut("{\\rtf1\\bin-1 \\bin99999999999 a}"), Some((0, true)));
        // What stands in place of a letter is short; a number that lies takes no text away.
        let lies = "{\\rtf1\\uc99999999999\\u268 0123456789abcdefzbytek}";
        assert_eq!(text(lies).as_deref(), Some("Čzbytek"));
        // Letters by their numbers end with the text that is read, and do not gather without end.
        let said = read(format!("{{\\rtf1\\uc0 {}}}", "\\u268".repeat(20_000)).bytes(), 1_000);
        assert!(said.is_some_and(|said| said.cut && said.text.len() < 3 * MOST_GATHERED));
    }
}
