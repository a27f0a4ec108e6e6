//! Phone numbers, brought to E.164 (`+420700000111`).

use super::fold::folded;
use super::label;
use super::sources::Source;
use super::{EnquiryFacts, OwnAddresses, note};

const LABELS: [&str; 25] = [
    "tel",
    "tel~c",
    "telefon",
    "telefonni cislo",
    "telefonicky",
    "mob",
    "mobil",
    "mobilni",
    "mobile",
    "cell",
    "phone",
    "fon",
    "handy",
    "gsm",
    "volejte",
    "volat",
    "zavolejte",
    "call",
    "durchwahl",
    "kontakt",
    "ruckruf",
    "ruckruf unter",
    "anrufen",
    "erreichbar",
    "zatelefonujte",
];

/// Numbers after these are something else.
const OTHER_LABELS: [&str; 62] = [
    "fax",
    "ico",
    "ic",
    "dic",
    "ic~dph",
    "vat",
    "vat id",
    "vat no",
    "ust~id~nr",
    "ust~idnr",
    "ust~id",
    "uid",
    "ucet",
    "c~u",
    "cislo uctu",
    "vs",
    "var~symbol",
    "variabilni symbol",
    "iban",
    "objednavka",
    "objednavky",
    "objednavce",
    "obj~c",
    "faktura",
    "faktury",
    "fakture",
    "zakazka",
    "zakazky",
    "zakazkove cislo",
    "zakaznicke cislo",
    "cislo zakaznika",
    "kundennummer",
    "smlouva",
    "smlouvy",
    "smlouve",
    "vertragsnummer",
    "nabidka",
    "nabidky",
    "reklamace",
    "po",
    "s/n",
    "sn",
    "vyr~c",
    "vyrobni cislo",
    "inv~c",
    "inventarni cislo",
    "ev~c",
    "evidencni cislo",
    "kat~c",
    "katalogove cislo",
    "art~nr",
    "artikl",
    "kod",
    "ean",
    "gtin",
    "gps",
    "ref",
    "pin",
    "isbn",
    "motohodiny",
    "cislo jednaci",
    "hrb",
];

/// Calling codes of the countries whose companies write to us.
const CODES: [(&str, &str); 6] =
    [("CZ", "420"), ("SK", "421"), ("DE", "49"), ("AT", "43"), ("PL", "48"), ("GB", "44")];

/// The most brackets and spaces before a group of digits.
const MAX_GAP: usize = 40;

/// The country that numbers without a code belong to.
pub(super) fn home_country(sources: &[Source], facts: &EnquiryFacts) -> &'static str {
    let by_id = facts.vat_ids.first().map(|id| id.value.get(..2).unwrap_or_default().to_owned());
    if let Some((_, code)) = CODES.iter().find(|(state, _)| by_id.as_deref() == Some(state)) {
        return code;
    }
    if !facts.registration_numbers.is_empty() {
        return "420";
    }
    let text = sources.first().map_or_else(String::new, |s| s.folded.iter().collect());
    if [" gmbh", " ohg", "mit freundlichen", "sehr geehrte"].iter().any(|w| text.contains(w)) {
        return "49";
    }
    if [" ltd", " plc", "+44"].iter().any(|w| text.contains(w)) { "44" } else { "420" }
}

/// All of a part.
pub(super) fn find(source: &Source, home: &str, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let (mut at, mut last) = (0, 0);
    while at < source.folded.len() {
        let starts = source.folded[at].is_ascii_digit() || matches!(source.folded[at], '+' | '(');
        // `777123456/777123457`: the second stands behind the end of the first.
        let inside = at > 0
            && at != last + 1
            && source
                .folded
                .get(at - 1)
                .is_some_and(|c| c.is_alphanumeric() || "+/.-_@".contains(*c));
        if !starts || inside {
            at += 1;
            continue;
        }
        let number = Number::read(source, at).without_what_follows(source);
        if let Some(phone) = number.phone(source, home)
            && !own.phones.iter().any(|ours| folded(ours).replace(' ', "") == phone)
        {
            note(&mut facts.phones, phone, source, at);
            last = number.end;
        }
        at = number.end.max(at + 1);
    }
}

