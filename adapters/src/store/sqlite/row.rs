//! Rows of the spine as values, and the columns in the order in which they are read.

use callout_core::journal::{Device, Event, Hash, Slot};
use callout_core::port::index::{Cell, Kind};
use callout_core::port::store::{Answered, Print, Quote};
use callout_core::schedule::Instant;
use rusqlite::Row;
use uuid::Uuid;

/// The columns of an event.
pub(super) const EVENT: &str = "company, sequence, noun, stream, version, kind, format, at, actor, role, \
                     command, device, device_sequence, device_clock, cause, receipt, body, \
                     previous, hash";

/// The columns of what is kept of a command, in the order in which they are read.
pub(super) const ANSWERED: &str = "form, salt, hash, target, version, events";

pub(super) fn uuid(bytes: [u8; 16]) -> Uuid {
    Uuid::from_bytes(bytes)
}

/// A version or sequence number that a caller gave. SQLite counts to `i64::MAX`, so that nothing
/// stands past a larger one either.
pub(super) fn position(given: u64) -> i64 {
    i64::try_from(given).unwrap_or(i64::MAX)
}

pub(super) fn instant(row: &Row<'_>, at: usize) -> rusqlite::Result<Instant> {
    let micros: i64 = row.get(at)?;
    Instant::from_micros(micros).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, micros))
}

pub(super) fn device(row: &Row<'_>) -> rusqlite::Result<Option<Device>> {
    let id = row.get::<_, Option<[u8; 16]>>(11)?;
    let (sequence, clock): (Option<u64>, Option<i64>) = (row.get(12)?, row.get(13)?);
    if id.is_none() && sequence.is_none() && clock.is_none() {
        return Ok(None);
    }
    // A part that is missing was taken away: it stands as zero, and the hash tells.
    let clock = Instant::from_micros(clock.unwrap_or_default());
    let clock = clock.ok_or(rusqlite::Error::IntegralValueOutOfRange(13, 0))?;
    let (id, sequence) = (uuid(id.unwrap_or_default()), sequence.unwrap_or_default());
    Ok(Some(Device { id, sequence, clock }))
}

pub(super) fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        company: uuid(row.get(0)?),
        sequence: row.get(1)?,
        noun: row.get(2)?,
        stream: uuid(row.get(3)?),
        version: row.get(4)?,
        kind: row.get(5)?,
        format: row.get(6)?,
        at: instant(row, 7)?,
        actor: uuid(row.get(8)?),
        role: row.get(9)?,
        command: uuid(row.get(10)?),
        device: device(row)?,
        cause: row.get::<_, Option<[u8; 16]>>(14)?.map(uuid),
        receipt: row.get::<_, Option<[u8; 32]>>(15)?.map(Hash),
        body: row.get(16)?,
        previous: Hash(row.get(17)?),
        hash: Hash(row.get(18)?),
    })
}

pub(super) fn answered(row: &Row<'_>) -> rusqlite::Result<Answered> {
    let print = match (row.get(0)?, row.get(1)?, row.get::<_, Option<[u8; 32]>>(2)?) {
        (Some(form), Some(salt), Some(hash)) => Some(Print { form, salt, hash: Hash(hash) }),
        _ => None,
    };
    let target = uuid(row.get(3)?);
    Ok(Answered { print, target, version: row.get(4)?, events: row.get(5)? })
}

/// Of the columns `noun, stream, version, n`.
pub(super) fn quote(row: &Row<'_>) -> rusqlite::Result<Quote> {
    let (noun, stream) = (row.get(0)?, uuid(row.get(1)?));
    Ok(Quote { noun, stream, version: row.get(2)?, n: row.get(3)? })
}

pub(super) fn slot(row: &Row<'_>) -> rusqlite::Result<Slot> {
    Ok(Slot {
        version: row.get(0)?,
        n: row.get(1)?,
        person: uuid(row.get(2)?),
        salt: row.get(3)?,
        value: row.get(4)?,
    })
}

pub(super) fn cell(row: &Row<'_>, at: usize, kind: Kind) -> rusqlite::Result<Cell> {
    Ok(match kind {
        Kind::Id => row.get::<_, Option<[u8; 16]>>(at)?.map_or(Cell::Null, |id| Cell::Id(uuid(id))),
        Kind::Text => row.get::<_, Option<String>>(at)?.map_or(Cell::Null, Cell::Text),
        Kind::Int => row.get::<_, Option<i64>>(at)?.map_or(Cell::Null, Cell::Int),
    })
}
