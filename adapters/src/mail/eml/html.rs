//! HTML made plain: rows and paragraphs become lines, cells stay apart, quotes are marked.
//!
//! The parser knows entities and white space. Of tags it knows too little: it breaks lines at a
//! bare `<br>` and `</p>` alone, joins words behind `<br><b>x</b>`, shows a `<style type="x">`, and
//! loses what follows `a < b` or `<!---->`. So it gets the text without tags, with marks in it.

use super::elements::{BLOCKS, LEADING, RAW, RAWEST, UNREAD};
use super::hidden::{Open, Stack};
use super::tag::{Attributes, Tag};
use mail_parser::decoders::html::html_to_text;

/// Ends a line always. To the parser it is a letter like any other.
const LINE: char = '\u{2028}';

/// Ends a line if something stands in it, so that blocks in blocks leave no empty lines.
const BLOCK: char = '\u{2029}';

/// A `<` that begins no tag: as an entity it would be four times as long.
const LESS: char = '\u{fdd2}';

/// Between these stands what the sender quotes.
const QUOTE: char = '\u{fdd0}';
const QUOTED: char = '\u{fdd1}';

/// The most signs of quoting before a line.
const MAX_QUOTES: usize = 5;

/// A page as its reader sees it.
pub(super) struct Shown {
    /// Each line without white space around it; what is quoted begins with `> `.
    pub text: String,
    /// Whether something in it is there and not shown.
    pub hidden: bool,
}

/// The text as a reader sees it.
pub(super) fn to_text(html: &str) -> Shown {
    let mut page =
        Page { out: String::with_capacity(html.len()), open: Stack::default(), hidden: false };
    page.read(html);
    let text = lines(&html_to_text(&page.out));
    Shown { text, hidden: page.hidden }
}

struct Page {
    out: String,
    open: Stack,
    hidden: bool,
}

impl Page {
    /// One pass from tag to tag; each gives a mark, a space or nothing.
    fn read(&mut self, html: &str) {
        let mut attributes = Attributes::default();
        let (mut rest, mut in_head) = (html, false);
        while let Some(at) = rest.find('<') {
            let (text, from) = rest.split_at(at);
            self.say(text, in_head);
            let Some(tag) = Tag::read(from, &mut attributes) else {
                self.say(LESS.encode_utf8(&mut [0; 4]), in_head);
                rest = &from[1..];
                continue;
            };
            rest = &from[tag.length..];
            // A comment or a style sheet that never ends takes all that follows with it.
            let open = from.starts_with("<!--") && rest.is_empty() && !is_closed(from);
            self.hidden |= open;
            if !tag.closes && tag.is_one_of(&UNREAD) {
                let inside = rest;
                rest = from_its_end(rest, tag.name);
                self.hidden |= rest.is_empty() && !inside.trim().is_empty();
                continue;
            }
            let mark = mark(&tag);
            // A head that is never closed ends where the body begins, as in a browser.
            in_head =
                if tag.is_one_of(&["head"]) { !tag.closes } else { in_head && mark.is_none() };
            if in_head {
                continue;
            }
            self.step(&tag, mark);
            if !tag.closes && tag.is_one_of(&LEADING) {
                rest = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')).unwrap_or(rest);
            }
            if !tag.closes && tag.is_one_of(&RAW) {
                rest = self.raw(rest, tag.name);
            }
        }
        self.say(rest, in_head);
        self.close(0);
    }

    fn say(&mut self, text: &str, in_head: bool) {
        if in_head {
        } else if !self.open.hides() {
            self.show(text);
        } else if !self.hidden {
            self.hidden = !text.replace("&nbsp;", " ").replace("&zwnj;", " ").trim().is_empty();
        }
    }

    /// Text with its line ends as marks, where they are shown as such.
    fn show(&mut self, text: &str) {
        if !self.open.keeps_lines() || !text.contains(['\r', '\n']) {
            self.out.push_str(text);
            return;
        }
        for line in text.split_inclusive('\n') {
            let said = line.trim_end_matches(['\r', '\n']);
            self.out.push_str(said);
            self.out.extend((said.len() < line.len()).then_some(LINE));
        }
    }

