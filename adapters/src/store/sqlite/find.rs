//! Answers to questions, by the statements that the question comes to.

use super::row::{EVENT, cell, event, position, uuid};
use super::select::{Sql, Stretch};
use super::tx::SqliteTx;
use crate::store::way::{Walk, Way, Ways};
use callout_core::error::Error;
use callout_core::journal::Event;
use callout_core::port::index::{Cell, Found, Kind, Place, Select, Table};
use callout_core::port::store::TimelinePage;
use rusqlite::{Connection, Row, ToSql, params_from_iter};
use std::ops::Deref;
use uuid::Uuid;

impl<C: Deref<Target = Connection>> SqliteTx<C> {
    /// Answers a question by the ways that its tables have.
    pub(super) fn find(&self, select: &Select) -> Result<Vec<Found>, Error> {
        let columns = select.table.columns;
        let place = select.table.position(select.order.column);
        let Some((way, select)) = self.way(select)? else { return Ok(Vec::new()) };
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

    /// How many rows meet a question's conditions, counted to its limit.
    pub(super) fn number_of(&self, select: &Select) -> Result<u32, Error> {
        let whole = Select { after: None, ..select.clone() };
        let Some((way, whole)) = self.way(&whole)? else { return Ok(0) };
        self.counted(&Sql::all_of(&whole, &way))
    }

    /// The way to go, and the question as it is asked along it; nothing where no row can meet it.
    fn way(&self, select: &Select) -> Result<Option<(Way, Select)>, Error> {
        let Some(ways) = Ways::of(select) else { return Ok(None) };
        let count = |way: &Way| self.counted(&Sql::counting(select, way));
        let reach = |select: &Select, walk: &Walk, rows: u32| {
            let sql = Sql::reaching(select, walk, rows);
            let kind = select.table.column(walk.column).map_or(Kind::Int, |column| column.kind);
            let reached = |row: &Row<'_>| cell(row, 0, kind);
            self.one(&sql.text, params_from_iter(&sql.values), reached)
        };
        ways.choose(select, count, reach).map(Some)
    }

    fn counted(&self, sql: &Sql) -> Result<u32, Error> {
        let count = |row: &Row<'_>| row.get::<_, u32>(0);
        Ok(self.one(&sql.text, params_from_iter(&sql.values), count)?.unwrap_or(0))
    }

    /// The first row that each of these has in a table.
    pub(super) fn first_of(
        &self,
        company: Uuid,
        table: &Table,
        owners: &[Uuid],
        see: &mut dyn FnMut(Uuid, &[u8]),
    ) -> Result<(), Error> {
        let sql = format!(
            "SELECT \"row\" FROM callout_{} WHERE company = ?1 AND owner = ?2 AND n = 0",
            table.name
        );
        self.each_of(&sql, (company, None), owners, |owner, row| {
            see(owner, row.get_ref(0)?.as_blob()?);
            Ok(())
        })
    }

    /// The version of each of these streams.
    pub(super) fn versions_of(
        &self,
        company: Uuid,
        noun: &str,
        ids: &[Uuid],
        see: &mut dyn FnMut(Uuid, u64),
    ) -> Result<(), Error> {
        let sql = "SELECT version FROM callout_state WHERE company = ?1 AND noun = ?3 AND id = ?2";
        self.each_of(sql, (company, Some(noun)), ids, |id, row| {
            see(id, row.get(0)?);
            Ok(())
        })
    }

    /// Asks the same of each, with the company as the first parameter, the id as the second, and
    /// the noun as the third where the statement has one.
    fn each_of(
        &self,
        sql: &str,
        (company, noun): (Uuid, Option<&str>),
        ids: &[Uuid],
        mut see: impl FnMut(Uuid, &Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), Error> {
        let mut run = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.raw_bind_parameter(1, company.as_bytes())?;
            if let Some(noun) = noun {
                statement.raw_bind_parameter(3, noun)?;
            }
            for id in ids {
                statement.raw_bind_parameter(2, id.as_bytes())?;
                let mut rows = statement.raw_query();
                if let Some(row) = rows.next()? {
                    see(*id, row)?;
                }
            }
            Ok(())
        };
        run().map_err(self.fault())
    }

    /// A page of a timeline.
    pub(super) fn page_of(&self, page: &TimelinePage<'_>) -> Result<Vec<Event>, Error> {
        let columns = EVENT.replace("company, sequence", "e.company, e.sequence");
        let (past, way) = if page.descending { ("<", "DESC") } else { (">", "") };
        let marks: Vec<String> = (5..5 + page.nouns.len()).map(|n| format!("?{n}")).collect();
        let nouns = match page.nouns {
            [] => String::new(),
            _ => format!("AND e.noun IN ({}) ", marks.join(", ")),
        };
        let sql = format!(
            "SELECT {columns} FROM callout_timeline t JOIN callout_event e \
             ON e.company = t.company AND e.sequence = t.sequence \
             WHERE t.company = ?1 AND t.context = ?2 AND t.sequence {past} ?3 {nouns}\
             ORDER BY t.sequence {way} LIMIT ?4"
        );
        let (company, context) = (page.company.as_bytes(), page.context.as_bytes());
        let first = page.descending && page.after == 0;
        let after = if first { i64::MAX } else { position(page.after) };
        let mut values: Vec<&dyn ToSql> = vec![company, context, &after, &page.limit];
        values.extend(page.nouns.iter().map(|noun| noun as &dyn ToSql));
        self.many(&sql, values.as_slice(), event)
    }
}
