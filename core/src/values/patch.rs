//! What a change says of a value: that it stays, that it is taken away, or what it is from now on.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What becomes of a value that a record may lack. In JSON as in a merge patch (RFC 7396): a field
/// that is absent keeps the value, `null` clears it, anything else is the new one.
///
/// ```
/// use callout_core::Patch;
///
/// #[derive(serde::Deserialize)]
/// struct Update {
///     #[serde(default)]
///     phone: Patch<String>,
/// }
///
/// let read = |json| serde_json::from_str::<Update>(json).unwrap().phone;
/// assert_eq!(read("{}"), Patch::Keep);
/// assert_eq!(read(r#"{"phone": null}"#), Patch::Clear);
/// assert_eq!(read(r#"{"phone": "+420 601 234 567"}"#), Patch::from("+420 601 234 567".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// It stays as it is: what an absent field says.
    #[default]
    Keep,
    /// It is taken away: what `null` says.
    Clear,
    /// It is this from now on.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether the value stays as it is.
    ///
    /// ```
    /// use callout_core::Patch;
    /// assert!(Patch::<u32>::Keep.is_keep() && !Patch::Set(1).is_keep());
    /// ```
    pub const fn is_keep(&self) -> bool {
        matches!(self, Patch::Keep)
    }

    /// The value where one is given; else what is there is kept, and nothing taken away. `None` is
    /// no patch by itself, as it could mean both.
    ///
    /// ```
    /// use callout_core::Patch;
    /// assert_eq!(Patch::or_keep(Some(1)), Patch::Set(1));
    /// assert_eq!(Patch::<u32>::or_keep(None), Patch::Keep);
    /// ```
    pub fn or_keep(value: Option<T>) -> Self {
        value.map_or(Patch::Keep, Patch::Set)
    }

    /// Whether the value is taken away.
    ///
    /// ```
    /// use callout_core::Patch;
    /// assert!(Patch::<u32>::Clear.is_clear() && !Patch::<u32>::Keep.is_clear());
    /// ```
    pub const fn is_clear(&self) -> bool {
        matches!(self, Patch::Clear)
    }

    /// The new value, where there is one.
    ///
    /// ```
    /// use callout_core::Patch;
    /// assert_eq!(Patch::Set(1).set(), Some(&1));
    /// assert_eq!(Patch::<u32>::Clear.set(), None);
    /// ```
    pub const fn set(&self) -> Option<&T> {
        match self {
            Patch::Set(value) => Some(value),
            Patch::Keep | Patch::Clear => None,
        }
    }

    /// What the value is afterwards.
    ///
    /// ```
    /// use callout_core::Patch;
    /// assert_eq!(Patch::Set(1).onto(Some(7)), Some(1));
    /// assert_eq!(Patch::Clear.onto(Some(7)), None);
    /// assert_eq!(Patch::Keep.onto(Some(7)), Some(7));
    /// ```
    pub fn onto(self, before: Option<T>) -> Option<T> {
        match self {
            Patch::Keep => before,
            Patch::Clear => None,
            Patch::Set(value) => Some(value),
        }
    }

    /// The same about something that is made of the value, which may be refused; or be nothing, as
    /// a text of blanks is, and then clears.
    ///
    /// # Errors
    /// What `make` says.
    ///
    /// ```
    /// use callout_core::Patch;
    /// let digit = |text: &str| text.parse::<u8>().map(Some);
    /// assert_eq!(Patch::Set("7").made(digit), Ok(Patch::Set(7)));
    /// assert_eq!(Patch::Clear.made(digit), Ok(Patch::Clear));
    /// assert!(Patch::Set("x").made(digit).is_err());
    /// ```
    pub fn made<U, E>(self, make: impl FnOnce(T) -> Result<Option<U>, E>) -> Result<Patch<U>, E> {
        Ok(match self {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(value) => make(value)?.map_or(Patch::Clear, Patch::Set),
        })
    }

    /// The same about what is made of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(value) => Patch::Set(make(value)),
        }
    }

    /// The same about a borrowed value.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(value) => Patch::Set(value),
        }
    }
}

impl<T: Clone> Patch<&T> {
    /// The same about a value of its own.
    pub fn cloned(self) -> Patch<T> {
        match self {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(value) => Patch::Set(value.clone()),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Patch::Set(value)
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.set().serialize(to)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(from)?.map_or(Patch::Clear, Patch::Set))
    }
}

/// For a value that a change may replace and never take away: `null` is refused, and not taken as
/// an absent field.
pub(crate) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// The schemas of both: beside the value's own stands that an absent field keeps what is there.
#[cfg(feature = "schema")]
mod schema {
    use super::Patch;
    use schemars::{JsonSchema, Schema, SchemaGenerator};
    use std::borrow::Cow;
    use std::marker::PhantomData;

    const KEEPS: &str = "x-callout-keeps";

    impl<T: JsonSchema> JsonSchema for Patch<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            format!("Patch{}", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            keeps(generator.subschema_for::<Option<T>>())
        }
    }

    /// Stands in a schema for a value that is read by [`given`](super::given).
    pub(crate) struct Given<T>(PhantomData<T>);

    impl<T: JsonSchema> JsonSchema for Given<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            format!("Given{}", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            keeps(generator.subschema_for::<T>())
        }
    }

    fn keeps(mut schema: Schema) -> Schema {
        schema.insert(KEEPS.to_owned(), true.into());
        schema
    }
}

#[cfg(feature = "schema")]
pub(crate) use schema::Given;
