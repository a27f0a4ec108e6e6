//! The order in which people look for names: a key whose bytes compare as their language sorts.
//!
//! It is the order of the Unicode Collation Algorithm as CLDR gives it for all languages, with what
//! CLDR's `cs` has otherwise, made small: signs, digits and Latin letters stand exactly where they
//! stand there. Simpler is this: signs that ASCII lacks come after its own, letters of other
//! scripts after the Latin ones by code point, and letters such as `ð` are no letters of their own,
//! just as [`fold`](super::index::fold) looks for them. Digits come before letters, as in CLDR and
//! in what other programs show, and not after them as in ČSN 97 6030.
//!
//! A key is stored, so what it is for a text may only change together with
//! [`Noun::ROWS`](crate::noun::Noun::ROWS).

use super::index::{UNSEEN, spelled_out};
use crate::language::Language;
use std::iter::{from_fn, once};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Below all that a level holds: a text comes before those that it begins.
const NEXT_LEVEL: char = '\u{1f}';

/// After all that may follow a letter: one of its own comes between its plain one and the next.
const OWN: char = '~';

/// Before letters of other scripts: after all Latin ones, and before [`OWN`].
const FOREIGN: char = '{';

/// The signs of ASCII in their order, after a blank and before digits.
const SIGNS: &str = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/// Marks in the order in which they come, where all letters are equal: others come after them.
const MARKS: &str = "\u{301}\u{300}\u{306}\u{302}\u{30c}\u{30a}\u{308}\u{30b}\u{303}\u{307}\
                     \u{338}\u{327}\u{328}\u{304}";

/// What a letter has that is spelled with others: `ø` comes after `o`, as with a stroke.
const STROKE: char = '\u{338}';

const CARON: char = '\u{30c}';

/// A key of a text by which names are ordered: compared as bytes, keys stand as the texts do in
/// lists of this language. Equal letters first, whatever their marks and case; where all of them
/// are equal the first mark decides, then the first capital, which comes after its small letter.
///
/// In Czech `č`, `ř`, `š`, `ž` and `ch` are letters of their own; in English they are letters with
/// a mark, and two letters.
///
/// ```
/// use callout_core::{language::Language, port::order::order_key};
/// let sorted = |language| {
///     let mut names = ["Žák", "Čermák", "Chmel", "Dana", "Cyril", "Hruška", "Ivan", "Zach"];
///     names.sort_by_key(|name| order_key(name, language));
///     names.join(" ")
/// };
/// assert_eq!(sorted(Language::Cs), "Cyril Čermák Dana Hruška Chmel Ivan Zach Žák");
/// assert_eq!(sorted(Language::En), "Čermák Chmel Cyril Dana Hruška Ivan Zach Žák");
/// ```
pub fn order_key(text: &str, language: Language) -> String {
    let czech = language == Language::Cs;
    let mut key = Key::default();
    let mut rest = text.nfkd().filter(|letter| !UNSEEN.contains(letter)).peekable();
    while let Some(letter) = rest.next() {
        let mut marks: String = from_fn(|| rest.next_if(is_mark)).collect();
        let small = letter.to_ascii_lowercase();
        let caron = marks.find(CARON).filter(|_| czech && matches!(small, 'c' | 'r' | 's' | 'z'));
        let with_h = |next: &char| czech && small == 'c' && next.eq_ignore_ascii_case(&'h');
        if let Some(at) = caron {
            marks.remove(at);
            key.one([small, OWN], once(letter));
        } else if marks.is_empty()
            && let Some(h) = rest.next_if(with_h)
        {
            key.one(['h', OWN], [letter, h].into_iter());
            marks = from_fn(|| rest.next_if(is_mark)).collect();
        } else {
            key.plain(letter);
        }
        marks.chars().for_each(|mark| key.mark(mark));
    }
    key.written()
}

fn is_mark(letter: &char) -> bool {
    canonical_combining_class(*letter) != 0
}

/// The key's three levels while they are written.
#[derive(Default)]
struct Key {
    letters: String,
    marks: Level,
    capitals: Level,
}

impl Key {
    /// One letter of the language, written with these.
    fn one(&mut self, own: [char; 2], written: impl Iterator<Item = char>) {
        self.letters.extend(own);
        written.for_each(|letter| self.step(letter));
    }

