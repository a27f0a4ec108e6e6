//! The rows that overviews read: declared once by the room that owns them, kept by every store.
//!
//! A store knows nothing of nouns. It keeps [`Entry`]s in [`Table`]s and answers [`Select`]s, so
//! a new query needs no hand in any store, and a role's filter cannot be forgotten by one of them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use uuid::Uuid;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An id, 16 bytes.
    Id,
    /// Text, compared by code point.
    Text,
    /// A whole number: a count, a flag (0 or 1), microseconds since 1970.
    Int,
}

/// The values that a column may hold, where they are few and known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Any value of its kind, or none.
    Open,
    /// Yes or no, never missing.
    Flag,
    /// One of these names, never missing.
    Names(&'static [&'static str]),
}

/// A column that is filtered or sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, also in SQL.
    pub name: &'static str,
    /// What it holds: ids, text or whole numbers.
    pub kind: Kind,
    /// Out of what: an index that such a column leads also serves a question that says nothing
    /// of it, by one walk for each value.
    pub domain: Domain,
}

impl Column {
    /// All values that it may hold, where they are known.
    pub fn values(&self) -> Option<Vec<Cell>> {
        match self.domain {
            Domain::Open => None,
            Domain::Flag => Some(vec![Cell::flag(false), Cell::flag(true)]),
            Domain::Names(names) => Some(names.iter().map(|name| Cell::text(*name)).collect()),
        }
    }
}

/// An id column.
pub const fn id(name: &'static str) -> Column {
    Column { name, kind: Kind::Id, domain: Domain::Open }
}

/// A text column.
pub const fn text(name: &'static str) -> Column {
    Column { name, kind: Kind::Text, domain: Domain::Open }
}

/// A whole-number column.
pub const fn int(name: &'static str) -> Column {
    Column { name, kind: Kind::Int, domain: Domain::Open }
}

/// A column that says yes or no.
pub const fn flag(name: &'static str) -> Column {
    Column { name, kind: Kind::Int, domain: Domain::Flag }
}

/// A text column that holds one of these names: a state.
pub const fn one_of(name: &'static str, names: &'static [&'static str]) -> Column {
    Column { name, kind: Kind::Text, domain: Domain::Names(names) }
}

/// A flag that other aggregates decide: whether one of their rows names this row's owner. Whoever
/// yields a row with it says no; the engine writes what is so, in the transaction that made it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The column that is the flag.
    pub column: &'static str,
    /// The name of the table in which the other rows are.
    pub by: &'static str,
    /// Their column that names the owner.
    pub names: &'static str,
    /// Only those whose flag is this.
    pub only: (&'static str, bool),
    /// By what an index of those that name an owner is ordered.
    pub ordered: &'static str,
}

/// Rows that another aggregate has, had again by those who belong to it: its own row's technicians,
/// say, by each mail that is filed under an activity. Whoever yields such a table's rows yields
/// none; the engine writes one for each of the other's rows, with that one's first column first,
/// then what it repeats, in the transaction that made it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The name of the table in which the other rows are.
    pub by: &'static str,
    /// Which of them it has again.
    pub whose: Whose,
}

/// Whose rows are had again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of the aggregate with the owner's own id.
    Own,
    /// Those of the aggregate that this column of the owner's own row names.
    Named(&'static str),
    /// All that name the owner in this column, whoever has them; what stands in the first column
    /// is had once. An index of that column and the first serves it.
    Naming(&'static str),
}

/// Columns that say the same, under the same names, in the one row that the same owner has in
/// another table. A question to that one is read along an index of this one, where it names a value
/// of this one's first column; an owner has a value there once at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// The other table's name.
    pub of: &'static str,
    /// The names of the columns that are repeated.
    pub columns: &'static [&'static str],
    /// Where an owner has several rows there: this one's column that says which of them it repeats;
    /// among those of one value, this table's rows come in the order of that column.
    pub which: Option<&'static str>,
}

impl Repeats {
    /// Repeats nothing of any table.
    pub const NOTHING: Repeats = Repeats { of: "", columns: &[], which: None };
}

/// A table of index rows. Every one also has `company`, `owner` (the aggregate that yields the
/// rows), `n` (which of its rows) and `row` (JSON that comes back to the caller); its key is
/// (company, owner, n).
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, also in SQL.
    pub name: &'static str,
    /// What is filtered and sorted by.
    pub columns: &'static [Column],
    /// Column lists, each served by an index that `company` leads and `owner, n` close. A list is
    /// read by walks along one of them: what it is narrowed by, then what it is ordered by.
    pub indexes: &'static [&'static [&'static str]],
    /// What it repeats of another table.
    pub repeats: Repeats,
    /// Whether an owner has no two rows of those that one question lists by the first column.
    pub apart: bool,
    /// Whose rows it has again.
    pub shared: Option<Shared>,
    /// Flags that rows of others decide.
    pub told: &'static [Told],
}

impl Table {
    /// Nothing yet: the rest of a declaration.
    pub const BARE: Table = Table {
        name: "",
        columns: &[],
        indexes: &[],
        repeats: Repeats::NOTHING,
        apart: false,
        shared: None,
        told: &[],
    };

    /// A column, where the table has it.
    pub fn column(&self, column: &str) -> Option<&'static Column> {
        self.columns.iter().find(|c| c.name == column)
    }

    /// Where a column stands.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == column)
    }
}

/// One value. Sorted as SQLite and PostgreSQL (`NULLS FIRST`) sort it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// A value that is not there.
    Null,
    /// A whole number: a count, a flag, microseconds since 1970.
    Int(i64),
    /// Text, compared by code point.
    Text(String),
    /// The id of a record or a person.
    Id(Uuid),
}

