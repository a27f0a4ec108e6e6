//! Pages along the indexes in memory.

use super::rows::{LAST, Placed, Rows, cell, in_order, past, show};
use crate::store::way::Walk;
use callout_core::port::index::{Cell, Cond, Entry, Found, Select};
use std::ops::Bound::{self, Excluded, Included};
use uuid::Uuid;

impl Rows {
    /// Where the order has come when a walk has passed so many rows of the page.
    pub(super) fn reached(&self, select: &Select, walk: &Walk, rows: u32) -> Option<Cell> {
        let some = rows as usize;
        let first = |cells: &Vec<Cell>| self.along(select, walk, cells).take(some + 1);
        let mut cells: Vec<&Cell> = walk
            .walks
            .iter()
            .flat_map(first)
            .map(|(_, entry)| cell(entry, select.order.column))
            .collect();
        cells.sort();
        if select.order.descending {
            cells.reverse();
        }
        cells.get(some).copied().cloned()
    }

    /// A page along an index: the walks, merged.
    pub(super) fn walk(&self, select: &Select, walk: &Walk) -> Vec<Found> {
        let mut walks: Vec<_> = walk
            .walks
            .iter()
            .map(|cells| {
                let found = self.along(select, walk, cells);
                let meets = found.filter(|(owner, entry)| {
                    self.all(select.company, *owner, entry, &select.conds)
                });
                let shown = meets.map(|(owner, entry)| show(select, owner, entry));
                shown.filter(|found| past(select, &found.place)).peekable()
            })
            .collect();
        let mut found = Vec::new();
        while found.len() < select.limit as usize {
            let next = walks
                .iter_mut()
                .enumerate()
                .filter_map(|(nth, walk)| walk.peek().map(|found| (nth, found)))
                .min_by(|(_, a), (_, b)| in_order(select, &a.place, &b.place))
                .map(|(nth, _)| nth);
            match next.and_then(|nth| walks.get_mut(nth)).and_then(Iterator::next) {
                Some(next) => found.push(next),
                None => break,
            }
        }
        found
    }

    /// The question's rows along one walk, from where the page begins.
    pub(super) fn along<'a>(
        &'a self,
        select: &'a Select,
        walk: &'a Walk,
        cells: &[Cell],
    ) -> Box<dyn Iterator<Item = (Uuid, &'a Entry)> + 'a> {
        let company = select.company;
        let Some(nth) = walk.table.indexes.iter().position(|index| *index == walk.index) else {
            return Box::new(std::iter::empty());
        };
        let name = walk.table.name;
        let from = |more: &[Cell], owner, n| -> Placed {
            (name, nth, company, cells.iter().chain(more).cloned().collect(), owner, n)
        };
        let (low, high) = bounds(select, walk, from);
        let places = self.indexes.range(low, high);
        let rows = move |place: &Placed| {
            let (_, _, _, _, owner, n) = *place;
            let n = self.which(walk, company, (owner, n))?;
            let entry = self.rows.get(&(select.table.name, company, owner, n))?;
            Some((owner, &**entry))
        };
        if select.order.descending {
            Box::new(places.rev().filter_map(move |(place, ())| rows(place)))
        } else {
            Box::new(places.filter_map(move |(place, ())| rows(place)))
        }
    }

    /// Which row of the asked table a place along a walk stands for.
    fn which(&self, walk: &Walk, company: Uuid, (owner, n): (Uuid, u32)) -> Option<u32> {
        let Some(which) = walk.table.repeats.which else {
            return Some(if walk.through.is_some() { 0 } else { n });
        };
        let linked = self.rows.get(&(walk.table.name, company, owner, n))?;
        match cell(linked, which) {
            Cell::Int(n) => u32::try_from(*n).ok(),
            _ => None,
        }
    }
}

/// Where a walk begins and ends. A little more is passed where its places do not say which row of
/// an owner they stand for.
fn bounds(
    select: &Select,
    walk: &Walk,
    from: impl Fn(&[Cell], Uuid, u32) -> Placed,
) -> (Bound<Placed>, Bound<Placed>) {
    let mut low = from(&[], Uuid::nil(), 0);
    let end = vec![LAST; walk.index.len() + 1];
    let mut high = from(&end, Uuid::max(), u32::MAX);
    for cond in &select.conds {
        match cond {
            Cond::AtLeast(column, least) if *column == walk.column => {
                low = low.max(from(std::slice::from_ref(least), Uuid::nil(), 0));
            }
            Cond::Below(column, most) if *column == walk.column => {
                high = high.min(from(std::slice::from_ref(most), Uuid::nil(), 0));
            }
            _ => {}
        }
    }
    // Only the order that is asked for has a place to go on from.
    if let Some(after) = select.after.as_ref().filter(|_| walk.column == select.order.column) {
        let n = if walk.through.is_some() { 0 } else { after.n };
        let first = from(std::slice::from_ref(&after.cell), after.owner, n);
        if !select.order.descending {
            low = low.max(first);
        } else if walk.table.repeats.which.is_none() {
            high = high.min(first);
        } else {
            high = high.min(from(std::slice::from_ref(&after.cell), after.owner, u32::MAX));
        }
    }
    (Included(low), Excluded(high))
}
