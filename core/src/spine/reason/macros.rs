//! How reasons are declared.

/// Declares an enum of reasons: variant, typed parameters, code, text in two languages, as
/// [`codes!`](crate::codes) declares refusals.
macro_rules! reasons {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$vmeta:meta])*
                $variant:ident { $( $(#[$fmeta:meta])* $field:ident : $ty:ty ),* $(,)? }
                    => $code:literal en $en:literal cs $cs:literal
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "code")]
        pub enum $name {
            $(
                $(#[$vmeta])*
                #[serde(rename = $code)]
                $variant { $( $(#[$fmeta])* $field: $ty ),* }
            ),*
        }

        impl $name {
            /// The declarations, in order.
            pub const DECLARED: &'static [$crate::reason::Declared] = &[
                $( $crate::reason::Declared {
                    code: $code,
                    en: $en,
                    cs: $cs,
                    parameters: &[ $( stringify!($field) ),* ],
                } ),*
            ];

            /// The stable code, for programs: `COVERAGE-WARRANTY-01`.
            pub const fn code(&self) -> &'static str {
                match self { $( $name::$variant { .. } => $code ),* }
            }

            /// The sentence, with dates and numbers as the language writes them.
            ///
            /// ```
            /// use callout_core::{document::Language, reason::Reason};
            /// let reason: Reason = serde_json::from_str(
            ///     r#"{"code": "PRICE-ROUND-01", "amount": "840.875", "rounded": "840.88"}"#).unwrap();
            /// assert!(reason.text(Language::En).starts_with("840.875 is rounded to 840.88"));
            /// assert!(reason.text(Language::Cs).starts_with("840,875 se zaokrouhluje na 840,88"));
            /// ```
            pub fn text(&self, language: $crate::language::Language) -> String {
                match self { $( $name::$variant { $( $field ),* } => {
                    let said: &[(&str, String)] = &[
                        $( (stringify!($field), $crate::reason::Said::said($field, language)) ),*
                    ];
                    let sentence = match language {
                        $crate::language::Language::En => $en,
                        $crate::language::Language::Cs => $cs,
                    };
                    $crate::reason::said::filled(sentence, said)
                } ),* }
            }
        }
    };
}

pub(super) use reasons;
