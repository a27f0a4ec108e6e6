//! Which of a message's texts is the one to read.

use super::html;
use super::kind::Reading;
use super::notes::Notes;
use std::collections::BTreeSet;

/// A text of a message.
pub(super) struct Piece {
    pub text: String,
    /// As what it was read.
    pub reading: Reading,
}

/// Texts one after the other.
pub(super) fn joined(pieces: Vec<Piece>) -> Option<Piece> {
    pieces.into_iter().reduce(|mut all, piece| {
        if !all.text.is_empty() && !piece.text.trim().is_empty() {
            all.text.push('\n');
        }
        all.text.push_str(&piece.text);
        if piece.reading == Reading::Page {
            all.reading = Reading::Page;
        }
        all
    })
}

/// The plain one of several writings of the same, unless it says nothing and the page does.
pub(super) fn best(pieces: Vec<Piece>, notes: &mut Notes) -> Option<Piece> {
    let place = |reading: Reading| {
        pieces.iter().position(|piece| piece.reading == reading && !is_blank(&piece.text))
    };
    let (plain, page) = (place(Reading::Plain), place(Reading::Page));
    let stub = |at: usize| pieces.get(at).is_some_and(|piece| is_stub(&piece.text));
    let chosen = match (plain, page) {
        (Some(plain), Some(page)) if stub(plain) => {
            notes.odd("the plain text only says that the message is in HTML: that was read");
            page
        }
        (Some(one), _) | (None, Some(one)) => one,
        // What nobody here knows is taken only where there is nothing else.
        (None, None) => {
            let other = place(Reading::Guessed);
            if other.is_some() {
                notes.odd("the text is of a type that is not known: it was read as plain text");
            }
            other.unwrap_or(0)
        }
    };
    pieces.into_iter().nth(chosen)
}

/// Whether bytes are a text in which nobody sees anything.
pub(super) fn says_nothing(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().all(|chunk| chunk.invalid().is_empty() && is_blank(chunk.valid()))
}

/// Whether nobody sees anything: white space, and letters without a width.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '\u{ad}'
                    | '\u{34f}'
                    | '\u{61c}'
                    | '\u{180e}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{feff}'
                    | '\u{fffc}'
            )
    })
}

/// `Váš program nezobrazuje HTML`: a short text that speaks of the page and says nothing else.
fn is_stub(text: &str) -> bool {
    const SAYS: [&str; 24] = [
        "support",
        "display",
        "view",
        "enable",
        "capable",
        "compatible",
        "client",
        "browser",
        "format",
        "podpor",
        "zobraz",
        "program",
        "klient",
        "prohlíž",
        "formát",
        "verzi",
        "verze",
        "darstell",
        "anzeig",
        "unterstütz",
        "anzuzeigen",
        "ansicht",
        "betracht",
        "lesen",
    ];
    let plain = text.to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // A digit would be a number, a name or a time: then it says something.
    words.clone().count() <= 40
        && words.clone().any(|word| word == "html")
        && !plain.split_whitespace().any(says_something)
        && SAYS.iter().any(|says| plain.contains(says))
}

fn says_something(word: &str) -> bool {
    let link = word.contains("://") || word.starts_with("www.");
    !link && word.chars().filter(char::is_ascii_digit).count() >= 3
}

/// A page made plain; that something in it is hidden from its reader is noted.
pub(super) fn of_page(page: &str, notes: &mut Notes) -> String {
    let shown = html::to_text(page);
    if shown.hidden {
        notes.lost("text of the page that its reader does not see was left out");
    }
    shown.text
}

/// The most files that one page shows.
const MAX_SHOWN: usize = 10_000;

/// The Content-IDs of the files that a page shows: `src="cid:logo@firma.example"`.
pub(super) fn shown_files(page: &str, shown: &mut BTreeSet<String>) {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | '&' | '\\');
    let ids = page.split("cid:").skip(1).filter_map(|rest| rest.split(ends).next());
    shown.extend(ids.filter(|id| id.len() <= 500).map(str::to_owned).take(MAX_SHOWN));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing() {
        for (text, stub) in [
            ("Your e-mail program does not display HTML. Please enable it.", true),
            ("Tato zpráva je ve formátu HTML.", true),
            ("Váš poštovní klient nepodporuje HTML zprávy.", true),
            ("This message requires HTML support: https://x.example/view?id=123456", true),
            ("Ihr Programm kann HTML nicht anzeigen.", true),
            ("Kompresor stojí, prosíme o opravu.", false),
            ("Program HTML nezobrazuje, volejte 777 123 456.", false),
            ("Stránka html nejde", false),
        ] {
            assert_eq!(is_stub(text), stub, "{text}");
        }
        assert!(is_blank(" \u{a0}\u{200b}\u{feff}\r\n") && !is_blank("."));
    }
}
