//! What is read of RTF, and what is not.

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
        ("{\\rtf1 a\\tab b\\~c\\-d\\_e\\{\\}\\\\\\emdash}", "a\tb\u{a0}cd\u{2011}e{}\\\u{2014}"),
        ("{\\rtf1\\ansicpg65001 \\'c4\\'8d}", "č"),
        ("{\\rtf1\\ansicpg932 \\'8c\\'cc\\'8f\\'e1}", "故障"),
        ("{\\rtf1\\ansicpg99999 \\'e8}", "\u{fffd}"),
        ("{\\rtf1 a\\\nb\\'zzc}", "a\nbzzc"),
        ("{\\rtf1 {\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}x}}} y", "x"),
        ("{\\rtf1 a{\\uc1\\u268}b}", "aČb"),
        (
            "{\\rtf1 a{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn pib}{\\sv 1}}{\\shptxt b\\par}}\
             {\\shprslt{\\*\\do{\\dptxbxtext b}}}}c{\\*\\do\\dptxbx{\\dptxbxtext d}}}",
            "ab\ncd",
        ),
    ] {
        let said_here = read(rtf.bytes(), 1_000).unwrap_or_default();
        assert_eq!((said_here.text.as_str(), said_here.cut), (said, false), "{rtf}");
    }
    for none in ["", "{\\rt", "{\\html1 x}", "Ahoj"] {
        assert_eq!(text(none), None, "{none}");
    }
    let hidden = read("{\\rtf1 a{\\v b}\\v c\\v0 d}".bytes(), 1_000);
    assert!(hidden.is_some_and(|it| it.text == "ad" && it.hidden));
    for (rtf, comments) in [
        ("{\\rtf1 a{\\*\\atnid J}{\\*\\annotation{\\*\\atndate 5}b}}", true),
        ("{\\rtf1 a{\\*\\atnid J}{\\*\\annotation\\chatn}}", false),
    ] {
        let said = read(rtf.bytes(), 1_000);
        assert!(said.is_some_and(|it| it.text == "a" && it.comments == comments), "{rtf}");
    }
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
    assert_eq!(cut(&groups(MAX_GROUPS - 1)), Some((1, false)));
    assert_eq!(cut(&groups(MAX_GROUPS)), Some((0, true)));
    assert_eq!(cut("{\\rtf1\\bin-1 \\bin99999999999 a}"), Some((0, true)));
    // What stands in place of a letter is short; a number that lies takes no text away.
    let lies = "{\\rtf1\\uc99999999999\\u268 0123456789abcdefzbytek}";
    assert_eq!(text(lies).as_deref(), Some("Čzbytek"));
    // Letters by their numbers end with the text that is read, and do not gather without end.
    let said = read(format!("{{\\rtf1\\uc0 {}}}", "\\u268".repeat(20_000)).bytes(), 1_000);
    assert!(said.is_some_and(|said| said.cut && said.text.len() < 3 * MAX_GATHERED));
}