/// A run of digits as it stands.
struct Number {
    start: usize,
    end: usize,
    plus: bool,
    digits: String,
    groups: Vec<usize>,
    /// Where each group ends.
    ends: Vec<usize>,
}

impl Number {
    /// Reads digits with single separators: `+420 700 000 111`, `0351 23125-010`, `(0)20 7946`.
    fn read(source: &Source, start: usize) -> Self {
        let letters = &source.folded;
        let plus = letters.get(start) == Some(&'+');
        let mut number =
            Number { start, end: start, plus, digits: String::new(), groups: vec![], ends: vec![] };
        let mut at = start + usize::from(plus);
        loop {
            // A trunk zero in brackets is dialled at home only.
            if letters.get(at..at + 3) == Some(&['(', '0', ')']) && plus {
                at += 3;
            }
            // Bounded: of brackets without end, each begins a number.
            let gap = letters.iter().skip(at).take(MAX_GAP);
            at += gap.take_while(|c| matches!(**c, '(' | ')' | ' ')).count();
            let rest = letters.get(at..).unwrap_or_default();
            let group: String = rest.iter().take_while(|c| c.is_ascii_digit()).take(40).collect();
            if group.is_empty() || number.is_full() {
                break;
            }
            at += group.len();
            number.groups.push(group.len());
            number.digits.push_str(&group);
            number.end = at;
            number.ends.push(at);
            match number.gap(letters) {
                Some(gap) => at += gap,
                None => break,
            }
        }
        number
    }

    /// `777 123 456 (24/7)`, `777 123 456 12 hodin denne`: nine digits are a whole number, where
    /// what follows is told apart from it, or a label says what it is.
    fn without_what_follows(mut self, source: &Source) -> Self {
        let mut sum = 0;
        let nine = self.groups.iter().position(|group| {
            sum += group;
            sum >= 9
        });
        let Some(nine) = nine.filter(|nine| sum == 9 && nine + 1 < self.groups.len()) else {
            return self;
        };
        if self.plus || self.digits.starts_with('0') {
            return self;
        }
        let end = self.ends.get(nine).copied().unwrap_or(self.end);
        let rest = |from: usize, most: usize| -> String {
            source.folded.iter().skip(from).take(most).collect()
        };
        let bracket = rest(end, 3).trim_start().starts_with('(');
        let hours = rest(self.end, 6).trim_start().starts_with("hod");
        let twin = rest(end, 1) == "/" && self.groups.get(nine + 1) == Some(&9);
        if bracket || hours || twin || self.nearest(source, &LABELS).is_some() {
            self.end = end;
            self.digits.truncate(9);
            self.groups.truncate(nine + 1);
        }
        self
    }

    /// How much stands before the next group: one separator, or ` / ` inside a number that is
    /// still short; after a whole number it begins the next one.
    fn gap(&self, letters: &[char]) -> Option<usize> {
        let mut at = self.end;
        if letters.get(at) == Some(&')') {
            at += 1;
        }
        let separator =
            |at: usize| letters.get(at).is_some_and(|c| matches!(c, ' ' | '-' | '.' | '/'));
        let wide = letters.get(at..at + 3);
        if matches!(wide, Some([' ', '/' | '-', ' '])) {
            return (self.digits.len() < 9).then_some(at + 3 - self.end);
        }
        separator(at).then_some(at + 1 - self.end)
    }

    /// Czech and Slovak numbers have a fixed length, so the next number is not joined on.
    fn is_full(&self) -> bool {
        let digits = self.digits.strip_prefix("00").filter(|_| !self.plus).unwrap_or(&self.digits);
        let fixed = digits.starts_with("420") || digits.starts_with("421");
        let abroad = self.plus || self.digits.starts_with("00");
        if abroad {
            fixed && digits.len() >= 12 || digits.len() >= 15
        } else {
            self.digits.len() >= 12
        }
    }

