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
            _ => Door::Unreadable { path, reason: message.to_owned() },
        }
    }
}
