//! Bytes as base64 text (RFC 4648 4), where they cross a border as JSON.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::{Deserialize, Deserializer, Serializer, de::Error as _};
use std::borrow::Cow;

/// Padding is written, and need not be there when reading.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// For `#[serde(with = "...")]`: in one line, padded.
///
/// # Errors
/// As the serializer.
pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&LENIENT.encode(bytes))
}

/// For `#[serde(with = "...")]`: breaks of lines and blanks are passed over.
///
/// # Errors
/// Where it is no base64.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    let mut text = Cow::<str>::deserialize(from)?;
    if text.contains(|c: char| c.is_ascii_whitespace()) {
        text = text.split_ascii_whitespace().collect::<String>().into();
    }
    LENIENT
        .decode(text.as_bytes())
        .map_err(|reason| D::Error::custom(format!("no base64: {reason}")))
}

#[cfg(test)]
mod tests {
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Holder(#[serde(with = "super")] Vec<u8>);

    #[test]
    fn there_and_back() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (b"\xff\xd8", "/9g="),
        ] {
            let json = serde_json::to_string(&Holder(bytes.to_vec())).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Holder>(&json).unwrap().0, bytes);
        }
    }

    #[test]
    fn what_people_send() {
        for (json, wanted) in [
            (r#""Zm\n9v""#, Some(&b"foo"[..])),
            (r#""Zg""#, Some(b"f")),
            (r#""Zm9*""#, None),
            (r#""Zg==Zg""#, None),
            (r#""Z""#, None),
            (r#""=Zm9""#, None),
        ] {
            let read = serde_json::from_str::<Holder>(json).ok().map(|holder| holder.0);
            assert_eq!(read.as_deref(), wanted, "{json}");
        }
    }
}
