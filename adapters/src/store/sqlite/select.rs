//! Questions in SQL.

use callout_core::port::index::{Cell, Cond, Link, Place, Select, Table};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use std::fmt::Write;

/// A question as SQL with its values in order.
pub(super) struct Sql {
    pub(super) text: String,
    pub(super) values: Vec<Bound>,
}

/// A value to bind.
pub(super) struct Bound(Value);

impl ToSql for Bound {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::from(&self.0)))
    }
}

pub(super) fn bound(cell: &Cell) -> Bound {
    Bound(match cell {
        Cell::Null => Value::Null,
        Cell::Int(value) => Value::Integer(*value),
        Cell::Text(value) => Value::Text(value.clone()),
        Cell::Id(value) => Value::Blob(value.as_bytes().to_vec()),
    })
}

/// A stretch of the order that one statement reads by one walk along an index. Missing values
/// stand before all others, and no comparison finds them.
#[derive(Clone, Copy)]
pub(super) enum Stretch {
    /// From the beginning.
    Whole,
    /// After the place, as values go.
    Past,
    /// Missing values after the place.
    MissingPast,
    /// Missing values.
    Missing,
    /// All that is not missing.
    Present,
}

impl Stretch {
    /// What follows the place, one after the other.
    pub(super) fn of(select: &Select) -> &'static [Stretch] {
        match (&select.after, select.order.descending) {
            (None, _) => &[Stretch::Whole],
            (Some(Place { cell: Cell::Null, .. }), true) => &[Stretch::MissingPast],
            (Some(Place { cell: Cell::Null, .. }), false) => {
                &[Stretch::MissingPast, Stretch::Present]
            }
            (Some(_), true) => &[Stretch::Past, Stretch::Missing],
            (Some(_), false) => &[Stretch::Past],
        }
    }
}

/// A condition that few owners may meet: rows of a linked table that name somebody. Walking the
/// order until a page is full of what a technician has would pass over all that others have.
fn narrowing(select: &Select) -> Option<(usize, &'static Table, &[Cond])> {
    select.conds.iter().enumerate().find_map(|(at, cond)| match cond {
        Cond::Has(table, Link::SameOwner, conds)
            if !conds.is_empty() && conds.iter().all(|cond| matches!(cond, Cond::In(..))) =>
        {
            Some((at, *table, &conds[..]))
        }
        _ => None,
    })
}

/// Longer lists are bound as JSON: a statement takes 32,766 values, and each length of a list is
/// a statement of its own to prepare.
const MOST_LISTED: usize = 100;

/// As many linked rows are few: to find and sort their owners costs less than to walk.
pub(super) const FEW: u32 = 1_000;

/// The few rows of one owner are found by their key and sorted. SQLite would rather walk all rows
/// of the company in the order's index; a sign before the column keeps it from that.
fn plain(select: &Select, few: bool) -> &'static str {
    let owned = few || select.conds.iter().any(|cond| matches!(cond, Cond::Owner(_)));
    if owned { "+" } else { "" }
}

impl Sql {
    /// `SELECT owner, n, cells…, row`.
    /// `few`: those who meet the narrowing condition are found first, then their rows.
    pub(super) fn of(select: &Select, stretch: Stretch, limit: u32, few: bool) -> Sql {
        let mut sql = Sql { text: String::with_capacity(256), values: Vec::new() };
        let narrowing = narrowing(select).filter(|_| few);
        sql.text.push_str("SELECT t0.owner, t0.n");
        for column in select.table.columns {
            let _ = write!(sql.text, ", t0.{}", column.name);
        }
        sql.text.push_str(", t0.\"row\" FROM ");
        if let Some((_, table, conds)) = narrowing {
            sql.text.push_str("(SELECT DISTINCT t1.owner FROM ");
            sql.linked(select, table, conds);
            sql.text.push_str(") few CROSS JOIN ");
        }
        let _ = write!(sql.text, "callout_{} t0", select.table.name);
        sql.text.push_str(" WHERE t0.company = ");
        sql.value(&Cell::Id(select.company));
        for (at, cond) in select.conds.iter().enumerate() {
            match narrowing {
                Some((narrows, ..)) if narrows == at => {
                    sql.text.push_str(" AND t0.owner = few.owner");
                }
                _ => {
                    sql.text.push_str(" AND ");
                    sql.cond(0, cond);
                }
            }
        }
        let column = select.order.column;
        let way = if select.order.descending { " DESC" } else { "" };
        let plain = plain(select, few);
        sql.stretch(select, stretch, few);
        let _ = write!(
            sql.text,
            " ORDER BY {plain}t0.{column}{way}, t0.owner{way}, t0.n{way} LIMIT {limit}",
        );
        sql
    }

