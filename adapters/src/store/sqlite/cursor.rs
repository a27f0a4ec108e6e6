//! What connectors to the outside remember.

use super::tx::SqliteTx;
use callout_core::error::Error;
use callout_core::port::store::{Cursor, Remembered};
use rusqlite::{Connection, params};
use std::ops::Deref;
use uuid::Uuid;

impl<C: Deref<Target = Connection>> SqliteTx<C> {
    /// All that a connector remembers, in the order of its keys.
    pub(super) fn cursors(&self, company: Uuid, connector: &str) -> Result<Remembered, Error> {
        self.many(
            "SELECT key, value FROM callout_cursor WHERE company = ?1 AND connector = ?2 \
             ORDER BY key",
            params![company.as_bytes(), connector],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// Has a connector remember a value, or nothing, under a key.
    pub(super) fn put_cursor(
        &self,
        cursor: &Cursor<'_>,
        value: Option<&[u8]>,
    ) -> Result<(), Error> {
        let Cursor { company, connector, key } = *cursor;
        let Some(value) = value else {
            let sql = "DELETE FROM callout_cursor \
                       WHERE company = ?1 AND connector = ?2 AND key = ?3";
            return self.run(sql, params![company.as_bytes(), connector, key]).map(drop);
        };
        self.run(
            "INSERT INTO callout_cursor (company, connector, key, value) \
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET value = excluded.value",
            params![company.as_bytes(), connector, key, value],
        )
        .map(drop)
    }
}
