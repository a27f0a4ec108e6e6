//! VAT ids of the European Union, with the rules of the states that our customers come from.

use super::{RegistrationNumber, RegistryFault};
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A VAT id: the two letters of the state and its number, without spaces (EN 16931 BT-31, BT-48).
///
/// Czech, Slovak and German numbers are checked by the rules of their states; of the other
/// states only the shape is known. A number that passes may still be nobody's: ask VIES.
///
/// ```
/// use callout_core::customer::VatId;
/// let id = VatId::parse("de 999 135 706")?;
/// assert_eq!((id.as_str(), id.state(), id.number()), ("DE999135706", "DE", "999135706"));
/// assert_eq!(VatId::parse("DE999135707").unwrap_err().code(), "REGISTRY-VAT-02");
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
pub struct VatId(String);

/// Prefixes in use, Greece as `EL`, Northern Ireland as `XI`.
const STATES: [&str; 28] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
];

impl VatId {
    /// Reads an id as people write it: spaces, dots and hyphens are left out, letters made large.
    ///
    /// # Errors
    /// `REGISTRY-VAT-01` when it has no known prefix or no number, `REGISTRY-VAT-02` when the
    /// number breaks the rule of its state.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let plain = Self::as_it_is(text)?;
        let (state, number) = plain.split_at_checked(2).unwrap_or_default();
        let sound = match state {
            "CZ" => czech_number_holds(number),
            "SK" => slovak_number_holds(number),
            "DE" => german_number_holds(number),
            _ => true,
        };
        if sound {
            Ok(VatId(plain))
        } else {
            let state = state.to_owned();
            Err(RegistryFault::VatIdCheck { value: plain, state }.into())
        }
    }

    /// The letters and digits of an id of the right form, whatever the rule of its state says.
    ///
    /// # Errors
    /// `REGISTRY-VAT-01`.
    pub fn as_it_is(text: &str) -> Result<String, Error> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-'))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let form = || Error::from(RegistryFault::VatIdForm { value: text.trim().to_owned() });
        let (state, number) = plain.split_at_checked(2).ok_or_else(form)?;
        let shaped = STATES.contains(&state)
            && (2..=12).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'*'))
            && number.bytes().any(|b| b.is_ascii_digit());
        if !shaped {
            return Err(form());
        }
        Ok(plain)
    }

    /// The whole id: `CZ59610000`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two letters of the state; for Greece `EL`, not the ISO code.
    pub fn state(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// What follows the state.
    pub fn number(&self) -> &str {
        self.0.get(2..).unwrap_or_default()
    }
}

/// Whether the digits after `CZ` can be a DIČ: a company's IČO, a person's birth number, or nine
/// digits from 6 that the tax office gave (`699...` are VAT groups).
pub fn czech_number_holds(number: &str) -> bool {
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    match number.len() {
        8 => !number.starts_with('9') && RegistrationNumber::parse(number).is_ok(),
        9 => number.starts_with('6') || is_birth_number(number),
        10 => is_birth_number(number),
        _ => false,
    }
}

/// Year, month (+50 for women, +20 when a day's numbers ran out), day, tail; ten digits divide
/// by 11, or, until 1985, the tail may end in 0 where the remainder would be 10.
fn is_birth_number(number: &str) -> bool {
    let part = |from: usize, to: usize| number.get(from..to).and_then(|p| p.parse::<u64>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0, 2), part(2, 4), part(4, 6)) else {
        return false;
    };
    let base = [0, 20, 50, 70].iter().any(|add| (1..=12).contains(&month.saturating_sub(*add)));
    if !base || !(1..=31).contains(&day) {
        return false;
    }
    match (number.len(), part(0, 9), part(0, 10)) {
        (9, ..) => year <= 53,
        (_, Some(nine), Some(ten)) => ten % 11 == 0 || (nine % 11 == 10 && ten % 10 == 0),
        _ => false,
    }
}

/// Whether the digits after `SK` can be an IČ DPH: ten, divisible by 11, third of 2 3 4 7 8 9.
pub fn slovak_number_holds(number: &str) -> bool {
    number.len() == 10
        && !number.starts_with('0')
        && matches!(number.as_bytes().get(2), Some(b'2' | b'3' | b'4' | b'7' | b'8' | b'9'))
        && number.parse::<u64>().is_ok_and(|n| n % 11 == 0)
}

/// Whether the digits after `DE` can be an USt-IdNr.: nine, by ISO 7064 MOD 11,10.
pub fn german_number_holds(number: &str) -> bool {
    let bytes = number.as_bytes();
    if bytes.len() != 9 || !bytes.iter().all(u8::is_ascii_digit) || number.starts_with('0') {
        return false;
    }
    let (Some(first), Some(last)) = (bytes.get(..8), bytes.get(8)) else { return false };
    let product = first.iter().fold(10_u32, |product, b| {
        let sum = (u32::from(b - b'0') + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == u32::from(last - b'0')
}

impl fmt::Display for VatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for VatId {
    type Error = Error;
    fn try_from(text: String) -> Result<Self, Error> {
        VatId::parse(&text)
    }
}

impl From<VatId> for String {
    fn from(id: VatId) -> String {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_their_rules() {
        for (typed, becomes) in [
            ("CZ59610000", Ok("CZ59610000")),
            ("cz 596 10 000", Ok("CZ59610000")),
            ("CZ699009991", Ok("CZ699009991")),
            ("CZ8060012346", Err("REGISTRY-VAT-02")),
            ("CZ7103192745", Ok("CZ7103192745")),
            ("CZ530101123", Ok("CZ530101123")),
            ("CZ540101123", Err("REGISTRY-VAT-02")),
            ("CZ59610001", Err("REGISTRY-VAT-02")),
            ("CZ1234567", Err("REGISTRY-VAT-02")),
            ("SK2020317068", Ok("SK2020317068")),
            ("SK2020317069", Err("REGISTRY-VAT-02")),
            ("SK2010317068", Err("REGISTRY-VAT-02")),
            ("DE999135706", Ok("DE999135706")),
            ("DE136695976", Ok("DE136695976")),
            ("DE136695978", Err("REGISTRY-VAT-02")),
            ("DE89370400440532013000", Err("REGISTRY-VAT-01")),
            ("ATU12345678", Ok("ATU12345678")),
            ("US123456789", Err("REGISTRY-VAT-01")),
            ("59610000", Err("REGISTRY-VAT-01")),
            ("C", Err("REGISTRY-VAT-01")),
            ("ž", Err("REGISTRY-VAT-01")),
            ("", Err("REGISTRY-VAT-01")),
        ] {
            let got = VatId::parse(typed);
            match becomes {
                Ok(id) => assert_eq!(got.unwrap().as_str(), id, "{typed:?}"),
                Err(code) => assert_eq!(got.unwrap_err().code(), code, "{typed:?}"),
            }
        }
    }
}
