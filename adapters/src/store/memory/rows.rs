//! Index rows in memory: by owner, and along each declared index.

use super::map::Map;
use crate::store::way::{self, FEW, Few, Walk, Way, Ways};
use callout_core::port::index::{Cell, Cond, Entry, Found, Link, Place, Select, Table};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::ops::Bound::{Excluded, Included};
use std::sync::Arc;
use uuid::Uuid;

pub(super) type Key = (&'static str, Uuid, Uuid, u32);
/// Table, which of its indexes, company, the index's cells, owner, n.
pub(super) type Placed = (&'static str, usize, Uuid, Arc<[Cell]>, Uuid, u32);

/// All rows of all tables.
#[derive(Clone, Default)]
pub(super) struct Rows {
    pub(super) rows: Map<Key, Arc<Entry>>,
    pub(super) indexes: Map<Placed, ()>,
}

pub(super) fn cell<'a>(entry: &'a Entry, column: &str) -> &'a Cell {
    let position = entry.table.position(column);
    position.and_then(|position| entry.cells.get(position)).unwrap_or(&Cell::Null)
}

fn placed(company: Uuid, owner: Uuid, entry: &Entry) -> impl Iterator<Item = Placed> + use<'_> {
    let table = entry.table;
    table.indexes.iter().enumerate().map(move |(nth, index)| {
        let cells = index.iter().map(|column| cell(entry, column).clone()).collect();
        (table.name, nth, company, cells, owner, entry.n)
    })
}

/// After every cell.
pub(super) const LAST: Cell = Cell::Id(Uuid::max());

fn rank(place: &Place) -> (&Cell, Uuid, u32) {
    (&place.cell, place.owner, place.n)
}

impl Rows {
    pub(super) fn put(&mut self, company: Uuid, owner: Uuid, entry: &Entry) {
        let key = (entry.table.name, company, owner, entry.n);
        let old = self.rows.get(&key).cloned();
        self.rows.insert(key, Arc::new(entry.clone()));
        let gone = old.iter().flat_map(|old| placed(company, owner, old));
        for (gone, new) in
            gone.map(Some).chain(std::iter::repeat(None)).zip(placed(company, owner, entry))
        {
            if gone.as_ref() == Some(&new) {
                continue;
            }
            if let Some(gone) = gone {
                self.indexes.remove(&gone);
            }
            self.indexes.insert(new, ());
        }
    }

    pub(super) fn drop(&mut self, company: Uuid, owner: Uuid, table: &Table, n: u32) {
        let name = table.name;
        if let Some(old) = self.rows.remove(&(name, company, owner, n)) {
            for gone in placed(company, owner, &old) {
                self.indexes.remove(&gone);
            }
        }
    }

