//! How long a text may be and which characters it may hold: on one line, or on many.

/// The most characters of a text on one line: a name, a title, a number, a unit, an address.
pub const MAX_LINE: usize = 500;

/// The most characters of a text on many lines: a note, a fault, a reason, a letter.
pub const MAX_TEXT: usize = 20_000;

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It has too many characters.
    Long { characters: usize, most: usize },
    /// It has a line break where one line is meant.
    Break,
    /// It has a character that nobody sees.
    Hidden(char),
}

impl Unfit {
    /// What is wrong with it, where no code of its own says it.
    pub(crate) fn reason(self) -> String {
        match self {
            Unfit::Long { characters, most } => {
                format!("it has {characters} characters, at most {most} are taken")
            }
            Unfit::Break => "it has a line break".to_owned(),
            Unfit::Hidden(sign) => format!("it has the character U+{:04X}", u32::from(sign)),
        }
    }
}

/// Whether a text can stand on one line: without control characters, and without those that turn
/// the direction of what stands behind them, so that a name is read as it was written.
pub(crate) fn line(text: &str, most: usize) -> Result<(), Unfit> {
    short(text, most)?;
    match text.chars().find(|sign| breaks(*sign) || sign.is_control() || turns(*sign)) {
        None => Ok(()),
        Some(sign) if breaks(sign) => Err(Unfit::Break),
        Some(sign) => Err(Unfit::Hidden(sign)),
    }
}

/// Whether a text can stand on many lines: the only control characters are tabs and line ends.
pub(crate) fn lines(text: &str, most: usize) -> Result<(), Unfit> {
    short(text, most)?;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let ends = sign == '\r' && signs.peek() == Some(&'\n');
        if sign.is_control() && !matches!(sign, '\t' | '\n') && !ends {
            return Err(Unfit::Hidden(sign));
        }
    }
    Ok(())
}

fn short(text: &str, most: usize) -> Result<(), Unfit> {
    // Only a text of more bytes can have more characters.
    if text.len() > most {
        let characters = text.chars().count();
        if characters > most {
            return Err(Unfit::Long { characters, most });
        }
    }
    Ok(())
}

const fn breaks(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9).
const fn turns(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_and_lines() {
        for (text, on_one, on_many) in [
            ("Žluťoučký kůň", None, None),
            ("a\tb", Some(Unfit::Hidden('\t')), None),
            ("a\nb", Some(Unfit::Break), None),
            ("a\r\nb", Some(Unfit::Break), None),
            ("a\rb", Some(Unfit::Break), Some(Unfit::Hidden('\r'))),
            ("a\r\r\n", Some(Unfit::Break), Some(Unfit::Hidden('\r'))),
            ("a\u{2028}b", Some(Unfit::Break), None),
            ("a\u{85}b", Some(Unfit::Break), Some(Unfit::Hidden('\u{85}'))),
            ("a\0b", Some(Unfit::Hidden('\0')), Some(Unfit::Hidden('\0'))),
            ("a\u{1b}b", Some(Unfit::Hidden('\u{1b}')), Some(Unfit::Hidden('\u{1b}'))),
            ("a\u{202e}b", Some(Unfit::Hidden('\u{202e}')), None),
            ("a\u{2066}b", Some(Unfit::Hidden('\u{2066}')), None),
            ("שלום", None, None),
        ] {
            assert_eq!(line(text, MAX_LINE).err(), on_one, "{text:?}");
            assert_eq!(lines(text, MAX_TEXT).err(), on_many, "{text:?}");
        }
        // Characters count, and not bytes.
        assert_eq!(line(&"ž".repeat(MAX_LINE), MAX_LINE), Ok(()));
        let (characters, most) = (MAX_LINE + 1, MAX_LINE);
        assert_eq!(line(&"ž".repeat(characters), most), Err(Unfit::Long { characters, most }));
    }
}
