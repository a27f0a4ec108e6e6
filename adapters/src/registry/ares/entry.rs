//! From the JSON of one economic subject to a registry entry.

use super::ID;
use super::answer::unreadable;
use callout_core::customer::Address;
use callout_core::error::Error;
use callout_core::port::registry::{CompanyStatus, RegistryEntry};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The keys read here, of the many that come. What may be absent will be.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subject {
    ico: String,
    obchodni_jmeno: Option<String>,
    dic: Option<String>,
    dic_sk_dph: Option<String>,
    pravni_forma: Option<String>,
    datum_vzniku: Option<String>,
    datum_zaniku: Option<String>,
    datum_aktualizace: Option<String>,
    sidlo: Option<Seat>,
    #[serde(default)]
    seznam_registraci: BTreeMap<String, Value>,
    #[serde(default)]
    dalsi_udaje: Vec<Detail>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Seat {
    kod_statu: Option<String>,
    nazev_obce: Option<String>,
    nazev_casti_obce: Option<String>,
    nazev_ulice: Option<String>,
    cislo_domovni: Option<Value>,
    typ_cislo_domovni: Option<Value>,
    cislo_orientacni: Option<Value>,
    cislo_orientacni_pismeno: Option<String>,
    psc: Option<Value>,
    psc_txt: Option<String>,
    textova_adresa: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Detail {
    spisova_znacka: Option<String>,
}

/// Reads the body of a 200.
pub(super) fn read(company_id: &str, body: &[u8]) -> Result<RegistryEntry, Error> {
    let subject: Subject =
        serde_json::from_slice(body).map_err(|fault| unreadable(explain(body, &fault)))?;
    if format!("{:0>8}", subject.ico) != company_id {
        return Err(unreadable(format!("it is about {}, not {company_id}", subject.ico)));
    }
    let Some(name) = subject.obchodni_jmeno.clone().filter(|name| !name.trim().is_empty()) else {
        return Err(unreadable("it has no name (obchodniJmeno)"));
    };
    let vat_payer = subject.vat_payer();
    Ok(RegistryEntry {
        registry: ID.to_owned(),
        company_id: company_id.to_owned(),
        vat_id: subject.dic.clone().filter(|_| vat_payer != Some(false)),
        vat_group_id: subject.dic_sk_dph.clone().filter(|_| vat_payer != Some(false)),
        vat_payer,
        status: subject.status(&name),
        legal_form: subject.pravni_forma.clone(),
        register_entry: subject.dalsi_udaje.iter().find_map(|d| d.spisova_znacka.clone()),
        seat: subject.sidlo.as_ref().map(Seat::address).unwrap_or_default(),
        established: date(subject.datum_vzniku.as_deref()),
        dissolved: date(subject.datum_zaniku.as_deref()),
        updated: date(subject.datum_aktualizace.as_deref()),
        name,
    })
}

fn explain(body: &[u8], fault: &serde_json::Error) -> String {
    let start = body.iter().find(|b| !b.is_ascii_whitespace());
    match start {
        None => "it is empty".to_owned(),
        Some(b'<') => "it is a web page, not JSON".to_owned(),
        Some(_) if fault.is_eof() => "it is cut short".to_owned(),
        Some(_) => fault.to_string(),
    }
}

/// The day of `2011-03-14`, also where a time follows it.
fn date(text: Option<&str>) -> Option<NaiveDate> {
    text?.get(..10)?.parse().ok()
}

impl Subject {
    fn source(&self, name: &str) -> Option<&str> {
        self.seznam_registraci.get(name).and_then(Value::as_str)
    }

    /// The status words may grow: only the known ones decide.
    fn vat_payer(&self) -> Option<bool> {
        let alone = self.source("stavZdrojeDph");
        let group = self.source("stavZdrojeSkDph");
        if [alone, group].contains(&Some("AKTIVNI")) {
            return Some(true);
        }
        matches!(alone, Some("NEEXISTUJICI" | "ZANIKLY" | "HISTORICKY")).then_some(false)
    }

    fn status(&self, name: &str) -> CompanyStatus {
        if self.datum_zaniku.is_some() {
            return CompanyStatus::Dissolved;
        }
        // The basic register decides; the others speak where it is silent.
        let words: Vec<&str> = ["stavZdrojeRos", "stavZdrojeVr", "stavZdrojeRes", "stavZdrojeRzp"]
            .iter()
            .filter_map(|source| self.source(source))
            .filter(|word| *word != "NEEXISTUJICI")
            .collect();
        match words.first() {
            Some(&"ZANIKLY" | &"HISTORICKY") => CompanyStatus::Dissolved,
            _ if name.to_lowercase().contains("v likvidaci") => CompanyStatus::InLiquidation,
            Some(&"AKTIVNI") => CompanyStatus::Active,
            _ => CompanyStatus::Unknown,
        }
    }
}

impl Seat {
    fn address(&self) -> Address {
        let postal_code = self.postal_code();
        let (printed_street, printed_city) = self.printed(&postal_code);
        let street = self.street().unwrap_or(printed_street);
        let town = self.nazev_obce.clone().unwrap_or_default();
        // In Prague only the printed address knows the postal town "Praha 4".
        let city = if printed_city.starts_with(&town) { printed_city } else { town };
        let country = self.kod_statu.clone().filter(|code| code.len() == 2);
        let country = country.unwrap_or_else(|| "CZ".to_owned());
        let postal_code = if postal_code.is_empty() && country == "CZ" {
            self.textova_adresa.as_deref().and_then(code_in).unwrap_or_default()
        } else {
            postal_code
        };
        Address { street, city, postal_code, country }
    }

    /// `Pekařská 215/5b`, or `Lhotka 42` where a village has no streets.
    fn street(&self) -> Option<String> {
        let house = digits(self.cislo_domovni.as_ref())?;
        let name = [&self.nazev_ulice, &self.nazev_casti_obce, &self.nazev_obce]
            .into_iter()
            .find_map(Clone::clone)?;
        let kind = digits(self.typ_cislo_domovni.as_ref());
        let prefix = if kind.as_deref() == Some("2") { "č. ev. " } else { "" };
        let letter = self.cislo_orientacni_pismeno.as_deref().unwrap_or_default();
        Some(match digits(self.cislo_orientacni.as_ref()) {
            Some(number) => format!("{name} {prefix}{house}/{number}{letter}"),
            None => format!("{name} {prefix}{house}"),
        })
    }

    /// The code comes as a number, abroad as text.
    fn postal_code(&self) -> String {
        match digits(self.psc.as_ref()) {
            Some(code) if code.len() == 5 && code.is_ascii() => {
                format!("{} {}", &code[..3], &code[3..])
            }
            Some(code) => code,
            None => self.psc_txt.clone().unwrap_or_default(),
        }
    }

    /// Street and city of the printed address: `Duhová 1444/2, Michle, 14000 Praha 4`.
    fn printed(&self, postal_code: &str) -> (String, String) {
        let text = self.textova_adresa.as_deref().unwrap_or_default().trim();
        let code = code_in(text).unwrap_or_else(|| postal_code.to_owned());
        let solid = code.replace(' ', "");
        let found = [code.as_str(), solid.as_str()]
            .into_iter()
            .filter(|code| !code.is_empty())
            .find_map(|code| text.rsplit_once(code));
        match found {
            Some((street, city)) => {
                (street.trim_end_matches([',', ' ']).to_owned(), city.trim().to_owned())
            }
            None => (text.to_owned(), String::new()),
        }
    }
}

/// The last `ddddd` or `ddd dd` of a printed address, as it is printed on letters.
fn code_in(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let lone = |i: Option<&char>| !i.is_some_and(|c| c.is_alphanumeric() || *c == '/');
    (0..chars.len()).rev().find_map(|from| {
        let before = from.checked_sub(1).and_then(|i| chars.get(i));
        [5, 6].into_iter().find_map(|length| {
            let part = chars.get(from..from + length)?;
            let gap = length == 6 && part.get(3) == Some(&' ');
            let code: String = part.iter().filter(|c| c.is_ascii_digit()).collect();
            let whole = code.len() == 5 && (length == 5 || gap);
            let bounded = lone(before) && lone(chars.get(from + length));
            (whole && bounded).then(|| format!("{} {}", &code[..3], &code[3..]))
        })
    })
}

/// A number or a text of a number; anything else is nothing.
fn digits(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    }
}
