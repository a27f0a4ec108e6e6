//! Rows of another aggregate that those who belong to it have again ([`Shared`]): no order of rows
//! holds together what two aggregates say.

use crate::engine::rows::{all, called};
use crate::error::Error;
use crate::port::index::{Cell, Cond, Entry, Order, Select, Shared, Table, Whose, is};
use crate::port::store::{Stream, Tx};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The tables of shared rows that follow from an own row that is new or other.
pub(in crate::engine) fn changed(old: &[Entry], new: &[Entry]) -> Vec<&'static Table> {
    let other = |of: &'static str| !own(old, of).eq(own(new, of));
    let shared = all().iter().copied().filter(|table| table.shared.is_some());
    shared.filter(|table| other(table.repeats.of)).collect()
}

fn own<'e>(entries: &'e [Entry], of: &'static str) -> impl Iterator<Item = &'e Entry> {
    entries.iter().filter(move |entry| entry.table.name == of)
}

/// The rows that an aggregate with these entries has in a table of shared ones.
pub(in crate::engine) fn rows(
    tx: &mut dyn Tx,
    stream: &Stream,
    table: &'static Table,
    entries: &[Entry],
) -> Result<Vec<Entry>, Error> {
    let Some(shared) = table.shared else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for own in own(entries, table.repeats.of) {
        let which = table.repeats.which.map(|_| Cell::Int(own.n.into()));
        for first in firsts(tx, stream, shared, own)? {
            let cells = std::iter::once(first).chain(which.clone()).chain(own.repeated(table));
            all.push(Entry { table, n: all.len() as u32, cells: cells.collect(), row: Vec::new() });
        }
    }
    Ok(all)
}

/// What stands first in the rows that an owner has again.
fn firsts(
    tx: &mut dyn Tx,
    stream: &Stream,
    shared: Shared,
    own: &Entry,
) -> Result<Vec<Cell>, Error> {
    let named = match shared.whose {
        Whose::Own => stream.id,
        Whose::Named(column) => match own.table.position(column).and_then(|at| own.cells.get(at)) {
            Some(Cell::Id(named)) => *named,
            _ => return Ok(Vec::new()),
        },
        Whose::Naming(column) => return naming(tx, stream, called(shared.by), column),
    };
    let rows = tx.select(&Select::of_owner(called(shared.by), stream.company, named))?;
    Ok(rows.into_iter().flat_map(|row| row.cells.into_iter().take(1)).collect())
}

/// Each of them once, by one step along the index for each: a customer may have ten thousand
/// activities, and a company has some tens of technicians.
fn naming(
    tx: &mut dyn Tx,
    stream: &Stream,
    by: &'static Table,
    column: &'static str,
) -> Result<Vec<Cell>, Error> {
    let mut firsts: Vec<Cell> = Vec::new();
    loop {
        let past = firsts.last().map(|last| Cond::AtLeast(first_of(by), after(last)));
        let Some(first) = first_naming(tx, stream, by, column, past)? else { return Ok(firsts) };
        // The last id of all has none after it.
        if firsts.last() >= Some(&first) {
            return Ok(firsts);
        }
        firsts.push(first);
    }
}

fn first_naming(
    tx: &mut dyn Tx,
    stream: &Stream,
    by: &'static Table,
    column: &'static str,
    which: Option<Cond>,
) -> Result<Option<Cell>, Error> {
    let (company, order) = (stream.company, Order { column: first_of(by), descending: false });
    let conds = std::iter::once(is(column, Cell::Id(stream.id))).chain(which).collect();
    let found = tx.select(&Select { table: by, company, conds, order, after: None, limit: 1 })?;
    Ok(found.into_iter().find_map(|row| row.cells.into_iter().next()))
}

fn first_of(table: &Table) -> &'static str {
    table.columns.first().map_or("owner", |column| column.name)
}

/// The least value above an id.
fn after(cell: &Cell) -> Cell {
    match cell {
        Cell::Id(id) => Cell::Id(Uuid::from_u128(id.as_u128().saturating_add(1))),
        other => other.clone(),
    }
}

/// Writes those that are new or other, and deletes those that are gone.
pub(in crate::engine) fn share(
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

/// Passes a row on that others have again, when its first cell, or whom it names, is news.
pub(in crate::engine) fn pass_on(
    tx: &mut dyn Tx,
    stream: &Stream,
    before: Option<&[Cell]>,
    after: Option<&[Cell]>,
    by: &Table,
) -> Result<(), Error> {
    let first = |cells: Option<&[Cell]>| cells.and_then(|cells| cells.first()).cloned();
    for table in all() {
        let Some(shared) = table.shared.filter(|shared| shared.by == by.name) else {
            continue;
        };
        match shared.whose {
            Whose::Naming(column) => {
                let said = |cells: Option<&[Cell]>| {
                    let named = by.position(column).and_then(|at| cells?.get(at)).cloned();
                    Some((named?, first(cells)?))
                };
                let (then, now) = (said(before), said(after));
                if then == now {
                    continue;
                }
                for (named, first) in [then, now].into_iter().flatten() {
                    let Cell::Id(id) = named else { continue };
                    settle(tx, &Stream { id, ..*stream }, table, column, first)?;
                }
            }
            _ if first(before) != first(after) => anew(tx, stream, table, shared)?,
            _ => {}
        }
    }
    Ok(())
}

/// Writes anew what an owner has again, where one first cell has come or gone for him.
fn settle(
    tx: &mut dyn Tx,
    owner: &Stream,
    table: &'static Table,
    column: &'static str,
    first: Cell,
) -> Result<(), Error> {
    let Some(shared) = table.shared else { return Ok(()) };
    let by = called(shared.by);
    let one = Cond::In(first_of(by), vec![first.clone()]);
    let so = first_naming(tx, owner, by, column, Some(one))?.is_some();
    let has = tx.select(&Select {
        table,
        company: owner.company,
        conds: vec![Cond::Owner(owner.id), Cond::In(first_of(table), vec![first])],
        order: Order { column: first_of(table), descending: false },
        after: None,
        limit: 1,
    })?;
    if so == has.is_empty() { anew(tx, owner, table, shared) } else { Ok(()) }
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
        conds: vec![match shared.whose {
            Whose::Own | Whose::Naming(_) => Cond::Owner(stream.id),
            Whose::Named(column) => is(column, Cell::Id(stream.id)),
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
