//! A name that stands twice in an object: of two values nobody knows which one was meant, and what
//! reads JSON takes the last one without a word.

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// Any JSON in which no object has a name twice.
pub(super) struct NoTwins;

impl<'de> Deserialize<'de> for NoTwins {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Look)
    }
}

struct Look;

impl<'de> Visitor<'de> for Look {
    type Value = NoTwins;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<NoTwins, E> {
        Ok(NoTwins)
    }

    fn visit_i64<E>(self, _: i64) -> Result<NoTwins, E> {
        Ok(NoTwins)
    }

    fn visit_u64<E>(self, _: u64) -> Result<NoTwins, E> {
        Ok(NoTwins)
    }

    fn visit_f64<E>(self, _: f64) -> Result<NoTwins, E> {
        Ok(NoTwins)
    }

    fn visit_str<E>(self, _: &str) -> Result<NoTwins, E> {
        Ok(NoTwins)
    }

    fn visit_unit<E>(self) -> Result<NoTwins, E> {
        Ok(NoTwins)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<NoTwins, A::Error> {
        while items.next_element::<NoTwins>()?.is_some() {}
        Ok(NoTwins)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<NoTwins, A::Error> {
        let mut names: BTreeSet<Cow<'de, str>> = BTreeSet::new();
        while let Some(Name(name)) = fields.next_key()? {
            if names.contains(&name) {
                fields.next_value::<IgnoredAny>()?;
                return Err(A::Error::custom(format!("duplicate field `{name}`")));
            }
            names.insert(name);
            fields.next_value::<NoTwins>()?;
        }
        Ok(NoTwins)
    }
}

/// A name, borrowed from the text where it stands there as it is.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
