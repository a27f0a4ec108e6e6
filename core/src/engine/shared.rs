//! Rows of another aggregate that those who belong to it have again ([`Shared`]): no order of rows
//! holds together what two aggregates say.

use super::rows::all;
use crate::error::Error;
use crate::port::index::{Cell, Cond, Entry, Order, Select, Shared, Table, is};
use crate::port::store::{Stream, Tx};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where the owner's own id names whose rows they are.
const OWNER: &str = "owner";

/// The tables of shared rows that follow from an own row that is new or other.
pub(super) fn changed(old: &[Entry], new: &[Entry]) -> Vec<&'static Table> {
    let other = |of: &'static str| !own(old, of).eq(own(new, of));
    let shared = all().iter().copied().filter(|table| table.shared.is_some());
    shared.filter(|table| other(table.repeats.of)).collect()
}

fn own<'e>(entries: &'e [Entry], of: &'static str) -> impl Iterator<Item = &'e Entry> {
    entries.iter().filter(move |entry| entry.table.name == of)
}

/// The rows that an aggregate with these entries has in a table of shared ones.
pub(super) fn rows(
    tx: &mut dyn Tx,
    stream: &Stream,
    table: &'static Table,
    entries: &[Entry],
) -> Result<Vec<Entry>, Error> {
    let Some(shared) = table.shared else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for own in own(entries, table.repeats.of) {
        let named = match own.table.position(shared.names).and_then(|at| own.cells.get(at)) {
            Some(Cell::Id(named)) => *named,
            None if shared.names == OWNER => stream.id,
            _ => continue,
        };
        let which = table.repeats.which.map(|_| Cell::Int(own.n.into()));
        for other in tx.select(&Select::of_owner(shared.by, stream.company, named))? {
            let first = other.cells.into_iter().take(1);
            let cells = first.chain(which.clone()).chain(own.repeated(table)).collect();
            all.push(Entry { table, n: all.len() as u32, cells, row: Vec::new() });
        }
    }
    Ok(all)
}

/// Writes those that are new or other, and deletes those that are gone.
pub(super) fn share(
    tx: &mut dyn Tx,
    stream: &Stream,
    table: &'static Table,
    entries: &[Entry],
) -> Result<(), Error> {
    let there = tx.select(&Select::of_owner(table, stream.company, stream.id))?;
    let should = rows(tx, stream, table, entries)?;
    let there: BTreeMap<u32, Vec<Cell>> =
        there.into_iter().map(|row| (row.place.n, row.cells)).collect();
    // They are numbered from nothing on.
    for (n, _) in there.range(should.len() as u32..) {
        tx.drop_entry(stream.company, stream.id, table, *n)?;
    }
    for row in should.iter().filter(|row| there.get(&row.n) != Some(&row.cells)) {
        tx.put_entry(stream.company, stream.id, row)?;
    }
    Ok(())
}

/// Passes a row on that others have again, when its first cell is news.
pub(super) fn pass_on(
    tx: &mut dyn Tx,
    stream: &Stream,
    before: Option<&[Cell]>,
    after: Option<&[Cell]>,
    by: &Table,
) -> Result<(), Error> {
    let first = |cells: Option<&[Cell]>| cells.and_then(|cells| cells.first()).cloned();
    if first(before) == first(after) {
        return Ok(());
    }
    for table in all() {
        if let Some(shared) = table.shared.filter(|shared| shared.by.name == by.name) {
            anew(tx, stream, table, shared)?;
        }
    }
    Ok(())
}

/// The shared rows of all who name an aggregate.
fn anew(
    tx: &mut dyn Tx,
    stream: &Stream,
    table: &'static Table,
    shared: Shared,
) -> Result<(), Error> {
    let of = all().iter().copied().find(|of| of.name == table.repeats.of);
    let (Some(of), Some(column)) = (of, table.repeats.columns.last()) else { return Ok(()) };
    let found = tx.select(&Select {
        table: of,
        company: stream.company,
        conds: vec![if shared.names == OWNER {
            Cond::Owner(stream.id)
        } else {
            is(shared.names, Cell::Id(stream.id))
        }],
        order: Order { column, descending: false },
        after: None,
        limit: u32::MAX >> 1,
    })?;
    let mut owned: BTreeMap<Uuid, Vec<Entry>> = BTreeMap::new();
    for found in found {
        let own = Entry { table: of, n: found.place.n, cells: found.cells, row: found.row };
        owned.entry(found.place.owner).or_default().push(own);
    }
    for (id, mut own) in owned {
        own.sort_by_key(|entry| entry.n);
        share(tx, &Stream { id, ..*stream }, table, &own)?;
    }
    Ok(())
}
