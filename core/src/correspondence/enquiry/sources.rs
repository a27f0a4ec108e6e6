//! The parts of a message that its facts are read from: what is new, and what was forwarded.

use super::fold::{fold, folded};
use super::{Evidence, Place};
use crate::letter::{Mailbox, ReadMail};

/// The most letters of one part that are read; a longer part is a log or a list, not a letter.
const MAX_LETTERS: usize = 200_000;

/// The most forwarded messages that are read.
const MAX_NESTED: usize = 20;

/// A part of the message: its letters as written and folded, place by place the same.
pub(super) struct Source {
    pub place: Place,
    pub letters: Vec<char>,
    pub folded: Vec<char>,
}

impl Source {
    pub fn new(place: Place, text: &str) -> Self {
        let letters: Vec<char> = text.chars().take(MAX_LETTERS).collect();
        let folded = letters.iter().map(|letter| fold(*letter)).collect();
        Source { place, letters, folded }
    }

    /// The line that a place belongs to.
    pub fn evidence(&self, at: usize) -> Evidence {
        let before = &self.letters[..at.min(self.letters.len())];
        let from = before.iter().rposition(|c| *c == '\n').map_or(0, |place| place + 1);
        let line = before.iter().filter(|c| **c == '\n').count() + 1;
        let rest = &self.letters[from..];
        let quote: String = rest.iter().take_while(|c| **c != '\n').take(200).collect();
        Evidence {
            place: self.place,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            quote: quote.trim().to_owned(),
        }
    }

    pub fn text(&self, from: usize, to: usize) -> String {
        self.letters.get(from..to).unwrap_or_default().iter().collect()
    }

    /// Begin and end of each line, without its line end.
    pub fn lines(&self) -> Vec<(usize, usize)> {
        let mut from = 0;
        let ends = self.letters.iter().enumerate().filter(|(_, c)| **c == '\n');
        let mut lines: Vec<(usize, usize)> = ends
            .map(|(end, _)| {
                let line = (from, end);
                from = end + 1;
                line
            })
            .collect();
        lines.push((from, self.letters.len()));
        lines
    }
}

/// What the sender wrote, then what was forwarded.
pub(super) fn of(mail: &ReadMail) -> Vec<Source> {
    let (new, forwarded) = split(&mail.text, is_forward(&mail.subject));
    let mut sources = vec![Source::new(Place::Text, &new)];
    if !forwarded.trim().is_empty() {
        sources.push(Source::new(Place::Forwarded, &forwarded));
    }
    let mut nested: Vec<&ReadMail> = mail.nested.iter().rev().collect();
    while let Some(inner) = nested.pop() {
        if sources.len() > MAX_NESTED {
            break;
        }
        let (new, forwarded) = split(&inner.text, is_forward(&inner.subject));
        sources.push(Source::new(Place::Forwarded, &format!("{new}\n{forwarded}")));
        nested.extend(inner.nested.iter().rev());
    }
    if sources.iter().all(|s| s.letters.iter().all(|c| c.is_whitespace())) {
        sources.push(Source::new(Place::Subject, &mail.subject));
    }
    sources
}

/// Who wrote what was forwarded: by the inner message, or by its header block in the text.
pub(super) fn original_sender(mail: &ReadMail, sources: &[Source]) -> Option<Mailbox> {
    if let Some(inner) = mail.nested.first().and_then(|inner| inner.from.first()) {
        return Some(inner.clone());
    }
    let source = sources.iter().find(|source| source.place == Place::Forwarded)?;
    source.lines().iter().take(15).find_map(|(from, to)| {
        let line = source.text(*from, *to);
        let (label, value) = line.split_once(':')?;
        matches!(folded(label.trim()).as_str(), "from" | "od" | "von").then_some(())?;
        mailbox(value)
    })
}

