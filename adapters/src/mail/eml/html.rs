//! HTML made plain: rows and paragraphs become lines, cells stay apart.
//!
//! The parser knows entities and white space. Of tags it knows too little: it breaks lines at a
//! bare `<br>` and `</p>` alone, joins words behind `<br><b>x</b>`, shows a `<style type="x">`, and
//! loses what follows `a < b` or `<!---->`. So it gets the text without tags, with marks in it.

use mail_parser::decoders::html::html_to_text;

/// Ends a line always. To the parser it is a letter like any other.
const LINE: char = '\u{2028}';

/// Ends a line if something stands in it, so that blocks in blocks leave no empty lines.
const BLOCK: char = '\u{2029}';

/// Elements with lines of their own.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements whose insides nobody reads.
const UNREAD: [&str; 4] = ["script", "style", "template", "title"];

/// The text as a reader sees it, each line without white space around it.
pub(super) fn to_text(html: &str) -> String {
    lines(&html_to_text(&without_tags(html)))
}

/// One pass from tag to tag; each gives a mark, a space or nothing.
fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut rest, mut in_head) = (html, false);
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        if !in_head {
            out.push_str(text);
        }
        let Some(tag) = Tag::read(from) else {
            if !in_head {
                out.push_str("&lt;");
            }
            rest = &from[1..];
            continue;
        };
        rest = &from[tag.length..];
        if !tag.closes && tag.is_one_of(&UNREAD) {
            rest = from_its_end(rest, tag.name);
            continue;
        }
        let mark = tag.mark();
        // A head that is never closed ends where the body begins, as in a browser.
        in_head = if tag.is_one_of(&["head"]) { !tag.closes } else { in_head && mark.is_none() };
        if !in_head {
            out.extend(mark);
        }
    }
    if !in_head {
        out.push_str(rest);
    }
    out
}

/// A tag or a comment.
struct Tag<'h> {
    name: &'h str,
    closes: bool,
    length: usize,
}

impl<'h> Tag<'h> {
    /// What a text begins with; `None` where its `<` is a sign like any other: `a < b`, `<3`.
    fn read(text: &'h str) -> Option<Self> {
        if text.starts_with("<!--") {
            // `<!-->` is whole.
            let end = text[2..].find("-->").map_or(text.len(), |end| 2 + end + 3);
            return Some(Tag { name: "", closes: false, length: end });
        }
        let inside = text.strip_prefix('<')?;
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            return None;
        }
        // A tag that is never closed ends where the next one begins.
        let end = inside.find(['<', '>']).unwrap_or(inside.len());
        let length = 1 + end + usize::from(inside[end..].starts_with('>'));
        let body = &inside[..end];
        let closes = body.starts_with('/');
        let body = body.strip_prefix('/').unwrap_or(body);
        let name = body.split(|c: char| c.is_ascii_whitespace() || c == '/').next()?;
        Some(Tag { name, closes, length })
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// What stands in its place.
    fn mark(&self) -> Option<char> {
        if self.is_one_of(&["br"]) {
            Some(LINE)
        } else if self.is_one_of(&["td", "th"]) {
            Some(' ')
        } else {
            self.is_one_of(&BLOCKS).then_some(BLOCK)
        }
    }
}

/// From the tag that closes an element on; nothing where it stays open.
fn from_its_end<'h>(rest: &'h str, name: &str) -> &'h str {
    let named = |at: &usize| {
        let end = rest.get(at + 2..at + 2 + name.len());
        end.is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    rest.match_indices("</").map(|(at, _)| at).find(named).map_or("", |at| &rest[at..])
}

/// Marks become ends of lines, never more than two in a row.
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive([LINE, BLOCK]) {
        out.push_str(piece.trim());
        // `<p>&nbsp;</p>` is how an empty line is written.
        let stands = !piece.trim_matches([' ', BLOCK]).is_empty();
        let ends = piece.ends_with(LINE) || piece.ends_with(BLOCK) && stands;
        if ends && !out.is_empty() && !out.ends_with("\n\n") {
            out.push('\n');
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
            assert_eq!(to_text(html).trim_end(), text, "{html}");
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
            assert_eq!(to_text(html).trim_end(), text, "{html}");
        }
    }

    #[test]
    fn odd_html_does_no_harm() {
        for piece in ["<", "<a", "</", "<!--", "<!-->", "<style>", "<script></", "<br>", "&"] {
            let _ = to_text(&piece.repeat(50_000));
        }
    }
}
