//! Questions in SQL.

use crate::store::way::{self, FEW, Few, Walk, Way};
use callout_core::port::index::{Cell, Cond, Link, Place, Select, Table};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use std::fmt::Write;

/// A question as SQL with its values in order.
pub(super) struct Sql {
    pub(super) text: String,
    pub(super) values: Vec<Bound>,
    /// How many linked tables were asked so far, for their names.
    pub(super) depth: usize,
    /// Which table is asked, and by what it is ordered.
    pub(super) asked: (&'static str, &'static str),
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

/// What an index of a table is called.
pub(super) fn named(table: &Table, index: &[&str]) -> String {
    format!("callout_{}_by_{}", table.name, index.join("_"))
}

impl Sql {
    fn new(select: &Select) -> Sql {
        let asked = (select.table.name, select.order.column);
        let mut sql = Sql { text: String::with_capacity(512), values: Vec::new(), depth: 0, asked };
        sql.values.push(bound(&Cell::Id(select.company)));
        sql
    }

    /// `SELECT owner, n, cells…, row`.
    pub(super) fn of(select: &Select, way: &Way, stretch: Stretch, limit: u32) -> Sql {
        let mut sql = Sql::new(select);
        let linked = match way {
            Way::Walk(walk) => walk.through.map(|_| walk.table.repeats.which),
            _ => None,
        };
        let order = select.order.column;
        let from = |column: &str| if linked.is_some() && column == order { "t1" } else { "t0" };
        let mut shown =
            format!("SELECT {}.owner, t0.n", if linked.is_some() { "t1" } else { "t0" });
        for column in select.table.columns {
            let _ = write!(shown, ", {}.{}", from(column.name), column.name);
        }
        shown.push_str(", t0.\"row\"");
        let way_of_order = if select.order.descending { " DESC" } else { "" };
        match way {
            Way::Walk(walk) | Way::Few(Few::Along(walk)) => {
                sql.walks(select, walk, &shown, "", Some(stretch));
            }
            Way::Few(Few::Linked(at)) => sql.few(select, *at, &shown, stretch),
            Way::Plain => sql.plain(select, &shown, stretch),
        }
        if matches!(way, Way::Plain) {
            // The few rows of one owner are found by their key and sorted. SQLite would rather
            // walk all rows of the company; a sign before the column keeps it from that.
            let _ = write!(sql.text, " ORDER BY +t0.{order}{way_of_order}");
        } else {
            let at = select.table.position(order).map_or(1, |at| at + 3);
            let _ = write!(sql.text, " ORDER BY {at}{way_of_order}");
        }
        let _ = write!(sql.text, ", 1{way_of_order}");
        // One row an owner, where a linked table repeats it.
        if linked != Some(None) {
            let _ = write!(sql.text, ", 2{way_of_order}");
        }
        let _ = write!(sql.text, " LIMIT {limit}");
        sql
    }

    /// How many rows a way passes, counted to a little more than few.
    pub(super) fn counting(select: &Select, way: &Way) -> Sql {
        let mut sql = Sql::new(select);
        sql.text.push_str("SELECT count(*) FROM (");
        match way {
            Way::Walk(walk) | Way::Few(Few::Along(walk)) => {
                sql.walks(select, walk, "SELECT 1", "", None);
            }
            Way::Few(Few::Linked(at)) => {
                // Those who are named; what they have is little each.
                if let Some(Cond::Has(table, _, conds)) = select.conds.get(*at) {
                    sql.text.push_str("SELECT 1 FROM ");
                    sql.linked(table, conds);
                    sql.text.push_str(" WHERE ");
                    sql.all(conds);
                }
            }
            Way::Plain => sql.text.push_str("SELECT 1"),
        }
        let _ = write!(sql.text, " LIMIT {})", FEW + 1);
        sql
    }

    /// How many rows meet a question, counted to its limit: in order, so that to count so far
    /// passes no more than a page as long.
    pub(super) fn all_of(select: &Select, way: &Way) -> Sql {
        let mut sql = Sql::of(select, way, Stretch::Whole, select.limit);
        sql.text = format!("SELECT count(*) FROM ({})", sql.text);
        sql
    }

