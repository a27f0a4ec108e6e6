//! Words that documents share, in the reader's language.

use super::countries;
use crate::company::Profile;
use crate::customer::Address;
use crate::document::Party;
use crate::invoice::Buyer;
use crate::language::{Language, format};
use crate::report::{LineKind, Unit};
use rust_decimal::Decimal;

impl Language {
    /// One of two texts.
    pub(super) const fn say(self, cs: &'static str, en: &'static str) -> &'static str {
        match self {
            Language::Cs => cs,
            Language::En => en,
        }
    }
}

/// A unit as it stands behind a quantity of it.
fn unit(value: Decimal, unit: Unit, language: Language) -> &'static str {
    let one = value == Decimal::ONE;
    match unit {
        Unit::Piece => language.say("ks", if one { "pc" } else { "pcs" }),
        Unit::Hour => language.say("h", "h"),
        Unit::Kilometre => "km",
        Unit::Metre => "m",
        Unit::Litre => "l",
        Unit::Kilogram => "kg",
        Unit::LumpSum if one => language.say("paušál", "lump sum"),
        Unit::LumpSum if !value.fract().is_zero() => language.say("paušálu", "lump sums"),
        Unit::LumpSum if (2..=4).contains(&whole(value)) => language.say("paušály", "lump sums"),
        Unit::LumpSum => language.say("paušálů", "lump sums"),
    }
}

/// What is printed for a parameter: the label of the type where it has one, and else its key as
/// people write it.
pub(super) fn reading(label: &str, parameter: &str, language: Language) -> String {
    match (label, parameter) {
        ("", "operating_hours") => language.say("Provozní hodiny", "Operating hours").to_owned(),
        ("", key) => {
            let words = key.replace('_', " ");
            let mut letters = words.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        }
        (label, _) => label.to_owned(),
    }
}

fn whole(value: Decimal) -> i64 {
    value.trunc().try_into().unwrap_or(i64::MAX)
}

/// A quantity with its unit, hours by the clock where they are no short number.
pub(crate) fn amount(value: Decimal, of: Unit, language: Language) -> String {
    match of {
        Unit::Hour => format::hours(value, unit(value, of, language), language),
        _ => format::quantity(value, unit(value, of, language), language),
    }
}

pub(super) const fn kind(kind: LineKind, language: Language) -> &'static str {
    match kind {
        LineKind::Part => language.say("Díl", "Part"),
        LineKind::Material => language.say("Materiál", "Material"),
        LineKind::Labour => language.say("Práce", "Labour"),
        LineKind::Travel => language.say("Čas na cestě", "Travel time"),
        LineKind::Kilometres => language.say("Kilometry", "Kilometres"),
        LineKind::Fee => language.say("Poplatek", "Fee"),
    }
}

pub(super) fn address(address: &Address, language: Language) -> Vec<String> {
    let city = format!("{} {}", address.postal_code, address.city);
    let country = match address.country.as_str() {
        "CZ" => String::new(),
        code => countries::name(code, language).unwrap_or(code).to_owned(),
    };
    let lines = [address.street.clone(), city.trim().to_owned(), country];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

pub(super) fn seller(profile: &Profile, title: &str, language: Language) -> Party {
    let mut lines = address(&profile.address, language);
    lines.push(format!("{} {}", language.say("IČO", "Company ID"), profile.registration_number));
    if let Some(vat_id) = &profile.vat_id {
        lines.push(format!("{} {vat_id}", language.say("DIČ", "VAT ID")));
    }
    // Where the company is registered stands at the foot of each page.
    let more = [&profile.phone, &profile.email];
    lines.extend(more.into_iter().filter(|line| !line.is_empty()).cloned());
    Party { title: title.to_owned(), name: profile.name.clone(), lines }
}

pub(super) fn buyer(buyer: Option<&Buyer>, title: &str, language: Language) -> Party {
    let Some(buyer) = buyer else {
        let name = language.say("(údaje vymazány)", "(erased)").to_owned();
        return Party { title: title.to_owned(), name, lines: Vec::new() };
    };
    let mut lines = address(&buyer.address, language);
    if let Some(registration_number) = &buyer.registration_number {
        lines.push(format!("{} {registration_number}", language.say("IČO", "Company ID")));
    }
    if let Some(vat_id) = &buyer.vat_id {
        lines.push(format!("{} {vat_id}", language.say("DIČ", "VAT ID")));
    }
    Party { title: title.to_owned(), name: buyer.name.clone(), lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_called_as_people_call_it() {
        let table = [
            ("Motohodiny", "operating_hours", "Motohodiny", "Motohodiny"),
            ("", "operating_hours", "Provozní hodiny", "Operating hours"),
            ("", "tlak_oleje", "Tlak oleje", "Tlak oleje"),
            ("", "", "", ""),
        ];
        for (label, parameter, cs, en) in table {
            assert_eq!(reading(label, parameter, Language::Cs), cs);
            assert_eq!(reading(label, parameter, Language::En), en);
        }
    }

    #[test]
    fn units_follow_their_number() {
        let table = [
            ("1", Unit::Piece, "1\u{a0}ks", "1\u{a0}pc"),
            ("2", Unit::Piece, "2\u{a0}ks", "2\u{a0}pcs"),
            ("1", Unit::LumpSum, "1\u{a0}paušál", "1\u{a0}lump sum"),
            ("3", Unit::LumpSum, "3\u{a0}paušály", "3\u{a0}lump sums"),
            ("5", Unit::LumpSum, "5\u{a0}paušálů", "5\u{a0}lump sums"),
            ("0", Unit::LumpSum, "0\u{a0}paušálů", "0\u{a0}lump sums"),
            ("0.5", Unit::LumpSum, "0,5\u{a0}paušálu", "0.5\u{a0}lump sums"),
        ];
        for (value, unit, cs, en) in table {
            let value = value.parse().unwrap();
            assert_eq!(amount(value, unit, Language::Cs), cs);
            assert_eq!(amount(value, unit, Language::En), en);
        }
    }
}
