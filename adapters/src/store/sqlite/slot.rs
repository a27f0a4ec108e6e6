//! Values about persons, as they are written.

use super::tx::SqliteTx;
use callout_core::error::Error;
use callout_core::journal::Slot;
use callout_core::port::store::Stream;
use rusqlite::{Connection, params};
use std::ops::Deref;

impl<C: Deref<Target = Connection>> SqliteTx<C> {
    /// Keeps a value about a person.
    pub(super) fn write_slot(&self, stream: &Stream, slot: &Slot) -> Result<(), Error> {
        self.run(
            "INSERT INTO callout_slot (company, noun, stream, version, n, person, salt, value) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                stream.company.as_bytes(),
                stream.noun,
                stream.id.as_bytes(),
                slot.version,
                slot.n,
                slot.person.as_bytes(),
                slot.salt,
                slot.value,
            ],
        )
        .map(drop)
    }
}