    fn stretch(&mut self, select: &Select, stretch: Stretch, few: bool) {
        let column = select.order.column;
        let past = if select.order.descending { "<" } else { ">" };
        let plain = plain(select, few);
        let _ = match (stretch, &select.after) {
            (Stretch::Past, Some(place)) => {
                let _ = write!(self.text, " AND ({plain}t0.{column}, t0.owner, t0.n) {past} (");
                self.list(&[place.cell.clone(), Cell::Id(place.owner), Cell::Int(place.n.into())]);
                write!(self.text, ")")
            }
            (Stretch::MissingPast, Some(place)) => {
                let _ = write!(self.text, " AND t0.{column} IS NULL AND (t0.owner, t0.n) {past} (");
                self.list(&[Cell::Id(place.owner), Cell::Int(place.n.into())]);
                write!(self.text, ")")
            }
            (Stretch::Missing, _) => write!(self.text, " AND t0.{column} IS NULL"),
            (Stretch::Present, _) => write!(self.text, " AND t0.{column} IS NOT NULL"),
            _ => Ok(()),
        };
    }

    /// How many linked rows meet the narrowing condition, counted to a little more than few.
    pub(super) fn counting(select: &Select) -> Option<Sql> {
        let (_, table, conds) = narrowing(select)?;
        let mut sql = Sql { text: String::with_capacity(128), values: Vec::new() };
        sql.text.push_str("SELECT count(*) FROM (SELECT 1 FROM ");
        sql.linked(select, table, conds);
        let _ = write!(sql.text, " LIMIT {})", FEW + 1);
        Some(sql)
    }

    fn linked(&mut self, select: &Select, table: &Table, conds: &[Cond]) {
        let _ = write!(self.text, "callout_{} t1 WHERE t1.company = ", table.name);
        self.value(&Cell::Id(select.company));
        for cond in conds {
            self.text.push_str(" AND ");
            self.cond(1, cond);
        }
    }

    fn value(&mut self, cell: &Cell) {
        self.values.push(bound(cell));
        let _ = write!(self.text, "?{}", self.values.len());
    }

    fn cond(&mut self, depth: usize, cond: &Cond) {
        match cond {
            Cond::In(_, cells) if cells.is_empty() => self.text.push('0'),
            Cond::In(column, cells) => {
                let _ = write!(self.text, "t{depth}.{column} IN (");
                if cells.len() > MOST_LISTED {
                    self.long_list(cells);
                } else {
                    self.list(cells);
                }
                self.text.push(')');
            }
            Cond::Below(column, cell) => self.compare(depth, column, "<", cell),
            Cond::AtLeast(column, cell) => self.compare(depth, column, ">=", cell),
            Cond::Holds(column, words) => {
                let _ = write!(self.text, "instr(t{depth}.{column}, ");
                self.value(&Cell::text(words));
                self.text.push_str(") > 0");
            }
            Cond::Owner(owner) => self.compare(depth, "owner", "=", &Cell::Id(*owner)),
            Cond::Not(cond) => {
                // A comparison with a missing value is unknown; its opposite is yes.
                self.text.push_str("NOT coalesce(");
                self.cond(depth, cond);
                self.text.push_str(", 0)");
            }
            Cond::Any(conds) => {
                self.text.push_str("(0");
                for cond in conds {
                    self.text.push_str(" OR ");
                    self.cond(depth, cond);
                }
                self.text.push(')');
            }
            Cond::Has(table, link, conds) => self.has(depth, table, *link, conds),
        }
    }

    fn compare(&mut self, depth: usize, column: &str, sign: &str, cell: &Cell) {
        let _ = write!(self.text, "t{depth}.{column} {sign} ");
        self.value(cell);
    }

    fn list(&mut self, cells: &[Cell]) {
        for (n, cell) in cells.iter().enumerate() {
            if n > 0 {
                self.text.push_str(", ");
            }
            self.value(cell);
        }
    }

    /// A list of any length in two values. JSON has no bytes, so that ids stand there in hex.
    fn long_list(&mut self, cells: &[Cell]) {
        let (mut plain, mut ids) = (Vec::new(), Vec::new());
        for cell in cells {
            match cell {
                // Nothing equals it.
                Cell::Null => {}
                Cell::Int(value) => plain.push(serde_json::Value::from(*value)),
                Cell::Text(value) => plain.push(serde_json::Value::from(value.as_str())),
                Cell::Id(value) => ids.push(value.simple().to_string()),
            }
        }
        self.text.push_str("SELECT value FROM json_each(");
        self.value(&Cell::text(serde_json::Value::from(plain).to_string()));
        self.text.push_str(") UNION ALL SELECT unhex(value) FROM json_each(");
        self.value(&Cell::text(serde_json::Value::from(ids).to_string()));
        self.text.push(')');
    }

    fn has(&mut self, depth: usize, table: &Table, link: Link, conds: &[Cond]) {
        let inner = depth + 1;
        let _ = write!(
            self.text,
            "EXISTS (SELECT 1 FROM callout_{} t{inner} WHERE t{inner}.company = t{depth}.company",
            table.name
        );
        let _ = match link {
            Link::SameOwner => write!(self.text, " AND t{inner}.owner = t{depth}.owner"),
            Link::Names(column) => write!(self.text, " AND t{inner}.{column} = t{depth}.owner"),
            Link::NamedBy(column) => write!(self.text, " AND t{inner}.owner = t{depth}.{column}"),
        };
        for cond in conds {
            self.text.push_str(" AND ");
            self.cond(inner, cond);
        }
        self.text.push(')');
    }
}
