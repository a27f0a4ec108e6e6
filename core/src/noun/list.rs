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
    /// One, whole.
    Get {
        /// Which.
        id: Uuid,
    },
    /// A page of many.
    List(List<F, O>),
}

/// A page of many, by keyset: a page costs the same wherever it stands.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "F: Default + Deserialize<'de>, O: Default + Deserialize<'de>"))]
#[cfg_attr(
    feature = "schema",
    schemars(bound = "F: Default + Serialize + schemars::JsonSchema, \
                      O: Default + Serialize + schemars::JsonSchema")
)]
pub struct List<F, O> {
    /// Only those.
    #[serde(default)]
    pub filter: F,
    /// In this order.
    #[serde(default)]
    pub order: O,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
    /// `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Rows of a page: 1 to 1,000.
    #[serde(default = "hundred")]
    pub limit: u32,
}

const fn hundred() -> u32 {
    100
}

/// One aggregate, as it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct View<S> {
    /// Its id.
    pub id: Uuid,
    /// Its version: what a command that changes it gives in `expected`.
    pub version: u64,
    /// What it is.
    pub state: S,
    /// System to id in that system.
    pub external_ids: BTreeMap<String, String>,
    /// Namespace to JSON text of the host.
    pub ext: BTreeMap<String, String>,
    /// What its state allows to be asked next, and the actor's role to ask.
    pub available_verbs: Vec<String>,
    /// When it was read.
    pub read_at: Instant,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page<R> {
    /// In order.
    pub rows: Vec<R>,
    /// Where the next page begins; missing on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A filter and an order, as a room translates them for the store.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Which table.
    pub table: &'static Table,
    /// All of these must hold.
    pub conds: Vec<Cond>,
    /// By which column.
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
    /// One, whole.
    One(View<S>),
    /// A page of many.
    Page(Page<R>),
}
