//! Where a page ended, as text that the caller gives back.

use crate::error::{Door, Error};
use crate::noun::Asked;
use crate::port::index::{Cell, Place};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Serialize, Deserialize)]
struct Cursor {
    // Of which table and order: a cursor of another question is refused.
    q: String,
    i: Option<i64>,
    t: Option<String>,
    u: Option<Uuid>,
    o: Uuid,
    n: u32,
}

fn question(asked: &Asked, descending: bool) -> String {
    format!("{}.{}.{}", asked.table.name, asked.column, u8::from(descending))
}

pub(in crate::engine) fn write(asked: &Asked, descending: bool, place: &Place) -> String {
    let (mut i, mut t, mut u) = (None, None, None);
    match &place.cell {
        Cell::Null => {}
        Cell::Int(value) => i = Some(*value),
        Cell::Text(value) => t = Some(value.clone()),
        Cell::Id(value) => u = Some(*value),
    }
    let cursor = Cursor { q: question(asked, descending), i, t, u, o: place.owner, n: place.n };
    let json = serde_json::to_vec(&cursor).unwrap_or_default();
    json.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(in crate::engine) fn read(
    asked: &Asked,
    descending: bool,
    after: &str,
) -> Result<Place, Error> {
    let bad = || Error::from(Door::BadCursor { after: after.to_owned() });
    let pairs = after.as_bytes().chunks(2);
    let json: Option<Vec<u8>> =
        pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    let cursor: Cursor =
        json.and_then(|json| serde_json::from_slice(&json).ok()).ok_or_else(bad)?;
    if cursor.q != question(asked, descending) {
        return Err(bad());
    }
    let cell = match (cursor.i, cursor.t, cursor.u) {
        (Some(i), None, None) => Cell::Int(i),
        (None, Some(t), None) => Cell::Text(t),
        (None, None, Some(u)) => Cell::Id(u),
        (None, None, None) => Cell::Null,
        _ => return Err(bad()),
    };
    Ok(Place { cell, owner: cursor.o, n: cursor.n })
}
