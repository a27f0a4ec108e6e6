//! What can be read of every noun: one, or a page of many.

use crate::port::index::{Cond, Order, Table};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A question about one noun.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[serde(bound(deserialize = "F: Default + Deserialize<'de>, O: Default + Deserialize<'de>"))]
#[cfg_attr(
    feature = "schema",
    schemars(bound = "F: Default + Serialize + schemars::JsonSchema, \
                      O: Default + Serialize + schemars::JsonSchema")
)]
pub enum Query<F, O> {
    /// One record, with its whole state.
    Get {
        /// The id of the record; `RECORD-FIND-01` where there is none such.
        id: Uuid,
    },
    /// A page of rows of many records.
    List(List<F, O>),
}

/// A page of many, by keyset: a page costs the same wherever it stands.
///
/// ```
/// use callout_core::{noun::List, visit::{Filter, Status}};
/// let filter = Filter { statuses: vec![Status::Planned], ..Default::default() };
/// let mut list = List { filter, limit: 20, ..List::default() };
/// # let order: callout_core::visit::Order = list.order;
/// // What the page before gave in `next`.
/// list.after = Some("eyJ0Ijoi".to_owned());
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "F: Default + Deserialize<'de>, O: Default + Deserialize<'de>"))]
#[cfg_attr(
    feature = "schema",
    schemars(bound = "F: Default + Serialize + schemars::JsonSchema, \
                      O: Default + Serialize + schemars::JsonSchema")
)]
pub struct List<F, O> {
    /// By what the list is narrowed; all records where it is missing.
    #[serde(default)]
    pub filter: F,
    /// By what the list is ordered; by the first of the orders where it is missing.
    #[serde(default)]
    pub order: O,
    /// Whether the largest and latest come first; `false` where it is missing.
    #[serde(default)]
    pub descending: bool,
    /// Where the page begins: the `next` of the page before, with the same order (`REQUEST-PAGE-01`
    /// otherwise). The first page where it is missing. A row that is renamed while pages are read
    /// may come twice or not at all: who must see each goes by an order that stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Whether the rows show the names and numbers of what they name by id, as far as the actor may
    /// read it; `true` where it is missing. They are looked up for the page.
    #[serde(default = "shown", skip_serializing_if = "Clone::clone")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "super::shown"))]
    pub names: bool,
    /// So far the rows of the whole list are counted, whatever page is asked for; 100,000 at the
    /// most (`REQUEST-PAGE-03` otherwise). Not at all where it is missing: counting costs as much
    /// as there is to count.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub count_up_to: u32,
    /// How many rows a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it is
    /// missing.
    #[serde(default = "page_limit")]
    pub limit: u32,
}

/// The first page of all, as a question that says nothing asks for it.
///
/// ```
/// use callout_core::{noun::List, task::{Filter, Order}};
/// let list = List::<Filter, Order> { descending: true, ..List::default() };
/// assert_eq!(list.limit, 100);
/// ```
impl<F: Default, O: Default> Default for List<F, O> {
    fn default() -> Self {
        List {
            filter: F::default(),
            order: O::default(),
            descending: false,
            after: None,
            names: shown(),
            count_up_to: 0,
            limit: page_limit(),
        }
    }
}

/// Rows show names where the question does not say otherwise.
const fn shown() -> bool {
    true
}

/// How many rows a page has at most where the question does not say it.
pub(crate) const fn page_limit() -> u32 {
    100
}

/// One record, as it is read.
///
/// ```
/// # use callout_core::{activity, noun::View};
/// # fn shown(view: View<activity::State>) {
/// if view.available_verbs.iter().any(|verb| verb == "complete") {
///     println!("{} may be completed in version {}", view.id, view.version);
/// }
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct View<S> {
    /// The id of the record that was read.
    pub id: Uuid,
    /// Its version, from 1: what a command that changes it gives in `expected`.
    pub version: u64,
    /// What it is now, as far as the role may see it.
    pub state: S,
    /// The ids that it has in outside systems: the name of a system to the id there.
    pub external_ids: BTreeMap<String, String>,
    /// What the host hangs on it: a namespace to JSON as text, which Callout never reads.
    pub ext: BTreeMap<String, String>,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Empty where nothing may be asked. Another record may still forbid one: a line is
    /// planned only while its activity is worked on.
    pub available_verbs: Vec<String>,
    /// The moment at which it was read.
    pub read_at: Instant,
}

/// A page of rows.
///
/// ```
/// # use callout_core::{activity::Row, noun::Page};
/// # fn shown(page: Page<Row>) {
/// for row in &page.rows {
///     println!("{} {}", row.number, row.title);
/// }
/// println!("{}", if page.next.is_some() { "and more" } else { "that is all" });
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page<R> {
    /// The rows, in the order that was asked for.
    pub rows: Vec<R>,
    /// What the question for the next page gives in `after`; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many rows the whole list has; missing where that was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

/// How many rows a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counted {
    /// The rows that were counted; no more than was asked for.
    pub rows: u32,
    /// Whether there are more rows than those.
    pub more: bool,
}

/// A filter and an order, as a room translates them for the store.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The table whose rows are asked for.
    pub table: &'static Table,
    /// The conditions, all of which must hold.
    pub conds: Vec<Cond>,
    /// The column by which the rows are ordered.
    pub column: &'static str,
}

impl Asked {
    /// The order for the store.
    pub fn order(&self, descending: bool) -> Order {
        Order { column: self.column, descending }
    }
}

/// A row as the index keeps it. A row type that cannot be written as JSON would be a fault of
/// its room, found by the first test that stores one; the index then keeps no row.
pub(crate) fn row<R: Serialize>(row: &R) -> Vec<u8> {
    serde_json::to_vec(row).unwrap_or_default()
}

/// What comes back of a [`Query`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Answer<S, R> {
    /// One record, with its whole state.
    One(View<S>),
    /// A page of rows of many records.
    Page(Page<R>),
}
