//! One content line: a name, parameters, and a value.

use super::notes::Notes;
use callout_core::calendar::NoteKind;

/// The most letters of a text, as elsewhere of a text on many lines.
const MAX_TEXT: usize = 20_000;

pub(super) struct Property {
    pub(super) line: u32,
    /// In capitals.
    pub(super) name: String,
    parameters: Vec<(String, Vec<String>)>,
    pub(super) value: String,
}

impl Property {
    /// Of a line; `None` where it is none.
    pub(super) fn read(line: u32, text: &str) -> Option<Property> {
        // Where a quote does not end, quotes mean nothing.
        let colon = outside_quotes(text, ':').next().or_else(|| text.find(':'))?;
        let (head, value) = (&text[..colon], &text[colon + 1..]);
        let mut parts = split(head, ';');
        let name = parts.next()?.trim().to_ascii_uppercase();
        let named =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !named {
            return None;
        }
        let parameters = parts.map(parameter).collect();
        Some(Property { line, name, parameters, value: value.to_owned() })
    }

    /// The first value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.all(name).first().map(String::as_str)
    }

    /// The values of a parameter.
    pub(super) fn all(&self, name: &str) -> &[String] {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map_or(&[], |(_, values)| values)
    }
}

fn parameter(text: &str) -> (String, Vec<String>) {
    let (key, values) = text.split_once('=').unwrap_or((text, ""));
    let values = split(values, ',').map(|value| plain(value.trim().trim_matches('"'))).collect();
    (key.trim().to_ascii_uppercase(), values)
}

/// What a parameter cannot hold stands behind a caret (RFC 6868).
fn plain(value: &str) -> String {
    if !value.contains('^') {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        let meant = match (letter, letters.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                out.push(letter);
                continue;
            }
        };
        letters.next();
        out.push(meant);
    }
    out
}

/// Where a sign stands outside quotes.
fn outside_quotes(text: &str, sign: char) -> impl Iterator<Item = usize> + '_ {
    let mut quoted = false;
    text.char_indices().filter_map(move |(at, letter)| {
        quoted ^= letter == '"';
        (letter == sign && !quoted).then_some(at)
    })
}

/// The parts between signs that stand outside quotes.
fn split(text: &str, sign: char) -> impl Iterator<Item = &str> {
    let ends = outside_quotes(text, sign).chain(std::iter::once(text.len()));
    let mut begins = 0;
    ends.map(move |end| {
        let part = &text[begins..end];
        begins = end + sign.len_utf8();
        part
    })
}

/// A text, its escapes undone (RFC 5545 3.3.11).
pub(super) fn text(property: &Property, notes: &mut Notes) -> String {
    let encoded = |name| {
        let value = property.parameter(name);
        value.is_some_and(|it| it.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
    };
    if encoded("ENCODING") || property.parameters.iter().any(|(key, _)| key == "QUOTED-PRINTABLE") {
        notes.once(NoteKind::Encoded, property.line, &property.name);
    }
    let mut out = String::with_capacity(property.value.len().min(MAX_TEXT));
    let mut letters = property.value.chars().peekable();
    let mut count = 0;
    while let Some(letter) = letters.next() {
        if count == MAX_TEXT {
            notes.tell(NoteKind::TextCut, property.line, &property.name);
            break;
        }
        count += 1;
        let meant = match (letter, letters.peek()) {
            ('\\', Some('n' | 'N')) => '\n',
            ('\\', Some(plain @ ('\\' | ';' | ',' | ':' | '"'))) => *plain,
            _ => {
                out.push(letter);
                continue;
            }
        };
        letters.next();
        out.push(meant);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart() {
        let line = "attendee;CN=\"Říha; Jana: x, y\";Role = REQ;X=a,\"b,c\":mailto:a@b.example;c=d";
        let read = Property::read(7, line).unwrap();
        assert_eq!((read.name.as_str(), read.line), ("ATTENDEE", 7));
        assert_eq!(read.parameter("CN"), Some("Říha; Jana: x, y"));
        assert_eq!((read.parameter("ROLE"), read.all("X").len()), (Some("REQ"), 2));
        assert_eq!(read.value, "mailto:a@b.example;c=d");
        let read = Property::read(1, "X;CN=a ^'b^' ^^ ^n ^c:").unwrap();
        assert_eq!(read.parameter("CN"), Some("a \"b\" ^ \n ^c"));
        let read = Property::read(1, "SUMMARY;CN=\"open:x").unwrap();
        assert_eq!(read.value, "x");
        for none in ["", "no colon", ":x", ";:x", "a b:x", "ř:x", "\":\""] {
            assert!(Property::read(1, none).is_none(), "{none}");
        }
    }

    #[test]
    fn escapes_are_undone() {
        let mut notes = Notes::default();
        let read = Property::read(1, "X:a\\nb\\N\\,\\;\\\\n\\t \\").unwrap();
        assert_eq!(text(&read, &mut notes), "a\nb\n,;\\n\\t \\");
        let long = Property::read(1, &format!("X:{}", "ř".repeat(MAX_TEXT + 1))).unwrap();
        assert_eq!(text(&long, &mut notes).chars().count(), MAX_TEXT);
        assert_eq!(notes.done().1[0].kind, NoteKind::TextCut);
    }
}
