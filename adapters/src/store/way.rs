//! By which way a question is answered, the same for every store: no planner has to guess, and
//! none needs statistics.
//!
//! An index that holds what a question is narrowed by and then what it is ordered by is walked
//! from where the page begins to where it is full. Where several values are asked for, or the
//! index holds a column of few known values of which nothing is asked, there is one walk for each
//! combination, and the walks are merged. What no index holds together is found and sorted where
//! it is few; else it is looked for along the order among what is narrowest.

use callout_core::port::index::{Cell, Cond, Link, Place, Select, Table};
use std::cmp::Reverse;
use uuid::Uuid;

/// As many rows are few: to find and sort them costs a millisecond or two.
pub(super) const FEW: u32 = 500;

/// After so many rows of each walk it is seen which is the narrower one.
pub(super) const SOME: u32 = 100;

/// As many walks are merged at most.
const MAX_WALKS: usize = 64;

/// Walks along one index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Walk {
    /// Whose index: the question's own table, or a linked one that repeats what is needed of it.
    pub(super) table: &'static Table,
    /// Which of the question's conditions leads to the linked one.
    pub(super) through: Option<usize>,
    /// The index's columns.
    pub(super) index: &'static [&'static str],
    /// What the first of them are, for each walk.
    pub(super) walks: Vec<Vec<Cell>>,
    /// By which column a walk comes ordered; what is asked of it bounds the walk.
    pub(super) column: &'static str,
    /// The conditions that hold for all that is passed.
    pub(super) met: Vec<usize>,
    rank: (usize, usize, Reverse<usize>),
}

/// Rows that may be few.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Few {
    /// Along an index of the question's table, in another order.
    Along(Walk),
    /// Those whom rows of a linked table name: which condition says so.
    Linked(usize),
}

/// How the rows of a question are found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Way {
    /// In order.
    Walk(Walk),
    /// All of them, to be sorted.
    Few(Few),
    /// Those of one owner, by the key; or no index is declared that helps.
    Plain,
}

/// What may be done, to be chosen by counting: the first of `few` that is few, else the narrowest
/// of `walks`.
#[derive(Debug)]
pub(super) struct Ways {
    few: Vec<Way>,
    walks: Vec<Walk>,
}

impl Ways {
    /// Nothing where no row can meet the conditions.
    pub(super) fn of(select: &Select) -> Option<Ways> {
        if select.conds.iter().any(no_value) {
            return None;
        }
        let plain = Ways { few: Vec::new(), walks: Vec::new() };
        if select.conds.iter().any(|cond| matches!(cond, Cond::Owner(_))) {
            return Some(plain);
        }
        let column = select.order.column;
        let own = select.table.indexes.iter();
        let own = own.filter_map(|index| Walk::along(select, select.table, None, index, column));
        let mut best: Vec<Walk> = own.collect();
        best.extend(linked(select, column));
        // Equal ones come in order of their owners only where nothing else follows in the index.
        best.retain(|walk| walk.index.last() == Some(&column));
        let walks = narrowest(best);
        let Some(walk) = walks.first() else { return Some(plain) };
        let left: Vec<usize> = (0..select.conds.len())
            .filter(|at| !walk.met.contains(at) && narrows(&select.conds[*at]))
            .collect();
        let mut few: Vec<Way> = fewer(select, &left).into_iter().map(Way::Few).collect();
        if !few.is_empty() && walk.rank.0 > 0 {
            few.insert(0, Way::Walk(walk.clone()));
        }
        Some(Ways { few, walks })
    }

    /// The way to go, and the question as it is asked along it: what all walks must meet begins
    /// where the last of them begins. `count` counts what a way passes, to a little more than few;
    /// `reach` tells where the order has come when a walk has passed so many rows of the page: who
    /// comes farther passes less.
    pub(super) fn choose<E>(
        mut self,
        select: &Select,
        mut count: impl FnMut(&Way) -> Result<u32, E>,
        mut reach: impl FnMut(&Select, &Walk, u32) -> Result<Option<Cell>, E>,
    ) -> Result<(Way, Select), E> {
        let mut select = select.clone();
        for way in self.few {
            if count(&way)? <= FEW {
                return Ok((way, select));
            }
        }
        if self.walks.len() < 2 {
            return Ok((self.walks.pop().map_or(Way::Plain, Way::Walk), select));
        }
        let descending = select.order.descending;
        let farther = |one: &Cell, other: &Cell| if descending { one < other } else { one > other };
        let mut begins: Option<Cell> = None;
        for walk in &self.walks {
            let Some(first) = reach(&select, walk, 0)? else {
                return Ok((Way::Walk(walk.clone()), select));
            };
            if begins.as_ref().is_none_or(|known| farther(&first, known)) {
                begins = Some(first);
            }
        }
        begins.into_iter().for_each(|cell| begin(&mut select, &mut self.walks, cell));
        let mut best: Option<(Cell, Walk)> = None;
        for walk in self.walks {
            let Some(reached) = reach(&select, &walk, SOME)? else {
                return Ok((Way::Walk(walk), select));
            };
            if best.as_ref().is_none_or(|(known, _)| farther(&reached, known)) {
                best = Some((reached, walk));
            }
        }
        Ok((best.map_or(Way::Plain, |(_, walk)| Way::Walk(walk)), select))
    }
}

