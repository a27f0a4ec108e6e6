//! From the JSON of one economic subject to a registry entry.

use super::ID;
use super::answer::unreadable;
use callout_core::customer::Address;
use callout_core::error::Error;
use callout_core::port::registry::{CompanyStatus, RegistryEntry};
use chrono::NaiveDate;
use serde_json::Value;

/// An object as it came. What may be absent will be, or is null; numbers come as texts and texts as
/// numbers: only what is read here matters, and nothing else makes an entry unreadable.
#[derive(Clone, Copy)]
struct Part<'a>(&'a Value);

impl<'a> Part<'a> {
    /// A text, or a number as text; nothing where it is empty or something else.
    fn text(self, key: &str) -> Option<String> {
        let text = match self.0.get(key)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    fn part(self, key: &str) -> Option<Part<'a>> {
        self.0
            .get(key)
            .filter(|value| value.as_object().is_some_and(|all| !all.is_empty()))
            .map(Part)
    }

    fn parts(self, key: &str) -> impl Iterator<Item = Part<'a>> + use<'a> {
        self.0.get(key).and_then(Value::as_array).into_iter().flatten().map(Part)
    }
}

/// Reads the body of a 200.
pub(super) fn read(registration_number: &str, body: &[u8]) -> Result<RegistryEntry, Error> {
    let value: Value =
        serde_json::from_slice(body).map_err(|fault| unreadable(explain(body, &fault)))?;
    let subject = Part(&value);
    let Some(number) = subject.text("ico") else {
        return Err(unreadable("it has no number (ico)"));
    };
    if format!("{number:0>8}") != registration_number {
        return Err(unreadable(format!("it is about {number}, not {registration_number}")));
    }
    let Some(name) = subject.text("obchodniJmeno") else {
        return Err(unreadable("it has no name (obchodniJmeno)"));
    };
    let vat_payer = subject.vat_payer();
    let vat_id = |key| subject.text(key).filter(|id| vat_payer != Some(false) && is_vat_id(id));
    Ok(RegistryEntry {
        registry: ID.to_owned(),
        registration_number: registration_number.to_owned(),
        vat_id: vat_id("dic"),
        vat_group_id: vat_id("dicSkDph"),
        vat_payer,
        status: subject.status(&name),
        legal_form: subject.text("pravniForma"),
        register_entry: subject.parts("dalsiUdaje").find_map(|more| more.text("spisovaZnacka")),
        seat: subject.seat(),
        established: date(subject.text("datumVzniku")),
        dissolved: date(subject.text("datumZaniku")),
        updated: date(subject.text("datumAktualizace")),
        name,
    })
}

