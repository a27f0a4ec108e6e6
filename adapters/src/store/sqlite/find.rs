//! Answers to questions, by the statements that the question comes to.

use super::row::{cell, uuid};
use super::select::{Sql, Stretch};
use super::tx::SqliteTx;
use crate::store::way::{Walk, Way, Ways};
use callout_core::error::Error;
use callout_core::port::index::{Cell, Found, Kind, Place, Select};
use rusqlite::{Connection, Row, params_from_iter};
use std::ops::Deref;

impl<C: Deref<Target = Connection>> SqliteTx<C> {
    /// Answers a question by the ways that its tables have.
    pub(super) fn find(&self, select: &Select) -> Result<Vec<Found>, Error> {
        let columns = select.table.columns;
        let place = select.table.position(select.order.column);
        let Some(ways) = Ways::of(select) else { return Ok(Vec::new()) };
        let count = |way: &Way| {
            let sql = Sql::counting(select, way);
            let count = |row: &Row<'_>| row.get::<_, u32>(0);
            Ok(self.one(&sql.text, params_from_iter(&sql.values), count)?.unwrap_or(0))
        };
        let reach = |select: &Select, walk: &Walk, rows: u32| {
            let sql = Sql::reaching(select, walk, rows);
            let kind = select.table.column(walk.column).map_or(Kind::Int, |column| column.kind);
            let reached = |row: &Row<'_>| cell(row, 0, kind);
            self.one(&sql.text, params_from_iter(&sql.values), reached)
        };
        let (way, select) = ways.choose(select, count, reach)?;
        let mut all = Vec::new();
        for stretch in Stretch::of(&select) {
            let wanted = select.limit - all.len() as u32;
            if wanted == 0 {
                break;
            }
            let sql = Sql::of(&select, &way, *stretch, wanted);
            all.extend(self.many(&sql.text, params_from_iter(&sql.values), |row| {
                let cells = columns
                    .iter()
                    .enumerate()
                    .map(|(n, column)| cell(row, n + 2, column.kind))
                    .collect::<rusqlite::Result<Vec<_>>>()?;
                let cell = place.and_then(|place| cells.get(place)).cloned().unwrap_or(Cell::Null);
                let place = Place { cell, owner: uuid(row.get(0)?), n: row.get(1)? };
                Ok(Found { place, cells, row: row.get(columns.len() + 2)? })
            })?);
        }
        Ok(all)
    }
}
