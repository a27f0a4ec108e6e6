//! The index rows of an aggregate: as its state says, and as others' rows tell ([`Told`]).

use crate::engine::nouns::tables;
use crate::engine::shared::{changed, pass_on, share};
use crate::error::Error;
use crate::noun::Noun;
use crate::port::index::{Cell, Entry, Order, Select, Table, Told, is};
use crate::port::store::{Stream, Tx};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use uuid::Uuid;

/// Writes the rows that are new or other, and deletes those that are gone. What has only begun
/// is named by nobody yet.
pub(in crate::engine) fn index(
    tx: &mut dyn Tx,
    stream: &Stream,
    old: &[Entry],
    new: &[Entry],
    begun: bool,
) -> Result<(), Error> {
    let mut gone: BTreeMap<(&str, u32), &Entry> = old.iter().map(|old| (place(old), old)).collect();
    for entry in new {
        let before = gone.remove(&place(entry));
        if before != Some(entry) {
            if begun || entry.table.told.is_empty() {
                tx.put_entry(stream.company, stream.id, entry)?;
            } else {
                let entry = told(tx, stream, entry)?;
                tx.put_entry(stream.company, stream.id, &entry)?;
            }
            tell(tx, stream.company, before.map(|row| &row.cells[..]), Some(&entry.cells), entry)?;
            pass_on(tx, stream, before.map(|row| &row.cells[..]), Some(&entry.cells), entry.table)?;
        }
    }
    for gone in gone.into_values() {
        tx.drop_entry(stream.company, stream.id, gone.table, gone.n)?;
        tell(tx, stream.company, Some(&gone.cells), None, gone)?;
        pass_on(tx, stream, Some(&gone.cells), None, gone.table)?;
    }
    for table in changed(old, new) {
        share(tx, stream, table, new)?;
    }
    Ok(())
}

/// All tables, gathered once: each row that is written asks who hears of it.
pub(in crate::engine) fn all() -> &'static [&'static Table] {
    static ALL: OnceLock<Vec<&'static Table>> = OnceLock::new();
    ALL.get_or_init(tables)
}

/// The table of a name that another one says. A name that is nobody's is refused by the store, and
/// by a test.
pub(in crate::engine) fn called(name: &str) -> &'static Table {
    all().iter().copied().find(|table| table.name == name).unwrap_or(&Table::BARE)
}

fn place(entry: &Entry) -> (&'static str, u32) {
    (entry.table.name, entry.n)
}

/// Deletes whatever rows there are.
pub(in crate::engine) fn unindex<N: Noun>(tx: &mut dyn Tx, stream: &Stream) -> Result<(), Error> {
    for table in N::TABLES {
        for row in tx.select(&Select::of_owner(table, stream.company, stream.id))? {
            tx.drop_entry(stream.company, stream.id, table, row.place.n)?;
            let gone = Entry { table, n: row.place.n, cells: row.cells, row: row.row };
            tell(tx, stream.company, Some(&gone.cells), None, &gone)?;
            pass_on(tx, stream, Some(&gone.cells), None, table)?;
        }
    }
    Ok(())
}

/// A row with the flags that others decide.
pub(in crate::engine) fn told(
    tx: &mut dyn Tx,
    stream: &Stream,
    entry: &Entry,
) -> Result<Entry, Error> {
    let mut entry = entry.clone();
    for told in entry.table.told {
        let so = Cell::flag(is_so(tx, stream.company, stream.id, told)?);
        if let Some(cell) = entry.table.position(told.column).and_then(|at| entry.cells.get_mut(at))
        {
            *cell = so;
        }
    }
    Ok(entry)
}

fn is_so(tx: &mut dyn Tx, company: Uuid, owner: Uuid, told: &Told) -> Result<bool, Error> {
    let (column, flag) = told.only;
    let conds = vec![is(told.names, Cell::Id(owner)), is(column, Cell::flag(flag))];
    let order = Order { column: told.ordered, descending: false };
    let select = Select { table: called(told.by), company, conds, order, after: None, limit: 1 };
    Ok(!tx.select(&select)?.is_empty())
}

/// Tells those whom a row names, or named before, when that is news to them.
fn tell(
    tx: &mut dyn Tx,
    company: Uuid,
    before: Option<&[Cell]>,
    after: Option<&[Cell]>,
    row: &Entry,
) -> Result<(), Error> {
    for table in all() {
        for told in table.told.iter().filter(|told| told.by == row.table.name) {
            let said = |cells: Option<&[Cell]>| named(row.table, cells?, told);
            let (then, now) = (said(before), said(after));
            if then == now {
                continue;
            }
            for owner in [then, now].into_iter().flatten() {
                settle(tx, company, owner, table, told)?;
            }
        }
    }
    Ok(())
}

/// Whom a row names, where it counts.
fn named(table: &Table, cells: &[Cell], told: &Told) -> Option<Uuid> {
    let cell = |column: &str| table.position(column).and_then(|at| cells.get(at));
    match cell(told.names) {
        Some(Cell::Id(owner)) if cell(told.only.0) == Some(&Cell::flag(told.only.1)) => {
            Some(*owner)
        }
        _ => None,
    }
}

fn settle(
    tx: &mut dyn Tx,
    company: Uuid,
    owner: Uuid,
    table: &'static Table,
    told: &Told,
) -> Result<(), Error> {
    let Some(at) = table.position(told.column) else { return Ok(()) };
    let so = Cell::flag(is_so(tx, company, owner, told)?);
    for found in tx.select(&Select::of_owner(table, company, owner))? {
        let (n, row, mut cells) = (found.place.n, found.row, found.cells);
        if let Some(cell) = cells.get_mut(at).filter(|cell| **cell != so) {
            *cell = so.clone();
            tx.put_entry(company, owner, &Entry { table, n, cells, row })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_is_named_is_there() {
        for table in all() {
            let told = table.told.iter().map(|told| told.by);
            let named = told.chain(table.shared.map(|shared| shared.by));
            for name in named {
                assert_eq!(called(name).name, name, "{} names {name}", table.name);
            }
        }
    }
}
