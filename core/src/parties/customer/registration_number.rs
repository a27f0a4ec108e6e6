//! The company number that Czech and Slovak registers give: IČO.

use super::RegistryFault;
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An IČO: eight digits, the last of which is computed from the others.
///
/// The check digit is a habit of the registrar, not a law: a few old numbers break it. So keep
/// what a register says as text, and use this type for what people type.
///
/// ```
/// use callout_core::customer::RegistrationNumber;
/// assert_eq!(RegistrationNumber::parse("596 10 000")?.as_str(), "59610000");
/// assert_eq!(RegistrationNumber::parse("59610001").unwrap_err().code(), "REGISTRY-NUMBER-02");
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
pub struct RegistrationNumber(String);

impl RegistrationNumber {
    /// Reads a number as people write it: spaces, hyphens and points are left out, a short one is
    /// padded with zeros.
    ///
    /// # Errors
    /// `REGISTRY-NUMBER-01` when it is not one to eight digits, `REGISTRY-NUMBER-02` when the check
    /// digit is wrong.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let padded = Self::digits(text)?;
        if !check_digit_holds(padded.as_bytes()) {
            return Err(RegistryFault::RegistrationNumberCheck { value: padded }.into());
        }
        Ok(RegistrationNumber(padded))
    }

    /// The eight digits of a number of the right form, whatever its check digit says.
    ///
    /// # Errors
    /// `REGISTRY-NUMBER-01`.
    pub fn digits(text: &str) -> Result<String, Error> {
        let between = |letter: &char| letter.is_whitespace() || matches!(letter, '-' | '.');
        let digits: String = text.chars().filter(|letter| !between(letter)).collect();
        let well_formed = (1..=8).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && digits.bytes().any(|b| b != b'0');
        if !well_formed {
            return Err(
                RegistryFault::RegistrationNumberForm { value: text.trim().to_owned() }.into()
            );
        }
        Ok(format!("{digits:0>8}"))
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `d8 = (11 - (8*d1 + 7*d2 + .. + 2*d7) mod 11) mod 10`, on eight ASCII digits.
fn check_digit_holds(digits: &[u8]) -> bool {
    let value = |b: &u8| u32::from(b - b'0');
    let (Some(first), Some(last)) = (digits.get(..7), digits.get(7)) else { return false };
    let sum: u32 = first.iter().zip((2..=8).rev()).map(|(b, weight)| value(b) * weight).sum();
    (11 - sum % 11) % 10 == value(last)
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for RegistrationNumber {
    type Error = Error;
    fn try_from(text: String) -> Result<Self, Error> {
        RegistrationNumber::parse(&text)
    }
}

impl From<RegistrationNumber> for String {
    fn from(id: RegistrationNumber) -> String {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type() {
        for (typed, becomes) in [
            ("59610000", Ok("59610000")),
            (" 596 10 000 ", Ok("59610000")),
            ("596\u{a0}10\u{a0}000", Ok("59610000")),
            ("45274649", Ok("45274649")),
            ("596-10-000", Ok("59610000")),
            ("596.10.000", Ok("59610000")),
            ("-", Err("REGISTRY-NUMBER-01")),
            ("6947", Ok("00006947")),
            ("00006947", Ok("00006947")),
            ("59610001", Err("REGISTRY-NUMBER-02")),
            ("95610000", Err("REGISTRY-NUMBER-02")),
            ("", Err("REGISTRY-NUMBER-01")),
            ("00000000", Err("REGISTRY-NUMBER-01")),
            ("596100000", Err("REGISTRY-NUMBER-01")),
            ("CZ59610000", Err("REGISTRY-NUMBER-01")),
            ("５９６１００００", Err("REGISTRY-NUMBER-01")),
        ] {
            let got = RegistrationNumber::parse(typed);
            match becomes {
                Ok(digits) => assert_eq!(got.unwrap().as_str(), digits, "{typed:?}"),
                Err(code) => assert_eq!(got.unwrap_err().code(), code, "{typed:?}"),
            }
        }
    }

    #[test]
    fn json_is_checked_too() {
        assert!(serde_json::from_str::<RegistrationNumber>("\"59610000\"").is_ok());
        assert!(serde_json::from_str::<RegistrationNumber>("\"59610001\"").is_err());
    }
}
