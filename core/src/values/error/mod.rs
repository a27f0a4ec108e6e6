//! What goes wrong, and what the caller does next.
//!
//! Every error has a [`Status`] (what kind of thing to do next), a stable code that is never
//! reused, a sentence in English and Czech, and JSON details with its parameters. Codes are
//! declared beside the rule that raises them with [`codes!`](crate::codes);
//! [`codebook`](crate::codebook) gathers them, and `include/schema/codes.json` is written from it.

mod border;
mod door;
mod mark;
mod reading;
pub mod text;
mod wording;

pub use border::Border;
pub use door::Door;
pub(crate) use mark::Mark;
#[cfg(feature = "schema")]
pub(crate) use reading::{inside, kind, shown, whole};
pub(crate) use reading::{refusal, shortened};
pub(crate) use wording::{choice as choice_words, status as status_words, words};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;
use wording::Tongue;

/// What the caller does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The request is malformed: mend it, sending it again as it is will not help.
    Invalid,
    /// The request is well formed, but a business rule says no.
    Refused,
    /// Somebody was faster: read again, then decide again.
    Conflict,
    /// What was asked for is not there.
    NotFound,
    /// An outside service did not answer: try again later.
    Unavailable,
    /// Stored or received data is broken: call for help, nothing was changed.
    Data,
    /// This build or this input cannot do that.
    Unsupported,
    /// Locked for the moment: try again at once.
    Busy,
    /// A fault in Callout itself.
    Internal,
}

impl Status {
    /// All of them, in the order of their C numbers.
    pub const ALL: [Status; 9] = [
        Status::Invalid,
        Status::Refused,
        Status::Conflict,
        Status::NotFound,
        Status::Unavailable,
        Status::Data,
        Status::Unsupported,
        Status::Busy,
        Status::Internal,
    ];
}

/// A declared code: one line of the registry.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    /// Stable, for programs: `ACTIVITY-CREATE-01`. Never reused.
    pub code: &'static str,
    /// What the caller does next.
    pub status: Status,
    /// English sentence with `{parameter}` places.
    pub en: &'static str,
    /// The same in Czech.
    pub cs: &'static str,
    /// What is the matter, in a sentence for developers.
    #[serde(serialize_with = "told")]
    pub cause: &'static str,
    /// Names of the parameters, in order.
    pub parameters: &'static [&'static str],
}

impl Code {
    /// The page about it, from the folder of the documentation: what is the matter, what to do, who
    /// gets it.
    ///
    /// ```
    /// let codes = callout_core::codebook::codes();
    /// assert_eq!(codes[0].page(), format!("codes/{}.md", codes[0].code));
    /// ```
    pub fn page(&self) -> String {
        format!("codes/{}.md", self.code)
    }
}

/// A doc comment begins with a blank, and cites the story and the rulings.
fn told<S: serde::Serializer>(cause: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text::unnumbered(cause.trim()))
}

/// Something that carries a declared code: what [`codes!`](crate::codes) generates.
pub trait Coded {
    /// The declaration.
    fn code(&self) -> &'static Code;
    /// The values for its places.
    fn parameters(&self) -> Map<String, Value>;
}

/// Any refusal or fault, ready to cross a language border.
///
/// ```
/// use callout_core::error::{Door, Error, Status};
/// let error = Error::from(Door::NotFound { noun: "activity".into(), id: "4711".into() });
/// assert_eq!(error.status(), Status::NotFound);
/// assert_eq!(error.code(), "RECORD-FIND-01");
/// assert_eq!(error.details()["noun"], "activity");
/// ```
#[derive(Clone, PartialEq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq)]
struct Inner {
    code: &'static Code,
    details: Map<String, Value>,
    /// What people call the records and parts whose ids stand in the details.
    called: BTreeMap<String, String>,
}

impl Error {
    /// From a declared code. Of a parameter of a million letters its beginning is told: a refusal
    /// is read, logged and sent on.
    ///
    /// ```
    /// use callout_core::error::{Door, Error};
    /// let path = "x".repeat(1_000_000);
    /// let error = Error::new(&Door::Unreadable { path, reason: "no".into() });
    /// assert!(error.message().len() < 300);
    /// ```
    pub fn new(coded: &impl Coded) -> Self {
        let mut details = coded.parameters();
        text::shorten(&mut details);
        Error(Box::new(Inner { code: coded.code(), details, called: BTreeMap::new() }))
    }

