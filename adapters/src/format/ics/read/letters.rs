//! Which letters the bytes of a calendar file are. It has to be UTF-8; what is not is guessed.

use super::notes::Notes;
use callout_core::calendar::NoteKind;
use std::borrow::Cow;

/// The upper half of Windows-1250; what it leaves empty is no letter.
const WINDOWS_1250: &str = "€\u{fffd}‚\u{fffd}„…†‡\u{fffd}‰Š‹ŚŤŽŹ\u{fffd}‘’“”•–—\u{fffd}™š›śťžź\
                            \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
                            ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

/// Where ISO 8859-2 has other letters: from A0 to BF.
const LATIN_2: &str = "\u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż";

/// The bytes without a mark at their beginning; UTF-16, which some programs write by mistake,
/// as UTF-8.
pub(super) fn in_utf8<'b>(bytes: &'b [u8], notes: &mut Notes) -> Cow<'b, [u8]> {
    let wide = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => return Cow::Borrowed(rest),
        [0xFF, 0xFE, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xFE, 0xFF, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        [letter, 0, _, 0, ..] if letter.is_ascii_alphabetic() => {
            Some((bytes, u16::from_le_bytes as _))
        }
        [0, letter, 0, _, ..] if letter.is_ascii_alphabetic() => {
            Some((bytes, u16::from_be_bytes as _))
        }
        _ => None,
    };
    let Some((wide, unit)) = wide else { return Cow::Borrowed(bytes) };
    notes.tell(NoteKind::Encoding, 0, "UTF-16");
    let pairs = wide.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let letters = char::decode_utf16(pairs).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER));
    Cow::Owned(letters.collect::<String>().into_bytes())
}

/// The letters of a line, without control characters.
pub(super) fn letters(line: Vec<u8>, number: u32, notes: &mut Notes) -> String {
    let text = String::from_utf8(line).unwrap_or_else(|fault| {
        let bytes = fault.into_bytes();
        // Windows has letters where ISO 8859 has none.
        let windows = bytes.iter().any(|byte| (0x80..0xA0).contains(byte));
        notes.once(NoteKind::Encoding, number, if windows { "windows-1250" } else { "iso-8859-2" });
        let table: Vec<char> = WINDOWS_1250.chars().collect();
        let other: Vec<char> = LATIN_2.chars().collect();
        let letter = |byte: &u8| match byte {
            0..0x80 => char::from(*byte),
            0xA0..0xC0 if !windows => other[usize::from(byte - 0xA0)],
            _ => {
                table.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
            }
        };
        bytes.iter().map(letter).collect()
    });
    let bad = |letter: char| letter.is_control() && letter != '\t';
    if !text.contains(bad) {
        return text;
    }
    notes.once(NoteKind::ControlLetters, number, "");
    text.replace(bad, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_a_letter_for_each_byte() {
        assert_eq!((WINDOWS_1250.chars().count(), LATIN_2.chars().count()), (128, 32));
        let mut notes = Notes::default();
        let read = |bytes: &[u8], notes: &mut Notes| letters(bytes.to_vec(), 1, notes);
        assert_eq!(read(b"\x8Eluva, k\xF9\xF2", &mut notes), "Žluva, kůň");
        assert_eq!(read(b"\xAEluva, k\xF9\xF2", &mut notes), "Žluva, kůň");
        assert_eq!(read("Žluva\u{0}".as_bytes(), &mut notes), "Žluva");
        let kinds: Vec<NoteKind> = notes.done().0.iter().map(|note| note.kind).collect();
        assert_eq!(kinds, [NoteKind::Encoding, NoteKind::Encoding, NoteKind::ControlLetters]);
    }
}
