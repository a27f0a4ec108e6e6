//! What a list shows beside what its rows keep: names of what they name by id, and what may be
//! asked next. It is looked up for the page and kept in no row, so that a rename or an erasure has
//! no copies to find.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A name that a row shows beside an id. What the actor may not read, is not there or was forgotten
/// leaves it empty.
pub struct Named<'r> {
    /// The noun of the record that has the name: `customer`.
    pub noun: &'static str,
    /// The id of that record.
    pub id: Uuid,
    /// Where its name goes: what it is called, or its title.
    pub name: Option<&'r mut String>,
    /// Where its number goes, by which people know it.
    pub number: Option<&'r mut String>,
    /// The id of a part of that record, and where the name of the part goes.
    pub part: Option<(Uuid, &'r mut String)>,
}

/// What a part of a record is called: a row of the noun's table of
/// [such names](super::Noun::PART_NAMES).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartName {
    /// The id of the part.
    pub part: Uuid,
    /// What it is called; empty once that was forgotten.
    pub name: String,
}

impl<'r> Named<'r> {
    /// What it is called.
    pub fn name(noun: &'static str, id: Uuid, name: &'r mut String) -> Self {
        Named { noun, id, name: Some(name), number: None, part: None }
    }

    /// Its number.
    pub fn number(noun: &'static str, id: Uuid, number: &'r mut String) -> Self {
        Named { noun, id, name: None, number: Some(number), part: None }
    }

    /// What a part of it is called: a customer's site.
    pub fn part(noun: &'static str, id: Uuid, part: Uuid, name: &'r mut String) -> Self {
        Named { noun, id, name: None, number: None, part: Some((part, name)) }
    }

    /// What each of several is called, in their order.
    pub fn names(
        noun: &'static str,
        ids: &[Uuid],
        names: &'r mut Vec<String>,
    ) -> impl Iterator<Item = Named<'r>> {
        names.resize(ids.len(), String::new());
        let ids: Vec<Uuid> = ids.to_vec();
        ids.into_iter().zip(names).map(move |(id, name)| Named::name(noun, id, name))
    }

    /// The number of each of several, in their order.
    pub fn numbers(
        noun: &'static str,
        ids: &[Uuid],
        numbers: &'r mut Vec<String>,
    ) -> impl Iterator<Item = Named<'r>> {
        numbers.resize(ids.len(), String::new());
        let ids: Vec<Uuid> = ids.to_vec();
        ids.into_iter().zip(numbers).map(move |(id, number)| Named::number(noun, id, number))
    }
}

/// What may be asked next of a row or of a part of a record, uncut by any role, and where it goes.
pub struct Offered<'r> {
    /// What its state allows.
    pub verbs: Vec<&'static str>,
    /// Where those go that the role may.
    pub into: &'r mut Vec<String>,
    /// Where the version of the record goes; nothing for a part, which has none of its own.
    pub version: Option<&'r mut u64>,
}

impl<'r> Offered<'r> {
    /// Of a row.
    pub fn of(verbs: Vec<&'static str>, into: &'r mut Vec<String>, version: &'r mut u64) -> Self {
        Offered { verbs, into, version: Some(version) }
    }

    /// Of a part of a record.
    pub fn part(verbs: Vec<&'static str>, into: &'r mut Vec<String>) -> Self {
        Offered { verbs, into, version: None }
    }
}