    /// The stable code, for programs.
    pub fn code(&self) -> &'static str {
        self.0.code.code
    }

    /// What the caller does next.
    pub fn status(&self) -> Status {
        self.0.code.status
    }

    /// Parameters of the sentence, and more where it helps (`path`, `changed`).
    pub fn details(&self) -> &Map<String, Value> {
        &self.0.details
    }

    /// The page about the code, from the folder of the documentation:
    /// `codes/ACTIVITY-CREATE-01.md`.
    pub fn page(&self) -> String {
        self.0.code.page()
    }

    /// The sentence in English.
    pub fn message(&self) -> String {
        self.said(self.0.code.en, Tongue::En)
    }

    /// The sentence in Czech.
    pub fn message_cs(&self) -> String {
        self.said(self.0.code.cs, Tongue::Cs)
    }

    /// Ids that have a place in the sentence, each with the name of its place.
    pub(crate) fn ids(&self) -> Vec<(String, Uuid)> {
        let places = self.0.code.parameters.iter();
        let told = places.filter_map(|place| Some((*place, self.0.details.get(*place)?)));
        let ids = told.flat_map(|(place, value)| {
            let each = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice).iter();
            each.filter_map(move |it| Some((place.to_owned(), it.as_str()?.parse().ok()?)))
        });
        ids.collect()
    }

    /// Says in the sentence what people call what has this id. In the details the id stays.
    pub(crate) fn call(&mut self, id: Uuid, called: String) {
        self.0.called.insert(id.to_string(), text::shortened(called));
    }

    fn said(&self, sentence: &str, tongue: Tongue) -> String {
        text::render_for(sentence, &self.0.details, |name, value| {
            let called = self.0.called.get(value).map(|called| Cow::Borrowed(called.as_str()));
            called.unwrap_or_else(|| wording::said(name, value, tongue))
        })
    }

    /// Adds a detail; the first value of a name stays.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Serialize) -> Self {
        let value = serde_json::to_value(value).unwrap_or(Value::Null);
        self.0.details.entry(name).or_insert(value);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code(), self.message())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} {}", Value::Object(self.0.details.clone()))
    }
}

impl std::error::Error for Error {}

/// Declares an enum of coded errors: variant, parameters, status, code, text in two languages.
///
/// The sentence says what is wrong and what to do next; `{name}` puts in a parameter.
#[macro_export]
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[doc = $cause:literal])+
                $variant:ident { $( $field:ident : $ty:ty ),* $(,)? }
                    => $status:ident $code:literal en $en:literal cs $cs:literal
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $(
                $(#[doc = $cause])+
                #[allow(missing_docs)]
                $variant { $( $field: $ty ),* }
            ),*
        }

        impl $name {
            /// The declarations, in order.
            pub const CODES: &'static [$crate::error::Code] = &[
                $( $crate::error::Code {
                    code: $code,
                    status: $crate::error::Status::$status,
                    en: $en,
                    cs: $cs,
                    cause: concat!($( $cause ),+),
                    parameters: &[ $( stringify!($field) ),* ],
                } ),*
            ];
        }

        impl $crate::error::Coded for $name {
            fn code(&self) -> &'static $crate::error::Code {
                let code = match self { $( $name::$variant { .. } => $code ),* };
                $name::CODES.iter().find(|c| c.code == code).unwrap_or(&$name::CODES[0])
            }

            #[allow(unused_mut, unused_variables)]
            fn parameters(&self) -> serde_json::Map<String, serde_json::Value> {
                let mut map = serde_json::Map::new();
                match self {
                    $( $name::$variant { $( $field ),* } => {
                        $( map.insert(
                            stringify!($field).to_owned(),
                            serde_json::to_value($field).unwrap_or(serde_json::Value::Null),
                        ); )*
                    } ),*
                }
                map
            }
        }

        impl From<$name> for $crate::error::Error {
            fn from(coded: $name) -> Self { $crate::error::Error::new(&coded) }
        }
    };
}