    /// A letter, digit or sign as in any language.
    fn plain(&mut self, letter: char) {
        let alike = like_in_ascii(letter);
        if letter.is_whitespace() {
            self.sign(" ", letter);
        } else if let Some(at) = SIGNS.find(alike.unwrap_or(letter)) {
            self.sign(&format!("!{}", nth(at)), letter);
        } else if letter.is_alphanumeric() {
            self.letter(letter);
        } else if !letter.is_control() {
            self.sign(&format!("!{}{letter}", nth(SIGNS.len())), letter);
        }
        if alike.is_some() {
            self.mark(STROKE);
        }
    }

    fn sign(&mut self, key: &str, sign: char) {
        self.letters.push_str(key);
        self.step(sign);
    }

    fn letter(&mut self, letter: char) {
        for small in letter.to_lowercase() {
            let spelled = spelled_out(small);
            let alone = spelled.is_none().then_some(small);
            for one in spelled.unwrap_or_default().chars().chain(alone) {
                if !one.is_ascii() {
                    self.letters.push(FOREIGN);
                }
                self.letters.push(one);
                self.step(letter);
            }
            if spelled.is_some() {
                self.mark(STROKE);
            }
        }
    }

    fn step(&mut self, letter: char) {
        self.marks.since += 1;
        self.capitals.since += 1;
        if letter.is_uppercase() {
            self.capitals.note();
        }
    }

    fn mark(&mut self, mark: char) {
        self.marks.note();
        let at = MARKS.chars().position(|known| known == mark);
        self.marks.text.push(nth(at.unwrap_or(MARKS.len())));
    }

    fn written(self) -> String {
        let Key { mut letters, marks, capitals } = self;
        if !(marks.text.is_empty() && capitals.text.is_empty()) {
            letters.push(NEXT_LEVEL);
            letters.push_str(&marks.text);
        }
        if !capitals.text.is_empty() {
            letters.push(NEXT_LEVEL);
            letters.push_str(&capitals.text);
        }
        letters
    }
}

/// Where letters have something that others lack: at each such place how many letters came since
/// the one before, the fewer the greater, since what has it earlier comes later.
#[derive(Default)]
struct Level {
    text: String,
    since: u32,
}

impl Level {
    fn note(&mut self) {
        const MOST: u32 = '~' as u32 - '@' as u32;
        let far = std::mem::take(&mut self.since);
        self.text.extend((0..far / MOST).map(|_| '@'));
        self.text.extend(char::from_u32('~' as u32 - far % MOST));
    }
}

fn nth(at: usize) -> char {
    u32::try_from(at).ok().and_then(|at| char::from_u32('0' as u32 + at)).unwrap_or(OWN)
}

