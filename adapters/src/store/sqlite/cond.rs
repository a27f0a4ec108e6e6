//! Conditions in SQL.

use super::select::{Sql, bound, named};
use crate::store::way;
use callout_core::port::index::{Cell, Cond, Link, Table};
use std::fmt::Write;

/// Longer lists are bound as JSON: a statement takes 32,766 values, and each length of a list is
/// a statement of its own to prepare.
const MAX_LISTED: usize = 100;

impl Sql {
    pub(super) fn value(&mut self, cell: &Cell) {
        self.values.push(bound(cell));
        let _ = write!(self.text, "?{}", self.values.len());
    }

    /// A condition on a table; a sign before a column keeps SQLite from finding rows by it.
    pub(super) fn cond(&mut self, near: &str, sign: &str, cond: &Cond) {
        match cond {
            Cond::In(_, cells) if cells.is_empty() => self.text.push('0'),
            Cond::In(column, cells) => {
                let _ = write!(self.text, "{sign}{near}.{column} IN (");
                if cells.len() > MAX_LISTED {
                    self.long_list(cells);
                } else {
                    self.list(cells);
                }
                self.text.push(')');
            }
            Cond::Below(column, cell) => self.compare(near, sign, column, "<", cell),
            Cond::AtLeast(column, cell) => self.compare(near, sign, column, ">=", cell),
            Cond::Owner(owner) => self.compare(near, sign, "owner", "=", &Cell::Id(*owner)),
            Cond::Not(cond) => {
                // A comparison with a missing value is unknown; its opposite is yes.
                self.text.push_str("NOT coalesce(");
                self.cond(near, sign, cond);
                self.text.push_str(", 0)");
            }
            Cond::Any(conds) => {
                self.text.push_str("(0");
                for cond in conds {
                    self.text.push_str(" OR ");
                    self.cond(near, sign, cond);
                }
                self.text.push(')');
            }
            Cond::Has(table, link, conds) => self.has((near, sign), table, *link, conds),
        }
    }

    fn compare(&mut self, near: &str, sign: &str, column: &str, how: &str, cell: &Cell) {
        let _ = write!(self.text, "{sign}{near}.{column} {how} ");
        self.value(cell);
    }

    pub(super) fn list(&mut self, cells: &[Cell]) {
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

    /// One seek by the key or by the column that names the row; SQLite, which takes a company for
    /// ten rows, would search them all. An owner may have a thousand words: where the linked rows
    /// repeat the order, an index leads to the very one.
    fn has(&mut self, (near, sign): (&str, &str), table: &Table, link: Link, conds: &[Cond]) {
        self.depth += 1;
        let far = format!("h{}", self.depth);
        let _ = write!(self.text, "EXISTS (SELECT 1 FROM callout_{} {far}", table.name);
        if let Link::Names(column) = link
            && let Some(index) = way::led_by(table, column)
        {
            let _ = write!(self.text, " INDEXED BY {}", named(table, index));
        }
        let (asked, order) = self.asked;
        let beside = link == Link::SameOwner
            && table.repeats.of == asked
            && sign.is_empty()
            && near.starts_with('t');
        let very = very(table, conds, order).filter(|_| beside);
        if let Some(index) = very {
            let _ = write!(self.text, " INDEXED BY {}", named(table, index));
        }
        let _ = write!(self.text, " WHERE {far}.company = ?1");
        if very.is_some() {
            let _ = write!(self.text, " AND {far}.{order} IS {near}.{order}");
        }
        let _ = match link {
            Link::SameOwner => write!(self.text, " AND {far}.owner = {near}.owner"),
            Link::Names(column) => write!(self.text, " AND {far}.{column} = {near}.owner"),
            Link::NamedBy(column) => write!(self.text, " AND {far}.owner = {near}.{column}"),
        };
        for cond in conds {
            self.text.push_str(" AND ");
            self.cond(&far, if very.is_some() { "" } else { "+" }, cond);
        }
        self.text.push(')');
    }
}

/// The index of one value and then the order, where the rows repeat it: with the owner, it leads to
/// one row.
fn very(table: &Table, conds: &[Cond], order: &str) -> Option<&'static [&'static str]> {
    let repeated = table.repeats.columns.contains(&order);
    let one = |column: &str| {
        conds.iter().any(
            |cond| matches!(cond, Cond::In(known, cells) if *known == column && cells.len() == 1),
        )
    };
    let very =
        |index: &&&[&str]| matches!(***index, [first, second] if second == order && one(first));
    table.indexes.iter().filter(|_| repeated).find(very).copied()
}