    /// Who has rows in a table.
    pub(super) fn owners(&self, table: &Table, company: Uuid) -> impl Iterator<Item = Uuid> + '_ {
        self.of_company(table, company).map(|(owner, _)| owner)
    }

    pub(super) fn select(&self, select: &Select) -> Vec<Found> {
        let Some(ways) = Ways::of(select) else { return Vec::new() };
        let count = |way: &Way| -> Result<u32, Infallible> {
            Ok(self.sorted(select, way).take(FEW as usize + 1).count() as u32)
        };
        let reach = |select: &Select, walk: &Walk, rows: u32| Ok(self.reached(select, walk, rows));
        let Ok((way, select)) = ways.choose(select, count, reach);
        let select = &select;
        match &way {
            Way::Walk(walk) => self.walk(select, walk),
            way => {
                let mut found: Vec<Found> = self
                    .sorted(select, way)
                    .filter(|(owner, entry)| self.all(select.company, *owner, entry, &select.conds))
                    .map(|(owner, entry)| show(select, owner, entry))
                    .filter(|found| past(select, &found.place))
                    .collect();
                found.sort_by(|a, b| in_order(select, &a.place, &b.place));
                found.dedup_by(|a, b| a.place == b.place);
                found.truncate(select.limit as usize);
                found
            }
        }
    }

    /// What a way passes, in no order of the question.
    fn sorted<'a>(
        &'a self,
        select: &'a Select,
        way: &'a Way,
    ) -> Box<dyn Iterator<Item = (Uuid, &'a Entry)> + 'a> {
        let company = select.company;
        match way {
            Way::Walk(walk) | Way::Few(Few::Along(walk)) => {
                let along = move |cells: &'a Vec<Cell>| self.along(select, walk, cells);
                Box::new(walk.walks.iter().flat_map(along))
            }
            Way::Few(Few::Linked(at)) => self.linked(select, *at),
            Way::Plain => {
                let owner = select.conds.iter().find_map(|cond| match cond {
                    Cond::Owner(owner) => Some(*owner),
                    _ => None,
                });
                match owner {
                    Some(owner) => Box::new(self.of_owner(select.table, company, owner)),
                    None => Box::new(self.of_company(select.table, company)),
                }
            }
        }
    }

    fn linked<'a>(
        &'a self,
        select: &'a Select,
        at: usize,
    ) -> Box<dyn Iterator<Item = (Uuid, &'a Entry)> + 'a> {
        let Some(Cond::Has(table, link, conds)) = select.conds.get(at) else {
            return Box::new(std::iter::empty());
        };
        let company = select.company;
        let rows: Box<dyn Iterator<Item = (Uuid, &Entry)>> = match way::prefix(table, conds) {
            Some(index) => self.begun(table, index, company, conds),
            None => Box::new(self.of_company(table, company)),
        };
        let link = *link;
        // More are not few, and are found another way.
        let most = if link == Link::SameOwner { FEW as usize + 1 } else { usize::MAX };
        let mut owners = BTreeSet::new();
        for (owner, row) in rows {
            if owners.len() < most && self.all(company, owner, row, conds) {
                owners.insert(owner);
            } else if owners.len() >= most {
                break;
            }
        }
        Box::new(owners.into_iter().flat_map(move |owner| {
            let found: Box<dyn Iterator<Item = (Uuid, &Entry)>> = match link {
                Link::NamedBy(column) => match way::led_by(select.table, column) {
                    Some(index) => {
                        Box::new(self.led(select.table, index, company, &[Cell::Id(owner)]))
                    }
                    None => Box::new(std::iter::empty()),
                },
                _ => Box::new(self.of_owner(select.table, company, owner)),
            };
            found
        }))
    }

    /// Rows along an index whose first column the conditions list or bound.
    fn begun<'a>(
        &'a self,
        table: &'static Table,
        index: &'static [&'static str],
        company: Uuid,
        conds: &'a [Cond],
    ) -> Box<dyn Iterator<Item = (Uuid, &'a Entry)> + 'a> {
        let first = index.first().copied().unwrap_or_default();
        let (mut least, mut below) = (Vec::new(), vec![LAST; index.len() + 1]);
        for cond in conds {
            match cond {
                Cond::In(column, cells) if *column == first => {
                    let led =
                        move |cell| self.led(table, index, company, std::slice::from_ref(cell));
                    return Box::new(cells.iter().flat_map(led));
                }
                Cond::AtLeast(column, cell) if *column == first => least = vec![cell.clone()],
                Cond::Below(column, cell) if *column == first => below = vec![cell.clone()],
                _ => {}
            }
        }
        let name = table.name;
        let nth = table.indexes.iter().position(|known| *known == index).unwrap_or(usize::MAX);
        let low = Included((name, nth, company, least.into(), Uuid::nil(), 0));
        let high = Excluded((name, nth, company, below.into(), Uuid::nil(), 0));
        Box::new(self.indexes.range(low, high).filter_map(move |((.., owner, n), ())| {
            let entry = self.rows.get(&(name, company, *owner, *n))?;
            Some((*owner, &**entry))
        }))
    }

    /// Rows whose index begins with these cells.
    fn led<'a>(
        &'a self,
        table: &'static Table,
        index: &'static [&'static str],
        company: Uuid,
        cells: &[Cell],
    ) -> impl Iterator<Item = (Uuid, &'a Entry)> + use<'a> {
        let name = table.name;
        let nth = table.indexes.iter().position(|known| *known == index).unwrap_or(usize::MAX);
        let end = vec![LAST; index.len() + 1];
        let upper: Arc<[Cell]> = cells.iter().chain(&end).cloned().collect();
        let low = Included((name, nth, company, cells.into(), Uuid::nil(), 0));
        let high = Included((name, nth, company, upper, Uuid::max(), u32::MAX));
        self.indexes.range(low, high).filter_map(move |((.., owner, n), ())| {
            let entry = self.rows.get(&(name, company, *owner, *n))?;
            Some((*owner, &**entry))
        })
    }

    fn of_owner(
        &self,
        table: &Table,
        company: Uuid,
        owner: Uuid,
    ) -> impl Iterator<Item = (Uuid, &Entry)> + use<'_> {
        let key = |n| Included((table.name, company, owner, n));
        let rows = self.rows.range(key(0), key(u32::MAX));
        rows.map(|((_, _, owner, _), entry)| (*owner, &**entry))
    }

    fn of_company(
        &self,
        table: &Table,
        company: Uuid,
    ) -> impl Iterator<Item = (Uuid, &Entry)> + use<'_> {
        let key = |owner, n| Included((table.name, company, owner, n));
        let rows = self.rows.range(key(Uuid::nil(), 0), key(Uuid::max(), u32::MAX));
        rows.map(|((_, _, owner, _), entry)| (*owner, &**entry))
    }

    pub(super) fn all(&self, company: Uuid, owner: Uuid, entry: &Entry, conds: &[Cond]) -> bool {
        conds.iter().all(|cond| self.meets(company, owner, entry, cond))
    }

    fn meets(&self, company: Uuid, owner: Uuid, entry: &Entry, cond: &Cond) -> bool {
        let comparable = |cell: &Cell, limit: &Cell| *cell != Cell::Null && *limit != Cell::Null;
        match cond {
            Cond::In(column, cells) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && cells.contains(cell)
            }
            Cond::Below(column, limit) => {
                let cell = cell(entry, column);
                comparable(cell, limit) && cell < limit
            }
            Cond::AtLeast(column, limit) => {
                let cell = cell(entry, column);
                comparable(cell, limit) && cell >= limit
            }
            Cond::Owner(id) => owner == *id,
            Cond::Not(cond) => !self.meets(company, owner, entry, cond),
            Cond::Any(conds) => conds.iter().any(|c| self.meets(company, owner, entry, c)),
            Cond::Has(table, link, conds) => {
                let has = |(owner, linked): (Uuid, &Entry)| self.all(company, owner, linked, conds);
                match link {
                    Link::SameOwner => self.of_owner(table, company, owner).any(has),
                    Link::NamedBy(column) => match cell(entry, column) {
                        Cell::Id(other) => self.of_owner(table, company, *other).any(has),
                        _ => false,
                    },
                    Link::Names(column) => match way::led_by(table, column) {
                        Some(index) => self.led(table, index, company, &[Cell::Id(owner)]).any(has),
                        None => self
                            .of_company(table, company)
                            .filter(|(_, linked)| *cell(linked, column) == Cell::Id(owner))
                            .any(has),
                    },
                }
            }
        }
    }
}

pub(super) fn show(select: &Select, owner: Uuid, entry: &Entry) -> Found {
    Found {
        place: Place { cell: cell(entry, select.order.column).clone(), owner, n: entry.n },
        cells: entry.cells.clone(),
        row: entry.row.clone(),
    }
}

pub(super) fn in_order(select: &Select, a: &Place, b: &Place) -> Ordering {
    let order = rank(a).cmp(&rank(b));
    if select.order.descending { order.reverse() } else { order }
}

pub(super) fn past(select: &Select, place: &Place) -> bool {
    match &select.after {
        Some(after) => in_order(select, after, place) == Ordering::Less,
        None => true,
    }
}
