//! Equipment that is installed at a customer's, with its card (S6 to S12).
//!
//! It is the container of S7: activities, mails and documents hang on it. Who owned it when is kept
//! in intervals, so that history stays with the equipment (R9). Components name their whole as
//! parent; no equipment is a part of itself (E15).

mod card;
mod command;
mod decide;
mod event;
mod field;
mod lifecycle;
mod query;
mod refusal;
mod told;
mod warranty;

pub use card::{Card, Ownership, Photo};
pub use command::{
    AddPhoto, Command, Create, Restore, Scrap, SetDates, SetFields, SetWarranty, UpdateCard, Verb,
};
pub use decide::{Facts, MAX_WHOLES, decide};
pub use event::{Event, apply};
pub use field::{FieldValue, Value};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub(crate) use query::plate;
pub use query::{Filter, Order, Row, TABLE, TECHNICIANS, WORDS};
pub use refusal::Refusal;
pub use warranty::{Birth, Dates, Terms, Warranty};

use crate::journal::{FreeText, Hash};
use crate::noun::Number;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
use crate::port::index::{Cell, Cond, Link, is};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The equipment as a noun.
pub struct Equipment;

/// A piece of equipment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The state in which it is: in use or scrapped.
    pub status: Status,
    /// The number by which people know it, `T-2026-00017`.
    pub number: Number,
    /// The id of the customer who owns it now.
    pub customer: Uuid,
    /// What its card says (S8): name, type, manufacturer, model, serial, place.
    pub card: Card,
    /// Its birth (S10): when it was made, sold and put into service, each unknown where it is
    /// missing.
    pub dates: Dates,
    /// Its warranty (S11); nothing where none was agreed.
    pub warranty: Option<Warranty>,
    /// Values of the type's fields, as they were written (S9, E17).
    pub fields: Vec<FieldValue>,
    /// Photographs of the equipment, the oldest one first (S12).
    pub photos: Vec<Photo>,
    /// The customers who owned it, each with the moment from which (R9), oldest first; the last one
    /// owns it now.
    pub owners: Vec<Ownership>,
    /// Why it was scrapped; nothing as long as it is in use.
    pub reason: Option<FreeText>,
}

impl Noun for Equipment {
    const THROUGH: Option<&'static str> = Some("equipment");
    doors!("equipment", fold 1, sorted, tables [TABLE, WORDS, TECHNICIANS]);

    fn blobs(state: &State) -> Vec<Hash> {
        state.photos.iter().filter_map(|photo| photo.content.reveal()).copied().collect()
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        let mine = is("technician", Cell::Id(technician));
        vec![Cond::Has(&TECHNICIANS, Link::SameOwner, vec![mine])]
    }

    fn number(state: &State) -> Option<&Number> {
        Some(&state.number)
    }

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = verbs(LIFECYCLE, row.status);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let parent = row.parent.map(|id| Named::name("equipment", id, &mut row.parent_name));
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        let site =
            row.site.map(|site| Named::part("customer", row.customer, site, &mut row.site_name));
        parent.into_iter().chain(site).chain([customer]).collect()
    }

    fn links(id: Uuid, state: &State) -> Links {
        Links::to([Some(id), Some(state.customer), state.card.parent])
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.status)
    }
}
