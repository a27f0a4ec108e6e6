//! How a value that refuses itself while being read tells the door which code to raise.

use super::Door;
use std::fmt;

const SIGN: char = '\u{1}';

/// Put into a serde error by a type whose refusal has a code of its own; see [`Mark::find`].
pub(crate) enum Mark<'a> {
    AmountNumber(&'a dyn fmt::Display),
    AmountText(&'a str),
    NaiveTime(&'a str),
    NoMoment(&'a str),
    NoWallTime(&'a dyn fmt::Display),
    NoTimeOfDay(&'a dyn fmt::Display),
    FarTime(&'a dyn fmt::Display),
    UnknownZone(&'a str),
}

impl fmt::Display for Mark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mark::AmountNumber(v) => write!(f, "{SIGN}n{v}{SIGN}"),
            Mark::AmountText(v) => write!(f, "{SIGN}t{v}{SIGN}"),
            Mark::NaiveTime(v) => write!(f, "{SIGN}i{v}{SIGN}"),
            Mark::NoMoment(v) => write!(f, "{SIGN}m{v}{SIGN}"),
            Mark::NoWallTime(v) => write!(f, "{SIGN}w{v}{SIGN}"),
            Mark::NoTimeOfDay(v) => write!(f, "{SIGN}d{v}{SIGN}"),
            Mark::FarTime(v) => write!(f, "{SIGN}f{v}{SIGN}"),
            Mark::UnknownZone(v) => write!(f, "{SIGN}z{v}{SIGN}"),
        }
    }
}

impl Mark<'_> {
    /// The door's refusal that stands in the text of a serde error; nothing where none does.
    pub(super) fn find(message: &str, path: &str) -> Option<Door> {
        let (_, rest) = message.split_once(SIGN)?;
        let (kind, value) = rest.rsplit_once(SIGN)?.0.split_at_checked(1)?;
        let (path, value) = (path.to_owned(), value.to_owned());
        let form =
            |path, value, wanted: &str| Door::WrongForm { path, value, wanted: wanted.to_owned() };
        Some(match kind {
            "n" => Door::AmountNumber { path, value },
            "t" => Door::AmountText { path, value },
            "i" => Door::NaiveTime { path, value },
            "m" => form(path, value, "moment"),
            "w" => form(path, value, "wall_time"),
            "d" => form(path, value, "time_of_day"),
            "f" => Door::FarTime { path, value },
            "z" => Door::UnknownZone { path, value },
            _ => return None,
        })
    }
}
