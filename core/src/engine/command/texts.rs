//! All texts of a request or a question, wherever they stand in it: one place for every room.

use crate::error::{Door, Error};
use crate::noun::text::{self, MAX_LINE, MAX_TEXT, Unfit};
use chrono::NaiveDate;
use serde_json::Value;
use std::fmt;

/// What is written on many lines. All other texts stand on one.
const MANY_LINES: &[&str] = &[
    "cause",
    "description",
    "detail",
    "note",
    "reason",
    "remedy",
    "reservation",
    "symptom",
    "text",
    "values",
    "resolution",
];

/// A place to go on from holds what its list is ordered by, a title say, and is read by its list;
/// what a mail is asked for by is as long as its writer made it.
const CURSORS: &[&str] = &["after", "message_id", "sender", "thread"];

/// JSON of the host's own, which has a bound of its own (`RECORD-EXT-01`).
const FOREIGN: (&str, &str) = ("extend", "json");

/// Below these the names are the caller's own, and say nothing of what stands there.
const NAMED_BY_CALLERS: &[&str] = &["external_ids", "items"];

/// The longest year that chrono reads has six digits and a sign.
const LONGEST_DAY: usize = "-262143-12-31".len();

/// Where a value stands, told only where something is wrong with it.
#[derive(Clone, Copy)]
enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Root => Ok(()),
            Place::Member(Place::Root, name) => f.write_str(name),
            Place::Member(above, name) => write!(f, "{above}.{name}"),
            Place::Item(above, n) => write!(f, "{above}[{n}]"),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Line,
    Lines,
    Cursor,
}

/// Refuses a text that is too long or holds what does not belong there.
///
/// # Errors
/// `REQUEST-TEXT-01` to `-03` with the path; `REQUEST-TIME-03` for a day that is too far.
pub(in crate::engine) fn check(said: &Value) -> Result<(), Error> {
    walk(said, &Place::Root, Kind::Line)
}

fn walk(value: &Value, place: &Place<'_>, kind: Kind) -> Result<(), Error> {
    match value {
        Value::String(text) => fits(text, place, kind),
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.try_for_each(|(n, item)| walk(item, &Place::Item(place, n), kind))
        }
        Value::Object(members) => members.iter().try_for_each(|(name, value)| {
            let here = Place::Member(place, name);
            // A name may be a word of the caller's: a code, a field, a system of his.
            fits(name, &here, Kind::Line)?;
            match place {
                Place::Member(_, above) if (*above, name.as_str()) == FOREIGN => Ok(()),
                Place::Member(_, above) if NAMED_BY_CALLERS.contains(above) => {
                    walk(value, &here, kind)
                }
                _ => walk(value, &here, kind_of(name, kind)),
            }
        }),
        _ => Ok(()),
    }
}

/// The kind of a text by the name of its field; what stands below a name is of its kind.
fn kind_of(name: &str, above: Kind) -> Kind {
    match name {
        _ if above == Kind::Lines => above,
        name if MANY_LINES.contains(&name) => Kind::Lines,
        name if CURSORS.contains(&name) => Kind::Cursor,
        _ => above,
    }
}

/// Whether it is a day that a calendar of four digits cannot write. Who reads it in another
/// language would stumble over the record for good.
fn is_far(text: &str) -> bool {
    let far = text.starts_with(['-', '+']) || text.starts_with("0000");
    far && text.len() <= LONGEST_DAY && text.parse::<NaiveDate>().is_ok()
}

fn fits(text: &str, place: &Place<'_>, kind: Kind) -> Result<(), Error> {
    if kind == Kind::Line && is_far(text) {
        let (path, value) = (place.to_string(), text.to_owned());
        return Err(Door::FarTime { path, value }.into());
    }
    let unfit = match kind {
        Kind::Line => text::line(text, MAX_LINE),
        Kind::Lines => text::lines(text, MAX_TEXT),
        Kind::Cursor => text::line(text, MAX_TEXT),
    };
    unfit.map_err(|unfit| {
        let path = place.to_string();
        Error::from(match unfit {
            Unfit::Long { characters, most } => {
                Door::LongText { path, characters: characters as u64, most: most as u64 }
            }
            Unfit::Break => Door::SeveralLines { path },
            Unfit::Hidden(sign) => {
                Door::HiddenSign { path, sign: format!("U+{:04X}", u32::from(sign)) }
            }
        })
    })
}