    /// The inside of an element in which no tag is one; what follows it is left.
    fn raw<'h>(&mut self, rest: &'h str, name: &str) -> &'h str {
        let open = name.eq_ignore_ascii_case("plaintext");
        let after = if open { "" } else { from_its_end(rest, name) };
        let inside = rest.get(..rest.len() - after.len()).unwrap_or_default();
        let mut less = [0; 4];
        let plain = inside.replace('<', LESS.encode_utf8(&mut less));
        if RAWEST.iter().any(|it| name.eq_ignore_ascii_case(it)) {
            self.say(&plain.replace('&', "&amp;"), false);
        } else {
            self.say(&plain, false);
        }
        after
    }

    fn step(&mut self, tag: &Tag<'_>, mark: Option<char>) {
        if tag.closes {
            let keep = self.open.below(tag.name);
            self.close(keep);
            self.out.extend(mark.filter(|_| !self.open.hides()));
            return;
        }
        let keep = self.open.ended_by(tag.name);
        self.close(keep);
        self.out.extend(mark.filter(|_| !self.open.hides()));
        let quotes = tag.is_one_of(&["blockquote"]) && tag.is_quote() && !self.open.hides();
        if let Some(open) = Open::of(tag, quotes) {
            let open = self.open.push(open);
            self.out.extend((open && quotes).then_some(QUOTE));
        }
    }

    /// Closes all elements above so many.
    fn close(&mut self, keep: usize) {
        for quotes in self.open.close(keep) {
            self.out.extend(quotes.then_some(QUOTED));
        }
    }
}

/// What stands in the place of a tag.
fn mark(tag: &Tag<'_>) -> Option<char> {
    if tag.is_one_of(&["br"]) {
        Some(LINE)
    } else if tag.is_one_of(&["td", "th"]) {
        Some(' ')
    } else {
        tag.is_one_of(&BLOCKS).then_some(BLOCK)
    }
}

/// Whether a comment that reaches to the end of the page ends there.
fn is_closed(comment: &str) -> bool {
    ["-->", "--!>"].iter().any(|end| comment.ends_with(end))
}

/// From the tag that closes an element on; nothing where it stays open.
fn from_its_end<'h>(rest: &'h str, name: &str) -> &'h str {
    let named = |at: &usize| {
        let end = rest.get(at + 2..at + 2 + name.len());
        end.is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    rest.match_indices("</").map(|(at, _)| at).find(named).map_or("", |at| &rest[at..])
}