    fn phone(&self, source: &Source, home: &str) -> Option<String> {
        let (said, other) = (self.nearest(source, &LABELS), self.nearest(source, &OTHER_LABELS));
        if other.is_some_and(|other| said.is_none_or(|said| said <= other))
            || self.is_inside_a_word(source)
            || self.is_of_a_state(source)
        {
            return None;
        }
        let abroad = if self.plus {
            Some(self.digits.as_str())
        } else {
            self.digits.strip_prefix("00").filter(|rest| !rest.starts_with('0'))
        };
        if let Some(digits) = abroad {
            let fixed = digits.starts_with("420") || digits.starts_with("421");
            let fits = if fixed { digits.len() == 12 } else { (8..=15).contains(&digits.len()) };
            return (fits && !digits.starts_with('0')).then(|| format!("+{digits}"));
        }
        let labelled = said.is_some();
        if let Some(national) = self.digits.strip_prefix('0') {
            let fits = labelled && home != "420" && (6..=12).contains(&national.len());
            return fits.then(|| format!("+{home}{national}"));
        }
        // Nine digits are Czech or Slovak; without a label only in groups of three, or a mobile.
        let nine = self.digits.len() == 9 && !self.digits.starts_with('1');
        let grouped = self.groups == [3, 3, 3];
        let written = self.groups == [9] || self.groups == [3, 2, 2, 2];
        let mobile = written && self.digits.starts_with(['6', '7']);
        let likely =
            labelled || grouped && !self.is_money(source) || mobile && !self.is_numbered(source);
        let code = if home == "421" { "421" } else { "420" };
        (nine && likely).then(|| format!("+{code}{}", self.digits))
    }

    /// Where the last of these words ends that stand before it in its line, with no other number
    /// between.
    fn nearest(&self, source: &Source, labels: &[&str]) -> Option<usize> {
        // Bounded, so that a line without end costs no more than a short one.
        let nearby = self.start.saturating_sub(30);
        let line = source.folded[nearby..self.start].iter().rposition(|c| *c == '\n');
        let from = line.map_or(nearby, |at| nearby + at + 1);
        let between = |end: &usize| {
            let gap = &source.folded[(*end).min(self.start)..self.start];
            let words = gap.iter().filter(|c| c.is_alphabetic()).count();
            words <= 12 && !gap.iter().any(|c| c.is_ascii_digit() || matches!(c, ',' | ';'))
        };
        let ends = (from..self.start).filter_map(|at| label::any(&source.folded, at, labels));
        ends.filter(|end| *end <= self.start).filter(between).max()
    }

    /// `DE 998 135 704`: two capitals before it are a state's, and it is a VAT id.
    fn is_of_a_state(&self, source: &Source) -> bool {
        let before = &source.letters[self.start.saturating_sub(4)..self.start];
        let word: String = before.iter().collect();
        let word = word.trim_end_matches([' ', '-']);
        let apart = word.chars().rev().nth(2).is_none_or(|c| !c.is_alphanumeric());
        ["CZ", "DE", "SK", "AT", "PL"].iter().any(|state| word.ends_with(state)) && apart
    }

    fn is_inside_a_word(&self, source: &Source) -> bool {
        source.folded.get(self.end).is_some_and(|c| c.is_alphabetic())
            || source.folded.get(self.end) == Some(&'/')
                && source.folded.get(self.end + 1).is_some_and(|c| c.is_ascii_digit())
                && self.ends.last() == Some(&self.end)
    }

    fn is_money(&self, source: &Source) -> bool {
        let rest: String = source.folded[self.end..].iter().take(5).collect();
        let rest = rest.trim_start_matches([' ', ',', '-']);
        ["kc", "czk", "eur", "€", "km", "ks"].iter().any(|unit| rest.starts_with(unit))
    }

    /// `č. 700000111`, `# 700000111`: some other number.
    fn is_numbered(&self, source: &Source) -> bool {
        let before: String =
            source.folded[self.start.saturating_sub(8)..self.start].iter().collect();
        let before = before.trim_end();
        ["c.", "cislo", "no.", "nr.", "no", "nr", "#", "id", "kod"]
            .iter()
            .any(|w| before.ends_with(w))
    }
}
