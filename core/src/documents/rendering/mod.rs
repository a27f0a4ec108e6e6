//! The files that documents were rendered as: each once, then the same bytes for ever (R6, E89).

mod query;
mod told;

pub use query::{Filter, Order, Row, TABLE};

use crate::journal::{Hash, Personal};
use crate::noun::{Given, Links, Noun, doors as room_doors};
use crate::port::renderer::Format;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// The rendering as a noun.
pub struct Rendering;

/// Which file of which document: a version and a format have one.
///
/// ```
/// use callout_core::{port::renderer::Format, rendering::Page};
/// # let sheet = uuid::Uuid::from_u128(1);
/// let page = Page { document: sheet, version: 2, format: Format::Docx };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DocumentPage"))]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The id of the job sheet or invoice.
    pub document: Uuid,
    /// The version of the document, from 1; an invoice has only that.
    pub version: u32,
    /// The format of the file, PDF or Word.
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

/// A file that a document was rendered as.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rendered {
    /// The document, version and format of the file.
    pub page: Page,
    /// Hash of the bytes. It is held by the document's id, and goes with the bytes when somebody
    /// who is named on the page is forgotten, unless the law keeps the document.
    pub blob: Personal<Hash>,
    /// How many bytes the file has.
    pub bytes: u64,
    /// Name and version of the renderer that made it: `callout-pdf 0.1.0 (printpdf 0.12.8)`.
    pub renderer: String,
    /// Hash of what the document says, by which it is known that the file shows that.
    pub content_hash: Hash,
    /// The ids of the customer, equipment and activities in whose timelines it shows.
    pub contexts: Vec<Uuid>,
}

/// A rendering, once it was rendered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The file that was rendered; nothing before that.
    pub rendered: Option<Rendered>,
}

crate::noun::commands! {
    /// What Callout itself asks of a rendering.
    Command

    /// Record the file that was rendered. The first one of a page stays; another changes nothing.
    joins(inside) Record {
        /// The file, with its document, hash and renderer.
        rendered: Rendered,
    }
}

/// What happened to a rendering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A document was rendered as a file. It stays the same bytes for ever (R6, E89).
    Rendered {
        /// The file, with its document, hash and renderer.
        rendered: Rendered,
    },
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
}

/// Says what happens: the first rendering stays, a second one changes nothing.
///
/// # Errors
/// None.
pub fn decide(
    state: &State,
    command: &Command,
    _: &Facts,
) -> Result<Vec<Event>, crate::error::Door> {
    let Command::Record(Record { rendered }) = command;
    if state.rendered.is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Rendered { rendered: rendered.clone() }])
}

/// Folds an event.
pub fn apply(_: State, event: &Event) -> State {
    let Event::Rendered { rendered } = event;
    State { rendered: Some(rendered.clone()) }
}

impl Noun for Rendering {
    room_doors!("rendering", fold 1, tables [TABLE]);

    fn blobs(state: &State) -> Vec<Hash> {
        state.rendered.iter().filter_map(|rendered| rendered.blob.reveal()).copied().collect()
    }

    fn links(_: Uuid, state: &State) -> Links {
        let contexts = state.rendered.iter().flat_map(|rendered| rendered.contexts.clone());
        Links::to(contexts.map(Some))
    }
}
