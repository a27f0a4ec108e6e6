//! What happened to a piece of equipment.

use super::{Card, Dates, FieldValue, Ownership, Photo, State, Status, Warranty};
use crate::journal::FreeText;
use crate::noun::Number;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a piece of equipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Created {
        number: Number,
        owner: Ownership,
        card: Card,
        dates: Dates,
    },
    CardUpdated {
        card: Card,
    },
    FieldsSet {
        fields: Vec<FieldValue>,
    },
    /// With the warranty that follows from the new dates.
    DatesSet {
        dates: Dates,
        warranty: Option<Warranty>,
    },
    WarrantySet {
        warranty: Option<Warranty>,
    },
    PhotoAdded {
        photo: Photo,
    },
    /// With the plans that go on for it.
    Scrapped {
        reason: FreeText,
        plans: Vec<Uuid>,
    },
    Restored {
        reason: FreeText,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { number, owner, card, dates } => State {
            number,
            customer: owner.customer,
            card,
            dates,
            owners: vec![owner],
            ..State::default()
        },
        Event::CardUpdated { card } => State { card, ..state },
        Event::FieldsSet { fields } => State { fields, ..state },
        Event::DatesSet { dates, warranty } => State { dates, warranty, ..state },
        Event::WarrantySet { warranty } => State { warranty, ..state },
        Event::PhotoAdded { photo } => {
            state.photos.push(photo);
            state
        }
        Event::Restored { .. } => State { status: Status::InUse, reason: None, ..state },
        Event::Scrapped { reason, .. } => {
            State { status: Status::Scrapped, reason: Some(reason), ..state }
        }
    }
}