/// `Tereza Malá <mala@pekarna.example>`, `mala@pekarna.example`, `Malá [mailto:mala@..]`.
fn mailbox(text: &str) -> Option<Mailbox> {
    let word = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '[' | ']' | '(' | ')' | '"');
    let address =
        text.split(word).map(|w| w.trim_start_matches("mailto:")).find(|w| w.contains('@'))?;
    let name = text.split(['<', '[', '(']).next().unwrap_or_default();
    let name = name.trim().trim_matches('"').trim();
    let name = (!name.is_empty() && !name.contains('@')).then(|| name.to_owned());
    let mailbox = Mailbox { name, address: address.to_owned() };
    mailbox.is_deliverable().then_some(mailbox)
}

fn is_forward(subject: &str) -> bool {
    let subject = folded(subject.trim());
    ["fwd:", "fw:", "wg:", "pd:", "fwd :", "preposlano:"]
        .iter()
        .any(|mark| subject.starts_with(mark))
}

/// Splits a text into what is new and what was forwarded; other quoted history is dropped.
fn split(text: &str, forward: bool) -> (String, String) {
    let lines: Vec<&str> = text.lines().collect();
    let (mut new, mut forwarded) = (String::new(), String::new());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let plain = folded(line.trim());
        let quoted = plain.starts_with('>') || plain.starts_with('|');
        if forward && (quoted || starts_history(&lines, at)) || is_forward_mark(&plain) {
            for rest in &lines[at..] {
                forwarded.push_str(rest.trim_start_matches(['>', ' ', '|']));
                forwarded.push('\n');
            }
            break;
        }
        if starts_history(&lines, at) {
            // People answer below or between quotes too: unquoted text after them is new.
            let quotes_follow =
                lines[at..].iter().skip(1).take(4).any(|l| l.trim_start().starts_with('>'));
            if !quotes_follow {
                break;
            }
            let attribution = lines[at..].iter().take(3);
            // At least this line: an attribution may itself be quoted.
            at += attribution.take_while(|l| !l.trim_start().starts_with('>')).count().max(1);
            // The lines keep their numbers.
            new.push('\n');
            continue;
        }
        if !quoted {
            new.push_str(line);
        }
        new.push('\n');
        at += 1;
    }
    (new, forwarded)
}

fn is_forward_mark(plain: &str) -> bool {
    const MARKS: [&str; 7] = [
        "forwarded message",
        "preposlana zprava",
        "preposlany e-mail",
        "weitergeleitete nachricht",
        "zacatek preposlane zpravy",
        "begin forwarded message",
        "anfang der weitergeleiteten",
    ];
    plain.chars().count() < 80 && MARKS.iter().any(|mark| plain.contains(mark))
}

/// Whether the history of the conversation begins here: an attribution or a header block.
fn starts_history(lines: &[&str], at: usize) -> bool {
    let line = |i: usize| folded(lines.get(i).map_or("", |l| l.trim()));
    let here = line(at);
    const RULES: [&str; 4] =
        ["puvodni zprava", "original message", "ursprungliche nachricht", "puvodny sprava"];
    if here.starts_with("--") && RULES.iter().any(|rule| here.contains(rule)) {
        return true;
    }
    let attributed = |text: &str| {
        let ends = ["napsal(a):", "napsal:", "napsala:", "napisal(a):", "wrote:", "schrieb:"];
        let begins =
            ["dne ", "on ", "am ", "st ", "po ", "ut ", "ct ", "pa ", "so ", "ne ", "mon", "tue"];
        let german = text.starts_with("am ") && text.contains(" schrieb ") && text.ends_with(':');
        german
            || ends.iter().any(|end| text.ends_with(end))
                && (begins.iter().any(|begin| text.starts_with(begin))
                    || text.starts_with(|c: char| c.is_ascii_digit())
                    || text.contains('@'))
    };
    if attributed(&here) || !here.is_empty() && attributed(&format!("{here} {}", line(at + 1))) {
        return true;
    }
    let field = |text: &str, names: &[&str]| {
        let text = text.trim_start_matches('*');
        names.iter().any(|name| {
            text.starts_with(name) && text[name.len()..].trim_start_matches('*').starts_with(':')
        })
    };
    field(&here, &["from", "od", "von"])
        && (at + 1..at + 4)
            .any(|i| field(&line(i), &["sent", "date", "odeslano", "datum", "gesendet", "poslano"]))
}
