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
const OTHER_LABELS: [&str; 22] = [
    "fax",
    "ico",
    "ic",
    "dic",
    "ucet",
    "c~u",
    "cislo uctu",
    "vs",
    "var~symbol",
    "variabilni symbol",
    "iban",
    "objednavka",
    "objednavky",
    "faktura",
    "faktury",
    "zakazka",
    "po",
    "s/n",
    "sn",
    "vyr~c",
    "motohodiny",
    "hrb",
];

/// Calling codes of the countries whose companies write to us.
const CODES: [(&str, &str); 6] =
    [("CZ", "420"), ("SK", "421"), ("DE", "49"), ("AT", "43"), ("PL", "48"), ("GB", "44")];

/// The most brackets and spaces before a group of digits.
const MOST_GAP: usize = 40;

/// The country that numbers without a code belong to.
pub(super) fn home_country(sources: &[Source], facts: &EnquiryFacts) -> &'static str {
    let by_id = facts.vat_ids.first().map(|id| id.value.get(..2).unwrap_or_default().to_owned());
    if let Some((_, code)) = CODES.iter().find(|(state, _)| by_id.as_deref() == Some(state)) {
        return code;
    }
    if !facts.company_ids.is_empty() {
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
    let mut at = 0;
    while at < source.folded.len() {
        let starts = source.folded[at].is_ascii_digit() || matches!(source.folded[at], '+' | '(');
        let inside = at > 0
            && source
                .folded
                .get(at - 1)
                .is_some_and(|c| c.is_alphanumeric() || "+/.-_@".contains(*c));
        if !starts || inside {
            at += 1;
            continue;
        }
        let number = Number::read(source, at);
        if let Some(phone) = number.phone(source, home)
            && !own.phones.iter().any(|ours| folded(ours).replace(' ', "") == phone)
        {
            note(&mut facts.phones, phone, source, at);
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
}

impl Number {
    /// Reads digits with single separators: `+420 700 000 111`, `0351 23125-010`, `(0)20 7946`.
    fn read(source: &Source, start: usize) -> Self {
        let letters = &source.folded;
        let plus = letters.get(start) == Some(&'+');
        let mut number =
            Number { start, end: start, plus, digits: String::new(), groups: Vec::new() };
        let mut at = start + usize::from(plus);
        loop {
            // A trunk zero in brackets is dialled at home only.
            if letters.get(at..at + 3) == Some(&['(', '0', ')']) && plus {
                at += 3;
            }
            // Bounded: of brackets without end, each begins a number.
            let gap = letters.iter().skip(at).take(MOST_GAP);
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
            match number.gap(letters) {
                Some(gap) => at += gap,
                None => break,
            }
        }
        number
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
        if self.follows(source, &OTHER_LABELS) || self.is_inside_a_word(source) {
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
        let labelled = self.follows(source, &LABELS);
        if let Some(national) = self.digits.strip_prefix('0') {
            let fits = labelled && home != "420" && (6..=12).contains(&national.len());
            return fits.then(|| format!("+{home}{national}"));
        }
        // Nine digits are Czech or Slovak; without a label only in groups of three, or a mobile.
        let nine = self.digits.len() == 9 && !self.digits.starts_with('1');
        let grouped = self.groups == [3, 3, 3];
        let mobile = self.groups == [9] && self.digits.starts_with(['6', '7']);
        let likely =
            labelled || grouped && !self.is_money(source) || mobile && !self.is_numbered(source);
        let code = if home == "421" { "421" } else { "420" };
        (nine && likely).then(|| format!("+{code}{}", self.digits))
    }

    /// Whether one of these words stands before it in its line, with no other number between.
    fn follows(&self, source: &Source, labels: &[&str]) -> bool {
        // Bounded, so that a line without end costs no more than a short one.
        let nearby = self.start.saturating_sub(30);
        let line = source.folded[nearby..self.start].iter().rposition(|c| *c == '\n');
        let from = line.map_or(nearby, |at| nearby + at + 1);
        let between = |end: usize| {
            let gap = &source.folded[end.min(self.start)..self.start];
            let words = gap.iter().filter(|c| c.is_alphabetic()).count();
            words <= 12 && !gap.iter().any(|c| c.is_ascii_digit() || matches!(c, ',' | ';'))
        };
        (from..self.start)
            .filter_map(|at| label::any(&source.folded, at, labels))
            .any(|end| end <= self.start && between(end))
    }

    fn is_inside_a_word(&self, source: &Source) -> bool {
        source.folded.get(self.end).is_some_and(|c| c.is_alphabetic())
            || source.folded.get(self.end) == Some(&'/')
                && source.folded.get(self.end + 1).is_some_and(|c| c.is_ascii_digit())
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
