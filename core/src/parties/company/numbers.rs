//! The numbers that stand on every paper of a company: checked as a customer's are.

use super::{Profile, Refusal, Settings};
use crate::company::{VatRegistration, registration};
use crate::customer::{RegistrationNumber, VatId};
use chrono::NaiveDate;
use iban::{BaseIban, Iban, IbanLike, ParseIbanError};

/// A profile whose numbers are sound, written as they are printed.
pub(super) fn tidy(profile: &Profile, checked: bool) -> Result<Profile, Refusal> {
    let country = profile.address.country.clone();
    if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Err(Refusal::CountryForm { country });
    }
    let home = matches!(&*country, "CZ" | "SK");
    let mut registration_number = profile.registration_number.trim().to_owned();
    if home && !registration_number.is_empty() {
        let Ok(digits) = RegistrationNumber::digits(&registration_number) else {
            return Err(Refusal::RegistrationNumberForm { registration_number });
        };
        if !checked && RegistrationNumber::parse(&digits).is_err() {
            return Err(Refusal::RegistrationNumberCheck { registration_number: digits });
        }
        registration_number = digits;
    }
    let vat_id = profile.vat_id.as_deref().map(str::trim).filter(|id| !id.is_empty());
    let vat_id = vat_id.map(|id| vat_id_of(id, checked)).transpose()?;
    Ok(Profile { registration_number, vat_id, iban: iban(&profile.iban)?, ..profile.clone() })
}

fn vat_id_of(typed: &str, checked: bool) -> Result<String, Refusal> {
    match VatId::parse(typed) {
        Ok(id) => Ok(id.as_str().to_owned()),
        Err(fault) if checked && fault.code() == "REGISTRY-VAT-02" => {
            Ok(typed.chars().filter(|letter| !letter.is_whitespace()).collect())
        }
        Err(fault) => {
            let vat_id = typed.to_owned();
            Err(Refusal::VatIdWrong { vat_id, fault: fault.code().to_owned() })
        }
    }
}

/// In groups of four, as ISO 13616 has it on paper. An account elsewhere than in a country of the
/// registry is held to the check digits alone.
fn iban(typed: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    match typed.to_uppercase().parse::<Iban>() {
        Ok(iban) => Ok(iban.to_string()),
        Err(ParseIbanError::UnknownCountry(base)) => Ok(shown(&base)),
        Err(_) => Err(Refusal::IbanWrong { iban: typed.to_owned() }),
    }
}

fn shown(base: &BaseIban) -> String {
    let letters: Vec<char> = base.electronic_str().chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Who has a VAT id says what it is to the VAT act and since when; who pays VAT has one.
/// A former payer needs none any more.
pub(super) fn registered(
    profile: &Profile,
    settings: &Settings,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let since = &settings.vat_since;
    if since.windows(2).any(|pair| pair[0].from >= pair[1].from) {
        return Err(Refusal::VatDisorder {});
    }
    let known = registration(since, today) != VatRegistration::NotPayer;
    match &profile.vat_id {
        Some(vat_id) if since.is_empty() => Err(Refusal::VatUnsaid { vat_id: vat_id.clone() }),
        None if known => Err(Refusal::VatIdMissing {}),
        _ => Ok(()),
    }
}
