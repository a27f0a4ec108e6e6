//! The commands of a noun, each with a type of its own and the way in which it meets its record.

/// A command of a noun, by its own type: `activity::Assign { technicians, ..Default::default() }`.
pub trait Asks {
    /// The noun's command, of which this is one.
    type Command;
    /// As the noun's command.
    fn asked(self) -> Self::Command;
}

/// A command that begins a record: [`Session::create`](crate::engine::Session::create) takes it,
/// and nothing else.
pub trait ToCreate: Asks {}

/// A command to a record that is there, in the version that was seen:
/// [`Session::change`](crate::engine::Session::change) takes it.
pub trait ToChange: Asks {}

/// A command to a record that is there, whatever its version:
/// [`Session::add`](crate::engine::Session::add) takes it. Where it has seen a version, it may say
/// so by `change`.
pub trait ToAdd: ToChange {}

/// Declares the commands of a noun: each a struct, together the enum `Command`, their names the
/// enum `Verb`. Before a command stands how it meets its record (see
/// [`Manner`](crate::noun::Manner)); `(inside)` where only Callout's own reactions ask it;
/// behind its name `: whole` where it has no default, since it needs a day, a time or a currency
/// that would be a guess.
macro_rules! commands {
    (
        $(#[$doc:meta])* Command
        $(
            $(#[$about:meta])*
            $manner:ident $(($inside:ident))? $verb:ident $(: $whole:ident)? {
                $( $(#[$meta:meta])* $field:ident : $type:ty ),* $(,)?
            }
        )*
    ) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize,
            strum::IntoStaticStr, strum::VariantNames, strum::EnumDiscriminants,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        #[strum_discriminants(
            name(Verb),
            derive(strum::IntoStaticStr, strum::VariantArray),
            strum(serialize_all = "snake_case"),
            doc = "The name of a [`Command`], without what it says.",
            allow(missing_docs)
        )]
        pub enum Command {
            // The example of a command is tested where it stands with its fields.
            $(
                $(#[cfg_attr(not(doctest), $about)])*
                $( #[doc(hidden)] #[doc = stringify!($inside)] )?
                $verb($verb),
            )*
        }

        $(
            $(#[$about])*
            $( #[doc(hidden)] #[doc = stringify!($inside)] )?
            #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
            #[serde(deny_unknown_fields)]
            pub struct $verb {
                $( $(#[$meta])* pub $field: $type, )*
            }

            impl From<$verb> for Command {
                fn from(command: $verb) -> Self {
                    Command::$verb(command)
                }
            }

            $crate::noun::session_takes!(
                $manner $(($inside))? $verb $(: $whole)? { $($field)* }
            );
        )*

        impl Verb {
            /// How the command of this name meets its record.
            pub const fn manner(self) -> $crate::noun::Manner {
                match self {
                    $( Verb::$verb => $crate::noun::session_takes!(@manner $manner), )*
                }
            }
        }
    };
}

/// What a session may be given of a command, by its manner.
macro_rules! session_takes {
    (@manner creates) => { $crate::noun::Manner::Creates };
    (@manner changes) => { $crate::noun::Manner::Changes };
    (@manner adds) => { $crate::noun::Manner::Adds };
    (@manner joins) => { $crate::noun::Manner::Joins };
    (@manner judges) => { $crate::noun::Manner::Judges };
    ($manner:ident (inside) $verb:ident { $($field:ident)* }) => {};
    (@default $verb:ident : whole { $($field:ident)* }) => {};
    (creates $verb:ident $(: $whole:ident)? { $($field:ident)* }) => {
        $crate::noun::session_takes!(@default $verb $(: $whole)? { $($field)* });
        $crate::noun::session_takes!(@asks $verb);
        impl $crate::noun::ToCreate for $verb {}
    };
    (changes $verb:ident $(: $whole:ident)? { $($field:ident)* }) => {
        $crate::noun::session_takes!(@default $verb $(: $whole)? { $($field)* });
        $crate::noun::session_takes!(@asks $verb);
        impl $crate::noun::ToChange for $verb {}
    };
    ($adds:ident $verb:ident $(: $whole:ident)? { $($field:ident)* }) => {
        $crate::noun::session_takes!(@default $verb $(: $whole)? { $($field)* });
        $crate::noun::session_takes!(@adds $verb);
    };
    (@adds $verb:ident) => {
        $crate::noun::session_takes!(@asks $verb);
        impl $crate::noun::ToChange for $verb {}
        impl $crate::noun::ToAdd for $verb {}
    };
    // What a host writes `..Default::default()` for is what a field that is missing means.
    (@default $verb:ident { $($field:ident)* }) => {
        impl Default for $verb {
            fn default() -> Self {
                $verb { $( $field: Default::default(), )* }
            }
        }
    };
    (@asks $verb:ident) => {
        impl $crate::noun::Asks for $verb {
            type Command = Command;
            fn asked(self) -> Command {
                Command::$verb(self)
            }
        }
    };
}

pub(crate) use {commands, session_takes};
