//! What may be read of renderings.

use super::{Rendered, State};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Entry, Table, id, int, is};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row a rendering.
pub const TABLE: Table = Table {
    name: "rendering",
    columns: &[id("document"), int("version")],
    indexes: &[&["version"], &["document", "version"]],
    ..Table::BARE
};

/// By what a list of renderings is narrowed: all that is said must hold, and nothing said is all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Renderings of the job sheet or invoice with this id; of all documents where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Uuid>,
}

/// By what a list of renderings is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the version of the document, from 1.
    #[default]
    Version,
}

/// What a list shows of a rendering: all that is known of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The file that was rendered: of which document, its hash and its renderer.
    #[serde(flatten)]
    pub rendered: Rendered,
}

pub(super) fn entries(_: Uuid, state: &State) -> Vec<Entry> {
    let entry = |rendered: &Rendered| {
        let cells =
            vec![Cell::Id(rendered.page.document), Cell::Int(i64::from(rendered.page.version))];
        Entry { table: &TABLE, n: 0, cells, row: row(&Row { rendered: rendered.clone() }) }
    };
    state.rendered.iter().map(entry).collect()
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let conds = filter.document.map(|document| is("document", Cell::Id(document)));
    Asked { table: &TABLE, conds: conds.into_iter().collect(), column: "version" }
}