    /// Where the order has come when a walk has passed so many rows of the page.
    pub(super) fn reaching(select: &Select, walk: &Walk, rows: u32) -> Sql {
        let mut sql = Sql::new(select);
        let near = if walk.through.is_some() { "t1" } else { "t0" };
        match (select.after.as_ref().map(|after| &after.cell), select.order.descending) {
            (None, _) | (Some(Cell::Null), false) => {}
            (Some(Cell::Null), true) => {
                let _ = write!(sql.text, " AND {near}.{} IS NULL", walk.column);
            }
            (Some(cell), descending) => {
                let past = if descending { "<=" } else { ">=" };
                let _ = write!(sql.text, " AND {near}.{} {past} ", walk.column);
                sql.value(cell);
            }
        }
        let from = std::mem::take(&mut sql.text);
        sql.walks(select, walk, &format!("SELECT {near}.{}", walk.column), &from, None);
        let way_of_order = if select.order.descending { " DESC" } else { "" };
        let _ = write!(sql.text, " ORDER BY 1{way_of_order} LIMIT 1 OFFSET {rows}");
        sql
    }

    /// One statement a walk, merged by SQLite as they come, from a place on. Without a stretch only
    /// what is passed.
    fn walks(
        &mut self,
        select: &Select,
        walk: &Walk,
        shown: &str,
        from: &str,
        stretch: Option<Stretch>,
    ) {
        let begun = std::mem::replace(&mut self.text, from.to_owned());
        let near = if walk.through.is_some() { "t1" } else { "t0" };
        let bounds = |cond: &Cond| match cond {
            Cond::In(column, _) | Cond::Below(column, _) | Cond::AtLeast(column, _) => {
                *column == walk.column
            }
            _ => false,
        };
        for (at, cond) in select.conds.iter().enumerate() {
            if bounds(cond) && walk.met.contains(&at) {
                self.text.push_str(" AND ");
                self.cond(near, "", cond);
            }
        }
        if let Some(Cond::Has(_, _, inner)) = walk.through.and_then(|at| select.conds.get(at)) {
            for (at, cond) in inner.iter().enumerate() {
                if !walk.lists(inner, at) {
                    self.text.push_str(" AND ");
                    self.cond(near, "+", cond);
                }
            }
        }
        if walk.through.is_some() && stretch.is_some() {
            self.text.push_str(" AND t0.company = ?1 AND t0.owner = t1.owner");
            if let Some(which) = walk.table.repeats.which {
                let _ = write!(self.text, " AND t0.n = t1.{which}");
            }
        }
        if let Some(stretch) = stretch {
            self.left(select, &walk.met, near);
            self.stretch(select, stretch, walk.through.map(|_| walk.table.repeats.which));
        }
        let rest = std::mem::replace(&mut self.text, begun);
        let index = named(walk.table, walk.index);
        for (nth, cells) in walk.walks.iter().enumerate() {
            let union = if nth > 0 { " UNION ALL " } else { "" };
            let name = walk.table.name;
            let _ =
                write!(self.text, "{union}{shown} FROM callout_{name} {near} INDEXED BY {index}");
            if walk.through.is_some() && stretch.is_some() {
                let _ = write!(self.text, " CROSS JOIN callout_{} t0", select.table.name);
            }
            let _ = write!(self.text, " WHERE {near}.company = ?1");
            for (column, cell) in walk.index.iter().zip(cells) {
                let _ = write!(self.text, " AND {near}.{column} = ");
                self.value(cell);
            }
            self.text.push_str(&rest);
        }
    }