/// The sign of ASCII beside which a printer's one stands.
fn like_in_ascii(sign: char) -> Option<char> {
    match sign {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => Some('-'),
        '‘' | '’' | '‚' => Some('\''),
        '“' | '”' | '„' | '«' | '»' => Some('"'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As ICU 78 sorts them for `cs`.
    const CZECH: &str = "|„Dub“ s.r.o.|1 sud|10 sudů|3M|9 sudů|A & B|A+B|Æro|Aes|anděl|Anděl|\
        Ándel|Bo|Bo Da|Bo-da|Bouda|Cyril|Čermak|Čermák|Čermáková|Černý|Dana|Ďuriš|Dvořák|Eva|\
        Hruška|Cháň|chmel|cHmel|Chmel|CHMEL|Ivan|Łódź|Lz|Muller|Müller|Mux|Muž|Novak|novák|Novák|\
        Nováková|O'Neil|Ørsted|Orz|Ruda|Rys|Řehák|Strasse|Straße|Strast|Sykora|Sýkora|Szabó|Šimek|\
        Tichý|Ťok|Úlehla|Ůn|Urban|Zach|Zx|Žák|Αθήνα|Жуков";

    /// The same for `en`.
    const ENGLISH: &str = "|„Dub“ s.r.o.|1 sud|10 sudů|3M|9 sudů|A & B|A+B|Æro|Aes|anděl|Anděl|\
        Ándel|Bo|Bo Da|Bo-da|Bouda|Čermak|Čermák|Čermáková|Černý|Cháň|chmel|cHmel|Chmel|CHMEL|\
        Cyril|Dana|Ďuriš|Dvořák|Eva|Hruška|Ivan|Łódź|Lz|Muller|Müller|Mux|Muž|Novak|novák|Novák|\
        Nováková|O'Neil|Ørsted|Orz|Řehák|Ruda|Rys|Šimek|Strasse|Straße|Strast|Sykora|Sýkora|Szabó|\
        Tichý|Ťok|Úlehla|Ůn|Urban|Zach|Žák|Zx|Αθήνα|Жуков";

    #[test]
    fn names_stand_as_their_language_sorts() {
        for (names, language) in [(CZECH, Language::Cs), (ENGLISH, Language::En)] {
            let names: Vec<&str> = names.split('|').collect();
            for pair in names.windows(2) {
                let [before, after] = [pair[0], pair[1]].map(|name| order_key(name, language));
                assert!(before < after, "{pair:?} {before:?} {after:?} {language:?}");
            }
        }
    }

    #[test]
    fn signs_stand_before_digits_and_digits_before_letters() {
        let signs = format!(" {SIGNS}°0189azα");
        let keys = signs.chars().map(|sign| order_key(&sign.to_string(), Language::En));
        let keys: Vec<String> = keys.collect();
        assert!(keys.is_sorted_by(|before, after| before < after), "{keys:?}");
    }

    #[test]
    fn a_key_says_no_more_than_it_must() {
        for (text, key) in [
            ("kompresor ga 37", "kompresor ga 37"),
            ("Kovovýroba", "kovovyroba\u{1f}x0\u{1f}}"),
            ("Řada", "r~ada\u{1f}\u{1f}}"),
            ("Zapo\u{ad}mnělík\u{7}", "zapomnelik\u{1f}w4|0\u{1f}}"),
            ("e\u{301}\u{308}", "e\u{1f}}0~6"),
        ] {
            assert_eq!(order_key(text, Language::Cs), key, "{text}");
        }
        // However it was composed.
        assert_eq!(order_key("Z\u{30c}", Language::Cs), order_key("Ž", Language::Cs));
    }

    #[test]
    fn the_later_a_mark_the_earlier_the_name() {
        let marked = |at: usize| format!("{}á{}", "a".repeat(at), "a".repeat(200 - at));
        let keys: Vec<String> =
            (0..200).rev().map(|at| order_key(&marked(at), Language::En)).collect();
        assert!(keys.is_sorted_by(|before, after| before < after));
    }

    fn names() -> impl Strategy<Value = String> {
        prop_oneof!["[a-cA-Cch áčČřžhH\u{30c}\u{301}.-]{0,6}", "\\PC{0,8}", ".{0,8}"]
    }

    proptest! {
        #[test]
        fn what_is_longer_comes_later(name in names(), rest in "[a-zA-Z0-9 ,č]{1,4}") {
            for language in [Language::Cs, Language::En] {
                let longer = format!("{name}{rest}");
                prop_assert!(order_key(&name, language) < order_key(&longer, language));
            }
        }

        #[test]
        fn marks_and_case_count_only_where_all_letters_are_equal(
            one in "[a-gA-Gáéďě]{1,5}", other in "[a-gA-Gáéďě]{1,5}",
        ) {
            let key = |text: &str| order_key(text, Language::Cs);
            let plain = |text: &str| super::super::index::fold(text);
            let (letters, whole) = (plain(&one).cmp(&plain(&other)), key(&one).cmp(&key(&other)));
            prop_assert!(letters.is_eq() || letters == whole);
            // Nothing that people tell apart is equal.
            prop_assert_eq!(whole.is_eq(), one == other);
        }

        #[test]
        fn a_level_holds_nothing_that_ends_it(name in names()) {
            for language in [Language::Cs, Language::En] {
                let key = order_key(&name, language);
                prop_assert!(key.chars().filter(|it| *it == NEXT_LEVEL).count() <= 2);
                prop_assert!(key.chars().all(|it| it >= NEXT_LEVEL), "{:?}", key);
                prop_assert_eq!(&key, &order_key(&name.nfd().collect::<String>(), language));
            }
        }
    }
}