/// Has walks begin with a value of the order. Missing ones are passed first, or last.
fn begin(select: &mut Select, walks: &mut [Walk], cell: Cell) {
    if select.after.as_ref().is_some_and(|after| after.cell == cell) {
        return;
    }
    if select.order.descending {
        select.after = Some(Place { cell, owner: Uuid::max(), n: u32::MAX });
    } else if cell != Cell::Null {
        // No place stands before the first of all owners.
        walks.iter_mut().for_each(|walk| walk.met.push(select.conds.len()));
        select.conds.push(Cond::AtLeast(select.order.column, cell));
    }
}

fn no_value(cond: &Cond) -> bool {
    match cond {
        Cond::In(_, cells) => cells.iter().all(|cell| *cell == Cell::Null),
        Cond::Any(conds) => conds.is_empty(),
        _ => false,
    }
}

/// The best of those that meet the same, where nothing narrows more.
fn narrowest(mut walks: Vec<Walk>) -> Vec<Walk> {
    walks.sort_by_key(|walk| Reverse(walk.rank));
    let most = walks.first().map_or(0, |walk| walk.rank.0);
    let mut best: Vec<Walk> = Vec::new();
    for walk in walks {
        let narrow = walk.rank.0 == most && (most > 0 || best.is_empty());
        if narrow && best.iter().all(|known| known.met != walk.met) {
            best.push(walk);
        }
    }
    best
}

/// Rooms declare first what they would rather have walked.
fn first_best(walks: Vec<Walk>) -> Option<Walk> {
    walks.into_iter().rev().max_by_key(|walk| walk.rank)
}

/// Whether a condition may leave few rows of many.
fn narrows(cond: &Cond) -> bool {
    match cond {
        Cond::In(..) | Cond::Below(..) | Cond::AtLeast(..) => true,
        Cond::Has(_, _, conds) => !conds.is_empty() && conds.iter().all(narrows),
        _ => false,
    }
}

/// Walks along indexes of linked tables that repeat the order.
fn linked(select: &Select, column: &'static str) -> Vec<Walk> {
    let mut walks = Vec::new();
    for (at, cond) in select.conds.iter().enumerate() {
        if let Cond::Has(table, Link::SameOwner, _) = cond
            && table.repeats.of == select.table.name
            && table.repeats.columns.contains(&column)
        {
            let along = |index: &&'static [&'static str]| {
                Walk::along(select, table, Some(at), index, column)
            };
            walks.extend(table.indexes.iter().filter_map(along));
        }
    }
    walks
}

/// Other ways that meet one of the conditions that are left.
fn fewer(select: &Select, left: &[usize]) -> Vec<Few> {
    let mut ways = Vec::new();
    let mut along = Vec::new();
    for index in select.table.indexes {
        for column in *index {
            let walk = Walk::along(select, select.table, None, index, column);
            along.extend(walk.filter(|walk| walk.met.iter().any(|met| left.contains(met))));
        }
    }
    ways.extend(first_best(along).map(Few::Along));
    for at in left {
        let found = match &select.conds[*at] {
            Cond::Has(table, link, conds) => {
                prefix(table, conds).is_some() && reached(select.table, *link)
            }
            _ => false,
        };
        ways.extend(found.then_some(Few::Linked(*at)));
    }
    ways
}

/// Whether the rows that linked ones lead to are found by a key.
fn reached(table: &Table, link: Link) -> bool {
    match link {
        Link::SameOwner => true,
        Link::NamedBy(column) => led_by(table, column).is_some(),
        Link::Names(_) => false,
    }
}

