//! How a value that refuses itself while being read tells the door which code to raise.

use super::Door;
use std::fmt;

const SIGN: char = '\u{1}';

/// Put into a serde error by a type whose refusal has a code of its own; see [`Mark::find`].
pub(crate) enum Mark<'a> {
    AmountNumber(&'a dyn fmt::Display),
    AmountText(&'a str),
    NaiveTime(&'a str),
    FarTime(&'a dyn fmt::Display),
    UnknownZone(&'a str),
}

impl fmt::Display for Mark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mark::AmountNumber(v) => write!(f, "{SIGN}n{v}{SIGN}"),
            Mark::AmountText(v) => write!(f, "{SIGN}t{v}{SIGN}"),
            Mark::NaiveTime(v) => write!(f, "{SIGN}i{v}{SIGN}"),
            Mark::FarTime(v) => write!(f, "{SIGN}f{v}{SIGN}"),
            Mark::UnknownZone(v) => write!(f, "{SIGN}z{v}{SIGN}"),
        }
    }
}

impl Mark<'_> {
    /// Turns the text of a serde error into the door's refusal.
    pub(crate) fn find(message: &str, path: String) -> Door {
        let marked = message
            .split_once(SIGN)
            .and_then(|(_, rest)| rest.rsplit_once(SIGN))
            .and_then(|(inner, _)| inner.split_at_checked(1));
        match marked {
            Some(("n", value)) => Door::AmountNumber { path, value: value.to_owned() },
            Some(("t", value)) => Door::AmountText { path, value: value.to_owned() },
            Some(("i", value)) => Door::NaiveTime { path, value: value.to_owned() },
            Some(("f", value)) => Door::FarTime { path, value: value.to_owned() },
            Some(("z", value)) => Door::UnknownZone { path, value: value.to_owned() },
            _ if message.starts_with("unknown field") => {
                Door::UnknownField { path, reason: message.to_owned() }
            }
            _ => Door::Unreadable { path, reason: named(message) },
        }
    }
}

/// The reader's message without the names of Rust's types, which say nothing to a caller.
fn named(message: &str) -> String {
    let Some((before, after)) = message.split_once("expected ") else { return message.to_owned() };
    const FORMS: &[&str] = &[
        "struct variant ",
        "tuple variant ",
        "newtype variant ",
        "unit variant ",
        "tuple struct ",
        "unit struct ",
        "internally tagged enum ",
        "adjacently tagged enum ",
        "struct ",
        "enum ",
    ];
    let Some(rest) = FORMS.iter().find_map(|form| after.strip_prefix(form)) else {
        return message.to_owned();
    };
    let end = rest.find([' ', ',']).unwrap_or(rest.len());
    format!("{before}expected an object as the schema has it{}", &rest[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_type_is_told() {
        for (said, told) in [
            (
                "invalid type: sequence, expected struct RegistryEntry at line 1 column 2",
                "invalid type: sequence, expected an object as the schema has it at line 1 column 2",
            ),
            (
                "invalid type: null, expected struct variant Command::AddNote",
                "invalid type: null, expected an object as the schema has it",
            ),
            ("missing field `title` at line 1", "missing field `title` at line 1"),
            (
                "unknown variant `fly`, expected one of `a`",
                "unknown variant `fly`, expected one of `a`",
            ),
        ] {
            assert_eq!(named(said), told);
        }
    }
}