/// A member of a group has a word in place of a number of its own.
fn is_vat_id(text: &str) -> bool {
    let (state, number) = text.split_at_checked(2).unwrap_or_default();
    state.bytes().all(|letter| letter.is_ascii_uppercase())
        && number.bytes().all(|letter| letter.is_ascii_alphanumeric())
        && number.bytes().any(|letter| letter.is_ascii_digit())
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
fn date(text: Option<String>) -> Option<NaiveDate> {
    text?.get(..10)?.parse().ok()
}

impl Part<'_> {
    fn source(&self, name: &str) -> Option<&str> {
        self.0.get("seznamRegistraci")?.get(name)?.as_str()
    }

    /// Associations have theirs further down, each with the days on which it was so. Who has none
    /// at all is in a Czech register all the same.
    fn seat(self) -> Address {
        let older = || {
            let all = self.parts("dalsiUdaje").flat_map(|more| more.parts("sidlo"));
            let mut seats: Vec<Part<'_>> = all.collect();
            seats.sort_by_key(|seat| seat.text("platnostDo").is_some());
            seats.into_iter().find_map(|seat| seat.part("sidlo"))
        };
        let seat = self.part("sidlo").or_else(older).map(|seat| Seat(seat).address());
        seat.unwrap_or_else(|| Address { country: "CZ".to_owned(), ..Address::default() })
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
        if self.text("datumZaniku").is_some() {
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

/// The address of a seat, in pieces or as it is printed.
struct Seat<'a>(Part<'a>);

impl Seat<'_> {
    fn address(&self) -> Address {
        let country = self.0.text("kodStatu").filter(|code| code.len() == 2);
        let country = country.unwrap_or_else(|| "CZ".to_owned());
        let printed_whole = self.0.text("textovaAdresa").unwrap_or_default();
        let mut postal_code = self.postal_code(&country);
        if postal_code.is_empty() && country == "CZ" {
            postal_code = code_in(&printed_whole).unwrap_or_default();
        }
        let (printed_street, printed_city) = self.printed(&printed_whole, &postal_code);
        let street = self.street().unwrap_or(printed_street);
        let town = self.0.text("nazevObce").unwrap_or_default();
        // In Prague only the printed address knows the postal town "Praha 4".
        let postal_town = printed_city.strip_prefix(town.as_str());
        let city = match postal_town.map(str::trim_start) {
            Some("") => printed_city,
            Some(more) if town.is_empty() || is_district(&town, more) => printed_city,
            _ => town,
        };
        Address { street, city, postal_code, country }
    }

    /// `Pekařská 215/5b`, or `Lhotka 42` where a village has no streets.
    fn street(&self) -> Option<String> {
        let house = self.0.text("cisloDomovni").or_else(|| self.0.text("cisloDoAdresy"))?;
        let name = ["nazevUlice", "nazevCastiObce", "nazevObce"];
        let name = name.into_iter().find_map(|key| self.0.text(key))?;
        let kind = self.0.text("typCisloDomovni");
        let prefix = if kind.as_deref() == Some("2") { "č. ev. " } else { "" };
        let letter = self.0.text("cisloOrientacniPismeno").unwrap_or_default();
        Some(match self.0.text("cisloOrientacni") {
            Some(number) => format!("{name} {prefix}{house}/{number}{letter}"),
            None => format!("{name} {prefix}{house}"),
        })
    }

    /// The code comes as a number or as a text, in Czechia of five digits.
    fn postal_code(&self, country: &str) -> String {
        let code = self.0.text("psc").or_else(|| self.0.text("pscTxt")).unwrap_or_default();
        let digits = code.len() == 5 && code.bytes().all(|letter| letter.is_ascii_digit());
        match (digits, country) {
            (true, "CZ" | "SK") => format!("{} {}", &code[..3], &code[3..]),
            _ => code,
        }
    }

    /// Street and city of the printed address: `Duhová 1444/2, Michle, 14000 Praha 4`, or of a
    /// village `67401 Lhota 32, okres: Třebíč, Česká republika`. What follows the town is where it
    /// lies, and stands on no letter.
    fn printed(&self, text: &str, postal_code: &str) -> (String, String) {
        let code = code_in(text).unwrap_or_else(|| postal_code.to_owned());
        let solid = code.replace(' ', "");
        let found = [code.as_str(), solid.as_str()]
            .into_iter()
            .filter(|code| !code.is_empty())
            .find_map(|code| text.rsplit_once(code));
        let Some((street, city)) = found else { return self.without_code(text) };
        let street = street.trim_end_matches([',', ' ']).to_owned();
        let city = city.split(',').next().unwrap_or_default().trim().to_owned();
        // A village without streets has its house number behind its own name.
        let house = city.rsplit_once(' ').is_some_and(|(_, last)| is_house(last));
        match (street.is_empty(), house) {
            (true, true) => {
                let village = city.rsplit_once(' ').map_or("", |(name, _)| name).to_owned();
                (city, village)
            }
            _ => (street, city),
        }
    }

    /// A printed address without a postal code; the state at its end is said apart.
    fn without_code(&self, text: &str) -> (String, String) {
        let state = self.0.text("nazevStatu");
        let is_state = |last: &str| state.as_deref() == Some(last) || last.ends_with("republika");
        match text.rsplit_once(',').map(|(rest, last)| (rest.trim(), last.trim())) {
            Some((rest, last)) if is_state(last) => match rest.rsplit_once(',') {
                Some((street, city)) => (street.trim().to_owned(), city.trim().to_owned()),
                None => (String::new(), rest.to_owned()),
            },
            _ => (text.to_owned(), String::new()),
        }
    }
}

/// Whether a town's name goes on as its districts do: `Praha 4`, `Brno-střed`, `Ostrava 3`.
fn is_district(town: &str, more: &str) -> bool {
    let number = more.bytes().all(|letter| letter.is_ascii_digit());
    let large = matches!(town, "Praha" | "Brno" | "Ostrava" | "Plzeň");
    more.starts_with('-') || (large && number)
}

/// `32`, `32/5`, `32a`.
fn is_house(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '/')
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