    /// The few whom linked rows name, each once, then their rows.
    fn few(&mut self, select: &Select, at: usize, shown: &str, stretch: Stretch) {
        let Some(Cond::Has(table, link, conds)) = select.conds.get(at) else { return };
        let _ = write!(self.text, "{shown} FROM (SELECT DISTINCT t1.owner FROM ");
        self.linked(table, conds);
        self.text.push_str(" WHERE ");
        self.all(conds);
        self.text.push_str(") few");
        self.joined(select, *link);
        self.text.push_str(" WHERE ");
        self.reached(*link, "few");
        self.left(select, &[at], "t0");
        self.stretch(select, stretch, None);
    }

    fn linked(&mut self, table: &Table, conds: &[Cond]) {
        let _ = write!(self.text, "callout_{} t1", table.name);
        if let Some(index) = way::prefix(table, conds) {
            let _ = write!(self.text, " INDEXED BY {}", named(table, index));
        }
    }

    fn all(&mut self, conds: &[Cond]) {
        self.text.push_str("t1.company = ?1");
        // These rows are others' than the asked ones.
        let asked = std::mem::take(&mut self.asked);
        for cond in conds {
            self.text.push_str(" AND ");
            self.cond("t1", "", cond);
        }
        self.asked = asked;
    }

    fn joined(&mut self, select: &Select, link: Link) {
        let _ = write!(self.text, " CROSS JOIN callout_{} t0", select.table.name);
        if let Link::NamedBy(column) = link
            && let Some(index) = way::led_by(select.table, column)
        {
            let _ = write!(self.text, " INDEXED BY {}", named(select.table, index));
        }
    }

    fn reached(&mut self, link: Link, from: &str) {
        let column = match link {
            Link::NamedBy(column) => column,
            _ => "owner",
        };
        let _ = write!(self.text, "t0.company = ?1 AND t0.{column} = {from}.owner");
    }

    fn plain(&mut self, select: &Select, shown: &str, stretch: Stretch) {
        let _ = write!(
            self.text,
            "{shown} FROM callout_{} t0 WHERE t0.company = ?1",
            select.table.name
        );
        self.left(select, &[], "t0");
        self.stretch(select, stretch, None);
    }

    /// The conditions that the way itself does not meet. What the owner's other rows say is asked
    /// beside the index that is walked, before the owner's own row is read.
    fn left(&mut self, select: &Select, met: &[usize], near: &str) {
        for (at, cond) in select.conds.iter().enumerate() {
            if !met.contains(&at) {
                self.text.push_str(" AND ");
                let beside = matches!(cond, Cond::Has(_, Link::SameOwner, _));
                self.cond(if beside { near } else { "t0" }, "", cond);
            }
        }
    }

    /// Along the asked table, or along a linked one whose column says which row it repeats.
    fn stretch(&mut self, select: &Select, stretch: Stretch, linked: Option<Option<&str>>) {
        let column = select.order.column;
        let past = if select.order.descending { "<" } else { ">" };
        let alone = linked == Some(None);
        let near = if linked.is_some() { "t1" } else { "t0" };
        let (key, rest) = match linked {
            Some(which) => ("owner", which.map_or(String::new(), |which| format!(", t1.{which}"))),
            None => ("owner", ", t0.n".to_owned()),
        };
        let _ = match (stretch, &select.after) {
            (Stretch::Past, Some(place)) => {
                let _ = write!(self.text, " AND ({near}.{column}, {near}.{key}{rest}) {past} (");
                self.value(&place.cell);
                self.text.push_str(", ");
                self.key(place, alone);
                write!(self.text, ")")
            }
            (Stretch::MissingPast, Some(place)) => {
                let _ = write!(
                    self.text,
                    " AND {near}.{column} IS NULL AND ({near}.{key}{rest}) {past} ("
                );
                self.key(place, alone);
                write!(self.text, ")")
            }
            (Stretch::Missing, _) => write!(self.text, " AND {near}.{column} IS NULL"),
            (Stretch::Present, _) => write!(self.text, " AND {near}.{column} IS NOT NULL"),
            _ => Ok(()),
        };
    }

    fn key(&mut self, place: &Place, alone: bool) {
        self.value(&Cell::Id(place.owner));
        if !alone {
            self.text.push_str(", ");
            self.value(&Cell::Int(place.n.into()));
        }
    }
}