impl Cell {
    /// An id that may be missing.
    pub fn id(id: Option<Uuid>) -> Cell {
        id.map_or(Cell::Null, Cell::Id)
    }

    /// A yes or no.
    pub fn flag(yes: bool) -> Cell {
        Cell::Int(i64::from(yes))
    }

    /// An instant that may be missing.
    pub fn time(at: Option<crate::schedule::Instant>) -> Cell {
        at.map_or(Cell::Null, |at| Cell::Int(at.micros()))
    }

    /// Text, or a state's name.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }
}

/// One index row that a state yields.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The table to which it belongs.
    pub table: &'static Table,
    /// Which of the aggregate's rows in this table it is, from 0.
    pub n: u32,
    /// One value for each column of the table, in their order.
    pub cells: Vec<Cell>,
    /// What comes back to the caller, as JSON; empty where only the cells are used.
    pub row: Vec<u8>,
}

impl Entry {
    /// What another table repeats of this row.
    pub(crate) fn repeated(&self, table: &Table) -> Vec<Cell> {
        let cell = |column: &&str| self.table.position(column).and_then(|at| self.cells.get(at));
        let cells = table.repeats.columns.iter();
        cells.map(|column| cell(column).cloned().unwrap_or(Cell::Null)).collect()
    }
}

/// How the rows of a linked table are found from the row that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// They belong to the same aggregate.
    SameOwner,
    /// Their column names the row's owner.
    Names(&'static str),
    /// The row's column names their owner.
    NamedBy(&'static str),
}

/// A condition on a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    /// The column is one of these; an empty list matches nothing.
    In(&'static str, Vec<Cell>),
    /// The column is below this.
    Below(&'static str, Cell),
    /// The column is this or above.
    AtLeast(&'static str, Cell),
    /// The row belongs to this aggregate.
    Owner(Uuid),
    /// There is a linked row that meets all of these.
    Has(&'static Table, Link, Vec<Cond>),
    /// This condition does not hold.
    Not(Box<Cond>),
    /// At least one of these conditions holds.
    Any(Vec<Cond>),
}

/// The column equals the value.
pub fn is(column: &'static str, cell: Cell) -> Cond {
    Cond::In(column, vec![cell])
}

/// The column is one of these states; no condition where none is named.
pub fn among<S>(column: &'static str, states: &[S]) -> Option<Cond>
where
    for<'s> &'s S: Into<&'static str>,
{
    let cells: Vec<Cell> = states.iter().map(|state| Cell::text(state.into())).collect();
    (!cells.is_empty()).then_some(Cond::In(column, cells))
}

/// In which order the rows of an answer come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column by which they come; equal ones by owner and n.
    pub column: &'static str,
    /// Whether the largest come first.
    pub descending: bool,
}

/// Where a page ended, so that the next one goes on after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The value of the column by which the rows come.
    pub cell: Cell,
    /// The id of the aggregate that yields the row.
    pub owner: Uuid,
    /// Which of the aggregate's rows it is.
    pub n: u32,
}

/// A question to one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    /// The table whose rows are asked for.
    pub table: &'static Table,
    /// The id of the company whose rows are asked for; no others are seen.
    pub company: Uuid,
    /// The conditions, all of which must hold.
    pub conds: Vec<Cond>,
    /// The order in which the rows come.
    pub order: Order,
    /// The place after which the page begins; nothing for the first page.
    pub after: Option<Place>,
    /// How many rows come at most.
    pub limit: u32,
}

impl Select {
    /// All rows that one aggregate has in a table.
    pub fn of_owner(table: &'static Table, company: Uuid, owner: Uuid) -> Select {
        let column = table.columns.first().map_or("n", |column| column.name);
        let (conds, order) = (vec![Cond::Owner(owner)], Order { column, descending: false });
        Select { table, company, conds, order, after: None, limit: u32::MAX >> 1 }
    }
}

/// One row of an answer to a [`Select`].
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where the row stands in the order that was asked for.
    pub place: Place,
    /// One value for each column of the table, in their order.
    pub cells: Vec<Cell>,
    /// What was kept for the caller, as JSON.
    pub row: Vec<u8>,
}

/// Folds text for searching: lower case, letters without their marks (`Říha` is `riha`), and what
/// Unicode holds compatible alike (`ﬁ` is `fi`), however it was composed.
///
/// ```
/// use callout_core::port::index::fold;
/// assert_eq!(fold("Žluťoučký KŮŇ"), "zlutoucky kun");
/// assert_eq!(fold("Z\u{30c}"), fold("Ž"));
/// assert_eq!(fold("Weißstraße"), fold("WEISSSTRASSE"));
/// ```
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare = text.nfkd().filter(|letter| !is_mark(*letter));
    let mut folded = String::with_capacity(text.len());
    for letter in bare.flat_map(char::to_lowercase) {
        match spelled_out(letter) {
            Some(spelled) => folded.push_str(spelled),
            None => folded.push(letter),
        }
    }
    folded
}

/// How a small letter is spelled with others that is one of its own to Unicode, and not to who
/// looks for a name.
pub(super) fn spelled_out(letter: char) -> Option<&'static str> {
    match letter {
        'ß' => Some("ss"),
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        'þ' => Some("th"),
        'đ' | 'ð' => Some("d"),
        'ł' => Some("l"),
        'ø' => Some("o"),
        'ħ' => Some("h"),
        'ı' => Some("i"),
        'ς' => Some("σ"),
        _ => None,
    }
}

/// What nobody sees, or what says where a line may break.
pub(super) const UNSEEN: &[char] =
    &['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// Whether it only marks a letter, or is not seen.
fn is_mark(letter: char) -> bool {
    canonical_combining_class(letter) != 0 || UNSEEN.contains(&letter)
}