/// An index that a column leads.
pub(super) fn led_by(table: &Table, column: &str) -> Option<&'static [&'static str]> {
    table.indexes.iter().find(|index| index.first() == Some(&column)).copied()
}

/// The index in whose first columns most of the conditions are met; a range is met by the last.
pub(super) fn prefix(table: &Table, conds: &[Cond]) -> Option<&'static [&'static str]> {
    let met = |index: &&&[&str]| {
        let listed = index.iter().take_while(|column| listed(conds.iter(), column).is_some());
        let listed = listed.count();
        listed + usize::from(index.get(listed).is_some_and(|column| bounded(conds, column)))
    };
    table.indexes.iter().filter(|index| met(index) > 0).max_by_key(met).copied()
}

fn bounded(conds: &[Cond], column: &str) -> bool {
    let bounds = |cond: &Cond| match cond {
        Cond::Below(known, _) | Cond::AtLeast(known, _) => *known == column,
        _ => false,
    };
    conds.iter().any(bounds)
}

/// The values that one of the conditions lists for a column, each once, with where it stands.
fn listed<'c>(conds: impl Iterator<Item = &'c Cond>, column: &str) -> Option<(usize, Vec<Cell>)> {
    for (at, cond) in conds.enumerate() {
        if let Cond::In(known, cells) = cond
            && *known == column
        {
            let mut cells: Vec<Cell> =
                cells.iter().filter(|cell| **cell != Cell::Null).cloned().collect();
            cells.sort();
            cells.dedup();
            return Some((at, cells));
        }
    }
    None
}

impl Walk {
    /// Whether a condition of the linked rows is that they are what the walks list.
    #[cfg(feature = "sqlite")]
    pub(super) fn lists(&self, inner: &[Cond], at: usize) -> bool {
        let lead = self.walks.first().map_or(0, Vec::len);
        let Some(Cond::In(column, _)) = inner.get(at) else { return false };
        let first = |cond: &Cond| matches!(cond, Cond::In(known, _) if known == column);
        self.index.iter().take(lead).any(|known| known == column)
            && inner.iter().position(first) == Some(at)
    }

    /// Walks along an index in order of one of its columns, where all columns before are given or
    /// have few known values.
    fn along(
        select: &Select,
        table: &'static Table,
        through: Option<usize>,
        index: &'static [&'static str],
        column: &'static str,
    ) -> Option<Walk> {
        let lead = index.iter().position(|known| *known == column)?;
        let first = table.columns.first().map(|column| column.name);
        if through.is_some() && (lead == 0 || index.first().copied() != first) {
            return None;
        }
        let inner = match through.and_then(|at| select.conds.get(at)) {
            Some(Cond::Has(_, _, conds)) => &conds[..],
            _ => &[],
        };
        let (mut walks, mut met) = (vec![Vec::new()], Vec::new());
        let (mut narrow, mut asked) = (0, 0);
        for (nth, column) in index[..lead].iter().enumerate() {
            let repeated = through.is_none() || table.repeats.columns.contains(column);
            let outer = repeated.then(|| listed(select.conds.iter(), column)).flatten();
            let declared = table.column(column)?;
            let (values, known) = match (listed(inner.iter(), column), outer) {
                // An owner with two of these would come twice.
                (Some((_, values)), _) if nth > 0 || values.len() == 1 || table.apart => {
                    (values, true)
                }
                (None, Some((at, values))) => {
                    met.push(at);
                    (values, true)
                }
                _ => (declared.values()?, false),
            };
            match declared.values() {
                None => narrow += 1,
                Some(_) if known => asked += 1,
                Some(_) => {}
            }
            walks = cross(&walks, &values);
            if walks.is_empty() || walks.len() > MAX_WALKS {
                return None;
            }
        }
        for (at, cond) in select.conds.iter().enumerate() {
            match cond {
                Cond::In(known, _) | Cond::Below(known, _) | Cond::AtLeast(known, _)
                    if *known == column =>
                {
                    met.push(at);
                    narrow += 1;
                }
                _ => {}
            }
        }
        met.extend(through);
        let rank = (narrow, asked, Reverse(walks.len()));
        Some(Walk { table, through, index, walks, column, met, rank })
    }
}

fn cross(walks: &[Vec<Cell>], values: &[Cell]) -> Vec<Vec<Cell>> {
    let longer = |walk: &Vec<Cell>, value: &Cell| {
        let mut walk = walk.clone();
        walk.push(value.clone());
        walk
    };
    walks.iter().flat_map(|walk| values.iter().map(move |value| longer(walk, value))).collect()
}
