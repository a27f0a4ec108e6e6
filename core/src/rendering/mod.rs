//! The files that documents were painted as: each once, then the same bytes for ever (R6, E89).

mod query;

pub use query::{Filter, Order, Row, TABLE};

use crate::journal::{Hash, Personal};
use crate::noun::{Given, Links, Manner, Noun, doors as room_doors};
use crate::port::renderer::Format;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// The rendering as a noun.
pub struct Rendering;

/// Which file of which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The job sheet or invoice.
    pub document: Uuid,
    /// Its version.
    pub version: u32,
    /// PDF or Word.
    pub format: Format,
}

impl Page {
    /// The id of its rendering.
    pub fn id(&self, company: Uuid) -> Uuid {
        let Page { document, version, format } = self;
        let name = format!("rendering:{document}:{version}:{}", format.extension());
        crate::port::ids::named(company, &name)
    }
}

/// A rendering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Painted {
    /// Which file of which document.
    pub page: Page,
    /// Hash of the bytes. It is held by the document's id, and goes with the bytes when somebody
    /// who is named on the page is forgotten, unless the law keeps the document.
    pub blob: Personal<Hash>,
    /// How many.
    pub bytes: u64,
    /// Who painted it: name and version.
    pub painter: String,
    /// Of what it says.
    pub content_hash: Hash,
    /// In whose timelines it stands.
    pub contexts: Vec<Uuid>,
}

/// A rendering, once it was painted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// What was painted.
    pub painted: Option<Painted>,
}

/// What Callout itself asks of a rendering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Record what was painted; the first one stays.
    Record {
        /// What.
        painted: Painted,
    },
}

/// What happened to a rendering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Painted { painted: Painted },
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Now, who, which.
    pub given: Given,
}

/// Says what happens: the first painting stays, a second one changes nothing.
///
/// # Errors
/// None.
pub fn decide(
    state: &State,
    command: &Command,
    _: &Facts,
) -> Result<Vec<Event>, crate::error::Door> {
    let Command::Record { painted } = command;
    if state.painted.is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Painted { painted: painted.clone() }])
}

/// Folds an event.
pub fn apply(_: State, event: &Event) -> State {
    let Event::Painted { painted } = event;
    State { painted: Some(painted.clone()) }
}

impl Noun for Rendering {
    room_doors!("rendering", fold 1, tables [TABLE]);

    fn manner(_: &Command) -> Manner {
        Manner::Joins
    }

    fn blobs(state: &State) -> Vec<Hash> {
        state.painted.iter().filter_map(|painted| painted.blob.reveal()).copied().collect()
    }

    fn links(_: Uuid, state: &State) -> Links {
        let contexts = state.painted.iter().flat_map(|painted| painted.contexts.clone());
        Links::to(contexts.map(Some))
    }
}
