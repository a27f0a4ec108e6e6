//! Breaking text into lines.

use super::style::{Length, Style};
use super::typeface::{Faces, Typeface};
use crate::format::nobreak::bind;

/// A line of text that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    pub width: Length,
}

/// Breaks a text into lines of at most `width`: at spaces and after hyphens between letters, at
/// line breaks of the text itself, and inside words that are longer than a line. Gives at least
/// one line, and at least one letter in a line however narrow.
pub(super) fn wrap(faces: &Faces, style: Style, text: &str, width: Length) -> Vec<Line> {
    let face = faces.face(style.face);
    let text = face.showable(text);
    // Letter for letter the same, but for the spaces that do not break: readers copy out and search
    // for what was said.
    let bound = bind(&text);
    let mut lines = Vec::new();
    for (said, bound) in text.split('\n').zip(bound.split('\n')) {
        wrap_paragraph(face, style.size, (said, bound), width, &mut lines);
    }
    // Line breaks at the end make no empty lines.
    while lines.len() > 1 && lines.last().is_some_and(|line| line.text.is_empty()) {
        lines.pop();
    }
    lines
}

fn wrap_paragraph(
    face: &Typeface,
    size: Length,
    (said, bound): (&str, &str),
    width: Length,
    out: &mut Vec<Line>,
) {
    let letters: Vec<char> = bound.trim_end_matches(' ').chars().collect();
    let said: Vec<char> = said.chars().collect();
    let room = i64::from(width) * i64::from(face.units_per_em) / i64::from(size.max(1));
    let mut start = 0;
    loop {
        let end = line_end(face, &letters, start, room);
        let text: String = said.get(start..end).unwrap_or_default().iter().collect();
        let text = text.trim_end_matches(' ').to_owned();
        let width = face.width(&text, size);
        out.push(Line { text, width });
        start = end;
        while letters.get(start) == Some(&' ') {
            start += 1;
        }
        if start >= letters.len() {
            return;
        }
    }
}

/// Where the line that begins at `start` ends.
fn line_end(face: &Typeface, letters: &[char], start: usize, room: i64) -> usize {
    let mut used = 0;
    let mut last_break = None;
    for index in start..letters.len() {
        used += i64::from(face.glyph(letters[index]).advance);
        if used > room && index > start {
            // A space may hang over the edge, it is not painted.
            return if letters[index] == ' ' { index } else { last_break.unwrap_or(index) };
        }
        if may_break_after(letters, index) {
            last_break = Some(index + 1);
        }
    }
    letters.len()
}

fn may_break_after(letters: &[char], index: usize) -> bool {
    match letters[index] {
        ' ' => true,
        // Not in `-5` nor in `ZL-2026-0042`.
        '-' | '–' | '—' => {
            let next = letters.get(index + 1).is_some_and(|letter| letter.is_alphabetic());
            next && index > 0 && letters[index - 1].is_alphanumeric()
        }
        _ => false,
    }
}

/// Width of the longest part of a text that does not break.
pub(super) fn longest_word(faces: &Faces, style: Style, text: &str) -> Length {
    let face = faces.face(style.face);
    let text = bind(&face.showable(text));
    text.split([' ', '\n']).map(|word| face.width(word, style.size)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::style::{BODY, pt};
    use super::*;

    fn lines(text: &str, width: Length) -> Vec<String> {
        let faces = Faces::load().unwrap();
        let lines = wrap(faces, BODY, text, width);
        for line in &lines {
            let one = line.text.chars().count() == 1;
            assert!(line.width <= width || one, "{line:?} is wider than {width}");
        }
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn text_breaks_where_readers_expect_it() {
        let table: &[(&str, Length, &[&str])] = &[
            // text, width, lines
            ("", pt(100), &[""]),
            ("oprava kotle", pt(100), &["oprava kotle"]),
            ("oprava kotle", pt(40), &["oprava", "kotle"]),
            ("jedna\n\ndvě\n\n", pt(100), &["jedna", "", "dvě"]),
            ("1\u{a0}234,50\u{a0}Kč celkem", pt(60), &["1\u{a0}234,50\u{a0}Kč", "celkem"]),
            ("číslo ZL-2026-0042", pt(70), &["číslo", "ZL-2026-0042"]),
            ("česko-německý", pt(40), &["česko-", "německý"]),
            ("a     b", pt(100), &["a     b"]),
        ];
        for (text, width, expected) in table {
            assert_eq!(lines(text, *width), *expected, "{text}");
        }
    }

    #[test]
    fn long_words_are_broken_and_nothing_is_lost() {
        let word = "nejneobhospodařovávatelnějšího".repeat(20);
        let broken = lines(&word, pt(50));
        assert!(broken.len() > 20);
        assert_eq!(broken.concat(), word);
        assert_eq!(lines("široké", 1), ["š", "i", "r", "o", "k", "é"]);
    }

    #[test]
    fn letters_without_a_glyph_are_seen() {
        assert_eq!(lines("a\u{4e2d}\u{1f9ff}b", pt(100)), ["a\u{fffd}\u{fffd}b"]);
        assert_eq!(
            lines("pr\u{30c}i\u{301}\u{feff}\u{ad}tel\r\n\u{2212}5\t%", pt(100)),
            ["přítel", "\u{2212}5 %"]
        );
    }
}