/// Marks become ends of lines, never more than two in a row, and signs of quoting.
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut depth, mut begins) = (0_usize, true);
    for piece in text.split_inclusive([LINE, BLOCK, QUOTE, QUOTED]) {
        let mark =
            piece.chars().next_back().filter(|c| matches!(*c, LINE | BLOCK | QUOTE | QUOTED));
        let said = piece.trim_end_matches([LINE, BLOCK, QUOTE, QUOTED]);
        let words = said.trim();
        if begins && !words.is_empty() && depth > 0 {
            (0..depth.min(MAX_QUOTES)).for_each(|_| out.push('>'));
            out.push(' ');
        }
        out.extend(words.chars().map(|c| if c == LESS { '<' } else { c }));
        begins &= words.is_empty();
        // `<p>&nbsp;</p>` is how an empty line is written.
        let stands = !said.trim_matches(' ').is_empty();
        if (mark == Some(LINE) || mark == Some(BLOCK) && (stands || !begins))
            && !out.is_empty()
            && !out.ends_with("\n\n")
        {
            out.push('\n');
            begins = true;
        }
        match mark {
            Some(QUOTE) => depth += 1,
            Some(QUOTED) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees() {
        for (html, text) in [
            ("<div>Kovo s.r.o.</div><div>IČO: 59610000</div>", "Kovo s.r.o.\nIČO: 59610000"),
            ("Kovo<p>IČO<H2 class=x>Tel.</H2>dnes", "Kovo\nIČO\nTel.\ndnes"),
            ("<table><tr><td>IČO</td><td>59610000</td></tr></table>", "IČO 59610000"),
            ("<tr><td>a</td></tr>\r\n<tr><th>Tel.</th> <td>1</td></tr>", "a\nTel. 1"),
            ("Závady:<ul><li>teče</li><li>hlučí</ul>", "Závady:\nteče\nhlučí"),
            ("<div><div>\n<div>a</div></div></div><div><div>b</div></div>", "a\nb"),
            ("a<br><br/><br clear=\"all\" /><br>b", "a\n\nb"),
            ("<div>a<br></div><div><br></div><div>b</div>", "a\n\nb"),
            ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
            ("<br><b>IČO:</b> 59610000 <i>Kovo</i>, <u>a.s.</u>", "IČO: 59610000 Kovo, a.s."),
            ("a<style type=x>p > b {}</style><SCRIPT>if (a<b) x('<p>')</Script >b", "ab"),
            ("a<!-- <div>x</div> -->b<!---->c<!-->d", "abcd"),
            ("<html><head><title>x</title>y<base></head><body>a</body></html>", "a"),
            ("<![if !mso]>a<![endif]><o:p></o:p>", "a"),
            ("R&amp;D &lt;b&gt; &euro;&#160;5", "R&D <b> €\u{a0}5"),
        ] {
            assert_eq!(to_text(html).text.trim_end(), text, "{html}");
        }
    }

    #[test]
    fn line_ends_that_are_shown() {
        for (html, text) in [
            ("<pre>a\nb\r\nc</pre>d", "a\nb\nc\nd"),
            ("x<PRE class=y>\na\n\n\n\nb\n</PRE>c\nd", "x\na\n\nb\nc d"),
            ("<pre>a <b>b\n</b><i>c</i>\nd &lt;e&gt;</pre>", "a b\nc\nd <e>"),
            ("<pre>a<br>b\nc", "a\nb\nc"),
            ("<div style='white-space:pre-wrap'>a\nb<p>c\nd</p></div>e\nf", "a\nb\nc\nd\ne f"),
            ("<p style=\"White-Space: pre-line !important\">a\nb</p>", "a\nb"),
            ("<pre style=\"white-space:normal\">a\nb</pre>", "a b"),
            ("<pre style=\"white-space:inherit\">a\nb</pre>", "a\nb"),
            ("<pre><span style=\"white-space:nowrap\">a\nb</span>\nc</pre>", "a b\nc"),
            ("<textarea>\na\n<b>&amp;\n</textarea>c", "a\n<b>&\nc"),
            ("<listing>\na\n<b>b</b></listing>", "a\nb"),
            ("<xmp>a\n<b>&amp;</xmp>c", "a\n<b>&amp;\nc"),
            ("<plaintext>a\n<b></plaintext>\nc", "a\n<b></plaintext>\nc"),
            ("<blockquote><pre>a\nb</pre></blockquote>c", "> a\n> b\nc"),
            ("<div style=display:none><pre>x\ny</pre></div>a", "a"),
        ] {
            assert_eq!(to_text(html).text.trim_end(), text, "{html}");
        }
    }

    #[test]
    fn where_a_comment_ends() {
        for (html, text) in [
            ("a<!-- b --!>c", "ac"),
            ("a<!-->b<!--->c<!---->d<!--!>e-->f", "abcdf"),
            ("a<!--b>c-->d<!-- x -- >y-->z", "adz"),
            ("a<!- b ->c<! d >e", "ace"),
        ] {
            assert_eq!(to_text(html).text.trim_end(), text, "{html}");
        }
    }

    #[test]
    fn what_is_quoted() {
        for (html, text) in [
            (
                "<p>Ano.</p><blockquote><p>Kdy?</p><p>Kde?</p></blockquote><p>Jana</p>",
                "Ano.\n> Kdy?\n> Kde?\nJana",
            ),
            (
                "<blockquote type=cite>a<blockquote>b</blockquote>c</blockquote>d",
                "> a\n>> b\n> c\nd",
            ),
            ("<blockquote>a<br>b", "> a\n> b"),
            (
                "<blockquote style=\"margin:0 0 0 40px;border:none;padding:0\">a</blockquote>b",
                "a\nb",
            ),
        ] {
            assert_eq!(to_text(html).text.trim_end(), text, "{html}");
        }
    }

    #[test]
    fn what_a_reader_does_not_see() {
        for (html, text, hidden) in [
            ("<div style=\"display:none\">IČO 1</div>a", "a", true),
            ("<div style='DISPLAY : none !important'>x<p>y</div>a", "a", true),
            ("<p hidden>x</p>a", "a", true),
            ("<p hidden=\"\">x<b>y</b></p>a", "a", true),
            ("<span style=\"font-size:0\">x</span>a", "a", true),
            ("<span style=\"font-size:0.0px\">x</span>a", "a", true),
            ("<td style=\"font-size:0px\"><div style=\"font-size:13px\">a</div></td>", "a", false),
            ("<td style=\"font-size:0.9em\">a</td>", "a", false),
            (
                "<i style=\"visibility:hidden\">x<b style=\"visibility:visible\">a</b>y</i>",
                "a",
                true,
            ),
            ("<p style=\"opacity:0\">x</p>a<p style=\"opacity:0.8\">b</p>", "a\nb", true),
            ("<p style=\"mso-hide:all\">x</p>a", "a", true),
            ("<p style=\"max-height:0;overflow:hidden\">x</p>a", "a", true),
            ("<p style=\"overflow:hidden\">a</p>", "a", false),
            ("<div style=display:none>&nbsp;&zwnj; </div>a", "a", false),
            ("<p style=\"display:none\">x<p>a", "a", true),
            ("<ul><li style=\"display:none\">x<li>a</ul>", "a", true),
            ("<table><tr style=\"display:none\"><td>x<tr><td>a</table>", "a", true),
            ("<img style=\"display:none\">a<br style=\"display:none\">b", "a\nb", false),
            ("<p title=\"a > b\">x</p>", "x", false),
            ("<p title='a > b' style=\"color:red\">x</p><a title=\"<b>\">y</a>", "x\ny", false),
            ("<p title=\"a>x</p>", "x", false),
        ] {
            let shown = to_text(html);
            assert_eq!((shown.text.trim_end(), shown.hidden), (text, hidden), "{html}");
        }
    }

    #[test]
    fn broken_html_keeps_its_text() {
        for (html, text) in [
            ("", ""),
            ("<", "<"),
            ("a < b, <3 & 5<6", "a < b, <3 & 5<6"),
            ("příliš<žluťoučký", "příliš<žluťoučký"),
            ("<div>a<div", "a"),
            ("<div>č<div <b>ř</b", "č\nř"),
            ("<head><title>x</title>y<div>a</div>", "a"),
            ("a<style>b", "a"),
            ("a<!-- b", "a"),
            ("a</>b</ p>c", "abc"),
            ("a</style>b</div></div></td>c", "ab\nc"),
        ] {
            assert_eq!(to_text(html).text.trim_end(), text, "{html}");
        }
    }

    #[test]
    fn what_an_open_comment_takes_is_hidden() {
        for (html, hidden) in [
            ("a<!-- b", true),
            ("a<!-- <p>b</p>", true),
            ("a<style>p{} <p>b</p>", true),
            ("a<!-- b -->", false),
            ("a<style>p{}</style>", false),
        ] {
            let shown = to_text(html);
            assert_eq!((shown.text.trim_end(), shown.hidden), ("a", hidden), "{html}");
        }
    }

    #[test]
    fn odd_html_does_no_harm() {
        for piece in [
            "<",
            "<a",
            "</",
            "<!--",
            "<!-->",
            "<!-- >",
            "<xmp><",
            "<textarea>&",
            "<pre>\n",
            "<style>",
            "<script></",
            "<br>",
            "&",
            "<p a=\"",
            "<p a='b",
            "<div>",
            "</b>",
            "<blockquote>",
        ] {
            let _ = to_text(&piece.repeat(50_000));
        }
    }
}
