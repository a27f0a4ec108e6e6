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

pub(crate) const fn unit(unit: Unit, language: Language) -> &'static str {
    match unit {
        Unit::Piece => language.say("ks", "pcs"),
        Unit::Hour => language.say("h", "h"),
        Unit::Kilometre => "km",
        Unit::Metre => "m",
        Unit::Litre => "l",
        Unit::Kilogram => "kg",
        Unit::LumpSum => language.say("paušál", "lump sum"),
    }
}

/// A quantity with its unit, hours by the clock where they are no short number.
pub(crate) fn amount(value: Decimal, of: Unit, language: Language) -> String {
    match of {
        Unit::Hour => format::hours(value, unit(of, language), language),
        _ => format::quantity(value, unit(of, language), language),
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
